"""The lines of a mail, or of one pasted as text, in, what the header of the mail that it forwards says as Facts out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.language.prints import header
from copydesk.model import Facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.model import Line


def forwarded(lines: Sequence[Line]) -> Facts:
    """Subject, day and sender of the mail that the lines forward; empty where they forward none."""
    found = header([line.text for line in lines])
    if found is None:
        return Facts()
    date = found.date
    return Facts(title=found.subject, date=date, date_from="metadata" if date else "", source=found.sender)
