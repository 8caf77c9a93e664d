"""Lines of plain text in, the rows of tables among them and their cells out, and the chapters of films."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What stands between two cells: a browser copies a tab, programs that keep pages put a bar, some do both.
CELL = re.compile(r"(?:\s*(?:\t|(?<=\s)\|(?=\s)))+\s*")
MOMENT = re.compile(r"\W{0,3}(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)\W{1,4}\w")  # "0:00 The storm", "(1:02:11) – Credits"
EDGES = " \t|"
WIDE = 3  # cells of a row that is one of a table whether it has figures or not
FEWEST = 3  # rows of a table
LONGEST = 300  # characters of a row


def rows(texts: Sequence[str]) -> list[list[int]]:
    """The indexes of the rows of each table: lines that follow each other with as many cells, figures among them."""
    counted = groupby(range(len(texts)), key=lambda at: len(cells(texts[at])))
    runs = ((size, list(run)) for size, run in counted if size > 1)
    return [
        run
        for size, run in runs
        if len(run) >= FEWEST and (size >= WIDE or 2 * sum(has_figure(texts[at]) for at in run) >= len(run))
    ]


def chapters(texts: Sequence[str]) -> list[list[int]]:
    """The indexes of the chapters of each film: lines that follow each other, each with a later moment and its name."""
    found: list[list[int]] = []
    last = (0, 0, -1)
    for at, text in enumerate(texts):
        moment = MOMENT.match(text) if len(text) <= LONGEST else None
        now = (int(moment[1] or 0), int(moment[2]), int(moment[3])) if moment else last
        if moment and found and found[-1][-1] == at - 1 and now > last:
            found[-1].append(at)
        elif moment:
            found.append([at])
        last = now
    return [run for run in found if len(run) >= FEWEST]


def cells(text: str) -> list[str]:
    """The cells of a row; one for a line that is none."""
    if len(text) > LONGEST:
        return [text]
    bare = text.strip(EDGES)
    return CELL.split(bare) if "\t" in bare or "|" in bare else [bare]


def has_figure(text: str) -> bool:
    """Whether a cell behind the first begins or ends with a figure."""
    return any(cell[:1].isdigit() or cell[-1:].isdigit() for cell in cells(text)[1:])
