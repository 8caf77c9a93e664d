"""Likenesses of new posts in, who joins whom out: average link, with stories that stand already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from copydesk.grouping.features import Floats


class Linking:
    """New posts (rows, and as many columns) and standing stories (the columns after them), joined best first.

    `sums[i, j]` is the sum of the likenesses between the members of i and of j, `sizes` how many members each has.
    """

    def __init__(self, sums: Floats, sizes: Floats) -> None:
        self.sums, self.sizes = sums.copy(), sizes.copy()
        self.new = len(sums)
        self.into = list(range(len(sizes)))  # what each was joined to: itself as long as it stands
        np.fill_diagonal(self.sums, -np.inf)
        self.best = np.full(self.new, -np.inf)
        self.mate = np.zeros(self.new, dtype=np.int64)
        for row in range(self.new):
            self.look(row)

    def means(self, row: int) -> Floats:
        return np.asarray(self.sums[row] / (self.sizes[row] * self.sizes))

    def look(self, row: int) -> None:
        """Find whom a row is likest to."""
        means = self.means(row)
        self.mate[row] = int(means.argmax())
        self.best[row] = means[self.mate[row]]

    def join(self, least: float) -> list[int]:
        """Join until no two are as like as `least`; each new post's group, as the column that stands for it."""
        while self.new and self.best.max() >= least:
            row = int(self.best.argmax())
            self.merge(row, int(self.mate[row]))
        return [self.root(row) for row in range(self.new)]

    def root(self, one: int) -> int:
        while self.into[one] != one:
            one = self.into[one]
        return one

    def merge(self, row: int, mate: int) -> None:
        """Join a row to its mate: another row, or a story, which stays."""
        self.into[row] = mate
        self.sums[:, mate] += self.sums[:, row]
        if mate < self.new:
            self.sums[mate] += self.sums[row]
        self.sizes[mate] += self.sizes[row]
        self.sums[row], self.sums[:, row], self.best[row] = -np.inf, -np.inf, -np.inf
        self.refresh(row, mate)

    def refresh(self, gone: int, grown: int) -> None:
        """Look again where the one that is gone or the one that grew was, or is now, the likest."""
        alive = np.isfinite(self.best)
        means = self.sums[:, grown] / (self.sizes[: self.new] * self.sizes[grown])
        again = alive & ((self.mate == gone) | (self.mate == grown))
        if grown < self.new:
            again[grown] = True
        for row in np.flatnonzero(again):
            self.look(int(row))
        better = alive & ~again & (means > self.best)
        self.mate[better], self.best[better] = grown, means[better]
