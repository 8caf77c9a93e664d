"""A built site in, Pagefind's index of it in `pagefind/` out."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from copydesk.model import CopydeskError

BROKEN = 600  # seconds; ten thousand pages take well under one minute


def index(output: Path, lang: str) -> None:
    """Index the pages that hold a `data-pagefind-body`; raises `CopydeskError` where Pagefind is absent or fails.

    One index in the site's language serves all of its articles, so that one search finds them whatever theirs is.
    """
    if find_spec("pagefind") is None:
        raise CopydeskError("search", "The search index needs Pagefind.", "pip install 'copydesk[search]'")
    command = [sys.executable, "-m", "pagefind", "--site", str(output), "--force-language", lang, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=BROKEN, check=False)  # noqa: S603
    if done.returncode:
        raise CopydeskError("search", f"Pagefind failed: {done.stderr.strip() or done.stdout.strip()}")


def watched(arguments: list[str]) -> bool:
    """Whether this build is one of many while a person edits: then the index of the first one does."""
    return bool({"-r", "--autoreload"} & {*arguments})
