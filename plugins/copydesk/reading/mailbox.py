"""A mailbox (mbox), or a file of one mail or more, in, the Seeds of its mails out."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import replace
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError, Seed
from copydesk.reading import mail
from copydesk.reading.beginnings import HEADERS, SENT
from copydesk.reading.bodies import STUB
from copydesk.reading.formats import is_named
from copydesk.reading.keys import distinct
from copydesk.reading.raw import Raw
from copydesk.reading.signing import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The line above each mail, with a header below: "From - Fri Nov 20 07:01:00 2026", "From ada@example.org Fri …".
EDGE = re.compile(rb"^From (?:-|\S+) [A-Z][a-z]{2} [^\n]*\d{4}[^\n]*\n(?=[A-Za-z-]+:)", re.MULTILINE)
QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)  # what programs put before a line that looks like such a one
# What may part a text from another mail below it; a line of dashes above a head says that the mail is forwarded.
TEXT = re.compile(rb"(?<!---)(?<!---\r)\n\r?\n(?=[!-9;-~]+:)")
SENDER = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
STATUS = "X-Mozilla-Status"
DELETED = 0x8  # Thunderbird's sign of a mail that its owner deleted, and that lies there until the box is compacted


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The article of each mail, and why mails have none; raises `CopydeskError` where the file is no mailbox."""
    mails = parted(raw.content)
    if not mails:
        raise CopydeskError("mail", "The file is no mailbox (mbox).", "Save the mail as .eml.", raw.path)
    return collected(raw.path, mails)


def read_mail(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """What the one mail holds that a file is to be, or the article of each where several were saved in it.

    Raises `CopydeskError` where it has none, and for several in a file whose name ends in no format's suffix: none
    would be known as its part.
    """
    boxed = parted(raw.content)
    parts = boxed if boxed and all(map(is_mail, boxed)) else [raw.content]  # a text may have a line like a mailbox's
    mails = [one for part in parts for one in joined(part)]
    if len(mails) == 1:
        return mail.read(raw)
    if not is_named(raw.path):
        message = f"The file holds {len(mails)} mails, and its name does not say of what format it is."
        raise CopydeskError("format", message, "End its name in .eml.", raw.path)
    return collected(raw.path, mails)


def parted(content: bytes) -> list[bytes]:
    """The mails of a mailbox, one that stands above its first line too; none where there is no such line."""
    first, *others = EDGE.split(content)
    begun = [first] if first.strip() else []
    return [QUOTED.sub(b"", one) for one in (*begun, *others)] if others else []


def is_mail(content: bytes) -> bool:
    """Whether bytes begin as a mail does that says who sent it."""
    head = HEADERS.match(content.lstrip())
    return bool(head and SENDER.search(head[0]))


def joined(content: bytes) -> Iterator[bytes]:
    """The mails that stand one below the other without a line between them, as where files were joined."""
    content = content.removeprefix(BOM_UTF8).lstrip()
    while at := end(content):
        yield content[:at]
        content = content[at:]
    yield content


def end(content: bytes) -> int:
    """Where another mail begins below the first, 0 where none does; what the first cites or forwards is no other."""
    head = HEADERS.match(content)
    if not head:
        return 0
    boundary = BytesHeaderParser().parsebytes(head[0]).get_boundary("").encode("utf-8", "surrogateescape")
    below = re.compile(rb"\n--%b--\s*" % re.escape(boundary)) if boundary else TEXT
    begun = head.end() + (0 if boundary else STUB)
    return next((one.end() for one in below.finditer(content, begun) if is_head(content, one.end())), 0)


def is_head(content: bytes, at: int) -> bool:
    """Whether the head of a mail that was sent stands at a place."""
    found = HEADERS.match(content, at)
    return bool(found and SENT.search(found[0]) and SENDER.search(found[0]))


def collected(path: str, mails: Sequence[bytes]) -> tuple[Seed | CopydeskError, ...]:
    """The article of each mail, and why mails have none; raises the first reason where none has one."""
    found = [(name, one) for content in mails if not is_deleted(content) for name, one in articles(path, content)]
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
