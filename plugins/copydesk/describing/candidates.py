"""Text in, candidates out: the names, acronyms, mixed terms and noun phrases a tag could be made of."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from copydesk.describing import frequency
from copydesk.describing.spelling import Key, low_key
from copydesk.describing.text import Segment, Text, Word
from copydesk.language import lexicon

LONGEST_NAME = 6  # words
LONGEST_PHRASE = 3
LONGEST_ACRONYM = 6  # letters
LONGEST_NUMERAL = 2  # digits
SHORTEST_NOUN = 3  # letters
CONNECTORS = 2  # of and the: little words in a row inside a name
OPENING = 120  # words: a phrase that is not repeated must stand in the opening
NOUN = 3  # of 9: a word below this seldom stands where a noun can
RARE_ENOUGH = 3  # half-bits: a word that more than every third text has is no tag


class Place(NamedTuple):
    """One occurrence: the segment's kind and first word, the word it begins at itself, and how it is written there.

    `written` is "" where the line's capitals say nothing; `opens` is true where it opens a sentence, `ends` where
    nothing that could belong to it follows.
    """

    kind: str
    segment: int
    at: int
    written: str
    opens: bool
    ends: bool


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


class Span(NamedTuple):
    """A run of a segment's words, by their numbers, and what it looks like."""

    kind: str
    start: int
    end: int


@cache
def listed(name: str, lang: str) -> frozenset[str]:
    """A word list as a set."""
    return frozenset(lexicon(name, lang))


def candidates(text: Text) -> dict[Key, Candidate]:
    """Every candidate of an article by its key, in the order of appearance."""
    found: dict[Key, Candidate] = {}
    finder = Finder(text.lang)
    repeated = finder.repeated(text)
    for segment in text.segments:
        for span in finder.spans(segment):
            words = segment.words[span.start : span.end]
            lows = tuple(word.low for word in words)
            if span.kind in ("noun", "phrase", "mixed") and lows not in repeated:
                continue
            note(found, span, words, segment, text.lang)
    return {key: candidate for key, candidate in found.items() if candidate.forms}


def note(found: dict[Key, Candidate], span: Span, words: tuple[Word, ...], segment: Segment, lang: str) -> None:
    """Add one occurrence to the candidate of its key."""
    key = tuple(part for word in words for part in low_key(word.low, lang))
    candidate = found.get(key)
    if candidate is None:
        candidate = found[key] = Candidate(key, span.kind, tuple(word.low for word in words))
    after = segment.words[span.end] if span.end < len(segment.words) else None
    ends = after is None or not after.joined or after.stop
    written = "" if segment.loud else spelling(words, segment)
    candidate.places.append(Place(segment.kind, segment.begin, segment.begin + span.start, written, words[0].opens, ends))


def spelling(words: tuple[Word, ...], segment: Segment) -> str:
    """The words as written, but for a capital that only the sentence gave."""
    written = " ".join(segment.text[words[0].start : words[-1].end].split())
    return written[:1].lower() + written[1:] if words[0].opens and not words[0].name else written


class Finder:
    """Finds the spans of a segment that could be tags, with the word lists of one language."""

    def __init__(self, lang: str) -> None:
        self.known = frequency.of(lang)
        self.connectors = listed("connectors", lang)
        self.articles = listed("articles", lang)
        self.honorifics = listed("honorifics", lang)
        self.never = listed("never", lang)

    def repeated(self, text: Text) -> set[tuple[str, ...]]:
        """The lower-case and mixed phrases that stand in the title, a heading or the opening, or stand twice."""
        counts: Counter[tuple[str, ...]] = Counter()
        prominent = set()
        for segment in text.segments:
            for span in self.phrases(segment.words):
                lows = tuple(word.low for word in segment.words[span.start : span.end])
                counts[lows] += 1
                if segment.kind != "body" or segment.begin + span.start < OPENING:
                    prominent.add(lows)
        return prominent | {lows for lows, count in counts.items() if count > 1}

    def spans(self, segment: Segment) -> Iterator[Span]:
        yield from self.names(segment.words)
        yield from self.phrases(segment.words)

    def names(self, words: tuple[Word, ...]) -> Iterator[Span]:
        """Maximal runs of capitals, honorifics off, connectors inside."""
        at = 0
        while at < len(words):
            if not words[at].name:
                at += 1
                continue
            end = self.run(words, at)
            span = self.trimmed(words, at, end)
            if span:
                yield span
            at = end

    def run(self, words: tuple[Word, ...], start: int) -> int:
        """The end of the run of capitals that starts here."""
        end = at = start + 1
        while at < len(words) and words[at].joined:
            if words[at].name or (end == at and numeral(words[at])):
                end = at = at + 1
            elif words[at].low in self.connectors and at - end < CONNECTORS:
                at += 1
            else:
                break
        return end

    def trimmed(self, words: tuple[Word, ...], start: int, end: int) -> Span | None:
        """A run without the honorifics and days around it; nothing where nothing is left."""
        start = self.beyond_honorifics(words, start, end)
        while start < end - 1 and words[start].stop and words[start].low not in self.articles:
            start += 1
        while end - 1 > start + 1 and words[end - 1].low in self.never:
            end -= 1
        if end - start > LONGEST_NAME or not self.fit(words[start]) or (end - start == 1 and words[start].stop):
            return None
        return Span(name_kind(words[start:end]), start, end)

    def beyond_honorifics(self, words: tuple[Word, ...], start: int, end: int) -> int:
        """Where the name begins: after the last honorific that a name follows (US President | Joe Biden)."""
        begin = start
        for at in range(start, end - 1):
            if self.loose(words[at]) and words[at + 1].name and (at == begin or words[at].low in self.honorifics):
                begin = at + 1
        return begin

    def loose(self, word: Word) -> bool:
        return word.low in self.honorifics or word.low in self.never

    def fit(self, word: Word) -> bool:
        return (
            len(word.low) > 1
            and word.low not in self.never
            and word.low not in self.honorifics
            and any(letter.isalpha() for letter in word.low)
        )

    def phrases(self, words: tuple[Word, ...]) -> Iterator[Span]:
        """Runs of up to three words that end in a small noun: plain ones, and mixed ones that begin with a name."""
        for end, word in enumerate(words, 1):
            if word.name or not self.ending(word):
                continue
            for start in range(end - 1, max(-1, end - 1 - LONGEST_PHRASE), -1):
                if self.beginning(words[start]):
                    yield Span(phrase_kind(words, start, end), start, end)
                if not words[start].joined or not self.inner(words[start - 1]):
                    break

    def ending(self, word: Word) -> bool:
        return self.content(word) and self.known.noun(word.low) >= NOUN

    def beginning(self, word: Word) -> bool:
        return self.content(word) or (word.name and not word.stop and word.low not in self.never)

    def inner(self, word: Word) -> bool:
        return not word.stop and not word.text.isdigit() and word.low not in self.never

    def content(self, word: Word) -> bool:
        return (
            not word.stop
            and len(word.low) >= SHORTEST_NOUN
            and not word.text[0].isdigit()
            and word.low not in self.never
            and self.known.rarity(word.low) >= RARE_ENOUGH
        )


def name_kind(words: tuple[Word, ...]) -> str:
    """One short word in capitals is an acronym, everything else a name."""
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) <= LONGEST_ACRONYM:
        return "acronym"
    return "name"


def numeral(word: Word) -> bool:
    """A number that can belong to a name (Formula 1), unlike a year."""
    return word.text.isdigit() and len(word.text) <= LONGEST_NUMERAL


def phrase_kind(words: tuple[Word, ...], start: int, end: int) -> str:
    """With a name in it a phrase is mixed; one small word is a noun."""
    if any(word.name for word in words[start:end]):
        return "mixed"
    return "noun" if end - start == 1 else "phrase"
