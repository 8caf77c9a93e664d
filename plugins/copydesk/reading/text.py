"""A file of plain text in, one Seed out: every line as it stands, and what a mail's header in it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.model import Seed
from copydesk.reading.encodings import decode
from copydesk.reading.forwarded import forwarded
from copydesk.reading.lines import lines

if TYPE_CHECKING:
    from copydesk.reading.raw import Raw


def read(raw: Raw) -> tuple[Seed, ...]:
    """The file's one seed, with the blank lines too. A mail's subject is no headline where the text has one itself."""
    found = lines(decode(raw.content, raw.path))
    return (Seed(raw.path, "", "text", found, found=replace(forwarded(found), title="")),)
