"""Replacements in, replaced attributes out; and back again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Patch:
    """One attribute of one Pelican class or module, and what stands there while the press works."""

    owner: Any
    name: str
    value: Any


_undone: list[Patch] = []


def apply(patches: list[Patch]) -> None:
    """Put every replacement in its place, remembering what stood there."""
    for patch in patches:
        _undone.append(Patch(patch.owner, patch.name, vars(patch.owner)[patch.name]))
        setattr(patch.owner, patch.name, patch.value)


def undo() -> None:
    """Put back whatever `apply` replaced, last first."""
    while _undone:
        patch = _undone.pop()
        setattr(patch.owner, patch.name, patch.value)
