"""Vectors and copies in, what to read next to each post and why out; only what is new is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copydesk.grouping.related import HANDFUL, Edges, Found, Neighbours, look, reason
from copydesk.grouping.terms import tokens

if TYPE_CHECKING:
    from copydesk.grouping.features import Ints
    from copydesk.grouping.recalling import Recall
    from copydesk.grouping.stories import Desk, Vectors
    from copydesk.model import Post

OFTEN = 12  # names of an article that count for its topics


class Shelf(NamedTuple):
    """For each post: what is near, which of it to read next (-1 for none), and why, with tabs between; its names.

    `edges` say what another post must be to be read next.
    """

    found: Found
    twin: Ints
    related: Ints
    edges: Edges
    reasons: list[str]
    names: list[str]

    def nexts(self, ordered: Sequence[Post]) -> list[tuple[str, ...]]:
        """The paths of what to read next to each post."""
        paths = [*(post.path for post in ordered), ""]
        flat = [*map(paths.__getitem__, self.related.ravel().tolist())]
        sizes = (self.related >= 0).sum(axis=1).tolist()
        return [tuple(flat[at : at + size]) for at, size in zip(range(0, len(flat), HANDFUL), sizes, strict=True)]

    def whys(self) -> list[tuple[str, ...]]:
        """Why, one for each of what to read next."""
        sizes = (self.related >= 0).sum(axis=1).tolist()
        return [tuple(line.split("\t")) if size else () for line, size in zip(self.reasons, sizes, strict=True)]

    def often(self) -> list[tuple[str, ...]]:
        """The names that stand in each post most often."""
        return [tuple(line.split("\t", OFTEN)[:OFTEN]) if line else () for line in self.names]


def shelve(past: Recall, desk: Desk, start: int, twin: Mapping[int, int]) -> Shelf:
    """Look up what to read next. `start` is the first post whose vectors may not be what they were."""
    count = len(past.posts)
    first = np.array([twin.get(number, -1) for number in range(count)], dtype=np.int64)
    vectors = desk.vectors
    for rows in vectors:
        rows.settle()
    changed = past.changed(desk, start)
    before = past.found(changed)
    if before is None:
        changed = np.arange(count)
    found, anew, came = look(vectors.rare, changed, before)
    shelf = Shelf(found, first, *past.shelf(), past.names())
    clerk = Clerk(past, vectors, shelf, {*changed.tolist()})
    moved = [clerk.moved(number, np.array(others, dtype=np.int64)) for number, others in came.items()]
    for number in np.unique(np.concatenate([anew, past.bereft(before, first), *moved])).tolist():
        clerk.serve(number)
    return shelf


class Clerk:
    """Puts on the shelf what to read next to a post; `changed` are the posts that nothing is known of any more."""

    def __init__(self, past: Recall, vectors: Vectors, shelf: Shelf, changed: set[int]) -> None:
        self.past, self.rows, self.shelf, self.changed = past, vectors.rows, shelf, changed
        self.neighbours = Neighbours(shelf.found, vectors.broad, past.texts.days)
        self.never = shelf.twin >= 0

    def moved(self, number: int, others: Ints) -> Ints:
        """Those of some posts, to which a new one came near, that may have something else to read next."""
        edges = self.shelf.edges.pick(others)
        told = np.concatenate([edges.company, self.shelf.related[others]], axis=1).tolist()
        near = (self.shelf.found[other].posts.tolist() for other in others.tolist())
        lost = [not {*some} <= {-1, *posts} for some, posts in zip(told, near, strict=True)]
        return others[np.array(lost, dtype=np.bool_) | self.neighbours.apt(number, others, edges)]

    def serve(self, number: int) -> None:
        """Of copies only the first version is read next, and none of its own."""
        first, never = self.shelf.twin[number], self.never
        if first >= 0:
            never = never | (np.arange(len(never)) == first)
        near = self.neighbours.near(number, never)
        row = [*near.posts, *[-1] * (HANDFUL - len(near.posts))]
        if number in self.changed or row != self.shelf.related[number].tolist():
            self.shelf.related[number] = row
            self.shelf.reasons[number] = self.why(number, near.posts)
        self.shelf.edges.put(number, near)

    def why(self, number: int, near: Sequence[int]) -> str:
        """The reasons, with tabs between."""
        own = self.named(number)
        shared = [own & self.named(other) for other in near]
        telling = self.telling(number, own.intersection(chain(*shared)))
        return "\t".join(reason(names, telling) for names in shared)

    def named(self, number: int) -> frozenset[str]:
        """The names in a post."""
        return frozenset(self.shelf.names[number].split("\t")) - {""}

    def telling(self, number: int, names: Iterable[str]) -> dict[str, float]:
        """How much some names tell in a post: each as much as the word in it that tells most."""
        terms, values = self.rows[number]
        weight = dict(zip(terms.tolist(), values.tolist(), strict=True))
        words = self.past.texts.vocabulary.of(self.past.posts[number].lang)
        return {name: max((weight.get(words[word][0], 0.0) for word in tokens(name)), default=0.0) for name in names}
