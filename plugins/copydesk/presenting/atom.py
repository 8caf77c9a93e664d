"""One of Pelican's feeds in, the same feed with an id of its own, all its authors and a style sheet out."""

from __future__ import annotations

import datetime
from functools import partial
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed, get_tag_uri

from copydesk.presenting import feeds
from copydesk.presenting.feeds import plain
from copydesk.presenting.pictures import single

NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)  # an empty feed was last updated: no clock, so no churn

TEXTS = ("description", "content")  # what of an entry is markup
REFERRED = "?ref=feed"  # what Pelican's setting `FEED_APPEND_REF` puts behind an address


def improve(context: Any, feed: Any) -> None:
    """Improve a feed before it is written (Pelican's signal `feed_generated`).

    The context's `entries` are the articles by their addresses: what Pelican hands to a feed is their first author.
    """
    for item in feed.items:
        address = item["link"].removesuffix(REFERRED).removeprefix(context["SITEURL"]).lstrip("/")
        article = context["entries"].get(address)
        item["lang"] = getattr(article, "lang", "")
        item["others"] = [plain(author) for author in getattr(article, "authors", ())[1:]]
    if not context["SITEURL"]:
        settle(feed, feeds.home(context))
    for item in feed.items:
        item["author_name"] = plain(item["author_name"] or context["SITENAME"])  # RFC 4287 wants an author
        item.update({name: single(item[name]) for name in TEXTS if item.get(name)})
        item["categories"] = [plain(name) for name in item["categories"]]
    if not feed.items:
        vars(feed)["latest_post_date"] = lambda: NEVER
    if isinstance(feed, Atom1Feed):
        feed.feed["id"] = feed.feed["feed_url"]  # Pelican gives every feed of a site the site's own id
        feed.feed["language"] = feed.feed["language"] or context["DEFAULT_LANG"]
        vars(feed)["item_attributes"] = partial(spoken, feed.feed["language"])
        vars(feed)["add_item_elements"] = partial(signed, feed.add_item_elements)
        sheet = f"{context['SITEURL']}/{context['THEME_STATIC_DIR']}/css/feed.css"
        vars(feed)["write"] = partial(styled, feed.write, sheet)


def settle(feed: Any, home: str) -> None:
    """Give a preview's feed whole addresses: a feed reader knows no site that relative ones could belong to."""
    feed.feed["link"] = f"{home}/"
    for item in feed.items:
        item["link"] = f"{home}/{item['link'].removeprefix('/')}"
        item["unique_id"] = get_tag_uri(item["link"], item["pubdate"])  # type: ignore[no-untyped-call]


def spoken(lang: str, item: Any) -> dict[str, str]:
    """The attributes of an entry: its language, where it is not the feed's `lang`."""
    return {"xml:lang": item["lang"]} if item["lang"] not in ("", lang) else {}


def signed(add: Any, handler: Any, item: Any) -> None:
    """Write what is in an entry, and its other authors behind the first."""
    add(handler, item)
    for name in item["others"]:
        handler.startElement("author", {})
        handler.addQuickElement("name", name)
        handler.endElement("author")


def styled(write: Any, sheet: str, file: Any, encoding: str) -> None:
    """Write a feed with a style sheet, so that a browser shows it to a person."""
    plain_feed = StringIO()
    write(plain_feed, encoding)
    declaration, _, rest = plain_feed.getvalue().partition("?>")
    file.write(f'{declaration}?>\n<?xml-stylesheet type="text/css" href="{sheet}"?>{rest}')
