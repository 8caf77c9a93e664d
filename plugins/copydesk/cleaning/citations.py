"""A sheet in, the lines of its body that are somebody's words though no mark says so out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.marks import OPENERS
from copydesk.cleaning.prose import names_speaker
from copydesk.language.voices import own_voice
from copydesk.language.wrapping import ITEM

if TYPE_CHECKING:
    from collections.abc import Container

    from copydesk.cleaning.sheet import Sheet


def citations(sheet: Sheet, gone: Container[int]) -> frozenset[int]:
    """The paragraph below "The minister Helena Marsh said:", and those below it that go on as I or we.

    Press offices set such words apart by an indent alone, which a copied page loses: they would read as the paper's.
    """
    found: set[int] = set()
    body = [at for at in sheet.kept if at not in gone]
    for above, at in pairwise(body):
        text = sheet.lines[at].text
        goes_on = above in found and own_voice(text, sheet.lang)
        if (goes_on or names_speaker(sheet.lines[above].text, sheet.lang)) and is_bare(sheet, at):
            found.add(at)
    return frozenset(found)


def is_bare(sheet: Sheet, at: int) -> bool:
    """Whether a line is a paragraph without quotation marks."""
    text = sheet.lines[at].text
    shaped = at in sheet.headings or at in sheet.rows or at in sheet.entries or ITEM.match(text)
    return not shaped and not any(mark in text for mark in OPENERS if mark != "'")
