"""A page's blocks in, Lines with their markup out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.model import PARTED, Label, Line
from copydesk.reading.encodings import sound
from copydesk.reading.page.blocks import blocks
from copydesk.reading.page.tree import inherited, tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from copydesk.reading.page.blocks import Block

LEVELS = {f"h{level}": level for level in range(1, 7)}
LINKED = 0.9  # of a line's characters, to take it for a link from end to end: an arrow or a number may stand beside
HELD = {"figcaption": Label.CAPTION, "blockquote": Label.QUOTE, "q": Label.QUOTE, "li": Label.ITEM, "dt": Label.ITEM}


def fragment(source: str, path: str) -> tuple[Line, ...]:
    """A piece of HTML that is an article already (an entry of a feed, a mail) -> its Lines."""
    if not source.strip():
        return ()
    found = lines(blocks(tree(source.encode("utf-8", "ignore"), path)))
    return tuple(one._replace(number=0) for one in found)  # a piece's lines are not those of its file


def lines(found: Sequence[Block]) -> list[Line]:
    """The blocks as Lines, each with what its element says it is; an item's second paragraph is a paragraph."""
    known: dict[HtmlElement, Place] = {}
    begun: set[HtmlElement] = set()
    return [line(block, inherited(block.element, known, Place(), place), begun) for block in found]


def line(block: Block, where: Place, begun: set[HtmlElement]) -> Line:
    """One block as a Line, with the number of the line on which its text begins in the page's source."""
    text, number, address = sound(block.text), block.start.sourceline or 0, led(block)
    if where.level:
        return Line(number, text, Label.HEADING, max(where.level, 2), address=address)
    if block.element.tag == "tr" and PARTED in text:
        return Line(number, text, Label.ROW)
    if where.holder is None or (where.label is Label.ITEM and where.holder in begun):
        return Line(number, text, Label.PARAGRAPH, address=address)
    begun.add(where.holder)
    return Line(number, text, where.label, address=address)


def led(block: Block) -> str:
    """Where a block leads that is a link from end to end, "" for any other."""
    if block.linked < LINKED * len(block.text):
        return ""
    around = (block.start, *block.start.iterancestors())
    return next((str(one.get("href", "")) for one in around if one.tag == "a"), "")


@dataclass(frozen=True, slots=True)
class Place:
    """What an element stands in: a heading of a level (0: none), and the innermost item, quote or caption."""

    level: int = 0
    label: Label | None = None
    holder: HtmlElement | None = None


def place(element: HtmlElement, around: Place) -> Place:
    """The place of an element in the place of its parent."""
    tag = str(element.tag)
    if tag in LEVELS:
        return replace(around, level=LEVELS[tag])
    return replace(around, label=HELD[tag], holder=element) if tag in HELD else around
