"""`pelican.urlwrappers`: a tag's, category's or author's addresses, worked out once for each name."""

from __future__ import annotations

from typing import Any

from pelican import urlwrappers
from pelican.urlwrappers import URLWrapper

from presswork.internals.slugs import slugify
from presswork.patches import Patch
from presswork.state import state

STOCK = frozenset({"settings", "_name", "_slug", "_slug_from_name", "name", "slug"})
"""What a wrapper holds unless a plugin added to it; with more, its address may hang on what was added."""

_from_settings: Any = URLWrapper._from_settings  # noqa: SLF001


_slug: Any = vars(URLWrapper)["slug"]


def slug(self: URLWrapper) -> str:
    """`URLWrapper.slug`, which is worked out only where it is not known."""
    known: str = self._slug if self._slug is not None else _slug.fget(self)
    return known


def hashed(self: URLWrapper) -> int:
    """`URLWrapper.__hash__`, the same number with a step less."""
    return hash(self._slug if self._slug is not None else self.slug)


def from_settings(self: URLWrapper, key: str, get_page_name: bool = False) -> Any:
    """`URLWrapper._from_settings`, remembered by the pattern, the name and the slug it is filled with."""
    pattern = self.settings[f"{type(self).__name__.upper()}_{key}"]
    if not isinstance(pattern, str) or "{settings" in pattern or not vars(self).keys() <= STOCK:
        return _from_settings(self, key, get_page_name)
    known = (pattern, get_page_name, self.name, self.slug)
    if known not in state.addresses:
        state.addresses[known] = _from_settings(self, key, get_page_name)
    return state.addresses[known]


def patches() -> list[Patch]:
    """What this module replaces."""
    return [
        Patch(urlwrappers, "slugify", slugify),
        Patch(URLWrapper, "slug", property(slug, _slug.fset)),
        Patch(URLWrapper, "__hash__", hashed),
        Patch(URLWrapper, "page_name", property(lambda self: from_settings(self, "URL", get_page_name=True))),
        Patch(URLWrapper, "url", property(lambda self: from_settings(self, "URL"))),
        Patch(URLWrapper, "save_as", property(lambda self: from_settings(self, "SAVE_AS"))),
    ]
