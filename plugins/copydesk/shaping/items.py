"""The lines of an article that begin as items do in, which are items out, and the numbers of those that count."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from copydesk.language.lexicons import base
from copydesk.language.wrapping import STOP
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.model import Line

NUMBER = re.compile(r"\s*(\d{1,3})[.)-]\s")
DASH = re.compile(r"\s*([–—-])\s")
# Languages that print what people say behind a dash.
SPEAKING = ("cs", "da", "el", "es", "fi", "fr", "hu", "it", "no", "pl", "pt", "ro", "ru", "sk", "sv", "tr", "uk")
ANSWERED = re.compile(r"\?[»”\"]?$|[,.!?…»”\"]\s[–—-]\s")  # a question, or who says so behind another dash
FEWEST = 2  # items of a list in numbers, which begins with 1: Markdown counts anew from there


def items(lines: Sequence[Line], lang: str) -> tuple[Line, ...]:
    """The lines, each a paragraph's first: an item of a list in numbers with its number as its sign.

    What somebody says behind a dash is a paragraph, and so is a line with a number in no such list: its words stay.
    """
    made = list(lines)
    for start, run in runs(lines):
        numbers = [NUMBER.match(line.text) for line in run]
        counted = [int(found[1]) for found in numbers if found]
        if counted == list(range(1, len(run) + 1)) and len(run) >= FEWEST:
            made[start : start + len(run)] = [line._replace(sign=str(number)) for number, line in enumerate(run, 1)]
        elif counted or speaks(run, lang):
            made[start : start + len(run)] = [line._replace(label=Label.PARAGRAPH) for line in run]
    return tuple(made)


def runs(lines: Sequence[Line]) -> Iterator[tuple[int, list[Line]]]:
    """The items that plain text shows, those of one kind that follow each other together, and where they begin."""
    for key, run in groupby(enumerate(lines), key=lambda pair: begun(pair[1])):
        found = list(run)
        if key:
            yield found[0][0], [line for _, line in found]


def begun(line: Line) -> str:
    """How an item begins: with a number, with which dash; "" for what is none, or has another bullet."""
    if line.label is not Label.ITEM or line.markup:
        return ""
    dash = DASH.match(line.text)
    return dash[1] if dash else "1" if NUMBER.match(line.text) else ""


def speaks(run: Sequence[Line], lang: str) -> bool:
    """Whether lines behind dashes are what people say: whole sentences, alone or as those who answer each other do."""
    texts = [line.text.strip() for line in run]
    if base(lang) not in SPEAKING and (len(run) > 1 or texts[0].startswith("-")):
        return False
    return all(map(STOP.search, texts)) and (len(run) == 1 or any(map(ANSWERED.search, texts)))
