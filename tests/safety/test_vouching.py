"""A rendered post in, what the desk vouches for out."""

import datetime
import html
from types import SimpleNamespace

import pytest
from markdown import Markdown

from copydesk.posting import compose, vouch
from copydesk.posting.vouching import clean
from copydesk.settings import Settings
from tests.safety.hostile import TEXTS, story, vectors

LEAK = (
    '<p onclick="x">Text <script>alert(1)</script><a href="javascript:alert(1)">a</a> <img src="//evil.example/x"></p>'
)
EXTENSIONS = ["markdown.extensions.codehilite", "markdown.extensions.extra", "markdown.extensions.meta"]


def article(path, content=LEAK):
    metadata = {"summary": LEAK}
    return SimpleNamespace(
        _content=content, _summary=LEAK, title="A <b>bold</b> title", metadata=metadata, source_path=path
    )


def made(tmp_path, **change):
    text = compose(story(["One", "Two"]), "slug", datetime.date(2026, 11, 20), "b" * 64)
    for old, new in change.items():
        text = text.replace(old, new)
    path = tmp_path / "post.md"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_what_leaks_out_of_a_seed_is_caught(tmp_path):
    post = article(made(tmp_path))
    vouch(post, Settings(root=tmp_path))
    assert post._content == '<p>Text <a rel="noopener nofollow ugc">a</a> </p>'
    assert post._summary == post.metadata["summary"] == post._content
    assert post.title == "A bold title"


def test_a_person_answers_for_what_she_edited(tmp_path):
    post = article(made(tmp_path, Two="Three"))
    vouch(post, Settings(root=tmp_path))
    assert post._content == LEAK


@pytest.mark.parametrize("path", ["", "nowhere.md"])
def test_hand_written_posts_are_cleaned_only_where_the_editor_says_so(tmp_path, path):
    post = article(path and str(tmp_path / path))
    vouch(post, Settings(root=tmp_path))
    assert post._content == LEAK
    vouch(post, Settings(root=tmp_path, trust_edits=False))
    assert "script" not in post._content


def test_pictures_stay_where_they_may():
    assert '<img src="//evil.example/x">' in clean(LEAK, pictures=True)
    own = '<img src="{static}/images/a.png" alt="&lt;b&gt;">'
    assert html.unescape(clean(own, pictures=False)) == html.unescape(own)
    for address in ("", "a.png", "/\\evil.example", "https://evil.example/{static}", "javascript:{static}"):
        assert clean(f'<img alt="x > y" src="{address}" width="1">', pictures=False) == ""


def test_what_the_desk_writes_passes_unchanged():
    reader = Markdown(extensions=EXTENSIONS)
    for start in range(0, len(TEXTS), 20):
        reader.reset()
        shown = reader.convert(compose(story(TEXTS[start : start + 20]), "s", datetime.date(2026, 11, 20), "b" * 64))
        assert html.unescape(clean(shown, pictures=False)) == html.unescape(shown)


def test_public_attacks_are_nothing_but_text_after_it():
    for attack in vectors():
        shown = clean(attack, pictures=False)
        assert "<script" not in shown.lower()
        assert clean(shown, pictures=False) == shown


def test_of_styles_only_the_cells_of_a_table_keep_how_they_are_set():
    shown = clean(
        '<p style="color: red">a</p><table><tr><td style="text-align: right;">1</td></tr></table>', pictures=False
    )
    assert '<td style="text-align: right;">' in shown
    assert "color" not in shown
    assert "style" not in clean('<td style="text-align: right; position: fixed;">1</td>', pictures=False)
