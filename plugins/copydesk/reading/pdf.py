"""A PDF with a text layer in, one Seed out, or those of an export."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError, Facts, Seed
from copydesk.reading import clippings
from copydesk.reading.encodings import sound
from copydesk.reading.lines import lines, tidy

if TYPE_CHECKING:
    from copydesk.model import Line
    from copydesk.reading.raw import Raw

MOST = 200  # pages: an article has a few


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The text of the pages; raises `CopydeskError` without the extra `pdf`, or where there is no text to read."""
    title, body = opened(raw)
    return clippings.seeds(raw.path, body) or (Seed(raw.path, "", "pdf", body, found=Facts(title=title)),)


def text(raw: Raw) -> tuple[Line, ...]:
    """The lines of the pages; raises as `read` does."""
    return opened(raw)[1]


def opened(raw: Raw) -> tuple[str, tuple[Line, ...]]:
    """The title that the file has, and its lines."""
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError as error:
        hint = 'Install it: pip install "copydesk[pdf]"'
        raise CopydeskError("extra", "PDF files need the extra pdf.", hint, raw.path) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        document = pypdf.PdfReader(io.BytesIO(raw.content))
        title = tidy(sound(str(document.metadata.title or ""))) if document.metadata else ""
        pages = [page.extract_text() for page, _ in zip(document.pages, range(MOST), strict=False)]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise CopydeskError("pdf", "The PDF is damaged or locked.", "Save it as text.", raw.path) from error
    body = lines(sound("\n\n".join(pages)))
    if not any(line.text for line in body):
        raise CopydeskError("pdf", "The PDF has no text layer.", "Run it through text recognition.", raw.path)
    return title, body
