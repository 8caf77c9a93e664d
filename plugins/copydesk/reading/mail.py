"""A saved mail in, one Seed out: its headers as Facts, its article's part as Lines; or the Seeds of an export."""

from __future__ import annotations

import email.policy
from codecs import BOM_UTF8
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.utils import parseaddr
from typing import TYPE_CHECKING

from copydesk.language.mails import bare, is_answer
from copydesk.model import CopydeskError, Facts, Seed
from copydesk.reading import clippings
from copydesk.reading.bodies import article
from copydesk.reading.dates import day
from copydesk.reading.encodings import sound
from copydesk.reading.forwarded import forwarded
from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

    from copydesk.reading.raw import Raw


ALERTS = "googlealerts-noreply@google.com"  # its mails are beginnings of pages, of each some twenty words


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The mail's article, or those of the export that it brings; raises `CopydeskError` where it has none."""
    try:
        content = raw.content.removeprefix(BOM_UTF8).lstrip()  # above the first header stands nothing
        message: EmailMessage = message_from_bytes(content, policy=email.policy.default)
        text = article(message, raw.path)
        outer, inner = facts(text.message), forwarded(text.lines)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError, RecursionError) as error:
        # the standard library's parser lets all of these through for damaged headers
        raise CopydeskError("mail", "The mail is damaged.", "Save its text instead.", raw.path) from error
    if parseaddr(header(text.message, "From"))[1].lower() == ALERTS:
        hint = "Save the pages that are wanted; `copydesk fetch` does so for their addresses."
        raise CopydeskError("no-article", "The mail lists what Google found, and holds no article.", hint, raw.path)
    if export := clippings.seeds(raw.path, text.lines):
        return export
    date = inner if inner.date else outer
    found = replace(date, title=inner.title or outer.title, source=inner.source or outer.source)
    return (Seed(raw.path, "", "mail", text.lines, found=found, warnings=text.warnings),)


def facts(message: MIMEPart) -> Facts:
    """Subject, day and sender; the sender is the outlet, for a newsletter has no other name.

    The subject of an answer is what was asked, and no headline.
    """
    date = day(header(message, "Date"))
    name, address = parseaddr(header(message, "From"))
    subject = header(message, "Subject")
    return Facts(
        title="" if is_answer(subject) else bare(subject),
        date=date,
        date_from="metadata" if date else "",
        source=name or address,
    )


def header(message: MIMEPart, name: str) -> str:
    """A header as one tidy line."""
    return tidy(sound(str(message.get(name, ""))))
