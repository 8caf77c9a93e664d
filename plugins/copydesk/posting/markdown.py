"""Plain text in, Markdown out that renders as exactly that text.

Python-Markdown with Pelican's default extensions (extra, meta, codehilite) is the reader: whatever it could take for
markup is escaped, by a backslash where it knows the escape and by an entity where it does not.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from copydesk.model import PARTED, Block, Label
from copydesk.posting.addresses import picture_address
from copydesk.posting.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

INLINE = re.compile(r"[\\`*_{}\[\]]")
# HTML reads a numeric entity even where its semicolon is missing.
ENTITY = re.compile(r"&(?=#|\w+;)")
# What opens a block when a line starts with it: heading, quote, list, rule, numbered list.
OPENER = re.compile(r"([#>+-])|(\d+)([.)])(?=\s|$)")
# The same, where Markdown knows no backslash escape: definition list, fenced code.
ENTITY_OPENER = re.compile(r"[:~]")
HEADING_LEVELS = range(2, 5)  # the page's own headline is level 1; deeper than 4 no newspaper goes


def escape(text: str) -> str:
    """One line of plain text -> Markdown that renders as that text, wherever it stands inside a line."""
    text = INLINE.sub(r"\\\g<0>", one_line(text))
    text = ENTITY.sub("&amp;", text).replace("<", "&lt;")
    return text.replace("|", "&#124;")


def escape_block(text: str) -> str:
    """One line of plain text -> Markdown that renders as that text at the start of a block."""
    text = escape(text)
    if ENTITY_OPENER.match(text):
        return f"&#{ord(text[0])};{text[1:]}"
    opener = OPENER.match(text)
    return f"{opener[2] or ''}\\{opener[1] or opener[3]}{text[opener.end() :]}" if opener else text


def escape_heading(text: str) -> str:
    """As `escape`, with the number signs kept that Markdown would strip from a heading's end."""
    return escape(text).replace("#", "\\#")


def block(block: Block) -> str:
    """One block as Markdown, without the blank line that ends it."""
    match block.kind:
        case Label.HEADING:
            level = min(max(block.level, HEADING_LEVELS[0]), HEADING_LEVELS[-1])
            return f"{'#' * level} {escape_heading(block.text)}"
        case Label.ITEM:
            return f"- {escape_block(block.text)}"
        case Label.QUOTE:
            return f"> {escape_block(block.text)}"
        case Label.PICTURE:
            address = picture_address(block.address)
            return f"![{escape(block.text)}](<{address}>)" if address else escape_block(block.text)
        case Label.CAPTION:
            return f"*{escape(block.text)}*"
        case _:
            return escape_block(block.text)


def body(blocks: Sequence[Block]) -> str:
    """An article's blocks as Markdown, parted by blank lines; items and rows that follow each other stand together."""
    shown = (one for one in blocks if one_line(one.text))
    return "\n\n".join(passage(list(run)) for _, run in groupby(shown, key=attrgetter("kind")))


def passage(run: Sequence[Block]) -> str:
    """Blocks of one kind that follow each other: several rows are a table, items a list."""
    kind = run[0].kind
    if kind is Label.ROW and len(run) > 1:
        return table([one_line(one.text).split(PARTED) for one in run])
    return ("\n" if kind is Label.ITEM else "\n\n").join(map(block, run))


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as a table, the first its head; all as wide as the widest, for Markdown cuts what is wider."""
    width = max(map(len, rows))
    head, *others = ([*map(escape, row), *[""] * (width - len(row))] for row in rows)
    return "\n".join(f"| {PARTED.join(cells)} |" for cells in (head, ["---"] * width, *others))
