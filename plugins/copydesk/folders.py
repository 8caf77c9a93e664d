"""A folder in, the files in it and below it out, in order, and a refusal for each folder that nobody may look into."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError, relative

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Walk:
    """What a folder holds: its `files`, links to folders among them, and why some of its folders are not known."""

    files: tuple[Path, ...]
    refusals: tuple[CopydeskError, ...]


def walk(folder: Path, root: Path, *, hidden: bool) -> Walk:
    """All files below a folder, those that are `hidden` or in hidden folders only where asked for.

    A folder that is not there holds none. Links to folders are not followed, but stand among the files.
    """
    files: list[Path] = []
    errors: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=errors.append):
        links = [name for name in folders if Path(place, name).is_symlink()]
        files += (Path(place, name) for name in shown((*names, *links), hidden))
        folders[:] = shown(folders, hidden)
    return Walk(tuple(sorted(files)), tuple(refusal(error, root) for error in errors if is_there(error)))


def shown(names: Iterable[str], hidden: bool) -> list[str]:
    """The names, without the hidden ones where those are not wanted."""
    return [name for name in names if hidden or not name.startswith(".")]


def is_there(error: OSError) -> bool:
    """Whether a folder that could not be read is there at all."""
    return not isinstance(error, FileNotFoundError)


def refusal(error: OSError, root: Path) -> CopydeskError:
    """The sentence about a folder that cannot be read: nobody knows what it holds."""
    hint = "Mend its rights, or take it away."
    where = relative(Path(error.filename), root)
    return CopydeskError("folder", f"The folder cannot be read ({error.strerror}).", hint, where)
