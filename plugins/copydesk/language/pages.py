"""The lines of a text in, what a browser or an archive put around its pages out, and the address beside it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language.archives import bar, original
from copydesk.language.lexicons import either, multilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDRESS = r"(?P<address>https?://\S+)"
COUNT = r"(?:[^\W\d]{2,10}\s)?\d{1,3}\s?(?:/|[^\W\d]{1,4})\s?\d{1,3}"  # 1/3, "Page 1 of 3", "Seite 1 von 3"
HOUR = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
FOOT = re.compile(rf"{ADDRESS}\s+{COUNT}|{COUNT}\s+{HOUR}", re.IGNORECASE)  # Chrome's and Safari's, Firefox's
HEAD = re.compile(rf"{HOUR}\s+\S.*|\S.*\s{ADDRESS}", re.IGNORECASE)
HOURS = ("m", "M", ".")  # what an hour ends with that does not end with its minutes: "5 pm", "5 p.m."
FIGURE = re.compile(r"\d")
LONGEST = 600  # characters of such a line: addresses are long


@dataclass(frozen=True, slots=True)
class Pages:
    """The indexes of the lines that are of a text's pages, not of the text, and its address, "" where none says it."""

    lines: tuple[int, ...] = ()
    address: str = ""


def pages(texts: Sequence[str]) -> Pages:
    """What a browser printed around each page; else an archive's bar, or an address alone in the first or last line."""
    short = {at: text.strip() for at, text in enumerate(texts) if len(text) <= LONGEST}
    feet = {at: found for at, text in short.items() if may_end(text) and (found := FOOT.fullmatch(text))}
    if not feet:
        above = bar(texts)
        return Pages(*above) if above.lines else beside(texts)
    first, _ = edges(texts)
    told = {at: text for at, text in short.items() if "://" in text or FIGURE.search(text)}
    heads = {at: found for at, text in told.items() if (found := HEAD.fullmatch(text)) and at not in feet}
    again = Counter(told[at] for at in heads)
    kept = {at: found for at, found in heads.items() if again[told[at]] > 1 or at == first}
    named = (found["address"] for found in (*feet.values(), *kept.values()))
    return Pages(tuple(sorted({*feet, *kept})), original(next(filter(None, named), "")))


def may_end(text: str) -> bool:
    """Whether a line ends as feet do, with a number or the hour, as few lines do: patterns take longer."""
    return text[-1:].isdigit() or text.endswith(HOURS)


def beside(texts: Sequence[str]) -> Pages:
    """The address alone in the first line, or in the last where no other line has one."""
    first, last = edges(texts)
    many = sum("://" in text for text in texts) > 1
    for at in (first,) if many else (first, last):
        found = alone().fullmatch(texts[at].strip()) if texts else None
        if found:
            return Pages((at,), original(found["address"]))
    return Pages()


def edges(texts: Sequence[str]) -> tuple[int, int]:
    """The first and the last line with text; twice the first of all where none has any."""
    told = [at for at, text in enumerate(texts) if text.strip()] or [0]
    return told[0], told[-1]


@cache
def alone() -> re.Pattern[str]:
    """An address and nothing else but a word that says that the text is from there, in any language."""
    words = either(multilingual("origin"))
    return re.compile(rf"(?:(?:{words})\s?[:：]\s*)?{ADDRESS}", re.IGNORECASE)
