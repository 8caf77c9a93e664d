"""An HTML tree in, its blocks of text out, in the order of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from copydesk.model import PARTED

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "picture", "q", "ruby", "rt", "s", "samp", "small", "source", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
SILENT = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video",
    "select", "option", "input", "textarea", "head", "title", "rp", "map", "area", "datalist", "meter", "progress",
})  # fmt: skip
BOLD = frozenset({"b", "strong"})
CELLS = frozenset({"td", "th"})
HOLDERS = frozenset({"td", "th", "p", "div"})  # blocks that a cell may hold and still be part of a line
SMALL, SHORT = 40, 400  # elements and characters of a row that reads as one line
WORD = re.compile(r"\w")
LONG = 80  # characters of a block that is likely prose


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text.

    `element` is the block-level element that holds it, `start` the (often inline) one that its first word stands in;
    `linked` and `bold` count characters.
    """

    element: HtmlElement
    start: HtmlElement
    text: str
    linked: int = 0
    bold: int = 0

    @property
    def prose(self) -> int:
        """The characters of a block that likely tells something: none of short ones, nor of those that are links."""
        size = len(self.text)
        return size if size >= LONG and self.linked < size / 2 else 0


@dataclass
class Gatherer:
    """The blocks made so far, and the text that belongs to the next one."""

    blocks: list[Block] = field(default_factory=list)
    owners: list[HtmlElement] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    first: HtmlElement | None = None
    links: int = 0
    bolds: int = 0
    linked: int = 0
    bold: int = 0
    breaks: int = 0
    row: HtmlElement | None = None

    def start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self.line_break()
        elif self.row is not None and tag in HOLDERS:
            self.parts.append(PARTED if tag in CELLS and self.begun() else " ")
        elif tag not in INLINE:
            self.flush()
            self.owners.append(element)
            self.row = element if is_line(element) else None
        self.links += tag == "a"
        self.bolds += tag in BOLD
        if tag not in SILENT:
            self.add(element.text, element)

    def end(self, element: HtmlElement) -> None:
        tag = element.tag
        self.links -= tag == "a"
        self.bolds -= tag in BOLD
        if self.row is not None and tag in HOLDERS:
            self.parts.append(" ")
        elif tag != "br" and tag not in INLINE:
            self.flush()
            self.owners.pop()
            self.row = None
        self.add(element.tail, element.getparent())

    def begun(self) -> bool:
        """Whether the row that is being read has words since its last cell."""
        return bool(WORD.search("".join(self.parts).rpartition(PARTED)[2]))

    def add(self, text: str | None, within: HtmlElement | None) -> None:
        if not text:
            return
        self.parts.append(text)
        size = len(text.strip())
        if size:
            self.breaks = 0
            self.first = within if self.first is None else self.first
            self.linked += size if self.links else 0
            self.bold += size if self.bolds else 0

    def line_break(self) -> None:
        """Two breaks in a row end a paragraph, one is a space."""
        self.parts.append(" ")
        self.breaks += 1
        if self.breaks > 1 and self.row is None:
            self.flush()

    def flush(self) -> None:
        text = " ".join("".join(self.parts).split())
        text = text if self.row is None else text.rstrip(PARTED)
        if WORD.search(text):
            start = self.owners[-1] if self.first is None else self.first
            self.blocks.append(Block(self.owners[-1], start, text, self.linked, self.bold))
        self.parts, self.first, self.linked, self.bold, self.breaks = [], None, 0, 0, 0


def is_line(element: HtmlElement) -> bool:
    """Whether an element is a row of a table, with two cells at least, that reads as one line."""
    if element.tag != "tr":
        return False
    within = list(islice(element.iterdescendants(), SMALL))
    tags = [one.tag for one in within]
    plain = len(within) < SMALL and all(tag in INLINE or tag in HOLDERS or tag == "br" for tag in tags)
    return plain and sum(tag in CELLS for tag in tags) > 1 and len(element.text_content()) <= SHORT


def blocks(root: HtmlElement) -> list[Block]:
    """The text of a tree, a block-level element's own text a block, a short row of a table one too.

    Scripts and form fields are passed over.
    """
    gatherer = Gatherer(owners=[root])
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            gatherer.end(element)
            continue
        gatherer.start(element)
        if element.tag in SILENT:
            walk.skip_subtree()
    gatherer.flush()
    return gatherer.blocks
