"""Texts in, how many of one's longer words another takes up out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.marks import spoken
from copydesk.language import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.cleaning.sheet import Sheet

TAKEN, STEM = 2, 5  # longer words of a title that its story takes up at least; their letters that are compared


def takes_up(text: str, title: str, lang: str) -> bool:
    """Whether a text takes up words of a title."""
    return len(stems(title, lang) & stems(text, lang)) >= TAKEN


def said(sheet: Sheet, pieces: Iterable[int]) -> frozenset[str]:
    """How the longer words of some pieces begin."""
    return frozenset().union(*(stems(sheet.text(at), sheet.lang) for at in pieces))


def stems(text: str, lang: str, least: int = STEM) -> frozenset[str]:
    """How the words of a text begin that have so many letters at least, without its small ones."""
    return frozenset(word[:STEM] for word in spoken(text, lang) if len(word) >= least and word not in stopwords(lang))
