"""The checks of feeds bite: each fault in a table of feeds is found."""

from __future__ import annotations

import json

import pytest

from tests.site import feeds

MOMENT = "<updated>2026-11-20T08:00:00+01:00</updated>"
ENTRY = (
    f"<entry><title>A</title><id>urn:a</id>{MOMENT}<author><name>B</name></author>"
    '<link href="https://x.example/a"/><content type="html">&lt;p&gt;</content></entry>'
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>F</title><id>urn:f</id>'
    f'{MOMENT}<link rel="self" href="https://x.example/f"/><link href="https://x.example/"/>{ENTRY}</feed>'
)


def test_a_sound_feed_passes():
    assert feeds.atom(ATOM.encode()) == []
    assert feeds.atom(ATOM.replace("<entry>", '<x:y xmlns:x="urn:y" z="1">w</x:y><entry>').encode()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>F</title>", ""),
        ("<title>F</title>", "<title>F</title><title>G</title>"),
        ("<id>urn:f</id>", "<id>urn:a</id>"),
        ("<id>urn:f</id>", "<id></id>"),
        ("T08:00:00+01:00", ""),
        ("+01:00", ""),
        ("<author><name>B</name></author>", ""),
        ("<name>B</name>", "<name></name>"),
        ('<link href="https://x.example/a"/>', '<link rel="alternate"/>'),
        ('<link href="https://x.example/a"/>', '<link href="https://x.example/a"/>' * 2),
        ('<link rel="self" href="https://x.example/f"/>', ""),
        ('type="html"', 'type="xhtml"'),
        ("<title>A</title>", '<title type="markdown">A</title>'),
        ("<entry>", "<entry><pubDate>2026</pubDate>"),
        ("<entry>", '<entry><category label="x"/>'),
        ("</feed>", ""),
    ],
)
def test_a_fault_is_found(old, new):
    assert feeds.atom(ATOM.replace(old, new).encode()) != []


@pytest.mark.parametrize(
    ("feed", "sound"),
    [
        ({}, True),
        ({"version": "https://jsonfeed.org/version/1"}, False),
        ({"title": ""}, False),
        ({"author": {"name": "A"}}, False),
        ({"items": [{"id": "a", "content_html": "<p>"}] * 2}, False),
        ({"items": [{"id": "a", "title": "A"}]}, False),
        ({"items": [{"id": "a", "content_text": "A", "date_published": "2026-11-20"}]}, False),
        ({"items": [{"id": 1, "content_text": "A"}]}, False),
        ({"items": [{"id": "a", "content_text": "A", "tags": "b"}], "_own": {}}, False),
    ],
)
def test_a_json_feed_is_checked(feed, sound):
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [], **feed}
    assert (feeds.json_feed(json.dumps(whole).encode()) == []) is sound
