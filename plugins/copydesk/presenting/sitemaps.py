"""The site's articles in; a sitemap out whose dates are theirs and not the clock's."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

PLUGIN = "pelican.plugins.sitemap"


def settle(articles: Sequence[Any]) -> None:
    """Have the sitemap plugin, where the site has it, date lists by the newest article in them all.

    By itself it says that every list changed when it was built, so that no two builds are the same.
    """
    plugin = sys.modules.get(PLUGIN)
    if plugin and articles:
        plugin.generator.now = max(getattr(article, "modified", None) or article.date for article in articles)
