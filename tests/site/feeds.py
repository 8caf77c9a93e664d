"""A feed's bytes in, what is wrong with it out: Atom by RFC 4287, JSON Feed by version 1.1, OPML by 2.0."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import feedparser
import jsonschema
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": r"^https?://[^\s]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "minProperties": 1, "properties": {"name": TEXT, "url": ADDRESS, "avatar": ADDRESS}},
}
ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "properties": {
        "id": TEXT, "url": ADDRESS, "external_url": ADDRESS, "title": TEXT, "content_html": TEXT, "content_text": TEXT,
        "summary": TEXT, "image": ADDRESS, "banner_image": ADDRESS, "date_published": MOMENT, "date_modified": MOMENT,
        "authors": AUTHORS, "tags": {"type": "array", "items": TEXT, "uniqueItems": True}, "language": TEXT,
    },
    "patternProperties": {"^_": {"type": "object"}},
    "additionalProperties": False,
}  # fmt: skip
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": TEXT, "home_page_url": ADDRESS,
        "feed_url": ADDRESS, "description": TEXT, "user_comment": TEXT, "next_url": ADDRESS, "icon": ADDRESS,
        "favicon": ADDRESS, "authors": AUTHORS, "language": TEXT, "expired": {"type": "boolean"},
        "items": {"type": "array", "items": ITEM},
    },
    "patternProperties": {"^_": {"type": "object"}},
    "additionalProperties": False,
}  # fmt: skip


def atom(data: bytes) -> list[str]:
    """What is wrong with an Atom feed: by the grammar, by the rules that no grammar can say, and by a feed reader."""
    try:
        feed = etree.fromstring(data)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    faults = [] if GRAMMAR.validate(feed) else [f"{found.line}: {found.message}" for found in GRAMMAR.error_log]
    parsed = feedparser.parse(data)
    if parsed.bozo:
        faults.append(str(parsed.bozo_exception))
    return [*faults, *unsaid(feed)]


def unsaid(feed: etree._Element) -> list[str]:
    """The rules of RFC 4287, sections 4.1.1 and 4.1.2, that no grammar can say."""
    entries, faults = feed.findall(f"{ATOM}entry"), []
    if feed.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        faults.append("an entry without an author")
    ids = Counter(element.text for element in feed.iter(f"{ATOM}id"))
    faults += [f"the id {one} twice" for one, count in ids.items() if count > 1]
    faults += [f"the id {one} is no address" for one in ids if ":" not in (one or "")]
    for holder in (feed, *entries):
        alike = Counter(
            (link.get("type"), link.get("hreflang"))
            for link in holder.findall(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        )
        if any(count > 1 for count in alike.values()):
            faults.append("two alternate links of one kind")
        if not alike and holder.find(f"{ATOM}content") is None:
            faults.append("neither content nor a link to it")
    if not any(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link")):
        faults.append("no link to itself")
    return faults


def json_feed(data: bytes) -> list[str]:
    """What is wrong with a JSON Feed."""
    feed = json.loads(data)
    faults = [error.message for error in jsonschema.Draft202012Validator(JSON_FEED).iter_errors(feed)]
    ids = Counter(item.get("id") for item in feed.get("items", []))
    return [*faults, *(f"the id {one} twice" for one, count in ids.items() if count > 1)]


def opml(data: bytes) -> list[str]:
    """What is wrong with an OPML list of feeds."""
    root = etree.fromstring(data)
    faults = [] if (root.tag, root.get("version")) == ("opml", "2.0") else ["no OPML 2.0"]
    if root.findtext("head/title") is None or root.find("body/outline") is None:
        faults.append("no title or no outline")
    for outline in root.iter("outline"):
        faults += [f"an outline without {name}" for name in ("text", "type", "xmlUrl") if not outline.get(name)]
    return faults
