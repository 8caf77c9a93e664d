"""A sheet in, the lines out that are said elsewhere too: on other pages of the site, above, or as the headline."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.marks import furniture
from copydesk.cleaning.phrases import EDGE
from copydesk.cleaning.prose import is_sentence
from copydesk.cleaning.sayings import speaks
from copydesk.cleaning.signers import HEAD
from copydesk.cleaning.sources import TOLD, plain
from copydesk.language.wrapping import ITEM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

BEGUN = 30  # characters of a paragraph that the dump began twice, at least
LONG = 8  # words from which a line that stands twice is a doubled paragraph, and no refrain or label
REFRAIN = 3  # times that entries of a guide say something alike: of nine such lines of marked pages all were its own


def site_furniture(sheet: Sheet) -> Mapping[int, str]:
    """Lines that several seeds of the source share, but for those that an outlet's stories may well have alike."""
    shared = [at for at, text in enumerate(sheet.flat) if text in sheet.furniture]
    told = {at for at in shared if is_told_again(sheet, at)} if shared else set()
    return dict.fromkeys((at for at in shared if at not in told), "site furniture")


def is_told_again(sheet: Sheet, at: int) -> bool:
    """Whether a line of the body is a heading, an item or a whole sentence, and speaks of no furniture and to nobody.

    "Why it matters", "2 onions", and what a war began with stand in many stories, word for word.
    """
    text = sheet.lines[at].text
    if at not in sheet.own or max(furniture(text, sheet.lang)) >= EDGE or speaks(text, sheet.lang):
        return False
    heading = at in sheet.headings and at + 1 in sheet.own
    return heading or ITEM.match(text) is not None or (len(text) >= TOLD and is_sentence(text, sheet.lang))


def doubled(sheet: Sheet) -> Mapping[int, str]:
    """Long lines of the body that stand in it twice; of a title above a paragraph what stood before, if none."""
    seen: dict[str, int] = {}
    found = {}
    often = Counter(map(sheet.flat.__getitem__, sheet.kept))
    for at in sheet.kept:
        text = sheet.flat[at]
        if text in seen and often[text] < REFRAIN and text.count(" ") + 1 >= LONG:
            if not sheet.heads(at):
                found[at] = "doubled"
            elif not sheet.heads(seen[text]):
                found[seen[text]] = "table of contents"
        seen[text] = at
    return found


def begun_twice(sheet: Sheet) -> Mapping[int, str]:
    """Lines of the body that the next one says again from the start, and finishes."""
    texts = [sheet.flat[at] for at in sheet.kept]
    pairs = zip(sheet.kept, pairwise(texts), strict=False)
    return {
        at: "begun twice"
        for at, (text, after) in pairs
        if len(text) >= BEGUN and after.startswith(text) != (after == text)
    }


def headline_again(sheet: Sheet) -> Mapping[int, str]:
    """Lines of the body that are the headline over again; far below, above a paragraph, it is a section's."""
    title = plain(sheet.title)
    again = (at for at in sheet.kept if sheet.flat[at] == title)
    return {at: "headline again" for at in again if at in sheet.kept[:HEAD] or not sheet.heads(at)}
