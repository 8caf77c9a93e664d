"""Features in, for each post the post it is a copy of out: the same text printed twice, cut or re-headlined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from copydesk.grouping.features import Features

WORDS = 4  # a shingle: so many words in a row
SAMPLE = 4  # one shingle in so many is looked up; the same ones in every text, as their hashes decide
COMMON = 40  # a shingle in more posts than this is furniture, or an index that points at everything
SUSPECT = 0.2  # the share of sampled shingles that makes a pair worth an exact look
COPY = 0.3  # the share of the shorter text's shingles that stand in the longer one too (containment, Broder 1997)
SHORTEST = 12  # shingles; below this a text is a headline, and equal headlines are no proof
MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)

Shingles = NDArray[np.uint64]


def shingles(one: Features) -> Shingles:
    """The hashes of a text's runs of four words, sorted, each once."""
    words = one.hashes.astype(np.uint64)
    if len(words) < WORDS:
        return np.zeros(0, np.uint64)
    parts = [words[at : len(words) - WORDS + 1 + at] * np.uint64(MIX[at]) for at in range(WORDS)]
    mixed = np.bitwise_xor.reduce(parts)
    return np.unique((mixed ^ (mixed >> np.uint64(29))) * np.uint64(MIX[0]))


def sampled(every: Shingles) -> Shingles:
    """The shingles that are looked up: their own hashes choose them."""
    return np.asarray(every[(every >> np.uint64(40)) % np.uint64(SAMPLE) == 0])


def suspects(samples: Sequence[Shingles]) -> list[tuple[int, int]]:
    """The pairs of texts, by number, whose samples share enough to be looked at."""
    flat = np.concatenate([*samples, np.zeros(0, np.uint64)])
    owner = np.repeat(np.arange(len(samples)), [len(sample) for sample in samples])
    by_hash = np.argsort(flat, kind="stable")
    flat, owner = flat[by_hash], owner[by_hash]
    edges = np.flatnonzero(np.diff(flat)) + 1
    starts, ends = np.concatenate([[0], edges]), np.concatenate([edges, [len(flat)]])
    shared = (ends - starts > 1) & (ends - starts <= COMMON)
    pairs: Counter[tuple[int, int]] = Counter()
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        pairs.update(combinations(owner[start:end].tolist(), 2))
    small = [len(sample) for sample in samples]
    return sorted((a, b) for (a, b), n in pairs.items() if n >= max(2, SUSPECT * min(small[a], small[b])))


def containment(a: Shingles, b: Shingles) -> float:
    """The share of the shorter text that stands in the longer one too."""
    return len(np.intersect1d(a, b, assume_unique=True)) / max(1, min(len(a), len(b)))


def copies(features: Sequence[Features]) -> dict[int, int]:
    """Number of a post -> number of the one it is a copy of: the earliest of them, on one day the fullest."""
    every = [shingles(one) for one in features]
    long = [number for number, one in enumerate(every) if len(one) >= SHORTEST]
    pairs = suspects([sampled(every[number]) for number in long])
    same = [(long[a], long[b]) for a, b in pairs if containment(every[long[a]], every[long[b]]) >= COPY]
    rank = [(one.day, -one.length, number) for number, one in enumerate(features)]
    return leaders(same, rank)


def leaders(pairs: Iterable[tuple[int, int]], rank: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """Pairs of copies -> each copy's first version. The best pair of a text decides, so that copies make no chains."""
    leader: dict[int, int] = {}

    def find(number: int) -> int:
        while number in leader:
            number = leader[number]
        return number

    for a, b in pairs:
        first, second = sorted((find(a), find(b)), key=rank.__getitem__)
        if first != second:
            leader[second] = first
    return {number: find(number) for number in sorted(leader)}
