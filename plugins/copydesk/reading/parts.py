"""One part of a mail in, its Lines out: text, HTML, or a file that is attached."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError
from copydesk.reading.encodings import decode, shifted, sound
from copydesk.reading.lines import lines
from copydesk.reading.page.lines import fragment
from copydesk.reading.raw import Raw

if TYPE_CHECKING:
    from email.message import MIMEPart

    from copydesk.model import Line

HTML, PLAIN, MAIL = "text/html", "text/plain", "message/rfc822"
DOCX, PDF = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"
DOCUMENTS = {DOCX: "docx", PDF: "pdf"}
ARTICLES = {HTML, PLAIN, MAIL, *DOCUMENTS, "application/msword", "application/rtf"}
# Some programs know nothing of a file but its name.
UNKNOWN = {"application/octet-stream", "text/markdown"}
SUFFIXES = {".html": HTML, ".htm": HTML, ".txt": PLAIN, ".text": PLAIN, ".md": PLAIN, ".docx": DOCX, ".pdf": PDF}
QUOTED = re.compile(r"^(?:>\s?)+", re.MULTILINE)


def kind(part: MIMEPart) -> str:
    """The type of a part, by its file's name where it is not stated."""
    stated = part.get_content_type()
    suffix = PurePosixPath(part.get_filename() or "").suffix.lower()
    return SUFFIXES.get(suffix, stated) if stated in UNKNOWN else stated


def read(part: MIMEPart, path: str) -> tuple[Line, ...]:
    """The lines of one part; none where it is no article, or a document that cannot be read here."""
    data, this = part.get_payload(decode=True), kind(part)
    if not isinstance(data, bytes) or not data:
        return ()
    if this in DOCUMENTS:
        return document(this, Raw(path, data))
    if this not in {HTML, PLAIN}:
        return ()
    text = characters(data, part.get_content_charset("utf-8"), path)
    return fragment(text, path) if this == HTML else lines(unquoted(text))


def document(this: str, raw: Raw) -> tuple[Line, ...]:
    """The lines of a Word or PDF file, none without the extra that reads it or where it is damaged."""
    try:
        found: tuple[Line, ...] = import_module(f"copydesk.reading.{DOCUMENTS[this]}").text(raw)
    except CopydeskError:
        return ()
    return found


def characters(data: bytes, declared: str, path: str) -> str:
    """A part's text: UTF-8 where it is that, whatever it declares, then what it declares, then the likeliest."""
    for name in (shifted(data) or "utf-8", declared):
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
