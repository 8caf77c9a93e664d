"""A mapping of this build and that of the last in, what the store has to write of it out.

The store keeps the mapping as it once was, and beside it all that has changed since: few changes are little to write.
"""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from presswork.store import Store

MANY = 10
"""The mapping is written as a whole once more than one in so many entries has changed: reading both costs more then."""

PART = 10_000
"""Entries that are written in one piece: of each piece SQLite makes copies, which for all posts of a large site would
take a tenth of the build's memory. Most sites have one piece, in which what entries share is stored and loaded once."""


class Ledger:
    """`entries` is the mapping as the last build left it. Nothing is kept of what has gone: it may be taken down."""

    def __init__(self, store: Store, name: str) -> None:
        self.name = name
        self.base: dict[Any, Any] = {}
        self.parts = 0
        for part in parts(store, name):
            self.base |= part
            self.parts += 1
        changed: dict[Any, Any] = store.get(f"{name}, changes") or {}
        self.entries = self.base | changed

    def values(self, now: Mapping[Any, Any]) -> dict[str, Any]:
        """The named values by which the store knows the mapping as it is now."""
        base = self.base
        changed = {key: value for key, value in now.items() if (left := base.get(key)) is not value and left != value}
        if not self.base.keys() <= now.keys() or len(changed) * MANY > len(now):
            return {**self.whole(now), f"{self.name}, changes": {}}
        return {f"{self.name}, changes": changed}

    def whole(self, now: Mapping[Any, Any]) -> dict[str, Any]:
        """The mapping in parts, the last one empty; and nothing in the place of those that are left from before."""
        entries, needed = iter(now.items()), max(self.parts, -(-len(now) // PART)) + 1
        return {part_name(self.name, number): dict(islice(entries, PART)) for number in range(needed)}


def parts(store: Store, name: str) -> Iterator[dict[Any, Any]]:
    """The parts of a mapping, as far as they hold anything."""
    for number in count():
        part = store.get(part_name(name, number))
        if not part:
            return
        yield part


def part_name(name: str, number: int) -> str:
    """The name under which the store keeps a part of a mapping."""
    return f"{name}, base {number}"
