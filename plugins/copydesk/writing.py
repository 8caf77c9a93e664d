"""A path and its content in, a whole file out, or the old one untouched."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from copydesk.model import CopydeskError

UNFINISHED = ".unfinished"
UNWRITABLE, FULL = "unwritable", "full"  # the kinds of errors of one file, and of a disk that takes no file at all
OF_DISKS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


def write(path: Path, content: str | bytes) -> None:
    """Write beside, flush, rename: a reader sees the old file or the new one. Raises `CopydeskError` if it cannot.

    Its kind says whether only this file is `UNWRITABLE`, or the disk `FULL` or never written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        kind = FULL if error.errno in OF_DISKS else UNWRITABLE
        hint = "Free some space or mend the folder's rights; what stood there is as it was."
        raise CopydeskError(kind, f"cannot be written: {error.strerror}.", hint, str(path)) from error


def renew(path: Path, content: str | bytes) -> None:
    """As `write`, where the file does not hold that already: what stays the same keeps its time."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if not path.is_file() or path.read_bytes() != data:
        write(path, data)


def replace(path: Path, data: bytes) -> None:
    """Put the bytes in the place of the file in one step."""
    with whole(path) as out:
        out.write(data)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, which takes the place of the one at the path once all of it is written."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what desks left that were killed in the middle of a write."""
    for path in folder.rglob(f".*{UNFINISHED}"):
        path.unlink(missing_ok=True)
