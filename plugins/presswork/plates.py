"""Bytes and a path in, a file out: written beside and renamed, and left alone where it already holds those bytes."""

from __future__ import annotations

import os
from pathlib import Path

SUFFIX = ".presswork~"
"""The ending of a file still being written; what a killed build left behind is found by it."""


def put(path: str, data: bytes) -> bool:
    """Make the file at `path` hold `data`; True if it had to be written. Raises `OSError` and leaves no half file."""
    if holds(path, data):
        return False
    if os.path.islink(path):  # noqa: PTH114 — hot
        path = os.path.realpath(path)
    beside = path + SUFFIX
    try:
        with open(beside, "wb", buffering=0) as file:  # noqa: PTH123 — hot
            written = file.write(data)
            if written != len(data):
                file.write(data[written:])
        os.replace(beside, path)  # noqa: PTH105 — hot
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
    return True


def holds(path: str, data: bytes) -> bool:
    """Whether the file is there and holds exactly these bytes."""
    try:
        if os.stat(path).st_size != len(data):  # noqa: PTH116 — hot
            return False
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 — hot
            return file.read() == data
    except OSError:
        return False


def sweep(folder: Path) -> None:
    """Remove what a killed build left half written."""
    for path in folder.rglob("*" + SUFFIX):
        path.unlink(missing_ok=True)
