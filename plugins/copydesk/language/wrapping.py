"""Lines in, paragraphs out: which lines were one before a mail program or a terminal broke them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.language.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 50  # characters from which a line may be a full line of a wrapped paragraph
WIDTH = 125  # characters of a wrapped line at most: mail and terminals break between 60 and 100, editors at 120
WIDER = 0.05  # of the long lines, those that may be wider (addresses) on a wrapped page
FULL = 0.6  # of the longest line's width, from which a line is full, so that its paragraph may go on below
ENOUGH = 2  # lines that break off in a sentence, from which a page counts as wrapped
STOP = re.compile(r"[.!?:。！？…][\"'”’»)\]]*$")
QUOTING = re.compile(r"^(?:\s?>)+\s?")
ITEM = re.compile(r"\s*(?:[*•◦▪●■►▸→‣·+–—-]|\d{1,3}[.)])\s+\S")


def paragraphs(texts: Sequence[str], numbers: Sequence[int], lang: str) -> list[list[int]]:
    """The indexes of the lines of each paragraph; each line is its own unless the page is hard-wrapped.

    `numbers` are the lines' numbers in their file: lines with others between them are not of one paragraph.
    """
    bare = [unquoted(text).strip() for text in texts]
    near = [second == first + 1 for first, second in pairwise(numbers)]
    if not wrapped(bare, near, lang):
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


def unquoted(text: str) -> str:
    """A line without the signs of e-mail quoting."""
    return QUOTING.sub("", text) if ">" in text else text


def wrapped(bare: Sequence[str], near: Sequence[bool], lang: str) -> bool:
    """Whether a page's lines were broken at a fixed width: hardly one is wider, and several break off in a sentence."""
    long = [text for text in bare if len(text) >= LONG]
    wider = sum(len(text) > WIDTH for text in long)
    broken = sum(
        follows and LONG <= len(first) <= WIDTH and breaks_off(first, second, lang)
        for (first, second), follows in zip(pairwise(bare), near, strict=True)
    )
    return broken >= ENOUGH and wider <= WIDER * len(long)


def breaks_off(first: str, second: str, lang: str) -> bool:
    """Whether a line ends in a sentence: with a comma or a word that wants another, or where the next goes on small."""
    wants = first.endswith(",") or first.rpartition(" ")[2].lower() in stopwords(lang)
    return not STOP.search(first) and (wants or second[:1].islower())
