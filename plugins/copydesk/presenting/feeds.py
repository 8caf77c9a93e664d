"""Articles and topics in, the feeds that Pelican does not write out: JSON Feed 1.1 and an OPML list of topics."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from copydesk.presenting.markup import TAG
from copydesk.presenting.pictures import single


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a site says of itself: its name (HTML, as Pelican has it), subtitle, address without a slash, language."""

    name: str
    subtitle: str
    url: str
    lang: str


def home(context: Mapping[str, Any]) -> str:
    """The address that the feeds lead to: the site's own, else where its feeds are read; without a last slash."""
    return str(context["SITEURL"] or context.get("FEED_DOMAIN") or "").rstrip("/")


def plain(markup: Any) -> str:
    """HTML -> its text on one line."""
    return " ".join(html.unescape(TAG.sub(" ", str(markup))).split())


def json_feed(site: Masthead, address: str, articles: Sequence[Any]) -> str:
    """A JSON Feed (jsonfeed.org, version 1.1) of the articles, full text; `address` is the feed's own."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": plain(site.name),
        "description": plain(site.subtitle),
        "home_page_url": f"{site.url}/",
        "feed_url": f"{site.url}/{address}",
        "language": site.lang,
        "items": [item(site, article) for article in articles],
    }
    return json.dumps(without_blanks(feed), ensure_ascii=False, indent=1) + "\n"


def item(site: Masthead, article: Any) -> dict[str, Any]:
    """One article as an item of a JSON Feed; its address is its id, which a post keeps."""
    url = f"{site.url}/{article.url}"
    return without_blanks(
        {
            "id": url,
            "url": url,
            "external_url": getattr(article, "source_url", ""),
            "title": plain(article.title),
            "content_html": single(article.get_content(site.url)),
            "summary": plain(article.summary),
            "date_published": article.date.isoformat(),
            "date_modified": getattr(article, "modified", article.date).isoformat(),
            "authors": [{"name": plain(author)} for author in getattr(article, "authors", [])],
            "tags": [plain(tag) for tag in getattr(article, "tags", [])],
            "language": article.lang,
        }
    )


def without_blanks(values: dict[str, Any]) -> dict[str, Any]:
    """The values that say something; a feed without items still has the empty list."""
    return {name: value for name, value in values.items() if value or name == "items"}


def opml(site: Masthead, topics: Iterable[Any]) -> str:
    """An OPML 2.0 list of the topics' feeds, for a feed reader to take in at once."""
    lines = [f"    {outline(site, topic)}" for topic in topics if topic.feed_url]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<opml version="2.0">',
            f"  <head><title>{escape(plain(site.name))}</title></head>",
            "  <body>",
            *lines,
            "  </body>",
            "</opml>",
            "",
        ]
    )


def outline(site: Masthead, topic: Any) -> str:
    """One topic as a line of OPML."""
    title = quoteattr(plain(topic.title))
    feed, page = (quoteattr(f"{site.url}/{address}") for address in (topic.feed_url, topic.url))
    return f'<outline type="rss" text={title} title={title} xmlUrl={feed} htmlUrl={page}/>'
