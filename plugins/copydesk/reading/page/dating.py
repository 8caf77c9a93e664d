"""A page's tree and statements in, the day it was published out: by agreement of all that says one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.language.days import days
from copydesk.reading.dates import day

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

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
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
STATE = re.compile(r"date_?published\W{1,20}(\d{4}-\d\d-\d\d)", re.IGNORECASE)
SHOWN = 60  # characters of a marked time


def published(tree: HtmlElement, said: Statements, lang: str) -> datetime.date | None:
    """The day that two of these name, else the first of them: linked data, metadata, marked times, times shown.

    Where the head names one day, a mark or a shown time that gives the day of the last change says nothing.
    """
    head = [found for found in (first(linked(said)), first(stated(said))) if found]
    body = [found for found in (marked(tree), shown(tree, lang)) if found]
    late = set(changed(said)) if head else set()
    told = [*head, *(found for found in body if found not in late or found in head)]
    agreed = next((one for one in told if told.count(one) > 1), None)
    return agreed or next(iter(told), None) or hydrated(tree)


def first(values: Iterable[object]) -> datetime.date | None:
    """The first of the values that is a day."""
    return next((found for found in map(day, values) if found), None)


def linked(said: Statements) -> Iterator[object]:
    """What the linked data say of publication."""
    yield said.article.get("datePublished")
    yield from (thing.get("datePublished") for thing in said.things)
    yield said.article.get("dateCreated")


def stated(said: Statements) -> Iterator[object]:
    """What the meta elements say of publication."""
    yield from (said.meta.get(name) for name in PUBLISHED)


def changed(said: Statements) -> list[datetime.date]:
    """The days of the last change that the page states."""
    values = [*(thing.get("dateModified") for thing in said.things), *(said.meta.get(name) for name in MODIFIED)]
    return [found for found in map(day, values) if found]


def marked(tree: HtmlElement) -> datetime.date | None:
    """The first element that is marked as the time of publication."""
    for element in tree.iter("time", "span", "meta", "p", "div", "abbr"):
        mark = f"{element.get('itemprop', '')} {element.get('property', '')}"
        if "datePublished" in mark or "pubdate" in element.attrib or "published" in element.get("class", "").split():
            found = day(element.get("datetime") or element.get("content") or element.get("title"))
            if found:
                return found
    return None


def shown(tree: HtmlElement, lang: str) -> datetime.date | None:
    """The first time element below a headline."""
    below = False
    for element in tree.iter("h1", "time"):
        if below and element.tag == "time":
            text = " ".join(element.text_content().split())[:SHOWN]
            return day(element.get("datetime")) or next((named.day for named in days(text, lang)), None)
        below = below or element.tag == "h1"
    return None


def hydrated(tree: HtmlElement) -> datetime.date | None:
    """The one day of publication that the page's scripts or attributes hold, if they hold one only."""
    texts = [script.text or "" for script in tree.iter("script")]
    texts += [str(value) for element in tree.iter() for value in element.attrib.values() if len(value) > SHOWN]
    found = {hit[1] for text in texts for hit in STATE.finditer(text)}
    return day(found.pop()) if len(found) == 1 else None
