"""The bytes of a file whose name says nothing in, the suffix of the format that they are in out."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8

from copydesk.model import CopydeskError

HEAD = 4096  # bytes in which a page says that it is one: comments and declarations may stand above that
PAGE = re.compile(rb"(?>(?:\s+|<\?.*?\?>|<!--.*?-->)*)<(?:!doctype\s+)?html[\s>]", re.IGNORECASE | re.DOTALL)
RICH = b"{\\rtf"
TABLES = (b"{", b"[")
MAILS = re.compile(
    rb"From (?:-|\S+) [A-Z][a-z]{2} [A-Z][a-z]{2} [^\n]*\n[A-Za-z-]+:"
)  # Thunderbird's boxes have no suffix
# How files begin that people keep articles in and that are not read, what they are, and what to do.
OTHERS = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a mail of Outlook's (.msg) or an old Word document",
        "Save it as .eml, .docx or text.",
    ),
    (b"!BDN", "a mailbox of Outlook's", "Drag the mails out of it, and save each as .eml or as text."),
    (b"bplist00", "a web archive of Safari's", "Save the page as HTML, or copy its text."),
    (b"PK\x03\x04", "packed, as e-books and OpenDocument texts are", "Save the article as text, HTML or Word."),
)


def suffix(data: bytes, path: str) -> str:
    """`.html` for a page, `.mbox` for mails, `.rtf` for rich text, "" for all that may be a text.

    Raises `CopydeskError` for all else.
    """
    for begun, what, hint in OTHERS:
        if data.startswith(begun):
            raise CopydeskError("format", f"The file is {what}.", hint, path)
    if MAILS.match(data[:HEAD]):
        return ".mbox"
    data = data.removeprefix(BOM_UTF8).lstrip()
    if data.startswith(RICH):
        return ".rtf"
    if data.startswith(TABLES) and (is_json(data) or all(map(is_json, data.splitlines()))):
        hint = "Write an article a line, with the keys title and text, into a file whose name ends in .jsonl."
        raise CopydeskError("format", "The file is JSON.", hint, path)
    return ".html" if PAGE.match(data[:HEAD]) else ""


def is_json(data: bytes) -> bool:
    """Whether bytes are JSON, or blank as a line between two of JSON may be."""
    try:
        json.loads(data.strip() or b"{}")
    except (ValueError, RecursionError):
        return False
    return True
