"""What git has seen of a site: the day a seed was filed, for articles that say no date, and posts that were deleted."""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from copydesk.git import asked

if TYPE_CHECKING:
    from pathlib import Path


def filed(path: Path, root: Path, zone: str) -> tuple[datetime.date, str]:
    """(the day, "git" or "file"): when git first saw the file, else the time the file itself carries.

    The first is the day of whoever committed it, the second that of the time zone of this name. A time to come, or of
    before there were such files, is a wrong clock's: the file was filed today, or on the first day that clocks knew.
    """
    seen = first_commit(path, root)
    if seen:
        return datetime.date.fromisoformat(seen), "git"
    stamp = min(max(path.stat().st_mtime, 0), time.time())
    return datetime.datetime.fromtimestamp(stamp, tz=ZoneInfo(zone)).date(), "file"


def first_commit(path: Path, root: Path) -> str:
    """The day of the commit that brought the file, as ISO 8601, or "" where git knows nothing of it."""
    added = ("log", "--follow", "--diff-filter=A", "--format=%as", "--", str(path))
    days = asked(root, "--literal-pathspecs", *added).split()  # "[Update] ferry.txt" is no pattern
    return days[-1] if days else ""


def deleted(folder: Path) -> frozenset[str]:
    """The files of a folder, by their paths in it, that git has seen and somebody deleted; none where there is no git.

    A file that is there again may be among them.
    """
    if not folder.is_dir():
        return frozenset()
    missing = asked(folder, "ls-files", "-z", "--deleted", "--", ".")
    gone = asked(folder, "log", "-z", "--diff-filter=D", "--name-only", "--relative", "--format=", "--", ".")
    return frozenset(path for path in f"{missing}\0{gone}".split("\0") if path)
