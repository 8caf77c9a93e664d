"""A mail in, the part of it that holds its article out, as Lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from copydesk.reading.lines import tidy
from copydesk.reading.parts import ARTICLES, HTML, MAIL, PLAIN, kind, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from email.message import MIMEPart

    from copydesk.model import Line

STUB = 400  # characters of what somebody writes above a mail or a file that holds the article, at most
MANY = 3  # times as long as another is the part that holds the article
ADDRESS = re.compile(r"https?://\S+")


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
    others = [opened(message, part, path) for part in attached] if own.size < STUB else []
    longest = max(range(len(others)), key=lambda at: others[at].size, default=-1)
    if longest < 0 or own.size * MANY >= others[longest].size:
        return replace(own, warnings=unread(attached))
    rest = unread([*attached[:longest], *attached[longest + 1 :]])
    return replace(others[longest], warnings=(*others[longest].warnings, *rest))


def leaves(part: MIMEPart) -> Iterator[MIMEPart]:
    """The parts of a mail that are no bundles of parts; what is in a mail inside it belongs to that."""
    if part.is_multipart() and kind(part) != MAIL:
        for inner in part.iter_parts():
            yield from leaves(inner)
    else:
        yield part


def is_attached(part: MIMEPart) -> bool:
    """Whether a part is a mail or a file beside the mail's own text."""
    return kind(part) == MAIL or part.is_attachment()


def unread(parts: Sequence[MIMEPart]) -> tuple[str, ...]:
    """A warning that names the files which may hold an article too."""
    named = ", ".join(tidy(part.get_filename() or "a mail") for part in parts if kind(part) in ARTICLES)
    return (f"not read, save it as a seed if it is wanted: {named}",) if named else ()


def body(message: MIMEPart, parts: Sequence[MIMEPart], path: str) -> Text:
    """What a mail says itself: its HTML, for the plain text is an afterthought, unless the HTML is hardly there.

    Programs cut a text in several parts where pictures stand in it.
    """
    html, plain = (
        Text(message, tuple(line for part in parts if kind(part) == this for line in read(part, path)))
        for this in (HTML, PLAIN)
    )
    return plain if html.size * MANY < plain.size else html


def opened(message: MIMEPart, part: MIMEPart, path: str) -> Text:
    """What is attached to a mail: another mail, or a file."""
    inner = next(part.iter_parts(), None) if kind(part) == MAIL else None
    return Text(message, read(part, path)) if inner is None else article(inner, path)
