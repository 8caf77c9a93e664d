"""A document of Europresse or Eureka in, its Clipping out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.reading.clippings.documents import RIGHTS, Clipping, Form, clipping, facts, first, pattern, signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.model import Line

NUMBER = pattern(r"(?:Numéro de document : ?)?((?:news|web)[·.]\d{8}[·.]\w+[·.]\S+)")
COUNTED = pattern(r"[^\n]{0,200}\d{4}[^\n]{0,60}?\b\d[\d   .,]{0,8} (?:mots|words)\b[^\n]{0,60}")  # day, length
WEB = re.compile(r" \((?:site web|web ?site)[^()]*\)\s*$")  # the outlet's own, which is no other outlet


def read(lines: Sequence[Line]) -> Clipping:
    """The clipping of a document: outlet, section and day, headline, by-line, text, owner, number."""
    told = [at for at, line in enumerate(lines) if line.text.strip()]
    dated = first(COUNTED, lines)
    above = [at for at in told if at < dated]
    title, named = (*(at for at in told if at > dated), len(lines), len(lines))[:2]
    signed = named < len(lines) and signs(lines[named].text)
    end = first(RIGHTS, lines, named)
    found = facts(
        lines[title].text if title < len(lines) else "",
        lines[named].text if signed else "",
        WEB.sub("", lines[above[-1]].text) if above else "",
        lines[dated].text,
    )
    hit = NUMBER.match(lines[-1].text)
    return clipping(found, lines[named + signed : end], hit[1] if hit else "", lines[0])


FORM = Form(NUMBER, COUNTED, read, ends=True)
