"""Features in, for each post a handful of others worth reading next out, and a few words on why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copydesk.grouping.sparse import Index, Row, Scan, Sheaf

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from copydesk.grouping.features import Floats, Frequencies, Ints

HANDFUL = 5
LOOKED_AT = 60  # the posts likest by their rare words, which are then compared by all
RARE = 0.05  # the share of posts above which a term finds too many to be looked up by
ALWAYS = 100  # posts a term may always find
SMALL = 4 * LOOKED_AT + 1  # posts: in a smaller site each one counts for what is far from every other
FEW = 25  # posts that are looked up faster by reading all rows than by an index of them
BREADTH = 0.1  # how much a term's rarity counts: for a subject, unlike an event, the common words of a field tell
FRESH, SEASON = 0.5, 30.0  # half of the likeness fades within a month or so: what is new is the better next thing
COMPANY, PULL = 10, 0.5  # the nearest posts, and how much they say together of what the first one is on
LEAST = 0.09  # below this two posts have nothing to do with each other
RISE = 1.2  # times the likeness of the post a quarter down: where posts are few, the nearest may still be far
FALL = 0.2  # nor is a post related that is less than so much as like as the best one


class Found(NamedTuple):
    """The posts likest to each by their rare words, the likest first (-1 where there are no more), and how like."""

    likely: Ints
    cosines: Floats


def look(rows: Sheaf, before: Found | None = None, changed: Ints | None = None) -> tuple[Found, Ints]:
    """Look up what is likest to each post, and say for which posts that is new.

    `before` is what was found last, -1 in place of posts that went or changed since and for posts that are new;
    `changed` are the new posts and those whose rows are other than they were.
    """
    if before is None or changed is None:
        every = np.arange(len(rows))
        return Found(*fill(rows, Index(rows), every, nothing(len(rows)))), every
    lookup = Index(rows) if len(changed) > FEW else Scan(rows)
    found = Found(before.likely.copy(), before.cosines.copy())
    lost = np.flatnonzero(((before.likely < 0) & (before.cosines > 0)).any(axis=1))
    moved = {*changed.tolist(), *lost.tolist()}
    for number in changed.tolist():
        moved.update(offer(found, number, lookup.cosines(rows[number])))
    anew = np.array(sorted({*changed.tolist(), *lost.tolist()}), dtype=np.int64)
    return fill(rows, Index(rows) if len(anew) > FEW else lookup, anew, found), np.array(sorted(moved), dtype=np.int64)


def nothing(count: int) -> Found:
    """What was found of posts that nobody has looked for."""
    return Found(np.full((count, LOOKED_AT), -1, dtype=np.int32), np.zeros((count, LOOKED_AT)))


def fill(rows: Sheaf, lookup: Index | Scan, numbers: Ints, found: Found) -> Found:
    """Write down what is likest to some posts."""
    for number in numbers.tolist():
        cosines = lookup.cosines(rows[number])
        cosines[number] = 0.0
        likely = highest(cosines, LOOKED_AT)
        found.likely[number], found.cosines[number] = -1, 0.0
        found.likely[number, : len(likely)], found.cosines[number, : len(likely)] = likely, cosines[likely]
    return found


def highest(values: Floats, most: int) -> Ints:
    """Where the highest values stand, without what is 0, the highest first and of equals the first."""
    places = np.flatnonzero(values > 0)
    if len(places) > most:
        some = values[places]
        places = places[some >= np.partition(some, len(some) - most)[len(some) - most]]
    return places[np.argsort(-values[places], kind="stable")[:most]]


def offer(found: Found, number: int, cosines: Floats) -> list[int]:
    """Put a post among those likest to others, where it is; and say to which."""
    moved = np.flatnonzero((cosines > 0) & (cosines >= found.cosines[:, -1])).tolist()
    for other in moved:
        likely, like = np.append(found.likely[other], number), np.append(found.cosines[other], cosines[other])
        best = np.lexsort((np.where(likely < 0, len(cosines), likely), -like))[:LOOKED_AT]
        found.likely[other], found.cosines[other] = likely[best], like[best]
    return moved


class Neighbours:
    """Says what to read after a post. `broad` are the posts' vectors by all of their words."""

    def __init__(self, likely: Ints, broad: Sheaf, days: Sequence[int]) -> None:
        self.likely, self.broad = likely, broad
        self.days = np.array(days, dtype=float)
        self.page = np.zeros(broad.width)

    def near(self, number: int, never: NDArray[np.bool_]) -> list[int]:
        """The posts nearest to one, the nearest first, where they are not barred and only up to where it ends."""
        likely = self.likely[number]
        likely = likely[likely >= 0]
        likely = likely[~never[likely]]
        likeness = self.compare(number, likely)
        best = np.argsort(-likeness, kind="stable")[:HANDFUL]
        least = max(LEAST, FALL * float(likeness.max(initial=0.0)), RISE * self.quarter(likeness))
        return [int(likely[place]) for place in best if likeness[place] >= least]

    def quarter(self, likeness: Floats) -> float:
        """The likeness of the post a quarter down among all posts, 0 where so many were not even looked at."""
        place = (len(self.likely) - 1) // 4
        return float(np.sort(likeness)[::-1][place]) if HANDFUL <= place < len(likeness) else 0.0

    def compare(self, number: int, others: Ints) -> Floats:
        """The likeness of a post to a few others, by all of their words, faded by the days between.

        The nearest ones speak with it: what they are all on counts for more than what one word brought in (Rocchio's
        feedback, 1971).
        """
        some = self.broad.pick(others)
        self.speak(number, 1.0)
        company = np.argsort(-some.times(self.page), kind="stable")[:COMPANY]
        part = PULL / max(1, len(company))
        for one in others[company]:
            self.speak(one, part)
        likeness = some.times(self.page)
        self.page[:] = 0.0
        likeness[company] -= part  # nobody speaks for himself
        apart = np.abs(self.days[others] - self.days[number])
        return np.asarray(np.round(likeness * (1 - FRESH + FRESH * np.exp(-apart / SEASON)), 6))

    def speak(self, number: int, weight: float) -> None:
        """Add a post's words to the page that others are compared with."""
        terms, values = self.broad[number]
        self.page[terms] += weight * values


def rare(row: Row, frequencies: Frequencies) -> Row:
    """The terms of a row by which posts are looked up."""
    keep = frequencies.counts[row.terms] <= max(ALWAYS, RARE * frequencies.posts)
    return Row(row.terms[keep], row.values[keep])


def reason(shared: Iterable[str], telling: Mapping[str, float]) -> str:
    """What two posts are both on: the two names they share that tell most, or nothing."""
    told: list[str] = []
    for name in sorted(shared, key=lambda name: (-telling[name], name)):
        if not any(name in other or other in name for other in told):
            told.append(name)
    return f"both on {' and '.join(told[:2])}" if told else ""
