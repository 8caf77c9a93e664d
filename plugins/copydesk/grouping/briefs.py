"""A topic's articles in, its digest out: what is new, a time line, names, neighbours, articles a week."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from jinja2.filters import do_striptags

from copydesk.language import sentences

NEWEST = 5  # developments told on a topic's page
MOST_NAMES = 8
MOST_TOPICS = 5
TWICE = 2  # a name or a neighbour that comes up once is chance
WEEKS = 26  # half a year of weeks is as many bars as a phone shows apart
WIDE, HIGH, GAP = 12, 40, 2  # a bar of the chart with its gap, and the chart's height, in the units of its view box


@dataclass(frozen=True)
class Brief:
    """A new development: its article, and the first sentence of the article's summary in plain text."""

    article: Any
    lead: str


@dataclass(frozen=True)
class Month:
    """A month of a topic's time line: its first day, and its articles, the newest first."""

    first: datetime.date
    articles: tuple[Any, ...]


@dataclass(frozen=True)
class Bar:
    """A week of the chart: how many articles, and where its bar stands."""

    count: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Chart:
    """Articles a week, ready to be drawn as an SVG with this view box."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    most: int


def what_is_new(articles: Sequence[Any]) -> list[Brief]:
    """The newest developments: one article a story, copies left out. Articles come newest first."""
    seen: set[str] = set()
    fresh = []
    for article in articles:
        if article.twin_of is None and article.story_id not in seen:
            seen.add(article.story_id)
            fresh.append(article)
    return [Brief(article, lead(article)) for article in fresh[:NEWEST]]


def lead(article: Any) -> str:
    """The first sentence of an article's summary, which is HTML."""
    said = sentences(do_striptags(article.summary or ""), article.lang)
    return said[0] if said else ""


def months(articles: Sequence[Any]) -> list[Month]:
    """The time line, newest month first."""
    parts = groupby(articles, key=lambda article: article.date.date().replace(day=1))
    return [Month(first, tuple(part)) for first, part in parts]


def who(title: str, articles: Iterable[Any]) -> list[tuple[str, int]]:
    """The names that stand in most of the articles of a topic with this title, and in how many.

    None that the title says already, and no part of another name that is as frequent: beside Weston Flats no Weston.
    """
    count = Counter(name for article in articles for name in article.names)
    often = {name: number for name, number in count.items() if number >= TWICE}
    ranked = sorted(often.items(), key=lambda entry: (-entry[1], entry[0]))
    told = (one for one in ranked if not (within(one[0], title) or is_part(*one, often)))
    return [*islice(told, MOST_NAMES)]


def is_part(name: str, number: int, often: Mapping[str, int]) -> bool:
    """Whether a name that stands in so many articles is a part of another that stands in no fewer."""
    return any(within(name, other) for other, count in often.items() if other != name and count >= number)


def within(name: str, text: str) -> bool:
    """Whether a text has a name in it, as whole words and whatever its case."""
    return f" {name.casefold()} " in f" {text.casefold()} "


def neighbours(topic: Any) -> list[Any]:
    """The topics that most often share an article with this one."""
    beside = [other for article in topic.articles for other in article.topics if other.slug != topic.slug]
    by_slug = {other.slug: other for other in beside}
    count = Counter(other.slug for other in beside)
    often = sorted((slug for slug in count if count[slug] >= TWICE), key=lambda slug: (-count[slug], slug))
    return [by_slug[slug] for slug in often[:MOST_TOPICS]]


def chart(articles: Iterable[Any]) -> Chart | None:
    """Articles a week up to the newest article's, None where all fall into one."""
    count = Counter(monday(article.date.date()) for article in articles)
    if len(count) < TWICE:
        return None
    last, most = max(count), max(count.values())
    first = max(min(count), last - datetime.timedelta(weeks=WEEKS - 1))
    weeks = [first + datetime.timedelta(weeks=week) for week in range((last - first).days // 7 + 1)]
    bars = tuple(bar(place, count.get(day, 0), most) for place, day in enumerate(weeks))
    return Chart(bars, len(bars) * WIDE - GAP, HIGH, most)


def bar(place: int, count: int, most: int) -> Bar:
    """The bar of one week at its place."""
    high = round(HIGH * count / most)
    return Bar(count, place * WIDE, HIGH - high, WIDE - GAP, high)


def monday(day: datetime.date) -> datetime.date:
    """The Monday of a day's week."""
    return day - datetime.timedelta(day.weekday())
