"""Features in time order in, the story each post belongs to out: one event, told by several within days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np

from copydesk.grouping.features import Features, Floats, Frequencies
from copydesk.grouping.linking import Linking
from copydesk.grouping.related import BREADTH, rare
from copydesk.grouping.sparse import Index, Row, Sheaf, unit

BATCH = 500  # posts that are joined at a time: what a day brings, or a part of it
DECAY = 2.75  # days after which two reports are a third as likely to tell of one event
WINDOW = 10  # days: exp(-10 / 2.75) leaves nothing to compare
SAME = 0.17  # the mean likeness of two groups of reports that tell one story
HEADLINE = 14.0  # words: a bare headline shares few words with another on its story, so each shared one counts more
LIFT = 1.4


class Desk:
    """The stories so far. Posts come in time order; what was said of a post never changes by a later one."""

    def __init__(self) -> None:
        self.frequencies = Frequencies()
        self.story: list[int] = []  # each post's story, as the number of the post that opened it
        self.days: list[int] = []
        self.rows: list[Row] = []
        self.rare: list[Row] = []
        self.broad: list[Row] = []
        self.lift: list[float] = []

    def take(self, batch: Sequence[Features], known: Sequence[int | None]) -> None:
        """Join new posts to each other and to the stories still warm; `known` says which story some are in already."""
        first = len(self.story)
        self.frequencies.add(batch)
        for number, one in enumerate(batch, first):
            given = known[number - first]
            self.story.append(number if given is None else given)
            self.days.append(one.day)
            self.rows.append(unit(one, self.frequencies))
            self.rare.append(rare(self.rows[-1], self.frequencies))
            self.broad.append(unit(one, self.frequencies, BREADTH))
            self.lift.append(1 + LIFT * float(np.exp(-one.length / HEADLINE)))
        new = [number for number in range(first, len(self.story)) if known[number - first] is None]
        warm = [n for n in range(self.opens(batch[-1].day), len(self.story)) if n < first or n not in set(new)]
        self.join(new, warm)

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


def stories(features: Sequence[Features], told: Mapping[int, int] | None = None, desk: Desk | None = None) -> list[int]:
    """Each post's story, as the number of the post that opened it.

    Posts are in time order. Day by day the new ones join each other and the stories that are still warm. `told` are
    the stories of posts that were published before: they stay as they are, whatever came between. `desk` is filled.
    """
    desk, told, start = desk or Desk(), told or {}, 0
    for _, day in groupby(features, key=lambda one: one.day):
        batch = list(day)
        for at in range(0, len(batch), BATCH):
            part = batch[at : at + BATCH]
            desk.take(part, [told.get(number) for number in range(start, start + len(part))])
            start += len(part)
    return desk.story
