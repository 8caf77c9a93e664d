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
from copydesk.reading.parts import characters

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

    from copydesk.reading.raw import Raw


LOST = "\ufffd"
ALERTS = "googlealerts-noreply@google.com"  # its mails are beginnings of pages, of each some twenty words


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The mail's article, or those of the export that it brings; raises `CopydeskError` where it has none."""
    try:
        content = raw.content.removeprefix(BOM_UTF8).lstrip()  # above the first header stands nothing
        message: EmailMessage = message_from_bytes(content, policy=email.policy.default)
        text = article(message, raw.path)
        outer, inner = facts(text.message, raw.path), forwarded(text.lines)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError, RecursionError) as error:
        # the standard library's parser lets all of these through for damaged headers
        raise CopydeskError("mail", "The mail is damaged.", "Save its text instead.", raw.path) from error
    if parseaddr(header(text.message, "From", raw.path))[1].lower() == ALERTS:
        hint = "Save the pages that are wanted; `copydesk fetch` does so for their addresses."
        raise CopydeskError("no-article", "The mail lists what Google found, and holds no article.", hint, raw.path)
    if export := clippings.seeds(raw.path, text.lines):
        return export
    date = inner if inner.date else outer
    found = replace(date, title=inner.title or outer.title, source=inner.source or outer.source)
    return (Seed(raw.path, "", "mail", text.lines, found=found, warnings=text.warnings),)


def facts(message: MIMEPart, path: str) -> Facts:
    """Subject, day and sender; the sender is the outlet, for a newsletter has no other name.

    The subject of an answer is what was asked, and no headline.
    """
    date = day(header(message, "Date", path))
    name, address = parseaddr(header(message, "From", path))
    subject = header(message, "Subject", path)
    return Facts(
        title="" if is_answer(subject) else bare(subject),
        date=date,
        date_from="metadata" if date else "",
        source=name or address,
    )


def header(message: MIMEPart, name: str, path: str) -> str:
    """A header as one tidy line; letters that stand in it raw are in the encoding of the mail's text."""
    told = str(message.get(name, ""))
    return tidy(sound(told)) if LOST not in told else recovered(message, name, path) or tidy(sound(told))


def recovered(message: MIMEPart, name: str, path: str) -> str:
    """A header whose letters no standard lets stand in it raw; "" where their encoding does not show."""
    written = next(str(value) for field, value in message.raw_items() if field.lower() == name.lower())
    declared = next((told for part in message.walk() if (told := part.get_content_charset())), "utf-8")
    try:
        text = characters(written.encode("ascii", "surrogateescape"), declared, path)
    except CopydeskError:
        return ""
    return tidy(str(email.policy.default.header_factory(name, tidy(text))))
