"""`pelican.contents`: addresses worked out once, link scans only where there is something to find."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from string import Formatter
from typing import Any

from pelican import contents, utils
from pelican.contents import Article, Content, Page
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import path_to_url

from presswork.internals.slugs import slugify
from presswork.patches import Patch
from presswork.state import state

STOCK_LINKS: Any = DEFAULT_CONFIG["INTRASITE_LINK_REGEX"]
SETTLED = (Article, Page)
"""A static file's address may still move while pages are written, when one of them attaches it."""

_url_setting: Any = Content.get_url_setting
_update_content: Any = Content._update_content  # noqa: SLF001
_is_valid: Any = Content.is_valid
_static_links: Any = Content.get_static_links
_refresh_metadata: Any = Content.refresh_metadata_intersite_links
_relative_path: Any = Content.get_relative_source_path
_sanitised_join: Any = utils.sanitised_join


def has_links(content: Content, text: str) -> bool:
    """Whether the text may hold `{filename}`-like links; True where a site has its own notation for them."""
    if content.settings["INTRASITE_LINK_REGEX"] != STOCK_LINKS:
        return True
    return "{" in text or "|" in text


def update_content(self: Content, text: str, siteurl: str) -> str:
    """`Content._update_content`, which scans a text only if it may hold links."""
    updated: str = _update_content(self, text, siteurl) if text and has_links(self, text) else text
    return updated


class Text:
    """`Content._content` of a post from the morgue, fetched when it is asked for."""

    def __get__(self, content: Content | None, kind: type) -> Any:
        if content is None:
            return self
        clipping = vars(content).get("_clipping")
        if clipping is None:
            raise AttributeError("_content")
        vars(content)["_content"] = text = fetched(content, clipping.text)
        return text


def fetched(content: Content, key: bytes) -> str:
    """The text of a post by its key in the store, or from its file once more."""
    known = state.edition.store.text(key) if state.edition is not None else None
    if known is not None:
        return str(known[0])
    from presswork.internals.readers import MarkdownReader

    return MarkdownReader(content.settings).read(str(content.source_path))[0]


def is_valid(self: Content) -> bool:
    """`Content.is_valid`; what comes from the morgue was found valid before."""
    return "_clipping" in vars(self) or bool(_is_valid(self))


def static_links(self: Content) -> set[str]:
    """`Content.get_static_links`, which scans a text only if it may hold links; what is in the morgue holds none."""
    if "_clipping" in vars(self) and "_content" not in vars(self):
        return set()
    text = self._content
    found: set[str] = _static_links(self) if not isinstance(text, str) or has_links(self, text) else set()
    return found


def refresh_metadata(self: Content) -> None:
    """`Content.refresh_metadata_intersite_links`; what is in the morgue has no links to refresh, and only itself."""
    morgue, own = state.edition.morgue if state.edition is not None else None, vars(self)
    kept = morgue is not None and morgue.undisturbed and "_clipping" in own
    if not kept or own.get("_summary") != self.metadata.get("summary"):
        _refresh_metadata(self)


def url_setting(self: Content, key: str) -> str:
    """`Content.get_url_setting`, remembered once the content is settled: when pages are being written."""
    known = state.urls.get(id(self))
    if known is None:
        if not state.settled or type(self) not in SETTLED:
            url: str = _url_setting(self, key)
            return url
        known = state.urls[id(self)] = (self, {})
    urls = known[1]
    if key not in urls:
        urls[key] = _url_setting(self, key)
    return urls[key]


def relative_path(self: Content, source_path: str | None = None) -> str | None:
    """`Content.get_relative_source_path`, by cutting the root off where both paths are plain and absolute."""
    known = cut(source_path or self.source_path, self.settings["PATH"])
    if known is not None:
        return known
    result: str | None = _relative_path(self, source_path)
    return result


def cut(path: Any, root: Any) -> str | None:
    """The path relative to an absolute root, where that is what is left when the root is cut off; else None."""
    if os.sep != "/" or not isinstance(path, str) or not isinstance(root, str) or not root.startswith("/"):
        return None
    return path[len(root) + 1 :] if path.startswith(root + "/") and is_plain_name(path) else None


def url_format(self: Content) -> dict[str, Any]:
    """`Content.url_format`, which works out what is missing only where it is missing."""
    given: Any = self.metadata
    filled: dict[str, Any] = dict(given)
    path: Any = given["path"] if "path" in given else self.get_relative_source_path()
    filled["path"] = path_to_url(path)
    filled.update((name, fill(self)) for name, fill in FILLED.items())
    return filled


FILLED: dict[str, Callable[[Any], Any]] = {
    "slug": lambda content: getattr(content, "slug", ""),
    "lang": lambda content: getattr(content, "lang", "en"),
    "date": lambda content: content.date if hasattr(content, "date") else datetime.now(),
    "author": lambda content: content.author.slug if hasattr(content, "author") else "",
    "category": lambda content: content.category.slug if hasattr(content, "category") else "",
}
"""What an address can be made of beside the path and the metadata."""

URL_FORMAT: Any = property(url_format)


def expand_settings(self: Content, key: str, klass: str | None = None) -> str:
    """`Content._expand_settings`, which works out what the pattern asks for and nothing else."""
    pattern = str(self.settings[f"{klass or type(self).__name__}_{key}".upper()])
    names = names_in(pattern)
    if names <= FILLED.keys() and type(self).url_format is URL_FORMAT:
        return pattern.format(**{name: FILLED[name](self) for name in names})
    return pattern.format(**self.url_format)


@lru_cache(maxsize=1000)
def names_in(pattern: str) -> frozenset[str]:
    """What a pattern is filled with; a format that is filled itself counts as one more, with no name."""
    fields = [(name, form) for _, name, form, _ in Formatter().parse(pattern) if name is not None]
    return frozenset("" if "{" in (form or "") else name for name, form in fields)


def sanitised_join(base_directory: str, *parts: str) -> str:
    """`pelican.utils.sanitised_join`, by putting a plain name after the folder's."""
    if len(parts) == 1 and os.sep == "/" and base_directory.startswith("/") and isinstance(parts[0], str):
        path = f"{base_directory}/{parts[0]}"
        if is_plain_name(path):
            return path
    joined: str = _sanitised_join(base_directory, *parts)
    return joined


def is_plain_name(path: str) -> bool:
    """Whether an absolute path is its own shortest form."""
    return "//" not in path and "/." not in path and not path.endswith("/")


def patches() -> list[Patch]:
    """What this module replaces."""
    return [
        Patch(contents, "slugify", slugify),
        Patch(contents, "sanitised_join", sanitised_join),
        Patch(Content, "_content", Text()),
        Patch(Content, "is_valid", is_valid),
        Patch(Content, "url_format", URL_FORMAT),
        Patch(Content, "_expand_settings", expand_settings),
        Patch(Content, "refresh_metadata_intersite_links", refresh_metadata),
        Patch(Content, "get_url_setting", url_setting),
        Patch(Content, "_update_content", update_content),
        Patch(Content, "get_static_links", static_links),
        Patch(Content, "get_relative_source_path", relative_path),
    ]
