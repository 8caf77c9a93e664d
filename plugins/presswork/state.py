"""What the press knows while one build runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presswork.edition import Edition
    from presswork.settings import Settings


@dataclass
class State:
    """`settled` is True while pages are written: from then on, the addresses of contents no longer change.

    `shares` is True where, besides, no plugin is told of each page: what it does then could be seen by the next.

    `aside` counts the builds that a plugin makes inside this one, which the press leaves to stock Pelican.

    `urls` keeps each content with its addresses, so that no other content is taken for it.
    """

    settings: Settings | None = None
    edition: Edition | None = None
    context: dict[str, Any] | None = None
    pelican: dict[str, Any] | None = None
    settled: bool = False
    shares: bool = False
    aside: int = 0
    urls: dict[int, tuple[Any, dict[str, str]]] = field(default_factory=dict)
    addresses: dict[tuple[str, bool, str, str], str] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget everything: another build begins."""
        self.settled = self.shares = False
        self.aside = 0
        self.edition = self.context = self.pelican = None
        self.urls.clear()
        self.addresses.clear()


state = State()
