"""The built site's files: links, feeds and data, at the root, under a path and with relative addresses."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import feedparser
import jsonschema
import pytest

from copydesk.presenting import cards
from tests.site import feeds

pytestmark = pytest.mark.slow

NEWS = {
    "type": "object",
    "required": [
        "@context", "headline", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage", "isBasedOn",
        "inLanguage", "articleSection", "keywords", "description",
    ],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        "headline": {"type": "string", "minLength": 1},
        "datePublished": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"},
        "dateModified": {"$ref": "#/properties/datePublished"},
        "author": {"type": "array", "minItems": 1, "items": {"required": ["@type", "name"]}},
        "publisher": {"required": ["@type", "name", "url"]},
        "isBasedOn": {"type": "string", "pattern": "^https?://"},
        "image": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": r"^http.*\.png$"}},
        "keywords": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "articleSection": {"type": "array", "items": {"type": "string", "minLength": 1}},
    },
}  # fmt: skip
TRAIL = {
    "required": ["itemListElement"],
    "properties": {
        "itemListElement": {
            "minItems": 2,
            "items": {
                "required": ["@type", "position", "name", "item"],
                "properties": {"item": {"pattern": "^https?://"}, "name": {"minLength": 1}},
            },
        }
    },
}
WHERE = {"site": "under a path", "rooted": "at a root", "relative": "with relative addresses"}
VOID_CONTENT = {"og:image", "og:url"}


class Reader(HTMLParser):
    """A page's ids, addresses and data blocks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids, self.addresses, self.blocks = set(), [], []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids.add(found.get("id"))
        self.addresses += [found[name] for name in ("href", "src") if found.get(name)]
        self.addresses += [source.split()[0] for source in found.get("srcset", "").split(",") if source]
        if found.get("property") in VOID_CONTENT:
            self.addresses.append(found["content"])
        self.inside = tag == "script" and found.get("type") == "application/ld+json"

    def handle_data(self, data):
        if self.inside:
            self.blocks.append(json.loads(data))
            self.inside = False


def read(path: Path) -> Reader:
    return Reader(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["site", "rooted", "relative"])
def test_no_link_is_broken(name, request, bars):
    built = request.getfixturevalue(name)
    base = built.url or "https://nowhere.example"
    pages = {path: read(path) for path in built.pages() if "pagefind" not in path.parts}
    broken = []
    for path, page in pages.items():
        here = f"{base}/{path.relative_to(built.output).as_posix()}"
        astray = [a for a in page.addresses if not target_exists(built.output, base, urljoin(here, a), pages)]
        broken += [(path.relative_to(built.output).as_posix(), address) for address in astray]
    count = sum(len(page.addresses) for page in pages.values())
    bars.tell(f"Links and fragments {WHERE[name]}", f"{len(broken)} broken of {count} on {len(pages)} pages", broken)
    assert broken == []


def target_exists(output: Path, base: str, address: str, pages: dict[Path, Reader]) -> bool:
    """Whether an address of the site leads to a file, and its fragment to an id; other sites' addresses pass."""
    whole, fragment = urldefrag(address)
    if urlsplit(whole).scheme not in ("http", "https") or not (whole + "/").startswith(base + "/"):
        return not whole.startswith(("http://127", "https://nowhere", "https://news.example"))
    path = output / unquote(urlsplit(whole).path.removeprefix(urlsplit(base).path)).lstrip("/")
    path = path / "index.html" if path.is_dir() else path
    return path.is_file() and (not fragment or fragment in pages[path].ids)


@pytest.mark.parametrize("name", ["site", "rooted"])
def test_feeds_are_sound(name, request, bars):
    built = request.getfixturevalue(name)
    found = {path: feeds.atom(path.read_bytes()) for path in sorted(built.output.rglob("*.atom.xml"))}
    found[built.output / "feed.json"] = feeds.json_feed((built.output / "feed.json").read_bytes())
    found[built.output / "topics.opml"] = feeds.opml((built.output / "topics.opml").read_bytes())
    faults = {path.relative_to(built.output).as_posix(): faults for path, faults in found.items() if faults}
    bars.tell(
        f"Feeds {WHERE[name]} valid: RFC 4287's grammar, JSON Feed 1.1, OPML 2.0, feedparser bozo 0",
        f"{len(found)} feeds",
        faults,
    )
    assert faults == {}
    assert len(found) >= 12


def test_feeds_carry_the_whole_text(site):
    ids = set()
    paths = sorted(site.output.rglob("*.atom.xml"))
    for path in paths:
        found = feedparser.parse(path.read_bytes())
        assert all(entry.title and entry.link.startswith(site.url) for entry in found.entries)
        assert all(len(entry.content[0].value) > 400 for entry in found.entries), "full text"
        ids.add(found.feed.id)
    assert len(ids) == len(paths)


def test_feed_entries_carry_the_whole_headline(site):
    found = feedparser.parse((site.output / "feeds/all.atom.xml").read_bytes(), sanitize_html=False)
    titles = {entry.title for entry in found.entries}
    assert {"a < b && c > d", "<script>alert(1)</script>"} <= {
        title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for title in titles
    }


def test_json_feed_and_opml(site):
    feed = json.loads((site.output / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{site.url}/feed.json"
    assert len({item["id"] for item in feed["items"]}) == 100
    assert all(item["content_html"] and item["title"] for item in feed["items"])
    outlines = ElementTree.parse(site.output / "topics.opml").findall("./body/outline")
    assert [outline.get("text") for outline in outlines] == [
        "Deep-sea fishing",
        "EV strategy",
        "Interest rates & inflation",
    ]
    for outline in outlines:
        assert (site.output / outline.get("xmlUrl").removeprefix(f"{site.url}/")).is_file()


def test_every_story_tells_programs_what_it_is(site, bars):
    for slug, path in zip(site.titles, site.stories(), strict=True):
        news, trail = read(path).blocks
        jsonschema.validate(news, NEWS)
        jsonschema.validate(trail, TRAIL)
        assert news["url"] == f"{site.url}/2026/{slug}/"
        assert ("image" in news) is cards.legible(news["headline"], cards.load("", cards.SMALL))
        assert all((site.output / image.removeprefix(f"{site.url}/")).is_file() for image in news.get("image", []))
    bars.tell("Stories with valid NewsArticle and BreadcrumbList", f"{len(site.titles)} of {len(site.titles)}")


def test_a_story_s_own_picture_is_told_before_its_card(rooted):
    news, _ = read(rooted.output / "2026/pictures/index.html").blocks
    photo, card = (image.removeprefix("https://news.example.org/") for image in news["image"])
    assert (photo, card.partition("/")[0]) == ("images/photo.jpg", "cards")


def test_a_story_and_its_card_say_when_and_what_they_are(rooted):
    text = (rooted.output / "2026/story-001/index.html").read_text(encoding="utf-8")
    assert '<meta property="article:published_time" content="2026-11-20T00:00:00+01:00">' in text
    assert f'<meta property="og:image:alt" content="{rooted.titles["story-001"]}">' in text


@pytest.mark.parametrize("page", ["index.html", "archive/index.html", "2026/story-128/index.html"])
def test_a_page_without_a_card_of_its_own_is_shown_by_the_site_s(rooted, page):
    text = (rooted.output / page).read_text(encoding="utf-8")
    card = text.partition('property="og:image" content="https://news.example.org/')[2].partition('"')[0]
    assert (rooted.output / card).is_file()
    assert '<meta property="og:image:alt" content="The Morning Digest">' in text


def test_a_second_build_writes_the_same_bytes(site, build):
    before = {path: path.read_bytes() for path in sorted(site.output.rglob("*")) if wanted(path)}
    build(site.url, site.output)
    assert [path for path, data in before.items() if path.read_bytes() != data] == []


def wanted(path: Path) -> bool:
    return path.is_file() and "pagefind" not in path.parts
