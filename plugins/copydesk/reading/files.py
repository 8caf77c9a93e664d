"""Path in, bytes out; whatever is no plain file of a sound size inside the root is refused in a sentence."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError, relative

if TYPE_CHECKING:
    from pathlib import Path

EMPTY = "empty"  # the kind of refusal of a file that holds nothing, or blanks
LARGEST = 20_000_000  # bytes: the longest saved pages are some 5 MB, a long book as text 2 MB


def content(path: Path, root: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a regular file; raises `CopydeskError` for anything else, and never waits for a pipe."""
    where = relative(path, root)
    try:
        refuse_escape(path, where)
        refuse_special(path, where, largest)
        with path.open("rb") as stream:
            data = stream.read(largest)
    except (OSError, ValueError, RuntimeError) as error:  # a link that runs in a circle is a RuntimeError
        reason = getattr(error, "strerror", None) or str(error)
        hint = "Mend its rights, or take it out of the folder of seeds."
        raise CopydeskError("unreadable", f"The file cannot be read ({reason}).", hint, where) from error
    if not data.strip():
        raise CopydeskError(EMPTY, "The file is empty.", "Delete it, or save the article again.", where)
    return data


def refuse_escape(path: Path, where: str) -> None:
    """A link may not lead out of the folder it lies in: a seed must not publish what lies elsewhere on the disk.

    That folder is inside the one of all seeds, wherever a site has that.
    """
    if not path.resolve().is_relative_to(path.parent.resolve()):
        raise CopydeskError("link", "The link leads out of its folder.", "Copy the file there instead.", where)


def refuse_special(path: Path, where: str, largest: int) -> None:
    """Pipes, devices, sockets and folders are no seeds, and a file may be too large."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise CopydeskError("special", "This is not a regular file.", "Remove it from the folder of seeds.", where)
    if status.st_size > largest:
        message = f"The file is larger than {largest // 1_000_000} MB."
        raise CopydeskError("large", message, "Cut it to the article, or split it.", where)
