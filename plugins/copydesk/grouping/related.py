"""Features in, for each post a handful of others worth reading next out, and a few words on why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copydesk.grouping.sparse import Index, Row, Sheaf

if TYPE_CHECKING:
    from copydesk.grouping.features import Floats, Frequencies, Ints

HANDFUL = 5
LOOKED_AT = 60  # the posts likest by their rare words, which are then compared by all
RARE = 0.05  # the share of posts above which a term finds too many to be looked up by
ALWAYS = 100  # posts a term may always find
BREADTH = 0.1  # how much a term's rarity counts: for a subject, unlike an event, the common words of a field tell
FRESH, SEASON = 0.5, 30.0  # half of the likeness fades within a month or so: what is new is the better next thing
COMPANY, PULL = 10, 0.5  # the nearest posts, and how much they say together of what the first one is on
LEAST = 0.09  # below this two posts have nothing to do with each other
RISE = 1.2  # times the likeness of the post a quarter down: where posts are few, the nearest may still be far
FALL = 0.2  # nor is a post related that is less than so much as like as the best one


class Related(NamedTuple):
    """A post worth reading next, by number, how near it is, and what both are on."""

    number: int
    likeness: float
    why: str = ""


class Neighbours:
    """Looks up what is near a post. `rows` are the posts' vectors by rare words, `broad` by all of their words."""

    def __init__(self, rows: Sheaf, broad: Sheaf, days: Sequence[int]) -> None:
        self.rows, self.index = rows, Index(rows)
        self.broad = broad
        self.days = np.array(days, dtype=float)
        self.page = np.zeros(broad.width)

    def near(self, number: int, never: Collection[int]) -> list[Related]:
        """The posts nearest to one, the nearest first, without those in `never` and where it ends."""
        found = self.index.cosines(self.rows[number])
        found[[number, *never]] = 0.0
        likely = np.flatnonzero(found)
        likely = likely[np.argsort(-found[likely], kind="stable")[:LOOKED_AT]]
        likeness = self.compare(number, likely)
        best = np.argsort(-likeness, kind="stable")[:HANDFUL]
        least = max(LEAST, FALL * float(likeness.max(initial=0.0)), RISE * self.quarter(likeness))
        return [Related(int(likely[n]), float(likeness[n])) for n in best if likeness[n] >= least]

    def quarter(self, likeness: Floats) -> float:
        """The likeness of the post a quarter down among all posts, 0 where so many were not even looked at."""
        place = (len(self.rows) - 1) // 4
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


def reason(mine: Collection[str], yours: Collection[str], rarity: Callable[[str], float]) -> str:
    """What two posts are both on: the two names they share that tell most, or nothing."""
    shared = sorted(set(mine) & set(yours), key=lambda name: (-rarity(name), name))
    told: list[str] = []
    for name in shared:
        if not any(name in other or other in name for other in told):
            told.append(name)
    return f"both on {' and '.join(told[:2])}" if told else ""
