"""A file of plain text in, one Seed out: every line as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model import Seed
from copydesk.reading.encodings import decode
from copydesk.reading.lines import lines

if TYPE_CHECKING:
    from copydesk.reading.raw import Raw


def read(raw: Raw) -> tuple[Seed, ...]:
    """The file's one seed, with the blank lines too."""
    return (Seed(raw.path, "", "text", lines(decode(raw.content, raw.path))),)
