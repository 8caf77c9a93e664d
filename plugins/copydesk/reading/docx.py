"""A Word document in, one Seed out."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError
from xml.sax import SAXException
from zipfile import BadZipFile

from copydesk.model import CopydeskError, Seed
from copydesk.reading.page.lines import fragment

if TYPE_CHECKING:
    from copydesk.reading.raw import Raw


def read(raw: Raw) -> tuple[Seed, ...]:
    """The document's text; raises `CopydeskError` without the extra `docx`, or where the file is damaged."""
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
        zlib.error,
    ) as error:
        raise CopydeskError("docx", "The Word document is damaged.", "Save it as text.", raw.path) from error
    return (Seed(raw.path, "", "docx", fragment(html, raw.path)),)
