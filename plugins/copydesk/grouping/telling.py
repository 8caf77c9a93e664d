"""The articles of one event in, the story as a page tells it out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from copydesk.grouping.terms import keys


@dataclass(eq=False)
class StoryPage:
    """A story told in several articles. `title` is HTML; `articles` newest first, `line` its days, oldest first."""

    slug: str
    title: str
    articles: list[Any]
    line: list[tuple[datetime.date, list[Any]]]
    sources: list[str]

    @property
    def url(self) -> str:
        return f"stories/{self.slug}/"

    @property
    def save_as(self) -> str:
        return f"stories/{self.slug}/index.html"

    @property
    def date(self) -> datetime.datetime:
        """When something was last heard of it."""
        newest: datetime.datetime = self.articles[0].date
        return newest


def tell(slug: str, articles: Iterable[Any]) -> StoryPage:
    """The page of a story."""
    oldest = sorted(articles, key=lambda article: (article.date, article.slug))
    days = groupby(oldest, key=lambda article: article.date.date())
    line = [(day, list(part)) for day, part in days]
    sources = sorted({article.outlet for article in oldest} - {""}, key=str.casefold)
    return StoryPage(slug, middle(oldest).title, oldest[::-1], line, sources)


def middle(articles: Sequence[Any]) -> Any:
    """The article whose headline shares most words with the others': the headline in the middle."""
    words = [frozenset(stem for stem, _ in keys(str(one.title), getattr(one, "lang", "en"))) for one in articles]

    def shared(place: int) -> float:
        return sum(len(words[place] & other) / max(1, len(words[place] | other)) for other in words)

    return articles[max(range(len(articles)), key=lambda place: (shared(place), -place))]
