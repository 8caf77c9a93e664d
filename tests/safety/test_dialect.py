"""Hostile text in, the very same text out on the page: nothing a seed says is markup, metadata or a template."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from copydesk.model import Block
from copydesk.posting import body, compose, parse_post
from copydesk.posting.markdown import one_line
from tests.safety.hostile import DAY, KINDS, TEXTS, story, vectors

EXTENSIONS = ["markdown.extensions.codehilite", "markdown.extensions.extra", "markdown.extensions.meta"]
DIALECT = {"p", "h2", "h3", "h4", "ul", "li", "blockquote", "em"}
KEYS = {
    "title", "date", "slug", "lang", "tags", "summary", "key_points", "authors", "topics", "source", "source_url",
    "seed", "made",
}  # fmt: skip


@pytest.fixture(scope="module")
def reader():
    """Pelican's reader of Markdown, as it is set up by default."""
    return Markdown(extensions=EXTENSIONS)


def rendered(reader, text):
    reader.reset()
    return reader.convert(text)


def visible(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def elements(markup):
    return set(re.findall(r"<\s*/?([^>]*)>", markup))


def shows(reader, kind, text):
    """Whether one block shows its text and nothing else."""
    shown = rendered(reader, f"Title: x\n\n{body([Block(kind, text, 2)])}")
    plain = re.sub(r"<[^>]*>", "", shown)
    return html.unescape(plain).strip() == one_line(text).strip() and elements(shown) <= DIALECT


@pytest.mark.parametrize("kind", KINDS)
def test_our_hostile_texts_are_shown_as_they_are(reader, kind):
    assert [text for text in TEXTS if not shows(reader, kind, text)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_public_attacks_are_shown_as_they_are(reader, kind):
    assert [text for text in vectors() if not shows(reader, kind, text)] == []


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(TEXTS) | st.text(max_size=80)), max_size=6))
def test_blocks_do_not_change_one_another(reader, pairs):
    shown = rendered(reader, "Title: x\n\n" + body([Block(kind, text, 3) for kind, text in pairs]))
    assert visible(shown) == " ".join(" ".join(one_line(text) for _, text in pairs).split())
    assert elements(shown) <= DIALECT


def header_of(reader, texts):
    """The metadata that Pelican's reader finds in the post of these texts, and the post's own text."""
    text = compose(story(texts), "hostile", DAY, "b" * 64)
    rendered(reader, text)
    return reader.Meta, text


@pytest.mark.parametrize("start", range(0, len(TEXTS), 7))
def test_no_text_speaks_in_the_header(reader, start):
    texts = TEXTS[start : start + 7]
    meta, text = header_of(reader, texts)
    assert {"seed", "made"} <= set(meta) <= KEYS
    assert (meta["slug"], meta["date"], meta["lang"]) == (["hostile"], ["2026-11-20"], ["en"])
    assert not [value for key in ("title", "source", "key_points") for value in meta.get(key, []) if "<" in value]
    assert not [
        value for key in ("tags", "authors", "topics") for value in meta.get(key, []) if re.search('[<>"]', value)
    ]
    post = parse_post(text, "x/hostile.md")
    assert post.title == one_line(" ".join(texts))
    assert post.seed == "seeds/hostile.txt"


def test_no_public_attack_speaks_in_the_header(reader):
    lists = vectors()
    for start in range(0, len(lists), 50):
        meta, _ = header_of(reader, lists[start : start + 50])
        assert {"seed", "made"} <= set(meta) <= KEYS
        assert not [value for key in ("title", "source", "key_points") for value in meta.get(key, []) if "<" in value]
        assert all(
            value.startswith("https://example.org/") and not re.search(r"[\s<>\"]", value)
            for value in meta.get("source_url", [])
        )


def test_escaping_twice_changes_nothing(reader):
    for text in TEXTS:
        post = body([Block(KINDS[0], text)])
        shown = rendered(reader, f"Title: x\n\n{post}")
        once = html.unescape(re.sub(r"<[^>]*>", "", shown))
        assert body([Block(KINDS[0], once)]) == post


@pytest.mark.parametrize("name", ["🙂", "+++", "a" * 81, "中" * 80, "<>", " , ; "])
def test_what_can_have_no_page_is_no_tag(reader, name):
    meta, _ = header_of(reader, [name, "Ferries"])
    assert meta["tags"] == ["Ferries"]
