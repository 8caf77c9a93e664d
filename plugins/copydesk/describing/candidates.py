"""Text in, candidates out: the names, acronyms, mixed terms and noun phrases a tag could be made of."""

from collections import Counter
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
    found: dict[Key, Candidate] = {}
    finder = Finder(text.lang)
    small = [
        (segment, [(span, lows(span, segment)) for span in finder.phrases(segment.words)]) for segment in text.segments
    ]
    wanted = worthy(small)
    for segment, spans in small:
        for span in finder.names(segment.words):
            note(found, span, segment, text.lang)
        for span, phrase in spans:
            if phrase in wanted:
                note(found, span, segment, text.lang)
    for segment, start, end in phrases(text):
        note(found, Span("phrase", start, end), segment, text.lang)
    return {key: candidate for key, candidate in found.items() if sure(candidate, finder.known)}


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
    prominent = {
        phrase
        for segment, spans in small
        for span, phrase in spans
        if segment.kind != "body" or segment.begin + span.start < OPENING
    }
    return prominent | {phrase for phrase, count in counts.items() if count > 1}


def lows(span: Span, segment: Segment) -> Lows:
    """The words of a span in lower case."""
    return tuple([word.low for word in segment.words[span.start : span.end]])


def note(found: dict[Key, Candidate], span: Span, segment: Segment, lang: str) -> None:
    """Add one occurrence to the candidate of its key."""
    words, small = segment.words[span.start : span.end], lows(span, segment)
    key = tuple([part for low in small for part in low_key(low, lang)])
    candidate = found.get(key)
    if candidate is None:
        candidate = found[key] = Candidate(key, span.kind, small)
    after = segment.words[span.end] if span.end < len(segment.words) else None
    ends = after is None or not after.joined or after.stop
    written = "" if segment.loud or only_opens(words[0]) else spelling(words, segment)
    sure = not segment.loud and clear(span, segment, lang)
    at = segment.begin + span.start
    determined = span.start > 0 and segment.words[span.start - 1].low in listed("determining", lang)
    governs = after is not None and after.joined and after.low in listed("governed", lang)
    place = Place(segment.kind, segment.begin, at, written, words[0].opens, ends, sure, determined, governs)
    candidate.places.append(place)


def clear(span: Span, segment: Segment, lang: str) -> bool:
    """Whether both ends of a name are beyond doubt: no other capital touches it, but for one title before it."""
    words, start = segment.words, span.start
    if start and words[start - 1].low in listed("honorifics", lang) and touching(start - 1, segment):
        start -= 1
    little = binding(lang)
    before = beside(start, -1, segment, little)
    after = beside(span.end - 1, 1, segment, little)
    return not (before and not before.stop) and not after


@cache
def binding(lang: str) -> frozenset[str]:
    """The little words that may part two names or be part of one."""
    return BINDING | listed("connectors", lang)


def beside(at: int, step: int, segment: Segment, little: frozenset[str]) -> Word | None:
    """The capital or number that touches a word on one side, or is bound to it by a little word, if any."""
    for other in (at + step, at + 2 * step):
        if not 0 <= other < len(segment.words):
            return None
        word, between = segment.words[other], min(other, other - step)
        if word.low not in little:
            could = capital(word.text[:1]) or word.text.isdigit()
            return word if could and touching(between, segment) else None
        if not touching(between, segment):
            return None
    return None


def touching(number: int, segment: Segment) -> bool:
    """Whether only a space, a dot, an ampersand or a possessive's ending stands between a word and the next."""
    one, other = segment.words[number], segment.words[number + 1]
    return segment.text[one.end : other.start].strip() in BETWEEN


def only_opens(word: Word) -> bool:
    """Whether a word has its capital only because it opens a sentence, so that it does not show how it is written."""
    return word.opens and not word.name and capital(word.text[:1])


def spelling(words: tuple[Word, ...], segment: Segment) -> str:
    """The words as written."""
    return " ".join(segment.text[words[0].start : words[-1].end].split())
