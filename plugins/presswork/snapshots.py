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

Frozen = tuple[str, Any]
Snapshot = tuple[dict[str, Any], tuple[tuple[str, Frozen], ...], tuple[tuple[str, str, Frozen], ...]]
"""Plain attributes; other attributes; metadata, each the name of the attribute that is the same object, or a value."""

GIVEN: Frozen = ("", None)
"""In the place of a value that is an attribute's, too."""


def taken(content: Content) -> Snapshot:
    """The snapshot of a post just read; raises `Doubt` where it holds something that no snapshot can."""
    if content.translations:
        raise Doubt("translations")
    own = {name: value for name, value in vars(content).items() if name not in LENT}
    plain = {name: value for name, value in own.items() if is_plain(value)}
    others = tuple((name, frozen(value, content)) for name, value in own.items() if name not in plain)
    metadata = tuple((key, *meta(key, value, content)) for key, value in content.metadata.items())
    return plain, others, metadata


def meta(key: str, value: Any, content: Content) -> tuple[str, Frozen]:
    """One metadatum: the name of the attribute that is the same object, or the value itself."""
    attribute = f"override_{key}" if key in {"save_as", "url"} else key.lower()
    if vars(content).get(attribute) is value:
        return attribute, GIVEN
    return "", frozen(value, content)


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
        plain, others, metadata = snapshot
        if not self.shared:
            self.names = {}
        post: Content = KINDS[kind].__new__(KINDS[kind])
        own = vars(post)
        own.update(plain)
        ways = self.ways
        for name, (way, value) in others:
            own[name] = ways[way](value)
        own["metadata"] = {key: own[same] if same else ways[way](value) for key, same, (way, value) in metadata}
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
