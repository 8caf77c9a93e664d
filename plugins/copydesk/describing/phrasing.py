"""A word list's name in, a pattern for its entries out; and the text as those patterns read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from copydesk.language import UNSPACED, lexicon, lowered
from copydesk.language import words as split_words
from copydesk.language.tokens import VOWELS

ENDED = rf"(?:(?<=')|(?![\w{VOWELS}]))"  # where an entry ends: no letter follows, but behind an elision (c', lorsqu')
FOLD = {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'}


def folded(text: str) -> str:
    """The text with straight quotation marks."""
    for curly, straight in FOLD.items():
        text = text.replace(curly, straight)
    return text


def holds(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text has any of the phrases."""
    return any(phrase in text for phrase in phrases)


def attributes(text: str, lang: str) -> bool:
    """Whether the text says that somebody says something; where words have no blanks, anywhere in it."""
    low = lowered(text)
    verbs, phrases = _saying(lang)
    if lang in UNSPACED:
        return holds(low, verbs)
    return not verbs.isdisjoint(split_words(low, lang)) or holds(low, phrases)


@cache
def _saying(lang: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words and the phrases that say that somebody says something."""
    told = lexicon("attribution", lang)
    return frozenset(told), tuple(one for one in told if " " in one)


@cache
def opening(name: str, lang: str) -> re.Pattern[str]:
    """The entries of a list where a text begins with one."""
    entries = any_of(lexicon(name, lang))
    return re.compile(entries if lang in UNSPACED else rf"(?:{entries}){ENDED}")


def any_of(entries: Iterable[str]) -> str:
    """A pattern for any of the entries, the longest first; one that never matches where there are none."""
    found = "|".join(re.escape(entry) for entry in sorted(entries, key=lambda entry: (-len(entry), entry)))
    return found or "(?!)"
