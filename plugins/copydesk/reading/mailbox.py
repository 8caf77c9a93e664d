"""A mailbox (mbox) in, the Seeds of its mails out."""

from __future__ import annotations

import re
from dataclasses import replace
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError, Seed
from copydesk.reading import mail
from copydesk.reading.keys import distinct
from copydesk.reading.raw import Raw
from copydesk.reading.signing import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

# The line above each mail, with a header below: "From - Fri Nov 20 07:01:00 2026", "From ada@example.org Fri …".
EDGE = re.compile(rb"^From (?:-|\S+) [A-Z][a-z]{2} [^\n]*\d{4}[^\n]*\n(?=[A-Za-z-]+:)", re.MULTILINE)
QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)  # what programs put before a line that looks like such a one
STATUS = "X-Mozilla-Status"
DELETED = 0x8  # Thunderbird's sign of a mail that its owner deleted, and that lies there until the box is compacted


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The article of each mail, and why mails have none; raises `CopydeskError` where the file is no mailbox."""
    mails = [QUOTED.sub(b"", one) for one in EDGE.split(raw.content)[1:]]
    if not mails:
        raise CopydeskError("mail", "The file is no mailbox (mbox).", "Save the mail as .eml.", raw.path)
    found = [(name, one) for content in mails if not is_deleted(content) for name, one in articles(raw.path, content)]
    seeds = [(name, one) for name, one in found if isinstance(one, Seed)]
    faults = [one for _, one in found if isinstance(one, CopydeskError)]
    if faults and not seeds:
        raise faults[0]
    keys = distinct([names(name, one) for name, one in seeds])
    return (*(replace(one, key=key) for (_, one), key in zip(seeds, keys, strict=True)), *faults)


def articles(path: str, content: bytes) -> Iterator[tuple[str, Seed | CopydeskError]]:
    """What one mail holds, with the mail's own name for itself."""
    name = header(content, "Message-ID")
    try:
        yield from ((name, one) for one in mail.read(Raw(path, content)))
    except CopydeskError as fault:
        yield name, fault


def names(name: str, seed: Seed) -> tuple[str, ...]:
    """What an article may be called whatever stands around it, ever finer."""
    told = f"{seed.found.title} {seed.found.date or ''}"
    return (f"{name} {seed.key}".strip() or told, f"{name} {told}", whole(seed.found, seed.lines))


def is_deleted(content: bytes) -> bool:
    """Whether the owner of a mailbox deleted a mail."""
    status = header(content, STATUS)
    return bool(re.fullmatch(r"[0-9A-Fa-f]{1,8}", status)) and bool(int(status, 16) & DELETED)


def header(content: bytes, name: str) -> str:
    """A header of a mail, "" where it has none; its parts are not looked at: one that is damaged must lose no other."""
    return str(BytesHeaderParser().parsebytes(content).get(name, "")).strip()
