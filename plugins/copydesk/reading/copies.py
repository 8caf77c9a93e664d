"""A file's name in, whether it is a backup or an unfinished download, and of which file, or a program's own, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What editors call their backups (Emacs those of a file not saved yet in hashes), and browsers what is not all there.
COPY = re.compile(r"#(.+)#|(.+?)(?:~|\.(?:bak|orig|swp|tmp|part|crdownload))", re.IGNORECASE)

# What Windows and macOS keep of how a folder is shown, and Word of who has a document open.
LITTER = re.compile(r"thumbs\.db|desktop\.ini|icon\r|~\$.+\.docx", re.IGNORECASE)


def original(path: Path) -> Path | None:
    """The file that one is a backup or an unfinished download of, by its name; `None` for any other name."""
    found = COPY.fullmatch(path.name)
    return path.with_name(found[1] or found[2]) if found else None


def is_litter(path: Path) -> bool:
    """Whether a program put the file there for itself, by its name."""
    return LITTER.fullmatch(path.name) is not None
