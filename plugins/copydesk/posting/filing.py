"""A seed's path in, the day it was filed out, for articles that say no date themselves."""

from __future__ import annotations

import datetime
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

GIT_SECONDS = 20  # a history that takes longer to walk is not worth a fallback date


def filed(path: Path, root: Path) -> tuple[datetime.date, str]:
    """(the day, "git" or "file"): when git first saw the file, else the time the file itself carries."""
    seen = first_commit(path, root)
    if seen:
        return datetime.date.fromisoformat(seen), "git"
    stamp = path.stat().st_mtime
    return datetime.datetime.fromtimestamp(stamp, tz=datetime.UTC).date(), "file"


def first_commit(path: Path, root: Path) -> str:
    """The day of the commit that brought the file, as ISO 8601, or "" where git knows nothing of it."""
    call = ["git", "log", "--follow", "--diff-filter=A", "--format=%as", "--", str(path)]
    try:
        done = subprocess.run(call, cwd=root, capture_output=True, text=True, timeout=GIT_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    days = done.stdout.split()
    return days[-1] if days else ""
