"""Pelican's settings in, the desk's settings out."""

import re
from pathlib import Path

import pytest

from copydesk.model import CopydeskError
from copydesk.settings import Endpoint, from_pelican, knobs


def test_a_knob_is_read_and_the_rest_keep_their_defaults():
    settings = from_pelican({"COPYDESK_SEEDS": "raw", "PATH": "/site/content", "DEFAULT_LANG": "de"}, Path("/site"))
    assert settings.seeds_path == Path("/site/raw")
    assert settings.posts_path == Path("/site/content/articles")
    assert settings.lang == "de"


def test_a_language_model_is_an_endpoint_and_none_where_the_table_is_empty():
    told = {"base_url": "https://host/v1", "model": "small", "calls": 3}
    assert from_pelican({"COPYDESK_LLM": told}, Path("/site")).llm == Endpoint("https://host/v1", "small", calls=3)
    assert from_pelican({"COPYDESK_LLM": {}}, Path("/site")).llm is None


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("COPYDESK_SEED", "raw", "no setting of copydesk"),
        ("COPYDESK_WORKERS", "two", "wants int"),
        ("COPYDESK_WORKERS", True, "wants int"),
        ("COPYDESK_TAG_MIN", -1, "wants 0 or more"),
        ("COPYDESK_SEARCH_BUNDLE", 0, "wants 1 or more"),
        ("COPYDESK_LLM", "gpt", "wants dict"),
        ("COPYDESK_LLM", {"model": "small"}, "wants a model, and a base_url"),
        ("COPYDESK_LLM", {"base_url": "http://x"}, "wants a model, and a base_url"),
        ("COPYDESK_LLM", {"base_url": "file:///etc", "model": "small"}, "begins with http:// or https://"),
        (
            "COPYDESK_LLM",
            {"base_url": "http://x", "model": "small", "call": 1},
            "has no part 'call'. Known are base_url",
        ),
        ("COPYDESK_LLM", {"base_url": 1, "model": "small"}, "base_url is 1, but wants str"),
        ("COPYDESK_LLM", {"base_url": "http://x", "model": "small", "key_env": None}, "key_env is None, but wants str"),
        ("COPYDESK_LLM", {"base_url": "http://x", "model": "small", "calls": "20"}, "calls is '20', but wants int"),
        ("COPYDESK_LLM", {"base_url": "http://x", "model": "small", "calls": -1}, "calls is -1, but wants 0 or more"),
        ("COPYDESK_SEEDS", "content", "name one folder, or one inside the other"),
        ("COPYDESK_SEEDS", "content/articles/raw", "name one folder, or one inside the other"),
        ("COPYDESK_CACHE", "seeds", "name one folder, or one inside the other"),
        ("COPYDESK_POSTS", "../other", "is not inside content/"),
        ("TIMEZONE", "Mars/Phobos", "is no time zone"),
        ("TIMEZONE", "../../etc/passwd", "is no time zone"),
        ("TIMEZONE", 1, "is no time zone"),
    ],
)
def test_a_wrong_knob_is_named(name, value, says):
    with pytest.raises(CopydeskError, match=says) as caught:
        from_pelican({name: value}, Path("/site"))
    assert name in str(caught.value)


def test_every_setting_has_its_heading_and_every_heading_its_setting():
    text = (Path(__file__).resolve().parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (COPYDESK_\w+)$", text, re.MULTILINE) == list(knobs())
