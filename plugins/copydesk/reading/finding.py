"""A folder in, the paths of its seeds out, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.reading import sidecar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def find(place: Path) -> list[Path]:
    """The seeds at a place: the file itself, or every seed of a folder and of the folders in it, ordered by path.

    Links to folders are not followed, but named, so that reading refuses them in a sentence; hidden files and folders
    hold no seeds, nor do side-cars. A folder that is not there holds none either: a site may well begin without.
    """
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if is_seed(path, place))


def strays(place: Path, seeds: Sequence[Path]) -> list[Path]:
    """The side-cars below a folder that stand beside none of its seeds, which nobody would ever read."""
    known = {path.with_suffix(sidecar.SUFFIX) for path in seeds}
    found = sorted(place.rglob(f"*{sidecar.SUFFIX}"))
    return [path for path in found if path not in known and not is_hidden(path, place)]


def is_hidden(path: Path, place: Path) -> bool:
    """Whether a file, or a folder that it lies in, is hidden."""
    return any(part.startswith(".") for part in path.relative_to(place).parts)


def is_seed(path: Path, place: Path) -> bool:
    """Whether something below a folder is to be read as a seed."""
    if path.is_dir() and not path.is_symlink():
        return False
    return not is_hidden(path, place) and path.suffix.lower() != sidecar.SUFFIX
