"""`pelican.generators`: the archives, tags, categories and authors without loops that are quadratic in posts."""

from __future__ import annotations

import fnmatch
import logging
import os
import re
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pelican.generators import ArticlesGenerator, Generator, StaticGenerator
from pelican.writers import FileOverwriteFailedError

from presswork.internals.writers import PressWriter
from presswork.patches import Patch
from presswork.state import state

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

WRITTEN = ("translations", "articles", "hidden_translations", "hidden_articles")
"""What `ArticlesGenerator.generate_articles` writes the pages of."""

_generate_articles: Any = ArticlesGenerator.generate_articles
_generate_static: Any = StaticGenerator.generate_output
_check_disabled_readers: Any = Generator._check_disabled_readers  # noqa: SLF001
_period_archives: Any = ArticlesGenerator._build_period_archives  # noqa: SLF001


def include_path(self: Any, path: str, extensions: Any = None) -> bool:
    """`Generator._include_path`, its patterns put together once."""
    if extensions is None:
        extensions = self.readers.extensions
    name = path[path.rfind(os.sep) + 1 :]
    if ignored(tuple(self.settings["IGNORE_FILES"]))(os.path.normcase(name)):
        return False
    return extensions is False or suffix(name) in extensions


def check_disabled_readers(self: Any, *given: Any, **named: Any) -> None:
    """`Generator._check_disabled_readers`, which walks through all content even where no reader is disabled."""
    if self.readers.disabled_extensions:
        _check_disabled_readers(self, *given, **named)


def suffix(name: str) -> str:
    """What `os.path.splitext` takes for a file name's suffix, without its dot."""
    stem, _, end = name.rpartition(".")
    return end if stem.strip(".") else ""


@lru_cache(maxsize=10)
def ignored(patterns: tuple[str, ...]) -> Callable[[str], Any]:
    """What tells whether a name is one of those to be passed by."""
    either = "|".join(fnmatch.translate(os.path.normcase(pattern)) for pattern in patterns)
    return re.compile(either or r"(?!)").match


def in_order(dates: list[Any], places: dict[int, int], articles: list[Any]) -> list[Any]:
    """What `[article for article in dates if article in articles]` gives, by looking places up and sorting."""
    found: set[Any] = set(map(places.get, map(id, articles)))
    found.discard(None)
    return list(map(dates.__getitem__, sorted(found)))


def generate_articles(self: Any, write: Callable[..., None]) -> None:
    """`ArticlesGenerator.generate_articles`, which passes by the posts whose pages stand."""
    writer = getattr(getattr(write, "func", None), "__self__", None)
    rest = copy(self)
    if isinstance(writer, PressWriter) and writer.is_free():
        for kind in WRITTEN:
            posts = [post for post in getattr(self, kind) if not writer.passes(post, self.get_template)]
            setattr(rest, kind, posts)
    _generate_articles(rest, write)


def write_lists(generator: Any, write: Callable[..., None], kind: str, groups: list[tuple[Any, list[Any]]]) -> None:
    """`generate_tags`, `generate_categories` and `generate_authors`: one list for each of `groups`."""
    template = generator.get_template(kind)
    places = {id(article): place for place, article in enumerate(generator.dates)}
    for wrapper, articles in groups:
        try:
            write(
                wrapper.save_as,
                template,
                generator.context,
                url=wrapper.url,
                **{kind: wrapper},
                articles=articles,
                dates=in_order(generator.dates, places, articles),
                template_name=kind,
                blog=True,
                page_name=wrapper.page_name,
                all_articles=generator.articles,
            )
        except FileOverwriteFailedError:
            if wrapper.slug:
                logger.error('Failed to write %s page for "%s".', kind.capitalize(), wrapper)  # noqa: TRY400
                raise
            logger.info('%s "%s" has an invalid slug; skipping its page...', kind.capitalize(), wrapper)


def generate_tags(self: Any, write: Callable[..., None]) -> None:
    """`ArticlesGenerator.generate_tags`."""
    write_lists(self, write, "tag", list(self.tags.items()))


def generate_categories(self: Any, write: Callable[..., None]) -> None:
    """`ArticlesGenerator.generate_categories`."""
    write_lists(self, write, "category", self.categories)


def generate_authors(self: Any, write: Callable[..., None]) -> None:
    """`ArticlesGenerator.generate_authors`."""
    write_lists(self, write, "author", self.authors)


def build_period_archives(self: Any, sorted_articles: list[Any], articles: list[Any], settings: Any) -> Any:
    """`ArticlesGenerator._build_period_archives`: its `articles` follow their own order, found by sorting."""
    archives = _period_archives(self, sorted_articles, [], settings)
    places = {id(article): place for place, article in enumerate(articles)}
    for period in (period for periods in archives.values() for period in periods):
        period["articles"] = in_order(articles, places, period["dates"])
    return archives


def generate_static(self: Any, writer: Any) -> None:
    """`StaticGenerator.generate_output`, after which, as Pelican runs it last, the edition is printed."""
    _generate_static(self, writer)
    if state.edition is not None:
        state.edition.rack.release()


def patches() -> list[Patch]:
    """What this module replaces."""
    return [
        Patch(Generator, "_include_path", include_path),
        Patch(Generator, "_check_disabled_readers", check_disabled_readers),
        Patch(ArticlesGenerator, "generate_articles", generate_articles),
        Patch(ArticlesGenerator, "generate_tags", generate_tags),
        Patch(ArticlesGenerator, "generate_categories", generate_categories),
        Patch(ArticlesGenerator, "generate_authors", generate_authors),
        Patch(ArticlesGenerator, "_build_period_archives", build_period_archives),
        Patch(StaticGenerator, "generate_output", generate_static),
    ]
