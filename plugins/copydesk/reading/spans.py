"""The tokens of a line of Markdown in, its spans out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.markup import Mark, Span, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

MARKS = {
    "em_open": Mark.EMPHASIS,
    "strong_open": Mark.STRONG,
    "link_open": Mark.LINK,
    "code_inline": Mark.CODE,
    "image": Mark.PICTURE,
    "note": Mark.NOTE,
    "hardbreak": Mark.BREAK,
}
STRUCK = ("s_open", "s_close")  # a post's Markdown has no mark for it
BLANKS = re.compile(r"\s+")
DEEPEST = 4  # marks within marks; a link with strong emphasis in a cited line are three


def spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The spans of a line's tokens; marks that lie too deep in others, and struck words, give only their words."""
    marks: list[Token] = []
    parts: list[list[Span]] = [[] for _ in range(DEEPEST + 1)]
    for token in tokens:
        if token.type in STRUCK:
            continue
        if token.nesting > 0:
            marks.append(token)
        elif token.nesting < 0:
            close(marks.pop(), parts, len(marks))
        elif token.content or token.type != "text":
            parts[min(len(marks), DEEPEST)].append(leaf(token))
    return tuple(parts[0])


def close(mark: Token, parts: list[list[Span]], depth: int) -> None:
    """End a mark that lies in so many others: what it holds becomes a part of them, in it if it is not too deep."""
    if depth < DEEPEST and parts[depth + 1]:
        address = str(mark.attrGet("href") or "")
        parts[depth].append(Span(mark=MARKS[mark.type], inside=tuple(parts[depth + 1]), address=address))
        parts[depth + 1] = []


def leaf(token: Token) -> Span:
    """A token that holds no others."""
    mark = MARKS.get(token.type)
    if mark is Mark.NOTE:
        return Span(mark=mark, address=token.content)
    if mark is Mark.PICTURE:
        address = str(token.attrGet("src") or "")
        return Span(words(token) or address.rpartition("/")[2], mark, address=address)
    return Span(BLANKS.sub(" ", token.content) or " " * token.type.endswith("break"), mark)


def words(picture: Token) -> str:
    """What is said of a picture to those who do not see it."""
    return BLANKS.sub(" ", spoken(spans(picture.children or []))).strip()


def links(found: Sequence[Span]) -> Iterator[str]:
    """Where the links among spans lead."""
    for span in found:
        if span.mark is Mark.LINK:
            yield span.address
        yield from links(span.inside)
