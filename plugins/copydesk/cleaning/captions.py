"""A sheet in, the captions of pictures among its body out: lines that say themselves who made a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.boxes import is_box
from copydesk.cleaning.credit import (
    CLOSE,
    MORE,
    SAYING,
    TAIL,
    adds_maker,
    is_maker,
    names_maker,
    signs_caption,
    tells_whose,
)
from copydesk.cleaning.lists import ENTRY
from copydesk.cleaning.marks import is_whole
from copydesk.cleaning.prose import unsigned
from copydesk.cleaning.reasons import NAMES
from copydesk.language import lexicon, lowered
from copydesk.language.wrapping import ITEM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

WHY = NAMES["credit"]
CAPTION = 350  # characters of a caption at most
FILE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}(?:\.[a-z]{3,4})?")  # "milk-truck-hero": what stands for a picture


def captions(sheet: Sheet) -> Mapping[int, str]:
    """Lines that say who made a picture, as "Photo: name", "Record photo/name" or "Ada Orr/Post", or name its file."""
    last = closing(sheet)
    return {at: WHY for at in sheet.kept if at != last and is_caption(sheet.lines[at].text, sheet.lang)}


def closing(sheet: Sheet) -> int:
    """The last paragraph, but for what speaks of the page, if its agency stands behind its last sentence; else -1.

    "…, it added. REUTERS".
    """
    last = next((at for at in reversed(sheet.kept) if not is_box(sheet.lines[at].text, sheet.lang)), -1)
    text = sheet.lines[last].text.strip() if last >= 0 else ""
    return last if unsigned(text) != text else -1


def is_caption(text: str, lang: str) -> bool:
    """Whether a line says who made a picture, or is the name of its file."""
    tail = text[-TAIL:]
    made = (names_maker(tail, lang) and not is_short_item(text)) or is_maker(text)
    return made or FILE.fullmatch(tail.strip()) is not None or (len(text) <= CAPTION and tells_whose(text, lang))


def is_short_item(text: str) -> bool:
    """Whether a line is a short item of a list, which says what a thing has, or a numbered title.

    "• Video: 4K", "4. RECYCLE": of fifteen such with a credit's words on marked pages, and of thirty-nine that end as a
    credit does, all were the article's.
    """
    return len(text) <= ENTRY and ITEM.match(text) is not None


def signed_captions(sheet: Sheet) -> Mapping[int, str]:
    """Lines that end with who made the picture: for whom, in brackets, in capitals, or with the agency.

    The last paragraph may end with the agency too.
    """
    last = closing(sheet)
    told = (at for at in sheet.kept if at != last and not is_short_item(sheet.lines[at].text))
    tails = {at: sheet.lines[at].text[-TAIL:].rstrip() for at in told}
    brief = (at for at in sheet.kept[:-1] if at in tails and len(sheet.lines[at].text) <= CAPTION)
    added = [at for at in brief if adds_maker(tails[at])]
    return dict.fromkeys([*added, *(at for at, tail in tails.items() if signs_caption(tail, sheet.lang))], WHY)


def sourced(sheet: Sheet) -> Mapping[int, str]:
    """A short line inside the body that names a chart's or a picture's source: "Source: Statistics Office".

    Of twenty-two such lines of marked pages, headings aside, none was the article's.
    """
    words = tuple(f"{word}:" for lang in ("en", sheet.lang) for word in lexicon("origin", lang)[:1])
    inside = (at for at in sheet.kept[:-1] if at not in sheet.headings and len(sheet.lines[at].text) <= TAIL)
    found = [at for at in inside if lowered(sheet.lines[at].text.strip()).replace(" :", ":").startswith(words)]
    return dict.fromkeys((at for at in found if not is_whole(sheet.lines[at].text)), WHY)


def shown_again(sheet: Sheet) -> Mapping[int, str]:
    """Lines that one close by outside the body says too, with little more: the picture's maker, its source."""
    return {at: WHY for at in sheet.kept if len(sheet.flat[at]) >= SAYING and credited(sheet, at)}


def credited(sheet: Sheet, at: int) -> bool:
    """Whether a line that was dropped close by begins as a line does, and ends with little more."""
    text = sheet.flat[at]
    places = range(max(0, at - CLOSE), min(at + CLOSE + 1, len(sheet.flat)))
    near = (sheet.flat[other] for other in places if other not in sheet.own)
    return any(other.startswith(text) and 0 < len(other) - len(text) <= MORE for other in near)
