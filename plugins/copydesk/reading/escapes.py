"""Facts as programs write them that make pages in, the same as people read them out."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.language.lexicons import either
from copydesk.reading.lines import tidy
from copydesk.reading.page.blocks import INLINE

if TYPE_CHECKING:
    from copydesk.model import Facts

# Only with its semicolon: "AT&T" and "R&not" are words.
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
TAG = re.compile(rf"</?(?:{either({*INLINE, 'p', 'br'})})(?:\s[^<>]*)?/?>", re.IGNORECASE)  # what a headline may hold


def unescaped(facts: Facts, marked: bool = False) -> Facts:
    """The facts without HTML's names for signs in headline, writer and outlet, and of `marked` ones without tags."""
    return replace(
        facts,
        title=text(facts.title, marked),
        byline=text(facts.byline, marked),
        source=text(facts.source, marked),
    )


def text(written: str, marked: bool) -> str:
    """One of them; what a sign's name stands for is a sign and never a tag's beginning."""
    plain = TAG.sub("", written) if marked else written
    return tidy(ENTITY.sub(lambda hit: html.unescape(hit[0]), plain))
