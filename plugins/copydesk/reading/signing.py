"""What a file says of an article in, the bytes that its digest and its key are made of out: the same for ever.

Were one seed signed otherwise by a newer desk, it would not be the one that its post was made from, and every edited
post would be in conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.model import Facts, Line, Seed

# The facts that digests hold, in this order. One that side-cars get later counts where it is not empty.
SIGNED = ("title", "date", "date_from", "byline", "source", "url", "lang", "topics", "tags", "changed")


def signed(seed: Seed) -> Facts:
    """The facts that a seed is signed by: those that every desk has read in its file."""
    return seed.signed or seed.found


def fingerprint(seed: Seed) -> bytes:
    """What makes one article of a file differ from the others."""
    lines = [(line.text, line.markup) for line in seed.lines]
    return f"({spelt(signed(seed))}, {lines!r})".encode("utf-8", "surrogatepass")


def whole(facts: Facts, lines: Iterable[Line]) -> str:
    """All that an article says, as the last name by which it is told from its file's others."""
    return f"({spelt(facts)}, {[line.text for line in lines]!r})"


def spelt(facts: Facts) -> str:
    """Facts as digests have always held them, whatever a newer desk may know beside."""
    return f"Facts({', '.join(f'{name}={getattr(facts, name)!r}' for name in SIGNED)})"
