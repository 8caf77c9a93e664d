"""Text in, Lines out: numbered as an editor numbers the file's lines."""

from __future__ import annotations

import re
from itertools import count

from copydesk.model import Label, Line

BREAK = re.compile(r"\r\n|\r|\n")


def lines(text: str, first: int = 1) -> tuple[Line, ...]:
    """Every line of a text with its number; a break that editors do not count (a form feed, U+2028) makes two Lines.

    Blanks at a line's start and inside it stay: they show what was a list, a table or a menu.
    """
    whole = text.rstrip()
    rows = BREAK.split(whole)
    if len(rows) == len(whole.splitlines()):  # most texts: editors count all its breaks
        return tuple(map(Line, count(first), map(str.rstrip, rows)))
    return tuple(
        Line(number, piece.rstrip()) for number, row in enumerate(rows, first) for piece in row.splitlines() or [""]
    )


def paragraphs(text: str, number: int) -> tuple[Line, ...]:
    """The lines of a text that stands in one line of a file, each a paragraph, but for blank ones."""
    return tuple(Line(number, line, Label.PARAGRAPH) for line in map(tidy, text.splitlines()) if line)


def tidy(text: str) -> str:
    """One line with no break, tab or space at its ends and none but plain spaces inside."""
    return " ".join(text.split())
