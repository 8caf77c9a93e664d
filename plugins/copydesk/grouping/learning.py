"""A topic's pinned and barred posts in, how surely every post belongs to it out: a linear model in NumPy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from copydesk.grouping.membership import topics_of
from copydesk.grouping.sparse import Row, unit
from copydesk.grouping.topics import named

if TYPE_CHECKING:
    from copydesk.grouping.features import Features, Floats, Frequencies
    from copydesk.model import Post, Topic

EXAMPLES = 5  # posts pinned, and as many barred: below this an editor has not yet said what the topic is
TRUST = 30.0  # how far the examples are believed against the wish for small weights (C of a logistic regression)
SURE = 1.5  # log-odds from which a post joins unread, if no other topic with examples claims it more strongly
DOUBT = 0.5  # log-odds below which a topic's words alone do not make a member
ROUNDS = 12  # Newton steps; the examples are few and the curve is smooth


class Sheaf:
    """The rows of all posts end to end, so that one pass over them scores every post."""

    def __init__(self, features: Sequence[Features], frequencies: Frequencies) -> None:
        self.rows = [unit(one, frequencies) for one in features]
        self.size = len(frequencies.counts)
        self.terms = np.concatenate([row.terms for row in self.rows])
        self.values = np.concatenate([row.values for row in self.rows])
        self.owner = np.repeat(np.arange(len(self.rows)), [len(row.terms) for row in self.rows])

    def odds(self, weights: Floats, bias: float) -> Floats:
        """Each post's log-odds, rounded so that the order of adding up never shows."""
        sums = np.bincount(self.owner, weights=self.values * weights[self.terms], minlength=len(self.rows))
        return np.asarray(np.round(sums + bias, 6))

    def learn(self, pinned: Sequence[int], barred: Sequence[int]) -> Floats:
        """Fit a logistic regression to the examples and give every post's log-odds."""
        examples = [self.rows[number] for number in (*pinned, *barred)]
        wanted = np.array([1.0] * len(pinned) + [0.0] * len(barred))
        likeness = gram(examples, self.size)
        share, bias = fit(likeness, wanted)
        weights = np.zeros(self.size)
        for part, row in zip(share, examples, strict=True):
            weights[row.terms] += part * row.values
        return self.odds(weights, bias)


def gram(rows: Sequence[Row], size: int) -> Floats:
    """The cosines of the examples with each other."""
    dense = np.zeros((len(rows), size))
    for place, row in enumerate(rows):
        dense[place, row.terms] = row.values
    return np.asarray(dense @ dense.T)


def fit(likeness: Floats, wanted: Floats) -> tuple[Floats, float]:
    """Logistic regression in its dual form, by Newton's method: each example's share in the weights, and the bias.

    With so few examples the dual has tens of unknowns where the weights are tens of thousands (Zhu and Hastie 2005).
    """
    kernel = likeness + 1.0  # the bias is one more term that every post has
    share: Floats = np.zeros(len(wanted))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-kernel @ share))
        curve = np.maximum(chance * (1 - chance), 1e-6)
        target = kernel @ share + (wanted - chance) / curve
        share = np.asarray(np.linalg.solve(kernel + np.diag(1 / (TRUST * curve)), target), dtype=float)
    return share, float(share.sum())


def members(
    posts: Sequence[Post], features: Sequence[Features], topics: tuple[Topic, ...], frequencies: Frequencies
) -> list[tuple[str, ...]]:
    """Each post's topics: by words, then by what the examples teach; what people said of a post is never touched."""
    found = [set(topics_of(p.title, p.body, p.lang, topics, p.topics, p.slug)) for p in posts]
    own = [any(named(name, topics) for name in post.topics) for post in posts]
    lessons = list(taught(posts, features, topics, frequencies))
    most = np.max([odds for _, odds in lessons], axis=0, initial=SURE)
    for topic, odds in lessons:
        said = topic.pinned | topic.barred
        for number, post in enumerate(posts):
            if own[number] or post.slug in said:
                continue
            if odds[number] >= most[number]:
                found[number].add(topic.slug)
            elif odds[number] < DOUBT:
                found[number].discard(topic.slug)
    return [tuple(sorted(slugs)) for slugs in found]


def taught(
    posts: Sequence[Post], features: Sequence[Features], topics: Iterable[Topic], frequencies: Frequencies
) -> Iterator[tuple[Topic, Floats]]:
    """The topics with enough examples both ways, and every post's log-odds."""
    place = {post.slug: number for number, post in enumerate(posts)}
    sheaf: Sheaf | None = None
    for topic in topics:
        pinned, barred = (
            sorted(place[slug] for slug in pins if slug in place) for pins in (topic.pinned, topic.barred)
        )
        if min(len(pinned), len(barred)) >= EXAMPLES:
            sheaf = sheaf or Sheaf(features, frequencies)
            yield topic, sheaf.learn(pinned, barred)
