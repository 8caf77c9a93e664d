"""A page in, the line out that says that it is not to be printed yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.language.days import past
from copydesk.model import Reason

if TYPE_CHECKING:
    import datetime

    from copydesk.model import Page

HELD = re.compile(r"embarg|sperrfrist|not for (?:publication|release)", re.IGNORECASE)
EMBARGO = "is under an embargo (“{}”), and no build waits for its end: write `Status: draft` into the post until then"


def embargo(page: Page, today: datetime.date) -> str:
    """The embargo above a page whose end is not told or has not come; "" of any other.

    Only lines that go as slugs do: what an article tells of embargoes is none.
    """
    held = (line.text.strip() for line in page.lines if line.dropped_by == Reason.SLUG and HELD.search(line.text))
    return next((text for text in held if not past(text, page.seed.lang, today)), "")
