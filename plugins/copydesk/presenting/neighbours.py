"""Articles and topics in, each article's `newer` and `older` neighbour out, within its first topic where it has one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from copydesk.presenting.front import topics_of


def introduce(articles: Sequence[Any], topics: Iterable[Any] = ()) -> None:
    """Set `newer` and `older` on the articles, which come newest first; linear in their number."""
    beside(articles)
    for topic in topics:
        beside([article for article in topic.articles if topics_of(article)[:1] == [topic]])


def beside(articles: Sequence[Any]) -> None:
    """Make each article the neighbour of the next."""
    for article in articles:
        article.newer = article.older = None
    for newer, older in pairwise(articles):
        newer.older, older.newer = older, newer
