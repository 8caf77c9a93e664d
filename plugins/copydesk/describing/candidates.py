"""Text in, candidates out: the names, acronyms, mixed terms and noun phrases a tag could be made of."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from copydesk.describing.frequency import Frequencies
from copydesk.describing.spans import NOUN, Finder, Span, listed
from copydesk.describing.spelling import Key, low_key
from copydesk.describing.text import Segment, Text, Word, capital
from copydesk.describing.unspaced import phrases

BINDING = frozenset({"and", "und", "et", "e", "y", "и"})  # may part two names or be part of one
BETWEEN = frozenset({"", ".", "&", "'", "’", "'s", "’s"})  # may stand between two words of one name
EVERYDAY = 7  # half-bits: a word of every eleventh text or more is no name, whatever its capital
Lows = tuple[str, ...]  # a phrase's words in lower case
OPENING = 120  # words: a phrase that is not repeated must stand in the opening


class Place(NamedTuple):
    """One occurrence: the segment's kind and first word, the word it begins at itself, and how it is written there.

    `written` is "" where the line's capitals say nothing; `opens` is true where it opens a sentence, `ends` where
    nothing that could belong to it follows, `clear` where no other capital is so near that it could; `determined`
    where a word stands before it that only nouns follow, `governs` where one follows it that hardly follows a noun.
    """

    kind: str
    segment: int
    at: int
    written: str
    opens: bool
    ends: bool
    clear: bool
    determined: bool
    governs: bool


@dataclass
class Candidate:
    """One thing the article names: its key, its kind, its words in lower case, and every place."""

    key: Key
    kind: str
    lows: tuple[str, ...]
    places: list[Place] = field(default_factory=list)

    @property
    def forms(self) -> Counter[str]:
        """Its spellings and how often each is used, the first used first."""
        return Counter(place.written for place in self.places if place.written)


def candidates(text: Text) -> dict[Key, Candidate]:
    """Every candidate of an article by its key, in the order of appearance."""
    finder, notes, twice = Finder(text.lang), Notes(text.lang), several(text)
    small = [(segment, list(small_phrases(segment, finder, twice))) for segment in text.segments]
    wanted = worthy(small)
    for segment, spans in small:
        for span in finder.names(segment.words):
            notes.add(span, lows(span, segment), segment)
        for span, phrase in spans:
            if phrase in wanted:
                notes.add(span, phrase, segment)
    for segment, start, end in phrases(text):
        span = Span("phrase", start, end)
        notes.add(span, lows(span, segment), segment)
    return {key: candidate for key, candidate in notes.found.items() if sure(candidate, finder.known)}


def several(text: Text) -> frozenset[str]:
    """The words that stand more than once in an article."""
    counts = Counter([word.low for segment in text.segments for word in segment.words])
    return frozenset(low for low, count in counts.items() if count > 1)


def small_phrases(segment: Segment, finder: Finder, twice: frozenset[str]) -> Iterator[tuple[Span, Lows]]:
    """A segment's lower-case and mixed phrases; behind the opening only those that can stand twice."""
    among = None if opening(segment, 0) else twice
    for span in finder.phrases(segment.words, among):
        yield span, lows(span, segment)


def sure(candidate: Candidate, known: Frequencies) -> bool:
    """Whether some place shows how it is written; one common word with a capital must be more than half a name.

    (Not Patrol in Snow Patrol, nor Buy, nor the Government.)
    """
    low = candidate.lows[0]
    common = candidate.kind == "name" and len(candidate.lows) == 1 and not known.capital(low)
    naming = known.noun(low) >= NOUN and known.rarity(low) > EVERYDAY
    return any(
        place.written and (not common or place.written.islower() or (naming and place.clear))
        for place in candidate.places
    )


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
    return tuple([word.low for word in segment.words[span.start : span.end]])


class Notes:
    """The candidates of an article by key, while their places are being noted."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.found: dict[Key, Candidate] = {}
        self.named: dict[Lows, Candidate] = {}  # the same, by each of their forms
        self.little = binding(lang)
        self.honorifics = listed("honorifics", lang)
        self.determining, self.governed = listed("determining", lang), listed("governed", lang)

    def add(self, span: Span, small: Lows, segment: Segment) -> None:
        """Note one occurrence under its candidate."""
        words, start, loud = segment.words, span.start, segment.loud
        first, after = words[start], words[span.end] if span.end < len(words) else None
        follows = after if after and after.joined else None
        place = Place(
            segment.kind,
            segment.begin,
            segment.begin + start,
            "" if loud or only_opens(first) else spelling(span, segment),
            first.opens,
            follows is None or follows.stop,
            not loud and self.clear(span, segment),
            start > 0 and words[start - 1].low in self.determining,
            follows is not None and follows.low in self.governed,
        )
        self.candidate(span.kind, small).places.append(place)

    def candidate(self, kind: str, small: Lows) -> Candidate:
        """The candidate of which these words are a form."""
        if small not in self.named:
            key = tuple([part for low in small for part in low_key(low, self.lang)])
            self.named[small] = self.found.setdefault(key, Candidate(key, kind, small))
        return self.named[small]

    def clear(self, span: Span, segment: Segment) -> bool:
        """Whether both ends of a name are beyond doubt: no other capital touches it, but for one title before it."""
        words, start = segment.words, span.start
        if self.beside(span.end - 1, 1, segment):
            return False
        if start and words[start - 1].low in self.honorifics and touching(start - 1, segment):
            start -= 1
        before = self.beside(start, -1, segment)
        return before is None or before.stop

    def beside(self, at: int, step: int, segment: Segment) -> Word | None:
        """The capital or number that touches a word on one side, or is bound to it by a little word, if any."""
        for other in (at + step, at + 2 * step):
            if not 0 <= other < len(segment.words):
                return None
            word, between = segment.words[other], min(other, other - step)
            if word.low not in self.little:
                could = capital(word.text[:1]) or word.text.isdigit()
                return word if could and touching(between, segment) else None
            if not touching(between, segment):
                return None
        return None


@cache
def binding(lang: str) -> frozenset[str]:
    """The little words that may part two names or be part of one."""
    return BINDING | listed("connectors", lang)


def touching(number: int, segment: Segment) -> bool:
    """Whether only a space, a dot, an ampersand or a possessive's ending stands between a word and the next."""
    one, other = segment.words[number], segment.words[number + 1]
    return segment.text[one.end : other.start].strip() in BETWEEN


def only_opens(word: Word) -> bool:
    """Whether a word has its capital only because it opens a sentence, so that it does not show how it is written."""
    return word.opens and not word.name and capital(word.text[:1])


def spelling(span: Span, segment: Segment) -> str:
    """The words as written."""
    first, last = segment.words[span.start], segment.words[span.end - 1]
    return first.text if first is last else " ".join(segment.text[first.start : last.end].split())
