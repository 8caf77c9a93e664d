"""A sheet in, the quotations that a page sets apart from its text out, each with the line below that says whose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.prose import is_said
from copydesk.language.tokens import CAPITALS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

# "Sabine Protz, mayor", "Raquel Somoza — vecina". Of such lines below nothing but a quotation none was the article's
# on marked pages, and of the quotations one in three.
SPEAKER = re.compile(rf"[{CAPITALS}][\w’'-]+(?: [\w’'.-]+)? [{CAPITALS}][\w’'.-]+(?:,| [—–-]) [^.!?:]{{3,70}}")
WORDS = 12  # of who says it and what they are, at most


def pull_quotes(sheet: Sheet) -> Mapping[int, str]:
    """The lines of the body that say who says what stands alone above them, and that quotation."""
    named = [
        at for at in sheet.kept if at > 0 and is_speaker(sheet.lines[at].text) and is_said(sheet.lines[at - 1].text)
    ]
    return {line: "pull quote" for at in named for line in (at - 1, at) if line in sheet.own}


def is_speaker(text: str) -> bool:
    """Whether a line is a person's name and what they are, and nothing else."""
    return len(text.split()) <= WORDS and SPEAKER.fullmatch(text.strip()) is not None
