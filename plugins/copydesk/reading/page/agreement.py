"""A page's blocks and what other extractors make of the page in, their agreement on each block out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    pieces = [runs(words) or [tuple(words)] for words in tokens]
    columns = [found_in(pieces, text) for text in (*evidence.extracts, evidence.stated, evidence.description)]
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


def found_in(pieces: list[list[tuple[str, ...]]], text: str) -> Table:
    """The share of each block's runs of four words (of its whole, where it has fewer) that a text has."""
    if not text:
        return np.zeros(len(pieces))
    known = {*runs(WORDS.findall(text.lower())), *(short for short in whole(text) if len(short) < RUN)}
    return np.array([sum(piece in known for piece in mine) / len(mine) for mine in pieces])


def runs(words: list[str]) -> list[tuple[str, ...]]:
    """Every four words that follow each other."""
    return list(zip(*(words[at:] for at in range(RUN)), strict=False))


def whole(text: str) -> Iterator[tuple[str, ...]]:
    """The words of each line of a text."""
    return (tuple(WORDS.findall(line)) for line in text.lower().split("\n"))
