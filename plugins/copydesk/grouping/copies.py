"""Features in, for each post the post it is a copy of out: the same text printed twice, cut or re-headlined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from copydesk.grouping.features import Features, Ints

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


class Samples(NamedTuple):
    """The shingles of many texts that are looked up, and the number of the text that each stands in."""

    shingles: Shingles
    owner: Ints

    @classmethod
    def of(cls, texts: Mapping[int, Shingles]) -> Samples:
        """The samples of some texts by number."""
        every = [sampled(found) for found in texts.values()]
        flat = np.concatenate([np.zeros(0, np.uint64), *every])
        return cls(flat, np.repeat(np.array([*texts], dtype=np.int64), [len(found) for found in every]))

    def with_texts(self, texts: Mapping[int, Shingles]) -> Samples:
        """These samples, and those of more texts."""
        more = Samples.of(texts)
        return Samples(np.concatenate([self.shingles, more.shingles]), np.concatenate([self.owner, more.owner]))


def suspects(samples: Samples, fresh: Ints) -> list[tuple[int, int]] | None:
    """The pairs of texts, one of them fresh, whose samples share enough to be looked at.

    None where the fresh texts make common what was not: then pairs of older ones share less than before.
    """
    small, new = np.bincount(samples.owner).tolist(), np.isin(samples.owner, fresh)
    touched = np.arange(len(new)) if new.all() else np.flatnonzero(np.isin(samples.shingles, samples.shingles[new]))
    touched = touched[np.lexsort((samples.owner[touched], samples.shingles[touched]))]
    flat, owner = samples.shingles[touched], samples.owner[touched]
    starts = np.flatnonzero(np.diff(flat, prepend=flat[:1] + np.uint64(1)))
    sizes = np.diff(starts, append=len(flat))
    before = sizes - np.add.reduceat(new[touched].astype(np.int64), starts) if len(starts) else sizes
    if bool(((before > 1) & (before <= COMMON) & (sizes > COMMON)).any()):
        return None
    pairs: Counter[tuple[int, int]] = Counter()
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        if 1 < size <= COMMON:
            pairs.update(combinations(owner[start : start + size].tolist(), 2))
    some = {*fresh.tolist()}
    enough = (pair for pair, n in pairs.items() if n > 1 and n >= SUSPECT * min(small[pair[0]], small[pair[1]]))
    return sorted((a, b) for a, b in enough if a in some or b in some)


def containment(a: Shingles, b: Shingles) -> float:
    """The share of the shorter text that stands in the longer one too."""
    return len(np.intersect1d(a, b, assume_unique=True)) / max(1, min(len(a), len(b)))


class Copies(NamedTuple):
    """What is known of copies among posts: the samples of all, and the pairs of those that print one text."""

    samples: Samples
    pairs: list[tuple[int, int]]


def copies(features: Sequence[Features], fresh: Ints | None = None, before: Copies | None = None) -> Copies:
    """Find the copies; `before` is what was known of them all but the fresh ones."""
    fresh = np.arange(len(features)) if fresh is None or before is None else fresh
    texts = {number: shingles(features[number]) for number in fresh.tolist()}
    long = {number: text for number, text in texts.items() if len(text) >= SHORTEST}
    samples = before.samples.with_texts(long) if before else Samples.of(long)
    likely = suspects(samples, fresh)
    if likely is None:
        return copies(features)
    texts |= {number: shingles(features[number]) for pair in likely for number in pair if number not in texts}
    same = [(a, b) for a, b in likely if containment(texts[a], texts[b]) >= COPY]
    return Copies(samples, (before.pairs if before else []) + same)


def first_versions(features: Sequence[Features], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Number of a post -> number of the one it is a copy of: the earliest of them, on one day the fullest."""
    return leaders(pairs, [(one.day, -one.length, number) for number, one in enumerate(features)])


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
