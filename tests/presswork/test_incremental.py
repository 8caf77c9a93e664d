"""A site, changed and built again with the press: what a clean stock build gives, with no more work than needed."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.presswork.sites import CONF, FILES, assert_same, build, make, outputs, press

THEME = {
    "base.html": "<title>{{ SITENAME }}</title>{% for section, posts in categories %}{{ section }} {% endfor %}"
    "{% block main %}{% endblock %}",
    "article.html": "{% extends 'base.html' %}{% block main %}{{ article.title }} {{ article.content }}"
    "{{ article.summary }}"
    "{% for tag in article.tags|default([]) %}{{ tag.name }} {{ tag.url }}{% endfor %}"
    "{% for other in article.translations %}{{ other.lang }}{% endfor %}{{ article.nothing }}"
    "{{ (article.twin or article).title }}"
    "{% endblock %}",
    "card.html": "{% macro card(a, site) %}{{ a.url }} {{ a.title|upper }} {{ site }} {{ a.summary }}{% endmacro %}",
    "index.html": "{% extends 'base.html' %}{% from 'card.html' import card %}{% block main %}"
    "{% for article in articles_page.object_list %}{{ card(article, SITEURL) }}{{ card(article, 1) }}{% endfor %}"
    "{% if articles_page.has_next() %}"
    "{{ articles_next_page.url }}{% endif %}{% endblock %}",
    "tag.html": "{% extends 'index.html' %}{% block main %}{{ tag }} {{ super() }}{% endblock %}",
    "category.html": "{% extends 'index.html' %}",
    "author.html": "{% extends 'index.html' %}",
    "tags.html": "{% for tag, posts in tags %}{{ tag }} {{ posts|count }} {% endfor %}",
    "categories.html": "{% for section, posts in categories|sort %}{{ section }}{{ posts[0].title }}{% endfor %}",
    "authors.html": "{{ authors|length }}",
    "archives.html": "{% for article in dates %}{{ article.date }}{% endfor %}",
    "period_archives.html": "{{ period }} {% for article in articles %}{{ article.title }}{% endfor %}",
    "page.html": "{% include 'part.html' %}{{ page.content }}",
    "part.html": "{% for article in articles[:2] %}{{ article.title }}{% endfor %}{{ page.title }}",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in THEME.items():
        path = tmp_path / "theme" / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "theme" / "static").mkdir()
    (tmp_path / "theme" / "static" / "style.css").write_text("body {}")
    return make(tmp_path, conf=CONF + 'THEME = "theme"\nOUTPUT_SOURCES = False\n')


def written(said: str) -> int:
    found = re.search(r"(\d+) files written", said)
    assert found, said
    return int(found[1])


def rewrite(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        path = site / name
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))

    return change


def add(name: str, text: str) -> Callable[[Path], None]:
    return lambda site: (site / name).write_text(text) and None


OVER = "Title: {}\nDate: 2024-01-01\nurl: plainer.html\nsave_as: plainer.html\n\nLaid over.\n"
CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _site: None,
    "a post's body": rewrite("content/plain.md", "A paragraph", "Another paragraph"),
    "a post's title": rewrite("content/news/many-3.md", "Many 3", "Very many 3"),
    "a post's date": rewrite("content/news/many-4.md", "2022-05", "2024-05"),
    "a post's tags": rewrite("content/news/many-5.md", "Tags: one", "Tags: one, brand new"),
    "a post's category": rewrite("content/rich.md", "Category: Deep", "Category: Deeper"),
    "a linked post's address": rewrite("content/plain.md", "Title: Plain", "Title: Plain\nSlug: plainer"),
    "a translation": rewrite("content/news/both-fr.md", "Lang: fr", "Lang: de"),
    "a draft published": rewrite("content/news/draft.md", "Status: draft", "Status: published"),
    "a new post": add("content/news/new.md", "Title: New\nDate: 2025-01-01\nTags: one\n\nNews.\n"),
    "a post deleted": lambda site: (site / "content/news/many-0.md").unlink(),
    "a post laid over another": add("content/over.md", OVER.format("Over")),
    "nothing since": lambda _site: None,
    "the upper post": rewrite("content/over.md", "Over", "Above"),
    "the lower post": rewrite("content/plain.md", "Another paragraph", "One more paragraph"),
    "the upper post deleted": lambda site: (site / "content/over.md").unlink(),
    "a page": rewrite("content/pages/about.md", "Us", "We"),
    "a static file": rewrite("content/images/pic.svg", "<svg/>", "<svg></svg>"),
    "the style": rewrite("theme/static/style.css", "body", "main"),
    "a template": rewrite("theme/templates/part.html", "[:2]", "[:3]"),
    "a template page": rewrite("content/special.html", "SITENAME", "SITEURL"),
    "a setting": rewrite("pelicanconf.py", "Site & Sons", "Site & Daughters"),
    "an output deleted": lambda site: (site / "press/links.html").unlink(),
    "an output damaged": rewrite("press/links.html", "<title>", "<TITLE>"),
    "a store thrown away": lambda site: shutil.rmtree(site / ".cache"),
    "a store broken": lambda site: (site / ".cache/presswork/press.sqlite3").write_bytes(b"x" * 5000) and None,
}


def test_after_any_change_the_site_is_what_a_clean_build_gives(site: Path) -> None:
    press(site, "press")
    for name, change in CHANGES.items():
        change(site)
        shutil.rmtree(site / "stock", ignore_errors=True)
        build(site, "stock")
        press(site, "press")
        assert outputs(site / "press") == outputs(site / "stock"), name
    assert written(press(site, "press")) == 0


def test_lists_numbered_from_the_oldest_are_what_a_build_without_a_store_gives(site: Path) -> None:
    changes = {name: change for name, change in CHANGES.items() if not name.startswith("a store")}
    for number in range(7):
        name = f"news/later-{number}.md"
        text = f"Title: Later {number}\nDate: 2026-01-0{number + 1}\nTags: one, t1\n\nLater.\n"
        changes[name] = add(f"content/{name}", text)
    changes["an old post"] = add("content/old.md", "Title: Old\nDate: 1999-01-01\nTags: one\n\nOld.\n")
    changes["a post between"] = add("content/between.md", "Title: Between\nDate: 2022-04-11\nTags: one\n\nSo.\n")
    oldest: dict[str, object] = {"PRESSWORK_OLDEST_FIRST": True}
    press(site, "press", **oldest)
    for name, change in changes.items():
        change(site)
        press(site, "press", **oldest)
        press(
            site,
            "anew",
            DELETE_OUTPUT_DIRECTORY=True,
            PRESSWORK_STORE=".cache/anew",
            PRESSWORK_INCREMENTAL=False,
            **oldest,
        )
        assert outputs(site / "press") == outputs(site / "anew"), name


def test_a_new_post_leaves_the_pages_behind_the_front_page_alone(site: Path) -> None:
    press(site, "press", PRESSWORK_OLDEST_FIRST=True)
    name, text = "content/later.md", "Title: Later\nDate: 2026-01-01\nTags: one\n\nLater.\n"
    add(name, text)(site)
    before = {path: path.stat().st_mtime_ns for path in (site / "press").rglob("*[0-9].html")}
    press(site, "press", PRESSWORK_OLDEST_FIRST=True)
    changed = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert len(before) > 5
    assert changed <= {"many-8.html"}


def test_what_a_filter_makes_of_constants_is_worked_out_in_every_build(site: Path) -> None:
    conf = site / "pelicanconf.py"
    conf.write_text(
        conf.read_text()
        + "from pathlib import Path\ndef stamped(name):\n    return Path(name).read_text()\n"
        + "JINJA_FILTERS = {'stamped': stamped}\n"
    )
    rewrite("theme/templates/base.html", "<title>", "{{ 'stamp'|stamped }}<title>")(site)
    for stamp in ("one", "two"):
        (site / "stamp").write_text(stamp)
        press(site, "press")
        assert (site / "press/plain.html").read_text().startswith(stamp)


COUNTED = """
from jinja2 import Environment
from pelican import signals
COMPILED = []
stock = Environment.compile
def counted(self, source, name=None, *given, **named):
    COMPILED.append(name)
    return stock(self, source, name, *given, **named)
Environment.compile = counted
def tell(_):
    print("compiled:", len(COMPILED))
def register():
    signals.finalized.connect(tell)
"""


def test_a_template_is_compiled_again_only_when_it_may_come_out_otherwise(site: Path) -> None:
    (site / "counted.py").write_text(COUNTED)

    def compiled() -> int:
        CHANGES["a post's body"](site)
        rewrite("content/plain.md", "Another paragraph", "A paragraph")(site)
        (site / "content/plain.md").write_text((site / "content/plain.md").read_text() + "\nMore.\n")
        said = press(site, "press", plugins=("presswork", "counted"), PLUGIN_PATHS=["."])
        return int(re.findall(r"compiled: (\d+)", said)[0])

    assert compiled() > 5
    assert compiled() == 0
    rewrite("theme/templates/base.html", "<title>", "<title >")(site)
    assert compiled() > 5
    rewrite("pelicanconf.py", "PLUGINS = []", 'PLUGINS = []\nJINJA_ENVIRONMENT = {"trim_blocks": False}')(site)
    assert compiled() > 5


def test_an_unchanged_site_is_left_as_it_lies(site: Path) -> None:
    press(site, "press")
    times = {path: path.stat().st_mtime_ns for path in (site / "press").rglob("*")}
    said = press(site, "press")
    assert "incremental build: 0 pages rendered, 0 files written" in said
    assert times == {path: path.stat().st_mtime_ns for path in (site / "press").rglob("*")}


def test_a_changed_body_touches_its_page_and_its_feeds_alone(site: Path) -> None:
    press(site, "press")
    CHANGES["a post's body"](site)
    before = outputs(site / "press")
    assert 0 < written(press(site, "press")) <= 8
    changed = {name for name, data in outputs(site / "press").items() if before[name] != data}
    assert {name for name in changed if name.endswith(".html")} == {"plain.html"}


def test_two_outputs_of_one_site_do_not_forget_each_other(site: Path) -> None:
    press(site, "press")
    press(site, "other")
    CHANGES["a post deleted"](site)
    press(site, "press")
    press(site, "other")
    build(site, "stock")
    assert_same(site / "stock", site / "press")
    assert_same(site / "stock", site / "other")


FULL = {
    "a setting": "the setting SITENAME has changed",
    "a template": "the theme has changed",
    "a store broken": "was broken",
    "a store thrown away": "there was none before",
}


@pytest.mark.parametrize("change", FULL)
def test_a_full_build_says_why(site: Path, change: str) -> None:
    press(site, "press")
    CHANGES[change](site)
    said = press(site, "press")
    assert "full build, because" in said
    assert FULL[change] in said


PLUGINS = {
    "sets": "def s(g):\n    for a in g.articles:\n        a.twin = g.articles[-1]\n"
    "def register():\n    signals.article_generator_finalized.connect(s)\n",
    "alters": "def s(g, content):\n    content.title = content.title + ' altered'\n"
    "def register():\n    signals.article_generator_write_article.connect(s)\n",
    "minifies": "def s(path, context):\n    import pathlib\n    p = pathlib.Path(path)\n"
    "    p.write_text(p.read_text('utf-8').replace('  ', ' ') + '<!-- min -->', 'utf-8')\n"
    "def register():\n    signals.content_written.connect(s)\n",
    "counts": "import itertools\nN = itertools.count()\ndef s(g):\n    g.env.globals['count'] = lambda: 'n'\n"
    "    g.env.filters['loud'] = lambda text: text + '!'\n"
    "def register():\n    signals.generator_init.connect(s)\n",
    "years": "import itertools, pathlib\ndef s(g):\n    n = pathlib.Path('year')\n"
    "    g.env.globals['year'] = n.read_text() if n.exists() else 'none'\n"
    "def register():\n    signals.generator_init.connect(s)\n",
    "loads": "from jinja2 import ChoiceLoader, DictLoader\nimport pathlib\ndef s(g):\n    n = pathlib.Path('year')\n"
    "    own = DictLoader({'part.html': n.read_text() if n.exists() else 'none'})\n"
    "    g.env.loader = ChoiceLoader([own, g.env.loader])\n"
    "def register():\n    signals.generator_init.connect(s)\n",
    "builds inside": "import copy, shutil\nfrom pelican import Pelican\nINSIDE = []\ndef s(generators):\n"
    "    if INSIDE:\n        return\n"
    "    settings = copy.copy(generators[0].settings)\n"
    "    settings['OUTPUT_PATH'], settings['SITENAME'] = settings['OUTPUT_PATH'] + '/inside', 'Inside'\n"
    "    shutil.rmtree(settings['OUTPUT_PATH'], ignore_errors=True)\n"
    "    INSIDE.append(settings)\n    Pelican(settings).run()\n    INSIDE.clear()\n"
    "def register():\n    signals.all_generators_finalized.connect(s)\n",
    "turns lists": "def s(g, writer):\n    g.context['articles'].reverse()\n    g.context['pages'].clear()\n"
    "def register():\n    signals.article_writer_finalized.connect(s)\n",
    "tags": "def s(g):\n    for t in g.tags:\n        t.note = str(len(g.tags[t]))\n"
    "def register():\n    signals.article_generator_finalized.connect(s)\n",
}


@pytest.mark.parametrize("plugin", PLUGINS)
def test_other_plugins_work_under_the_press(site: Path, plugin: str) -> None:
    (site / "other.py").write_text("from pelican import signals\n" + PLUGINS[plugin])
    if plugin == "counts":
        rewrite("theme/templates/part.html", "{{ page.title }}", "{{ page.title|loud }}{{ count() }}")(site)
    if plugin == "years":
        rewrite("theme/templates/part.html", "{{ page.title }}", "{{ page.title }}{{ year }}")(site)
    settings = {"PLUGIN_PATHS": ["."]}
    press(site, "press", plugins=("presswork", "other"), **settings)
    CHANGES["a post's date"](site)
    CHANGES["a new post"](site)
    (site / "year").write_text("2026")
    press(site, "press", plugins=("presswork", "other"), **settings)
    build(site, "stock", plugins=("other",), **settings)
    assert_same(site / "stock", site / "press")


def test_the_files_of_the_varied_site_are_all_used() -> None:
    assert len(FILES) > 20
