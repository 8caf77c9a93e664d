"""Article in, the sentences that could speak for it out, in order, each with what a choice needs to know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise

from copydesk.describing.standing import apart, attributes, leans, own_voice, sound, trimmed
from copydesk.language import lexicon, sentences, stem, stopwords, words
from copydesk.model import Article, Label

TOLD = (Label.STANDFIRST, Label.PARAGRAPH)
ELSE_TOLD = (Label.QUOTE, Label.ITEM)  # where an article has no paragraph: a forwarded mail, a list
READ = 40  # sentences of an article that are looked at: what matters in news stands before; 60 gain .05 points of ROUGE
WORDS_KEPT = 100_000  # of a large edition
COUNTED = re.compile(r"\w+(?:['’.\-]\w+)*")
OPENING = 80  # characters in which the first words of a sentence end
GENITIVE = re.compile(r"[\"“«]|['’]s?$|[.,:;]$")
OWNER = re.compile(r"^\w+['’]s ")  # "Leeds's Ada Orr"
WIDE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮİĶŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁ"
PART = rf"(?:[{CAPITAL}][\w’'.-]*|[€$£]?\d[\d.,]*\w*%?)"
NAME = re.compile(rf"{PART}(?: (?:(?:of|de|du|des|la|al|van|von|der) )?{PART})*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    `place` counts the article's sentences from 0; `opens` is true for the first of its paragraph; `text` is the
    sentence as it would be printed, `length` its words; `stems` are those of its content words, `pairs` their
    neighbours; `names` its names and numbers. `leans` is true where it needs the sentence before it, `sound` false
    where it must not be printed; `standfirst` true where the page itself set it as its standfirst. `own_voice`
    is true where the writer speaks; `calls` are the surnames it opens with, or gives as those of speakers, where an
    earlier sentence gives the full names.
    """

    place: int
    opens: bool
    text: str
    length: int
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    leans: bool
    sound: bool
    standfirst: bool = False
    own_voice: bool = False
    calls: frozenset[str] = frozenset()


@lru_cache(maxsize=1)  # the standfirst and the key points of an article ask one after the other
def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the article's paragraphs, trimmed, in order; at most `READ` of them.

    Of its quotes and items where it has no paragraph.
    """
    return _read(article, sentences)


def sentences_apart(article: Article) -> tuple[Sentence, ...]:
    """The same, where sentences that a dump ran into each other count one by one."""
    return _read(article, lambda text, lang: (part for one in sentences(text, lang) for part in apart(one)))


def _read(article: Article, split: Callable[[str, str], Iterable[str]]) -> tuple[Sentence, ...]:
    kinds = TOLD if any(block.kind in TOLD for block in article.blocks) else ELSE_TOLD
    said = (
        (sentence, at == 0, block.kind is Label.STANDFIRST)
        for block in article.blocks
        if block.kind in kinds
        for at, sentence in enumerate(split(block.text, article.lang))
    )
    found = [_sentence(place, *told, article.lang) for place, told in enumerate(islice(said, READ))]
    return tuple(_introduced(found, article.title, article.lang))


def _introduced(found: Sequence[Sentence], title: str, lang: str) -> Iterator[Sentence]:
    """The sentences, each marked with the surnames whose full names only earlier ones give."""
    known = {GENITIVE.sub("", word) for word in title.lower().split()}
    met: set[str] = set()
    for one in found:
        called = {_opener(one.text, lang), *(one.names if attributes(one.text, lang) else ())}
        yield replace(one, calls=frozenset(called & met - known))
        full = (OWNER.sub("", name) for name in one.names)
        met.update(name.rpartition(" ")[2] for name in full if name.count(" ") == 1)


def _opener(text: str, lang: str) -> str:
    """The first word of a sentence in lower case, behind a Mr or Mrs; without a genitive's ending."""
    words = text[:OPENING].lower().split()
    if words and words[0].rstrip(".") in lexicon("titles", lang):
        words = words[1:]
    return GENITIVE.sub("", words[0]) if words else ""


def _sentence(place: int, sentence: str, opens: bool, standfirst: bool, lang: str) -> Sentence:
    text = trimmed(sentence, lang)
    stems = content(text, lang)
    return Sentence(
        place=place,
        opens=opens,
        text=text,
        length=length(text),
        stems=frozenset(stems),
        pairs=frozenset(pairwise(stems)),
        names=names(text, lang),
        leans=leans(text, lang),
        sound=sound(text, lang),
        standfirst=standfirst,
        own_voice=own_voice(text, lang),
    )


def length(text: str) -> int:
    """Words of a text as a reader counts them; two characters of a script without spaces count as one."""
    wide = len(WIDE.findall(text))
    return len(COUNTED.findall(WIDE.sub(" ", text) if wide else text)) + (wide + 1) // 2


def content(text: str, lang: str) -> tuple[str, ...]:
    """The stems of the words that carry the subject, in order."""
    return tuple([one for word in words(text, lang) if (one := _subject(word, lang))])


@lru_cache(maxsize=WORDS_KEPT)
def _subject(word: str, lang: str) -> str:
    """The stem of a word; nothing where it carries no subject."""
    return stem(word, lang) if len(word) > 1 and word.lower() not in stopwords(lang) else ""


def names(text: str, lang: str) -> frozenset[str]:
    """The names in a text, whole, and its numbers, in lower case; a capital that only opens a sentence is no name."""
    found = set()
    for match in NAME.finditer(text):
        name = match.group().rstrip(".,'’-").lower()
        first, _, rest = name.partition(" ")
        if not match.start() and not first[0].isdigit() and (not rest or first in stopwords(lang)):
            name = rest
        found.add(name)
    return frozenset(found - {""})
