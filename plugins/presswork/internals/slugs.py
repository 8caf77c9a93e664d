"""`pelican.utils.slugify`: a name in, its slug out, each worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pelican import utils

_slugify: Any = utils.slugify


def slugify(
    value: str, regex_subs: Iterable[tuple[str, str]] = (), preserve_case: bool = False, use_unicode: bool = False
) -> str:
    """`pelican.utils.slugify`, remembered: a pure function of its arguments."""
    return _remembered(value, tuple(map(tuple, regex_subs)), preserve_case, use_unicode)


@lru_cache(maxsize=100_000)
def _remembered(value: str, regex_subs: tuple[tuple[str, ...], ...], preserve_case: bool, use_unicode: bool) -> str:
    slug: str = _slugify(value, regex_subs, preserve_case, use_unicode)
    return slug
