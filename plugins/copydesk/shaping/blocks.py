"""A page's kept lines in, an article's blocks out: broken paragraphs mended, headings at their level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.language.rows import cells
from copydesk.language.wrapping import paragraphs, unquoted
from copydesk.markup import spoken
from copydesk.model import PARTED, UNTOLD, Block, Label
from copydesk.shaping.courtesies import unthanked
from copydesk.shaping.items import items
from copydesk.shaping.mending import joined, mend, mended, unlisted, unstarred

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copydesk.model import Line

BODY = (Label.HEADING, Label.PARAGRAPH, Label.ITEM, Label.QUOTE, Label.ROW, Label.STANDFIRST, Label.CAPTION)

SECTION = 2  # the level of an article's sections, below its headline
ALONE = -1  # the number of a line that is next to no other


def blocks(lines: Sequence[Line], lang: str) -> tuple[Block, ...]:
    """The blocks of the kept lines of the body, whose language tells where a broken line goes on."""
    body = [line for line in lines if line.label in (*BODY, *UNTOLD)]
    numbers = [ALONE if line.markup else line.number for line in body]
    groups = paragraphs([line.text for line in body], numbers, lang)
    firsts = items([body[group[0]] for group in groups], lang)
    pieces = ([first, *(body[at] for at in group[1:])] for first, group in zip(firsts, groups, strict=True))
    found = (courteous(block_of(lines), lang) for lines in pieces)
    return tuple(levelled(block for block in found if block.text))


def courteous(block: Block, lang: str) -> Block:
    """A block without what it says to its reader alone; one that its markup set in pieces goes whole or not at all."""
    left = unthanked(block.text, lang) if block.kind is Label.PARAGRAPH else block.text
    return block if left == block.text or (block.spans and left) else replace(block, text=left.strip())


def levelled(found: Iterable[Block]) -> Iterator[Block]:
    """The blocks with headings that skip no level: each is one below the last that was higher, the highest sections."""
    above: list[int] = []
    for block in found:
        if block.kind is Label.HEADING:
            above = [*(level for level in above if level < block.level), block.level]
            yield replace(block, level=SECTION - 1 + len(above))
        else:
            yield block


def block_of(lines: Sequence[Line]) -> Block:
    """One block from the lines of a paragraph; what its markup set apart is one line."""
    first = lines[0]
    kind = first.label or Label.PARAGRAPH
    level = (first.level or SECTION) if kind is Label.HEADING else first.level
    if kind in UNTOLD and not first.spans:
        return Block(kind, first.text, level, first.address, sign=first.sign)
    if first.spans:
        spans = mended(first.spans)
        return Block(kind, mend(spoken(spans)), level, spans=spans, sign=first.sign)
    if kind is Label.ROW and not first.markup:
        return Block(kind, PARTED.join(map(mend, cells(first.text))))
    text = mend(pieced(unquoted(line.text).strip() for line in lines))
    text = text if first.markup else unstarred(text)
    if kind is Label.HEADING:
        return Block(kind, text.lstrip("# "), level)
    return Block(kind, unlisted(text) if kind is Label.ITEM else text, level, sign=first.sign)


def pieced(pieces: Iterable[str]) -> str:
    """The pieces of a paragraph as one line."""
    whole = ""
    for piece in pieces:
        whole = joined(whole, piece) if whole and piece else whole or piece
    return whole
