"""A folder in, the paths of its seeds out, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.reading import sidecar

if TYPE_CHECKING:
    from pathlib import Path


def find(place: Path) -> list[Path]:
    """The seeds at a place: the file itself, or every seed of a folder and of the folders in it, ordered by path.

    Links to folders are not followed, but named, so that reading refuses them in a sentence; hidden files and folders
    hold no seeds, nor do side-cars. A folder that is not there holds none either: a site may well begin without.
    """
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if is_seed(path, place))


def is_seed(path: Path, place: Path) -> bool:
    """Whether something below a folder is to be read as a seed."""
    if path.is_dir() and not path.is_symlink():
        return False
    hidden = any(part.startswith(".") for part in path.relative_to(place).parts)
    return not hidden and path.suffix.lower() != sidecar.SUFFIX
