"""Markdown in, the tokens of markdown-it out: CommonMark with tables, footnotes and struck words; HTML is text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

NOTE = re.compile(r"\[\^([\w-]{1,40})\]", re.ASCII)
DEFINED = re.compile(rf"{NOTE.pattern}:[ \t]*(.*)", re.ASCII)
INDENT = 2  # blanks from which a line below an empty one is of the footnote above
ROW = re.compile(r"\|.*?\|")
UNDER_HEAD = re.compile(r"(?=[^|\n]*\|)(?=[^-\n]*-)[ \t|:-]+$")  # the row of dashes below a table's head
BETWEEN = re.compile(r"(?<!\\)\|")
ESCAPED = re.compile(r" ?\\\| ?")  # a bar inside a cell
BEGINNINGS = ("[", "![")  # of a link, of a picture
# Whatever is indented is a paragraph: people who type indent those, and fence their code.
OFF = ("code", "html_block", "html_inline")


def tokens(source: str) -> list[Token]:
    """The tokens of a text of Markdown."""
    return parser().parse(source)


@cache
def parser() -> MarkdownIt:
    """The reader of Markdown; where links lead is looked at by those who write them."""
    from markdown_it import MarkdownIt

    class Reader(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
            return True

        def normalizeLink(self, url: str) -> str:  # noqa: N802
            return url

        def normalizeLinkText(self, link: str) -> str:  # noqa: N802
            return link

    reader = Reader("commonmark").disable(OFF).enable("strikethrough")
    reader.block.ruler.before("blockquote", "rows", rows, {"alt": ["paragraph", "reference"]})
    reader.block.ruler.before("reference", "footnote", footnote, {"alt": ["paragraph", "reference"]})
    reader.inline.ruler.before("link", "note", note)
    reader.inline.ruler.before("link", "endless", endless)
    return reader


def line(state: StateBlock, number: int) -> str:
    """A line of the block that is being read, without its indent."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def rows(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table: a token `row` a row, with its cells; the row of dashes is in the first one's `info`."""
    headed = start + 1 < end and "|" in line(state, start) and UNDER_HEAD.match(line(state, start + 1)) is not None
    if not headed and not ROW.match(line(state, start)):
        return False
    if silent:
        return True
    state.line = start
    while state.line < end and state.sCount[state.line] >= state.blkIndent and "|" in line(state, state.line):
        row(state, line(state, state.line).strip())
        state.line += 1
    return True


def row(state: StateBlock, text: str) -> None:
    """One row of a table."""
    if UNDER_HEAD.match(text):
        if state.tokens and state.tokens[-1].type == "row_close":
            state.tokens[-1].info = text
        return
    where = [state.line, state.line + 1]
    state.push("row_open", "tr", 1).map = where
    for cell in BETWEEN.split(text.removeprefix("|").removesuffix("|")):
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = ESCAPED.sub("|", cell).strip(), where, []
    state.push("row_close", "tr", -1)


def footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The words of a footnote: `[^name]: …`, with the indented lines below."""
    found = DEFINED.match(line(state, start))
    known = state.env.setdefault("notes", set())
    if not found or state.level:
        return False
    if silent:
        return True
    kind = "paragraph" if found[1] in known else "note"  # of two with one name the first is called
    known.add(found[1])
    state.line = start + 1
    while state.line < end and goes_on(state, end):
        state.line += 1
    state.push(f"{kind}_open", "", 1).info = found[1]
    token = state.push("inline", "", 0)
    token.content = "\n".join([found[2], *(line(state, at).strip() for at in range(start + 1, state.line))]).strip()
    token.map, token.children = [start, state.line], []
    state.push(f"{kind}_close", "", -1)
    return True


def goes_on(state: StateBlock, end: int) -> bool:
    """Whether a footnote goes on in the next line."""
    here = state.line
    if state.isEmpty(here):
        return here + 1 < end and not state.isEmpty(here + 1) and state.sCount[here + 1] >= INDENT
    ends = state.md.block.ruler.getRules("paragraph")
    return not DEFINED.match(line(state, here)) and not any(rule(state, here, end, True) for rule in ends)


def note(state: StateInline, silent: bool) -> bool:
    """The sign of a footnote whose words stand somewhere."""
    found = NOTE.match(state.src, state.pos)
    if not found or found[1] not in state.env.get("notes", ()):
        return False
    if not silent:
        state.push("note", "", 0).content = found[1]
    state.pos = found.end()
    return True


def endless(state: StateInline, silent: bool) -> bool:
    """A sign that would begin a link or a picture, where nothing behind it can end one: else each looks for its end."""
    if not state.src.startswith(BEGINNINGS, state.pos) or state.pos < last_end(state.src, "references" in state.env):
        return False
    if not silent:
        state.append_pending(state.src[state.pos])
    state.pos += 1
    return True


@lru_cache(maxsize=1)
def last_end(source: str, referring: bool) -> int:
    """The place where a paragraph's last link can end: a bracket, or a parenthesis where the text has no references."""
    bracket, parenthesis = source.rfind("]"), source.rfind(")")
    return bracket if referring else min(bracket, parenthesis)
