"""A page's tree and statements in, Facts out: headline, date, byline, source, address, language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from copydesk.language import lang_code
from copydesk.model import Facts
from copydesk.reading.page.dating import changed, published
from copydesk.reading.page.headline import headline
from copydesk.reading.page.statements import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from copydesk.reading.page.statements import Statements

AUTHORS = (
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "cxenseparse:author",
)
HANDLE = re.compile(r"https?://|www\.|@|\.com\b|^\W*$")
BY = re.compile(r"^\s*(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
NAME = 60  # characters of the longest name
NAMES = 6  # of those who wrote an article, at most


def facts(tree: HtmlElement, said: Statements) -> Facts:
    """What the page says of its article."""
    lang = language(tree, said)
    date = published(tree, said, lang)
    return Facts(
        title=headline(tree, said),
        date=date,
        date_from="metadata" if date else "",
        changed=max(changed(said), default=None),
        byline=byline(said),
        source=source(said),
        url=address(tree, said),
        lang=lang,
    )


def origin(tree: HtmlElement, said: Statements) -> Facts:
    """What the page says of where it comes from: its source and address alone."""
    return Facts(source=source(said), url=address(tree, said))


def byline(said: Statements) -> str:
    """The names of the people who wrote the article, with commas; no handles, addresses or the site's own name."""
    linked = persons(said.article.get("author"))
    listed = linked or [said.meta.get(name, "") for name in AUTHORS]
    publisher = source(said).casefold()
    names = [tidied(name) for name in listed]
    good = [name for name in dict.fromkeys(names) if is_name(name) and name.casefold() != publisher]
    return ", ".join(good[: NAMES if linked else 1])


def persons(author: Any) -> list[str]:
    """The names in the linked data's author: a text, a thing, or a list of them."""
    if isinstance(author, list):
        return [name for one in author for name in persons(one)]
    name = author.get("name") if isinstance(author, dict) else author
    if isinstance(name, list):
        return persons(name)
    return [plain(name)] if isinstance(name, str) else []


def tidied(name: str) -> str:
    """A name without the word before it."""
    return BY.sub("", name).strip(" ,;|")


def is_name(name: str) -> bool:
    """Whether a text can be a person's name: no address, no handle, not too long."""
    return bool(name) and len(name) <= NAME and not HANDLE.search(name)


def source(said: Statements) -> str:
    """The outlet's name."""
    return said.first("og:site_name", "application-name") or said.publisher


def address(tree: HtmlElement, said: Statements) -> str:
    """The page's own address."""
    canonical = next((e.get("href", "") for e in tree.iter("link") if "canonical" in e.get("rel", "").lower()), "")
    found = next(
        (url for url in (canonical, said.first("og:url", "twitter:url")) if url.startswith(("http://", "https://"))), ""
    )
    return found.strip()


def language(tree: HtmlElement, said: Statements) -> str:
    """The language that the page says it is in, as two letters."""
    return lang_code((tree.get("lang") or said.first("og:locale", "content-language"))[:2].lower())
