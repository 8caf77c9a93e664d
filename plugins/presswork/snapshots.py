"""A post as it was read in, data that can be kept out; and the same post again, without reading it."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pelican.contents import Article, Page
from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime

from presswork.digests import PLAIN, Doubt
from presswork.internals.urlwrappers import STOCK

if TYPE_CHECKING:
    from collections.abc import Callable

    from pelican.contents import Content

KINDS: dict[str, Any] = {kind.__name__: kind for kind in (Article, Page, Author, Category, Tag, SafeDatetime, datetime)}
LENT = frozenset({"settings", "_context", "_content", "metadata", "translations"})
"""What a post holds that is no part of the snapshot: given anew, or kept by itself."""

NAMES = 100_000
"""Tags, categories and authors of which each is one object in all snapshots, and so is stored and loaded once."""

SHAPES = 1_000
"""Kinds of posts, each of which is one object in all snapshots."""

Frozen = tuple[str, Any]
Shape = tuple[tuple[str, ...], tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
"""What many posts have in common: the names of their attributes; those that are not plain, and their ways back; their
metadata, each with the name of the attribute that is the same object, or with none."""

Snapshot = tuple[Shape, tuple[Any, ...]]
"""A post's shape, and its values: those of its attributes, then those of the metadata that are no attribute's."""


def taken(content: Content) -> Snapshot:
    """The snapshot of a post just read; raises `Doubt` where it holds something that no snapshot can."""
    if content.translations:
        raise Doubt("translations")
    own = {name: frozen(value, content) for name, value in vars(content).items() if name not in LENT}
    others = tuple((name, way) for name, (way, _) in own.items() if way)
    metadata = tuple((key, attribute(key, value, content)) for key, value in content.metadata.items())
    values = [value for _, value in own.values()]
    values += [frozen(content.metadata[key], content) for key, same in metadata if not same]
    return shape(tuple(own), others, metadata), tuple(values)


@lru_cache(maxsize=SHAPES)
def shape(names: tuple[str, ...], others: tuple[tuple[str, str], ...], metadata: tuple[tuple[str, str], ...]) -> Shape:
    """A shape as data."""
    return names, others, metadata


def attribute(key: str, value: Any, content: Content) -> str:
    """The name of the attribute that is the same object as a metadatum, if one is."""
    name = f"override_{key}" if key in {"save_as", "url"} else key.lower()
    return name if name not in LENT and vars(content).get(name) is value else ""


@lru_cache(maxsize=NAMES)
def frozen_name(kind: str, name: str, slug: str | None, by_name: bool) -> Frozen:
    """A tag, category or author as data."""
    return "name", (kind, name, slug, by_name)


def is_plain(value: Any) -> bool:
    """Whether a value is data that is written as it stands."""
    if type(value) in {list, tuple}:
        return all(map(is_plain, value))
    return type(value) in PLAIN


def frozen(value: Any, content: Content) -> Frozen:
    """A value as data; raises `Doubt`."""
    kind = type(value)
    if is_plain(value):
        return "", value
    if kind is list:
        return "list", [frozen(one, content) for one in value]
    if kind in (SafeDatetime, datetime) and (value.tzinfo is None or type(value.tzinfo) is ZoneInfo):
        zone = value.tzinfo.key if value.tzinfo else None
        moment = (value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond)
        return "date", (kind.__name__, moment, zone, value.fold)
    if kind is ZoneInfo and value.key:
        return "zone", value.key
    if kind in (Author, Category, Tag) and vars(value).keys() <= STOCK and value.settings is content.settings:
        return frozen_name(kind.__name__, value.name, value._slug, value._slug_from_name)  # noqa: SLF001
    raise Doubt(f"a post's {kind.__qualname__}")


class Developer:
    """Makes posts of snapshots. `shared` says that nobody alters posts: then equal tags may be one object."""

    def __init__(self, settings: Any, shared: bool) -> None:
        self.settings, self.shared = settings, shared
        self.names: dict[tuple[Any, ...], Any] = {}
        self.ways: dict[str, Callable[[Any], Any]] = {
            "": lambda value: value,
            "list": self.sequence,
            "date": self.date,
            "zone": ZoneInfo,
            "name": self.named,
        }

    def post(self, kind: str, snapshot: Snapshot, context: dict[str, Any]) -> Content:
        """The post of a snapshot, but for its text."""
        (names, others, metadata), values = snapshot
        if not self.shared:
            self.names = {}
        post: Content = KINDS[kind].__new__(KINDS[kind])
        own, ways = vars(post), self.ways
        own.update(zip(names, values, strict=False))  # what is left over are the metadata's
        for name, way in others:
            own[name] = ways[way](own[name])
        given = (ways[way](value) for way, value in values[len(names) :])
        own["metadata"] = {key: own[same] if same else next(given) for key, same in metadata}
        own["settings"], own["_context"], own["translations"] = self.settings, context, []
        return post

    def sequence(self, items: list[Frozen]) -> list[Any]:
        """A list of values."""
        return [self.ways[way](value) for way, value in items]

    def date(self, value: tuple[str, tuple[int, ...], str | None, int]) -> Any:
        """A point in time."""
        kind, moment, zone, fold = value
        return KINDS[kind](*moment, tzinfo=ZoneInfo(zone) if zone else None, fold=fold)

    def named(self, value: tuple[str, str, str | None, bool]) -> Any:
        """A tag, category or author."""
        known = self.names.get(value)
        if known is None:
            kind, name, slug, by_name = value
            known = self.names[value] = KINDS[kind](name, self.settings)
            known._slug, known._slug_from_name = slug, by_name  # noqa: SLF001
        return known
