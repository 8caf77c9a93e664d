"""A site's articles and topics in, the pictures that other sites show of them out (1200 by 630, Open Graph's size)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from PIL import Image, ImageDraw, ImageFont

from copydesk.model import CopydeskError
from copydesk.presenting.feeds import Masthead, plain
from copydesk.presenting.front import topics_of
from copydesk.presenting.prints import lay

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
PAPER, INK, ACCENT = (0xFD, 0xFC, 0xF9), (0x1B, 0x1A, 0x17), (0xA5, 0x28, 0x1B)
FULL = 255
BITS = 4  # a pixel: eight shades of each ink
SIZES = (84, 74, 66, 58, 50)  # of a headline, the largest that fits
ROOM = 330  # pixels that a headline may take
SMALL = 40  # pixels: the size of the site's name and of the topic
LEADING = 1.15
OVERHANG = 0.15  # of the size: no letter leans further over the next by design; Source Serif's “ % … stand out by more,
# since its hints tell the width of one of their parts, and Raqm, which takes no hints, is not on every machine
LONGEST = 300  # letters of a headline that a card looks at
DRAWING = "4"  # part of a card's name: a new drawing gets new names
FOLDER = "cards"
RIGHT_TO_LEFT = {"R", "AL"}  # Unicode's names for letters that Pillow's plain layout would print from left to right


@dataclass
class Cover:
    """What the site's own card is drawn of: it takes a `card` as an article does."""

    title: str
    card: str = ""


def cover(site: Masthead, font: str = "") -> Cover:
    """The site's own card, for pages that have none: its subtitle, else its name, if the font can write either."""
    made = Cover(written(plain(site.subtitle), font) or plain(site.name))
    assign(site, [made], [], font)
    return made


def assign(site: Masthead, articles: Iterable[Any], topics: Iterable[Any], font: str = "") -> None:
    """Give each its `card`, the address of its picture, named by what is drawn on it.

    It is "" where the font has no signs for the headline: a card that says nothing of its article helps nobody.
    """
    for item in (*articles, *topics):
        item.card = f"{FOLDER}/{name(site, item, font)}.png" if lines(site, item, font)[1] else ""


def name(site: Masthead, item: Any, font: str = "") -> str:
    """Sixteen hexadecimal digits of what stands on the card, and in which font of the site's own."""
    said = (DRAWING, *lines(site, item, font), *filter(None, (face(font),)))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def face(font: str) -> str:
    """What tells a font of the site's own from others, wherever its file lies; "" for the desk's."""
    return hashlib.sha256(Path(font).read_bytes()).hexdigest() if font else ""


def lines(site: Masthead, item: Any, font: str = "") -> tuple[str, str, str]:
    """What stands on a card: the site, the headline, and the first topic; "" for what the font cannot write."""
    topic = next((topic.title for topic in topics_of(item)), "")
    return (
        written(plain(site.name), font),
        written(plain(item.title)[:LONGEST], font),
        written(plain(topic), font),
    )


def written(text: str, font: str) -> str:
    """The text, "" where the font cannot write it."""
    return text if legible(text, load(font, SMALL)) else ""


def draw(site: Masthead, items: Sequence[Any], output: Path, cache: Path, font: str = "") -> None:
    """Draw the cards that neither the output nor the cache has, and clear away those that nothing shows any more."""
    wanted = {item.card.rpartition("/")[2]: partial(save, lines(site, item, font), font) for item in items if item.card}
    lay(wanted, output / FOLDER, cache / "own")


def save(said: tuple[str, str, str], font: str, path: Path) -> None:
    """Draw one card into a file."""
    card(*said, font).save(path, format="PNG", bits=BITS, compress_level=6)


def card(site: str, headline: str, topic: str, font: str = "") -> Image.Image:
    """One card."""
    black, red = Image.new("L", SIZE, 0), Image.new("L", SIZE, 0)  # a sheet an ink, from none to full
    ink, accent = ImageDraw.Draw(black), ImageDraw.Draw(red)
    small = load(font, SMALL)
    if site:
        row(ink, broken(site, small)[0], 60, small)
    ink.rectangle((MARGIN, 129, WIDTH - MARGIN, 132), fill=FULL)
    ink.rectangle((MARGIN, 138, WIDTH - MARGIN, 138), fill=FULL)
    size, rows = arranged(headline, font)
    for number, line in enumerate(rows):
        row(ink, line, 175 + number * size * LEADING, load(font, size))
    accent.rectangle((0, 0, WIDTH, 14), fill=FULL)
    if topic:
        row(accent, broken(topic, small)[0], HEIGHT - 105, small)
    return printed(black, red)


def row(pen: ImageDraw.ImageDraw, text: str, top: float, font: FreeTypeFont) -> None:
    """Print one row of text from the left margin."""
    left: float = MARGIN
    for piece in pieces(text, font):
        pen.text((left, top), piece, fill=FULL, font=font)
        left += length(piece, font)


def pieces(text: str, font: FreeTypeFont) -> list[str]:
    """The text, parted behind each letter over which the font would print the next."""
    cuts = [place for place, letter in enumerate(text, 1) if lacking(letter, font)]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


def length(text: str, font: FreeTypeFont) -> float:
    """How long a row of text is, in pixels."""
    return font.getlength(text) + sum(lacking(letter, font) for letter in text)


@lru_cache(maxsize=8192)
def lacking(letter: str, font: FreeTypeFont) -> float:
    """The pixels by which a letter stands out over the next by mistake; none for a mark that joins the one before."""
    width = font.getlength(letter)
    out = font.getbbox(letter)[2] - width
    return out if width and out > OVERHANG * font.size else 0


def printed(ink: Image.Image, accent: Image.Image) -> Image.Image:
    """Two sheets, one of each ink, on paper: sixteen colours, so that a card is small and quickly written."""
    image = ink.point([shade // 32 for shade in range(256)])
    inked = accent.point([8 + shade // 32 for shade in range(256)])
    image.paste(inked, mask=accent.point([0] * 32 + [255] * 224))
    image = image.convert("P") if image.mode != "P" else image
    image.putpalette([*ramp(INK), *ramp(ACCENT)])
    return image


def ramp(ink: tuple[int, int, int]) -> list[int]:
    """Eight colours from paper to an ink, as red, green and blue in turn."""
    return [
        round(paper + (full - paper) * step / 7) for step in range(8) for paper, full in zip(PAPER, ink, strict=True)
    ]


@lru_cache(maxsize=32)
def load(font: str, size: int) -> FreeTypeFont:
    """The font at a size in pixels; Source Serif where none is named. Raises `CopydeskError` for what is no font."""
    try:
        return ImageFont.truetype(font or own_font(), size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        message = f"The font of the cards cannot be read ({error})."
        raise CopydeskError("cards", message, "Mend COPYDESK_CARD_FONT.", font) from error


def own_font() -> str:
    """Source Serif Bold, found without running its package."""
    spec = find_spec("font_source_serif_pro")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise CopydeskError(
            "cards", "The cards need a font.", "pip install font-source-serif-pro, or COPYDESK_CARD_FONT."
        )
    return str(Path(folders[0], "files", "SourceSerifPro-Bold.ttf"))


def legible(text: str, font: FreeTypeFont) -> bool:
    """Whether the font has a sign for every letter of the text, and none of them runs from right to left."""
    return all(
        has(font, letter) and bidirectional(letter) not in RIGHT_TO_LEFT for letter in {*text} if not letter.isspace()
    )


@lru_cache(maxsize=8192)
def has(font: FreeTypeFont, letter: str) -> bool:
    """Whether the font draws a letter as anything but its box for the unknown."""
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


def arranged(text: str, font: str) -> tuple[int, list[str]]:
    """The largest size at which the text fits its room, and its rows there; cut with an ellipsis if none does."""
    for size in SIZES:
        rows = broken(text, load(font, size))
        if len(rows) * size * LEADING <= ROOM:
            return size, rows
    most = int(ROOM // (SIZES[-1] * LEADING))
    rows = broken(text, load(font, SIZES[-1]))[:most]
    return SIZES[-1], [*rows[:-1], f"{rows[-1][:-2].rstrip()}…"]


def broken(text: str, font: FreeTypeFont) -> list[str]:
    """The text in rows that fit between the margins; a word too long for a row is parted."""
    rows = [""]
    for word in text.split():
        for part in parts(word, font):
            longer = f"{rows[-1]} {part}".strip()
            if fits(longer, font):
                rows[-1] = longer
            else:
                rows.append(part)
    return [row for row in rows if row]


def parts(word: str, font: FreeTypeFont) -> list[str]:
    """A word, or the pieces of it that fit a row each."""
    if fits(word, font):
        return [word]
    least = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or fits(word[:n], font))
    return [word[:least], *parts(word[least:], font)]


def fits(text: str, font: FreeTypeFont) -> bool:
    """Whether a row holds the text."""
    return length(text, font) <= WIDTH - 2 * MARGIN
