"""Words in, spans out: the runs of words that name something, by the word lists of one language."""

from collections.abc import Container, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from copydesk.describing import frequency
from copydesk.describing.text import WORDS_KEPT, Word
from copydesk.language import lexicon

LONGEST_NAME = 5  # words: a longer run is a list or a headline
LONGEST_TAG = 40  # characters
LONGEST_PHRASE = 3
PAIR = 2
LONGEST_ACRONYM = 6  # letters
LONGEST_NUMBERED = 4  # letters and digits of a name that begins with a digit (4K, 3DS)
LONGEST_NUMERAL = 2  # digits
SHORTEST_NOUN = 3  # letters
DOTS = 2  # more than one is an address of the web
HOLDER = 8  # of 9: a word that has a capital nearly everywhere
CONNECTORS = 2  # of and the: little words in a row inside a name
NOUN = 3  # of 9: a word below this seldom stands where a noun can
NOUNS_WITH_CAPITALS = ("de",)
RARE_ENOUGH = 3  # half-bits: a word that more than every third text has is no tag


class Span(NamedTuple):
    """A run of a segment's words, by their numbers, and what it looks like."""

    kind: str
    start: int
    end: int


@cache
def listed(name: str, lang: str) -> frozenset[str]:
    """A word list as a set."""
    return frozenset(lexicon(name, lang))


class Finder:
    """Finds the spans of a segment that could be tags, with the word lists of one language."""

    def __init__(self, lang: str) -> None:
        self.known = frequency.of(lang)
        self.lang = lang
        self.capitals = lang in NOUNS_WITH_CAPITALS
        self.connectors = listed("connectors", lang)
        self.articles = listed("articles", lang)
        self.title_endings = lexicon("title-endings", lang)
        self.ordinals = lexicon("ordinals", lang)
        self.honorifics = listed("honorifics", lang)
        self.offices = listed("offices", lang)
        self.titles = self.honorifics | self.offices
        self.calendar = listed("calendar", lang)
        self.never = never(lang)
        self.governed = listed("governed", lang)
        self.verb_endings = lexicon("verb-endings", lang)

    def names(self, words: tuple[Word, ...]) -> Iterator[Span]:
        """Maximal runs of capitals, honorifics off, connectors inside."""
        at = 0
        while at < len(words):
            if not words[at].name:
                at += 1
                continue
            end = self.run(words, at)
            if at and words[at].joined and self.ordinal(words[at - 1]):
                at -= 1
            begin = self.after_title(words, at, end)
            if begin > at + 1 and words[at + 1].low in self.honorifics and self.holder(words[at]):
                yield Span(name_kind(words[at : at + 1]), at, at + 1)
            span = self.trimmed(words, begin, end)
            if span:
                yield span
            at = end

    def run(self, words: tuple[Word, ...], start: int) -> int:
        """The end of the run of capitals that starts here."""
        end = at = start + 1
        while at < len(words) and words[at].joined:
            if words[at].name or (end == at and numeral(words, at)):
                end = at = at + 1
            elif words[at].low in self.connectors and at - end < CONNECTORS:
                at += 1
            else:
                break
        return end

    def trimmed(self, words: tuple[Word, ...], start: int, end: int) -> Span | None:
        """A run without the little words and days around it; nothing where nothing is left."""
        while start < end - 1 and self.loose(words[start]):
            start += 1
        while end - 1 > start and self.trailing(words, start, end):
            end -= 1
        if self.lengthy(words[start:end]) or self.office(words[start:end]):
            return None
        if end - start == 1 and not self.fit(words[start]):
            return None
        return Span(name_kind(words[start:end]), start, end)

    def ordinal(self, word: Word) -> bool:
        """A number a name can begin with (14th Amendment)."""
        return word.text[:1].isdigit() and word.text.endswith(self.ordinals)

    def after_title(self, words: tuple[Word, ...], start: int, end: int) -> int:
        """Where the name begins: after the last title that a name follows (US President | Joe Biden)."""
        begin = start
        for at in range(start, end - 1):
            if words[at + 1].name and self.title(words, at, end, after_one=at == begin > start):
                begin = at + 1
        return begin

    def holder(self, word: Word) -> bool:
        """Whether what stands before a title is a name beyond doubt (US President, Nissan CEO)."""
        return self.fit(word) and (word.text.isupper() or self.known.capitals(word.low) >= HOLDER)

    def office(self, words: tuple[Word, ...]) -> bool:
        """Whether the words name an office and nobody who holds it (Prime Minister)."""
        return all(word.low in self.titles for word in words)

    def title(self, words: tuple[Word, ...], at: int, end: int, *, after_one: bool) -> bool:
        """Whether a word is a title; some are only after another one or before a full name (Justice Ada Quill)."""
        if words[at].low in self.honorifics or words[at].low.endswith(self.title_endings):
            return True
        full = at + 2 < end and words[at + 2].name
        return words[at].low in self.offices and (full or after_one)

    def loose(self, word: Word) -> bool:
        return word.low in self.calendar or (word.stop and word.low not in self.articles)

    def trailing(self, words: tuple[Word, ...], start: int, end: int) -> bool:
        """Whether the last word is none of the name's: a day, a little word, but not a king's number (World War I)."""
        last = words[end - 1]
        if last.low in self.calendar or last.low in self.connectors:
            return end - start > PAIR or last.low in self.connectors
        return last.stop and not (last.text == "I" and end - start > PAIR)

    def lengthy(self, words: tuple[Word, ...]) -> bool:
        """Whether a run is too long for a tag: a list, a headline, an institution's full title."""
        return len(words) > LONGEST_NAME or words[-1].end - words[0].start > LONGEST_TAG

    def fit(self, word: Word) -> bool:
        return (
            len(word.low) > 1
            and word.low.count(".") < DOTS
            and (word.low[0].isalpha() or len(word.low) <= LONGEST_NUMBERED)
            and not word.stop
            and word.low not in self.never
            and word.low not in self.honorifics
            and any(letter.isalpha() for letter in word.low)
        )

    def phrases(self, words: tuple[Word, ...], among: Container[str] | None) -> Iterator[Span]:
        """Runs of up to three words that end in a small noun: plain ones, and mixed ones that begin with a name.

        All their words are `among` those given, if any are. None where nouns have capitals: there all that is a noun
        is found among the names.
        """
        if self.capitals:
            return
        for end, word in enumerate(words, 1):
            if (among is not None and word.low not in among) or not self.closing(words, end - 1):
                continue
            held, named = word.low in self.titles, False
            for start in range(end - 1, max(-1, end - 1 - LONGEST_PHRASE), -1):
                if among is not None and words[start].low not in among:
                    break
                named = named or words[start].name
                if self.beginning(words[start]) and not (held and self.office(words[start:end])):
                    yield Span(phrase_kind(end - start, named=named), start, end)
                if not words[start].joined or not self.inner(words[start - 1]):
                    break

    def closing(self, words: tuple[Word, ...], at: int) -> bool:
        """Whether a phrase can end in a word: in a small noun."""
        word = words[at]
        return not (word.name or word.stop) and noun(word.low, self.lang) and not self.acts(words, at)

    def acts(self, words: tuple[Word, ...], at: int) -> bool:
        """Whether a word with a verb's ending has an object behind it (booking the day)."""
        after = words[at + 1] if at + 1 < len(words) else None
        objects = after is not None and after.joined and after.low in self.governed
        return objects and words[at].low.endswith(self.verb_endings)

    def beginning(self, word: Word) -> bool:
        if word.stop:
            return False
        return content(word.low, self.lang) or (word.name and word.low not in self.never)

    def inner(self, word: Word) -> bool:
        return not word.stop and not word.text.isdigit() and word.low not in self.never


@cache
def never(lang: str) -> frozenset[str]:
    """The words that no tag has, days and months among them."""
    return listed("never", lang) | listed("calendar", lang)


@lru_cache(maxsize=WORDS_KEPT)
def content(low: str, lang: str) -> bool:
    """Whether a word says enough to stand in a tag."""
    telling = len(low) >= SHORTEST_NOUN and not low[0].isdigit() and low not in never(lang)
    return telling and frequency.of(lang).rarity(low) >= RARE_ENOUGH


@lru_cache(maxsize=WORDS_KEPT)
def noun(low: str, lang: str) -> bool:
    """Whether a phrase can end in a small word."""
    ended = low.endswith(lexicon("never-endings", lang))
    return not ended and content(low, lang) and frequency.of(lang).noun_like(low) >= NOUN


def name_kind(words: tuple[Word, ...]) -> str:
    """One short word in capitals is an acronym, everything else a name."""
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) <= LONGEST_ACRONYM:
        return "acronym"
    return "name"


def numeral(words: tuple[Word, ...], at: int) -> bool:
    """Whether a number can belong to a name (Formula 1), unlike a year and what stands before a decimal (1,5)."""
    text, after = words[at].text, words[at + 1] if at + 1 < len(words) else None
    broken = after is not None and after.start == words[at].end + 1 and not after.joined and after.text[:1].isdigit()
    return text.isdigit() and len(text) <= LONGEST_NUMERAL and not broken


def phrase_kind(length: int, *, named: bool) -> str:
    """With a name in it a phrase is mixed; one small word is a noun."""
    return "mixed" if named else "noun" if length == 1 else "phrase"
