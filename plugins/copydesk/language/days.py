"""Text in, the days that it names in full out."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from copydesk.language import lexicon

MARK = r"\s?[-/.•·年月년월]\s?"
NUMERIC = re.compile(
    rf"(?<![\d/])(?<!\d[.-])(?:(\d{{4}}){MARK}(\d{{1,2}}){MARK}(\d{{1,2}})"
    r"|(\d{1,2})(?:\.\s?|[-/])(\d{1,2})(?:\.\s?|[-/])(\d{4}|\d{2}))(?!\d)(?![./-]\d(?!\d?:\d))"
)
IN_PATH = re.compile(r"(?<!\d)(20\d\d|19\d\d)([-/_]?)([01]\d)\2([0-3]\d)(?!\d)")
FIGURE, YEAR = re.compile(r"\d"), re.compile(r"\d{4}")  # what a day in numbers, and one with a month's name, has
MONTH_FIRST = ("en",)  # languages that write the month before the day in numbers
CENTURY = 2000  # of a year in two figures: no news page is older than the web


@dataclass(frozen=True, slots=True)
class Named:
    """A day that a text names, the words before it (and after the one before), and the text from its end on."""

    day: datetime.date
    before: str
    after: str


@cache
def spelt(lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of days with a month's name, in a language and in English, and the months' numbers.

    Dumps glue what a page shows in two places: a word may stand right before the day or, where the month begins with
    a capital, before the month, and the minutes of reading or the number of comments right behind the year.
    """
    months = {
        name: number
        for code in ("en", lang)
        for number, row in enumerate(lexicon("months", code), 1)
        for name in row.split()
    }
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day, year = r"(\d{1,2})(?:[a-zº]{1,2}|\.)?", r"(\d{4}(?!\d)|20[1-3]\d(?=\d{1,4}(?!\d)))"
    link = r"[\s,./-]{1,3}(?:de[l]? |of )?"
    start = r"(?:(?<!\w)|(?<!\d)(?-i:(?=[A-Z])))"
    return re.compile(
        rf"(?<!\d){day}{link}({month})\.?{link}{year}|{start}({month})\.?\s{{0,2}}{day}[\s,]{{1,3}}{year}",
        re.IGNORECASE,
    ), months


def days(text: str, lang: str) -> list[Named]:
    """The days that a text names, in its order."""
    if not FIGURE.search(text):
        return []
    pattern, months = spelt(lang)
    found: list[tuple[int, int, datetime.date | None]] = []
    for hit in pattern.finditer(text) if YEAR.search(text) else ():
        day, month, year = (hit[1], hit[2], hit[3]) if hit[1] else (hit[5], hit[4], hit[6])
        found.append((*hit.span(), real(int(year), months.get(month.lower(), 0), int(day))))
    for hit in NUMERIC.finditer(text):
        number = real(*map(int, hit.groups()[:3])) if hit[1] else ordered(int(hit[4]), int(hit[5]), full(hit[6]), lang)
        found.append((*hit.span(), number))
    sound = sorted((row for row in found if row[2]), key=lambda row: row[0])
    starts = [0, *(end for _, end, _ in sound)]
    return [Named(day, text[start:at], text[end:]) for start, (at, end, day) in zip(starts, sound, strict=False) if day]


def full(year: str) -> int:
    """A year of two or four figures."""
    return int(year) + (CENTURY if len(year) == len("26") else 0)


def ordered(first: int, second: int, year: int, lang: str) -> datetime.date | None:
    """The day of two numbers and a year: the language's order, the other where that names no day."""
    pair = [(second, first), (first, second)]
    if lang in MONTH_FIRST:
        pair.reverse()
    return next((day for day in (real(year, month, day) for month, day in pair) if day), None)


def in_path(path: str) -> list[datetime.date]:
    """The days in an address or a file's name."""
    found = (real(int(hit[1]), int(hit[3]), int(hit[4])) for hit in IN_PATH.finditer(path))
    return [day for day in found if day]


def real(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or `None` where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
