"""Text in, candidates out: the names, acronyms, mixed terms and noun phrases a tag could be made of."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from copydesk.describing.frequency import Frequencies
from copydesk.describing.spans import NOUN, Finder, Span, listed
from copydesk.describing.spelling import Key, low_key
from copydesk.describing.text import Segment, Text
from copydesk.describing.unspaced import phrases
from copydesk.describing.words import Words, capital
from copydesk.language import lexicon

BINDING = frozenset({"and", "und", "et", "e", "y", "и"})  # may part two names or be part of one
EVERYDAY = 7  # half-bits: a word of every eleventh text or more is no name, whatever its capital
Lows = tuple[str, ...]  # a phrase's words in lower case
UNNAMING = ("tr",)  # languages whose papers give the initials of people whom they do not name
SEAT = re.compile(r"[A-Z]-[A-Z][a-z]{1,5}\.?")  # behind a member's name: party and state
INITIALS = re.compile(r"(?:[^\W\d_]\.){1,2}[^\W\d_]\.?")
YEAR = re.compile(r"(?:19|20)\d\d")
NEAR = 2  # words: so near a name stands the word that says that somebody says something
OPENING = 120  # words: a phrase that is not repeated must stand in the opening


class Place(NamedTuple):
    """One occurrence: the segment's kind and first word, the word it begins at itself, and how it is written there.

    `written` is "" where the line's capitals say nothing; `opens` is true where it opens a sentence, `ends` where
    nothing that could belong to it follows, `clear` where no other capital is so near that it could; `determined`
    where a word stands before it that only nouns follow, `introduced` where what stands before it fits a noun and no
    verb, participle or adjective, `governs` where one follows it that hardly follows a noun, `counted` where a number
    says how many. `before` and `behind` are the words that touch it, "" where there is none or only a little one;
    `speaks` is true where a word of saying stands beside it.
    """

    kind: str
    segment: int
    at: int
    written: str
    opens: bool
    ends: bool
    clear: bool
    determined: bool
    introduced: bool
    governs: bool
    counted: bool
    before: str
    behind: str
    speaks: bool


@dataclass
class Candidate:
    """One thing the article names: its key, its kind, its words in lower case, and every place."""

    key: Key
    kind: str
    lows: tuple[str, ...]
    places: list[Place] = field(default_factory=list)

    @property
    def forms(self) -> Counter[str]:
        """Its spellings and how often each is used, the first used first; of a noun those that are no verbs, if any.

        (El abuso, los abusos: not abusar, which has their stem.)
        """
        used = Counter(place.written for place in self.places if place.written)
        if self.kind != "noun":
            return used
        nouns = {place.written for place in self.places if place.introduced}
        proven = Counter({form: n for form, n in used.items() if form in nouns or not form.islower()})
        return proven if nouns & set(used) else used


def candidates(text: Text) -> dict[Key, Candidate]:
    """Every candidate of an article by its key, in the order of appearance."""
    finder, notes = Finder(text), Notes(text.lang)
    cased = any(map(any, (segment.words.capital for segment in text.segments)))
    plain = not cased or bool(lexicon("stopwords", text.lang))  # else too few little words are known to tell phrases
    wholes = [finder.wholes(segment.words) for segment in text.segments]
    known = list(zip(text.segments, wholes, strict=True))
    small = [(segment, list(small_phrases(segment, whole, finder) if plain else ())) for segment, whole in known]
    wanted = worthy(small)
    for (segment, spans), whole in zip(small, wholes, strict=True):
        for span in finder.names(segment.words, whole):
            notes.add(span, lows(span, segment), segment)
        for span, phrase in spans:
            if phrase in wanted:
                notes.add(span, phrase, segment)
    for segment, start, end in phrases(text):
        span = Span("phrase", start, end)
        notes.add(span, lows(span, segment), segment)
    found = notes.found.items()
    return {key: one for key, one in found if sure(one, finder.known) and not unnamed(one, text.lang)}


def unnamed(candidate: Candidate, lang: str) -> bool:
    """Whether a candidate names nothing: a measure (sixty-two, seven hours), a seat in parliament (D-Wash.).

    In Turkish also the initials of a person whom the press does not name: "D.Y. hastaneye kaldırıldı".
    """
    numerals, first = listed("numerals", lang), candidate.lows[0]
    if candidate.kind != "name" and first in numerals:
        return True
    forms = [place.written for place in candidate.places]
    counts = all(part in numerals for low in candidate.lows for part in low.split("-"))
    return counts or all(map(SEAT.fullmatch, forms)) or (lang in UNNAMING and all(map(INITIALS.fullmatch, forms)))


def small_phrases(segment: Segment, wholes: Mapping[int, int], finder: Finder) -> Iterator[tuple[Span, Lows]]:
    """A segment's lower-case and mixed phrases; behind the opening only those that can stand twice."""
    for span in finder.phrases(segment.words, wholes, repeated=not opening(segment, 0)):
        yield span, lows(span, segment)


def sure(candidate: Candidate, known: Frequencies) -> bool:
    """Whether some place shows how it is written; one common word with a capital must be more than half a name.

    (Not Patrol in Snow Patrol, nor Buy, nor the Government.) What is only counted is a measure (2.1 million dollars,
    5 metres).
    """
    low = candidate.lows[0]
    common = candidate.kind == "name" and len(candidate.lows) == 1 and not known.capital(low)
    naming = known.noun(low) >= NOUN and known.rarity(low) > EVERYDAY
    if candidate.kind != "name" and all(place.counted for place in candidate.places):
        return False
    if all(place.written.isupper() for place in candidate.places) and shouted(candidate.lows, known):
        return False
    return any(
        place.written and (not common or place.written.islower() or (naming and place.clear))
        for place in candidate.places
    )


def counted(words: Words, at: int) -> bool:
    """Whether a number stands right before a word, or before the million in front of it; a year counts nothing."""
    for before in (at - 1, at - 2):
        if before < 0 or not words.gaps[before + 1].joined:
            return False
        if words.lows[before][0].isdigit():
            return not YEAR.fullmatch(words.lows[before])
    return False


def shouted(lows: Lows, known: Frequencies) -> bool:
    """Whether words in capitals are several and none a name's: a label (DISTRESSING CONTENT)."""
    return len(lows) > 1 and not any(map(known.capital, lows))


def worthy(small: list[tuple[Segment, list[tuple[Span, Lows]]]]) -> set[Lows]:
    """The lower-case and mixed phrases that stand in the title, a heading or the opening, or stand twice."""
    counts = Counter(phrase for _, spans in small for _, phrase in spans)
    prominent = {phrase for segment, spans in small for span, phrase in spans if opening(segment, span.start)}
    return prominent | {phrase for phrase, count in counts.items() if count > 1}


def opening(segment: Segment, at: int) -> bool:
    """Whether a word of a segment stands in the title, a heading or the article's opening."""
    return segment.kind != "body" or segment.begin + at < OPENING


def lows(span: Span, segment: Segment) -> Lows:
    """The words of a span in lower case."""
    return segment.words.lows[span.start : span.end]


class Notes:
    """The candidates of an article by key, while their places are being noted."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.found: dict[Key, Candidate] = {}
        self.named: dict[Lows, Candidate] = {}  # the same, by each of their forms
        self.little = binding(lang)
        self.honorifics = listed("honorifics", lang)
        self.introducing, self.verb_endings = listed("introducing", lang), lexicon("verb-endings", lang)
        self.determining, self.governed = listed("determining", lang), listed("governed", lang)
        self.saying = listed("attribution", lang)

    def add(self, span: Span, small: Lows, segment: Segment) -> None:
        """Note one occurrence under its candidate."""
        words, start, end = segment.words, span.start, span.end
        opens, follows = words.gaps[start].opens, words.gaps[end].joined
        near = words.lows[max(0, start - NEAR) : start] + words.lows[end : end + NEAR]
        place = Place(
            kind=segment.kind,
            segment=segment.begin,
            at=segment.begin + start,
            written="" if segment.loud or only_opens(words, start) else spelling(words, start, end),
            opens=opens,
            ends=not follows or words.stops[end],
            clear=not segment.loud and self.clear(words, start, end),
            determined=start > 0 and words.lows[start - 1] in self.determining,
            introduced=self.introduced(small[0], "" if opens else words.lows[start - 1]),
            governs=follows and words.lows[end] in self.governed,
            counted=counted(words, start),
            before=words.lows[start - 1] if start and words.gaps[start].joined and not words.stops[start - 1] else "",
            behind=words.lows[end] if follows and not words.stops[end] else "",
            speaks=not self.saying.isdisjoint(near),
        )
        self.candidate(span.kind, small).places.append(place)

    def introduced(self, low: str, before: str) -> bool:
        """Whether what stands before a word, or that it opens a sentence, fits a noun alone.

        A word that ends like an infinitive wants a full article: "al" and "de" stand before infinitives as well.
        """
        if not self.determining or low.endswith(self.verb_endings):
            return bool(self.determining) and before in self.governed
        return before in self.determining or (bool(self.introducing) and (not before or before in self.introducing))

    def candidate(self, kind: str, small: Lows) -> Candidate:
        """The candidate of which these words are a form."""
        if small not in self.named:
            key = tuple([part for low in small for part in low_key(low, self.lang)])
            self.named[small] = self.found.setdefault(key, Candidate(key, kind, small))
        return self.named[small]

    def clear(self, words: Words, start: int, end: int) -> bool:
        """Whether both ends of a name are beyond doubt: no other capital touches it, but for one title before it."""
        if self.beside(words, (end, end + 1), gap=0) is not None:
            return False
        if words.gaps[start].touches and words.lows[start - 1] in self.honorifics:
            start -= 1
        before = self.beside(words, (start - 1, start - 2), gap=1)
        return before is None or words.stops[before]

    def beside(self, words: Words, near: tuple[int, int], *, gap: int) -> int | None:
        """The capital or number that touches a word on one side, or is bound to it by a little word, if any."""
        for at in near:
            if not words.gaps[at + gap].touches:
                return None
            if words.lows[at] not in self.little:
                return at if words.proper[at] else None
        return None


@cache
def binding(lang: str) -> frozenset[str]:
    """The little words that may part two names or be part of one."""
    return BINDING | listed("connectors", lang)


def only_opens(words: Words, at: int) -> bool:
    """Whether a word has its capital only because it opens a sentence, so that it does not show how it is written."""
    return words.gaps[at].opens and not words.names[at] and capital(words.texts[at][:1])


def spelling(words: Words, start: int, end: int) -> str:
    """The words as written."""
    return words.texts[start] if end - start == 1 else " ".join(words.written(start, end).split())
