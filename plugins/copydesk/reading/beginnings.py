"""The bytes of a file whose name says nothing in, the suffix of the format that they are in out."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from pathlib import PurePosixPath

from copydesk.model import CopydeskError

HEAD = 4096  # bytes in which a page says that it is one: comments and declarations may stand above that
PAGE = re.compile(rb"(?>(?:\s+|<\?.*?\?>|<!--.*?-->)*)<(?:!doctype\s+)?html[\s>]", re.IGNORECASE | re.DOTALL)
FEED = re.compile(rb"(?>(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*)<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)
RICH = b"{\\rtf"
TABLES = (b"{", b"[")
PRINT = b"%PDF-"
BOX = re.compile(rb"From (?:-|\S+) .*\d{4}\r?\n[!-9;-~]+:")  # what a mailbox puts above a mail, and its first header
HEADERS = re.compile(rb"(?>[!-9;-~]+:.*\n(?:[ \t].*\n)*)+\r?\n")
SENT = re.compile(rb"^(?:received|message-id|mime-version):", re.IGNORECASE | re.MULTILINE)  # what no copied mail has
SAVED = re.compile(rb"^from:\s*<saved by ", re.IGNORECASE | re.MULTILINE)  # how browsers sign a page with its pictures
# What browsers leave where an address is dragged into a folder: on Windows, on Linux, on a Mac.
SHORTCUT = re.compile(rb"\[InternetShortcut\]|\[Desktop Entry\]|<\?xml[^>]*>\s*<!DOCTYPE plist\b", re.IGNORECASE)
# How files begin that people keep articles in and that are not read, what they are, and what to do.
OTHERS = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a mail of Outlook's (.msg) or an old Word document",
        "Save it as .eml, .docx or text.",
    ),
    (b"!BDN", "a mailbox of Outlook's", "Drag the mails out of it, and save each as .eml or as text."),
    (b"WARC/", "an archive of web pages (WARC)", "Save the page as HTML, or copy its text."),
    (b"bplist00", "a web archive of Safari's", "Save the page as HTML, or copy its text."),
    (
        b"PK\x03\x04",
        "packed, as archives (ZIP), e-books and OpenDocument texts are",
        "Unpack it among the seeds, save it as text or HTML, or end its name in .docx if it is a Word document.",
    ),
)

# What files that hold no article are called, and what they are: their bytes are as a text's.
NAMES = {".csv": "a table", ".tsv": "a table", ".log": "a log"}


def suffix(data: bytes, path: str) -> str:
    """The suffix of a page, a mail, rich text or a PDF, "" for all that may be a text.

    Raises `CopydeskError` for what is none of these. A feed and a mailbox are refused too: what their articles are
    called is only known where the file's name says that it holds several.
    """
    if kind := NAMES.get(PurePosixPath(path).suffix.lower()):
        hint = "Write its articles into texts or .jsonl, or end its name in .txt if it is one."
        raise CopydeskError("format", f"By its name the file is {kind}.", hint, path)
    data = data.removeprefix(BOM_UTF8).lstrip()
    if refusal := odd(data):
        raise CopydeskError("format", f"The file is {refusal[0]}.", refusal[1], path)
    if data.startswith(PRINT):
        return ".pdf"
    if data.startswith(RICH):
        return ".rtf"
    if (headers := HEADERS.match(data)) and SENT.search(headers[0]):
        return ".mhtml" if SAVED.search(headers[0]) else ".eml"
    return ".html" if PAGE.match(data[:HEAD]) else ""


def odd(data: bytes) -> tuple[str, str] | None:
    """What bytes are that no reader takes under such a name, and the cure; `None` for all others."""
    for begun, what, cure in OTHERS:
        if data.startswith(begun):
            return what, cure
    if data.startswith(TABLES) and (is_json(data) or all(map(is_json, data.splitlines()))):
        return "JSON", "Write articles, with the keys title and text, into a file whose name ends in .json or .jsonl."
    if SHORTCUT.match(data):
        return "a link to a page", "Save the page that it leads to; `copydesk fetch` does so for its address."
    if BOX.match(data):
        return "a mailbox", "End its name in .mbox."
    return ("a feed", "End its name in .xml.") if FEED.match(data[:HEAD]) else None


def is_json(data: bytes) -> bool:
    """Whether bytes are JSON, or blank as a line between two of JSON may be."""
    try:
        json.loads(data.strip() or b"{}")
    except (ValueError, RecursionError):
        return False
    return True
