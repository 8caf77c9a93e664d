"""A line that the labeller dropped in, the reason in words out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.cleaning.credit import TAIL, names_maker
from copydesk.cleaning.marks import NAMES as MARKS
from copydesk.cleaning.marks import ending, marked
from copydesk.cleaning.phrases import EDGE, KINDS, tokens
from copydesk.language import UNSPACED, lexicon, pairs, phrasebook, plainly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet

NAMES = {
    "share": "share bar",
    "newsletter": "newsletter box",
    "cookies": "cookie notice",
    "account": "account links",
    "paywall": "paywall notice",
    "comments": "comments",
    "related": "related stories",
    "advert": "advert",
    "navigation": "menu",
    "rights": "legal notice",
    "app": "player or app box",
    "credit": "picture credit",
    "author": "about the author",
    "updated": "date line",
}
BY = MARKS.index("by")
PAYWALL = KINDS.index("paywall")
SHORT = 5  # words of a menu's entry at most
TITLE = 20  # words of a teaser's title at most
LONG = 5  # words of a phrase that hardly ever stands in a story
BEGINS = re.compile(r"(?:^|[.!?…:;|–—•。！？：])[^\w]*$")  # before the first word of a sentence or clause
LETTER = 90  # characters of a letter's name at most


def labeller(sheet: Sheet) -> Mapping[int, str]:
    """Lines that the learned labeller takes for furniture, each with the reason in words."""
    stays = {*sheet.kept, *sheet.headline}
    return {at: reason(sheet, at) for at in range(len(sheet.lines)) if at not in stays}


def reason(sheet: Sheet, at: int) -> str:
    """Why a line went: what it says, else what it looks like, and where it stands."""
    text = sheet.lines[at].text
    words, row = marked(text, sheet.lang)
    if row[BY]:
        return "by-line"
    found = row[-len(KINDS) :]
    strongest = max(found)
    if len(words) <= TITLE and (found[PAYWALL] or says(text, "paywall", sheet.lang)):
        return NAMES["paywall"]
    if strongest >= EDGE and len(words) <= TITLE:
        return NAMES[KINDS[found.index(strongest)]]
    if names_maker(text[-TAIL:], sheet.lang):
        return NAMES["credit"]
    return shape(text, len(words), place(sheet, at))


def says(text: str, name: str, lang: str) -> bool:
    """Whether a text holds a phrase of a list, in its language or in English; the lists have straight apostrophes."""
    return phrasebook(name, "en", lang).in_text(plainly(text))


def calls(text: str, name: str, lang: str) -> bool:
    """Whether a text holds a phrase of a list as a page's own words to its readers, and not inside a story's sentence.

    So it is where the phrase begins a sentence, is long, or is no sentence's; and where phrase or text says "we", "you"
    or "this", as in "This post contains …".
    """
    said = plainly(text)
    hits = list(phrasebook(name, "en", lang).found(said))
    if not hits or speaks(text, lang) or not ending(text.strip())[0]:
        return bool(hits)
    return any(BEGINS.search(said[:at]) or is_own(tokens(phrase), lang) for at, phrase in hits)


def is_own(words: Sequence[str], lang: str) -> bool:
    """Whether the words of a phrase are many, or one of them says that it speaks of the page: "contributed to this"."""
    people, pointing = persons(lang)
    long = len(words) >= LONG and lang not in UNSPACED
    return long or not (people | pointing).isdisjoint(words)


def speaks(text: str, lang: str) -> bool:
    """Whether a text says "we" or "you", or begins with "this"."""
    plain = plainly(text)
    words = [*tokens(text), *tokens(plain)]  # capitals tell the German "Sie" from "sie"
    people, pointing = persons(lang)
    if lang in UNSPACED:
        return any(map(plain.__contains__, people))
    return not people.isdisjoint(words) or not pointing.isdisjoint(tokens(plain)[:1])


@cache
def persons(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words for who speaks and who is spoken to, and those that point to what is at hand, in a language."""
    people = frozenset((*lexicon("firstperson", lang), *lexicon("secondperson", lang)))
    return people, frozenset(lexicon("demonstratives", lang))


def offers_letter(text: str, lang: str) -> bool:
    """Whether a text offers a letter by its name: "Sign up for the Evening Tide newsletter"."""
    said = plainly(text)
    return any(offer in said and what in said.partition(offer)[2][:LETTER] for offer, what in letters(lang))


@cache
def letters(lang: str) -> tuple[tuple[str, str], ...]:
    """How letters are offered in a language and in English: what stands before a letter's name, and behind."""
    return tuple(pair for code in dict.fromkeys(("en", lang)) for pair in pairs("letters", code, " … "))


@cache
def listed(name: str, lang: str) -> frozenset[str]:
    """The phrases of a list in a language and in English."""
    return frozenset((*lexicon(name, "en"), *lexicon(name, lang)))


def shape(text: str, words: int, where: str) -> str:
    """What a line that names no furniture looks like."""
    stop, _, cut, _ = ending(text.strip())
    if cut:
        return f"teaser: cut off, {where}"
    if words <= SHORT and not stop:
        return "menu" if where == "before the first body line" else f"menu or label, {where}"
    return f"title of another story, {where}" if words <= TITLE and not stop else f"not of the article, {where}"


def place(sheet: Sheet, at: int) -> str:
    """Where a line stands to the body."""
    if not sheet.kept:
        return "on a page without an article"
    if at < sheet.kept[0]:
        return "before the first body line"
    return "after the last body line" if at > sheet.kept[-1] else "between body lines"
