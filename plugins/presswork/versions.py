"""The installed Pelican in, whether the press knows its internals out."""

from __future__ import annotations

from importlib.metadata import version

KNOWN = ("4.12",)
"""The Pelican series whose internals the modules under `internals/` were written against and tested with."""


def installed() -> str:
    """The version of the installed Pelican."""
    return version("pelican")


def known(pelican: str) -> bool:
    """Whether that version belongs to a series the press was written against."""
    return ".".join(pelican.split(".")[:2]) in KNOWN
