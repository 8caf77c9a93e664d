"""A folder in, the paths of its seeds out, always in the same order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.folders import walk
from copydesk.reading import sidecar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from copydesk.model import CopydeskError


@dataclass(frozen=True, slots=True)
class Survey:
    """A place's `seeds`, the side-cars that nobody would ever read, and why some of its folders are not known."""

    seeds: tuple[Path, ...]
    strays: tuple[Path, ...] = ()
    refusals: tuple[CopydeskError, ...] = ()


def find(place: Path) -> list[Path]:
    """The seeds at a place: the file itself, or every seed of a folder and of the folders in it, ordered by path.

    Links to folders are not followed, but named, so that reading refuses them in a sentence; hidden files and folders
    hold no seeds, nor do side-cars. A folder that is not there holds none either: a site may well begin without.
    """
    return [*survey(place, place).seeds]


def survey(place: Path, root: Path) -> Survey:
    """The same seeds, the side-cars that stand beside none of them, and the folders that cannot be read."""
    if place.is_file():
        return Survey((place,))
    told = walk(place, root, hidden=False)
    seeds = tuple(path for path in told.files if path.suffix.lower() != sidecar.SUFFIX)
    return Survey(seeds, strays(told.files, seeds), told.refusals)


def strays(paths: Sequence[Path], seeds: Sequence[Path]) -> tuple[Path, ...]:
    """The side-cars among some files that no seed has, as one whose suffix is in capitals on most disks."""
    known = {path.with_suffix(sidecar.SUFFIX) for path in seeds}
    told = (path for path in paths if path.suffix.lower() == sidecar.SUFFIX and path not in known)
    return tuple(path for path in told if not is_read(path.with_suffix(sidecar.SUFFIX), path, known))


def is_read(plain: Path, path: Path, known: set[Path]) -> bool:
    """Whether a side-car is read by a name that is not quite its own, on a disk that does not tell cases apart."""
    return plain in known and plain.exists() and plain.samefile(path)
