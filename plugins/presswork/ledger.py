"""A mapping of this build and that of the last in, what the store has to write of it out.

The store keeps the mapping as it once was, and beside it all that has changed since: few changes are little to write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presswork.store import Store

MANY = 10
"""The mapping is written as a whole once more than one in so many entries has changed: reading both costs more then."""


class Ledger:
    """`entries` is the mapping as the last build left it. Nothing is kept of what has gone: it may be taken down."""

    def __init__(self, store: Store, name: str) -> None:
        self.name = name
        self.base: dict[Any, Any] = store.get(f"{name}, base") or {}
        changed: dict[Any, Any] = store.get(f"{name}, changes") or {}
        self.entries = self.base | changed

    def values(self, now: Mapping[Any, Any]) -> dict[str, Any]:
        """The named values by which the store knows the mapping as it is now."""
        base = self.base
        changed = {key: value for key, value in now.items() if (left := base.get(key)) is not value and left != value}
        if not self.base.keys() <= now.keys() or len(changed) * MANY > len(now):
            return {f"{self.name}, base": dict(now), f"{self.name}, changes": {}}
        return {f"{self.name}, changes": changed}
