"""A page's tree and statements in, Facts out: headline, date, byline, source, address, language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from copydesk.model import Facts
from copydesk.reading.dates import day
from copydesk.reading.page.headline import headline
from copydesk.reading.page.statements import plain

if TYPE_CHECKING:
    import datetime

    from lxml.html import HtmlElement

    from copydesk.reading.page.statements import Statements

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published:time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published_time",
    "og:publish_date",
    "date-pub",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published-date",
    "cxenseparse:recs:publishtime",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "article:published",
    "article_date_original",
    "date",
)
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
CODE = re.compile(r"[a-z]{2}")
NAME = 60  # characters of the longest name
NAMES = 6


def facts(tree: HtmlElement, said: Statements) -> Facts:
    """What the page says of its article."""
    date = published(tree, said)
    return Facts(
        title=headline(tree, said),
        date=date,
        date_from="metadata" if date else "",
        byline=byline(said),
        source=source(said),
        url=address(tree, said),
        lang=language(tree, said),
    )


def published(tree: HtmlElement, said: Statements) -> datetime.date | None:
    """The day of publication: linked data, metadata, marked times. What the text says is for shaping to find."""
    return stated(said) or marked(tree) or shown(tree)


def stated(said: Statements) -> datetime.date | None:
    """The day that the linked data, or else a meta element, names."""
    linked = [
        said.article.get("datePublished"),
        *(thing.get("datePublished") for thing in said.things),
        said.article.get("dateCreated"),
    ]
    for value in (*linked, *(said.meta.get(name) for name in PUBLISHED)):
        found = day(value)
        if found:
            return found
    return None


def marked(tree: HtmlElement) -> datetime.date | None:
    """The first element that is marked as the time of publication."""
    for element in tree.iter("time", "span", "meta", "p", "div", "abbr"):
        mark = f"{element.get('itemprop', '')} {element.get('property', '')}"
        if "datePublished" in mark or "pubdate" in element.attrib or "published" in element.get("class", "").split():
            found = day(element.get("datetime") or element.get("content") or element.get("title"))
            if found:
                return found
    return None


def shown(tree: HtmlElement) -> datetime.date | None:
    """The first time element below a headline."""
    below = False
    for element in tree.iter("h1", "time"):
        if below and element.tag == "time":
            return day(element.get("datetime"))
        below = below or element.tag == "h1"
    return None


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
    publisher = said.article.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return said.first("og:site_name", "application-name") or (plain(name) if isinstance(name, str) else "")


def address(tree: HtmlElement, said: Statements) -> str:
    """The page's own address."""
    canonical = next((e.get("href", "") for e in tree.iter("link") if "canonical" in e.get("rel", "").lower()), "")
    found = next(
        (url for url in (canonical, said.first("og:url", "twitter:url")) if url.startswith(("http://", "https://"))), ""
    )
    return found.strip()


def language(tree: HtmlElement, said: Statements) -> str:
    """The language that the page says it is in, as two letters."""
    code = (tree.get("lang") or said.first("og:locale", "content-language"))[:2].lower()
    return code if CODE.fullmatch(code) else ""
