"""Features in time order in, the story each post belongs to out: one event, told by several within days."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from copydesk.grouping.features import Features, Floats, Frequencies
from copydesk.grouping.linking import Linking
from copydesk.grouping.related import BREADTH, rare
from copydesk.grouping.sparse import Index, Rows, Sheaf, unit

BATCH = 500  # posts that are joined at a time: what a day brings, or a part of it
DECAY = 2.75  # days after which two reports are a third as likely to tell of one event
WINDOW = 10  # days: exp(-10 / 2.75) leaves nothing to compare
SAME = 0.17  # the mean likeness of two groups of reports that tell one story
HEADLINE = 14.0  # words: a bare headline shares few words with another on its story, so each shared one counts more
LIFT = 1.4


class Vectors(NamedTuple):
    """The posts' vectors by the words that tell most, by the rare ones of them, and by all words alike."""

    rows: Sheaf
    rare: Sheaf
    broad: Sheaf


class Desk:
    """The stories so far. Posts come in time order; what was said of a post never changes by a later one.

    `rows` are the posts' vectors for telling stories, `rare` and `broad` those for telling what is near, all weighed
    by what had been read when the post came. A desk may start from what it had said of the first posts before.
    """

    def __init__(self, before: Sequence[Features] = (), story: Sequence[int] = (), rows: Vectors | None = None) -> None:
        self.frequencies = Frequencies()
        self.frequencies.add(before)
        self.story = [*story]  # each post's story, as the number of the post that opened it
        self.days = [one.day for one in before]
        self.lift = [lift(one) for one in before]
        self.rows, self.rare, self.broad = (Rows(sheaf) for sheaf in rows or [Sheaf.of([])] * 3)

    def take(self, batch: Sequence[Features], known: Sequence[int | None]) -> None:
        """Join new posts to each other and to the stories still warm; `known` says which story some are in already."""
        first = len(self.story)
        self.frequencies.add(batch)
        for number, one in enumerate(batch, first):
            given = known[number - first]
            self.story.append(number if given is None else given)
            self.days.append(one.day)
            self.lift.append(lift(one))
            self.weigh(one)
        new = [number for number in range(first, len(self.story)) if known[number - first] is None]
        told = [number for number in range(first, len(self.story)) if known[number - first] is not None]
        self.join(new, [*range(self.opens(batch[-1].day), first), *told])

    def weigh(self, one: Features) -> None:
        """Write down a post's vectors."""
        row = unit(one, self.frequencies)
        self.rows.append(row)
        self.rare.append(rare(row, self.frequencies))
        self.broad.append(unit(one, self.frequencies, BREADTH))

    @property
    def vectors(self) -> Vectors:
        """All posts' vectors."""
        return Vectors(self.rows.sheaf(), self.rare.sheaf(), self.broad.sheaf())

    def opens(self, day: int) -> int:
        """The number of the first post that is still warm on a day."""
        return int(np.searchsorted(self.days, day - WINDOW))

    def join(self, new: list[int], warm: list[int]) -> None:
        heads = sorted({self.story[number] for number in warm})
        place = {head: column for column, head in enumerate(heads, len(new))}
        columns = np.array([*range(len(new)), *(place[self.story[number]] for number in warm)], dtype=np.int64)
        sizes = np.bincount(columns, minlength=len(new) + len(heads)).astype(float)
        sums = [np.bincount(columns, weights=likeness, minlength=len(sizes)) for likeness in self.likenesses(new, warm)]
        groups = Linking(np.array(sums, dtype=float).reshape(len(new), len(sizes)), sizes).join(SAME)
        self.name(new, heads, groups)

    def likenesses(self, new: list[int], warm: list[int]) -> Iterator[Floats]:
        """For each new post its likeness to the new and the warm ones: cosine, lift of headlines, days between."""
        every = [*new, *warm]
        index = Index(Sheaf.of([self.rows[number] for number in every]))
        days = np.array([self.days[number] for number in every], dtype=float)
        lift = np.array([self.lift[number] for number in every])
        for place, number in enumerate(new):
            yield index.cosines(self.rows[number]) * lift * lift[place] * np.exp(-np.abs(days - days[place]) / DECAY)

    def name(self, new: list[int], heads: list[int], groups: list[int]) -> None:
        """Write down each new post's story: a standing one, or the first post of its group."""
        opened: dict[int, int] = {}
        for number, group in zip(new, groups, strict=True):
            self.story[number] = heads[group - len(new)] if group >= len(new) else opened.setdefault(group, number)


def lift(one: Features) -> float:
    """How much more each word of a short text counts."""
    return 1 + LIFT * math.exp(-one.length / HEADLINE)


def batches(features: Sequence[Features]) -> list[tuple[int, int]]:
    """The days, or the parts of a day, that are joined at a time: the number of the first post, and of the next's."""
    days = np.array([one.day for one in features], dtype=np.int64)
    edges = [0, *(np.flatnonzero(np.diff(days)) + 1).tolist(), len(days)]
    starts = [at for first, last in pairwise(edges) for at in range(first, last, BATCH)]
    return [*zip(starts, [*starts[1:], len(days)], strict=False)]


def stories(features: Sequence[Features], told: Mapping[int, int] | None = None, desk: Desk | None = None) -> list[int]:
    """Each post's story, as the number of the post that opened it.

    Posts are in time order. Day by day the new ones join each other and the stories that are still warm. `told` are
    the stories of posts that were published before: they stay as they are, whatever came between. `desk` is filled; it
    may hold whole batches already.
    """
    desk, told = desk or Desk(), told or {}
    for start, end in batches(features):
        if start >= len(desk.story):
            desk.take(features[start:end], [told.get(number) for number in range(start, end)])
    return desk.story
