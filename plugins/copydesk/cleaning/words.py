"""The words of a page's lines in, numbers of them out: where else they stand, and how they sound."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property, lru_cache
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[Any]

MODEL = Path(__file__).parent / "model.npz"
BUCKETS = 2**15  # of words and pairs of words that the vocabulary tells apart
HEAD, TAIL = 15, 10  # words at a line's two ends that are listened to
SPAN = 4  # words in a row that a notice says again, and prose hardly ever
BELOW = (1, 2, 3)  # lines below in which a title's words come again
KNOWN = 50_000  # words whose hash is remembered: most of a language's come again on the next page
UNSPACED = "\u3040"  # from here on signs of scripts without spaces, one of which is a word; one letter is none
ODD = 0x9E3779B1  # Knuth's multiplier: spreads sums of hashes over the buckets


def shape(word: str) -> str:
    """A word, or for a number how long it is."""
    return "0" * len(word) if word.isdigit() else word


@lru_cache(maxsize=KNOWN)
def hashed(word: str) -> int:
    """A number that stands for a word, the same on any machine."""
    return crc32(shape(word).encode())


@cache
def vocabulary() -> Numbers:
    """The learned weights of words and pairs of words: above 0 speaks for body, below for furniture."""
    with np.load(MODEL) as model:
        return np.asarray(model["vocabulary"], dtype=np.float32)


def numbering() -> dict[str, int]:
    """The number of each word that it is asked for, numbered as they come."""
    return defaultdict(count().__next__)


class Words:
    """The words of a page as numbers: for every word its line, its identity and its hash.

    Forms of a word that begin alike, by so many `letters`, have one identity; what tells most is a word's own hash.
    """

    def __init__(self, lines: Sequence[Sequence[str]], function: frozenset[str], letters: int | None) -> None:
        sizes = list(map(len, lines))
        said = list(chain.from_iterable(lines))
        known, stems = numbering(), numbering()
        word = np.fromiter(map(known.__getitem__, said), dtype=np.int64, count=len(said))
        stem = np.fromiter((stems[one[:letters]] for one in known), dtype=np.int64, count=len(known))
        self.line = np.repeat(np.arange(len(lines)), sizes)
        self.identity = stem[word]
        self.lines = len(lines)
        self.size = len(stems)
        small = {one[:letters] for one in function}
        telling = [(len(one) > 1 or one > UNSPACED) and one not in small for one in stems]
        self.content = np.array(telling, dtype=np.float64)
        self.hash = np.fromiter(map(hashed, known), dtype=np.int64, count=len(known))[word]
        ends = np.cumsum(sizes, dtype=np.int64)
        at = np.arange(len(self.identity))
        self.begins = at - (ends - sizes)[self.line]
        self.lasts = ends[self.line] - 1 - at

    @cached_property
    def pair(self) -> Numbers:
        """For each word a number that stands for its line and its identity."""
        return np.asarray(self.line * max(1, self.size) + self.identity)

    @cached_property
    def pairs(self) -> tuple[Numbers, Numbers, Numbers]:
        """The numbers of `pair` in their order, for each word the place of its own, and how many words have each."""
        return np.unique(self.pair, return_inverse=True, return_counts=True)

    @cached_property
    def telling(self) -> Numbers:
        """For each word whether it is a content word."""
        return np.asarray(self.content[self.identity])

    @cached_property
    def told(self) -> Numbers:
        """The number of each line's content words, at least 1."""
        return np.maximum(np.bincount(self.line, weights=self.telling, minlength=self.lines), 1.0)

    @cached_property
    def often(self) -> Numbers:
        """How often each word stands in its line."""
        _, where, often = self.pairs
        return np.asarray(often[where])

    def share(self, weight: Numbers) -> Numbers:
        """Of each line's content words, the share that stands in the other lines, weighted by `weight`."""
        mine = weight[self.line]
        everywhere = np.bincount(self.identity, weights=mine, minlength=self.size)
        elsewhere = np.minimum(everywhere[self.identity] - self.often * mine, 3.0) / 3.0
        return self.mean(elsewhere)

    def mean(self, values: Numbers) -> Numbers:
        """The mean of a value over each line's content words."""
        return np.bincount(self.line, weights=values * self.telling, minlength=self.lines) / self.told

    def said(self, at: int) -> frozenset[int]:
        """The identities of a line's content words."""
        own = self.identity[self.line == at]
        return frozenset(own[self.content[own] > 0].tolist())

    @cached_property
    def again(self) -> Numbers:
        """Of each line's content words, the share that stands in the lines right below."""
        known = np.append(self.pairs[0], -1)
        found = np.zeros(len(self.pair), dtype=bool)
        for step in BELOW:
            wanted = self.pair + step * self.size
            found |= known[np.searchsorted(known[:-1], wanted)] == wanted
        return self.mean(found)

    def repeated(self) -> Numbers:
        """Of each line's spans of words, the share that stands on the page more than once."""
        size = len(self.identity) - SPAN + 1
        if size <= 0:
            return np.zeros(self.lines)
        key = np.zeros(size, dtype=np.int64)
        for step in range(SPAN):
            key = (key * 1_000_003 + self.identity[step : step + size]) & 0x7FFFFFFFFFFF
        inside = self.line[:size] == self.line[SPAN - 1 :]
        _, where, often = np.unique(key[inside], return_inverse=True, return_counts=True)
        line = self.line[:size][inside]
        again = np.bincount(line, weights=often[where] > 1, minlength=self.lines)
        return again / np.maximum(np.bincount(line, minlength=self.lines), 1.0)

    def heard(self) -> tuple[Numbers, Numbers]:
        """The line and the bucket of each word and pair of words that is listened to, line's ends marked."""
        near = (self.begins < HEAD) | (self.lasts < TAIL)
        word = self.hash
        pair = np.flatnonzero(near[:-1] & (self.lasts[:-1] > 0))
        first, last = np.flatnonzero(self.begins == 0), np.flatnonzero(self.lasts == 0)
        bucket = [word[near], word[pair] * 3 + word[pair + 1] * 5, word[first] * 7 + 1, word[last] * 11 + 2]
        line = [self.line[near], self.line[pair], self.line[first], self.line[last]]
        return np.concatenate(line), (np.concatenate(bucket) * ODD >> 16) % BUCKETS

    def score(self, weights: Numbers) -> Numbers:
        """How much a line's words sound like an article's: the sum of their weights over the root of their number."""
        line, bucket = self.heard()
        total = np.bincount(line, weights=weights[bucket], minlength=self.lines)
        return np.asarray(total / np.sqrt(np.maximum(np.bincount(line, minlength=self.lines), 1.0)))
