"""A sheet and what was dropped from it in, a label for every line out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.marks import BULLETS, CLOCK, YEAR
from copydesk.cleaning.phrases import phrases, tokens
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Container

    from copydesk.cleaning.sheet import Sheet

BULLET = re.compile(rf"\s*(?:[{re.escape(BULLETS)}]|\d{{1,3}}[.)])\s+\S")
QUOTED = re.compile(r"\s*>\s?\S")
NEAR = 12  # lines from the headline or the first body line within which by-lines and dates stand
SHORT = 25  # words of a by-line or date line at most


def label(sheet: Sheet, at: int, dropped: Container[int]) -> Label:
    """What a line is: the source's own markup first, then what the labeller and the line's shape say."""
    if at in sheet.headline:
        return Label.HEADLINE
    line = sheet.lines[at]
    if line.markup not in (None, Label.HEADLINE):
        return line.markup
    if at in dropped:
        return beside(sheet, at)
    if at in sheet.headings:
        return Label.HEADING
    if BULLET.match(line.text):
        return Label.ITEM
    return Label.QUOTE if QUOTED.match(line.text) else Label.PARAGRAPH


def beside(sheet: Sheet, at: int) -> Label:
    """What a dropped line is: by-lines and dates near the headline still tell something."""
    anchors = [*sheet.headline[:1], *sheet.kept[:1]]
    if not any(abs(at - anchor) <= NEAR for anchor in anchors):
        return Label.FURNITURE
    words = [word.lower() for word in tokens(sheet.lines[at].text)]
    known = phrases(sheet.lang)
    if not words or len(words) > SHORT:
        return Label.FURNITURE
    if any(tuple(words[:size]) in known.bylines for size in (1, 2, 3)):
        return Label.BYLINE
    return Label.DATE if dated(sheet.lines[at].text, words, known.months) else Label.FURNITURE


def dated(text: str, words: list[str], months: frozenset[str]) -> bool:
    """Whether a line could name a day."""
    numbers = any(word.isdigit() for word in words)
    return numbers and bool(YEAR.search(text) or CLOCK.search(text) or any(word in months for word in words))
