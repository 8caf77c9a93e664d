"""Bytes and a path in, a file out: written beside and renamed, and left alone where it already holds those bytes."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from weakref import finalize

if TYPE_CHECKING:
    from collections.abc import Collection

SUFFIX = ".presswork~"
"""The ending of a file still being written; what a killed build left behind is found by it."""


class Plate(NamedTuple):
    """A file of the site as it lies: its size, its time in nanoseconds, and whether it had to be written."""

    size: int
    mtime: int
    written: bool


class Rack:
    """New files that lie beside old ones until the whole edition is printed: so long the old site stays whole.

    Those still waiting when the rack goes, as a build that broke off leaves them, are taken away.
    """

    def __init__(self) -> None:
        self.waiting: dict[str, None] = {}
        self.patient = False
        finalize(self, discard, self.waiting)

    def put(self, path: str, data: bytes) -> Plate:
        """As `put`, but a file that is there already stays until `release`, if the rack is patient."""
        return put(path, data, self.waiting if self.patient else None)

    def release(self) -> None:
        """Put the files that wait in their places."""
        while self.waiting:
            path = next(iter(self.waiting))
            os.replace(path + SUFFIX, path)  # noqa: PTH105 — hot
            del self.waiting[path]


def put(path: str, data: bytes, waiting: dict[str, None] | None = None) -> Plate:
    """Make the file at `path` hold `data`; one that is there already is not yet replaced if it can join those waiting.

    Raises `OSError` and leaves no half file.
    """
    if make_room(path):
        return laid(path, data)
    try:
        left = os.lstat(path)
    except OSError:
        return laid(path, data)
    if stat.S_ISLNK(left.st_mode):
        return put(os.path.realpath(path), data, waiting)
    if waiting is not None and path in waiting:
        return laid(path, data, waiting)
    if left.st_size == len(data) and holds(path, data):
        return Plate(left.st_size, left.st_mtime_ns, written=False)
    return laid(path, data, waiting)


def laid(path: str, data: bytes, waiting: dict[str, None] | None = None) -> Plate:
    """Write a file beside its place, and put it there, or have it wait."""
    beside = path + SUFFIX
    try:
        state = poured(beside, data)
        if waiting is None:
            os.replace(beside, path)  # noqa: PTH105 — hot
        else:
            waiting[path] = None
    except OSError as error:
        Path(beside).unlink(missing_ok=True)
        error.filename = error.filename or path  # a full disk is told of a handle, not of a name
        raise
    return Plate(state.st_size, state.st_mtime_ns, written=True)


def discard(waiting: Collection[str]) -> None:
    """Remove the new files of places where the old ones are to stay."""
    for path in waiting:
        Path(path + SUFFIX).unlink(missing_ok=True)


def poured(path: str, data: bytes) -> os.stat_result:
    """Write a new file; its state."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        written = os.write(file, data)
        while written < len(data):
            written += os.write(file, data[written:])
        return os.fstat(file)
    finally:
        os.close(file)


def holds(path: str, data: bytes) -> bool:
    """Whether the file is there and holds exactly these bytes."""
    try:
        return held(path) == data
    except OSError:
        return False


def held(path: str) -> bytes:
    """The bytes of a file."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 — hot
        return file.readall()


def make_room(path: str) -> bool:
    """Make the folder that a file is to lie in; whether it was missing."""
    folder = os.path.dirname(path) or "."  # noqa: PTH120 — hot
    try:
        os.mkdir(folder)  # noqa: PTH102 — hot
    except FileExistsError:
        return False
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
    return True


def sweep(folder: Path) -> None:
    """Remove what a killed build left half written."""
    for path in folder.rglob("*" + SUFFIX):
        path.unlink(missing_ok=True)
