"""What a reader takes: a file's name and bytes; and what it gives: seeds, and why parts of the file are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copydesk.model import CopydeskError, Seed


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as it was found: its path relative to the root, with `/`, and its bytes."""

    path: str
    content: bytes


Reader = Callable[[Raw], tuple[Seed | CopydeskError, ...]]
