"""A post's HTML in; the same HTML with its pictures measured, captioned and waited for where they are seen, out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePosixPath

from copydesk.presenting.negatives import Negative

FOLDER = "pictures"
Find = Callable[[str], Negative | None]  # the address of a picture -> the picture, if it is the site's own

IMAGE = r"""<img\b(?>(?:[^"'<>]|"[^"]*"|'[^']*')*)>"""
WORDS = r"<em>(?>(?:[^<]|<(?!/?(?:em|p)\b))*)</em>"
SHOWN = re.compile(rf"(<a\b[^<>]*>\s*+)?({IMAGE})")
ALONE = re.compile(
    rf"<p>\s*+(?P<image>(?:<a\b[^<>]*>\s*+)?{IMAGE}(?:\s*+</a>)?)\s*+(?:<br ?/?>)?\s*+"
    rf"(?P<under>{WORDS})?\s*+</p>(?:\s*+<p>(?P<next>{WORDS})</p>)?"
)
TITLE = re.compile(r"""\stitle=(?:"([^"]*)"|'([^']*)')""")
COPIED = re.compile(r'<img data-copies="([0-9a-f]{16})((?: [a-z]{4})+)((?: \d{1,5})+)"((?>(?:[^"<>]|"[^"]*")*))>')
LANDSCAPE = 1.2, 2.4  # width by height: squares and towers push the words away, ribbons show nothing
LEAST = 320  # pixels: a narrower picture is a sign or a face
ELSEWHERE = ("http://", "https://", "//")
REL = "noopener nofollow ugc"


def figures(markup: str) -> str:
    """The markup with each paragraph that is a picture made a figure.

    Its caption is an emphasised line under the picture, an emphasised paragraph behind it, or else its title.
    """
    return ALONE.sub(figure, markup)


def figure(found: re.Match[str]) -> str:
    """One figure."""
    title = TITLE.search(found["image"])
    words = (found["under"] or found["next"] or "").removeprefix("<em>").removesuffix("</em>")
    if title:
        words = words or title[1] or title[2] or ""
    image = TITLE.sub("", found["image"])
    caption = f"<figcaption>{words}</figcaption>" if words.strip() else ""
    return f"<figure>{image}{caption}</figure>{'' if found['under'] is None else follower(found['next'])}"


def follower(words: str | None) -> str:
    """The emphasised paragraph behind a picture that has its caption already."""
    return f"\n<p>{words}</p>" if words else ""


@dataclass
class Hanging:
    """A post's pictures in the order in which they are met; those with smaller copies are gathered in `copied`."""

    find: Find
    elsewhere: bool
    met: int = 0
    copied: tuple[Negative, ...] = ()

    def hang(self, found: re.Match[str]) -> str:
        """One picture, in the link around it if there is one."""
        link, told = found[1] or "", attributes(found[2])
        if "image-process" in (told.get("class") or ""):  # another plugin's, which measures by itself
            return found[0]
        source = told.get("src") or ""
        if source.startswith(ELSEWHERE) and not self.elsewhere:
            return link + pointer(source, told.get("alt") or "", inside=bool(link))
        self.met += 1
        return link + tag(self.described(told, self.find(source))) if source else link

    def described(self, told: dict[str, str | None], negative: Negative | None) -> dict[str, str | None]:
        """A picture's attributes with what a browser wants to know before it has it; what a person wrote wins."""
        late = {"loading": "lazy"} if self.met > 1 else {}
        if negative is None:
            return {**late, "alt": "", **told}
        if negative.copies:
            self.copied += (negative,)
        copies = {"data-copies": negative.told} if negative.copies else {}
        return {**copies, "src": "", "alt": "", **negative.shape(told.get("width"), told.get("height")), **late, **told}


def hung(markup: str, find: Find, *, elsewhere: bool) -> tuple[str, tuple[Negative, ...]]:
    """The markup with every picture's size in it, late ones loaded late; and the pictures that want smaller copies.

    Pictures from elsewhere tell their owner who reads: unless `elsewhere` is true, a link stands in their place.
    """
    if "<img" not in markup:
        return markup, ()
    hanging = Hanging(find, elsewhere)
    return SHOWN.sub(hanging.hang, figures(markup)), hanging.copied


def pointer(source: str, words: str, *, inside: bool) -> str:
    """What stands for a picture from elsewhere: its words or its name, linked unless a link is around it already."""
    shown = html.escape(words.strip() or PurePosixPath(source.partition("?")[0]).name or source)
    return shown if inside else f'<a href="{html.escape(source)}" rel="{REL}">{shown}</a>'


class Told(HTMLParser):
    """The attributes of one tag."""

    told: dict[str, str | None]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.told = dict(reversed(attrs))  # of two alike the first counts, as in browsers


def attributes(image: str) -> dict[str, str | None]:
    """An image tag's attributes, in their order."""
    parser = Told()
    parser.feed(image.removesuffix("/>") + ">" if image.endswith("/>") else image)
    return dict(reversed(parser.told.items()))


def tag(told: dict[str, str | None]) -> str:
    """Attributes -> an image tag."""
    pairs = (
        name if value is None else f'{name}="{html.escape(" ".join(value.split()))}"' for name, value in told.items()
    )
    return f"<img {' '.join(pairs)}>"


def pictured(markup: str, site: str, sizes: str) -> str:
    """What templates call: the markup with each picture offered in its copies, whose addresses begin with `site`.

    `sizes` says how wide a picture stands in the column, as HTML's attribute of that name does.
    """
    return COPIED.sub(lambda found: picture(found, f"{site}/{FOLDER}", html.escape(sizes)), markup)


def shot(markup: str, site: str, sizes: str) -> str:
    """What templates call: an article's picture for the front page, offered in its copies; "" where it has none.

    It is the first landscape of the text that is the site's own, and so is measured.
    """
    images = (found[0] for found in re.finditer(IMAGE, markup))
    return pictured(next(filter(landscape, images), ""), site, sizes)


def landscape(image: str) -> bool:
    """Whether a picture is wide enough for the front page, and neither tower nor ribbon."""
    told = attributes(image)
    width, height = (int(side) if (side := told.get(name) or "").isdecimal() else 0 for name in ("width", "height"))
    least, most = LANDSCAPE
    return width >= LEAST and height > 0 and least <= width / height <= most


def single(markup: str) -> str:
    """The markup as feeds carry it: each picture as it is, without a word of its copies."""
    return COPIED.sub(r"<img\4>", markup)


def picture(found: re.Match[str], folder: str, sizes: str) -> str:
    """One picture with its copies."""
    name, formats, widths, rest = found.groups()
    sources = "".join(
        f'<source type="image/{kind}" sizes="{sizes}" srcset="'
        + ", ".join(f"{folder}/{name}-{width}.{kind} {width}w" for width in widths.split())
        + '">'
        for kind in formats.split()
    )
    return f"<picture>{sources}<img{rest}></picture>"
