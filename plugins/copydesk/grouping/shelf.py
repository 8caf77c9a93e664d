"""Vectors and copies in, what to read next to each post and why out; only what is new is looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copydesk.grouping.related import HANDFUL, Found, Neighbours, look, reason
from copydesk.grouping.rows import Next
from copydesk.grouping.terms import tokens

if TYPE_CHECKING:
    from copydesk.grouping.features import Ints
    from copydesk.grouping.recalling import Recall
    from copydesk.grouping.stories import Vectors
    from copydesk.model import Post

OFTEN = 12  # names of an article that count for its topics


class Shelf(NamedTuple):
    """For each post: what is near, which of it to read next (-1 for none), and why, with tabs between; its names."""

    found: Found
    twin: Ints
    related: Ints
    reasons: list[str]
    names: list[str]

    def nexts(self, ordered: Sequence[Post]) -> list[tuple[Next, ...]]:
        """What to read next to each post."""
        paths = [post.path for post in ordered]
        return [
            tuple(Next(paths[near], why) for near, why in zip(row, whys.split("\t"), strict=False) if near >= 0)
            for row, whys in zip(self.related.tolist(), self.reasons, strict=True)
        ]

    def often(self) -> list[tuple[str, ...]]:
        """The names that stand in each post most often."""
        return [tuple(line.split("\t", OFTEN)[:OFTEN]) if line else () for line in self.names]


def shelve(past: Recall, vectors: Vectors, start: int, twin: Mapping[int, int]) -> Shelf:
    """Look up what to read next. `start` is the first post whose vectors may not be what they were."""
    count = len(past.posts)
    changed = past.changed(vectors, start)
    before = past.found(changed)
    found, moved = look(vectors.rare, before, changed)
    first = np.array([twin.get(number, -1) for number in range(count)], dtype=np.int64)
    related, reasons = past.shelf() if before else (np.full((count, HANDFUL), -1, dtype=np.int32), [""] * count)
    shelf = Shelf(found, first, related, reasons, past.names())
    clerk = Clerk(past, vectors, shelf)
    for number in np.union1d(moved, affected(found, past.other_twins(first))) if before else range(count):
        clerk.serve(int(number))
    return shelf


def affected(found: Found, others: Ints) -> Ints:
    """The posts that are copies of something else than before, and those that had one of them near."""
    return np.union1d(others, np.flatnonzero(np.isin(found.likely, others).any(axis=1)))


class Clerk:
    """Puts on the shelf what to read next to a post."""

    def __init__(self, past: Recall, vectors: Vectors, shelf: Shelf) -> None:
        self.past, self.rows, self.shelf = past, vectors.rows, shelf
        self.neighbours = Neighbours(shelf.found.likely, vectors.broad, [one.day for one in past.features])
        self.never = shelf.twin >= 0
        self.named = lru_cache(maxsize=None)(lambda number: frozenset(shelf.names[number].split("\t")) - {""})

    def serve(self, number: int) -> None:
        """Of copies only the first version is read next, and none of its own."""
        first, never = self.shelf.twin[number], self.never
        if first >= 0:
            never = never | (np.arange(len(never)) == first)
        near = self.neighbours.near(number, never)
        self.shelf.related[number] = (*near, *[-1] * (HANDFUL - len(near)))
        telling = self.telling(number) if near else {}
        self.shelf.reasons[number] = "\t".join(reason(self.named(other) & telling.keys(), telling) for other in near)

    def telling(self, number: int) -> dict[str, float]:
        """How much each name of a post tells: as much as the word in it that tells most."""
        terms, values = self.rows[number]
        weight = dict(zip(terms.tolist(), values.tolist(), strict=True))
        words = self.past.vocabulary.of(self.past.posts[number].lang)
        return {
            name: max((weight.get(words[word][0], 0.0) for word in tokens(name)), default=0.0)
            for name in self.named(number)
        }
