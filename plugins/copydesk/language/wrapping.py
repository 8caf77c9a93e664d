"""Lines in, paragraphs out: which lines were one before a mail program or a terminal broke them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.language.lexicons import lowered, stopwords
from copydesk.language.tokens import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 50  # characters from which a line may be a full line of a wrapped paragraph
WIDTH = 125  # characters of a wrapped line at most: mail and terminals break between 60 and 100, editors at 120
WIDER = 0.05  # of the long lines, those that may be wider (addresses) on a wrapped page
FULL = 0.6  # of the longest line's width, from which a line is full, so that its paragraph may go on below
ENOUGH = 2  # lines that break off in a sentence, from which a page counts as wrapped
PARTED = 3  # words parted at lines' ends from which a page is a newspaper's column; two may be compounds
EDGE = 0.85  # of a column's width, from which a line may fill it: where words are parted lines are nearly full
SHOWN = 90  # characters in which a chat's stamp stands
STOP = re.compile(rf"[{STOPS}:][\"'”’»)\]]*$")
QUOTING = re.compile(r"^(?:\s?>)+\s?")
# What a chat puts before a message that is copied: "[06/11/2026, 09:14:22] Ada Orr: ", "06.11.26, 09:14 - Ada Orr: ".
STAMP = re.compile(
    r"^\W?\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\]|\s[-–])\s[^:\n]{1,40}:\s",
    re.IGNORECASE,
)
BULLETS = "*•◦▪●■►▸→➤‣·+–—-"  # for a pattern's set
# "・" stands before what it marks with no blank between. "✅", "❌" and "b)" say something, and stay with their items.
ITEM = re.compile(rf"\s*(?:(?:[{BULLETS}]|[✅❌✓✔✗☑]\ufe0f?|\d{{1,3}}[.)-]|[a-z]\)|\[\d{{1,3}}\])\s+|・\s*)(?=[^\s・])")


def paragraphs(texts: Sequence[str], numbers: Sequence[int], lang: str) -> list[list[int]]:
    """The indexes of the lines of each paragraph; each line is its own unless the page is hard-wrapped.

    `numbers` are the lines' numbers in their file: lines with others between them are not of one paragraph.
    """
    bare = [unquoted(text).strip() for text in texts]
    near = [second == first + 1 for first, second in pairwise(numbers)]
    column = column_width(bare, near)
    if not (column or wrapped(bare, near, lang)):
        return [[at] for at in range(len(texts))]
    width = max((len(text) for text in bare if len(text) <= WIDTH), default=0)
    groups: list[list[int]] = []
    for at, text in enumerate(bare):
        above = bare[at - 1]
        full = fills(above, text, column) if column else len(above) >= FULL * width
        if at > 0 and near[at - 1] and full and not ITEM.match(text):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def unquoted(text: str) -> str:
    """A line without the signs of e-mail quoting, or a chat's stamp."""
    bare = QUOTING.sub("", text) if ">" in text else text
    return STAMP.sub("", bare) if ": " in bare[:SHOWN] else bare


def column_width(bare: Sequence[str], near: Sequence[bool]) -> int:
    """The width of the column of a newspaper or a PDF, by the words that its lines' ends part; 0 where it is none."""
    pairs = zip(pairwise(bare), near, strict=True)
    widths = [len(first) for (first, second), follows in pairs if follows and parts(first, second)]
    return max(widths) if len(widths) >= PARTED and max(widths) <= WIDTH else 0


def parts(first: str, second: str) -> bool:
    """Whether a word goes on from one line to the next."""
    return first.endswith("-") and first[-2:-1].islower() and second[:1].islower()


def fills(first: str, second: str, width: int) -> bool:
    """Whether a line's sentence, or at least its paragraph, goes on below in a column of a width."""
    return second[:1].islower() or EDGE * width <= len(first) <= width / EDGE


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
    wants = first.endswith(",") or lowered(first.rpartition(" ")[2]) in stopwords(lang)
    return not STOP.search(first) and (wants or second[:1].islower())
