"""A page's blocks and what other extractors make of the page in, their agreement on each block out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from copydesk.reading.page.blocks import Block

    Table = NDArray[Any]

WORDS = re.compile(r"\w+")
RUN = 4  # words
AGREED = 0.8  # of a block's runs, to say that an extractor kept it


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a page beside its tree: other extractors' texts, headline, description, the stated body."""

    extracts: tuple[str, ...]
    title: str = ""
    description: str = ""
    stated: str = ""


def agreement(blocks: Sequence[Block], evidence: Evidence) -> Table:
    """What share of a block's words the other extractors, the description and the headline have too."""
    tokens = [WORDS.findall(block.text.lower()) for block in blocks]
    columns = [found_in(tokens, text) for text in (*evidence.extracts, evidence.stated, evidence.description)]
    title = set(WORDS.findall(evidence.title.lower()))
    alike = [len(title & set(words)) / max(1, len(title | set(words))) for words in tokens]
    marked = [a + (b.element.tag == "h1") / 10 for a, b in zip(alike, blocks, strict=True)]
    headline = int(np.argmax(marked))
    first = columns[0] > AGREED
    begin, end = (
        (int(first.argmax()), len(first) - 1 - int(first[::-1].argmax())) if first.any() else (0, len(first) - 1)
    )
    order = np.arange(len(blocks))
    columns += [
        np.array(alike),
        np.clip(order - headline, -30, 60),
        np.clip(order - begin, -20, 20),
        np.clip(order - end, -20, 20),
    ]
    columns += [np.full(len(blocks), float(bool(evidence.stated))), np.full(len(blocks), max(alike))]
    return np.array(columns, dtype=float).T


def found_in(tokens: list[list[str]], text: str) -> Table:
    """The share of each block's runs of four words (of its words, where it has fewer) that a text has."""
    words = WORDS.findall(text.lower())
    runs = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    lines = {tuple(WORDS.findall(line.lower())) for line in text.split("\n")} if text else set()
    return np.array([contained(words, runs, lines) for words in tokens])


def contained(words: list[str], runs: set[tuple[str, ...]], lines: set[tuple[str, ...]]) -> float:
    """The share of a block's runs that are among the text's."""
    if len(words) < RUN:
        return float(tuple(words) in lines)
    mine = [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
    return sum(run in runs for run in mine) / len(mine)
