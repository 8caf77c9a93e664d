"""A saved mail in, one Seed out: its headers as Facts, its text or HTML part as Lines."""

from __future__ import annotations

import email.policy
import re
from email import message_from_bytes
from email.errors import MessageError
from email.utils import parseaddr
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError, Facts, Seed
from copydesk.reading.dates import day
from copydesk.reading.encodings import decode
from copydesk.reading.lines import lines, tidy
from copydesk.reading.page.lines import fragment

if TYPE_CHECKING:
    from email.message import EmailMessage

    from copydesk.model import Line
    from copydesk.reading.raw import Raw

FORWARDED = re.compile(r"^(?:(?:fwd?|fw|re|wg|aw|tr|rv|i|enc|doorst|pd|ynt|ilt)\s*:\s*)+", re.IGNORECASE)
QUOTED = re.compile(r"^(?:>\s?)+", re.MULTILINE)


def read(raw: Raw) -> tuple[Seed, ...]:
    """The mail's article; raises `CopydeskError` where it has no text."""
    try:
        message: EmailMessage = message_from_bytes(raw.content, policy=email.policy.default)
        found, body = facts(message), content(message, raw)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError) as error:
        # the standard library's parser lets all of these through for damaged headers
        raise CopydeskError("mail", "The mail is damaged.", "Save its text instead.", raw.path) from error
    return (Seed(raw.path, "", "mail", body, found=found),)


def facts(message: EmailMessage) -> Facts:
    """Subject, day and sender; the sender is the outlet, for a newsletter has no other name."""
    date = day(header(message, "Date"))
    name, address = parseaddr(header(message, "From"))
    return Facts(
        title=FORWARDED.sub("", header(message, "Subject")),
        date=date,
        date_from="metadata" if date else "",
        source=name or address,
    )


def header(message: EmailMessage, name: str) -> str:
    """A header as one tidy line."""
    return tidy(str(message.get(name, "")))


def content(message: EmailMessage, raw: Raw) -> tuple[Line, ...]:
    """The lines of the part that people read: HTML where there is some, for the text part is an afterthought."""
    part = message.get_body(("html", "plain"))
    if part is None:
        return ()
    data = part.get_payload(decode=True)
    text = decode(data, raw.path) if isinstance(data, bytes) and data else ""
    if part.get_content_subtype() == "html":
        return fragment(text, raw.path)
    return lines(unquoted(text))


def unquoted(text: str) -> str:
    """A forwarded mail's text without the marks before each line, where every line bears them."""
    rows = [row for row in text.splitlines() if row.strip()]
    quoted = sum(row.startswith(">") for row in rows)
    return QUOTED.sub("", text) if quoted * 2 > len(rows) else text
