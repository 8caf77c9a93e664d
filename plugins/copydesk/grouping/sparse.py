"""Features in, cosines out: rows of weighted terms compared through an inverted index, in NumPy alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from copydesk.grouping.features import Features, Floats, Frequencies, Ints

LONGEST = 230  # the terms of a text that tell most; more of them cost time and change no neighbour
POWER = 0.8  # the share of a term's rarity that counts: a word that stands in one other post is no proof
PLACE = 32  # bits for the place of a term among all that were said: four thousand million of them


class Row(NamedTuple):
    """A vector of length 1: the numbers of its terms, as the text says them, and their weights."""

    terms: Ints
    values: Floats


def unit(one: Features, frequencies: Frequencies, power: float = POWER) -> Row:
    """The row of a post: the terms that tell most. `power` is how much a term's rarity counts, 0 to 1."""
    terms, values = one.terms, one.weights * frequencies.tell(one.terms, power)
    if len(terms) > LONGEST:
        best = np.sort(np.argsort(-values, kind="stable")[:LONGEST])
        terms, values = terms[best], values[best]
    return Row(terms, values / max(float(np.sqrt(values @ values)), 1e-9))


def reach(starts: Ints, lengths: Ints) -> Ints:
    """The places from each start on, as many as its length, end to end."""
    return np.asarray(np.repeat(starts - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum())))


def rising(numbers: Ints) -> Ints:
    """The order in which numbers rise, equal ones as they stand: they are sorted with their places beside them.

    So a sort of plain integers does, which takes a fifth of a stable sort of places.
    """
    return np.sort(numbers.astype(np.int64) << PLACE | np.arange(len(numbers))) & ((1 << PLACE) - 1)


def spread(count: int, most: int) -> Ints:
    """At most so many of the numbers below a count, spread evenly."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).astype(np.int64))


def woven(whole: NDArray[Any], at: Sequence[int], parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """An array with parts put in where they belong: each before one of its items, rising."""
    between = [whole[start:end] for start, end in pairwise([0, *at, len(whole)])]
    return np.concatenate([piece for pair in zip(between, [*parts, whole[:0]], strict=True) for piece in pair])


class Sheaf:
    """Rows end to end, so that one pass over them multiplies every row with the same weights."""

    def __init__(self, terms: Ints, values: Floats, lengths: Ints) -> None:
        self.terms, self.values, self.lengths = terms, values, lengths
        self.starts = np.cumsum(lengths, dtype=np.int64) - lengths

    @cached_property
    def owner(self) -> Ints:
        """The row that each term stands in."""
        return np.repeat(np.arange(len(self), dtype=np.int32), self.lengths)

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Sheaf:
        """The sheaf of some rows."""
        terms = np.concatenate([np.zeros(0, np.int32), *(row.terms for row in rows)])
        values = np.concatenate([np.zeros(0), *(row.values for row in rows)])
        return cls(terms, values, np.array([len(row.terms) for row in rows], dtype=np.int64))

    @property
    def width(self) -> int:
        """One more than the highest term."""
        return int(self.terms.max(initial=-1)) + 1

    def __len__(self) -> int:
        return len(self.lengths)

    def __getitem__(self, number: int) -> Row:
        part = slice(self.starts[number], self.starts[number] + self.lengths[number])
        return Row(self.terms[part], self.values[part])

    def pick(self, numbers: Ints) -> Sheaf:
        """Some of the rows."""
        places = reach(self.starts[numbers], self.lengths[numbers])
        return Sheaf(self.terms.take(places), self.values.take(places), self.lengths[numbers])

    def among(self, places: Ints, rows: Sequence[Row]) -> Sheaf:
        """These rows and others among them, which are to stand at some places, rising."""
        before = places - np.arange(len(places))
        at = np.append(self.starts, len(self.terms))[before].tolist()
        terms, values, _ = self.parts
        return Sheaf(
            woven(terms, at, [row.terms for row in rows]),
            woven(values, at, [row.values for row in rows]),
            np.insert(self.lengths, before, [len(row.terms) for row in rows]),
        )

    def first(self, count: int) -> Sheaf:
        """The first rows."""
        end = int(self.lengths[:count].sum())
        return Sheaf(self.terms[:end], self.values[:end], self.lengths[:count])

    def with_rows(self, rows: Sequence[Row]) -> Sheaf:
        """These rows, and others after them."""
        more = Sheaf.of(rows)
        terms, values, lengths = zip(self.parts, more.parts, strict=True)
        return Sheaf(np.concatenate(terms), np.concatenate(values), np.concatenate(lengths))

    @property
    def parts(self) -> tuple[Ints, Floats, Ints]:
        """What a sheaf is made from."""
        return self.terms, self.values, self.lengths

    def times(self, weights: Floats) -> Floats:
        """Each row's product with weights, one a term."""
        product, full = np.zeros(len(self)), self.lengths > 0
        if full.any():
            product[full] = np.add.reduceat(self.values * weights.take(self.terms), self.starts[full])
        return product

    def mix(self, shares: Floats) -> Floats:
        """The weighted sum of the rows, given a share for each, as weights one a term."""
        weighed = self.values * shares[self.owner]
        return np.asarray(np.bincount(self.terms, weights=weighed, minlength=self.width), dtype=float)


class Index(NamedTuple):
    """Rows the other way round: for each term the rows it stands in, and its weight there."""

    owner: Ints
    values: Floats
    start: Ints
    size: int

    @classmethod
    def of(cls, rows: Sheaf) -> Index:
        """The index of some rows."""
        by_term = rising(rows.terms)
        start = np.concatenate([[0], np.cumsum(np.bincount(rows.terms))])
        return cls(rows.owner[by_term], rows.values[by_term], start, len(rows))

    @property
    def width(self) -> int:
        """One more than the highest term."""
        return len(self.start) - 1

    def cosines(self, row: Row) -> Floats:
        """One row's cosine with each of the index, rounded so that the order of adding up never shows."""
        known = row.terms < self.width
        terms, values = row.terms[known], row.values[known]
        first = self.start[terms]
        long = self.start[terms + 1] - first
        places = reach(first, long)
        weights = self.values.take(places) * np.repeat(values, long)  # `take` is faster than brackets
        return np.round(np.bincount(self.owner.take(places), weights=weights, minlength=self.size), 6)


class Scan:
    """Rows as they stand: slower to ask than an index, and nothing to build for the few that ask.

    `width` is one more than the highest term that anybody asks for.
    """

    def __init__(self, rows: Sheaf, width: int = 0) -> None:
        self.rows, self.page = rows, np.zeros(max(width, rows.width))

    def cosines(self, row: Row) -> Floats:
        """One row's cosine with each, rounded as an index rounds it."""
        self.page[row.terms] = row.values
        found = np.round(self.rows.times(self.page), 6)
        self.page[row.terms] = 0.0
        return np.asarray(found)


class Patched:
    """An index of the rows as they were, with the rows over it that are new or changed since.

    `then` are the rows' numbers in the index, anything for those that changed.
    """

    def __init__(self, index: Index, then: Ints, changed: Ints, rows: Rows) -> None:
        self.index, self.then, self.changed = index, then, changed
        self.scan = Scan(rows.pick(changed), index.width)

    def cosines(self, row: Row) -> Floats:
        """One row's cosine with each, as an index of them all gives it."""
        found = self.index.cosines(row)[self.then]
        found[self.changed] = self.scan.cosines(row)
        return found


class Rows:
    """Rows that grow: the older ones end to end, the new ones after them."""

    def __init__(self, older: Sheaf) -> None:
        self.older, self.newer = older, list[Row]()

    def append(self, row: Row) -> None:
        self.newer.append(row)

    def __getitem__(self, number: int) -> Row:
        return self.older[number] if number < len(self.older) else self.newer[number - len(self.older)]

    def __len__(self) -> int:
        return len(self.older) + len(self.newer)

    @property
    def width(self) -> int:
        """One more than the highest term."""
        return max(self.older.width, Sheaf.of(self.newer).width)

    def pick(self, numbers: Ints) -> Sheaf:
        """Some of the rows."""
        new = np.flatnonzero(numbers >= len(self.older))
        if not len(new):
            return self.older.pick(numbers)
        if len(new) > len(numbers) // 2:
            return Sheaf.of([self[number] for number in numbers.tolist()])
        return self.older.pick(np.delete(numbers, new)).among(new, [self[number] for number in numbers[new].tolist()])

    def sheaf(self) -> Sheaf:
        """All of them, end to end."""
        return self.older.with_rows(self.newer) if self.newer else self.older

    def settle(self) -> None:
        """Lay the new rows to the older ones, where they are most: it takes longer to pick one by one."""
        if len(self.newer) > len(self.older):
            self.older, self.newer = self.sheaf(), []
