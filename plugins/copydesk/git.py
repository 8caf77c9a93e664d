"""A folder and a question in, what git says of it out."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 20  # a history that takes longer to walk is not worth what it tells


def asked(folder: Path, *question: str) -> str:
    """What git says in a folder; "" where it says nothing in time or is not there."""
    call = ["git", *question]
    try:
        done = subprocess.run(call, cwd=folder, capture_output=True, timeout=SECONDS, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired):  # no question may hold a NUL
        return ""
    return done.stdout.decode("utf-8", "replace")
