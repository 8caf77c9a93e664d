"""Article in, Text out: its words in order, each with its true case."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import not_

from copydesk.describing import frequency
from copydesk.describing.words import Words, split
from copydesk.language import place_line
from copydesk.language.openings import opened
from copydesk.model import UNTOLD, Article, Label

READ = 60_000  # characters, some 10,000 words: what a text is about stands in its first hour of reading
INITIALS = 3  # letters of a place's name that may be its initials (USA)
ALIKE = 5  # letters by which the forms of a name begin alike (Brimland, Brimlandu)
SHARE = re.compile(r" ?\((?:[A-Z]{2,8}: ?[A-Z0-9]{1,6}|[A-Z0-9]{1,6}\.[A-Z]{1,2})\)")  # a share's sign: "(NORV.CO)"
CALLED = re.compile(  # "NEW DELHI: The mill …"; not "NATO: The alliance …"
    r"(?:(?:[A-ZÀ-Þ]{2,} ){1,2}[A-ZÀ-Þ'’-]{3,}|[A-ZÀ-Þ'’-]{5,}): (?=[\"“'‘]?[A-ZÀ-Þ])"
)
TITLE_CASE = 0.6  # the share of capitals from which a line's capitals say nothing


@dataclass(frozen=True, slots=True)
class Segment:
    """The title, a heading or a paragraph.

    `begin` counts the words before it in the article; `loud` is true where it is set in Title Case or CAPITALS.
    """

    kind: str
    words: Words
    begin: int
    loud: bool


@dataclass(frozen=True)
class Text:
    """An article's segments, the title first."""

    lang: str
    segments: tuple[Segment, ...]

    @cached_property
    def length(self) -> int:
        return sum(len(segment.words.lows) for segment in self.segments)


def read(article: Article) -> Text:
    """The article's words with their true case, from its opening on; what is none of its prose is left out."""
    lang = (article.lang or "en").replace("_", "-").partition("-")[0].lower()
    pieces = [("title", article.title)] + [
        ("heading" if block.kind is Label.HEADING else "body", block.text)
        for block in article.blocks
        if block.kind not in (Label.CAPTION, Label.ROW, *UNTOLD)
    ]
    lines = [(kind, split(placed(SHARE.sub("", text), lang), lang)) for kind, text in opening(pieces)]
    loud = [shouting(words) for _, words in lines]
    capitals = Capitals(lang, [words for _, words in lines], loud)
    segments, begin = [], 0
    for (kind, words), loudly in zip(lines, loud, strict=True):
        segments.append(Segment(kind, capitals.settled(words, loudly), begin, loudly))
        begin += len(words.lows)
    return Text(lang, tuple(segments))


def opening(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pieces, composed, until `READ` characters are read."""
    left = READ
    for kind, text in pieces:
        if left > 0:
            yield kind, unicodedata.normalize("NFC", text[:left])
        left -= len(text)


def placed(text: str, lang: str) -> str:
    """A text whose place line names the place as any sentence would, without the agency (HALSUND (TNA) -- The …).

    So does what stands in capitals before a colon. Without a day, an editor's note and what else stands in front.
    """
    called = CALLED.match(text)
    if called:
        return f"{called.group()[:-2].title()}. {text[called.end() :]}"
    head = place_line(text)
    if not head:
        return opened(text, lang)
    place = [quiet(word) for word in head.partition("(")[0].rstrip(" -–—/").split()]
    told = "(" in head or place != head.split()[: len(place)]
    return f"{' '.join(place)}. {text[len(head) :]}" if told else text


def quiet(word: str) -> str:
    """A place's word as a sentence has it, unless it may be initials."""
    return word.title() if word.isupper() and len(word) > INITIALS else word


class Capitals:
    """What an article's own words say of its capitals: which are names' and which only a sentence's or a headline's."""

    def __init__(self, lang: str, lines: list[Words], loud: list[bool]) -> None:
        self.frequencies = frequency.of(lang)
        self.small = set().union(*(compress(words.lows, map(not_, words.capital)) for words in lines))
        quiet = compress(lines, map(not_, loud))
        self.large = {words.lows[at] for words in quiet for at in words.capitals if not words.gaps[at].opens}
        self.beginnings = {low[:ALIKE] for low in self.large}

    def settled(self, words: Words, loud: bool) -> Words:
        """The words with the names among them known: where any word would have a capital, those that seem to be one."""
        names = list(words.names)
        for at in words.capitals:
            if loud or words.gaps[at].opens:
                names[at] = not words.stops[at] and (self.belongs(words.lows[at]) or self.leads(words, at))
        return words._replace(names=names)

    def belongs(self, low: str) -> bool:
        """Whether a capital is the word's own where any word would have one."""
        return low in self.large or (low not in self.small and self.named(low))

    def leads(self, words: Words, at: int) -> bool:
        """Whether, where no list tells, a word has another capital right behind it: Marcos Ruiz."""
        after = at + 1
        followed = after < len(words.texts) and words.gaps[after].joined and words.capital[after]
        return followed and not self.frequencies.words

    def named(self, low: str) -> bool:
        """Whether a word is likelier a name; where no list tells, one that begins like a name within a sentence."""
        return self.frequencies.capital(low) if self.frequencies.words else low[:ALIKE] in self.beginnings


def shouting(words: Words) -> bool:
    """Whether a line is set in Title Case or CAPITALS, so that its capitals tell nothing; no sentence is."""
    telling = [at for at, stop in enumerate(words.stops) if not stop and not words.texts[at][0].isdigit()]
    if all(words.texts[at].isupper() for at in telling):
        return bool(telling)
    if words.source.rstrip().endswith((".", "…", ".”", '."')):
        return False
    return sum(words.capital[at] for at in telling) > max(2, TITLE_CASE * len(telling))
