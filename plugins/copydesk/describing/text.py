"""Article in, Text out: its words in order, each with its true case."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from copydesk.describing import frequency
from copydesk.language import lexicon, stopwords
from copydesk.model import UNTOLD, Article, Label

MARKS = (  # of Latin, Hebrew, Arabic, Indic scripts and Thai; not all of them count as letters
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903"
    "\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
LETTERS = rf"[^\W_{MARKS}][^\W_]*+(?:[{MARKS}][^\W_]*+)*+"  # each with its marks
WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{LETTERS}(?:[.'’&‐-]{LETTERS})*+(?:\+\+|#(?!\w))?")
ELISION = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|de?ll|all|nell|sull|dall|quest)['’](?=\w)", re.IGNORECASE
)
ELIDING = frozenset({"fr", "it", "ca"})
INITIALS = re.compile(r"(?:\w\.)+\w?")
POSSESSIVE = re.compile(r"['’]s$")
OPENING = re.compile(r"[.!?:;…•|\n。！？\"“”„«»]")
BEFORE_NAMES = frozenset({"st", "ste", "mt", "ft"})  # Saint, Mount, Fort: shortened, and part of the name
HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA = re.compile("[\u3041-\u309f]")
UNSPACED = re.compile(f"[{HAN}\u3041-\u30ff]")
HAN_RUN = re.compile(f"[{HAN}]")
SCRIPTS = re.compile(f"[{HAN}]+|[\u3041-\u309f]+|[\u30a0-\u30ff]+|[^\\W{HAN}\u3041-\u30ff]+")
WORDS_KEPT = 100_000
PAIR = 2  # Han characters are read in pairs, which is how search engines do without a dictionary
READ = 60_000  # characters, some 10,000 words: what a text is about stands in its first hour of reading
LONGEST = 40  # letters: a longer run is no word but a key, an address or an attack
TITLE_CASE = 0.6  # the share of capitals from which a line's capitals say nothing


class Word(NamedTuple):
    """One word of a segment: `text` as written, `low` folded for look-ups, its span in the segment's text.

    `joined` is true where only a space parts it from the word before, `opens` where it opens a sentence, `name` where
    its capital belongs to it.
    """

    text: str
    low: str
    start: int
    end: int
    joined: bool
    opens: bool
    name: bool
    stop: bool


class Look(NamedTuple):
    """What a word is wherever it stands: `shouted` is its `stop` on a line in capitals, where US may mean us."""

    text: str
    low: str
    capital: bool
    stop: bool
    shouted: bool


@dataclass(frozen=True)
class Segment:
    """The title, a heading or a paragraph.

    `begin` counts the words before it in the article; `loud` is true where it is set in Title Case or CAPITALS.
    """

    text: str
    kind: str
    words: tuple[Word, ...]
    begin: int
    loud: bool


@dataclass(frozen=True)
class Text:
    """An article's segments, the title first."""

    lang: str
    segments: tuple[Segment, ...]

    @cached_property
    def length(self) -> int:
        return sum(len(segment.words) for segment in self.segments)

    @cached_property
    def whole(self) -> str:
        return "\n".join(segment.text for segment in self.segments)


def read(article: Article) -> Text:
    """The article's words with their true case, from its opening on; what is none of its prose is left out."""
    lang = (article.lang or "en").replace("_", "-").partition("-")[0].lower()
    pieces = [("title", article.title)] + [
        ("heading" if block.kind is Label.HEADING else "body", block.text)
        for block in article.blocks
        if block.kind not in (Label.CAPTION, Label.ROW, *UNTOLD)
    ]
    texts = list(opening(pieces))
    raw = [(kind, text, split(text, lang)) for kind, text in texts]
    lines = [(words, shouting(text, words)) for _, text, words in raw]
    capitals = Capitals(lang, lines)
    segments, begin = [], 0
    for (kind, text, _), (words, loud) in zip(raw, lines, strict=True):
        segments.append(Segment(text, kind, capitals.settle(words, loud), begin, loud))
        begin += len(words)
    return Text(lang, tuple(segments))


def opening(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pieces, composed, until `READ` characters are read."""
    left = READ
    for kind, text in pieces:
        if left > 0:
            yield kind, unicodedata.normalize("NFC", text[:left])
        left -= len(text)


def split(text: str, lang: str) -> list[Word]:
    """A segment's words in order; `name` is true for every capital until `Capitals` has settled it."""
    last, capitals = 0, text.isupper()
    words: list[Word] = []
    for start, end in spans(text, lang):
        written, low, name, stop, shouted = look(text[start:end], lang)
        gap, joined, opens = text[last:start], bool(words), not words
        if gap != " ":
            joined = joined and (not gap or gap.isspace() or (gap == ". " and shortened(words[-1])))
            opens = opens or (not joined and OPENING.search(gap) is not None)
        last = start + len(written)
        words.append(Word(written, low, start, last, joined, opens, name, shouted if capitals else stop))
    return words


@lru_cache(maxsize=WORDS_KEPT)
def look(found: str, lang: str) -> Look:
    """A word as it is found in a text, looked up: without its possessive, folded, and whether it is a little one."""
    written = POSSESSIVE.sub("", found) if lang == "en" else found
    low = fold(written)
    little, kana = low in stopwords(lang), KANA.match(written) is not None
    short = low in short_forms(lang) and written.isupper()  # us, but not US
    return Look(written, low, capital(written), kana or (little and not short), kana or little)


@cache
def short_forms(lang: str) -> frozenset[str]:
    """The names of the language's list that are short forms (US, WHO), in lower case."""
    names = (name for line in lexicon("twins", lang) for name in line.split(" = "))
    return frozenset(name.casefold() for name in names if name.isupper())


def spans(text: str, lang: str) -> list[tuple[int, int]]:
    """Where the words are; an elided article (l'Union) is a word of its own."""
    unspaced, runs = UNSPACED.search(text) is not None, [match.span() for match in WORD.finditer(text)]
    if not unspaced and lang not in ELIDING:
        return [(start, end) for start, end in runs if end - start <= LONGEST]
    found: list[tuple[int, int]] = []
    for begin, end in runs:
        start = begin
        if unspaced and UNSPACED.search(text, start, end):
            found += pieces(text, start, end)
            continue
        if end - start > LONGEST:
            continue
        elided = ELISION.match(text, start, end) if lang in ELIDING else None
        if elided and not inside_name(text, start, elided.end()):
            found.append((start, elided.end()))
            start = elided.end()
        found.append((start, end))
    return found


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


def shortened(word: Word) -> bool:
    """Whether the dot after a word is an initial's or a name's (Múte B. Egede, St. Gallen)."""
    return (len(word.text) == 1 and word.text.isupper()) or (word.low in BEFORE_NAMES and word.name)


@lru_cache(maxsize=WORDS_KEPT)
def fold(word: str) -> str:
    """A word as the lists know it: lower case, one apostrophe, no dots between initials."""
    low = word.casefold().replace("’", "'").replace("‐", "-")
    return low.replace(".", "") if "." in low and INITIALS.fullmatch(low) else low


def capital(word: str) -> bool:
    """Whether a capital stands anywhere in the word (Renault, iPhone, e-Power)."""
    return word != word.lower()


class Capitals:
    """What an article's own words say of its capitals: which are names' and which only a sentence's or a headline's."""

    def __init__(self, lang: str, lines: list[tuple[list[Word], bool]]) -> None:
        self.known = frequency.of(lang)
        self.small = {word.low for words, _ in lines for word in words if not word.name}
        self.large = {word.low for words, loud in lines if not loud for word in words if word.name and not word.opens}

    def settle(self, words: list[Word], loud: bool) -> tuple[Word, ...]:
        return tuple([self.settled(word, loud) if word.name else word for word in words])

    def settled(self, word: Word, loud: bool) -> Word:
        return word if self.belongs(word, loud) else word._replace(name=False)

    def belongs(self, word: Word, loud: bool) -> bool:
        if not (loud or word.opens):
            return True
        if word.stop:
            return False
        if word.low in self.large:
            return True
        return word.low not in self.small and self.known.capital(word.low)


def shouting(text: str, words: list[Word]) -> bool:
    """Whether a line is set in Title Case or CAPITALS, so that its capitals tell nothing; no sentence is."""
    telling = (word for word in words if not word.stop and not word.text[0].isdigit())
    first = next(telling, None)
    if first is None or (first.text.isupper() and all(word.text.isupper() for word in telling)):
        return first is not None
    if text.rstrip().endswith((".", "…", ".”", '."')):
        return False
    content = [word for word in words if not word.stop and not word.text[0].isdigit()]
    return sum(word.name for word in content) > max(2, TITLE_CASE * len(content))
