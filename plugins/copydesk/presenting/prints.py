"""Names of files and who draws each in; the files in the output, each drawn once and kept in a cache, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image

from copydesk.writing import write

DAMAGED = (OSError, SyntaxError, ValueError)  # what Pillow's readers raise of a damaged file, each its own


def lay(wanted: Mapping[str, Callable[[Path], None]], output: Path, cache: Path) -> None:
    """Have the folder `output` hold the wanted files and no others; a name says all about what is drawn under it.

    The cache keeps no others either: what a site takes down is seen in none of its folders.
    """
    for folder in (output, cache) if wanted else ():
        folder.mkdir(parents=True, exist_ok=True)
    for name, draw in wanted.items():
        kept, path = cache / name, output / name
        if 0 < size(kept) == size(path):
            continue
        if not is_whole(kept):
            new = cache / f"new-{name}"
            draw(new)
            new.replace(kept)  # a build that is broken off leaves no half picture
        write(path, kept.read_bytes())
    for path in [path for folder in (output, cache) if folder.is_dir() for path in sorted(folder.iterdir())]:
        if path.name not in wanted:
            path.unlink()


def size(path: Path) -> int:
    """A file's size in bytes, 0 where there is none."""
    return path.stat().st_size if path.exists() else 0


def is_whole(path: Path) -> bool:
    """Whether a file is a picture that can be shown to its last row."""
    try:
        with Image.open(path) as image:
            image.load()
    except DAMAGED:
        return False
    return True
