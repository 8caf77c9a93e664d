"""A folder in, its lock out; or a sentence about who holds it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from filelock import FileLock, Timeout

HOLDER = "building"


class Busy(RuntimeError):  # noqa: N818 — Pelican prints the name before the message
    """Another build works on the same site."""


def locked(folder: Path) -> FileLock | None:
    """Hold the folder for this build; None where no lock can be kept there. Raises `Busy`, naming the other build."""
    holder = folder / HOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=0)
        lock.acquire()
        holder.write_text(str(os.getpid()))
    except Timeout:
        raise Busy(f"another build, {whose(holder)}, works on this site; wait for it, or end it.") from None
    except OSError:
        return None
    return lock


def whose(holder: Path) -> str:
    """Who holds the lock, and since when."""
    try:
        age = max(0, round(time.time() - holder.stat().st_mtime))
        return f"process {holder.read_text()}, begun {age} s ago"
    except OSError:
        return "which has just begun"
