"""Features in, for each post the post it is a copy of out: the same text printed twice, cut or re-headlined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.grouping.sparse import reach

if TYPE_CHECKING:
    from copydesk.grouping.features import Features, Ints
    from copydesk.grouping.texts import Texts

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
    """The shingles of many texts that are looked up, rising, and the number of the text that each stands in."""

    shingles: Shingles
    owner: Ints

    @classmethod
    def of(cls, texts: Mapping[int, Shingles]) -> Samples:
        """The samples of some texts by number."""
        every = [sampled(found) for found in texts.values()]
        flat = np.concatenate([np.zeros(0, np.uint64), *every])
        return cls(flat, np.repeat(np.array([*texts], dtype=np.int64), [len(found) for found in every])).rising()

    def rising(self) -> Samples:
        """The same in order."""
        order = np.lexsort((self.owner, self.shingles))
        return Samples(self.shingles[order], self.owner[order])

    def beside(self, other: Samples) -> Samples:
        """These samples and others, in order."""
        both = zip(self, other, strict=True)
        return Samples(*(np.concatenate(pair) for pair in both)).rising()

    def holding(self, wanted: Shingles) -> Samples:
        """Those of some shingles; they come rising, each once."""
        first = np.searchsorted(self.shingles, wanted)
        places = reach(first, np.searchsorted(self.shingles, wanted, side="right") - first)
        return Samples(self.shingles[places], self.owner[places])

    def often(self, shingles: Shingles) -> Ints:
        """In how many texts each of some shingles stands."""
        return np.searchsorted(self.shingles, shingles, side="right") - np.searchsorted(self.shingles, shingles)

    def moved(self, now: Ints) -> Samples:
        """The same under the numbers that the texts have now, without those that have none (-1)."""
        owner = now[self.owner]
        return Samples(self.shingles[owner >= 0], owner[owner >= 0])

    def sizes(self, count: int) -> Ints:
        """How many samples each of so many texts has."""
        return np.bincount(self.owner, minlength=count)


def suspects(samples: Samples, sizes: Ints) -> list[tuple[int, int]]:
    """The pairs of texts whose samples share enough to be looked at; `sizes` is how many samples each text has."""
    starts = np.flatnonzero(np.diff(samples.shingles, prepend=samples.shingles[:1] + np.uint64(1)))
    many = np.diff(starts, append=len(samples.shingles))
    pairs: Counter[tuple[int, int]] = Counter()
    shared = (many > 1) & (many <= COMMON)
    for start, size in zip(starts[shared].tolist(), many[shared].tolist(), strict=True):
        pairs.update(combinations(samples.owner[start : start + size].tolist(), 2))
    small = sizes.tolist()
    return sorted((a, b) for (a, b), n in pairs.items() if n > 1 and n >= SUSPECT * min(small[a], small[b]))


def containment(a: Shingles, b: Shingles) -> float:
    """The share of the shorter text that stands in the longer one too."""
    return len(np.intersect1d(a, b, assume_unique=True)) / max(1, min(len(a), len(b)))


class Before(NamedTuple):
    """What was known of copies last time, and the number that each text of then has now: -1 for those that went."""

    samples: Samples
    sizes: Ints
    pairs: Ints
    now: Ints

    def steady(self, fresh: Samples) -> bool:
        """Whether no shingle became common, or is so no more, while it stood in some texts all the time."""
        gone = np.flatnonzero(self.now < 0)
        left = np.isin(self.samples.owner, gone) if len(gone) else np.zeros(0, np.int64)
        lost = Samples(self.samples.shingles[left], self.samples.owner[left])
        some = np.unique(np.concatenate([fresh.shingles, lost.shingles]))
        was = self.samples.often(some)
        kept = was - lost.often(some)
        common = kept + fresh.often(some) > COMMON
        return not bool((((was > COMMON) != common) & (kept > 1)).any())

    def beside(self, fresh: Samples) -> Samples:
        """The samples of the texts that share a shingle with fresh ones, and those of the fresh ones."""
        return self.samples.holding(np.unique(fresh.shingles)).moved(self.now).beside(fresh)

    def standing(self) -> list[tuple[int, int]]:
        """The pairs of which neither has gone."""
        pairs = self.now[self.pairs]
        return [(a, b) for a, b in pairs[(pairs >= 0).all(axis=1)].tolist()]


class Copies(NamedTuple):
    """What is known of copies among texts: the pairs that print one text, and how many samples each text has.

    `fresh` are the samples of the texts of which nothing was known `before`.
    """

    pairs: list[tuple[int, int]]
    sizes: Ints
    fresh: Samples
    before: Before | None = None

    @property
    def samples(self) -> Samples:
        """The samples of all texts."""
        return self.before.samples.moved(self.before.now).beside(self.fresh) if self.before else self.fresh


def copies(texts: Texts, before: Before | None = None) -> Copies:
    """Find the copies among texts."""
    fresh = Samples.of(long(texts, texts.fresh))
    if before is None or not before.steady(fresh):
        every = fresh if before is None else Samples.of(long(texts, np.arange(len(texts))))
        sizes = every.sizes(len(texts))
        return Copies(same(texts, suspects(every, sizes)), sizes, every)
    sizes = before.sizes[texts.then]
    sizes[texts.fresh] = fresh.sizes(len(texts))[texts.fresh]
    new = {*texts.fresh.tolist()}
    likely = [(a, b) for a, b in suspects(before.beside(fresh), sizes) if a in new or b in new]
    return Copies(before.standing() + same(texts, likely), sizes, fresh, before)


def long(texts: Texts, numbers: Ints) -> dict[int, Shingles]:
    """The shingles of some texts, but for those too short to say anything."""
    every = {number: shingles(texts[number]) for number in numbers.tolist()}
    return {number: found for number, found in every.items() if len(found) >= SHORTEST}


def same(texts: Texts, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of which one is a copy of the other."""
    known = {number: shingles(texts[number]) for number in {*chain(*pairs)}}
    return [(a, b) for a, b in pairs if containment(known[a], known[b]) >= COPY]


def first_versions(texts: Texts, pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Number of a post -> number of the one it is a copy of: the earliest of them, on one day the fullest."""
    days, lengths = texts.days, texts.lengths
    return leaders(pairs, {number: (int(days[number]), -int(lengths[number]), number) for number in {*chain(*pairs)}})


def leaders(pairs: Iterable[tuple[int, int]], rank: Mapping[int, tuple[int, int, int]]) -> dict[int, int]:
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
