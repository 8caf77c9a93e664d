"""The lines likeliest to be the headline in, how each compares with the others out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.evidence import Numbers
    from copydesk.cleaning.words import Words

MOST = 6  # lines that are compared
FAR = 99.0  # lines apart: no rival on that side
COLUMNS = 13
LEAST = 1e-6  # keeps odds finite


def rivals(draft: Numbers) -> Numbers:
    """The lines likeliest to be the headline by a first judgement, in their order on the page."""
    best = np.argsort(-draft, kind="stable")[:MOST]
    return np.sort(best[draft[best] > 0])


def comparisons(draft: Numbers, words: Words, lines: Numbers) -> Numbers:
    """A row for each of these lines: its odds and rank among them, where the others stand, the words they share."""
    chance = np.clip(draft[lines], LEAST, 1 - LEAST)
    if not len(lines):
        return np.zeros((0, COLUMNS), dtype=np.float32)
    odds = np.log(chance / (1 - chance))
    best = int(np.argmax(odds))
    said = [words.said(int(at)) for at in lines]
    rows = [
        [
            odds[at],
            odds[at] - odds[best],
            float((odds > odds[at]).sum()),
            chance.sum() - chance[at],
            lines[at] - lines[best],
            *beside(lines, chance, at),
            *shared(said, at),
        ]
        for at in range(len(lines))
    ]
    return np.array(rows, dtype=np.float32)


def beside(lines: Numbers, chance: Numbers, at: int) -> list[float]:
    """How far above and below a line the next rivals stand, how many, and the best chance on each side."""
    above, below = chance[:at], chance[at + 1 :]
    return [
        float(lines[at] - lines[at - 1]) if at else FAR,
        float(lines[at + 1] - lines[at]) if at + 1 < len(lines) else FAR,
        float(at),
        float(above.max()) if at else 0.0,
        float(below.max()) if len(below) else 0.0,
    ]


def shared(said: Sequence[frozenset[int]], at: int) -> list[float]:
    """Of a line's words the most that a rival says too, and the most of a rival's words that the line says."""
    others = [(len(said[at] & other), len(other)) for place, other in enumerate(said) if place != at]
    size = max(1, len(said[at]))
    return [
        max((both / size for both, _ in others), default=0.0),
        max((both / max(1, length) for both, length in others), default=0.0),
        float(sum(both == size for both, _ in others)),
    ]
