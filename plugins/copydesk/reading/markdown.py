"""A Markdown file in, one prepared Seed out: its front matter as Facts, its blocks as Lines with their markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from copydesk.addresses import link_address
from copydesk.markup import Span, spoken, wordless
from copydesk.model import PARTED, Facts, Label, Line, Seed
from copydesk.reading import keepers
from copydesk.reading.commonmark import tokens
from copydesk.reading.encodings import decode
from copydesk.reading.front import front_matter
from copydesk.reading.lines import BREAK, tidy
from copydesk.reading.passages import passages
from copydesk.reading.spans import links, spans, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from copydesk.reading.passages import Passage
    from copydesk.reading.raw import Raw

RULE, HIGHEST = "---", "h1"
PREFACE = 2  # paragraphs above a headline at most: a note of who filed it, a line with the day
NAMED = 3  # addresses that a warning names
LISTS = ("bullet_list", "ordered_list")
QUOTE = "blockquote"
TASK = re.compile(r"\[([ xX])\](?=\s)")
BOXES = {" ": "☐", "x": "☑"}
DASHES = re.compile(r":?-+:?")


def read(raw: Raw) -> tuple[Seed, ...]:
    """The file's one seed; a heading of level 1 at its top is its headline."""
    rows, noted = keepers.noted(BREAK.split(decode(raw.content, raw.path)), raw.path)
    front = front_matter(rows, raw.path)
    kept = keepers.kept(Walk(front.start).through(tokens("\n".join(rows[front.start :]))))
    title = next((line.text for line in kept.lines if line.markup is Label.HEADLINE), "")
    found = completed(front.facts, noted, kept.facts, Facts(title=title))
    warnings = (*front.warnings, *dead_ends(kept.lines))
    return (Seed(raw.path, "", "markdown", kept.lines, found=found, prepared=True, warnings=warnings),)


def completed(facts: Facts, *others: Facts) -> Facts:
    """What front matter says, and where it says nothing, what others do."""
    for other in others:
        told = {name: getattr(facts, name) or getattr(other, name) for name in ("title", "byline", "url", "tags")}
        facts = replace(facts, **told)
    return facts


def dead_ends(lines: Sequence[Line]) -> tuple[str, ...]:
    """A warning where links lead elsewhere than to the web: a post shows only their words."""
    named = dict.fromkeys(address for line in lines for address in links(line.spans))
    dead = [address for address in named if not link_address(address)]
    told = ", ".join(address or "nowhere" for address in dead[:NAMED]) + (" …" if len(dead) > NAMED else "")
    return (f"links that do not lead to the web are left out: {told}",) if dead else ()


@dataclass
class Walk:
    """The way through a text's tokens: the lines made so far, and where in lists and quotations the next one stands.

    `above` counts the lines of the file above the text; `alone` says whether one heading only is of the highest level,
    `below` whether a heading stands too far down to be the headline; `item` is the open item that has no line yet.
    """

    above: int
    alone: bool = False
    below: bool = False
    made: list[Line] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    cells: list[tuple[Span, ...]] = field(default_factory=list)
    opener: Token | None = None
    item: Token | None = None

    def through(self, found: Sequence[Token]) -> tuple[Line, ...]:
        """The lines of all tokens."""
        self.alone = sum(token.type == "heading_open" and token.tag == HIGHEST for token in found) == 1
        for token in found:
            if token.nesting > 0:
                self.open(token)
            elif token.nesting < 0:
                self.close(token)
            else:
                self.made += self.lines(token)
        return tuple(self.made)

    def open(self, token: Token) -> None:
        name = token.type.removesuffix("_open")
        if name in (*LISTS, QUOTE):
            self.within.append(name)
        elif name == "list_item":
            self.item = token
        self.opener = token

    def close(self, token: Token) -> None:
        name = token.type.removesuffix("_close")
        if name in (*LISTS, QUOTE):
            self.within.pop()
        elif name == "list_item":
            self.item = None
        elif name == "row":
            self.made += self.row(token)

    def number(self, token: Token) -> int:
        """The line of the file on which a token begins."""
        return self.above + 1 + (token.map[0] if token.map else 0)

    def lines(self, token: Token) -> Iterator[Line]:
        """The lines of a token that holds words, code, or a rule."""
        if token.type == "fence":
            yield from fenced(self.number(token), token)
        elif token.type == "hr":
            yield Line(self.number(token), RULE, Label.RULE)
        elif self.opener and self.opener.type == "heading_open":
            yield from self.heading(token, self.opener)
        elif self.opener and self.opener.type == "note_open":
            yield from line(self.number(token), Label.NOTE, spans(token.children or []), sign=self.opener.info)
        elif self.opener and self.opener.type == "row_open":
            self.cells.append(spans(token.children or []))
        else:
            yield from self.paragraph(token)

    def heading(self, token: Token, opener: Token) -> Iterator[Line]:
        """A heading; at level 1 near the top it is the headline. Several rows above dashes are none."""
        if opener.markup in ("=", "-") and "\n" in token.content:
            yield from self.paragraph(token)
            yield Line(self.above + (opener.map or [0, 0])[1], RULE, Label.RULE)
            return
        level = int(opener.tag[1])
        markup = Label.HEADLINE if opener.tag == HIGHEST and self.at_top() else Label.HEADING
        yield from line(self.number(token), markup, spans(token.children or []), level)

    def at_top(self) -> bool:
        """Whether nothing but pictures stands above, or little where no other heading is of the highest level.

        What is below the top once is so for good, and not looked at again: a file may be nothing but headings.
        """
        if self.below:
            return False
        shown = (Label.PICTURE, Label.CAPTION)
        told = [line for line in self.made if not (line.markup in shown or wordless(line.spans))]
        plain = all(line.markup is Label.PARAGRAPH for line in told)
        self.below = bool(told) and not (self.alone and plain and len(told) <= PREFACE)
        return not self.below

    def paragraph(self, token: Token) -> Iterator[Line]:
        """The lines of a paragraph, whose rows may be pictures, their captions, and items with a typed bullet."""
        below = self.made[-1].markup if self.made else None
        for one in passages(token.children or [], self.number(token), below is Label.PICTURE):
            if one.picture:
                yield from pictured(one.number, one.picture)
            elif one.kind is Label.PARAGRAPH:
                yield from self.told(one)
            else:
                yield from line(one.number, one.kind, one.spans)

    def told(self, one: Passage) -> Iterator[Line]:
        """A paragraph as what it is where it stands: an item of a list, a quotation, a second paragraph of either."""
        outside = self.within[: self.within.index(QUOTE)] if QUOTE in self.within else self.within
        kind = Label.QUOTE if QUOTE in self.within else Label.ITEM if self.item else Label.PARAGRAPH
        cited = "-" if kind is Label.QUOTE else ""  # in a quotation the sign alone tells that it is an item
        sign = self.item.info or cited if self.item and self.within[-1] != QUOTE else ""
        found = boxed(one.spans) if self.item else one.spans
        yield from line(one.number, kind, found, len(outside) - (kind is Label.ITEM), sign)
        self.item = None

    def row(self, token: Token) -> Iterator[Line]:
        """A table's row; how the columns are set stands in what closes the first."""
        found = [one for cell in self.cells for one in (Span(PARTED), *cell)][1:]
        self.cells = []
        yield from line(
            self.number(self.opener or token), Label.ROW, found, sign=PARTED.join(DASHES.findall(token.info))
        )


def boxed(found: Sequence[Span]) -> Sequence[Span]:
    """The spans of an item, the brackets of a task before it as a box."""
    task = TASK.match(found[0].text) if found and not found[0].mark else None
    return [Span(BOXES[task[1].lower()] + found[0].text[task.end() :]), *found[1:]] if task else found


def line(number: int, markup: Label, found: Sequence[Span], level: int = 0, sign: str = "") -> Iterator[Line]:
    """A line of spans, which it keeps where any is set apart; none where they have no words."""
    text = tidy(spoken(found))
    if text:
        kept = tuple(found) if markup is Label.ROW or any(span.mark for span in found) else ()
        yield Line(number, text, markup, level, spans=kept, sign=sign)


def pictured(number: int, picture: Token) -> Iterator[Line]:
    """A picture, and its title as its caption."""
    address = str(picture.attrGet("src") or "")
    yield Line(number, words(picture) or address.rpartition("/")[2], Label.PICTURE, address=address)
    yield from line(number, Label.CAPTION, [Span(str(picture.attrGet("title") or ""))])


def fenced(number: int, token: Token) -> Iterator[Line]:
    """Code between fences; behind a fence that nobody closes stands text."""
    first, end = token.map or (0, 0)
    rows = token.content.removesuffix("\n").split("\n") if token.content else []
    if end - first > len(rows) + 1:
        yield Line(number, token.content.strip("\n"), Label.CODE, sign=token.info.strip())
        return
    for at, row in enumerate(rows, number + 1):
        yield from line(at, Label.PARAGRAPH, [Span(row)])
