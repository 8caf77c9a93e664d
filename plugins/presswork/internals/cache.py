"""`pelican.cache`: no look at a file's time where nothing is cached."""

from __future__ import annotations

from typing import Any

from pelican.cache import FileStampDataCacher

from presswork.patches import Patch

_cache_data: Any = FileStampDataCacher.cache_data
_get_cached_data: Any = FileStampDataCacher.get_cached_data


def cache_data(self: Any, filename: str, data: Any) -> None:
    """`FileStampDataCacher.cache_data`, which asks for the file's stamp only to keep it."""
    if self._cache_data_policy:
        _cache_data(self, filename, data)


def get_cached_data(self: Any, filename: str, default: Any = None) -> Any:
    """`FileStampDataCacher.get_cached_data`, which asks for the file's stamp only to compare it."""
    return _get_cached_data(self, filename, default) if filename in self._cache else default


def patches() -> list[Patch]:
    """What this module replaces."""
    return [
        Patch(FileStampDataCacher, "cache_data", cache_data),
        Patch(FileStampDataCacher, "get_cached_data", get_cached_data),
    ]
