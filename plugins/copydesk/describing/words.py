"""Text in, its words in columns out."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate, compress
from typing import NamedTuple

from copydesk.describing.spelling import WORDS_KEPT, undotted
from copydesk.language import lexicon, pairs, stopwords
from copydesk.language.tokens import HAN, HAN_RUN, HIRAGANA, IS_SPACELESS, KATAKANA

MARKS = (  # of Latin, Hebrew, Arabic, Indic scripts and Thai; not all of them count as letters
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903"
    "\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
LETTERS = rf"[^\W_{MARKS}][^\W_]*+(?>(?:[{MARKS}][^\W_]*+)*)"  # each with its marks
GLUE = r"(?:['’&‐-]|\.(?!(?<=[a-zà-ÿ\d]\.)[A-ZÀ-Þ]))"  # a dot before a capital ends a sentence (a dump's accusé.Orr)
WORD = re.compile(rf"((?:[^\W\d_]\.){{2,}}|{LETTERS}(?>(?:{GLUE}{LETTERS})*)(?:\+\+|#(?!\w))?)")
ELISION = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|de?ll|all|nell|sull|dall|quest)['’](?=\w)", re.IGNORECASE
)
ELIDING = frozenset({"fr", "it", "ca"})
POSSESSIVE = 2  # characters of 's
SUFFIXED = re.compile(r"(\w+)['’][^\W\d_A-Z]+")  # a Turkish name and the ending of its case
NOTHING: tuple[tuple[()], ...] = ((),) * 7  # the columns of no words
OPENING = re.compile(r"[.!?:;…•|\n。！？\"“”„«»]")
BEFORE_NAMES = frozenset({"st", "ste", "mt", "ft"})  # Saint, Mount, Fort: a dot behind them ends no sentence
IS_KANA = re.compile(f"[{HIRAGANA}]")
SCRIPTS = re.compile(f"[{HAN}]+|[{HIRAGANA}]+|[{KATAKANA}]+|[^\\W{HAN}{HIRAGANA}{KATAKANA}]+")
LANGUAGES_KEPT = 16
PAIR = 2  # Han characters are read in pairs, which is how search engines do without a dictionary
GAPS_KEPT = 1_000  # a hostile one can be as long as a text
BETWEEN = frozenset({"", ".", "&", "'", "’", "'s", "’s"})  # may stand between two words of one name
LONGEST = 40  # letters: a longer run is no word but a key, an address or an attack


class Form(NamedTuple):
    """What a word is wherever it stands: `text` as written, `low` folded for look-ups, `stop` true of a little one.

    `capital` is true where it has one, `proper` where it could be part of a name: it begins with one, or is a number.
    `owns` is true where a possessive was cut off, `short` where a dot behind it ends no sentence.
    """

    text: str
    low: str
    capital: bool
    proper: bool
    stop: bool
    owns: bool
    short: bool


class Gap(NamedTuple):
    """What stands between two words: only space, so that they are `joined`; something that `opens` a sentence.

    The two words of a gap that `touches` may be of one name (Smith & Sons).
    """

    joined: bool
    touches: bool
    opens: bool


SPACE, START, END = Gap(True, True, False), Gap(False, False, True), Gap(False, False, False)


class Words(NamedTuple):
    """The words of a text in columns, as in `Form`: the same number is the same word in each.

    `starts` are their places in the text, `gaps` what stands before each and, one more, behind the last; `names` is
    true where a capital belongs to its word.
    """

    source: str
    texts: Sequence[str]
    lows: tuple[str, ...]
    capital: Sequence[bool]
    proper: Sequence[bool]
    stops: Sequence[bool]
    starts: Sequence[int]
    gaps: Sequence[Gap]
    names: Sequence[bool]

    def written(self, start: int, end: int) -> str:
        """The text from one word to before another."""
        return self.source[self.starts[start] : self.end(end - 1)]

    def end(self, at: int) -> int:
        """Where a word ends in the text."""
        return self.starts[at] + len(self.texts[at])

    @property
    def capitals(self) -> Iterator[int]:
        """The numbers of the words that have a capital."""
        return compress(range(len(self.texts)), self.capital)


def split(text: str, lang: str) -> Words:
    """A text's words in order; every capital belongs to its word until more is known."""
    found, starts, between = cut(text, lang)
    forms = list(map(forms_of(lang, loud=text.isupper()), found))
    texts, lows, capital, proper, stops, owns, short = zip(*forms, strict=True) if forms else NOTHING
    gaps = [START, *map(gap, between)]
    for at in compress(range(len(forms)), owns):
        gaps[at + 1] = owned(between[at])
    for at in compress(range(len(forms)), short):
        if between[at] == ". ":
            gaps[at + 1] = SPACE
    gaps[-1] = END
    return Words(text, texts, lows, capital, proper, stops, starts, gaps, capital)


@lru_cache(maxsize=GAPS_KEPT)
def gap(text: str) -> Gap:
    """What a text between two words is."""
    bare = text.strip()
    return Gap(not bare, bare in BETWEEN, bool(bare) and OPENING.search(text) is not None)


def owned(text: str) -> Gap:
    """What a text behind a possessive is."""
    return Gap(joined=False, touches=not text.strip(), opens=OPENING.search(text) is not None)


@lru_cache(maxsize=LANGUAGES_KEPT)
def forms_of(lang: str, *, loud: bool) -> Callable[[str], Form]:
    """`look` for one language, which remembers the words it was asked for."""
    return lru_cache(maxsize=WORDS_KEPT)(partial(look, lang=lang, loud=loud))


def look(found: str, lang: str, loud: bool) -> Form:
    """A word as it is found in a text, looked up: without its possessive, folded, and whether it is a little one.

    On a line in capitals US may mean us.
    """
    text = bare(found, lang)
    low, upper, has_capital = fold(text), text.isupper(), capital(text)
    little = low in stopwords(lang) and (loud or not (upper and low in short_forms(lang)))
    stop = little or (not text.isascii() and IS_KANA.match(text) is not None)
    short = (upper and len(text) == 1) or (has_capital and low in BEFORE_NAMES)
    return Form(text, low, has_capital, capital(text[:1]) or text.isdigit(), stop, text is not found, short)


def bare(found: str, lang: str) -> str:
    """A word without its possessive (not McDonald's), in Turkish a name without its case (Samsun'un: Samsun)."""
    if lang == "en" and found.endswith(("'s", "’s")) and fold(found) not in lexicon("owned", lang):
        return found[:-POSSESSIVE]
    suffixed = SUFFIXED.fullmatch(found) if lang == "tr" else None
    return suffixed[1] if suffixed else found


@cache
def short_forms(lang: str) -> frozenset[str]:
    """The names of the language's list that are short forms (US, WHO), in lower case."""
    return frozenset(name.casefold() for pair in pairs("twins", lang) for name in pair if name.isupper())


def cut(text: str, lang: str) -> tuple[list[str], list[int], list[str]]:
    """The words as they are found, where each starts, and what stands behind each.

    An elided article (l'Union) is a word of its own.
    """
    parts = WORD.split(text)
    found, starts = parts[1::2], list(accumulate(map(len, parts)))[:-1:2]
    unspaced = not text.isascii() and IS_SPACELESS.search(text) is not None
    if not unspaced and lang not in ELIDING and max(map(len, found), default=0) <= LONGEST:
        return found, starts, parts[2::2]
    spans = [
        span
        for start, word in zip(starts, found, strict=True)
        for span in parted(text, start, start + len(word), lang, unspaced=unspaced)
    ]
    starts = [start for start, _ in spans]
    behind = [text[end:after] for (_, end), after in zip(spans, [*starts[1:], None], strict=False)]
    return [text[start:end] for start, end in spans], starts, behind


def parted(text: str, start: int, end: int, lang: str, *, unspaced: bool) -> Iterator[tuple[int, int]]:
    """The words that one run of letters holds."""
    if unspaced and IS_SPACELESS.search(text, start, end):
        yield from pieces(text, start, end)
    elif end - start <= LONGEST:
        elided = ELISION.match(text, start, end) if lang in ELIDING else None
        if elided and not inside_name(text, start, elided.end()):
            yield start, elided.end()
            start = elided.end()
        yield start, end


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of a run without spaces: overlapping pairs of Han characters, whole runs of any other script."""
    found = []
    for run in SCRIPTS.finditer(text, start, end):
        first, last = run.span()
        pairs = last - first > PAIR and HAN_RUN.match(run.group()) is not None
        found += [(at, at + PAIR) for at in range(first, last - 1)] if pairs else [(first, last)]
    return [(first, last) for first, last in found if last - first <= LONGEST]


def inside_name(text: str, start: int, after: int) -> bool:
    """Whether an elided article is a name's own (L'Oréal), for it has a capital within a sentence."""
    return text[start].isupper() and text[after].isupper() and text[max(0, start - 2) : start].strip().isalnum()


def fold(word: str) -> str:
    """A word as the lists know it: lower case, one apostrophe, no dots between initials."""
    return undotted(word.casefold().replace("’", "'").replace("‐", "-"))


def capital(word: str) -> bool:
    """Whether a capital stands anywhere in the word (Renault, iPhone, e-Power)."""
    return word != word.lower()
