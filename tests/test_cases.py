"""One dump and the post it becomes: a folder a case."""

import tomllib

import pytest

from tests.golden import CASES, made, prepared

NAMES = sorted(path.parent.name for path in CASES.glob("*/seed.*") if not path.name.endswith(".toml"))


@pytest.mark.parametrize("name", NAMES)
def test_the_post_is_the_one_on_record(name):
    path = CASES / name / "post.md"
    assert path.is_file(), "run `make golden` and read what it wrote"
    assert made(CASES / name) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in NAMES if (CASES / name / "expected.toml").is_file()])
def test_the_article_is_what_an_editor_expects(name):
    wanted = tomllib.loads((CASES / name / "expected.toml").read_text(encoding="utf-8"))
    story = prepared(CASES / name)
    article = story.article
    assert story.summary.startswith(wanted.get("standfirst", ""))
    date = article.date.isoformat() if article.date else ""
    said = {"title": article.title, "date": date, "byline": article.byline, "headings": list(article.headings)}
    assert said == {key: wanted[key] for key in said}
    assert len(article.paragraphs) == wanted["paragraphs"], article.paragraphs
    assert article.paragraphs[0].startswith(wanted["first"])
    assert article.paragraphs[-1].endswith(wanted["last"])
    assert not [text for text in wanted["absent"] for block in article.blocks if text in block.text]
    assert any(wanted.get("warns", "") in warning for warning in ("", *article.warnings))
