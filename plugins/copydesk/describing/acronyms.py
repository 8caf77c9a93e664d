"""Text in, its acronyms with the long forms it spells out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.describing.spelling import Key, low_key
from copydesk.describing.text import Segment, Text, Word, split

FEWEST, MOST = 2, 8  # letters
SHORT = re.compile(r"\([^\W\d_][^\W\d_.]{1,8}\)")


class Pair(NamedTuple):
    """A short form and the long form a text gives it, both as keys and as written."""

    short: Key
    long: Key
    short_form: str
    long_form: str
    name: bool  # the long form is a name's (Office for Budget Responsibility), not a thing's (electric vehicles)


def pairs(text: Text) -> tuple[Pair, ...]:
    """Every `long form (LF)` of an article, in order."""
    near = (segment for segment in text.segments if SHORT.search(segment.text))
    return tuple(pair for segment in near for pair in found(segment, text.lang))


def pairs_of(text: str, lang: str) -> tuple[Pair, ...]:
    """The pairs of a plain text; its lines are its paragraphs."""
    lines = [line for line in text.split("\n") if SHORT.search(line)]
    segments = (Segment(line, "body", tuple(split(line, lang)), 0, loud=False) for line in lines)
    return tuple(pair for segment in segments for pair in found(segment, lang))


def found(segment: Segment, lang: str) -> Iterator[Pair]:
    """The pairs of one paragraph: a short form in brackets, and the words before it whose initials it has."""
    words, text = segment.words, segment.text
    for at, word in enumerate(words):
        letters = initials(word)
        if not letters or text[word.start - 1 : word.start] != "(":
            continue
        for start in range(at - len(letters), max(-1, at - 2 * len(letters) - 1), -1):
            if start >= 0 and spells(words[start:at], letters):
                yield pair(words[start:at], letters, segment, lang)
                break


def initials(word: Word) -> str:
    """The capitals of a short form, a plural's s off; nothing where the word is none."""
    text = word.text.replace(".", "")
    text = text[:-1] if text.endswith("s") and text[:-1].isupper() else text
    return text if text.isupper() and text.isalpha() and FEWEST <= len(text) <= MOST else ""


def spells(words: tuple[Word, ...], letters: str) -> bool:
    """Whether the words' first letters, little words left out where need be, are the acronym's."""
    if words[0].low[:1] != letters[0].casefold() or any(not word.joined for word in words[1:]):
        return False
    wanted = list(letters.casefold())
    firsts = [(part[:1], word.stop) for word in words for part in word.low.split("-") if part]
    for first, little in firsts:
        if wanted and first == wanted[0]:
            wanted.pop(0)
        elif not little:
            return False
    return not wanted


def pair(words: tuple[Word, ...], letters: str, segment: Segment, lang: str) -> Pair:
    """The pair of a short form and the words that spell it out."""
    long = tuple(part for word in words for part in low_key(word.low, lang))
    written = segment.text[words[0].start : words[-1].end]
    content = [word for word in words if not word.stop]
    name = sum(word.name for word in content) > len(content) / 2
    return Pair(low_key(letters.casefold(), lang), long, letters, written, name)
