"""A JSON Feed in, a prepared Seed an item out.

The keys are those of version 1.1, https://www.jsonfeed.org/version/1.1/, and of version 1, which had one author.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from copydesk.language import lang_code
from copydesk.model import CopydeskError, Facts, Line, Seed
from copydesk.reading.dates import UNDATED, day
from copydesk.reading.escapes import unescaped
from copydesk.reading.feed import unsigned
from copydesk.reading.lines import paragraphs, tidy
from copydesk.reading.page.lines import fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "https://jsonfeed.org/version/"


def is_feed(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value of JSON says that it is a feed."""
    return isinstance(value, dict) and said(value, "version").startswith(VERSION)


def items(path: str, number: int, feed: dict[str, Any]) -> Iterator[Seed | CopydeskError]:
    """The items of the feed that begins in a line of a file, and what is wrong with each bad one."""
    told = feed.get("items")
    if not told or not isinstance(told, list):
        yield CopydeskError("feed", "The feed has no items.", "Save the article as HTML.", path, number)
        return
    for place, one in enumerate(told, 1):
        table = one if isinstance(one, dict) else {}
        lines = body(path, number, table)
        if lines:
            yield item(path, table, feed, lines)
        else:
            message = f"Item {place} of the feed has no text."
            yield CopydeskError("feed", message, "Save its article as HTML.", path, number)


def item(path: str, table: dict[str, Any], feed: dict[str, Any], lines: tuple[Line, ...]) -> Seed:
    """One item as a seed; many programs write HTML's names for signs into its title, though that is plain text."""
    written = said(table, "date_published") or said(table, "date_modified")
    tags = table.get("tags")
    facts = Facts(
        title=said(table, "title"),
        byline=", ".join(authors(table) or authors(feed)),
        source=said(feed, "title"),
        url=said(table, "url") or said(table, "external_url"),
        lang=lang_code((said(table, "language") or said(feed, "language"))[:2].lower()),
        tags=tuple(tidy(tag) for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    ).dated(day(written))
    wrong = (UNDATED.format(written),) if written and not facts.date else ()
    found = unescaped(facts)
    return Seed(path, "", "feed", lines, found=found, prepared=True, warnings=wrong, signed=facts)


def body(path: str, number: int, table: dict[str, Any]) -> tuple[Line, ...]:
    """An item's whole text where the feed gives it, else its summary."""
    page, *texts = (table.get(key) for key in ("content_html", "content_text", "summary"))
    if page and isinstance(page, str):
        return unsigned(fragment(page, path))
    return paragraphs(next((text for text in texts if text and isinstance(text, str)), ""), number)


def authors(table: dict[str, Any]) -> list[str]:
    """The names of those who wrote."""
    told = table.get("authors") or [table.get("author")]
    people = told if isinstance(told, list) else [told]
    return [name for one in people if isinstance(one, dict) and (name := said(one, "name"))]


def said(table: dict[str, Any], key: str) -> str:
    """A key's text, "" where it has none."""
    value = table.get(key)
    return tidy(value) if isinstance(value, str) else ""
