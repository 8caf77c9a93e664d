"""A text in, whether it says what a list of phrases has, and to whom it speaks, out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.cleaning.marks import is_whole
from copydesk.cleaning.phrases import tokens
from copydesk.language import UNSPACED, bilingual, lexicon, pairs, phrasebook, plainly
from copydesk.language.voices import voices

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS = " *•:→›»>"  # around what a line says alone
LABEL = 120  # characters of a line that says something and nothing else, at most, with its blanks
LONG = 5  # words of a phrase that hardly ever stands in a story
BEGINS = re.compile(r"(?:^|[.!?…:;|–—•。！？：])[^\w]*$")  # before the first word of a sentence or clause
LETTER = 90  # characters of a letter's name at most


def says(text: str, name: str, lang: str) -> bool:
    """Whether a text holds a phrase of a list, in its language or in English; the lists have straight apostrophes."""
    return phrasebook(name, "en", lang).in_text(plainly(text))


def says_alone(text: str, name: str, lang: str) -> bool:
    """Whether a line is an entry of a list, in its language or in English, and says nothing else."""
    return len(text) <= LABEL and plainly(text.strip(SIGNS)) in bilingual(name, lang)


def calls(text: str, name: str, lang: str) -> bool:
    """Whether a text holds a phrase of a list as a page's own words to its readers, and not inside a story's sentence.

    So it is where the phrase begins a sentence, is long, or is no sentence's; and where phrase or text says "we", "you"
    or "this", as in "This post contains …".
    """
    said = plainly(text)
    hits = list(phrasebook(name, "en", lang).found(said))
    if not hits or speaks(text, lang) or not is_whole(text):
        return bool(hits)
    return any(BEGINS.search(said[:at]) or is_own(tokens(phrase), lang) for at, phrase in hits)


def is_own(words: Sequence[str], lang: str) -> bool:
    """Whether the words of a phrase are many, or one of them says that it speaks of the page: "contributed to this"."""
    long = len(words) >= LONG and lang not in UNSPACED
    return long or not voices(lang).isdisjoint(words) or not demonstratives(lang).isdisjoint(words)


def speaks(text: str, lang: str) -> bool:
    """Whether a text says "we" or "you", or begins with "this"."""
    plain = plainly(text)
    words = [*tokens(text), *tokens(plain)]  # capitals tell the German "Sie" from "sie"
    if lang in UNSPACED:
        return any(map(plain.__contains__, voices(lang)))
    return not voices(lang).isdisjoint(words) or not demonstratives(lang).isdisjoint(tokens(plain)[:1])


@cache
def demonstratives(lang: str) -> frozenset[str]:
    """The words that point to what is at hand, in a language: "this"."""
    return frozenset(lexicon("demonstratives", lang))


def offers_letter(text: str, lang: str) -> bool:
    """Whether a text offers a letter by its name: "Sign up for the Evening Tide newsletter"."""
    said = plainly(text)
    return any(offer in said and what in said.partition(offer)[2][:LETTER] for offer, what in letters(lang))


@cache
def letters(lang: str) -> tuple[tuple[str, str], ...]:
    """How letters are offered in a language and in English: what stands before a letter's name, and behind."""
    return tuple(pair for code in dict.fromkeys(("en", lang)) for pair in pairs("letters", code, " … "))
