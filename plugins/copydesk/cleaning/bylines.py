"""A judged page's lines in, those of its body out that say below its headline who wrote it and when."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from copydesk.cleaning.facts import is_by_line, is_date_line, is_day, is_signed_day
from copydesk.cleaning.marks import is_whole
from copydesk.language import lowered
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.model import Line

WHY = {Label.BYLINE: "by-line", Label.DATE: "date line"}


def bylines(lines: Sequence[Line], writer: str, lang: str) -> Mapping[int, Label]:
    """The index of each such paragraph above the first of prose -> what it is; `writer` is whom the page's head names.

    Pages that are set as text is have them as paragraphs, which their markup does not tell from the article's.
    """
    return dict(takewhile(lambda one: one[1] is not Label.PARAGRAPH, told(lines, writer, lang)))


def told(lines: Sequence[Line], writer: str, lang: str) -> Iterator[tuple[int, Label]]:
    """The paragraphs of the body below the headline, each with what it is."""
    top = next((at for at, line in enumerate(lines) if line.label is Label.HEADLINE), len(lines))
    for at, line in enumerate(lines[top + 1 :], top + 1):
        if not line.dropped_by and line.label is not Label.HEADING:
            yield at, kind(line, writer, lang)


def kind(line: Line, writer: str, lang: str) -> Label:
    """Whether a paragraph is a by-line or a day and nothing else."""
    text = line.text
    if line.label is not Label.PARAGRAPH:
        return Label.PARAGRAPH
    if is_by_line(text, lang) or is_signed_day(text, lang) or lowered(text.strip()) == lowered(writer):
        return Label.BYLINE
    return Label.DATE if is_day(text, lang) or (is_date_line(text, lang) and not is_whole(text)) else Label.PARAGRAPH
