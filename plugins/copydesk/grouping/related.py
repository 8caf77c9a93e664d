"""Features in, for each post a handful of others worth reading next out, and a few words on why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copydesk.grouping.sparse import Index, Patched, Row

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from copydesk.grouping.features import Floats, Frequencies, Ints
    from copydesk.grouping.sparse import Rows

HANDFUL = 5
LOOKED_AT = 60  # the posts likest by their rare words, which are then compared by all
RARE = 0.05  # the share of posts above which a term finds too many to be looked up by
ALWAYS = 100  # posts a term may always find
SMALL = 4 * LOOKED_AT + 1  # posts: in a smaller site each one counts for what is far from every other
BREADTH = 0.1  # how much a term's rarity counts: for a subject, unlike an event, the common words of a field tell
FRESH, SEASON = 0.5, 30.0  # half of the likeness fades within a month or so: what is new is the better next thing
COMPANY, PULL = 10, 0.5  # the nearest posts, and how much they say together of what the first one is on
LISTED = ", "  # stands between names, none of which has a comma
LEAST = 0.09  # below this two posts have nothing to do with each other
ROOM = 1e-5  # sums in another order differ by less
RISE = 1.2  # times the likeness of the post a quarter down: where posts are few, the nearest may still be far
FALL = 0.2  # nor is a post related that is less than so much as like as the best one


class Likely(NamedTuple):
    """The posts likest to one by their rare words, the likest first, and how like."""

    posts: Ints
    cosines: Floats


@dataclass(frozen=True)
class Before:
    """What was found likest to each post last time: a row a post, -1 where there were no more, and the last cosine.

    `index` is of the rows as they were. `then` and `now` turn the numbers of the posts now into those of last time, and
    back; -1 for who was not there, and for who is not there any more or is not what it was.
    """

    likely: Ints
    cosines: Floats
    least: Floats
    index: Index
    then: Ints
    now: Ints

    def __getitem__(self, number: int) -> Likely:
        """What was found likest to a post, all of which is there still."""
        likely = self.likely[self.then[number]]
        likely = likely[likely >= 0]
        return Likely(self.now[likely], self.cosines[self.then[number], : len(likely)])

    def lost(self) -> Ints:
        """The posts that had one near which is not there any more, or not as it was."""
        return self.beside(self.now < 0)

    def beside(self, some: NDArray[np.bool_]) -> Ints:
        """The posts that had one of some posts near, which are told by their numbers of last time."""
        if not some.any():
            return np.zeros(0, dtype=np.int64)
        marked = np.append(some, False)  # the last one stands for where there were no more
        had = np.asarray(marked[self.likely].any(axis=1))
        return np.flatnonzero((self.then >= 0) & had[self.then])


class Found:
    """What is likest to each post: what was found before, and over it what is found now."""

    def __init__(self, count: int, before: Before | None = None) -> None:
        self.before = before
        self.least: Floats = before.least[before.then] if before else np.zeros(count)
        self.new: dict[int, Likely] = {}

    def __len__(self) -> int:
        return len(self.least)

    def __getitem__(self, number: int) -> Likely:
        if number in self.new or self.before is None:
            return self.new[number]
        return self.before[number]

    def __setitem__(self, number: int, likely: Likely) -> None:
        self.new[number] = likely
        self.least[number] = likely.cosines[-1] if len(likely.cosines) == LOOKED_AT else 0.0

    def offer(self, number: int, cosines: Floats) -> list[int]:
        """Put a post among those likest to others, where it is; and say to which."""
        moved = np.flatnonzero((cosines > 0) & (cosines >= self.least)).tolist()
        for other in moved:
            posts, like = np.append(self[other].posts, number), np.append(self[other].cosines, cosines[other])
            best = np.lexsort((posts, -like))[:LOOKED_AT]
            self[other] = Likely(posts[best], like[best])
        return moved

    def table(self) -> tuple[Ints, Floats]:
        """All of it in rows, -1 where there are no more."""
        likely, cosines = np.full((len(self), LOOKED_AT), -1, dtype=np.int32), np.zeros((len(self), LOOKED_AT))
        for number in range(len(self)):
            one = self[number]
            likely[number, : len(one.posts)], cosines[number, : len(one.posts)] = one
        return likely, cosines


def look(rows: Rows, changed: Ints, before: Before | None = None) -> tuple[Found, Ints, dict[int, list[int]]]:
    """Look up what is likest to each post, and say for which posts that is all new, and what came to which others.

    `changed` are the new posts and those whose rows are other than they were; all, where nothing was found before.
    """
    lookup = Patched(before.index, before.then, changed, rows) if before else Index.of(rows.sheaf())
    found = Found(len(rows), before)
    anew = np.union1d(changed, before.lost()) if before else changed
    found.least[anew] = np.inf  # nothing is offered to those
    some = changed.tolist() if before else ()
    came = {number: found.offer(number, lookup.cosines(rows[number])) for number in some}
    for number in anew.tolist():
        cosines = lookup.cosines(rows[number])
        cosines[number] = 0.0
        likely = highest(cosines, LOOKED_AT)
        found[number] = Likely(likely, cosines[likely])
    return found, anew, came


def highest(values: Floats, most: int) -> Ints:
    """Where the highest values stand, without what is 0, the highest first and of equals the first."""
    places = np.flatnonzero(values > 0)
    if len(places) > most:
        some = values[places]
        places = places[some >= np.partition(some, len(some) - most)[len(some) - most]]
    return places[np.argsort(-values[places], kind="stable")[:most]]


class Near(NamedTuple):
    """What to read after a post, the nearest first, and what another post must be to change that.

    That is to be as like as the last one, `enough`; or to be among its `company`, the last of which is so `close`.
    """

    posts: list[int]
    enough: float
    company: Ints
    close: float


class Edges(NamedTuple):
    """The same of many posts in rows; -1 where there is no more company."""

    enough: Floats
    company: Ints
    close: Floats

    def pick(self, numbers: Ints) -> Edges:
        """Those of some posts."""
        return Edges(self.enough[numbers], self.company[numbers], self.close[numbers])

    def put(self, number: int, near: Near) -> None:
        """Write down those of a post."""
        self.enough[number], self.close[number] = near.enough, near.close
        self.company[number] = [*near.company, *[-1] * (COMPANY - len(near.company))]


class Neighbours:
    """Says what to read after a post. `broad` are the posts' vectors by all of their words."""

    def __init__(self, found: Found, broad: Rows, days: Ints) -> None:
        self.found, self.broad, self.days = found, broad, days
        self.page = np.zeros(broad.width)

    def near(self, number: int, never: NDArray[np.bool_]) -> Near:
        """The posts nearest to one, the nearest first, where they are not barred and only up to where it ends."""
        likely = self.found[number].posts
        likely = likely[~never[likely]]
        likeness, company, close = self.compare(number, likely)
        best = np.argsort(-likeness, kind="stable")[:HANDFUL]
        least = max(LEAST, FALL * float(likeness.max(initial=0.0)), RISE * self.quarter(likeness))
        posts = [int(likely[place]) for place in best if likeness[place] >= least]
        enough = float(likeness[best[-1]]) if len(posts) == HANDFUL else least
        return Near(posts, enough, likely[company], close)

    def apt(self, number: int, others: Ints, edges: Edges) -> NDArray[np.bool_]:
        """To which of some posts, whose edges are given, a new one may be near.

        A likeness is a sum of cosines with the new one, so all are told at once, and with room for rounding.
        """
        told = np.zeros(len(self.found) + 1)  # the last one stands for where there is no more company
        some = np.union1d(others, edges.company[edges.company >= 0])
        own = self.broad[number]
        self.page[own.terms] = own.values
        told[some] = self.broad.pick(some).times(self.page)
        self.page[own.terms] = 0.0
        alone = told[others]
        pulled = alone + PULL / COMPANY * told[edges.company].sum(axis=1)
        joins = (edges.company[:, -1] < 0) | (alone > edges.close - ROOM)
        return np.asarray(joins | (pulled * self.fading(number, others) > edges.enough - ROOM))

    def fading(self, number: int, others: Ints) -> Floats:
        """How much of a likeness the days between leave."""
        apart = np.abs(self.days[others] - self.days[number])
        return np.asarray(1 - FRESH + FRESH * np.exp(-apart / SEASON))

    def quarter(self, likeness: Floats) -> float:
        """The likeness of the post a quarter down among all posts, 0 where so many were not even looked at."""
        place = (len(self.found) - 1) // 4
        return float(np.sort(likeness)[::-1][place]) if HANDFUL <= place < len(likeness) else 0.0

    def compare(self, number: int, others: Ints) -> tuple[Floats, Ints, float]:
        """The likeness of a post to a few others, by all of their words, faded by the days between.

        And which of them are its company, and how close the last one of it is.

        The nearest ones speak with it: what they are all on counts for more than what one word brought in (Rocchio's
        feedback, 1971).
        """
        some, own = self.broad.pick(others), self.broad[number]
        self.page[own.terms] = own.values
        alone = np.round(some.times(self.page), 6)
        company = np.argsort(-alone, kind="stable")[:COMPANY]
        mates, part = some.pick(company), PULL / max(1, len(company))
        np.add.at(self.page, mates.terms, part * mates.values)
        likeness = some.times(self.page)
        likeness[company] -= part  # nobody speaks for himself
        self.page[own.terms], self.page[mates.terms] = 0.0, 0.0
        likeness = np.round(likeness * self.fading(number, others), 6)
        return np.asarray(likeness), company, float(alone[company].min(initial=1.0))


def rare(row: Row, frequencies: Frequencies) -> Row:
    """The terms of a row by which posts are looked up."""
    keep = frequencies.counts[row.terms] <= max(ALWAYS, RARE * frequencies.posts)
    return Row(row.terms[keep], row.values[keep])


def reason(shared: Iterable[str], telling: Mapping[str, float]) -> str:
    """What two posts are both on: the two names they share that tell most, with a comma between them, or nothing."""
    told: list[str] = []
    for name in sorted(shared, key=lambda name: (-telling[name], name)):
        if not any(name in other or other in name for other in told):
            told.append(name)
    return LISTED.join(told[:2])
