"""Posts of the last build in, the same posts out where their files have not changed; and the posts of this one kept."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import ref

from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from presswork import ground
from presswork.digests import Doubt, digest
from presswork.ledger import Ledger
from presswork.snapshots import Developer, Snapshot, taken
from presswork.state import state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pelican.contents import Content

    from presswork.store import Store

READING = (
    signals.content_object_init,
    *(signals.article_generator_preread, signals.article_generator_context),
    *(signals.page_generator_preread, signals.page_generator_context),
)
"""Where a plugin may have a hand in how a post is read."""

AFTER = (
    *(signals.generator_init, signals.get_generators, signals.all_generators_finalized, signals.get_writer),
    *(signals.article_generator_init, signals.article_generator_pretaxonomy, signals.article_generator_finalized),
    *(signals.article_generator_write_article, signals.page_generator_init, signals.page_generator_finalized),
    *(signals.page_generator_write_page, signals.static_generator_init, signals.static_generator_finalized),
)
"""Where a plugin may alter a post after it was read."""

RACE = 2_000_000_000
"""Nanoseconds: a file that changed so shortly before it was read may have changed again within the clock's tick."""

ADDRESSES = ("url", "save_as")


class Clipping(NamedTuple):
    """What a post from the morgue bears: where its text is kept, the text's digest, and its own name there."""

    text: bytes
    digest: bytes
    name: str


class Cutting(NamedTuple):
    """A post as it is kept: the state of its file when it was read, by whose clock, and what it said."""

    ground: bytes
    stamp: tuple[int, ...]
    seen: int
    text: bytes
    digest: bytes
    addresses: tuple[str, ...]
    snapshot: Snapshot


class Morgue:
    """Where a newspaper keeps its cuttings: the posts of one site, by their kind and path."""

    def __init__(
        self, store: Store, edition: str, settings: Mapping[str, Any], key_of: Callable[[bytes], bytes]
    ) -> None:
        self.store, self.key_of = store, key_of
        self.open = is_readable(settings) and not foreign(READING)
        self.undisturbed = self.open and not foreign(AFTER)
        self.ground = digest(repr(sorted(ground.of_posts(settings).items()))) if self.open else b""
        self.developer = Developer(settings, self.undisturbed)
        self.ledger = Ledger(store, f"{edition} posts")
        self.known: dict[str, Any] = self.ledger.entries if self.open else {}
        self.used: set[str] = set()
        self.fresh: dict[str, tuple[Content, Cutting]] = {}
        self.now = time.time_ns()

    def find(self, kind: type[Content], path: str, name: str, context: dict[str, Any]) -> Content | None:
        """The post of a file, if it is the one that was read in the last build."""
        name = f"{kind.__name__}:{name}"
        left = self.known.get(name)
        if left is None or left[0] != self.ground:
            return None
        cutting = Cutting(*left)
        stamp = stamp_of(path)
        if stamp != cutting.stamp or stamp[0] > cutting.seen - RACE:
            if self.key_of(Path(path).read_bytes()) != cutting.text:
                return None
            cutting = cutting._replace(stamp=stamp, seen=self.now)
            self.known[name] = tuple(cutting)
        self.used.add(name)
        self.store.used.add(cutting.text)
        return self.developed(kind, cutting, name, context)

    def developed(self, kind: type[Content], cutting: Cutting, name: str, context: dict[str, Any]) -> Content:
        """The post of a cutting, its text to be fetched when somebody asks for it."""
        post = self.developer.post(kind.__name__, cutting.snapshot, context)
        vars(post)["_clipping"] = Clipping(cutting.text, cutting.digest, name)
        if self.undisturbed and cutting.addresses:
            state.urls[id(post)] = (post, dict(zip(ADDRESSES, cutting.addresses, strict=True)))
        return post

    def keep(self, post: Content, path: str, text: bytes) -> None:
        """Keep a post just read, and the key of its text, for the next build; not if it holds what cannot be kept."""
        try:
            snapshot = taken(post)
        except Doubt:
            return
        stamp, summed = stamp_of(path), digest(post._content)  # noqa: SLF001
        name = f"{type(post).__name__}:{post.relative_source_path}"
        self.fresh[name] = (post, Cutting(self.ground, stamp, self.now, text, summed, (), snapshot))

    def kept(self, context: dict[str, Any]) -> dict[str, Any]:
        """What the store has to keep of all posts that the site has; those that are gone or taken out, it forgets."""
        present = context["generated_content"]
        for name in [name for name in self.used if present.get(name.partition(":")[2]) is None]:
            self.used.remove(name)
            self.store.forget(Cutting(*self.known[name]).text)
        posts = {name: left for name, left in self.known.items() if name in self.used}
        for name, (post, cutting) in self.fresh.items():
            if present.get(post.relative_source_path) is post:
                addresses = (post.url, post.save_as) if self.undisturbed else ()
                posts[name] = tuple(cutting._replace(addresses=addresses))
        return self.ledger.values(posts)


def is_readable(settings: Mapping[str, Any]) -> bool:
    """Whether a post hangs on nothing but its file and the settings: not on the clock, the file's time, the locale."""
    formats = [settings["DEFAULT_DATE_FORMAT"], *settings["DATE_FORMATS"].values()]
    return (
        settings["WITH_FUTURE_DATES"] is True
        and settings.get("DEFAULT_DATE") != "fs"
        and all(isinstance(one, str) for one in formats)
        and settings["INTRASITE_LINK_REGEX"] == DEFAULT_CONFIG["INTRASITE_LINK_REGEX"]
    )


def foreign(watched: tuple[Any, ...], friends: tuple[str, ...] = ("presswork.",)) -> bool:
    """Whether a plugin listens to one of the signals whose module's name does not begin as one of the friends'."""
    known = (one() if isinstance(one, ref) else one for signal in watched for one in signal.receivers.values())
    return any(not str(getattr(listener, "__module__", "")).startswith(friends) for listener in known if listener)


def stamp_of(path: str) -> tuple[int, ...]:
    """What a file system says of a file; another whenever the file may have changed, but for a moment's race."""
    stat = os.stat(path)  # noqa: PTH116 — hot
    return stat.st_ctime_ns, stat.st_mtime_ns, stat.st_size, stat.st_ino


def steady_names(contents: Mapping[str, Content]) -> set[str]:
    """The names of those posts that are, with all that they hold, as they were in the last build."""
    if state.edition is None or not state.edition.morgue.undisturbed:
        return set()
    return {name for name, content in contents.items() if "_clipping" in vars(content)}
