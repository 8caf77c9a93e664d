"""Sentences in, the best set of them out: every small set within the budget is weighed."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from operator import mul
from pathlib import Path

from copydesk.describing.telling import Sentence, content, names

WEIGHTS = Path(__file__).parent / "standfirst.json"
MOST = 3  # sentences of a standfirst
BUDGET = 60  # words of a standfirst
FEWEST = 8  # words below which nothing is told
FIELD = 14  # sentences that enter the search, the best by themselves: 469 sets, a few milliseconds
SAME = 0.45  # share of the shorter sentence's word pairs that another may repeat
REPEATS, LITTLE_MORE = 0.75, 1.5  # share of a headline's words that repeats it, in a sentence hardly longer than it
TELLING = 3  # words of a headline that tells enough to be repeated
CUT = "…"  # ends a headline that breaks off in mid-sentence
LEAD = 2  # sentences that an article opens with

FACETS = (
    "first", "second", "third", "nearness", "depth", "opens", "title", "centre", "weight", "lead", "names",
    "numbers", "short", "quotes", "asks", "own voice",
)  # fmt: skip
TRAITS = (
    "two",
    "three",
    "words",
    "words²",
    "covers",
    "covers title",
    "covers names",
    "overlap",
    "words×depth",
)


@dataclass(frozen=True, slots=True)
class View:
    """An article as the choice sees it.

    `weight` says how much each stem that comes twice weighs (all together 1); `title` are the headline's stems;
    `names` those of the headline and the lead; `kept` says for each sentence which of them it holds; `cut` is true
    where the headline breaks off, so that its sentence still has to be told.
    """

    sentences: tuple[Sentence, ...]
    weight: dict[str, float]
    title: frozenset[str]
    names: frozenset[str]
    kept: tuple[frozenset[str], ...]
    cut: bool

    def weigh(self, stems: frozenset[str]) -> float:
        """What the stems weigh together; the sum is exact, so that no order of adding shows."""
        return math.fsum(map(self.weight.__getitem__, filter(self.weight.__contains__, stems)))

    def allows(self, one: Sentence) -> bool:
        """Whether the sentence may be printed: it is sound, and is not the headline over again."""
        again = len(self.title & one.stems) >= REPEATS * len(self.title)
        repeats = len(self.title) >= TELLING and again and len(one.stems) <= LITTLE_MORE * len(self.title)
        return one.sound and (self.cut or not repeats)

    def reads(self, chosen: Sequence[Sentence]) -> bool:
        """Whether none of the sentences leans on one that is not there, and none repeats another."""
        alone = chosen[0].leans or any(b.leans and b.place != a.place + 1 for a, b in pairwise(chosen))
        return (
            not alone
            and all(introduced(one, chosen[:at]) for at, one in enumerate(chosen))
            and not any(same(a, b) for a, b in combinations(chosen, 2))
        )


def view(found: Sequence[Sentence], title: str, lang: str) -> View:
    """What is common to all choices in one article."""
    count = Counter(one for sentence in found for one in sentence.stems)
    several = {one: n for one, n in count.items() if n > 1}
    total = sum(several.values()) or 1
    named = names(title, lang).union(*(one.names for one in found[:LEAD]))
    kept = tuple(frozenset(name for name in named if name in one.text.lower()) for one in found)
    weight = {one: n / total for one, n in several.items()}
    return View(tuple(found), weight, frozenset(content(title, lang)), named, kept, title.endswith(CUT))


def facets(one: Sentence, seen: View) -> tuple[float, ...]:
    """One sentence's figures, in the order of `FACETS`."""
    place, size = one.place, max(1, len(one.stems))
    weight = 10 * seen.weigh(one.stems)
    return (
        float(place == 0),
        float(place == 1),
        float(place == LEAD),
        1 / (1 + place),
        place / max(1, len(seen.sentences)),
        float(one.opens),
        len(one.stems & seen.title) / max(1, len(seen.title)),
        weight / math.sqrt(size),
        weight,
        len(one.stems & seen.sentences[0].stems) / size,
        len(one.names) / 10,
        sum(name[:1].isdigit() for name in one.names) / 4,
        max(0, 12 - one.length) / 10,
        float(any(mark in one.text for mark in '"“”«»„')),
        float("?" in one.text),
        float(one.own_voice),
    )


def traits(chosen: Sequence[Sentence], seen: View) -> tuple[float, ...]:
    """A whole set's figures, in the order of `TRAITS`."""
    told = frozenset().union(*(one.stems for one in chosen))
    kept = frozenset().union(*(seen.kept[one.place] for one in chosen))
    words = sum(one.length for one in chosen) / BUDGET
    apart = sum(len(one.stems) for one in chosen)
    return (
        float(len(chosen) == MOST - 1),
        float(len(chosen) == MOST),
        words,
        words * words,
        10 * seen.weigh(told),
        len(told & seen.title) / max(1, len(seen.title)),
        len(kept) / max(1, len(seen.names)),
        (apart - len(told)) / max(1, apart),
        words * math.log(1 + len(seen.sentences)),
    )


def sets(field: Sequence[Sentence], seen: View) -> Iterator[tuple[Sentence, ...]]:
    """Every set of one to three that fits the budget and reads."""
    for size in range(1, MOST + 1):
        for chosen in combinations(field, size):
            if FEWEST <= sum(one.length for one in chosen) <= BUDGET and seen.reads(chosen):
                yield chosen


def introduced(one: Sentence, before: Sequence[Sentence]) -> bool:
    """Whether everybody whom the sentence calls by surname is in one before it."""
    return all(any(name in other.text.lower() for other in before) for name in one.calls)


def same(a: Sentence, b: Sentence) -> bool:
    """Whether one of two sentences tells half of the other again."""
    return len(a.pairs & b.pairs) > SAME * min(len(a.pairs), len(b.pairs))


@cache
def weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The trained weights of `FACETS` and of `TRAITS`."""
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tuple(told["facets"][name] for name in FACETS), tuple(told["traits"][name] for name in TRAITS)


def dot(a: Sequence[float], b: Sequence[float]) -> float:
    """The sum of products, exact."""
    return math.fsum(map(mul, a, b))


def value(one: Sentence, seen: View) -> float:
    """What the sentence is worth by itself."""
    return dot(facets(one, seen), weights()[0])


def field(seen: View) -> list[tuple[Sentence, float]]:
    """The sentences that enter the search, in order, each with its value."""
    worth = [(one, value(one, seen)) for one in seen.sentences if seen.allows(one)]
    best = sorted(worth, key=lambda pair: (-pair[1], pair[0].place))[:FIELD]
    return sorted(best, key=lambda pair: pair[0].place)


def best_set(seen: View) -> tuple[Sentence, ...]:
    """The set that the weights value most; of equals the first. Empty where no sentence may stand."""
    entered = field(seen)
    worth = {one.place: at for one, at in entered}
    together = weights()[1]

    def total(chosen: tuple[Sentence, ...]) -> float:
        return math.fsum(worth[one.place] for one in chosen) + dot(traits(chosen, seen), together)

    return max(sets([one for one, _ in entered], seen), key=total, default=())
