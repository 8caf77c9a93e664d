"""A picture's file in; its size, and smaller copies of it in the formats that browsers take fastest, out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, features

from copydesk.model import CopydeskError
from copydesk.presenting.prints import DAMAGED, lay

WIDTHS = (640, 1280)  # pixels: a column of text on a plain screen, and on one with twice as many
LEAST = 8 * 1024  # bytes; a smaller file gains nothing that a reader would notice
QUALITY: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 6, "max_threads": 1},  # one thread: the same bytes on any machine
    "webp": {"quality": 78, "method": 4},
}
LOSSLESS = {"lossless": True, "quality": 80, "method": 4}
EXACT = ("PNG", "GIF", "BMP")  # formats of drawings: what was saved without loss stays without loss
RECIPE = "1"  # part of a copy's name: a new recipe gets new names
ORIENTATION, SIDEWAYS = 0x0112, (5, 6, 7, 8)  # of EXIF: the camera was held upright
SVG = re.compile(rb"<svg\b[^<>]*+>")
SIDE = re.compile(rb"""\b(width|height)\s*=\s*["']\s*(\d{1,6}(?:\.\d*)?)(?:px)?\s*["']""")
BOX = re.compile(
    rb"""\bviewBox\s*=\s*["']\s*[-\d.]{1,12}[\s,]+[-\d.]{1,12}[\s,]+(\d{1,6}(?:\.\d*)?)[\s,]+(\d{1,6}(?:\.\d*)?)"""
)
HEAD = 4096  # bytes in which a drawing says its size


@dataclass(frozen=True, slots=True)
class Negative:
    """A picture of the site's own: where it lies, how large it is in pixels, and what copies are to be made of it.

    `name` is sixteen hexadecimal digits of its bytes; `copies` pairs of a format and a width.
    """

    path: Path
    name: str
    width: int
    height: int
    copies: tuple[tuple[str, int], ...] = ()
    exact: bool = False

    @property
    def told(self) -> str:
        """The copies in the words of an attribute: name, formats, widths."""
        formats, widths = (dict.fromkeys(part) for part in zip(*self.copies, strict=True))
        return " ".join([self.name, *formats, *map(str, widths)])

    def shape(self, width: str | None, height: str | None) -> dict[str, str | None]:
        """Width and height for a browser to keep the place free, from one of the two where a person wrote one."""
        if width and width.isdecimal() and not height:
            return {"width": width, "height": str(round(int(width) * self.height / self.width))}
        if height and height.isdecimal() and not width:
            return {"width": str(round(int(height) * self.width / self.height)), "height": height}
        return {"width": str(self.width), "height": str(self.height)}


def negative(path: Path) -> Negative | None:
    """The picture at a path; None where there is none that can be measured."""
    try:
        stat = path.stat()
        return developed(path, stat.st_size, stat.st_mtime_ns)
    except (*DAMAGED, Image.DecompressionBombError):
        return None  # not there, which Pelican says, no picture, or a trap


@lru_cache(maxsize=1024)
def developed(path: Path, size: int, _time: int) -> Negative | None:
    """The picture at a path; raises `OSError` for a file that cannot be read or is none."""
    if path.suffix.lower() == ".svg":
        return drawing(path)
    with Image.open(path) as image:
        width, height = image.size
        if image.getexif().get(ORIENTATION) in SIDEWAYS:
            width, height = height, width
        exact = image.format in EXACT
        plain = size >= LEAST and not getattr(image, "is_animated", False)
    name = hashlib.sha256(RECIPE.encode() + path.read_bytes()).hexdigest()[:16]
    return Negative(path, name, width, height, copies(width, exact=exact) if plain else (), exact)


def drawing(path: Path) -> Negative | None:
    """A vector drawing, which is sharp at any width and needs no copies; None where it does not say its shape."""
    with path.open("rb") as file:
        head = SVG.search(file.read(HEAD))
    if not head:
        return None
    sides = {side.decode(): float(value) for side, value in SIDE.findall(head[0])}
    box = BOX.search(head[0])
    if len(sides) < len(("width", "height")) and box:
        sides = {"width": float(box[1]), "height": float(box[2])}
    width, height = (round(sides.get(side, 0)) for side in ("width", "height"))
    return Negative(path, "", width, height) if width and height else None


def copies(width: int, *, exact: bool) -> tuple[tuple[str, int], ...]:
    """What copies a picture of this width wants: none wider than itself; a drawing one, as shrinking blurs it."""
    full = min(width, WIDTHS[-1])
    if exact:
        return (("webp", full),)
    formats = [kind for kind in ("avif", "webp") if features.check(kind)]
    widths = [*(one for one in WIDTHS if one < full), full]
    return tuple((kind, one) for kind in formats for one in widths)


def develop(negatives: Iterable[Negative], output: Path, cache: Path) -> None:
    """Lay every picture's copies into the output, drawing those that the cache does not hold."""
    wanted = {
        f"{one.name}-{width}.{kind}": partial(copy, one, kind, width) for one in negatives for kind, width in one.copies
    }
    lay(wanted, output, cache)


def copy(negative: Negative, kind: str, width: int, path: Path) -> None:
    """Draw one copy: upright, in its own colours, without what the camera wrote beside them.

    Raises `CopydeskError` `picture` where the file is damaged.
    """
    try:
        flat, colours = flattened(negative.path)
    except DAMAGED as error:
        hint = "Save it again from its source."
        raise CopydeskError("picture", "The picture is damaged.", hint, str(negative.path)) from error
    if width < flat.width:
        flat = flat.resize((width, round(width * flat.height / flat.width)), Image.Resampling.LANCZOS)
    manner = LOSSLESS if negative.exact else QUALITY[kind]
    flat.save(path, format=kind.upper(), icc_profile=colours, **manner)


def flattened(path: Path) -> tuple[Image.Image, bytes | None]:
    """A picture upright, in red, green and blue, and the profile of its colours."""
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image)
        return upright.convert("RGBA" if upright.has_transparency_data else "RGB"), image.info.get("icc_profile")
