"""A page's lines in, for each the probabilities of body, heading and headline out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.evidence import INDEX, apart, around, evidence, listened, near, smoothed
from copydesk.cleaning.rivals import Proof, comparisons, rivals
from copydesk.cleaning.titles import Shapes, titles
from copydesk.cleaning.words import MODEL, vocabulary
from copydesk.trees import chance, forest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.evidence import Numbers

STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
REACHES = (2, 5, 12)
HAZE, CLEAR = 15, 0.004  # lines around, and their mean chance, below which furniture is not looked at again
TITLE = 30  # words of a headline or section heading at most
SECOND = 0.8  # how much of the verdict is the second look's: both together err less than either
SLIGHT = 0.01  # the chance of being body below which a line is no section heading
LIKELY = 0.5  # the chance from which the first look takes a line for body


@dataclass(frozen=True)
class Verdicts:
    """For each line its words, and the chances that it is of the body, a section heading, the headline."""

    words: Numbers
    body: Numbers
    heading: Numbers
    headline: Numbers


def judge(texts: Sequence[str], numbers: Sequence[int], lang: str) -> Verdicts:
    """Each line judged twice, by what it and its place look like, then also by what its neighbours were found to be.

    Titles are judged last, beside the body that both looks agreed on; the headline against its rivals.
    """
    table, words = evidence(texts, numbers, lang)
    table = listened(table, words, vocabulary())
    shapes = Shapes(table, words)
    odds = forest(MODEL, "first")(table)
    hazy = smoothed(chance(odds), HAZE) > CLEAR
    full = surroundings(shapes, chance(odds))
    odds[hazy] = (1 - SECOND) * odds[hazy] + SECOND * forest(MODEL, "body")(full[hazy])
    full = surroundings(shapes, chance(odds))
    short = hazy & (full[:, INDEX["words"]] <= TITLE)
    return Verdicts(
        table[:, INDEX["words"]],
        chance(odds),
        asked("heading", full, short & (chance(odds) > SLIGHT)),
        headline(Proof(texts, lang, words, full), asked("draft", full, short)),
    )


def headline(proof: Proof, draft: Numbers) -> Numbers:
    """The chance of each line to be the headline: the likeliest lines are weighed once more, against each other."""
    found = np.zeros(len(draft))
    lines = rivals(draft, proof.texts, proof.lang)
    if len(lines):
        rows = np.column_stack([proof.full[lines], comparisons(proof, draft, lines)])
        found[lines] = chance(forest(MODEL, "headline")(rows))
    return found


def asked(name: str, full: Numbers, lines: Numbers) -> Numbers:
    """What a forest says of some lines; 0 for all others."""
    found = np.zeros(len(full))
    if lines.any():
        found[lines] = chance(forest(MODEL, name)(full[lines]))
    return found


def surroundings(shapes: Shapes, first: Numbers) -> Numbers:
    """The table with what a first look found: a line's own chance, its neighbours', the page's."""
    size = shapes.table[:, INDEX["words"]]
    mass = first * size
    before = np.cumsum(mass) - mass
    total = max(1.0, float(mass.sum()))
    kept = first > LIKELY
    at = np.arange(len(first))
    inside = at[kept] if kept.any() else at
    column = first[:, None]
    columns = [
        first,
        near(column, STEPS, 0.0),
        around(column, REACHES),
        np.maximum.accumulate(first),
        np.maximum.accumulate(first[::-1])[::-1],
        before,
        total - before - mass,
        before / total,
        apart(kept[:, None]),
        np.clip(at - inside[0], -60, 60),
        np.clip(at - inside[-1], -60, 60),
        shapes.page.share(first),
        np.full(len(first), total),
        np.full(len(first), total / max(1.0, float(size.sum()))),
        *titles(shapes, first),
    ]
    return np.column_stack([shapes.table, np.column_stack(columns).astype(np.float32)])
