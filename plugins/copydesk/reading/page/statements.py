"""An HTML tree in, what its head and its linked data say of the article out."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

ARTICLES = ("Article", "Posting", "Report", "Review", "Recipe", "Story")  # the ends of schema.org's names
PADDING = " \t\r\n/*;"
DEEPEST = 12  # levels of linked data that are looked into


@dataclass(frozen=True, slots=True)
class Statements:
    """What a page says of itself: `meta` by lower-case name, the linked data's article and other things, `<title>`."""

    meta: dict[str, str] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)
    things: tuple[dict[str, Any], ...] = ()
    title: str = ""

    def first(self, *names: str) -> str:
        """The first of these meta names that says something."""
        return next((self.meta[name] for name in names if self.meta.get(name)), "")

    @property
    def publisher(self) -> str:
        """The name of the linked article's publisher."""
        told = self.article.get("publisher")
        name = told.get("name") if isinstance(told, dict) else told
        return plain(name) if isinstance(name, str) else ""

    def said(self, name: str) -> str:
        """A text of the linked article."""
        value = self.article.get(name)
        return plain(value) if isinstance(value, str) else ""


def statements(tree: HtmlElement) -> Statements:
    """All that a page states."""
    things = tuple(thing for script in tree.iter("script") for thing in linked(script))
    articles = [thing for thing in things if is_article(thing)]
    title = next((plain(element.text_content()) for element in tree.iter("title")), "")
    return Statements(meta(tree), chosen(articles), things, title)


def meta(tree: HtmlElement) -> dict[str, str]:
    """The meta elements' names and contents; of several with one name the first."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        )
        value = plain(element.get("content", ""))
        if value:
            found.setdefault(name.strip().lower(), value)
    return found


def linked(script: HtmlElement) -> Iterator[dict[str, Any]]:
    """The things that a script of linked data describes; none where it is damaged."""
    if "ld+json" not in script.get("type", ""):
        return
    try:
        data = json.loads(unwrapped(script.text or ""), strict=False)
    except (ValueError, RecursionError):
        return
    yield from things(data)


def unwrapped(text: str) -> str:
    """Linked data without what sites put around it: a CDATA section, a comment, a semicolon."""
    return text.strip(PADDING).removeprefix("<![CDATA[").removesuffix("]]>").strip(PADDING)


def things(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Everything in linked data that has a type."""
    if depth > DEEPEST:
        return
    if isinstance(data, dict):
        if "@type" in data:
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            yield from things(data.get(key), depth + 1)
    elif isinstance(data, list):
        for one in data:
            yield from things(one, depth + 1)


def is_article(thing: dict[str, Any]) -> bool:
    """Whether a thing is some kind of article."""
    kinds = thing["@type"] if isinstance(thing["@type"], list) else [thing["@type"]]
    return any(isinstance(kind, str) and kind.endswith(ARTICLES) for kind in kinds)


def chosen(articles: list[dict[str, Any]]) -> dict[str, Any]:
    """The article that says most of itself, if a page describes several."""
    wanted = ("headline", "datePublished", "articleBody", "author")
    return max(articles, key=lambda thing: sum(name in thing for name in wanted), default={})


def plain(text: str) -> str:
    """A statement as plain text: entities undone (twice, as many sites write them), white space tidy."""
    return " ".join(html.unescape(html.unescape(text)).split())
