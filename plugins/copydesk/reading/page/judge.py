"""A page's blocks and what else is known of it in, a verdict on each block out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from copydesk.reading.page import features
from copydesk.trees import chance, forest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from copydesk.reading.page.agreement import Evidence
    from copydesk.reading.page.blocks import Block

    Numbers = NDArray[Any]

MODEL = Path(__file__).parent / "model.npz"
BODY = 0.5  # above which a block is the article's; F1 is flat between .35 and .5 across sites
REACH = 4  # blocks before and after whose first verdicts are looked at
LIKELY = 0.5  # the chance from which the first look counts a block as the article's
RESCUED = 0.2  # above which a heading between blocks that stay is kept: hF1 .892 against .885 across sites
FAMILY = 50  # kin that count
CAP = 500  # characters that a block counts for at most


def judge(blocks: Sequence[Block], evidence: Evidence) -> Numbers:
    """The chance of each block to be of the article.

    Two looks: each block for itself, then again with what was thought of those around it and of those that the page
    builds in the same way. Their mean errs less than either.
    """
    table = features.rows(blocks, evidence)
    sizes = np.array([len(block.text) for block in blocks], dtype=float)
    first = chance(forest(MODEL, "first")(table))
    full = np.hstack([table, surroundings(first, sizes, features.families(blocks))]).astype(np.float32)
    return np.asarray((first + chance(forest(MODEL, "body")(full))) / 2)


def settled(chances: Numbers, headings: Sequence[bool]) -> list[bool]:
    """Which blocks are the article's: the likely ones, headings with them only as the blocks around stand.

    A heading that what follows leaves alone goes; one between blocks that stay is kept unless it is very unlikely.
    """
    body = [bool(one > BODY) for one in chances]
    for at in [at for at, title in enumerate(headings) if title]:
        if not body[at]:
            body[at] = bool(chances[at] > RESCUED) and any(body[at + 1 : at + 2]) and any(body[max(0, at - REACH) : at])
    return [
        kept and (not title or any(body[at + 1 : at + 1 + REACH]))
        for at, (kept, title) in enumerate(zip(body, headings, strict=True))
    ]


def surroundings(first: Numbers, sizes: Numbers, families: Sequence[Numbers]) -> Numbers:
    """The first verdicts on the blocks around each and on its kin, and where in the page's likely text it stands."""
    weight = first * np.minimum(sizes, CAP)
    total = max(float(weight.sum()), 1.0)
    before = np.cumsum(weight) / total
    columns = [first, *neighbours(first), before, 1 - before + weight / total]
    columns += [window(first, sizes, reach) for reach in (3, 8)]
    columns += [np.full(len(first), total), np.full(len(first), float((first > LIKELY).sum()))]
    columns += [np.maximum.accumulate(first), np.maximum.accumulate(first[::-1])[::-1]]
    columns += [column for family in families for column in kindred(first, np.minimum(sizes, CAP), family)]
    return np.array(columns).T


def kindred(first: Numbers, weight: Numbers, family: Numbers) -> list[Numbers]:
    """The mean verdict on the others of each block's family, by blocks and by size (-1: it has none), and its size."""
    count, mass = np.bincount(family), np.bincount(family, weight)
    good, heavy = np.bincount(family, first), np.bincount(family, first * weight)
    others = count[family] > 1
    by_block = (good[family] - first) / np.maximum(count[family] - 1, 1)
    by_size = (heavy[family] - first * weight) / np.maximum(mass[family] - weight, 1)
    return [np.where(others, by_block, -1), np.where(others, by_size, -1), np.minimum(count[family], FAMILY)]


def neighbours(first: Numbers) -> list[Numbers]:
    """The verdicts on the blocks up to `REACH` before and after each; -1 beyond the page's ends."""
    columns = []
    for distance in range(1, REACH + 1):
        edge = np.full(min(distance, len(first)), -1.0)
        columns += [np.concatenate([edge, first[: len(first) - len(edge)]]), np.concatenate([first[len(edge) :], edge])]
    return columns


def window(first: Numbers, sizes: Numbers, reach: int) -> Numbers:
    """The share of likely text among the characters from `reach` blocks before to `reach` after."""
    padded = np.cumsum(np.concatenate([[0.0], first * sizes])), np.cumsum(np.concatenate([[0.0], sizes]))
    at = np.arange(len(first))
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(first))
    good, every = (sums[high] - sums[low] for sums in padded)
    return np.asarray(good / np.maximum(every, 1.0))
