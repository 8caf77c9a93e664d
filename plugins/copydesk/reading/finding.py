"""A folder in, the paths of its seeds out, always in the same order."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.folders import walk
from copydesk.model import CopydeskError, relative
from copydesk.reading import sidecar
from copydesk.reading.copies import is_litter, original
from copydesk.reading.formats import FORMATS, PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from pathlib import Path

BELONGINGS = "_files"  # browsers put a page's pictures and scripts into a folder of its name and this
# What browsers put there that a desk could read: frames, scripts without a suffix, what a page and they are made from.
BROUGHT = frozenset({"", *PAGES, ".json", ".xml"})


@dataclass(frozen=True, slots=True)
class Survey:
    """A place's `seeds`, the side-cars that nobody would ever read, and why some of its files and folders are none."""

    seeds: tuple[Path, ...]
    strays: tuple[Path, ...] = ()
    refusals: tuple[CopydeskError, ...] = ()


def find(place: Path) -> list[Path]:
    """The seeds at a place: the file itself, or every seed of a folder and of the folders in it, ordered by path.

    Links to folders are not followed, but named, so that reading refuses them in a sentence; hidden files and folders
    hold no seeds, nor do folders that a browser saved beside a page; side-cars, backups and parts of downloads are
    none. A folder that is not there holds none either: a site may well begin without.
    """
    return [*survey(place, place).seeds]


def survey(place: Path, root: Path) -> Survey:
    """The same seeds, the side-cars that stand beside none of them, and what is refused by its name or cannot be read.

    A backup is passed over where the file it is of stands beside it; one that stands alone may be all there is of an
    article. What no browser saves beside a page may be one too.
    """
    if place.is_file():
        return Survey((place,))
    told = walk(place, root, hidden=False)
    files, belongings = unpacked([path for path in told.files if not is_litter(path)])
    copies = {path: whole for path in files if (whole := original(path))}
    named = [path for path in files if path not in copies and path.suffix.lower() != sidecar.SUFFIX]
    again = twins(named, root)
    seeds = tuple(path for path in named if path not in again)
    double = (twin(relative(path, root)) for path in sorted(again))
    there = frozenset(files)
    alone = (unfinished(relative(path, root)) for path, whole in copies.items() if whole not in there)
    hidden = (belonging(relative(path, root)) for path in belongings if path.suffix.lower() in FORMATS.keys() - BROUGHT)
    return Survey(seeds, strays(files, seeds), (*told.refusals, *alone, *hidden, *double))


def unpacked(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Some files without those that lie in a folder that a browser saved beside their page, and these."""
    pages = (path for path in paths if path.suffix.lower() in PAGES)
    folders = {page.with_name(f"{page.stem}{BELONGINGS}") for page in pages}
    files = tuple(path for path in paths if folders.isdisjoint(path.parents))
    return files, tuple(path for path in paths if not folders.isdisjoint(path.parents))


def twins(paths: Sequence[Path], root: Path) -> frozenset[Path]:
    """The files that are called as another is, but for how accents are written: both would be one and the same seed."""
    named = {unicodedata.normalize("NFC", relative(path, root)): path for path in paths}
    return frozenset(paths).difference(named.values())  # of each name the last stays, whose letters are one sign each


def twin(where: str) -> CopydeskError:
    """The refusal of a file whose name another has too."""
    message = "Another file has this very name, but for how its accents are written."
    return CopydeskError("twin", message, "Rename one of the two, or delete it.", where)


def belonging(where: str) -> CopydeskError:
    """The refusal of what may be an article, but lies where browsers keep what belongs to a page."""
    message = "The file lies in a folder that a browser saved beside a page, and is read by nobody."
    return CopydeskError("belonging", message, "Move it out of there if it is an article, else delete it.", where)


def unfinished(where: str) -> CopydeskError:
    """The refusal of a backup or an unfinished download that stands alone."""
    message = "By its name the file is an editor's backup or an unfinished download."
    return CopydeskError("unfinished", message, "Delete it, or name it otherwise if it is an article.", where)


def strays(paths: Sequence[Path], seeds: Sequence[Path]) -> tuple[Path, ...]:
    """The side-cars among some files that no seed has, as one whose suffix is in capitals on most disks."""
    read = {sidecar.beside(seed) for seed in seeds}
    told = (path for path in paths if path.suffix.lower() == sidecar.SUFFIX and path not in read)
    return tuple(path for path in told if not is_read(path.with_suffix(sidecar.SUFFIX), path, read))


def is_read(plain: Path, path: Path, read: Set[Path | None]) -> bool:
    """Whether a side-car is read by a name that is not quite its own, on a disk that does not tell cases apart."""
    return plain in read and plain.samefile(path)
