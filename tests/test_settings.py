"""Pelican's settings in, the desk's settings out."""

import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from pelican.settings import read_settings

from copydesk import signals
from copydesk.__main__ import main
from copydesk.__main__ import site as terminal
from copydesk.model import CopydeskError
from copydesk.presenting.rehearsing import rehearse
from copydesk.settings import Endpoint, check_disk, from_pelican, knobs, placed
from copydesk.signals import make_posts


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
        ("COPYDESK_SEED", "raw", "is no setting of copydesk. Did you mean COPYDESK_SEEDS"),
        ("COPYDESK_WORKERS", "two", "wants a whole number"),
        ("COPYDESK_WORKERS", True, "wants a whole number"),
        ("COPYDESK_TAG_MIN", -1, "wants 0 or more"),
        ("COPYDESK_SEARCH_BUNDLE", 0, "wants 1 or more"),
        ("COPYDESK_LLM", "gpt", "wants a table"),
        ("COPYDESK_LLM", {"model": "small"}, "wants a model, and a base_url"),
        ("COPYDESK_LLM", {"base_url": "http://x"}, "wants a model, and a base_url"),
        ("COPYDESK_LLM", {"base_url": "file:///etc", "model": "small"}, "begins with http:// or https://"),
        (
            "COPYDESK_LLM",
            {"base_url": "http://x", "model": "small", "call": 1},
            "has no part 'call'. Known are base_url",
        ),
        ("COPYDESK_LLM", {"base_url": 1, "model": "small"}, "base_url is 1, but wants a text"),
        (
            "COPYDESK_LLM",
            {"base_url": "http://x", "model": "small", "key_env": None},
            "key_env is None, but wants a text",
        ),
        (
            "COPYDESK_LLM",
            {"base_url": "http://x", "model": "small", "calls": "20"},
            "calls is '20', but wants a whole number",
        ),
        ("COPYDESK_LLM", {"base_url": "http://x", "model": "small", "calls": -1}, "calls is -1, but wants 0 or more"),
        ("COPYDESK_SEEDS", "content", "name one folder, or one inside the other"),
        ("COPYDESK_SEEDS", "content/articles/raw", "name one folder, or one inside the other"),
        ("COPYDESK_CACHE", "seeds", "name one folder, or one inside the other"),
        ("COPYDESK_CACHE", "content/.cache", "inside the content"),
        ("COPYDESK_CACHE", "output/cache", "name one folder, or one inside the other"),
        ("COPYDESK_SEEDS", "output/raw", "name one folder, or one inside the other"),
        ("OUTPUT_PATH", "seeds", "name one folder, or one inside the other"),
        ("OUTPUT_PATH", "seeds/site", "name one folder, or one inside the other"),
        ("OUTPUT_PATH", "content", "name one folder, or one inside the other"),
        ("OUTPUT_PATH", "content/articles/site", "name one folder, or one inside the other"),
        ("OUTPUT_PATH", "content/topics", "name one folder, or one inside the other"),
        ("COPYDESK_TOPICS", "articles", "name one folder, or one inside the other"),
        ("COPYDESK_TOPICS", "../topics", "is not inside content/"),
        ("COPYDESK_POSTS", "../other", "is not inside content/"),
        ("TIMEZONE", "Mars/Phobos", "is no time zone"),
        ("TIMEZONE", "../../etc/passwd", "is no time zone"),
        ("TIMEZONE", 1, "is no time zone"),
        ("DEFAULT_LANG", "english", "is 'english', which is no language's code"),
        ("DEFAULT_LANG", ("en",), "which is no language's code"),
    ],
)
def test_a_wrong_knob_is_named(name, value, says):
    with pytest.raises(CopydeskError, match=says) as caught:
        from_pelican({name: value}, Path("/site"))
    assert name in str(caught.value)


def test_posts_that_pelican_would_not_read_are_named_with_both_settings():
    told = {"COPYDESK_POSTS": "blog", "ARTICLE_PATHS": ["articles", "news"]}
    with pytest.raises(CopydeskError, match="COPYDESK_POSTS is 'blog', where ARTICLE_PATHS has no article read"):
        from_pelican(told, Path("/site"))
    for paths in (["blog"], [""], ["."], ["articles", "blog/"], ["../content/blog"], ["articles/../blog"]):
        assert from_pelican({**told, "ARTICLE_PATHS": paths}, Path("/site")).posts == "blog"


DISKS = {  # what lies in a site beside its settings, and what is said of it
    "content/topics": ("", "which is no folder. Make it one, or mend it in pelicanconf.py."),
    "content/tags.toml/x": ("", "is a folder, and not the file that has the last word on tags"),
    "seeds": ("", "COPYDESK_SEEDS is {root}/seeds, which is no folder"),
    "content/f": ("COPYDESK_CARD_FONT = 'f.ttf'", "COPYDESK_CARD_FONT is {root}/f.ttf, which is no file"),
    "content/x": ("COPYDESK_SEEDS = 'raw'", "COPYDESK_SEEDS is {root}/raw, which is not there"),
    "seeds/x": ("PATH = '.'", "PATH is {root}, the folder of the settings"),
    "seeds/y": ("PATH = 'web/content'", "The seeds lie in {root}/seeds, the content in {root}/web/content"),
}


@pytest.mark.parametrize("lies", DISKS)
def test_what_lies_otherwise_than_the_settings_have_it_is_told_at_the_terminal_and_in_a_build(
    tmp_path, monkeypatch, capsys, lies
):
    conf, says = DISKS[lies]
    says = says.format(root=tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / lies).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / lies).touch()
    (tmp_path / "pelicanconf.py").write_text(conf)
    monkeypatch.chdir(tmp_path)
    assert main(["status"]) == 2
    assert says in capsys.readouterr().err
    given = {"PATH": str(tmp_path / "content")} | runpy.run_path("pelicanconf.py")
    with pytest.raises(CopydeskError, match=re.escape(says)):
        make_posts(SimpleNamespace(settings={**given, "PATH": placed(given["PATH"])}))


def test_a_site_may_begin_without_seeds(tmp_path):
    check_disk(from_pelican({}, tmp_path))


def test_a_site_inside_another_may_begin_without_seeds(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "inner").mkdir()
    for folder in (tmp_path, tmp_path / "inner"):
        (folder / "pelicanconf.py").touch()
    check_disk(from_pelican({}, tmp_path / "inner"))


def test_seeds_that_are_a_link_to_nowhere_are_named(tmp_path):
    (tmp_path / "seeds").symlink_to(tmp_path / "not mounted")
    with pytest.raises(CopydeskError, match=r"COPYDESK_SEEDS is .*/seeds, which leads nowhere"):
        check_disk(from_pelican({}, tmp_path))


@pytest.mark.parametrize(("path", "root"), [("site/content", "site"), ("link", "."), ("site/../site/content", "site")])
def test_the_root_is_the_same_at_the_terminal_and_in_a_build(tmp_path, monkeypatch, path, root):
    (tmp_path / "site" / "content").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "site" / "content")
    (tmp_path / "pelicanconf.py").write_text(f"PATH = {path!r}\n")
    monkeypatch.chdir(tmp_path)
    built = read_settings("pelicanconf.py")
    assert signals.site(built) == terminal(None)
    assert terminal(Path("pelicanconf.py")).root == (tmp_path / root)


@pytest.mark.slow
def test_check_rehearses_the_content_that_a_build_is_given_where_no_path_is_set(site, monkeypatch, capsys):
    site.posts_path.mkdir(parents=True)
    (site.root / "pelicanconf.py").write_text("PLUGINS = ['copydesk']\nARTICLE_PATHS = ['articles']\n")
    text = "[a]({filename}gone.md) ![b]({static}/images/gone.png)"
    (site.posts_path / "lost.md").write_text(f"Title: Lost\nDate: 2026-11-20\n\n{text}\n")
    monkeypatch.chdir(site.root)
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert said.count("content/articles/lost.md:4: links to what the site does not have: {") == 2
    assert said.endswith("2 to mend.\n")


@pytest.mark.slow
def test_check_takes_topics_for_no_articles_wherever_a_site_keeps_those(site, monkeypatch, capsys):
    site.topics_path.mkdir(parents=True)
    (site.topics_path / "boats.md").write_text("Title: Boats\nWords: ferry\n\nAll that swims.\n")
    (site.root / "pelicanconf.py").write_text("PLUGINS = ['copydesk']\nUSE_FOLDER_AS_CATEGORY = False\n")
    monkeypatch.chdir(site.root)
    assert main(["check"]) == 0, capsys.readouterr().out


@pytest.mark.slow
def test_a_theme_that_is_not_there_is_told_in_whole_sentences(tmp_path):
    (tmp_path / "pelicanconf.py").write_text("THEME = 'gone'\n")
    (told,) = rehearse(tmp_path / "pelicanconf.py", tmp_path)
    assert str(told) == "pelicanconf.py: cannot be used: Could not find the theme gone. Mend it."


@pytest.mark.slow
def test_a_plugin_that_is_not_there_is_named_by_check(tmp_path):
    (tmp_path / "pelicanconf.py").write_text("PLUGINS = ['copydesk', 'preswork']\n")
    (told,) = rehearse(tmp_path / "pelicanconf.py", tmp_path)
    said = "pelicanconf.py: Cannot load plugin `preswork`: Cannot import plugin `preswork`."
    assert str(told) == f"{said} Mend its name in PLUGINS, or install it."


def test_every_setting_has_its_heading_and_every_heading_its_setting():
    text = (Path(__file__).resolve().parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (COPYDESK_\w+)$", text, re.MULTILINE) == list(knobs())
