"""Text in, spans out: the runs of words that name something, by the word lists of one language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from copydesk.describing import frequency
from copydesk.describing.lands import filed, lands, twins
from copydesk.describing.spelling import WORDS_KEPT, Key, low_key
from copydesk.describing.text import Text
from copydesk.describing.words import Words
from copydesk.language import lexicon
from copydesk.language.people import first_name

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
    """Finds the spans that could be tags in an article's segments, with the word lists of its language."""

    def __init__(self, text: Text) -> None:
        lang = text.lang
        self.known = frequency.of(lang)
        self.lang, self.small = lang, lang not in NOUNS_WITH_CAPITALS
        self.connectors = listed("connectors", lang)
        self.articles = listed("articles", lang)
        self.title_endings = lexicon("title-endings", lang)
        self.ordinals = lexicon("ordinals", lang)
        self.joined = tuple(f"-{end}" for end in lexicon("joined", lang))
        self.honorifics = listed("honorifics", lang)
        self.offices = listed("offices", lang)
        self.titles = self.honorifics | self.offices
        self.calendar = listed("calendar", lang)
        self.never = never(lang)
        self.governed = listed("governed", lang)
        self.verb_endings = lexicon("verb-endings", lang)
        counts = Counter(chain.from_iterable(segment.words.lows for segment in text.segments))
        self.twice = frozenset(low for low, count in counts.items() if count > 1)
        self.repeated = self.nouns(self.twice)

    def nouns(self, lows: Iterable[str]) -> frozenset[str]:
        """Those words that a phrase can end in; none where nouns have capitals, for there they are among the names."""
        return frozenset(low for low in lows if noun(low, self.lang)) if self.small else frozenset()

    def names(self, words: Words, wholes: Mapping[int, int]) -> Iterator[Span]:
        """Maximal runs of capitals, honorifics off, connectors inside; well-known `wholes` as they are."""
        end = 0
        for at in words.capitals:
            if at < end or not words.names[at]:
                continue
            start, end = at, self.run(words, at)
            if wholes.get(at, 0) > end:
                end = wholes[at]
                yield Span("name", start, end)
                continue
            if words.gaps[at].joined and self.ordinal(words.texts[at - 1]):
                start -= 1
            if self.land_before_person(words, start, end):
                yield Span(name_kind(words, start, start + 1), start, start + 1)
                start += 1
            begin = self.after_title(words, start, end)
            if begin > start + 1 and words.lows[start + 1] in self.honorifics and self.holder(words, start):
                yield Span(name_kind(words, start, start + 1), start, start + 1)
            span = self.trimmed(words, begin, end)
            if span:
                yield span

    def wholes(self, words: Words) -> dict[int, int]:
        """Where names begin that everybody knows, and where they end: most languages write their other words small.

        (Fonds monétaire international.)
        """
        found: dict[int, int] = {}
        for at in words.capitals:
            for name in well_known(self.lang).get(low_key(words.lows[at], self.lang)[:1], ()):
                end = at + len(name)
                run = chain.from_iterable(low_key(low, self.lang) for low in words.lows[at:end])
                if tuple(run) == name and all(gap.joined for gap in words.gaps[at + 1 : end]):
                    found[at] = max(end, found.get(at, 0))
        return found

    def land_before_person(self, words: Words, start: int, end: int) -> bool:
        """Whether a run begins with a land and then names somebody: who holds its office, or by a first name.

        (президент США Дональд Трамп, парламент Грузии Нино Орлова.)
        """
        after_office = start > 0 and words.gaps[start].joined and words.lows[start - 1] in self.honorifics
        if end - start <= PAIR or not (after_office or first_name(words.lows[start + 1])):
            return False
        land = low_key(words.lows[start], self.lang)
        return land in lands(self.lang) or land in filed(self.lang)

    def run(self, words: Words, start: int) -> int:
        """The end of the run of capitals that starts here."""
        end = at = start + 1
        while words.gaps[at].joined:
            if words.names[at] or (end == at and numeral(words, at)):
                end = at = at + 1
            elif words.lows[at] in self.connectors and at - end < CONNECTORS:
                at += 1
            else:
                break
        return end

    def trimmed(self, words: Words, start: int, end: int) -> Span | None:
        """A run without the little words and days around it; nothing where nothing is left."""
        while start < end - 1 and self.loose(words, start):
            start += 1
        while end - 1 > start and self.trailing(words, start, end):
            end -= 1
        if lengthy(words, start, end) or self.office(words.lows[start:end]) or hanging(words, end - 1):
            return None
        if end - start == 1 and not self.fit(words, start):
            return None
        return Span(name_kind(words, start, end), start, end)

    def ordinal(self, text: str) -> bool:
        """A number a name can begin with (14th Amendment)."""
        return text[:1].isdigit() and text.endswith(self.ordinals)

    def after_title(self, words: Words, start: int, end: int) -> int:
        """Where the name begins: after the last title that a name follows (US President | Joe Biden)."""
        begin = start
        for at in range(start, end - 1):
            if words.names[at + 1] and self.title(words, at, end, after_one=at == begin > start):
                begin = at + 1
        return begin

    def holder(self, words: Words, at: int) -> bool:
        """Whether what stands before a title is a name beyond doubt (US President, Nissan CEO)."""
        return self.fit(words, at) and (words.texts[at].isupper() or self.known.capitals(words.lows[at]) >= HOLDER)

    def office(self, lows: Iterable[str]) -> bool:
        """Whether the words name an office and nobody who holds it (Prime Minister)."""
        return self.titles.issuperset(lows)

    def title(self, words: Words, at: int, end: int, *, after_one: bool) -> bool:
        """Whether a word is a title; some are only after another one or before a full name (Justice Ada Quill)."""
        low = words.lows[at]
        if low in self.honorifics or low.endswith(self.title_endings):
            return True
        return low in self.offices and (after_one or (at + 2 < end and words.names[at + 2]))

    def loose(self, words: Words, at: int) -> bool:
        """Whether the first word is none of the name's: a day, a little word, an adjective (Iran-backed Hezbollah)."""
        if words.lows[at] in self.calendar or words.lows[at].endswith(self.joined):
            return True
        return words.stops[at] and words.lows[at] not in self.articles

    def trailing(self, words: Words, start: int, end: int) -> bool:
        """Whether the last word is none of the name's: a day, a little word, but not a king's number (World War I)."""
        low, long = words.lows[end - 1], end - start > PAIR
        if low in self.connectors or low in self.calendar:
            return long or low in self.connectors
        return words.stops[end - 1] and not (long and words.texts[end - 1] == "I")

    def fit(self, words: Words, at: int) -> bool:
        low = words.lows[at]
        return (
            len(low) > 1
            and not words.stops[at]
            and low not in self.never
            and low not in self.honorifics
            and (low.isalpha() or fit(low))
        )

    def phrases(self, words: Words, wholes: Mapping[int, int], *, repeated: bool) -> Iterator[Span]:
        """Runs of up to three words that end in a small noun: plain ones, and mixed ones that begin with a name.

        None is cut from well-known `wholes`. With `repeated` only those whose words all stand more than once in the
        article.
        """
        ends = self.repeated if repeated else self.nouns(words.lows)
        within = {at for start, end in wholes.items() for at in range(start, end)}
        for last in [at for at, low in enumerate(words.lows) if low in ends and at not in within]:
            if words.names[last] or words.stops[last] or self.acts(words, last) or hanging(words, last):
                continue
            held, named, end = words.lows[last] in self.titles, False, last + 1
            for start in range(last, max(-1, last - LONGEST_PHRASE), -1):
                if start in within or (repeated and words.lows[start] not in self.twice):
                    break
                named = named or words.names[start]
                if self.beginning(words, start) and not (held and self.office(words.lows[start:end])):
                    yield Span(phrase_kind(end - start, named=named), start, end)
                if not words.gaps[start].joined or not self.inner(words, start - 1):
                    break

    def acts(self, words: Words, at: int) -> bool:
        """Whether a word with a verb's ending has an object behind it (booking the day)."""
        objects = words.gaps[at + 1].joined and words.lows[at + 1] in self.governed
        return objects and words.lows[at].endswith(self.verb_endings)

    def beginning(self, words: Words, at: int) -> bool:
        low = words.lows[at]
        telling = content(low, self.lang) or (words.names[at] and low not in self.never)
        return telling and not words.stops[at]

    def inner(self, words: Words, at: int) -> bool:
        return not words.stops[at] and words.lows[at] not in self.never and not words.texts[at].isdigit()


@cache
def well_known(lang: str) -> dict[Key, tuple[Key, ...]]:
    """The names of several words that a language's list knows for another form of one, below their first word's key."""
    below: dict[Key, list[Key]] = {}
    for form in twins(lang):
        if len(form) > 1:
            below.setdefault(form[:1], []).append(form)
    return {first: tuple(forms) for first, forms in below.items()}


@cache
def never(lang: str) -> frozenset[str]:
    """The words that no tag has, days and months among them."""
    return listed("never", lang) | listed("calendar", lang)


@lru_cache(maxsize=WORDS_KEPT)
def content(low: str, lang: str) -> bool:
    """Whether a word says enough to stand in a tag."""
    telling = len(low) >= SHORTEST_NOUN and not low[0].isdigit() and "." not in low and low not in never(lang)
    return telling and frequency.of(lang).rarity(low) >= RARE_ENOUGH


@lru_cache(maxsize=WORDS_KEPT)
def noun(low: str, lang: str) -> bool:
    """Whether a phrase can end in a small word."""
    ended = low.endswith(lexicon("never-endings", lang))
    return not ended and content(low, lang) and frequency.of(lang).noun_like(low) >= NOUN


def fit(low: str) -> bool:
    """Whether a word that is not only of letters can be a name: no address of the web, no number, nor half of one."""
    named = low[0].isalpha() or len(low) <= LONGEST_NUMBERED
    return named and low.count(".") < DOTS and any(map(str.isalpha, low))


def name_kind(words: Words, start: int, end: int) -> str:
    """One short word in capitals is an acronym, everything else a name."""
    text = words.texts[start]
    return "acronym" if end - start == 1 and len(text) <= LONGEST_ACRONYM and text.isupper() else "name"


def hanging(words: Words, at: int) -> bool:
    """Whether a word is the first half of a compound whose second comes later (Asyl- und Sozialpolitik)."""
    return words.source[words.end(at) :][:2] in ("- ", "-,")


def lengthy(words: Words, start: int, end: int) -> bool:
    """Whether a run is too long for a tag: a list, a headline, an institution's full title."""
    return end - start > LONGEST_NAME or words.end(end - 1) - words.starts[start] > LONGEST_TAG


def numeral(words: Words, at: int) -> bool:
    """Whether a number can belong to a name (Formula 1), unlike a year and what stands before a decimal (1,5)."""
    text, after = words.texts[at], at + 1
    if not (text.isdigit() and len(text) <= LONGEST_NUMERAL):
        return False
    beside = after < len(words.texts) and words.starts[after] == words.end(at) + 1 and not words.gaps[after].joined
    return not (beside and words.texts[after][:1].isdigit())


def phrase_kind(length: int, *, named: bool) -> str:
    """With a name in it a phrase is mixed; one small word is a noun."""
    return "mixed" if named else "noun" if length == 1 else "phrase"
