"""A Markdown file in, one prepared Seed out: its front matter as Facts, its blocks as Lines with their markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copydesk.model import PARTED, Facts, Label, Line, Seed
from copydesk.reading.dates import day
from copydesk.reading.encodings import decode
from copydesk.reading.lines import BREAK, tidy

if TYPE_CHECKING:
    from copydesk.reading.raw import Raw

FENCE = "---"
KEY = re.compile(r"([A-Za-z][\w-]{0,40}):(?:\s+(.*))?$")
NAMES = {"author": "byline", "authors": "byline", "byline": "byline", "source_url": "url", "link": "url"}
HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+(.*)$")
QUOTE = re.compile(r"(?:>\s?)+(.*)$")
CODE = re.compile(r"(?:```|~~~)")
# Inline marks, whose words stay: links and images, then emphasis and code. Each looks at a bounded stretch only.
LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\([^()\s]{0,600}\)")
EMPHASIS = re.compile(r"(?<![\w*_`])(\*\*|__|\*|_|`)(?=\S)([^*_`\n]{1,300})(?<=\S)\1(?![\w*_`])")
# A picture that is a row by itself: its words, its address, its caption.
PICTURE = re.compile(r'!\[((?:[^\]]|\](?!\()){0,300})\]\(<?([^\s<>"]{1,600})>?(?:\s{1,9}"([^"]{0,300})")?\)$')
CAPTION = re.compile(r"([*_])(?![*_\s])[^*_]{1,600}\1$")
ROW = re.compile(r"\|(.*?\|.*?)\|?$")
UNDER_HEAD = re.compile(r"[\s|:-]*$")  # the row of dashes below a table's head
BETWEEN = re.compile(r"(?<!\\)\|")
ESCAPED = re.compile(r" ?\\\| ?")  # a bar inside a cell
RULE = re.compile(r"(?:\s*[-*_=]){3,}\s*$")


def read(raw: Raw) -> tuple[Seed, ...]:
    """The file's one seed; a first heading of level 1 is its headline."""
    rows = BREAK.split(decode(raw.content, raw.path))
    table, body = front_matter(rows)
    lines = blocks(rows, body)
    title = next((line.text for line in lines[:1] if line.markup is Label.HEADLINE), "")
    return (Seed(raw.path, "", "markdown", lines, found=facts(table, title), prepared=True),)


def front_matter(rows: list[str]) -> tuple[dict[str, str], int]:
    """The head's keys and values, and the index of the row where the text begins."""
    start = next((at for at, row in enumerate(rows) if row.strip()), 0)
    if rows[start].strip() == FENCE:
        return fenced(rows, start + 1)
    return bare(rows, start)


def fenced(rows: list[str], start: int) -> tuple[dict[str, str], int]:
    """Front matter between `---`; without a second fence it is none."""
    for end in range(start, len(rows)):
        if rows[end].strip() in {FENCE, "..."}:
            return pairs(rows[start:end]), end + 1
    return {}, start - 1


def bare(rows: list[str], start: int) -> tuple[dict[str, str], int]:
    """Pelican's own head: lines of `Key: value` up to the first empty one, `Title` among them."""
    end = start
    while end < len(rows) and (KEY.match(rows[end]) or (end > start and rows[end].startswith("    "))):
        end += 1
    table = pairs(rows[start:end])
    return (table, end) if "title" in table else ({}, start)


def pairs(rows: list[str]) -> dict[str, str]:
    """Rows of `key: value` -> a table; indented rows and rows of `- item` belong to the key above, after a comma."""
    table: dict[str, str] = {}
    key = ""
    for row in rows:
        found = KEY.match(row)
        if found:
            key = found[1].lower()
            table[key] = unquoted(found[2] or "")
        elif key and row.strip():
            more = unquoted(row.strip().removeprefix("- "))
            table[key] = f"{table[key]}, {more}" if table[key] else more
    return table


def unquoted(value: str) -> str:
    """A value without the quotes around it."""
    value = tidy(value)
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def facts(table: dict[str, str], title: str) -> Facts:
    """What the front matter says; the headline where it names none."""
    named = {NAMES.get(key, key): value for key, value in table.items()}
    date = day(named.get("date"))
    return Facts(
        title=named.get("title") or title,
        date=date,
        date_from="metadata" if date else "",
        byline=named.get("byline", ""),
        source=named.get("source", ""),
        url=named.get("url", ""),
        lang=named.get("lang", ""),
        topics=listed(named.get("topics", "")),
        tags=listed(named.get("tags", "")),
    )


def listed(value: str) -> tuple[str, ...]:
    """`[a, "b"]` or `a, b` as a list."""
    return tuple(part for part in (unquoted(part) for part in value.strip("[]").split(",")) if part)


@dataclass
class Blocks:
    """The lines made so far, and the rows of the paragraph that is being read."""

    made: list[Line] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    number: int = 0
    markup: Label = Label.PARAGRAPH

    def begin(self, number: int, text: str, markup: Label) -> None:
        self.end()
        self.rows, self.number, self.markup = [text], number, markup

    def add(self, number: int, text: str) -> None:
        if self.rows:
            self.rows.append(text)
        else:
            self.begin(number, text, Label.PARAGRAPH)

    def end(self) -> None:
        text = plain(tidy(" ".join(self.rows)))
        if text:
            self.made.append(Line(self.number, text, self.markup))
        self.rows = []

    def row(self, number: int, cells: str) -> None:
        """A table's row, unless it is the line below its head."""
        self.end()
        if not UNDER_HEAD.match(cells):
            text = PARTED.join(tidy(ESCAPED.sub("|", cell)) for cell in BETWEEN.split(cells))
            self.begin(number, text, Label.ROW)
            self.end()

    def picture(self, number: int, words: str, address: str, caption: str) -> None:
        """A picture, and its caption where it brings one."""
        self.end()
        self.made.append(Line(number, tidy(words) or address.rpartition("/")[2], Label.PICTURE, address=address))
        self.begin(number, caption, Label.CAPTION)
        self.end()

    def heading(self, number: int, text: str, level: int) -> None:
        """A heading; the first line's, at level 1, is the headline."""
        self.end()
        markup = Label.HEADLINE if level == 1 and not self.made else Label.HEADING
        if tidy(text):
            self.made.append(Line(number, plain(tidy(text)), markup, level))


def plain(text: str) -> str:
    """The words of a line of Markdown: posts are written in plain text, so emphasis and links give only their words."""
    return EMPHASIS.sub(r"\2", LINK.sub(r"\1", text))


def blocks(rows: list[str], start: int) -> tuple[Line, ...]:
    """Rows of Markdown -> a Line a block: wrapped paragraphs joined, marks taken off, the words as written."""
    state, in_code = Blocks(), False
    for number, row in enumerate(rows[start:], start + 1):
        text = row.strip()
        if CODE.match(text):
            state.end()
            in_code = not in_code
        elif in_code:
            state.begin(number, text, Label.PARAGRAPH)
        else:
            block(state, number, text)
    state.end()
    return tuple(state.made)


def block(state: Blocks, number: int, text: str) -> None:
    """One row of Markdown outside code."""
    heading, item, quote, row = HEADING.match(text), ITEM.match(text), QUOTE.match(text), ROW.match(text)
    if underline(state, text) or pictured(state, number, text):
        return
    if not text or RULE.match(text):
        state.end()
    elif heading:
        state.heading(number, heading[2], len(heading[1]))
    elif item:
        state.begin(number, item[1], Label.ITEM)
    elif quote:
        quoted(state, number, quote[1])
    elif row:
        state.row(number, row[1])
    else:
        state.add(number, text)


def pictured(state: Blocks, number: int, text: str) -> bool:
    """A picture in a paragraph of its own, or the emphasised line under one, which is its caption."""
    if state.rows:
        return False
    picture = PICTURE.match(text)
    if picture:
        state.picture(number, plain(picture[1]), picture[2], picture[3] or "")
    elif state.made and state.made[-1].markup is Label.PICTURE and CAPTION.match(text):
        state.begin(number, text, Label.CAPTION)
        state.end()
    else:
        return False
    return True


def underline(state: Blocks, text: str) -> bool:
    """A row of `===` or `---` under one row of text makes that a heading."""
    if len(state.rows) != 1 or state.markup is not Label.PARAGRAPH or not text or set(text) not in ({"="}, {"-"}):
        return False
    row, state.rows = state.rows[0], []
    state.heading(state.number, row, 1 if text[0] == "=" else 2)
    return True


def quoted(state: Blocks, number: int, text: str) -> None:
    """A row of a quotation: a new one, the next row of the last, or the gap between two paragraphs of it."""
    if not text.strip():
        state.end()
    elif state.rows and state.markup is Label.QUOTE:
        state.rows.append(text)
    else:
        state.begin(number, text, Label.QUOTE)
