"""A folder and a question in, what git says of it out."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 20  # a history that takes longer to walk is not worth what it tells
# Seeds may bring a repository of their own, whose settings name a program that is to look at signatures.
QUIETLY = ("-c", "log.showSignature=false")


def asked(folder: Path, *question: str) -> str:
    """What git says in a folder; "" where it says nothing in time or is not there."""
    try:
        return done(folder, *question).stdout.decode("utf-8", "replace")
    except (OSError, ValueError, subprocess.TimeoutExpired):  # no question may hold a NUL
        return ""


def done(folder: Path | None, *question: str) -> subprocess.CompletedProcess[bytes]:
    """What git did in a folder, or where we are.

    Raises `OSError` where it is not there, `subprocess.TimeoutExpired` where it takes too long, `ValueError` for a NUL.
    """
    call = ["git", *QUIETLY, *question]
    return subprocess.run(call, cwd=folder, capture_output=True, timeout=SECONDS, check=False)
