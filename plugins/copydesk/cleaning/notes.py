"""A sheet in, what a page's notes leave among its lines out: numbers that stand alone, and where they lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.model import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

# The sign leads back to where the source is cited: before it, or behind it.
REFERENCE = re.compile(r"\W{0,3}(?:\d{1,3}\.\s*)?[\^↑]\s*\S|\W{0,3}\d{1,3}\.\s.*↩\ufe0e?\s*$")
ALONE = re.compile(r"\W*\d{1,2}\W*|\d{1,3} min\.?|\(?\d{1,3} ?(?:/|of|von|sur|de|di|van|из|z) ?\d{1,3}\)?")


def numbers(sheet: Sheet) -> Mapping[int, str]:
    """Numbers of one or two digits that stand alone in the body: of notes, of comments, of a gallery ("2 / 7")."""
    alone = {at for at in sheet.kept if ALONE.fullmatch(sheet.lines[at].text)}
    return dict.fromkeys(alone - sheet.rows - sheet.entries, "number") if alone else {}


def references(sheet: Sheet) -> Mapping[int, str]:
    """Lines outside the body that name a source and lead back to where it is cited."""
    outside = (at for at in range(len(sheet.lines)) if at not in sheet.own)
    return {at: Reason.REFERENCE for at in outside if REFERENCE.match(sheet.lines[at].text)}
