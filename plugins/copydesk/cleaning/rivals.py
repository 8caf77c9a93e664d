"""The lines likeliest to be the headline in, how each compares with the others out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.evidence import FAR, INDEX
from copydesk.cleaning.facts import tells_facts
from copydesk.cleaning.prose import is_no_title, is_title
from copydesk.cleaning.titles import TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.evidence import Numbers
    from copydesk.cleaning.words import Words

MOST = 6  # lines that are compared
LEAST = 1e-6  # keeps odds finite
TELLING = 12  # characters from which a text that ends or begins another is no chance
AROUND = 3  # lines above and below in which a line may be said again in part, and facts stand
OWN = ("words", "end_stop", "capitals", "function", "indent", "query", "end_colon", "quotes")  # marks that are compared
COMPARED = [*(INDEX[name] for name in OWN), *range(-TITLES, 0)]
COLUMNS = 22 + len(COMPARED)


@dataclass(frozen=True)
class Proof:
    """A page as far as it is read: its lines' texts, its language, its words, and the table of both looks."""

    texts: Sequence[str]
    lang: str
    words: Words
    full: Numbers


def rivals(draft: Numbers, texts: Sequence[str], lang: str) -> Numbers:
    """The lines likeliest to be the headline by a first judgement, in their order on the page."""
    order = (at for at in np.argsort(-draft, kind="stable") if draft[at] > 0 and not is_no_title(texts[at], lang))
    return np.sort(np.array(list(islice(order, MOST)), dtype=np.intp))


def comparisons(proof: Proof, draft: Numbers, lines: Numbers) -> Numbers:
    """A row for each of these lines: its odds and rank among them, what of it the others say, how far it leads them."""
    if not len(lines):
        return np.zeros((0, COLUMNS), dtype=np.float32)
    chance = np.clip(draft[lines], LEAST, 1 - LEAST)
    odds = np.log(chance / (1 - chance))
    best = int(np.argmax(odds))
    said = [proof.words.said(int(at)) for at in lines]
    folded = [text.strip().lower() for text in proof.texts]
    rows = [
        [
            odds[at],
            odds[at] - odds[best],
            float((odds > odds[at]).sum()),
            chance.sum() - chance[at],
            lines[at] - lines[best],
            *beside(lines, chance, at),
            *shared(said, at),
            *echoes(folded, int(lines[at])),
            *facts(proof, int(lines[at])),
        ]
        for at in range(len(lines))
    ]
    return np.column_stack([rows, leads(proof.full[lines][:, COMPARED])]).astype(np.float32)


def leads(values: Numbers) -> Numbers:
    """By how much each line's numbers are above the greatest of the others'."""
    if len(values) == 1:
        return np.zeros_like(values)
    order = np.sort(values, axis=0)
    return np.asarray(values - np.where(values == order[-1], order[-2], order[-1]))


def echoes(folded: Sequence[str], at: int) -> list[float]:
    """How often a line's text ends or begins a longer line, how near the first such stands, and what it holds itself.

    The way to a page, a player and a mail's link say the headline behind something else: "Home / News / The headline".
    """
    mine = folded[at]
    if len(mine) < TELLING:
        return [0.0, 0.0, FAR, 0.0, 0.0]
    longer = [spot for spot, other in enumerate(folded) if mine in other and other != mine]
    tails = [spot for spot in longer if folded[spot].endswith(mine)]
    heads = sum(folded[spot].startswith(mine) for spot in longer)
    near = [other for other in folded[max(0, at - AROUND) : at + AROUND + 1] if TELLING <= len(other) < len(mine)]
    return [
        float(min(len(tails), 3)),
        float(min(heads, 3)),
        float(min((abs(spot - at) for spot in tails), default=FAR)),
        float(any(map(mine.endswith, near))),
        float(any(map(mine.startswith, near))),
    ]


def facts(proof: Proof, at: int) -> list[float]:
    """Whether a line could be a title, and where by-lines and dates stand around it."""
    below = [tells_facts(text, proof.lang) for text in proof.texts[at + 1 : at + 1 + AROUND]]
    above = [tells_facts(text, proof.lang) for text in proof.texts[max(0, at - AROUND) : at]]
    title = is_title(proof.texts[at], proof.lang)
    return [float(title), float(title and any(below[:1])), float(title and any(below)), float(any(above))]


def beside(lines: Numbers, chance: Numbers, at: int) -> list[float]:
    """How far above and below a line the next rivals stand, how many, and the best chance on each side."""
    above, below = chance[:at], chance[at + 1 :]
    return [
        float(lines[at] - lines[at - 1]) if at else FAR,
        float(lines[at + 1] - lines[at]) if at + 1 < len(lines) else FAR,
        float(at),
        float(above.max()) if at else 0.0,
        float(below.max()) if len(below) else 0.0,
    ]


def shared(said: Sequence[frozenset[int]], at: int) -> list[float]:
    """Of a line's words the most that a rival says too, and the most of a rival's words that the line says."""
    others = [(len(said[at] & other), len(other)) for place, other in enumerate(said) if place != at]
    size = max(1, len(said[at]))
    return [
        max((both / size for both, _ in others), default=0.0),
        max((both / max(1, length) for both, length in others), default=0.0),
        float(sum(both == size for both, _ in others)),
    ]
