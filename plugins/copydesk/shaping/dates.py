"""A page in, the day it was published out, and what said so."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language import lexicon
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.model import Line, Page

NUMERIC = re.compile(
    r"(?<!\d)(?:(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})|(\d{1,2})(?:\.\s?|[-/])(\d{1,2})(?:\.\s?|[-/])(\d{4}))(?!\d)"
)
IN_PATH = re.compile(r"(?<!\d)(20\d\d|19\d\d)([-/_]?)([01]\d)\2([0-3]\d)(?!\d)")
RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
ABOVE, BELOW = 10, 10  # lines above and below the headline, or above the first body line, within which dates count
CLOSE, FAR, AFTER = 3, 3, 6  # lines that are close; how much less a date is worth far above, and below the article
PUBLISHED, UNSAID, UPDATED = 0, 1, 2
DATE_LINE = 120  # characters of a line whose date may be the article's without saying so: captions are longer
SHOWN = 300  # characters of a line that are looked at
BY_LINE = "by-line"  # the rule that drops by-lines: some outlets sign and date an article at its end
DATELINE = re.compile(r"[^–—\n]{6,60}[–—]")  # PORT ELLERY, September 29, 2026 –
FIRST_YEAR = 1990  # no news page is older than the web
MONTH_FIRST = ("en",)  # languages that write the month before the day in numbers


@cache
def named(lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of days with a month's name, in a language and in English, and the months' numbers."""
    months = {
        name: number
        for code in ("en", lang)
        for number, row in enumerate(lexicon("months", code), 1)
        for name in row.split()
    }
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day, year = r"(\d{1,2})(?:[a-zº]{1,2}|\.)?", r"(\d{4})"
    link = r"[\s,./-]{1,3}(?:de[l]? |of )?"
    return re.compile(
        rf"(?<!\w){day}{link}({month})\.?{link}{year}(?!\d)|(?<!\w)({month})\.?\s{{0,2}}{day}[\s,]{{1,3}}{year}(?!\d)",
        re.IGNORECASE,
    ), months


def days(text: str, lang: str) -> list[tuple[datetime.date, str]]:
    """The days that a text names in full, in its order, each with the words before it (and after the one before)."""
    pattern, months = named(lang)
    found: list[tuple[int, int, datetime.date | None]] = []
    for hit in pattern.finditer(text):
        day, month, year = (hit[1], hit[2], hit[3]) if hit[1] else (hit[5], hit[4], hit[6])
        found.append((*hit.span(), real(int(year), months.get(month.lower(), 0), int(day))))
    for hit in NUMERIC.finditer(text):
        number = real(*map(int, hit.groups()[:3])) if hit[1] else ordered(int(hit[4]), int(hit[5]), int(hit[6]), lang)
        found.append((*hit.span(), number))
    found = sorted((row for row in found if row[2]), key=lambda row: row[0])
    starts = [0, *(end for _, end, _ in found)]
    return [(day, text[start:at]) for start, (at, _, day) in zip(starts, found, strict=False) if day]


def ordered(first: int, second: int, year: int, lang: str) -> datetime.date | None:
    """The day of two numbers and a year: the language's order, the other where that names no day."""
    pair = [(second, first), (first, second)]
    if lang in MONTH_FIRST:
        pair.reverse()
    return next((day for day in (real(year, month, day) for month, day in pair) if day), None)


def real(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or `None` where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def published(page: Page, today: datetime.date) -> tuple[datetime.date | None, str]:
    """The day and what said it, the surest first; none lies in the future."""
    for day, said_by in said(page):
        if day is not None and day.year >= FIRST_YEAR and day <= today:
            return day, said_by
    return None, ""


def said(page: Page) -> Iterator[tuple[datetime.date | None, str]]:
    """Every day that something says, the surest first."""
    told, found = page.seed.told, page.seed.found
    yield told.date, told.date_from or "side-car"
    yield found.date, found.date_from or "metadata"
    yield from ((day, "text") for day in in_text(page))
    yield from ((day, "url") for day in in_path(told.url or found.url))
    yield from ((day, "file name") for day in in_path(page.seed.path))


def in_path(path: str) -> Iterable[datetime.date]:
    """The days in an address or a file's name."""
    found = (real(int(hit[1]), int(hit[3]), int(hit[4])) for hit in IN_PATH.finditer(path))
    return [day for day in found if day]


def in_text(page: Page) -> Iterator[datetime.date]:
    """The days near the headline: those said to be of publication, then those that say nothing; none of an update."""
    lang = page.seed.lang
    published, updated = cues("published", lang), cues("updated", lang)
    found = []
    for distance, line in near(page):
        text = line.text[:SHOWN]
        for day, before in [] if RIGHTS.search(text) else days(text, lang):
            worth = rank(before.lower(), published, updated)
            if worth == PUBLISHED or (worth == UNSAID and distance < AFTER and len(text) <= DATE_LINE):
                found.append((distance + worth, day))
    yield from (day for _, day in sorted(found, key=lambda pair: pair[0]))
    yield from dateline(page)


def dateline(page: Page) -> Iterator[datetime.date]:
    """The day in the place-and-date opening of a release's first paragraph."""
    first = next((line.text for line in page.kept if line.label is Label.PARAGRAPH), "")
    opening = DATELINE.match(first)
    yield from (day for day, _ in days(opening[0] if opening else "", page.seed.lang))


def rank(text: str, published: Iterable[str], updated: Iterable[str]) -> int:
    """What the words before a date say it is of: publication, nothing, or an update."""
    if any(word in text for word in published):
        return PUBLISHED
    return UPDATED if any(word in text for word in updated) else UNSAID


def cues(kind: str, lang: str) -> tuple[str, ...]:
    """The words that say what a date is of, in a language and in English."""
    return tuple(dict.fromkeys((*lexicon(kind, lang), *lexicon(kind, "en"))))


def near(page: Page) -> list[tuple[int, Line]]:
    """The lines around the headline and above the body, the likeliest first, each with 0, `FAR` or `AFTER`."""
    lines = page.lines
    head = next((at for at, line in enumerate(lines) if line.label is Label.HEADLINE), None)
    body = next((at for at, line in enumerate(lines) if not line.dropped_by and line.label is not Label.HEADLINE), 0)
    top = body if head is None else head
    low, high = max(0, min(top, body) - ABOVE), max(top + BELOW, body)
    start = next((at for at, line in enumerate(lines) if at > top and not line.dropped_by), high)
    below = [(0, line) for line in lines[top:start] if line.dropped_by or line.label is Label.DATE]
    between = [(FAR, line) for line in lines[start:high] if line.dropped_by or line.label is Label.DATE]
    close = [(0, line) for line in reversed(lines[max(low, top - CLOSE) : top]) if line.dropped_by]
    far = [(FAR, line) for line in reversed(lines[low : max(low, top - CLOSE)]) if line.dropped_by]
    last = max((at for at, line in enumerate(lines) if not line.dropped_by), default=0)
    after = [
        (FAR if line.label is Label.BYLINE or line.dropped_by == BY_LINE else AFTER, line)
        for line in lines[max(last + 1, high) : last + 1 + CLOSE]
    ]
    return below + close + between + far + after
