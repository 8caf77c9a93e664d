"""`pelican.contents`: addresses worked out once, link scans only where there is something to find."""

from __future__ import annotations

import os
from typing import Any

from pelican import contents
from pelican.contents import Article, Content, Page
from pelican.settings import DEFAULT_CONFIG

from presswork.internals.slugs import slugify
from presswork.patches import Patch
from presswork.state import state

STOCK_LINKS: Any = DEFAULT_CONFIG["INTRASITE_LINK_REGEX"]
SETTLED = (Article, Page)
"""A static file's address may still move while pages are written, when one of them attaches it."""

_url_setting: Any = Content.get_url_setting
_update_content: Any = Content._update_content  # noqa: SLF001
_static_links: Any = Content.get_static_links
_relative_path: Any = Content.get_relative_source_path


def has_links(content: Content, text: str) -> bool:
    """Whether the text may hold `{filename}`-like links; True where a site has its own notation for them."""
    if content.settings["INTRASITE_LINK_REGEX"] != STOCK_LINKS:
        return True
    return "{" in text or "|" in text


def update_content(self: Content, text: str, siteurl: str) -> str:
    """`Content._update_content`, which scans a text only if it may hold links."""
    updated: str = _update_content(self, text, siteurl) if text and has_links(self, text) else text
    return updated


def static_links(self: Content) -> set[str]:
    """`Content.get_static_links`, which scans a text only if it may hold links."""
    text = self._content
    found: set[str] = _static_links(self) if not isinstance(text, str) or has_links(self, text) else set()
    return found


def url_setting(self: Content, key: str) -> str:
    """`Content.get_url_setting`, remembered once the content is settled: when pages are being written."""
    if not state.settled or type(self) not in SETTLED:
        url: str = _url_setting(self, key)
        return url
    urls = state.urls.setdefault(id(self), {})
    if key not in urls:
        urls[key] = _url_setting(self, key)
    return urls[key]


def relative_path(self: Content, source_path: str | None = None) -> str | None:
    """`Content.get_relative_source_path`, by cutting the root off where both paths are plain and absolute."""
    path: Any = source_path or self.source_path
    root: Any = self.settings["PATH"]
    if not plain(path, root):
        result: str | None = _relative_path(self, source_path)
        return result
    known = state.paths.get((path, root))
    if known is None:
        known = state.paths[path, root] = _relative_path(self, source_path)
    return known


def plain(path: Any, root: Any) -> bool:
    """Whether a path's meaning hangs on nothing but itself and the root."""
    return isinstance(path, str) and isinstance(root, str) and os.path.isabs(root)  # noqa: PTH117 — hot


def patches() -> list[Patch]:
    """What this module replaces."""
    return [
        Patch(contents, "slugify", slugify),
        Patch(Content, "get_url_setting", url_setting),
        Patch(Content, "_update_content", update_content),
        Patch(Content, "get_static_links", static_links),
        Patch(Content, "get_relative_source_path", relative_path),
    ]
