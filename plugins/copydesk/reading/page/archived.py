"""The tree of a page in, the same without what an archive put into it, and with its own address, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.language.archives import TODAY, original

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

BARS = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato")  # the Wayback Machine's
HEADER = "HEADER"  # archive.today's, and many a page's own
KEEPER = re.compile(rf"https?://{TODAY}(?:/|$)", re.IGNORECASE)
LINKED = ("canonical", "bookmark")
STATED = ("article:published_time", "article:modified_time", "og:site_name", "og:url")  # by archive.today, of its copy


def bare(root: HtmlElement) -> HtmlElement:
    """The page's tree, changed in place; one that no archive kept stays as it is."""
    links = [link for link in root.iter("link") if link.get("rel", "").lower() in LINKED]
    kept = any(KEEPER.match(link.get("href", "")) for link in links)
    address = next((one for one in addresses(root) if not KEEPER.match(one)), "") if kept else ""
    for link in links:
        link.set("href", address or original(link.get("href", "")))
    for meta in [*root.iter("meta")] if kept else ():
        if meta.get("property") in STATED:
            meta.drop_tree()
    names = (*BARS, HEADER) if kept else BARS
    for element in root.xpath("//*[@id]"):
        if element.get("id") in names:
            element.drop_tree()
    return root


def addresses(root: HtmlElement) -> Iterator[str]:
    """What may be the own address of a page that archive.today kept: what its copy links to, what its bar shows."""
    yield from (original(link.get("href", "")) for link in root.iter("link") if link.get("rel", "").lower() in LINKED)
    shown = (field.get("value", "") for field in root.xpath("//*[@id=$name]//input", name=HEADER))
    yield from (value for value in shown if value.startswith(("http://", "https://")))
