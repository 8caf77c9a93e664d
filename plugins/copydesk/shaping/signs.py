"""A page in, the days on it that could be the article's out, each with the signs that speak for it or against it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.language import bilingual, lowered
from copydesk.language.days import days
from copydesk.language.tokens import LETTERS
from copydesk.language.voices import corrects
from copydesk.model import Label, Reason

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from copydesk.language.days import Named, Order
    from copydesk.model import Line, Page

WEIGHTS = Path(__file__).with_name("signs.toml")
RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
CLOCK = re.compile(r"(?<!\d)\d{1,2}\s?[:.h]\s?\d\d(?![\d.])|(?<!\d)\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
WORD = re.compile(LETTERS)
NUMBER = re.compile(r"\d+")
# Lines below the headline: of five updates with their minute on marked pages the four within 3 tell its day, and one 35
# below does not.
MINUTE = 20
ABOVE, AFTER, LEAD = 12, 4, 2  # lines above the headline, below the article and of its beginning that may name its day
LIST = 3  # days around that make a list of stories
BELOW = 8  # lines from the article's first in which its day may still come
CLOSE = 3  # lines above the headline that are close to it
AROUND = 8  # lines around a day in which others show a list of stories
THEIRS = (Reason.MAIL, Reason.WIKI, Reason.SLUG)  # what is dropped as such names others than who wrote
# The days of lines that are kept are of the story, and those of what is dropped as such of other things.
OTHERS = ("", Reason.MAIL, Reason.PRINT, Reason.WIKI, Reason.REFERENCE, Reason.CREDIT)
PUBLISHED, UPDATED = "published", "updated"  # the word lists of what is said of a day
SHOWN, LONG = 300, 160  # characters of a line that are looked at; those of a line that must say what its day is of
MANY = 200  # days that are looked at: a page that names more near its article is a calendar
BESIDE = 25  # characters around a day in which its time stands
SAYING = 30  # characters of a line that says more than a day, at least
LABEL = 25  # characters of a line that says what the day below it is of
FEW, SOME, MOST = 2, 7, 15  # other words: a label's, a by-line's, a caption's
LENGTHS = ((FEW, "alone"), (SOME, "with few words"), (MOST, "with some words"))
DISTANCES = ((1, "right below the headline"), (CLOSE, "near the headline"))  # lines


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a day stands: its line's index, the text of that line, the line's days, and the page's landmarks.

    `kind` is what the words before say that the day is of (see `cue`); `frame` the words around, without numbers.
    """

    at: int
    text: str
    named: Named
    kind: str
    frame: str
    others: tuple[datetime.date, ...]
    where: Landmarks

    @property
    def below(self) -> bool:
        """Whether the line stands below the headline."""
        return self.at > self.where.top

    @property
    def brief(self) -> bool:
        """Whether the line has room for little but a date, begins with it, or says that it is of publication."""
        few = len(WORD.findall(self.text)) <= SOME or not WORD.search(self.named.before)
        return few or self.kind == PUBLISHED


@dataclass(frozen=True, slots=True)
class Landmarks:
    """The indexes of a page's headline (the first body line without one), first, second and last body lines."""

    top: int
    lead: tuple[int, ...]
    last: int
    titled: bool

    @property
    def span(self) -> range:
        """The lines that may name the article's day."""
        return range(max(0, min(self.top, self.lead[0]) - ABOVE), self.last + AFTER + 1)

    @property
    def beginning(self) -> range:
        """The lines from a little above the headline to a little below the article's first."""
        return range(self.top - CLOSE, max(self.top, self.lead[0]) + BELOW)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that could be the article's, and the names of its signs."""

    day: datetime.date
    signs: tuple[str, ...]


def worth(candidate: Candidate) -> float:
    """The log-odds that a day is the article's: the sum of what its signs are worth."""
    weights = learned()
    return weights["every day"] + sum(weights.get(sign, 0.0) for sign in candidate.signs)


@cache
def learned() -> dict[str, float]:
    """The weight of each sign."""
    return dict(tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"])


def candidates(page: Page, written: Order | None = None) -> list[Candidate]:
    """The days that could be the article's, in the order of the page; those in numbers read as they are `written`."""
    where = landmarks(page)
    lines = list(enumerate(page.lines))[where.span.start :]
    spots = list(islice((spot for at, line in lines for spot in spots_in(line, at, page, where, written)), MANY))
    return [Candidate(spot.named.day, tuple(signs(spot, spots, page))) for spot in spots]


def landmarks(page: Page) -> Landmarks:
    """Where the headline and the article stand."""
    head = next((at for at, line in enumerate(page.lines) if line.label is Label.HEADLINE), told_head(page))
    body = [at for at, line in enumerate(page.lines) if not line.dropped_by and at != head] or [0]
    return Landmarks(body[0] if head is None else head, tuple(body[:LEAD]), body[-1], head is not None)


def told_head(page: Page) -> int | None:
    """The last line above the article that ends with the title its source told: "On stage - The hotel opens again"."""
    title = " ".join((page.seed.told.title or page.seed.found.title).split())
    above = takewhile(lambda at: page.lines[at].dropped_by, range(len(page.lines))) if title else ()
    return next((at for at in reversed(list(above)) if page.lines[at].text.strip().endswith(title)), None)


def spots_in(line: Line, at: int, page: Page, where: Landmarks, written: Order | None) -> Iterator[Spot]:
    """The days that a line names and that could be the article's: no update's, none of its story."""
    told = line.dropped_by not in OTHERS or at in (where.top, *where.lead)
    if not told or not NUMBER.search(line.text):
        return
    text = " ".join(line.text[: 2 * SHOWN].split())[:SHOWN]
    other = RIGHTS.search(text) or corrects(text, page.seed.lang)
    named = [] if other else days(text, page.seed.lang, written)
    kinds = [kind_of(one, at, page) for one in named]
    others = tuple(one.day for one in named)
    updated = {one.day for one, kind in zip(named, kinds, strict=True) if kind == UPDATED}
    for one, kind in zip(named, kinds, strict=True):
        spot = Spot(at, text, one, kind, NUMBER.sub("", one.before + one.after), others, where)
        if kind == PUBLISHED or (fits(spot) and (kind or one.day not in updated or len(set(others)) == 1)):
            yield spot


def kind_of(named: Named, at: int, page: Page) -> str:
    """What the words before a day say it is of; before a day that begins its line stands a label, if a short one."""
    above = page.lines[at - 1].text if at else ""
    label = above if len(above) <= LABEL and not WORD.search(named.before) else ""
    return cue(named.before, page.seed.lang) or cue(label, page.seed.lang)


def fits(spot: Spot) -> bool:
    """Whether a day can be the article's though nothing says that it is: not inside its story, nor of an update.

    An update is, where it gives the minute and stands close to the headline: who prints the minute prints news, updated
    on its day.
    """
    where = spot.where
    inside = spot.at in range(where.beginning.stop, where.last + 1)
    late = spot.kind == UPDATED and (not timed(spot.named) or spot.at > min(where.top + MINUTE, where.lead[-1]))
    return not (inside or late or len(spot.text) > LONG or spot.at not in where.span)


def signs(spot: Spot, spots: Sequence[Spot], page: Page) -> Iterator[str]:
    """What speaks for or against a day."""
    yield from wording(spot)
    yield from place(spot)
    yield from company(spot, spots)
    line = page.lines[spot.at]
    if line.dropped_by == Reason.CREDIT:
        yield "in a caption"
    if line.label in (Label.DATE, Label.BYLINE):
        yield f"on a {line.label} line"
    if any(page.lines[at].label is Label.BYLINE for at in (spot.at - 1, spot.at + 1) if 0 <= at < len(page.lines)):
        yield "beside a by-line"


def wording(spot: Spot) -> Iterator[str]:
    """What the line itself says."""
    if spot.kind:
        yield f"said to be {spot.kind}"
    elif timed(spot.named):
        yield "with a time"
    words = len(WORD.findall(spot.text)) - 1
    yield next((name for most, name in LENGTHS if words < most), "in a long line")
    if not WORD.search(spot.named.before):
        yield "begins its line"
    if len(set(spot.others)) > 1:
        yield "earliest of its line" if spot.named.day == min(spot.others) else "not the earliest of its line"


def place(spot: Spot) -> Iterator[str]:
    """Where the line stands."""
    at, where = spot.at, spot.where
    if not where.titled:
        yield "no headline"
    if at > where.last:
        yield "after the article" if at in where.span else "far below the article"
    elif at < where.top:
        yield "right above the headline" if at >= where.top - CLOSE else "above the headline"
    elif at > where.top and at not in where.lead:
        yield next((name for most, name in DISTANCES if at <= where.top + most), "below the headline")


def company(spot: Spot, spots: Sequence[Spot]) -> Iterator[str]:
    """What other days stand around: some in a row, or in the same words, are the days of other stories."""
    mine = spot.named.day
    near = [one for one in spots if 0 < abs(one.at - spot.at) <= AROUND and spot.below == one.below]
    updates = [one for one in near if one.kind == UPDATED and one.named.day >= mine]
    if updates and spot.kind != UPDATED:
        yield "an update beside"
    around = {one.named.day for one in near if one not in updates} - {mine}
    if around:
        yield "another day around" if len(around) < LIST else "other days around"
    elsewhere = [one for one in spots if one.at != spot.at]
    alike = [one for one in elsewhere if one.frame == spot.frame and WORD.search(one.frame)]
    if alike:
        yield "worded like another"
    again = sum(one.named.day == mine and one not in alike and not echoes(one, spot) for one in elsewhere)
    if again:
        yield "named again" if again == 1 else "named often"
    brief = [one.at for one in spots if one.at in spot.where.beginning and one.brief]
    if spot.at == next((at for at in brief if at >= spot.where.top), next(iter(brief), -1)):
        yield "first at the headline"


def echoes(one: Spot, other: Spot) -> bool:
    """Whether one line says another over again, as a caption stands once alone and once with who made the picture."""
    return min(len(one.text), len(other.text)) >= SAYING and (one.text in other.text or other.text in one.text)


def timed(named: Named) -> bool:
    """Whether a time of the day stands beside."""
    return bool(CLOCK.search(named.before[-BESIDE:]) or CLOCK.search(named.after[:BESIDE]))


def cue(text: str, lang: str) -> str:
    """What the words before a day say it is of: `PUBLISHED`, `UPDATED` or "". The nearest word says it."""
    folded = lowered(text)
    said = ((folded.rfind(word) + len(word), len(word), kind) for kind, word in cues(lang) if word in folded)
    return max(said, default=(0, 0, ""))[2]


@cache
def cues(lang: str) -> tuple[tuple[str, str], ...]:
    """The words that say what a date is of, each behind what it says, in a language and in English."""
    return tuple((kind, word) for kind in (PUBLISHED, UPDATED) for word in bilingual(kind, lang))
