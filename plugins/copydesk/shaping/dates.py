"""A page in, the day it was published out, and what said so."""

from __future__ import annotations

import datetime
import re
from itertools import chain
from typing import TYPE_CHECKING

from copydesk.language.days import Order, days, in_path, order
from copydesk.language.wrapping import STOP
from copydesk.model import Label
from copydesk.shaping.blocks import BODY
from copydesk.shaping.signs import UPDATED, candidates, kind_of, landmarks, worth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.model import Page

DATELINE = re.compile(r"[^–—\n]{6,60}?(?:[–—]|--|\s-\s)")  # PORT ELLERY, September 29, 2026 –
OPENING = 4  # paragraphs among which that one stands: a release says its news in up to three lines above it
SIGNED = 120  # characters of a line in which a writer signs
# The foot of an agency's copy: "201715 Nov 26" is the 20th at 17:15, "20-NOV-26 14:12" the same day in Italy.
FOOT = re.compile(
    r"(?:^|\s)(?:(\d\d)[0-2]\d[0-5]\d ([^\W\d_]{3,4})\.? (\d\d)|(\d{1,2})-([A-Z]{3})-(\d\d) \d\d:\d\d.*)$"
)
FEET = 3  # last lines among which it stands
BRIEF = 80  # characters of a line that says when a page was updated
UNDATED = "nothing says when this was published"
CHANGED = "nothing says when this was published, only that it was updated on {}"
AHEAD = "{} is named as the day this was published, but has not come yet"
EARLY = "{} is named as the day this was published, but is older than the web: if it is right, say so in a side-car"
FIRST_DAY = datetime.date(1990, 1, 1)  # no news page is older than the web
SURE = 2.0  # log-odds from which the day that readers are shown goes before one that the page's head states
LIKELY = 0.5  # log-odds from which a day is taken for the article's: on sites not learned from 1 in 28 is wrong


def horizon(today: datetime.date) -> datetime.date:
    """The last day on which a page can have been published: the build's, or any where that is older than the web.

    Such a day says nothing: nix-shell has every build be of 1980.
    """
    return today if today >= FIRST_DAY else datetime.date.max


def published(page: Page, written: Order) -> tuple[datetime.date | None, str]:
    """The day and what said it, the surest first; one to come, or before the web, is told by people."""
    for day, said_by in said(page, written):
        if day is not None and (FIRST_DAY <= day <= written.latest or day == page.seed.told.date):
            return day, said_by
    return None, ""


def updated(page: Page, written: Order) -> datetime.date | None:
    """The day of an update that a short line near the headline tells, else that of the change which the page states."""
    stated = filter(None, [page.seed.found.changed])
    sound = (day for day in chain(renewed(page, written), stated) if FIRST_DAY <= day <= written.latest)
    return next(sound, None)


def doubted(page: Page, day: datetime.date | None, changed: datetime.date | None, written: Order) -> str:
    """A warning where the stated day is hard to believe, whichever `day` was taken, or where there is none; else ""."""
    stated = [one for one in (page.seed.told.date, page.seed.found.date) if one]
    shown = max(candidates(page, written), key=worth, default=None) if not (day or stated) else None
    named = [*stated, *([shown.day] if shown and worth(shown) > LIKELY else [])]
    far = next((one for one in named if one > written.latest or (one < FIRST_DAY and one != page.seed.told.date)), None)
    if far:
        return (AHEAD if far > written.latest else EARLY).format(far.isoformat())
    undated = CHANGED.format(changed.isoformat()) if changed else UNDATED
    return "" if day else undated


def said(page: Page, written: Order) -> Iterator[tuple[datetime.date | None, str]]:
    """Every day that something says, the surest first."""
    told, found = page.seed.told, page.seed.found
    yield told.date, told.date_from or "side-car"
    near = likeliest(page, written)
    if near and near[0] > SURE and found.date and apart(near[1], found.date) and near[1] != found.changed:
        yield near[1], "text"
    yield found.date, found.date_from or "metadata"
    if near and near[0] > LIKELY:
        yield near[1], "text"
    yield from ((day, "text") for day in (*dateline(page, written), *signature(page, written), *filed(page)))
    yield from ((day, "url") for day in in_path(told.url or found.url))
    yield from ((day, "file name") for day in in_path(page.seed.path))
    if page.seed.kind == "html":
        yield from ((day, "text") for day in renewed(page, written))


def habit(page: Page, latest: datetime.date, home: str = "") -> Order:
    """How the page writes days in numbers: as its own days, or its address and those in its furniture, show.

    Else as the site does whose language is `home`, if the page is in it. No day is after the `latest`.
    """
    own = [fact for facts in (page.seed.told, page.seed.found) for fact in (facts.url, facts.source)]
    texts = (line.text for line in page.lines)
    return order(texts, page.seed.lang, [*own, *(line.text for line in page.dropped)], latest, home)


def apart(one: datetime.date, other: datetime.date) -> bool:
    """Whether two days are not the same in two time zones."""
    return abs((one - other).days) > 1


def likeliest(page: Page, written: Order) -> tuple[float, datetime.date] | None:
    """The likeliest day around the headline and the article's ends, with its log-odds."""
    found = [one for one in candidates(page, written) if FIRST_DAY <= one.day <= written.latest]
    return max(((worth(one), one.day) for one in found), key=lambda pair: pair[0], default=None)


def dateline(page: Page, written: Order) -> Iterator[datetime.date]:
    """The day in the place-and-date opening of a release's first paragraph, or below what it reports in short lines."""
    texts = [line.text for line in page.kept if line.label is Label.PARAGRAPH][:OPENING]
    told = next((text for text in texts if STOP.search(text)), "")
    openings = (found[0] for found in map(DATELINE.match, dict.fromkeys([*texts[:1], told])) if found)
    yield from (named.day for opening in openings for named in days(opening, page.seed.lang, written))


def renewed(page: Page, written: Order) -> Iterator[datetime.date]:
    """The days near the headline that a short line says are of an update.

    A web page that states no day of publication gives this one alone: of eight such pages it was right on seven. Dumps
    have lost what their page stated, and there it is wrong on two in five.
    """
    near = landmarks(page).beginning
    for at, line in enumerate(page.lines):
        text = line.text if at in near and len(line.text) <= BRIEF else ""
        yield from (one.day for one in days(text, page.seed.lang, written) if kind_of(one, at, page) == UPDATED)


def signature(page: Page, written: Order) -> Iterator[datetime.date]:
    """The one day beside the writer's name right below the article."""
    last = max((at for at, line in enumerate(page.lines) if line.label in BODY and not line.dropped_by), default=0)
    below = (line.text[:SIGNED] for line in page.lines[last + 1 : last + 2] if line.label is Label.BYLINE)
    named = days(next(below, ""), page.seed.lang, written)
    yield from (one.day for one in named if len(named) == 1)


def filed(page: Page) -> Iterator[datetime.date]:
    """The day on which an agency sent its copy, as the last lines say it."""
    hits = (FOOT.search(line.text.strip()) for line in page.lines[-FEET:])
    for day, month, year in ([part for part in hit.groups() if part] for hit in hits if hit):
        yield from (one.day for one in days(f"{day} {month} 20{year}", page.seed.lang))
