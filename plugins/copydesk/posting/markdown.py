"""Blocks in, Markdown out that renders as exactly them.

Python-Markdown with Pelican's default extensions (extra, meta, codehilite) is the reader: whatever it could take for
markup is escaped, by a backslash where it knows the escape and by an entity where it does not.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from copydesk.addresses import picture_address
from copydesk.markup import Mark, Span, spoken
from copydesk.model import PARTED, Block, Label
from copydesk.plain import CONTROL, one_line
from copydesk.posting.inline import LINE, NAME, NONE, TEMPLATE, TICKS, escape, image, inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# What opens a block when a line starts with it: heading, quote, list, rule, numbered list.
OPENER = re.compile(r"^(?:([#>+-])|(\d+)([.)])(?=\s|$))", re.MULTILINE)
# The same, where Markdown knows no backslash escape: definition list, fenced code.
ENTITY_OPENER = re.compile(r"^[:~]", re.MULTILINE)
HEADING_LEVELS = range(2, 5)  # the page's own headline is level 1; deeper than 4 no newspaper goes
INDENT = "    "
LISTED = (Label.PARAGRAPH, Label.QUOTE)  # what may stand below an item as a part of it
ALIGNED = re.compile(r":?-+:?")
NUMBER = re.compile(r"\d{1,9}", re.ASCII)
LANGUAGE = re.compile(r"[\w+#.-]{1,20}", re.ASCII)
FENCE = 3  # ticks
LONG = 20_000  # characters of code from which colouring it would take seconds
MOST = 100_000  # cells of a table, empty ones too: with one wide row a short text could ask for thousands of millions


def guarded(text: str) -> str:
    """The Markdown of a line -> the same where each of its rows may be the first of a block."""
    text = ENTITY_OPENER.sub(lambda m: f"&#{ord(m[0])};", text)
    return OPENER.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def escape_block(text: str) -> str:
    """One line of plain text -> Markdown that renders as that text at the start of a block."""
    return guarded(escape(text).strip())


def words(block: Block, barred: frozenset[Mark] = NONE) -> str:
    """A block's words, with what is set apart in them."""
    return (inline(block.spans, barred) if block.spans else escape(block.text)).strip()


def block(block: Block) -> str:
    """One block as Markdown, without the blank line that ends it."""
    return WRITERS.get(block.kind, paragraph)(block)


def paragraph(block: Block) -> str:
    """Words, whatever stands at the beginning of their rows."""
    return guarded(words(block))


def heading(block: Block) -> str:
    """A heading on its level."""
    level = min(max(block.level, HEADING_LEVELS[0]), HEADING_LEVELS[-1])
    text = words(block, LINE)
    bare = text.rstrip("#")  # number signs that Markdown would strip from a heading's end
    return f"{'#' * level} {bare}" + "\\#" * (len(text) - len(bare))


def sign(block: Block) -> str:
    """The mark of an item: its number where it has one."""
    return f"{block.sign}." if NUMBER.fullmatch(block.sign) else "-"


def hung(text: str, indent: str) -> str:
    """A text whose further rows are indented."""
    return text.replace("\n", f"\n{indent}")


def item(block: Block) -> str:
    """An item of a list, on the first level."""
    return f"{sign(block)} {hung(paragraph(block), INDENT)}"


def quote(block: Block) -> str:
    """A quotation, or an item in one."""
    return f"> {sign(block) + ' ' if block.sign else ''}{hung(paragraph(block), '> ')}"


def picture(block: Block) -> str:
    """A picture, or its words where no page can show it."""
    shown = picture_address(block.address)
    return image(Span(block.text, address=block.address)).strip() if shown else paragraph(block)


def caption(block: Block) -> str:
    """The emphasised line below a picture."""
    return inline([Span(mark=Mark.EMPHASIS, inside=block.spans or (Span(block.text),))], LINE).strip()


def footnote(block: Block) -> str:
    """The words of a footnote."""
    text = guarded(words(block, LINE))
    return f"[^{block.sign}]: {text}" if NAME.fullmatch(block.sign) else text


def code(block: Block) -> str:
    """Code in a fence that no row of it can close; as plain rows where a template could be read in it."""
    rows = [CONTROL.sub("", row).rstrip() for row in block.text.splitlines()]
    text = "\n".join(rows).strip("\n")
    if TEMPLATE.search(text):
        return "  \n".join(escape_block(row) for row in rows if row.strip())
    fence = "`" * max(FENCE, 1 + max(map(len, TICKS.findall(text)), default=0))
    named = LANGUAGE.match(block.sign)
    language = "text" if len(text) > LONG else named[0] if named else ""
    return f"{fence}{language}\n{text}\n{fence}"


WRITERS: dict[Label, Callable[[Block], str]] = {
    Label.HEADING: heading,
    Label.ITEM: item,
    Label.QUOTE: quote,
    Label.PICTURE: picture,
    Label.CAPTION: caption,
    Label.CODE: code,
    Label.NOTE: footnote,
    Label.RULE: lambda _: "---",
}


def body(blocks: Sequence[Block]) -> str:
    """An article's blocks as Markdown, parted by blank lines; items and rows that follow each other stand together."""
    shown = (one for one in blocks if one_line(one.text))
    return "\n\n".join(passage(list(run)) for _, run in groupby(shown, key=section))


def section(block: Block) -> Label:
    """What a block stands in: below an item, in the list."""
    return Label.ITEM if block.level and block.kind in LISTED else block.kind


def passage(run: Sequence[Block]) -> str:
    """Blocks of one section that follow each other: several rows are a table, items a list, citations a quotation."""
    match section(run[0]):
        case Label.ITEM:
            return "".join(listed(run))
        case Label.QUOTE:
            return "\n>\n".join(map(block, run))
        case Label.ROW if len(run) > 1:
            return table(run)
        case _:
            return "\n\n".join(map(block, run))


def listed(run: Sequence[Block]) -> Iterator[str]:
    """The blocks of a list, each as deep as it stands, and none deeper than one below the item above.

    Items stand together; Markdown reads what does by its first line, so one that is less deep than that stands apart.
    """
    last = first = -1
    for before, one in zip([None, *run], run, strict=False):
        depth = min(one.level, last + 1)
        last = depth if one.kind is Label.ITEM else depth - 1
        together = before is not None and before.kind is one.kind is Label.ITEM and depth >= first
        first = first if together else depth
        gap = "" if before is None else "\n" if together else "\n\n"
        yield gap + INDENT * depth + hung(block(one), INDENT * depth)


def table(run: Sequence[Block]) -> str:
    """Rows as a table, the first its head; all as wide as the widest, for Markdown cuts what is wider.

    What would be more than a table can be stays rows.
    """
    rows = [cells(one) for one in run]
    width = max(map(len, rows))
    if width * len(rows) > MOST:
        return "\n\n".join(map(block, run))
    told = [f"{':' * one.startswith(':')}---{':' * one.endswith(':')}" for one in ALIGNED.findall(run[0].sign)]
    rows.insert(1, [*told, *["---"] * width][:width])
    return "\n".join(f"| {PARTED.join([*row, *[''] * (width - len(row))])} |" for row in rows)


def cells(row: Block) -> list[str]:
    """The cells of a row; code with a bar in it gives only its words."""
    if not row.spans:
        return [escape(cell).strip() for cell in one_line(row.text).split(PARTED)]
    found: list[list[Span]] = [[]]
    for one in row.spans:
        if one == Span(PARTED):
            found.append([])
        else:
            found[-1].append(one)
    return [inline(cell, LINE | {Mark.CODE} if "|" in spoken(cell) else LINE).strip() for cell in found]
