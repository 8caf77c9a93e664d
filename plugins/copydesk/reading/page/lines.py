"""A page's blocks in, Lines with their markup out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model import Label, Line
from copydesk.reading.encodings import sound
from copydesk.reading.page.blocks import blocks
from copydesk.reading.page.tree import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from copydesk.reading.page.blocks import Block

LEVELS = {f"h{level}": level for level in range(1, 7)}
HELD = {"figcaption": Label.CAPTION, "blockquote": Label.QUOTE, "q": Label.QUOTE, "li": Label.ITEM, "dt": Label.ITEM}


def fragment(source: str, path: str) -> tuple[Line, ...]:
    """A piece of HTML that is an article already (an entry of a feed, a mail) -> its Lines."""
    if not source.strip():
        return ()
    return tuple(lines(blocks(tree(source.encode("utf-8", "ignore"), path))))


def lines(found: Iterable[Block]) -> list[Line]:
    """The blocks as Lines, each with what its element says it is; an item's second paragraph is a paragraph."""
    begun: set[HtmlElement] = set()
    return [line(block, begun) for block in found]


def line(block: Block, begun: set[HtmlElement]) -> Line:
    """One block as a Line without a number, as a page's source has no lines that a reader knows."""
    level = next((LEVELS[str(e.tag)] for e in up(block) if e.tag in LEVELS), 0)
    if level:
        return Line(0, sound(block.text), Label.HEADING, max(level, 2))
    for element in up(block):
        label = HELD.get(str(element.tag))
        if label is Label.ITEM and element in begun:
            return Line(0, sound(block.text), Label.PARAGRAPH)
        if label:
            begun.add(element)
            return Line(0, sound(block.text), label)
    return Line(0, sound(block.text), Label.PARAGRAPH)


def up(block: Block) -> Iterable[HtmlElement]:
    """The element of a block and those around it."""
    yield block.element
    yield from block.element.iterancestors()
