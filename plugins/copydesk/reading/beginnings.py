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


def suffix(data: bytes, path: str) -> str:
    """`.html` for a page, "" for all that may be a text; raises `CopydeskError` for rich text and for JSON."""
    data = data.removeprefix(BOM_UTF8).lstrip()
    if data.startswith(RICH):
        raise CopydeskError("format", "The file is rich text (RTF).", "Save it as text, HTML or Word.", path)
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
