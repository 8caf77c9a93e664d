"""Words in, what furniture they speak of out: the phrase lists of a language, ready to be looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from copydesk.language import UNSPACED, lexicon, lowered, pairs, stopwords
from copydesk.language.lexicons import base, variants
from copydesk.language.tokens import PLAIN, VOWELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# A word, or one character of a script without spaces.
TOKEN = re.compile(rf"[\u3040-\u30ff\u3400-\u9fff]|(?>[^\W_\u3040-\u30ff\u3400-\u9fff]+[{VOWELS}]*)+")
KINDS = (
    "share", "newsletter", "cookies", "account", "paywall", "comments", "related",
    "advert", "navigation", "rights", "app", "credit", "author", "updated",
)  # fmt: skip
WHOLE, EDGE, INSIDE = 3.0, 2.0, 1.0  # the phrase is the whole line, begins or ends it, or stands in it
# How many times fewer small words a language's prose has than English: where endings say what elsewhere words say.
# Measured on articles: 0.42 of the words in English, from German to Spanish 0.38 to 0.46, Russian 0.23, Turkish 0.09;
# where no articles were at hand, on pages of our own.
GLUE = {
    "ar": 1.7, "bg": 1.2, "bn": 1.9, "bs": 1.3, "cs": 1.7, "fi": 3.0, "he": 2.2, "hr": 1.3, "hu": 1.6, "id": 1.5,
    "ko": 3.0, "pl": 1.6, "ru": 1.7, "sk": 1.7, "sr": 1.3, "tr": 4.3, "uk": 2.5, "vi": 2.0, "zh": 1.8,
}  # fmt: skip
# Letters by which the forms of a word are told from other words, where endings are many: of 60 Russian and 37 Turkish
# pages the headline was right on .87 and .70 by whole words, on .95 and .92 by five letters; of 50 German .90 and .94.
LETTERS = {
    "bg": 5, "bs": 5, "ca": 6, "cs": 5, "de": 6, "es": 6, "fi": 5, "hr": 5, "hu": 5, "pl": 5, "ru": 5, "sk": 5, "sr": 5,
    "tr": 5, "uk": 5,
}  # fmt: skip
HEAD, TAIL = 12, 8  # words at a line's two ends that are looked at: furniture speaks at the ends


@dataclass(frozen=True)
class Phrases:
    """A language's lists: furniture phrases by their words, function words, month names, by-line beginnings."""

    kinds: Mapping[tuple[str, ...], int]
    sizes: Mapping[str, tuple[int, ...]]  # a phrase's first word -> how many words the phrases have that begin so
    function: frozenset[str]  # none where no list tells
    glue: float  # how much a function word counts
    months: frozenset[str]
    bylines: frozenset[tuple[str, ...]]
    letters: int | None  # by which words are told apart, all of them if None
    unspaced: bool  # whether the script has no spaces, so that a token is one sign


def tokens(text: str) -> list[str]:
    """The words of a text, as written."""
    return (PLAIN if text.isascii() else TOKEN).findall(text)


def worded(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, as phrases are known by."""
    return tuple(tokens(lowered(text)))


@cache
def phrases(lang: str) -> Phrases:
    """The lists of a language and of English, which furniture speaks everywhere."""
    langs = tuple(dict.fromkeys(("en", lang)))
    told = ((code, row) for code in langs for row in pairs("furniture", code, ": "))
    rows = [(kind, form) for code, (kind, phrase) in told for form in variants(phrase, code)]
    kinds = {worded(phrase): KINDS.index(kind) for kind, phrase in rows}
    return Phrases(
        kinds,
        {first: tuple(sorted(set(map(len, same)))) for first, same in groupby(sorted(kinds), key=itemgetter(0))},
        frozenset(lexicon("function", lang)) or stopwords(lang),
        GLUE.get(base(lang), 1.0),
        frozenset(
            word
            for code in langs
            for row in lexicon("months", code)
            for name in row.split()
            for word in variants(name, code)
        ),
        frozenset(worded(row) for code in langs for row in lexicon("byline", code)),
        LETTERS.get(base(lang)),
        base(lang) in UNSPACED,
    )


def spans(words: Sequence[str], sizes: Mapping[str, tuple[int, ...]]) -> Iterable[tuple[int, int]]:
    """Where in a line phrases may stand: spans near its two ends that begin with a phrase's first word."""
    size = len(words)
    starts = range(size) if size <= HEAD + TAIL else (*range(HEAD), *range(size - TAIL, size))
    known = [start for start in starts if words[start] in sizes]
    return [(start, start + long) for start in known for long in sizes[words[start]] if start + long <= size]


def hits(words: Sequence[str], known: Phrases) -> list[float]:
    """How strongly each kind of furniture speaks: `WHOLE`, `EDGE`, `INSIDE` or 0, in the order of `KINDS`."""
    found = [0.0] * len(KINDS)
    if known.sizes.keys().isdisjoint(words):
        return found
    size = len(words)
    for start, end in spans(words, known.sizes):
        kind = known.kinds.get(tuple(words[start:end]))
        if kind is not None and (end - start > 1 or start == 0 or end == size):
            strength = WHOLE if end - start == size else EDGE if start == 0 or end == size else INSIDE
            found[kind] = max(found[kind], strength)
    return found


def whole(text: str, known: Phrases) -> int | None:
    """The kind of furniture that a text is a phrase of and says nothing else."""
    return known.kinds.get(worded(text))


def covered(words: Sequence[str], known: Phrases) -> bool:
    """Whether a line is put together of nothing but furniture phrases, one after the other."""
    reached, furthest = {0}, 0
    for start in range(len(words)):
        if start > furthest:
            return False
        if start in reached:
            ends = (start + long for long in known.sizes.get(words[start], ()) if start + long <= len(words))
            told = [end for end in ends if tuple(words[start:end]) in known.kinds]
            reached.update(told)
            furthest = max([furthest, *told])
    return len(words) in reached
