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

    `urls` keeps each content with its addresses, so that no other content is taken for it.
    """

    settings: Settings | None = None
    edition: Edition | None = None
    context: dict[str, Any] | None = None
    pelican: dict[str, Any] | None = None
    settled: bool = False
    urls: dict[int, tuple[Any, dict[str, str]]] = field(default_factory=dict)
    addresses: dict[tuple[str, bool, str, str], str] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget everything: another build begins."""
        self.settled = False
        self.edition = self.context = self.pelican = None
        self.urls.clear()
        self.addresses.clear()


state = State()
