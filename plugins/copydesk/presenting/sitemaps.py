"""The site's articles and editions in; a sitemap of theirs out, dated by them and not by the clock, always whole."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.presenting.rights import WEB
from copydesk.writing import renew

if TYPE_CHECKING:
    from copydesk.settings import Settings

PLUGIN = "pelican.plugins.sitemap.sitemap"


@dataclass(frozen=True, slots=True)
class Listed:
    """An edition as the plugin lists it."""

    url: str
    date: datetime.datetime


class Queue(list[tuple[str, Any]]):
    """The pages that the plugin is to list, each path with its content: an edition where the plugin knows of none.

    Paths that are `passed` over are not listed.
    """

    def __init__(self, pages: Iterable[tuple[str, Any]], editions: dict[Path, Listed], passed: set[Path]) -> None:
        super().__init__(pages)
        self.editions, self.passed = editions, passed

    def append(self, page: tuple[str, Any]) -> None:
        path, content = page
        if Path(path) not in self.passed:
            super().append((path, content or self.editions.get(Path(path))))


def settle(articles: Sequence[Any], editions: Iterable[Any], output: Path, house: Settings) -> None:
    """Have the sitemap plugin, where the site has it, date lists by the newest article in them, and write safely.

    By itself it says that every list changed when it was built, so that no two builds are the same, and empties the old
    file before it writes. Lists other than editions are dated by the newest article of all. Articles whose pages send
    search engines elsewhere are not listed: these take it for a mistake.
    """
    plugin: Any = sys.modules.get(PLUGIN)
    if not plugin:
        return
    plugin.open = opened
    if articles:
        plugin.generator.now = newest(articles)
    listed = {output / one.save_as: Listed(one.url, newest(one.articles)) for one in editions}
    versions = (version for one in articles for version in (one, *one.translations))
    passed = {output / one.save_as for one in versions if sends_elsewhere(one, house)}
    plugin.generator.page_queue = Queue(plugin.generator.page_queue, listed, passed)


def sends_elsewhere(article: Any, house: Settings) -> bool:
    """Whether an article's page names another one as its text's own, or tells search engines to leave it out."""
    source = str(getattr(article, "source_url", ""))
    theirs = house.canonical and source.startswith(WEB)
    return bool(theirs or (house.noindex and source) or getattr(article, "twin_of", None))


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
