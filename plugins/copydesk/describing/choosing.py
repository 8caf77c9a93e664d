"""Sentences in, the best set of them out: every small set within the budget is weighed."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from itertools import accumulate, chain, combinations, islice
from operator import mul, or_
from pathlib import Path
from typing import NamedTuple

from copydesk.describing.telling import BUDGET, LEAD, Sentence, content, names

WEIGHTS = Path(__file__).parent / "standfirst.json"
MOST = 3  # sentences of a standfirst
FEWEST = 8  # words below which nothing is told
FIELD = 14  # sentences that enter the search, the best by themselves: at most 469 sets, about a millisecond
FAR = 8  # sentences: what an editor found further off read as if it belonged elsewhere; it costs no point of ROUGE
SAME = 0.45  # share of the shorter sentence's word pairs that another may repeat
# Share of a headline's words that repeats it, in a sentence hardly longer than it; what tells a third more may stand.
REPEATS, LITTLE_MORE = 0.8, 1.35
# Share of a headline's words that a lead tells to be printed: of ten articles where this changed the choice seven read
# better, two worse; at half of the words ROUGE falls by .1.
MOSTLY = 0.6
OPENING = 8  # sentences in which a writer who speaks does so first
TELLING = 3  # words of a headline that tells enough to be repeated
QUOTES = re.compile('["“”«»„]')
CUT = "…"  # ends a headline that breaks off in mid-sentence

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


class Held(NamedTuple):
    """What sentences hold, each kind of thing as the bits of a number: what several hold together is `|` of them.

    Of a stem that the article has n times the `weight` has n bits; of one that it has once none.
    """

    stems: int
    weight: int
    names: int


@dataclass(frozen=True)
class View:
    """An article as the choice sees it.

    `title` are the headline's stems, `names` those of the headline and the lead; `held` says for each sentence what it
    holds of them and of the article's stems, `heading` the title's stems in the same bits; `total` is all the weight
    there is. `cut` is true where the headline breaks off, so that its sentence still has to be told.
    """

    sentences: tuple[Sentence, ...]
    title: frozenset[str]
    names: frozenset[str]
    held: tuple[Held, ...]
    heading: int
    total: int
    cut: bool

    @cached_property
    def worth(self) -> tuple[float, ...]:
        """What each sentence is worth by itself."""
        return tuple(dot(facets(one, self), weights()[0]) for one in self.sentences)

    @cached_property
    def ranked(self) -> list[Sentence]:
        """The sentences, the best by themselves first."""
        return sorted(self.sentences, key=lambda one: (-self.worth[one.place], one.place))

    @cached_property
    def depth(self) -> float:
        """How many sentences there are, in logarithms."""
        return math.log(1 + len(self.sentences))

    @cached_property
    def personal(self) -> bool:
        """Whether the writer speaks from the start; else whoever says I is one whose quotation marks were lost."""
        return any(one.own_voice for one in self.sentences[:OPENING])

    def share(self, weight: int) -> float:
        """The share of the article's weight that these bits are."""
        return weight.bit_count() / self.total

    def allows(self, one: Sentence) -> bool:
        """Whether the sentence may be printed: it is sound, somebody's, and is not the headline over again.

        Whoever says I without quotation marks must have been the writer from the start.
        """
        again = len(self.title & one.stems) >= REPEATS * len(self.title)
        repeats = len(self.title) >= TELLING and again and len(one.stems) <= LITTLE_MORE * len(self.title)
        ours = self.personal or not one.own_voice
        return (self.cut or not repeats) and not (one.labelled or one.turn) and one.sound and ours


def view(found: Sequence[Sentence], title: str, lang: str) -> View:
    """What is common to all choices in one article."""
    count = Counter(chain.from_iterable(one.stems for one in found))
    bits = {stem: 1 << at for at, stem in enumerate(count)}
    several = {stem: n for stem, n in count.items() if n > 1}
    ends = accumulate(several.values())
    heavy = {stem: ((1 << n) - 1) << (end - n) for (stem, n), end in zip(several.items(), ends, strict=True)}
    named = names(title, lang).union(*(one.names for one in found[:LEAD]))
    told = {name: 1 << at for at, name in enumerate(sorted(named))}
    held = tuple(
        Held(
            union(map(bits.__getitem__, one.stems)),
            union(heavy[stem] for stem in one.stems if stem in heavy),
            union(bit for name, bit in told.items() if name in one.low),
        )
        for one in found
    )
    stems = frozenset(content(title, lang))
    heading = union(bits[stem] for stem in stems if stem in bits)
    return View(tuple(found), stems, named, held, heading, sum(several.values()) or 1, title.endswith(CUT))


def union(bits: Iterable[int]) -> int:
    """Numbers as one, with the bits of all."""
    return reduce(or_, bits, 0)


def facets(one: Sentence, seen: View) -> tuple[float, ...]:
    """One sentence's figures, in the order of `FACETS`."""
    place, size, held = one.place, max(1, len(one.stems)), seen.held[one.place]
    weight = 10 * seen.share(held.weight)
    return (
        float(place == 0),
        float(place == 1),
        float(place == LEAD),
        1 / (1 + place),
        place / max(1, len(seen.sentences)),
        float(one.opens),
        (held.stems & seen.heading).bit_count() / max(1, len(seen.title)),
        weight / math.sqrt(size),
        weight,
        (held.stems & seen.held[0].stems).bit_count() / size,
        len(one.names) / 10,
        sum(name[:1].isdigit() for name in one.names) / 4,
        max(0, 12 - one.length) / 10,
        float(QUOTES.search(one.text) is not None),
        float("?" in one.text),
        float(one.own_voice),
    )


def traits(chosen: Sequence[Sentence], seen: View) -> tuple[float, ...]:
    """A whole set's figures, in the order of `TRAITS`."""
    stems = weight = named = apart = length = 0
    for one in chosen:
        held = seen.held[one.place]
        stems, weight, named = stems | held.stems, weight | held.weight, named | held.names
        apart += len(one.stems)
        length += one.length
    told, words = stems.bit_count(), length / BUDGET
    return (
        float(len(chosen) == MOST - 1),
        float(len(chosen) == MOST),
        words,
        words * words,
        10 * seen.share(weight),
        (stems & seen.heading).bit_count() / max(1, len(seen.title)),
        named.bit_count() / max(1, len(seen.names)),
        (apart - told) / max(1, apart),
        words * seen.depth,
    )


def sets(field: Sequence[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """Every set of one to three that fits the budget and reads; each grows out of one that does."""
    again = {(a.place, b.place) for a, b in combinations(field, 2) if same(a, b)}
    grown: list[tuple[tuple[Sentence, ...], int, int]] = [((), 0, 0)]
    for _ in range(MOST):
        grown = [
            ((*chosen, one), at + 1, words + one.length)
            for chosen, start, words in grown
            for at, one in enumerate(field[start:], start)
            if words + one.length <= BUDGET
            and follows(one, chosen)
            and again.isdisjoint([(other.place, one.place) for other in chosen])
        ]
        yield from (chosen for chosen, _, words in grown if words >= FEWEST and not chosen[-1].asks)


def reads(chosen: Sequence[Sentence]) -> bool:
    """Whether none of the sentences leans on one that is not there, and none repeats another."""
    alone = all(follows(one, chosen[:at]) for at, one in enumerate(chosen))
    return alone and not any(same(a, b) for a, b in combinations(chosen, 2))


def follows(one: Sentence, chosen: Sequence[Sentence]) -> bool:
    """Whether a sentence reads behind those that are chosen: what it leans on or answers, whom it calls by surname.

    What stands far behind them is another story.
    """
    if chosen and one.place - chosen[-1].place > FAR:
        return False
    near = bool(chosen) and one.place == chosen[-1].place + 1
    needed = one.leans or (bool(chosen) and chosen[-1].asks)
    return (near or not needed) and introduced(one, chosen)


def introduced(one: Sentence, before: Sequence[Sentence]) -> bool:
    """Whether everybody whom the sentence calls by surname is in one before it."""
    return not one.calls or all(any(name in other.low for other in before) for name in one.calls)


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


def field(seen: View) -> list[Sentence]:
    """The sentences that enter the search, in order: the best that are allowed, and no more are asked."""
    return sorted(islice(filter(seen.allows, seen.ranked), FIELD), key=lambda one: one.place)


def best_set(seen: View) -> tuple[Sentence, ...]:
    """The set that the weights value most; of equals the first. Empty where no sentence may stand.

    A lead that tells most of what the headline does is in it: who reads on would ask for it.
    """
    together = weights()[1]
    found = list(sets(field(seen)))
    led = [chosen for chosen in found if chosen[0].place == 0 and telling(chosen[0], seen)]

    def total(chosen: tuple[Sentence, ...]) -> float:
        return math.fsum(seen.worth[one.place] for one in chosen) + dot(traits(chosen, seen), together)

    return max(led or found, key=total, default=())


def telling(one: Sentence, seen: View) -> bool:
    """Whether a sentence tells most of what the headline does, which is whole and tells something."""
    whole = len(seen.title) >= TELLING and not seen.cut
    return whole and len(seen.title & one.stems) >= MOSTLY * len(seen.title)
