"""A page's evidence and a look at its body in, what tells titles out: company, spacing, numbering, facts near."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.evidence import FAR, INDEX, NUMBER, PROSE, apart, near, shifted, smoothed

if TYPE_CHECKING:
    from copydesk.cleaning.evidence import Numbers
    from copydesk.cleaning.words import Words

SHORT = 16  # words of most section headings at most
TITLED, SHOUTED = 0.65, 0.6  # the share of capitalised, and of shouted, words from which a line's case is a title's
HARDLY = 0.2  # the chance of being body below which a line keeps no company with titles
TITLES = 30  # columns that tell titles
NEAR = (-2, -1, 1, 2, 3, 4)  # lines at which a by-line or a date is looked for
FACTS = 12  # words of a line that only names a day or an author at most


def column(table: Numbers, name: str) -> Numbers:
    """A named column of the table."""
    return np.asarray(table[:, INDEX[name]], dtype=np.float64)


def like_titles(table: Numbers) -> Numbers:
    """Which lines could be titles by their shape: short, and no full stop, comma or ellipsis at their end."""
    closed = sum(column(table, name) for name in ("end_comma", "end_cut"))
    full = (column(table, "end_stop") > 0) & (column(table, "query") == 0)
    return np.asarray((column(table, "words") <= SHORT) & ~full & (closed == 0))


def guises(table: Numbers) -> Numbers:
    """A number for each line's guise, the same for lines that look alike: case, beginning, ending, room, indent."""
    blank = np.asarray(table[:, NUMBER + 1], dtype=np.float64)
    case = np.where(column(table, "shouted") >= SHOUTED, 2, np.where(column(table, "capitals") >= TITLED, 1, 0))
    parts = [
        case,
        column(table, "begin_bullet"),
        column(table, "begin_digit"),
        column(table, "begin_quote"),
        column(table, "end_colon"),
        column(table, "query"),
        np.minimum(blank, 2),
        np.minimum(shifted(blank, 1, 0.0), 2),
        np.clip(column(table, "indent"), -20, 20) // 2,
        like_titles(table),
    ]
    key = np.zeros(len(table))
    for part in parts:
        key = key * 32 + part
    return np.asarray(np.unique(key, return_inverse=True)[1])


def mean_by(group: Numbers, values: Numbers) -> Numbers:
    """The mean of a value over the lines of each line's group, the line itself left out where it has company."""
    size = np.bincount(group)[group]
    total = np.bincount(group, weights=values)[group] - values
    return np.asarray(np.where(size > 1, total / np.maximum(size - 1, 1), -1.0))


def numbering(number: Numbers) -> list[Numbers]:
    """How many lines above stands the number before a line's own, and how far below the next; `FAR` where none does."""
    above, below = np.full(len(number), FAR), np.full(len(number), FAR)
    last: dict[float, int] = {}
    for at in np.flatnonzero(number):
        before = last.get(number[at] - 1)
        if before is not None:
            above[at] = min(at - before, FAR)
            below[before] = min(below[before], at - before)
        last[number[at]] = int(at)
    return [above, below]


def facts(table: Numbers) -> Numbers:
    """Which lines look like a by-line or a date."""
    day = column(table, "year") + column(table, "month") * (column(table, "digits") > 0) + column(table, "clock")
    short = column(table, "words") <= FACTS
    return np.asarray((day > 0) & short | (column(table, "by") > 0), dtype=np.float64)


def runs(flag: Numbers) -> Numbers:
    """Of each raised flag, how many stand together without a gap; 0 elsewhere."""
    edges = np.concatenate([[True], flag[1:] != flag[:-1]])
    run = np.cumsum(edges) - 1
    return np.where(flag, np.bincount(run)[run], 0).astype(float)


@dataclass(frozen=True)
class Shapes:
    """What a page's lines look like, whatever is found to be body: the table of evidence and the page's words.

    Each column is worked out once for all the looks that ask for it.
    """

    table: Numbers
    page: Words

    @cached_property
    def words(self) -> Numbers:
        """The number of each line's words."""
        return column(self.table, "words")

    @cached_property
    def maybe(self) -> Numbers:
        """Which lines could be titles."""
        return like_titles(self.table)

    @cached_property
    def runs(self) -> Numbers:
        """How many of them stand together."""
        return runs(self.maybe)

    @cached_property
    def guise(self) -> Numbers:
        """Each line's guise."""
        return guises(self.table)

    @cached_property
    def kin(self) -> tuple[Numbers, Numbers, Numbers]:
        """How many lines are of a line's guise, how many of them prose follows, in what runs they stand."""
        follows = shifted((self.table[:, PROSE] > 0).astype(float), 1, 0.0)
        size = np.minimum(np.bincount(self.guise)[self.guise], 30).astype(float)
        return size, mean_by(self.guise, follows), mean_by(self.guise, self.runs)

    @cached_property
    def around(self) -> list[Numbers]:
        """What numbers, by-lines and dates stand around, and what words come again."""
        number = np.asarray(self.table[:, NUMBER], dtype=np.float64)
        return [*numbering(number), *beside(self.table), self.page.again]


def company(shapes: Shapes, first: Numbers) -> list[Numbers]:
    """What the lines of a line's guise are like: how many, how near to body, what follows them."""
    guise = shapes.guise
    inside = (shapes.maybe & (first > HARDLY)).astype(float)
    size, follows, run = shapes.kin
    return [
        size,
        np.minimum(np.bincount(guise, weights=inside)[guise], 30),
        mean_by(guise, first),
        follows,
        mean_by(guise, shifted(first, 1, 0.0)),
        mean_by(guise, shifted(first, -1, 0.0)),
        run,
    ]


def spacing(shapes: Shapes, first: Numbers) -> list[Numbers]:
    """How the page's likely titles are spread: how many, how much body between them, how they stand in runs."""
    likely = shapes.maybe & (first > HARDLY)
    mass = np.cumsum(first * shapes.words)
    marks = np.concatenate([[0.0], mass[likely], [mass[-1]]])
    above = np.searchsorted(np.flatnonzero(likely), np.arange(len(first)), side="left")
    below = np.searchsorted(np.flatnonzero(likely), np.arange(len(first)), side="right") + 1
    size = np.full(len(first), float(likely.sum()))
    return [
        size,
        size / max(1.0, float((first > HARDLY).sum())),
        np.minimum(mass - marks[above], 500),
        np.minimum(marks[np.minimum(below, len(marks) - 1)] - mass, 500),
        shapes.runs,
        runs(likely),
        *beyond(likely).T,
        np.full(len(first), float(shapes.words[likely].mean()) if likely.any() else 0.0),
        smoothed(likely.astype(float), 8),
    ]


def beyond(flag: Numbers) -> Numbers:
    """How many lines above and below the next line a flag is up, the line itself left out."""
    return apart(np.column_stack([shifted(flag, -1, 0), shifted(flag, 1, 0)]))[:, [0, 3]]


def beside(table: Numbers) -> list[Numbers]:
    """Where by-lines and dates stand near a line."""
    fact = facts(table)[:, None]
    return [*fact.T, *near(fact, NEAR, 0.0).T, *apart(fact).T]


def titles(shapes: Shapes, first: Numbers) -> list[Numbers]:
    """The columns that tell titles, from what lines look like and each line's chance to be of the body."""
    return [shapes.maybe.astype(float), *company(shapes, first), *spacing(shapes, first), *shapes.around]
