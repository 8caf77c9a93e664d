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
    return survey(place)[0]


def survey(place: Path) -> tuple[list[Path], list[Path]]:
    """The same seeds, and the side-cars that stand beside none of them, which nobody would ever read."""
    if place.is_file():
        return [place], []
    told = sorted(path for path in place.rglob("*") if is_told(path, place))
    seeds = [path for path in told if path.suffix.lower() != sidecar.SUFFIX]
    known = {path.with_suffix(sidecar.SUFFIX) for path in seeds}
    return seeds, [path for path in told if path.suffix == sidecar.SUFFIX and path not in known]


def is_told(path: Path, place: Path) -> bool:
    """Whether something below a folder is neither a folder nor hidden, and in no hidden one."""
    if path.is_dir() and not path.is_symlink():
        return False
    return not any(part.startswith(".") for part in path.relative_to(place).parts)
