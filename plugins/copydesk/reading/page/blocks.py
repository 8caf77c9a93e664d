"""An HTML tree in, its blocks of text out, in the order of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

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
WORD = re.compile(r"\w")


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

    def start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self.line_break()
        elif tag not in INLINE:
            self.flush()
            self.owners.append(element)
        self.links += tag == "a"
        self.bolds += tag in BOLD
        if tag not in SILENT:
            self.add(element.text, element)

    def end(self, element: HtmlElement) -> None:
        tag = element.tag
        self.links -= tag == "a"
        self.bolds -= tag in BOLD
        if tag != "br" and tag not in INLINE:
            self.flush()
            self.owners.pop()
        self.add(element.tail, element.getparent())

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
        if self.breaks > 1:
            self.flush()

    def flush(self) -> None:
        text = " ".join("".join(self.parts).split())
        if WORD.search(text):
            start = self.owners[-1] if self.first is None else self.first
            self.blocks.append(Block(self.owners[-1], start, text, self.linked, self.bold))
        self.parts, self.first, self.linked, self.bold, self.breaks = [], None, 0, 0, 0


def blocks(root: HtmlElement) -> list[Block]:
    """The text of a tree, a block-level element's own text a block; scripts and form fields are passed over."""
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
