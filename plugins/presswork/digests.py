"""Values in, short digests of what a page can see of them out; `Doubt` where nobody can tell."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

from pelican.contents import Content
from pelican.urlwrappers import URLWrapper

from presswork import things
from presswork.internals.urlwrappers import STOCK

DEPTH = 12
"""How deep plain data may nest; anything deeper may well be a circle."""

LONG = 20
"""Lists longer than this are described once and remembered: every tag's page is given the list of all posts."""

PLAIN = frozenset({str, int, float, bool, type(None)})
PRINTED = (int, float, bool, type(None), bytes, datetime.timedelta, datetime.tzinfo, PurePath)
"""Types whose `repr` says all there is to know."""


class Doubt(Exception):  # noqa: N818 — it is no error, but a reason to do the work
    """A value of which nobody can tell whether it is the same as in the last build."""


def digest(text: str) -> bytes:
    """Sixteen bytes that stand for a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def key_of(content: Content) -> str:
    """A content's name across builds: its kind and its source, or its place in the output if it has no source."""
    return f"{type(content).__qualname__}:{content.relative_source_path or content.save_as}"


class Describer:
    """Describes values as text: plain data by its value, contents and tags by their names.

    A content is only named, not described: what a page reads of it is described by itself, as one of the page's reads.
    `contents` collects every content met, by its name.
    """

    def __init__(self) -> None:
        self.contents: dict[str, Content] = {}
        self.keys: dict[int, str] = {}
        self.long: dict[int, tuple[Any, str]] = {}
        self.things: dict[int, tuple[Any, str]] = {}
        self.named_things: dict[str, Any] = {}
        self.ways: dict[type, Way] = {}

    def describe(self, value: Any, depth: int = DEPTH) -> str:
        """The value as text; raises `Doubt`."""
        kind = type(value)
        if kind in PLAIN:
            return repr(value)
        way = self.ways.get(kind) or self.way_of(kind)
        if way is not None:
            return way(self, value, depth)
        if things.is_thing(kind):
            return self.thing(value, depth)
        if callable(value):
            return f"callable {getattr(value, '__module__', '')}.{getattr(value, '__qualname__', kind.__qualname__)}"
        raise Doubt(f"{kind.__module__}.{kind.__qualname__}")

    def way_of(self, kind: type) -> Way | None:
        """How values of a type are described, if as one of the types known here."""
        for base, way in WAYS:
            if issubclass(kind, base):
                self.ways[kind] = way
                return way
        return None

    def name(self, content: Content) -> str:
        """A content's name; raises `Doubt` where two contents bear the same."""
        key = self.keys.get(id(content))
        if key is None:
            key = self.met(content)
        if not key:
            raise Doubt(f"two contents named {key_of(content)}")
        return key

    def met(self, content: Content) -> str:
        """A content's name, now known; empty where another one bears it."""
        key = key_of(content)
        if self.contents.setdefault(key, content) is not content:
            key = ""
        self.keys[id(content)] = key
        return key

    def content(self, content: Content, _depth: int) -> str:
        """A content is named."""
        return "@" + self.name(content)

    def wrapper(self, wrapper: URLWrapper, depth: int) -> str:
        """A tag, category or author is its name and slug, and what a plugin has added to it."""
        own = vars(wrapper)
        added = {name: own[name] for name in sorted(own.keys() - STOCK)} if not own.keys() <= STOCK else {}
        more = self.mapping(added, depth - 1) if added else ""
        return f"{type(wrapper).__qualname__} {wrapper.name!r} {wrapper.slug!r} {more}"

    def moment(self, moment: datetime.datetime, _depth: int) -> str:
        """A point in time, with the name of its zone."""
        return f"{moment.isoformat()} {moment.tzname()}"

    def text(self, text: str, _depth: int) -> str:
        """Text of a kind of its own, such as markup."""
        return f"{type(text).__name__} {str(text)!r}"

    def sequence(self, items: Any, depth: int) -> str:
        """A list or tuple, member by member; long ones are remembered."""
        if not depth:
            raise Doubt("deeply nested data")
        known = self.long.get(id(items))
        if known and len(known[0]) == len(items):
            return known[1]
        described = self.named(items) or "[" + ",".join([self.describe(item, depth - 1) for item in items]) + "]"
        if len(items) > LONG:
            described = digest(described).hex()
            self.long[id(items)] = (items, described)
        return described

    def named(self, items: Any) -> str:
        """A list of contents that have all been met before; empty for any other."""
        names = self.keys
        if not items or id(items[0]) not in names:
            return ""
        found = list(map(names.get, map(id, items)))
        return "[@" + ",@".join(found) + "]" if all(found) else ""  # type: ignore[arg-type]

    def mapping(self, items: dict[Any, Any], depth: int) -> str:
        """A dictionary in its order, which a page can see."""
        if not depth:
            raise Doubt("deeply nested data")
        parts = [f"{self.describe(key, depth - 1)}:{self.describe(value, depth - 1)}" for key, value in items.items()]
        return "{" + ",".join(parts) + "}"

    def unordered(self, items: Any, depth: int) -> str:
        """A set, in the order of its members' descriptions."""
        return "(" + ",".join(sorted(self.describe(item, depth - 1) for item in items)) + ")"

    def thing(self, thing: Any, depth: int) -> str:
        """A plugin's object: its name, as with contents; without one, all that it holds."""
        known = self.things.get(id(thing))
        if known is None:
            self.things[id(thing)] = (thing, "")
            known = self.things[id(thing)] = (thing, self.named_thing(thing) or self.unnamed(thing, depth))
        if not known[1]:
            raise Doubt(f"two of {type(thing).__qualname__}, or one that holds itself")
        return known[1]

    def named_thing(self, thing: Any) -> str:
        """The name of a thing that has one; raises `Doubt` where two things bear the same."""
        name = things.name_of(thing)
        if name and self.named_things.setdefault(name, thing) is not thing:
            raise Doubt(f"two things named {name}")
        return name and f"#{name}"

    def unnamed(self, thing: Any, depth: int) -> str:
        """A thing by all that it holds."""
        if not depth:
            raise Doubt("deeply nested data")
        parts = [f"{name}={self.describe(value, depth - 1)}" for name, value in things.held(thing)]
        return f"{type(thing).__module__}.{type(thing).__qualname__}({','.join(parts)})"

    def printed(self, value: Any, _depth: int) -> str:
        """A value whose `repr` says it all."""
        return repr(value)


Way = Callable[[Describer, Any, int], str]
WAYS: tuple[tuple[Any, Way], ...] = (
    (Content, Describer.content),
    (URLWrapper, Describer.wrapper),
    ((list, tuple), Describer.sequence),
    (datetime.datetime, Describer.moment),
    (str, Describer.text),
    (dict, Describer.mapping),
    ((set, frozenset), Describer.unordered),
    ((*PRINTED, datetime.date, datetime.time), Describer.printed),
)
