"""Things that take long in, the same things out, with a bar for whoever sits at a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

T = TypeVar("T")


def bar(things: Iterable[T], total: int) -> Generator[T, None, None]:
    """Pass the things on; `total` is how many are expected, 0 where nobody knows."""
    if not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(things, "Reading seeds", total=total or None, console=console, transient=True)
