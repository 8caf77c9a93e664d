"""A document of Genios or wiso in, its Clipping out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.reading.clippings.documents import (
    RIGHTS,
    Clipping,
    Form,
    behind,
    blocks,
    clipping,
    either,
    facts,
    fields,
    first,
    pattern,
    signs,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.model import Line

SOURCE = re.compile(r"\s*Quelle:")
PARTS = re.compile(r"(?:Quelle|ISSN|Ressort|Rubrik|Ausgabe|Seite|Dokumentnummer):")
OUTLET = re.compile(r"(.+?)(?: vom |, )(?=\D{0,12}\d)(.*)")  # "Hafen-Bote vom 20.11.2026, Nr. 270, S. 4"


def read(lines: Sequence[Line]) -> Clipping:
    """The clipping of a document: headline, by-line, names, text, address and owner."""
    head = first(SOURCE, lines)
    start = behind(lines, head, PARTS)
    table = fields(lines[head:start])
    above = [text for block in blocks(lines[:head]) for text in told(block)]
    byline = above.pop() if len(above) > 1 and signs(above[-1]) else ""
    source = OUTLET.match(either(table, "quelle"))
    outlet, day = source.groups() if source else (either(table, "quelle"), "")
    end = first(RIGHTS, lines, start)
    found = facts("".join(above[:1]), byline, outlet.strip('"„“”'), day)
    return clipping(found, lines[start:end], either(table, "dokumentnummer"), lines[0], " ".join(above[1:]))


FORM = Form(pattern(r"(?:©|\(c\)) GBI-Genios .*"), pattern(r"Dokumentnummer:.*"), read, ends=True)
