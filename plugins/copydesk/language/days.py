"""Text in, the days that it names in full out."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language.lexicons import base, bilingual, either, lexicon, variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MARK = r"\s?[-/.•·年月년월]\s?"
NUMERIC = re.compile(
    rf"(?<![\d/])(?<!\d[.-])(?:(\d{{4}}){MARK}(\d{{1,2}}){MARK}(\d{{1,2}})"
    r"|(\d{1,2})(?:\.\s?|[-/])(\d{1,2})(?:\.\s?|[-/])(\d{4}|\d{2}))(?!\d)(?![./-]\d(?!\d?:\d))"
)
IN_PATH = re.compile(r"(?<!\d)(20\d\d|19\d\d)([-/_]?)([01]\d)\2([0-3]\d)(?!\d)")
FIGURE, YEAR = re.compile(r"\d"), re.compile(r"\d{4}")  # what every day has, and one with a month's name
PARTED = re.compile(rf"\d{MARK}\d")  # what a day in numbers has, and few lines
MONTH_FIRST = ("en",)  # languages in which many write the month before the day in numbers
IRANIAN = {"fa": range(1300, 1500)}  # languages with a calendar of their own, and its years that news names
YEAR_FIRST = ("hu",)  # languages that write the year before the month's name: "2026. március 14."
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})[a-z]*[.,]?\s*$", re.IGNORECASE)
# "Issue 3, May 2026": the number of a magazine, in languages that write no comma behind a day.
NUMBERED = re.compile(
    r"(?:issue|number|no\.|vol(?:ume|\.)|nr\.|n[°º]|heft|ausgabe|n[uú]m[eé]ro|nummer|#|№)\s?$", re.IGNORECASE
)
STAMP = re.compile(r"\[\d{1,2}[/.]\d{1,2}[/.]\d{4},? \d\d:\d\d(?::\d\d)?\]")  # a chat's, whose clock knows no AM or PM
BESIDE = 15  # characters before a day in which its weekday stands
HOST = re.compile(r"(?:://|www\.|@)[\w.-]{1,250}\.([a-z]{2})(?![\w.-])")  # an address whose end is a country's
LAST = datetime.date.max  # of all days
FIRST_OF_IRAN = 226_530  # what is to be added to the days of Iranian years to count as `datetime.date` does
CENTURY = 2000  # of a year in two figures: no news page is older than the web


@dataclass(frozen=True, slots=True)
class Named:
    """A day that a text names, the words before it (and after the one before), and the text from its end on."""

    day: datetime.date
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Order:
    """How a text writes days in numbers: the day or the month first; and the last day that it can name."""

    day_first: bool
    latest: datetime.date = LAST


def usual(lang: str) -> Order:
    """The order of a language, or of a land where `en-GB` names it."""
    land = lang.replace("_", "-").partition("-")[2].lower()
    return Order(base(lang) not in MONTH_FIRST or land in lands())


def order(
    texts: Iterable[str], lang: str, addresses: Iterable[str], latest: datetime.date = LAST, home: str = ""
) -> Order:
    """The order in which a text writes its days, as it shows.

    The days that can only be read in one order say it, by most of them; else a chat's stamp, as who writes the month
    first has AM and PM behind the hour; else where the text is from, by addresses that end with a land's letters or by
    what money it counts; else who reads it, by the land in `home` (`en-GB`); else its language. No day is read as one
    after the `latest` if it can be another.
    """
    known = usual(lang)
    if known.day_first or base(lang) != lang:
        return Order(known.day_first, latest)
    texts = list(texts)
    said = [first for text in texts if PARTED.search(text) for first in told(text)]
    if 2 * sum(said) != len(said):
        return Order(2 * sum(said) > len(said), latest)
    if any(map(STAMP.search, texts)):
        return Order(day_first=True, latest=latest)
    ends = {end for address in addresses for end in HOST.findall(address)}
    local = not ends.isdisjoint(lands()) or counts_pounds(texts)
    return Order(local or (base(home) == lang and usual(home).day_first), latest)


def counts_pounds(texts: Sequence[str]) -> bool:
    """Whether a text counts money in pounds, and nothing in dollars, which many lands have."""
    return any("£" in text for text in texts) and not any("$" in text for text in texts)


def told(text: str) -> Iterator[bool]:
    """Whether the day comes first in each of a text's days in numbers that can only be read in one order."""
    for hit in NUMERIC.finditer(text):
        if hit[4] and hit[4] != hit[5]:
            one, other = (ordered(hit, text, Order(first)) for first in (True, False))
            if one and one == other:
                yield one.day == int(hit[4])


@cache
def lands() -> frozenset[str]:
    """The letters of the lands that write English and the day before the month."""
    return frozenset(lexicon("dayfirst", "en"))


@cache
def spelt(lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of days with a month's name, in a language and in English, and the months' numbers.

    Dumps glue what a page shows in two places: a word may stand right before the day or, where the month begins with
    a capital, before the month, and the minutes of reading or the number of comments right behind the year. Some name a
    month twice, as it is called here and there.
    """
    months = {
        form.replace("_", " "): number
        for code in ("en", lang)
        for number, row in enumerate(lexicon("months", code), 1)
        for name in row.split()
        for form in variants(name, code)
    }
    month = either(months)
    day, year = r"(\d{1,2})(?:[a-zº]{1,2}|\.)?", r"(\d{4}(?!\d)|20[1-3]\d(?=\d{1,4}(?!\d)))"
    link = r"[\s,،./-]{1,3}(?:de[l]? |of |năm )?"
    start = r"(?:(?<!\w)|(?<!\d)(?-i:(?=[A-Z])))"
    orders = [
        rf"(?<!\d){day}{link}({month})\.?(?:\s?/\s?(?:{month}))?{link}{year}",
        rf"{start}({month})\.?\s{{0,2}}{day}[\s,]{{1,3}}{year}",
        *([rf"(?<!\d)(\d{{4}})\. ({month})\.? (\d{{1,2}})(?!\d)"] if base(lang) in YEAR_FIRST else []),
    ]
    return re.compile("|".join(orders), re.IGNORECASE), months


def calendar(lang: str) -> frozenset[str]:
    """The days of the week and what else stands in a calendar, in a language and in English."""
    return bilingual("calendar", lang)


def days(text: str, lang: str, written: Order | None = None) -> list[Named]:
    """The days that a text names, as they follow; those in numbers as they are `written`, else as the language does."""
    if not FIGURE.search(text):
        return []
    written = written or usual(lang)
    pattern, months = spelt(lang)
    found: list[tuple[int, int, datetime.date | None]] = []
    for hit in pattern.finditer(text) if YEAR.search(text) else ():
        if (
            NUMBERED.search(text[max(0, hit.start() - BESIDE) : hit.start()])
            and "," in text[hit.start() : hit.start(2)]
        ):
            continue
        year, month, day = parted(hit)
        found.append((*hit.span(), dated(int(year), months.get(month.lower(), 0), int(day), lang)))
    for hit in NUMERIC.finditer(text) if PARTED.search(text) else ():
        number = dated(int(hit[1]), int(hit[2]), int(hit[3]), lang) if hit[1] else ordered(hit, text, written)
        found.append((*hit.span(), number))
    sound = sorted((row for row in found if row[2]), key=lambda row: row[0])
    starts = [0, *(end for _, end, _ in sound)]
    return [Named(day, text[start:at], text[end:]) for start, (at, end, day) in zip(starts, sound, strict=False) if day]


def past(text: str, lang: str, today: datetime.date) -> bool:
    """Whether a text names days, all of which are over: on the day itself only the hour tells, in some time zone."""
    named = [one.day for one in days(text, lang)]
    return bool(named) and max(named) < today


def parted(hit: re.Match[str]) -> tuple[str, str, str]:
    """The year, month and day of a match of `spelt`."""
    if hit[1]:
        return hit[3], hit[2], hit[1]
    return (hit[6], hit[4], hit[5]) if hit[4] else (hit[7], hit[8], hit[9])


def full(year: str) -> int:
    """A year of two or four figures."""
    return int(year) + (CENTURY if len(year) == len("26") else 0)


def ordered(hit: re.Match[str], text: str, written: Order) -> datetime.date | None:
    """The day of two numbers and a year: in the text's order, in the other where that names no day, or a wrong one."""
    first, second, year = int(hit[4]), int(hit[5]), full(hit[6])
    pair = [real(year, second, first), real(year, first, second)]
    found = [day for day in (pair if written.day_first else pair[::-1]) if day]
    weekday = WEEKDAY.search(text[max(0, hit.start() - BESIDE) : hit.start()])
    number = WEEKDAYS.index(weekday[1].lower()) if weekday else 0
    right = [day for day in found if not weekday or day.weekday() == number] or found
    return next((day for day in right if day <= written.latest), next(iter(right), None))


def in_path(path: str) -> list[datetime.date]:
    """The days in an address or a file's name."""
    found = (real(int(hit[1]), int(hit[3]), int(hit[4])) for hit in IN_PATH.finditer(path))
    return [day for day in found if day]


def dated(year: int, month: int, day: int, lang: str) -> datetime.date | None:
    """The day that a language writes so, in the calendar that its year is of; `None` where that has no such day."""
    return iranian(year, month, day) if year in IRANIAN.get(base(lang), ()) else real(year, month, day)


def iranian(year: int, month: int, day: int) -> datetime.date | None:
    """The day of the Iranian calendar (23 Esfand 1404 is 14 March 2026), or `None` where it has no such day."""
    number = new_year(year) + 31 * (month - 1) - max(0, month - 7) + day - 1  # six months have 31 days, others 30
    sound = 0 < month <= 12 and 0 < day <= 31 - (month > 6) and number < new_year(year + 1)  # noqa: PLR2004
    return datetime.date.fromordinal(number) if sound else None


def new_year(year: int) -> int:
    """The number of an Iranian year's first day: in 33 years eight have a day more, in news' centuries without fail."""
    return FIRST_OF_IRAN + 365 * year + (8 * year + 21) // 33


def real(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or `None` where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
