"""An object that a plugin gives to templates in, what a page can see of it out: its name, or all that it holds."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FAMILIAR = sys.stdlib_module_names | {"jinja2", "markupsafe", "pelican", "presswork"}
"""Packages whose objects are known by their types, or not at all."""

DATA = (str, bytes, int, float, list, tuple, dict, set, frozenset, type, Content, Page, Paginator, URLWrapper)
MAGIC = ("__getattr__", "__getattribute__", "__html__", "__getitem__", "__iter__", "__len__", "__bool__", "__call__")
"""An object with one of these shows more than its attributes."""


def judged(kind: type) -> bool:
    """Whether objects of a type are a plugin's own, and show templates nothing but their attributes and their `str`."""
    if issubclass(kind, DATA) or kind.__module__.partition(".")[0] in FAMILIAR:
        return False
    known = {name for one in kind.__mro__[:-1] for name in vars(one)}
    return known.isdisjoint(MAGIC)


is_thing: Callable[[type], bool] = lru_cache(maxsize=1000)(judged)


def has_words(kind: type) -> bool:
    """Whether objects of a type have a text of their own when they are printed."""
    return any("__str__" in vars(one) for one in kind.__mro__[:-1])


def name_of(thing: Any) -> str:
    """What a thing is called across builds: its kind and its address; empty for a thing without an address."""
    url = getattr(thing, "url", None)
    if not isinstance(url, str):
        return ""
    kind = type(thing)
    words = repr(str(thing)) if has_words(kind) else ""
    return f"{kind.__module__}.{kind.__qualname__} {getattr(thing, 'kind', '')} {url} {words}"


def held(thing: Any) -> Iterator[tuple[str, Any]]:
    """All that a template can ask a thing for without calling it, in a fixed order."""
    names = {field.name for field in fields(thing)} if is_dataclass(thing) else set()
    names |= set(getattr(thing, "__dict__", ()))
    for kind in type(thing).__mro__:
        names |= {name for name, value in vars(kind).items() if isinstance(value, (property, cached_property))}
        names |= set(vars(kind).get("__slots__", ()))
    for name in sorted(names):
        if not name.startswith("_"):
            yield name, getattr(thing, name, None)
