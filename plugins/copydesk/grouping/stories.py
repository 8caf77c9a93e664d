"""Features in time order in, the story each post belongs to out: one event, told by several within days."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copydesk.grouping.features import Frequencies
from copydesk.grouping.linking import Linking
from copydesk.grouping.related import BREADTH, ROOM, rare
from copydesk.grouping.sparse import Index, Rows, Scan, Sheaf, unit

if TYPE_CHECKING:
    from copydesk.grouping.features import Features, Floats, Ints
    from copydesk.grouping.sparse import Row
    from copydesk.grouping.texts import Texts

BATCH = 500  # posts that are joined at a time: what a day brings, or a part of it
DECAY = 2.75  # days after which two reports are a third as likely to tell of one event
WINDOW = 10  # days: exp(-10 / 2.75) leaves nothing to compare
SAME = 0.17  # the mean likeness of two groups of reports that tell one story
HEADLINE = 14.0  # words: a bare headline shares few words with another on its story, so each shared one counts more
LIFT = 1.4
YOUNG = 1000  # posts: a site with fewer learns from the day itself how common its words are; what others printed
# before says it better, and then nothing that comes on the same day weighs a word anew
FEW = 10  # posts that are compared sooner with all that are warm than with an index of them


class Vectors(NamedTuple):
    """The posts' vectors by the words that tell most, by the rare ones of them, and by all words alike."""

    rows: Rows
    rare: Rows
    broad: Rows

    @classmethod
    def of(cls, *sheaves: Sheaf) -> Vectors:
        """Vectors to begin with: the rows of some posts, or of none."""
        return cls(*map(Rows, sheaves or [Sheaf.of([])] * len(cls._fields)))

    def append(self, vectors: Sequence[Row]) -> None:
        """Write down the vectors of one more post."""
        for rows, row in zip(self, vectors, strict=True):
            rows.append(row)


def weighed(one: Features, frequencies: Frequencies) -> tuple[Row, Row, Row]:
    """The vectors of a post."""
    row = unit(one, frequencies)
    return row, rare(row, frequencies), unit(one, frequencies, BREADTH)


class Desk:
    """The stories so far. Posts come in time order; what was said of a post never changes by a later one.

    The posts' vectors are weighed by what had been read before the day, or the part of it, on which each came. A desk
    may start from what it had said of the first posts before: their stories and vectors, and their terms' frequencies.
    `kept` are vectors of later posts that are what they were, and `stood` the stories of those that nobody left.
    """

    def __init__(
        self,
        texts: Texts,
        story: Sequence[int] = (),
        vectors: Vectors | None = None,
        frequencies: Frequencies | None = None,
        kept: Mapping[int, tuple[Row, Row, Row]] | None = None,
        stood: Mapping[int, int] | None = None,
    ) -> None:
        self.texts = texts
        self.story = [*story]  # each post's story, as the number of the post that opened it
        self.vectors = vectors or Vectors.of()
        self.frequencies = frequencies or Frequencies()
        self.kept, self.stood = kept or {}, stood or {}

    def take(self, end: int, told: Mapping[int, int]) -> None:
        """Join the posts up to a number to each other and to the stories still warm; some are `told` already."""
        first = len(self.story)
        batch = [self.texts[number] for number in range(first, end)]
        young = self.frequencies.posts < YOUNG
        if young:
            self.frequencies.add(batch)
        for number, one in enumerate(batch, first):
            self.story.append(told.get(number, self.stood.get(number, number)))
            self.vectors.append(self.kept.get(number) or weighed(one, self.frequencies))
        if not young:
            self.frequencies.add(batch)
        new = [number for number in range(first, end) if number not in told]
        known = [number for number in range(first, end) if number in told]
        warm = [*range(self.opens(int(self.texts.days[end - 1])), first), *known]
        arrived = [number for number in range(first, end) if number not in self.stood]
        self.join(*(self.reached(arrived, new, warm) if len(arrived) < len(batch) else (new, warm)))

    def opens(self, day: int) -> int:
        """The number of the first post that is still warm on a day."""
        return int(np.searchsorted(self.texts.days, day - WINDOW))

    def reached(self, arrived: list[int], new: list[int], warm: list[int]) -> tuple[list[int], list[int]]:
        """Of the new and the warm ones those whose stories may be other than they stood, as some have arrived.

        No mean is above the highest likeness in it: who is like none of those stays where he stood. All, where that
        takes as long to find out as to join all.
        """
        every = np.array([*new, *warm], dtype=np.int64)
        story = np.array([self.story[number] for number in every.tolist()])
        likeness = Likeness(self, every, FEW)
        reached, asked = np.isin(story, [self.story[number] for number in arrived]), np.zeros(len(every), np.bool_)
        for _ in range(FEW):
            if not (reached & ~asked).any():
                some = {*every[reached].tolist()}
                return [number for number in new if number in some], [number for number in warm if number in some]
            place = int((reached & ~asked).argmax())
            asked[place] = True
            alike = likeness(place) >= SAME - ROOM
            alike[len(new) :] &= place < len(new)  # stories that stand are never joined to each other
            reached |= np.isin(story, story[alike])
        return new, warm

    def join(self, new: list[int], warm: list[int]) -> None:
        heads = sorted({self.story[number] for number in warm})
        place = {head: column for column, head in enumerate(heads, len(new))}
        columns = np.array([*range(len(new)), *(place[self.story[number]] for number in warm)], dtype=np.int64)
        sizes = np.bincount(columns, minlength=len(new) + len(heads)).astype(float)
        likeness = Likeness(self, np.array([*new, *warm], dtype=np.int64), len(new))
        sums = [np.bincount(columns, weights=likeness(place), minlength=len(sizes)) for place in range(len(new))]
        groups = Linking(np.array(sums, dtype=float).reshape(len(new), len(sizes)), sizes).join(SAME)
        self.name(new, heads, groups)

    def name(self, new: list[int], heads: list[int], groups: list[int]) -> None:
        """Write down each new post's story: a standing one, or the first post of its group."""
        opened: dict[int, int] = {}
        for number, group in zip(new, groups, strict=True):
            self.story[number] = heads[group - len(new)] if group >= len(new) else opened.setdefault(group, number)


class Likeness:
    """How like some posts are to each other: cosine, lift of headlines, days between. `asks` is how many will ask."""

    def __init__(self, desk: Desk, posts: Ints, asks: int) -> None:
        self.rows = desk.vectors.rows.pick(posts)
        self.index = Index.of(self.rows) if asks > FEW else Scan(self.rows)
        self.days = desk.texts.days[posts].astype(float)
        self.lifts = np.array([lift(length) for length in desk.texts.lengths[posts].tolist()])

    def __call__(self, place: int) -> Floats:
        """The likeness of one of the posts, told by its place among them, to each."""
        fading = np.exp(-np.abs(self.days - self.days[place]) / DECAY)
        return np.asarray(self.index.cosines(self.rows[place]) * self.lifts * self.lifts[place] * fading)


def lift(length: int) -> float:
    """How much more each word of a text counts, given how many it has."""
    return 1 + LIFT * math.exp(-length / HEADLINE)


def batches(days: Ints) -> list[tuple[int, int]]:
    """The days, or the parts of a day, that are joined at a time: the number of the first post, and of the next's."""
    edges = [0, *(np.flatnonzero(np.diff(days)) + 1).tolist(), len(days)]
    starts = [at for first, last in pairwise(edges) for at in range(first, last, BATCH)]
    return [*zip(starts, [*starts[1:], len(days)], strict=False)]


def stories(desk: Desk, told: Mapping[int, int]) -> list[int]:
    """Each post's story, as the number of the post that opened it.

    Posts are in time order. Day by day the new ones join each other and the stories that are still warm. The desk is
    filled; it may hold whole batches already. `told` are the stories of posts that were published before: they stay as
    they are, whatever came between.
    """
    for start, end in batches(desk.texts.days):
        if start >= len(desk.story):
            desk.take(end, told)
    return desk.story
