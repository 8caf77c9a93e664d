"""A page in, the tags that it prints itself out: what its own editors filed it under."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from copydesk.language import bilingual, lowered, pairs, plainly
from copydesk.language.tokens import VOWELS
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.model import Line, Page

MOST = 12  # tags of a page at most; what lists more is a menu
WORDS = 5  # of a tag at most
SIGNS = 40  # of one at most
PARTS = re.compile(r"\s*[,;/|·•#、，،]\s*")
HASH = re.compile(rf"(?:#[^\W\d_][\w{VOWELS}-]{{1,40}}\s*)+")  # "#Port #Ferry": a line of nothing else


def keywords(page: Page) -> tuple[str, ...]:
    """The tags that stand behind or below a label below the headline ("Tags: …"), or with a number sign each."""
    top = next((at for at, line in enumerate(page.lines) if line.label is Label.HEADLINE), 0)
    below = page.lines[top + 1 :]
    lists = (listed(below[at:], page.seed.lang) for at, line in enumerate(below) if line.dropped_by)
    found = next(filter(None, lists), [])
    said = {term: plainly(term) for term in dict.fromkeys(found)}
    menu, calls = furniture(page.seed.lang), pointers(page.seed.lang)
    return tuple(term for term, low in said.items() if low not in menu and not low.startswith(calls))[:MOST]


def listed(lines: Sequence[Line], lang: str) -> list[str]:
    """The tags that the first of some lines names, or the short ones below it; none where it is no label of tags."""
    text = lines[0].text.strip()
    if text.startswith("#"):
        rows = takewhile(HASH.fullmatch, (line.text.strip() for line in lines[:MOST] if line.dropped_by))
        return [term for row in rows for term in terms(row)]
    label, _, rest = text.replace("：", ":").partition(":")
    if len(label) > SIGNS or lowered(label.strip(" #")) not in bilingual("keywords", lang):
        return []
    if rest.strip():
        return list(terms(rest))
    below = (line.text.strip() for line in lines[1 : MOST + 1] if line.dropped_by)
    own = takewhile(lambda row: is_tag(row) and plainly(row) not in others(lang), below)
    return [term for row in own for term in terms(row)]


@cache
def furniture(lang: str) -> frozenset[str]:
    """What menus and buttons say, in a language and in English."""
    phrases = (phrase for code in (lang, "en") for _, phrase in pairs("furniture", code, ": "))
    return frozenset((*phrases, *bilingual("labels", lang)))


@cache
def others(lang: str) -> frozenset[str]:
    """What stands above other stories and no tags, in a language and in English: "Related articles"."""
    told = (phrase for code in (lang, "en") for kind, phrase in pairs("furniture", code, ": ") if kind == "related")
    return frozenset(told) - bilingual("keywords", lang)


@cache
def pointers(lang: str) -> tuple[str, ...]:
    """How what points to other pages begins, in a language and in English: "More from News"."""
    return tuple(f"{phrase} " for phrase in sorted(others(lang)) if " " in phrase)


def terms(text: str) -> Iterator[str]:
    """The tags of a line."""
    yield from (term for term in map(str.strip, PARTS.split(text)) if is_tag(term))


def is_tag(text: str) -> bool:
    """Whether a text can be a tag by its length: some words, at least one letter, no sentence."""
    short = 1 < len(text) <= SIGNS and len(text.split()) <= WORDS
    return short and any(map(str.isalpha, text)) and text[-1] not in ".!?:"
