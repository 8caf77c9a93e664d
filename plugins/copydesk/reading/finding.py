"""A folder in, the paths of its seeds out, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.reading import sidecar

if TYPE_CHECKING:
    from pathlib import Path


def find(place: Path) -> list[Path]:
    """The seeds at a place: the file itself, or every seed of a folder and of the folders in it, ordered by path.

    Links to folders are not followed; hidden files and folders hold no seeds, nor do side-cars. A folder that is not
    there holds none either: a site may well begin without.
    """
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if not path.is_dir() and is_seed(path, place))


def is_seed(path: Path, place: Path) -> bool:
    """Whether a file below a folder is a seed."""
    hidden = any(part.startswith(".") for part in path.relative_to(place).parts)
    return not hidden and path.suffix.lower() != sidecar.SUFFIX
