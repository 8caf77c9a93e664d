"""A Word document in, one Seed out, or those of an export."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError
from xml.sax import SAXException
from zipfile import BadZipFile

from copydesk.model import CopydeskError, Seed
from copydesk.reading import clippings
from copydesk.reading.page.lines import fragment

if TYPE_CHECKING:
    from copydesk.model import Line
    from copydesk.reading.raw import Raw


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The document's text; raises `CopydeskError` without the extra `docx`, or where the file is damaged."""
    found = text(raw)
    return clippings.seeds(raw.path, found) or (Seed(raw.path, "", "docx", found),)


def text(raw: Raw) -> tuple[Line, ...]:
    """The document's lines; raises as `read` does."""
    try:
        import mammoth
    except ImportError as error:
        hint = 'Install it: pip install "copydesk[docx]"'
        raise CopydeskError("extra", "Word documents need the extra docx.", hint, raw.path) from error
    try:
        convert: Any = mammoth.convert_to_html
        html = convert(io.BytesIO(raw.content), convert_image=lambda _: []).value
    except (
        BadZipFile,
        ExpatError,
        SAXException,
        LookupError,
        ValueError,
        AttributeError,
        OSError,
        RecursionError,
        zlib.error,
    ) as error:
        raise CopydeskError("docx", "The Word document is damaged.", "Save it as text.", raw.path) from error
    return fragment(html, raw.path)
