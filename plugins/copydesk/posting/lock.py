"""A folder in, its lock out, or a sentence about the desk that holds it: two desks never write the same posts."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import FileLock

HOLDER = "at-work"  # beside the lock: the number of the process that holds it, and by the file's age since when


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the lock for the block; it nests in one process. Raises `CopydeskError` where another process holds it."""
    lock = hold(folder)
    try:
        yield
    finally:
        if lock:
            lock.release()


def hold(folder: Path) -> FileLock | None:
    """Take the folder's lock; `None` where no lock can be kept there, as on a disk that is only read."""
    from filelock import FileLock, Timeout

    holder = folder / HOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=0, is_singleton=True)
        lock.acquire()
        if lock.lock_counter == 1:
            with suppress(OSError):  # who holds it is only said
                holder.write_text(str(os.getpid()), encoding="ascii")
    except Timeout:
        hint = "Wait until it is done, or end it."
        raise CopydeskError("busy", f"another desk, {whose(holder)}, works on these posts.", hint) from None
    except OSError:
        return None
    return lock


def whose(holder: Path) -> str:
    """Which process holds the lock, and for how long."""
    try:
        age = max(0, round(time.time() - holder.stat().st_mtime))
        return f"process {holder.read_text(encoding='ascii')}, begun {age} s ago"
    except (OSError, UnicodeDecodeError):
        return "which has just begun"
