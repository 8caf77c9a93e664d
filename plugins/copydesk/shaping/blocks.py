"""A page's kept lines in, an article's blocks out: broken paragraphs mended, headings at their level."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.model import Block, Label
from copydesk.shaping.mending import joined, mend, unlisted, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.model import Line

BODY = (Label.HEADING, Label.PARAGRAPH, Label.ITEM, Label.QUOTE, Label.STANDFIRST, Label.CAPTION)
WRAP = range(50, 101)  # characters that a hard-wrapped line may have: mail and terminals break between 60 and 100
WRAPPED = 0.5  # of the lines that another follows at once, those broken inside a sentence, from which a page is wrapped
ENOUGH = 4  # lines that must be broken so before a page is taken for hard-wrapped
STOP = re.compile(r"[.!?:。！？…][\"'”’»)\]]*$")


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks of the kept lines of the body."""
    body = [line for line in lines if line.label in BODY]
    groups = wrapped(body) if hard_wrapped(body) else [[line] for line in body]
    return tuple(block for block in map(block_of, groups) if block.text)


def hard_wrapped(body: Sequence[Line]) -> bool:
    """Whether the page's lines were broken at a fixed width."""
    pairs = [first for first, second in pairwise(body) if follows(first, second)]
    broken = [line for line in pairs if len(line.text.strip()) in WRAP and not STOP.search(line.text.strip())]
    return len(broken) >= ENOUGH and len(broken) >= WRAPPED * len(pairs)


def follows(first: Line, second: Line) -> bool:
    """Whether a line stands right below another of its kind, as the pieces of one paragraph do."""
    return second.number == first.number + 1 and (first.label, second.label) in {
        (Label.PARAGRAPH, Label.PARAGRAPH),
        (Label.QUOTE, Label.QUOTE),
        (Label.ITEM, Label.PARAGRAPH),
    }


def wrapped(body: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph of a hard-wrapped page."""
    groups: list[list[Line]] = []
    for line in body:
        if groups and follows(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def block_of(lines: Sequence[Line]) -> Block:
    """One block from the lines of a paragraph."""
    kind = lines[0].label or Label.PARAGRAPH
    text = pieced(mend(unquoted(line.text)) for line in lines)
    if kind is Label.HEADING:
        return Block(kind, text.lstrip("# "), lines[0].level or 2)
    return Block(kind, unlisted(text) if kind is Label.ITEM else text)


def pieced(pieces: Iterable[str]) -> str:
    """The pieces of a paragraph as one line."""
    whole = ""
    for piece in pieces:
        whole = joined(whole, piece) if whole and piece else whole or piece
    return whole
