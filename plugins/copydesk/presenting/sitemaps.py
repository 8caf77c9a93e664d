"""The site's articles and editions in; a sitemap out whose dates are theirs and not the clock's, and always whole."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from copydesk.writing import renew

PLUGIN = "pelican.plugins.sitemap.sitemap"


@dataclass(frozen=True, slots=True)
class Listed:
    """An edition as the plugin lists it."""

    url: str
    date: datetime.datetime


class Queue(list[tuple[str, Any]]):
    """The pages that the plugin is to list, each path with its content: an edition where the plugin knows of none."""

    def __init__(self, pages: Iterable[tuple[str, Any]], editions: dict[Path, Listed]) -> None:
        super().__init__(pages)
        self.editions = editions

    def append(self, page: tuple[str, Any]) -> None:
        path, content = page
        super().append((path, content or self.editions.get(Path(path))))


def settle(articles: Sequence[Any], editions: Iterable[Any], output: Path) -> None:
    """Have the sitemap plugin, where the site has it, date lists by the newest article in them, and write safely.

    By itself it says that every list changed when it was built, so that no two builds are the same, and empties the old
    file before it writes. Lists other than editions are dated by the newest article of all.
    """
    plugin: Any = sys.modules.get(PLUGIN)
    if not plugin:
        return
    plugin.open = opened
    if articles:
        plugin.generator.now = newest(articles)
    listed = {output / one.save_as: Listed(one.url, newest(one.articles)) for one in editions}
    plugin.generator.page_queue = Queue(plugin.generator.page_queue, listed)


def newest(articles: Iterable[Any]) -> datetime.datetime:
    """When something of these articles last changed."""
    last: datetime.datetime = max(getattr(article, "modified", None) or article.date for article in articles)
    return last


@contextmanager
def opened(path: str, _mode: str, encoding: str) -> Iterator[StringIO]:  # noqa: ARG001  the plugin names it, UTF-8
    """As `open` for a text to be written, which takes the old file's place when all of it is there."""
    text = StringIO()
    yield text
    renew(Path(path), text.getvalue())
