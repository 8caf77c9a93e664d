"""The site's articles in; a sitemap out whose dates are theirs and not the clock's, and that is whole at any time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from copydesk.writing import renew

PLUGIN = "pelican.plugins.sitemap.sitemap"


def settle(articles: Sequence[Any]) -> None:
    """Have the sitemap plugin, where the site has it, date lists by the newest article in them all, and write safely.

    By itself it says that every list changed when it was built, so that no two builds are the same, and empties the old
    file before it writes.
    """
    plugin: Any = sys.modules.get(PLUGIN)
    if not plugin:
        return
    plugin.open = opened
    if articles:
        plugin.generator.now = max(getattr(article, "modified", None) or article.date for article in articles)


@contextmanager
def opened(path: str, _mode: str, encoding: str) -> Iterator[StringIO]:  # noqa: ARG001  the plugin names it, UTF-8
    """As `open` for a text to be written, which takes the old file's place when all of it is there."""
    text = StringIO()
    yield text
    renew(Path(path), text.getvalue())
