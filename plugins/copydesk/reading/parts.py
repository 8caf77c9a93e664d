"""A mail in, the part of it that holds its article out, as Lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from copydesk.reading.encodings import decode, sound
from copydesk.reading.lines import lines, tidy
from copydesk.reading.page.lines import fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from email.message import MIMEPart

    from copydesk.model import Line

STUB = 400  # characters of what somebody writes above a mail or a file that holds the article, at most
MANY = 3  # times as long as another is the part that holds the article
HTML, PLAIN, MAIL = "text/html", "text/plain", "message/rfc822"
ARTICLES = {
    HTML,
    PLAIN,
    MAIL,
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ADDRESS = re.compile(r"https?://\S+")
QUOTED = re.compile(r"^(?:>\s?)+", re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """A text of a mail: `message` is the mail whose sender wrote it."""

    message: MIMEPart
    lines: tuple[Line, ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def size(self) -> int:
        """Its characters; plain text writes out the addresses that HTML hides behind words."""
        return sum(len(ADDRESS.sub("", line.text)) for line in self.lines)


def article(message: MIMEPart, path: str) -> Text:
    """The text of a mail that people read; the longest of its attachments where it is only a note to that."""
    parts = list(leaves(message))
    own = body(message, [part for part in parts if not is_attached(part)], path)
    attached = [part for part in parts if is_attached(part)]
    others = {at: text for at, part in enumerate(attached) for text in opened(message, part, path)}
    longest = max(others, key=lambda at: others[at].size, default=-1)
    if not others or own.size >= STUB or own.size * MANY >= others[longest].size:
        return replace(own, warnings=unread(attached))
    return replace(others[longest], warnings=unread([part for at, part in enumerate(attached) if at != longest]))


def leaves(part: MIMEPart) -> Iterator[MIMEPart]:
    """The parts of a mail that are no bundles of parts; what is in a mail inside it belongs to that."""
    if part.is_multipart() and part.get_content_type() != MAIL:
        for inner in part.iter_parts():
            yield from leaves(inner)
    else:
        yield part


def is_attached(part: MIMEPart) -> bool:
    """Whether a part is a mail or a file beside the mail's own text."""
    return part.get_content_type() == MAIL or part.is_attachment()


def unread(parts: Sequence[MIMEPart]) -> tuple[str, ...]:
    """A warning that names the files which may hold an article too."""
    named = ", ".join(tidy(part.get_filename() or "a mail") for part in parts if part.get_content_type() in ARTICLES)
    return (f"not read, save it as a seed if it is wanted: {named}",) if named else ()


def body(message: MIMEPart, parts: Sequence[MIMEPart], path: str) -> Text:
    """What a mail says itself: its HTML, for the plain text is an afterthought, unless the HTML is hardly there.

    Programs cut a text in several parts where pictures stand in it.
    """
    html, plain = (
        Text(message, tuple(line for part in parts if part.get_content_type() == kind for line in read(part, path)))
        for kind in (HTML, PLAIN)
    )
    return plain if html.size * MANY < plain.size else html


def opened(message: MIMEPart, part: MIMEPart, path: str) -> list[Text]:
    """What is attached to a mail: another mail, or a file."""
    if part.get_content_type() == MAIL:
        return [article(inner, path) for inner in part.iter_parts()]
    return [Text(message, read(part, path))] if part.get_content_type() in {HTML, PLAIN} else []


def read(part: MIMEPart, path: str) -> tuple[Line, ...]:
    """The lines of one part."""
    data = part.get_payload(decode=True)
    text = characters(data, part.get_content_charset("utf-8"), path) if isinstance(data, bytes) and data else ""
    return fragment(text, path) if part.get_content_type() == HTML else lines(unquoted(text))


def characters(data: bytes, declared: str, path: str) -> str:
    """A part's text: UTF-8 where it is that, whatever it declares, then what it declares, then the likeliest."""
    for name in ("utf-8", declared):
        try:
            return sound(data.decode(name))
        except (UnicodeError, LookupError):
            continue
    return decode(data, path)


def unquoted(text: str) -> str:
    """A forwarded mail's text without the marks before each line, where every line bears them."""
    rows = [row for row in text.splitlines() if row.strip()]
    quoted = sum(row.startswith(">") for row in rows)
    return QUOTED.sub("", text) if quoted * 2 > len(rows) else text
