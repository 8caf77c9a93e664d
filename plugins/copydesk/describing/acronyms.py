"""Text in, its acronyms with the long forms it spells out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.describing.spelling import Key, low_key
from copydesk.describing.text import Text
from copydesk.describing.words import Words, split

FEWEST, MOST = 2, 8  # letters
SHORT = re.compile(r"\([^\W\d_][^\W\d_.]{1,8}\)")


class Pair(NamedTuple):
    """A short form and the long form a text gives it, as keys."""

    short: Key
    long: Key
    name: bool  # the long form is a name's (Office for Budget Responsibility), not a thing's (electric vehicles)


def pairs(text: Text) -> tuple[Pair, ...]:
    """Every `long form (LF)` of an article, in order."""
    near = (segment.words for segment in text.segments if SHORT.search(segment.words.source))
    return tuple(pair for words in near for pair in found(words, text.lang))


def pairs_of(text: str, lang: str) -> tuple[Pair, ...]:
    """The pairs of a plain text; its lines are its paragraphs."""
    near = (split(line, lang) for line in text.split("\n") if SHORT.search(line))
    return tuple(pair for words in near for pair in found(words, lang))


def found(words: Words, lang: str) -> Iterator[Pair]:
    """The pairs of one paragraph: a short form in brackets, and the words before it whose initials it has."""
    for at, begin in enumerate(words.starts):
        letters = initials(words.texts[at]) if words.source[begin - 1 : begin] == "(" else ""
        for start in range(at - len(letters), max(-1, at - 2 * len(letters) - 1), -1) if letters else ():
            if start >= 0 and spells(words, start, at, letters):
                yield pair(words, start, at, letters, lang)
                break


def initials(text: str) -> str:
    """The capitals of a short form, a plural's s off; nothing where the word is none."""
    text = text.replace(".", "")
    text = text[:-1] if text.endswith("s") and text[:-1].isupper() else text
    return text if text.isupper() and text.isalpha() and FEWEST <= len(text) <= MOST else ""


def spells(words: Words, start: int, end: int, letters: str) -> bool:
    """Whether the words' first letters, little words left out where need be, are the acronym's."""
    if words.lows[start][:1] != letters[0].casefold() or not all(gap.joined for gap in words.gaps[start + 1 : end]):
        return False
    wanted = list(letters.casefold())
    near = zip(words.lows[start:end], words.stops[start:end], strict=True)
    firsts = [(part[:1], stop) for low, stop in near for part in low.split("-") if part]
    for first, little in firsts:
        if wanted and first == wanted[0]:
            wanted.pop(0)
        elif not little:
            return False
    return not wanted


def pair(words: Words, start: int, end: int, letters: str, lang: str) -> Pair:
    """The pair of a short form and the words that spell it out."""
    long = tuple(part for low in words.lows[start:end] for part in low_key(low, lang))
    content = [at for at in range(start, end) if not words.stops[at]]
    name = sum(words.names[at] for at in content) > len(content) / 2
    return Pair(low_key(letters.casefold(), lang), long, name)
