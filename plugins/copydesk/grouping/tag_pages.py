"""How often each tag is used in, the tags that deserve a page of their own and the pages' addresses out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from slugify import slugify

LARGE_SITE = 200  # articles: from here on a tag needs one article more
IN_SMALL, IN_LARGE = 2, 3
TOLD = re.compile(rb"\bpaged\b")  # by this name a tag tells templates whether it has a page


def deserving(counts: Mapping[str, int], articles: int, minimum: int) -> frozenset[str]:
    """The tags with enough articles for a page, a feed and links; the others stand as plain text.

    `counts` maps each tag to its articles, `articles` is the size of the site, `minimum` what the editor has set
    (0: two articles in a small site, three from 200 on; most of the tags on the open web are used once).
    """
    enough = minimum or (IN_LARGE if articles >= LARGE_SITE else IN_SMALL)
    return frozenset(tag for tag, count in counts.items() if count >= enough)


def address(tag: str) -> str:
    """A tag's slug: C++ is `c-plus-plus`, C# is `c-sharp`; spellings of one word (Café, cafe) share theirs.

    Where a script cannot be spelt in letters, a short hash of the tag stands for it.
    """
    plain = slugify(tag.replace("+", " plus ").replace("#", " sharp "))
    return plain or f"tag-{hashlib.sha256(tag.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def tags_of(generator: Any) -> Iterator[Any]:
    """Every tag of every article of a Pelican articles generator, each as often as it is used."""
    for article in (*generator.articles, *generator.translations, *generator.hidden_articles, *generator.drafts):
        yield from getattr(article, "tags", ())


def name(generator: Any) -> None:
    """Give the tags of a Pelican articles generator their addresses, before it sorts the articles by them."""
    for tag in tags_of(generator):
        tag.slug = address(tag.name)


def asked(pelican: Mapping[str, Any]) -> bool:
    """Whether the theme of Pelican's settings asks which tags have a page: any other one links to all of them."""
    folders = (*pelican["THEME_TEMPLATES_OVERRIDES"], Path(pelican["THEME"], "templates"))
    templates = (path for folder in folders for path in Path(folder).rglob("*.html"))
    return any(TOLD.search(path.read_bytes()) for path in templates if path.is_file())


def thin(generator: Any, minimum: int) -> None:
    """Take from a Pelican articles generator the tags that deserve no page; `paged` tells templates which do."""
    used = {tag.slug: len(articles) for tag, articles in generator.tags.items()}
    kept = deserving(used, len(generator.articles), minimum)
    for tag in tags_of(generator):
        tag.paged = tag.slug in kept
    for tag in [tag for tag in generator.tags if tag.slug not in kept]:
        del generator.tags[tag]
    generator.context["tags"] = list(generator.tags.items())
