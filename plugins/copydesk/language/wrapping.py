"""Lines in, paragraphs out: which lines were one before a mail program or a terminal broke them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 50  # characters from which a line may be a full line of a wrapped paragraph
WIDTH = 125  # characters of a wrapped line at most: mail and terminals break between 60 and 100, editors at 120
WIDER = 0.05  # of the long lines, those that may be wider (addresses) on a wrapped page
FULL = 0.6  # of the longest line's width, from which a line is full, so that its paragraph may go on below
ENOUGH = 3  # lines that go on below with a small letter, from which a page counts as wrapped
STOP = re.compile(r"[.!?:。！？…][\"'”’»)\]]*$")
QUOTING = re.compile(r"^(?:\s?>)+\s?")
ITEM = re.compile(r"\s*(?:[*•◦▪●■►▸‣·+–—-]|\d{1,3}[.)])\s+\S")


def paragraphs(texts: Sequence[str], numbers: Sequence[int]) -> list[list[int]]:
    """The indexes of the lines of each paragraph; each line is its own unless the page is hard-wrapped.

    `numbers` are the lines' numbers in their file: lines with others between them are not of one paragraph.
    """
    bare = [QUOTING.sub("", text).strip() for text in texts]
    near = [second == first + 1 for first, second in pairwise(numbers)]
    if not wrapped(bare, near):
        return [[at] for at in range(len(texts))]
    width = max(len(text) for text in bare if len(text) <= WIDTH)
    groups: list[list[int]] = []
    for at, text in enumerate(bare):
        goes_on = at > 0 and near[at - 1] and len(bare[at - 1]) >= FULL * width and not ITEM.match(text)
        if goes_on:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def wrapped(bare: Sequence[str], near: Sequence[bool]) -> bool:
    """Whether a page's lines were broken at a fixed width: hardly one is wider, and several break off in a sentence."""
    long = [text for text in bare if len(text) >= LONG]
    wider = sum(len(text) > WIDTH for text in long)
    broken = sum(
        follows and LONG <= len(first) <= WIDTH and not STOP.search(first) and second[:1].islower()
        for (first, second), follows in zip(pairwise(bare), near, strict=True)
    )
    return broken >= ENOUGH and wider <= WIDER * len(long)
