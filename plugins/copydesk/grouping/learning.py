"""A topic's pinned and barred posts in, how surely every post belongs to it out: a linear model in NumPy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copydesk.grouping.latent import gram, places
from copydesk.grouping.sparse import Sheaf, spread, unit
from copydesk.grouping.topics import named

if TYPE_CHECKING:
    from copydesk.grouping.features import Features, Floats, Frequencies, Ints
    from copydesk.model import Post, Topic

EXAMPLES = 5  # posts pinned, and as many barred: below this an editor has not yet said what the topic is
TRUST = 30.0  # how far the examples are believed against the wish for small weights (C of a logistic regression)
LATENT = 4.0  # how much nearness in the latent space counts beside words in common
ELSEWHERE = 0.3  # what another topic's example is worth as an example against: it may belong to both
MOST_ELSEWHERE = 500  # such examples at most, spread over all topics
SURE = 0.5  # log-odds from which a post joins unread, if no other topic claims it more strongly: likely, or not at all
CAUTION = 1.5  # more than that where only the topic's own examples say what it is not
CONTRAST = 200  # examples against, of all topics, from which no more caution is needed
DOUBT = -3.0  # log-odds, 5 %, below which a topic's words alone do not make a member
ROUNDS = 12  # Newton steps; the examples are few and the curve is smooth
GUESSES = 40  # steps towards how common a topic is; the guess stands after about twenty


@dataclass(frozen=True)
class Examples:
    """The numbers of the posts that teach a topic, whether each belongs to it, and what each is worth."""

    numbers: Ints
    wanted: Floats
    worth: Floats

    @property
    def share(self) -> float:
        """How common members are among the examples."""
        return float(self.wanted.sum() / self.worth.sum())

    @property
    def sure(self) -> float:
        """The log-odds from which a post joins unread: the fewer examples against, the more it takes."""
        against = len(self.wanted) - float(self.wanted.sum())
        return SURE + CAUTION * max(0.0, 1 - against / CONTRAST)


def examples(pinned: Sequence[int], barred: Sequence[int], elsewhere: Sequence[int]) -> Examples:
    """The examples of a topic. `elsewhere` are the posts pinned to other topics."""
    known = {*pinned, *barred}
    other = [number for number in elsewhere if number not in known]
    other = [other[place] for place in spread(len(other), MOST_ELSEWHERE)]
    worth = [1.0] * len(known) + [ELSEWHERE] * len(other)
    wanted = [1.0] * len(pinned) + [0.0] * (len(worth) - len(pinned))
    return Examples(np.array([*pinned, *barred, *other]), np.array(wanted), np.array(worth))


class School:
    """All posts as vectors, for a lesson in one topic after the other."""

    def __init__(self, features: Iterable[Features], frequencies: Frequencies) -> None:
        self.rows = Sheaf.of([unit(one, frequencies) for one in features])
        self.places = places(self.rows)

    def learn(self, lesson: Examples) -> Floats:
        """Every post's log-odds of belonging, rounded so that the order of adding up never shows."""
        near = self.places[lesson.numbers]
        shares = fit(gram(self.rows.pick(lesson.numbers)) + LATENT * near @ near.T, lesson)
        every = np.zeros(len(self.rows))
        every[lesson.numbers] = shares
        raw = self.rows.times(self.rows.mix(every)) + LATENT * self.places @ (near.T @ shares) + shares.sum()
        return np.asarray(np.round(raw + log_odds(commonness(raw, lesson.share)) - log_odds(lesson.share), 6))


def fit(likeness: Floats, lesson: Examples) -> Floats:
    """Logistic regression in its dual form, by Newton's method: each example's share; their sum is the bias.

    With so few examples the dual has tens of unknowns where the weights are tens of thousands (Zhu and Hastie 2005).
    """
    kernel = likeness + 1.0  # the bias is one more term that every post has
    shares: Floats = np.zeros(len(kernel))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-kernel @ shares))
        curve = np.maximum(chance * (1 - chance), 1e-6)
        target = kernel @ shares + (lesson.wanted - chance) / curve
        shares = np.asarray(np.linalg.solve(kernel + np.diag(1 / (TRUST * lesson.worth * curve)), target), dtype=float)
    return shares


def commonness(odds: Floats, taught: float) -> float:
    """How common a topic is among all posts, guessed from their log-odds and its share among the examples.

    A rare topic needs more evidence than examples half for and half against suggest; how rare it is, the posts
    themselves tell (Saerens, Latinne and Decaestecker 2002).
    """
    chance = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    share = taught
    for _ in range(GUESSES):
        yes, no = chance * share / taught, (1 - chance) * (1 - share) / (1 - taught)
        share = float((yes / (yes + no)).mean())
    return max(share, 1 / len(odds))


def log_odds(share: float) -> float:
    """The log-odds of a share between 0 and 1."""
    return float(np.log(share / (1 - share)))


def members(
    posts: Sequence[Post], by_words: Iterable[tuple[str, ...]], lessons: Sequence[Lesson], topics: tuple[Topic, ...]
) -> list[tuple[str, ...]]:
    """Each post's topics: by words, then by what the lessons teach; what people said of a post is never touched."""
    if not lessons:
        return [*by_words]
    found = [set(slugs) for slugs in by_words]
    own = [any(named(name, topics) for name in post.topics) for post in posts]
    most = np.max([lesson.odds for lesson in lessons], axis=0, initial=-np.inf)
    for topic, odds, sure in lessons:
        said = topic.pinned | topic.barred
        for number, post in enumerate(posts):
            if own[number] or post.slug in said:
                continue
            if odds[number] >= max(most[number], sure):
                found[number].add(topic.slug)
            elif odds[number] < DOUBT:
                found[number].discard(topic.slug)
    return [tuple(sorted(slugs)) for slugs in found]


class Lesson(NamedTuple):
    """What the examples of a topic teach: every post's log-odds, and from where on they are sure."""

    topic: Topic
    odds: Floats
    sure: float


def taught(
    posts: Sequence[Post], features: Iterable[Features], topics: Iterable[Topic], frequencies: Frequencies
) -> list[Lesson]:
    """The lessons of the topics with enough examples both ways."""
    place = {post.slug: number for number, post in enumerate(posts)}
    pinned = {topic: numbers(topic.pinned, place) for topic in topics}
    elsewhere = sorted({number for pins in pinned.values() for number in pins})
    school: School | None = None
    lessons: list[Lesson] = []
    for topic, pins in pinned.items():
        barred = numbers(topic.barred, place)
        if min(len(pins), len(barred)) >= EXAMPLES:
            school = school or School(features, frequencies)
            lesson = examples(pins, barred, elsewhere)
            lessons.append(Lesson(topic, school.learn(lesson), lesson.sure))
    return lessons


def numbers(pins: Iterable[str], place: Mapping[str, int]) -> list[int]:
    """The numbers of the posts that are pinned and there."""
    return sorted(place[slug] for slug in pins if slug in place)
