"""A built site in, Pagefind's index of it in `pagefind/` out."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from copydesk.model import CopydeskError

FOLDER, NOTE = "pagefind", "pages.sha256"
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


def index_anew(output: Path, lang: str) -> None:
    """Index the pages unless the index that stands was made of these very pages; raises as `index` does.

    Pagefind names its files anew each time, and readers would fetch again what they have.
    """
    note, pages = output / FOLDER / NOTE, digest(output)
    if not note.is_file() or note.read_text(encoding="ascii") != pages:
        index(output, lang)
        note.write_text(pages, encoding="ascii")


def digest(output: Path) -> str:
    """The hex SHA-256 of all pages and their names."""
    whole = hashlib.sha256()
    for page in sorted(path for path in output.rglob("*.html") if path.is_file()):
        whole.update(page.relative_to(output).as_posix().encode() + b"\0" + page.read_bytes())
    return whole.hexdigest()


def watched(arguments: list[str]) -> bool:
    """Whether this build is one of many while a person edits: then the index of the first one does."""
    return bool({"-r", "--autoreload"} & {*arguments})
