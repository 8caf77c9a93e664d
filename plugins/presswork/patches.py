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


ABSENT = object()
"""What stood where nothing stood."""

_undone: list[Patch] = []


def apply(patches: list[Patch]) -> None:
    """Put every replacement in its place, remembering what stood there."""
    for patch in patches:
        _undone.append(Patch(patch.owner, patch.name, vars(patch.owner).get(patch.name, ABSENT)))
        setattr(patch.owner, patch.name, patch.value)


def undo() -> None:
    """Put back whatever `apply` replaced, last first."""
    while _undone:
        patch = _undone.pop()
        if patch.value is ABSENT:
            delattr(patch.owner, patch.name)
        else:
            setattr(patch.owner, patch.name, patch.value)
