"""A headline in, an address out that is free, short and safe on every disk."""

from __future__ import annotations

import hashlib
import re
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_PAGE = 160  # a name in another script grows when it is spelt, and file names end at 255 bytes
LONGEST = 80  # characters; longer addresses are cut by mail programs and fill a terminal's line
# What python-slugify would spell as a reader does not: "PS210m", and 42 for 4,2.
SPELT = [("£", " "), ("€", " euro "), ("$", " "), (",", "-"), (".", "-"), ("’", ""), ("'", ""), ("&", " ")]
# Names that a Pelican site or a disk uses itself, with the numbers of their further pages.
RESERVED = re.compile(
    r"(?:index|archives?|articles?|author|authors|category|categories|tag|tags|topics?|stories|story|editions?|pages?"
    r"|search|about|feeds?|drafts?|theme|static|images|cname|robots|sitemap|con|prn|aux|nul|com\d|lpt\d|404)-?\d*"
)


def slug(title: str, taken: Collection[str]) -> str:
    """A free slug for the title: at most `LONGEST` letters, digits and hyphens; `taken` holds the slugs in use."""
    base = stem(title)
    if RESERVED.fullmatch(base):
        base += "-article"
    free = (name for number in count(2) if (name := f"{base}-{number}") not in taken)
    return next(free) if base in taken else base


def titled(title: str) -> str:
    """The slug of a post that says none, as Pelican makes it of the title in its header, unless a site says how."""
    from pelican.settings import DEFAULT_CONFIG
    from pelican.utils import slugify

    signs: Any = DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]
    return spelt(slugify(title, regex_subs=signs), title)


def spelt(slug: str, title: str) -> str:
    """The slug that Pelican made of a title, or one of ours where that is empty or too long."""
    return slug if 0 < len(slug) <= LONGEST_PAGE else stem(title)


def stem(title: str) -> str:
    """The title's slug before it is told apart from others; a short hash where no letter of it can be spelt."""
    from slugify import slugify

    room = LONGEST - len("-article-999")
    return slugify(title, max_length=room, word_boundary=True, replacements=SPELT) or "article-" + digest(title)


def spells(name: str) -> bool:
    """Whether a name can be an address of a sound length: one of signs alone leaves nothing to spell."""
    from slugify import slugify

    return 0 < len(slugify(name)) <= LONGEST_PAGE


def digest(title: str) -> str:
    """Eight hex digits that stand for the title."""
    return hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:8]
