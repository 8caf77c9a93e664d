"""A table of numbers in, log-odds a row out: boosted trees from a file of numbers, walked all at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Numbers = NDArray[Any]

INSIDE: Final = "clip"  # what is looked up is always there: numpy need not look for what is not, which takes as long
ROWS = 64  # walked at once: with 600 trees all that is looked up then stays in the processor's cache


@dataclass(frozen=True)
class Forest:
    """Boosted trees, level by level: the column and the threshold of each level's nodes, and the leaves' values.

    Every tree is filled up to the same depth, so that node n of a level has the nodes 2n and 2n + 1 of the next below.
    """

    levels: tuple[tuple[Numbers, Numbers], ...]
    leaves: Numbers
    trees: int
    base: float

    def __call__(self, table: Numbers) -> Numbers:
        """The log-odds of each row of the table."""
        parts = [self.walk(table[start : start + ROWS]) for start in range(0, len(table), ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def walk(self, table: Numbers) -> Numbers:
        """As a call, for so few rows that all stays in the processor's cache."""
        rows = np.arange(len(table))[:, None] * table.shape[1]
        flat = np.ascontiguousarray(table).ravel()
        (column, threshold), *below = self.levels
        node = 2 * np.arange(self.trees) + (table.take(column, axis=1) > threshold)
        for column, threshold in below:
            at = column.take(node, mode=INSIDE)
            at += rows
            right = flat.take(at, mode=INSIDE) > threshold.take(node, mode=INSIDE)
            node += node
            node += right
        return np.asarray(self.base + self.leaves.take(node, mode=INSIDE).sum(axis=1))


def chance(odds: Numbers) -> Numbers:
    """The probability that log-odds stand for."""
    return np.asarray(1.0 / (1.0 + np.exp(-odds)))


@cache
def forest(path: Path, name: str) -> Forest:
    """A forest of a model file, read once.

    The file lays its trees end to end: `roots` are their first nodes, a leaf is its own child.
    """
    with np.load(path) as model:
        part = {key.partition(".")[2]: model[key] for key in model.files if key.startswith(f"{name}.")}
    node, levels = part["roots"], []
    for _ in range(int(part["depth"])):
        below = part["children"].reshape(-1, 2)[node]
        leaf = below[:, 0] == node
        column = np.where(leaf, 0, part["column"][node])
        levels.append((column.astype(np.intp), np.where(leaf, np.inf, part["threshold"][node])))
        node = below.ravel()
    return Forest(tuple(levels), part["value"][node], len(part["roots"]), float(part["base"]))
