"""The rows of a paragraph of Markdown in; the paragraphs, pictures, captions and items that people mean out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.markup import Mark, Span
from copydesk.model import Label
from copydesk.reading.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

BULLET = "• "  # Markdown takes it for no mark of an item, people do


@dataclass
class Passage:
    """A run of rows that belong together; `picture` is the token of one that has a row to itself."""

    kind: Label
    number: int
    spans: list[Span]
    picture: Token | None = None


def passages(tokens: Sequence[Token], number: int, captionable: bool) -> list[Passage]:
    """The passages of a paragraph that begins on the line `number`.

    `captionable` is true where a picture without a caption stands above.
    """
    found: list[Passage] = []
    for hard, at, row in rows(tokens, number):
        one = passage(at, row, captionable)
        if found and one.kind is Label.PARAGRAPH and found[-1].kind in (Label.PARAGRAPH, Label.ITEM):
            found[-1].spans += [Span(" ", Mark.BREAK if hard else None), *one.spans]
        else:
            found.append(one)
        captionable = bool(one.picture and not one.picture.attrGet("title"))
    return found


def rows(tokens: Sequence[Token], number: int) -> Iterator[tuple[bool, int, Sequence[Token]]]:
    """The rows: whether one begins behind a break that its writer wants seen, its line, its tokens."""
    begin, hard, here = 0, False, number
    for at, token in enumerate(tokens):
        if not token.type.endswith("break"):
            continue
        number += 1
        if token.level == 0:
            yield hard, here, tokens[begin:at]
            begin, hard, here = at + 1, token.type == "hardbreak", number
    yield hard, here, tokens[begin:]


def passage(number: int, row: Sequence[Token], captionable: bool) -> Passage:
    """What one row is by itself."""
    bare = [token for token in row if token.type != "text" or token.content.strip()]
    if len(bare) == 1 and bare[0].type == "image":
        return Passage(Label.PICTURE, number, [], bare[0])
    found = [*spans(row)]
    if captionable and len(found) == 1 and found[0].mark is Mark.EMPHASIS:
        return Passage(Label.CAPTION, number, list(found[0].inside))
    if found and not found[0].mark and found[0].text.startswith(BULLET):
        return Passage(Label.ITEM, number, [Span(found[0].text.removeprefix(BULLET)), *found[1:]])
    return Passage(Label.PARAGRAPH, number, found)
