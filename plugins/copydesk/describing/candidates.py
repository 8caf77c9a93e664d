"""Text in, candidates out: the names, acronyms, mixed terms and noun phrases a tag could be made of."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from copydesk.describing.spans import Finder, Span, listed
from copydesk.describing.spelling import Key, low_key
from copydesk.describing.text import Segment, Text, Word, capital
from copydesk.describing.unspaced import phrases

BINDING = frozenset({"and", "und", "et", "e", "y", "и"})  # may part two names or be part of one
OPENING = 120  # words: a phrase that is not repeated must stand in the opening


class Place(NamedTuple):
    """One occurrence: the segment's kind and first word, the word it begins at itself, and how it is written there.

    `written` is "" where the line's capitals say nothing; `opens` is true where it opens a sentence, `ends` where
    nothing that could belong to it follows, `clear` where no other capital is so near that it could.
    """

    kind: str
    segment: int
    at: int
    written: str
    opens: bool
    ends: bool
    clear: bool


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
    small = [(segment, list(finder.phrases(segment.words))) for segment in text.segments]
    wanted = worthy(small)
    for segment, spans in small:
        for span in finder.names(segment.words):
            note(found, span, segment, text.lang)
        for span in spans:
            if lows(span, segment) in wanted:
                note(found, span, segment, text.lang)
    for segment, start, end in phrases(text):
        note(found, Span("phrase", start, end), segment, text.lang)
    return {key: candidate for key, candidate in found.items() if candidate.forms}


def worthy(small: list[tuple[Segment, list[Span]]]) -> set[tuple[str, ...]]:
    """The lower-case and mixed phrases that stand in the title, a heading or the opening, or stand twice."""
    counts: Counter[tuple[str, ...]] = Counter()
    prominent = set()
    for segment, spans in small:
        for span in spans:
            counts[lows(span, segment)] += 1
            if segment.kind != "body" or segment.begin + span.start < OPENING:
                prominent.add(lows(span, segment))
    return prominent | {phrase for phrase, count in counts.items() if count > 1}


def lows(span: Span, segment: Segment) -> tuple[str, ...]:
    """The words of a span in lower case."""
    return tuple([word.low for word in segment.words[span.start : span.end]])


def note(found: dict[Key, Candidate], span: Span, segment: Segment, lang: str) -> None:
    """Add one occurrence to the candidate of its key."""
    words = segment.words[span.start : span.end]
    key = tuple(part for word in words for part in low_key(word.low, lang))
    candidate = found.get(key)
    if candidate is None:
        candidate = found[key] = Candidate(key, span.kind, tuple(word.low for word in words))
    after = segment.words[span.end] if span.end < len(segment.words) else None
    ends = after is None or not after.joined or after.stop
    written = "" if segment.loud else spelling(words, segment)
    sure = not segment.loud and clear(span, segment, lang)
    at = segment.begin + span.start
    candidate.places.append(Place(segment.kind, segment.begin, at, written, words[0].opens, ends, sure))


def clear(span: Span, segment: Segment, lang: str) -> bool:
    """Whether both ends of a name are beyond doubt: no other capital touches it, nor follows an `and` or a dot."""
    words = segment.words
    before = words[span.start - 1] if span.start else None
    titles = listed("honorifics", lang) | listed("offices", lang)
    if before and touching(before, words[span.start], segment) and not before.stop and before.low not in titles:
        return not capital(before.text[:1])
    after = words[span.end : span.end + 2]
    if not after or not touching(words[span.end - 1], after[0], segment):
        return True
    if len(after) > 1 and after[0].stop and touching(after[0], after[1], segment):
        return not (after[0].low in BINDING | listed("connectors", lang) and capital(after[1].text[:1]))
    return not capital(after[0].text[:1])


def touching(one: Word, other: Word, segment: Segment) -> bool:
    """Whether only a space, a dot or an ampersand stands between two words."""
    return segment.text[one.end : other.start].strip() in ("", ".", "&")


def spelling(words: tuple[Word, ...], segment: Segment) -> str:
    """The words as written, but for a capital that only the sentence gave."""
    written = " ".join(segment.text[words[0].start : words[-1].end].split())
    return written[:1].lower() + written[1:] if words[0].opens and not words[0].name else written
