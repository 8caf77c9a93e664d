"""Dated items in, editions by day and by ISO week out: a lead, and the rest by topic."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

Weight = Callable[[Any], float]


@dataclass(eq=False)
class Block:
    """The items of an edition on one topic; `topic` is None for those on none."""

    topic: Any
    articles: list[Any]


@dataclass(eq=False)
class Edition:
    """What was printed from `first` to `last`: the lead, then blocks by topic, each item once.

    `previous` and `next` are the editions beside it, None at the ends; `days` the days of a week, oldest first.
    """

    kind: str
    first: datetime.date
    last: datetime.date
    articles: list[Any]
    lead: Any
    blocks: list[Block]
    days: list[Edition] = field(default_factory=list)
    previous: Edition | None = None
    next: Edition | None = None

    @property
    def date(self) -> datetime.date:
        return self.first

    @property
    def week(self) -> int:
        return self.first.isocalendar().week

    @property
    def year(self) -> int:
        """The year of the ISO week, which near New Year is not always the day's."""
        return self.first.isocalendar().year if self.kind == "week" else self.first.year

    @property
    def url(self) -> str:
        return f"{self.year}/week-{self.week:02d}/" if self.kind == "week" else f"{self.first:%Y/%m/%d}/"

    @property
    def save_as(self) -> str:
        return f"{self.url}index.html"


def by_day(articles: Iterable[Any], weight: Weight) -> list[Edition]:
    """An edition for each day on which something was printed, the newest first."""
    dated = sorted(articles, key=lambda article: (article.date.date(), article.slug))
    parts = groupby(dated, key=lambda article: article.date.date())
    return chain([edition("day", day, day, list(part), weight) for day, part in parts])


def by_week(days: Sequence[Edition], weight: Weight) -> list[Edition]:
    """An edition for each ISO week that has days, the newest first."""
    parts = groupby(reversed(days), key=lambda day: day.first - datetime.timedelta(day.first.weekday()))
    return chain([week(monday, list(part), weight) for monday, part in parts])


def week(monday: datetime.date, days: list[Edition], weight: Weight) -> Edition:
    """The edition of one week out of its days, the oldest first."""
    articles = [article for day in days for article in day.articles]
    made = edition("week", monday, monday + datetime.timedelta(6), articles, weight)
    made.days = days
    return made


def edition(kind: str, first: datetime.date, last: datetime.date, articles: list[Any], weight: Weight) -> Edition:
    """One edition; its lead is the weightiest item, the newest of equals."""
    newest = sorted(articles, key=lambda article: article.slug)
    newest.sort(key=lambda article: article.date, reverse=True)
    lead = max(newest, key=weight)
    return Edition(kind, first, last, newest, lead, blocks([one for one in newest if one is not lead]))


def blocks(articles: list[Any]) -> list[Block]:
    """Items by their first topic, the fullest topic first; those on none at the end."""
    by_topic: dict[str, Block] = {}
    for article in articles:
        topic = next(iter(article.topics), None)
        by_topic.setdefault(topic.slug if topic else "", Block(topic, [])).articles.append(article)
    return sorted(by_topic.values(), key=lambda block: (block.topic is None, -len(block.articles), str(block.topic)))


def chain(oldest_first: list[Edition]) -> list[Edition]:
    """Tell each edition which come before and after it; the newest first."""
    for before, after in pairwise(oldest_first):
        before.next, after.previous = after, before
    return oldest_first[::-1]
