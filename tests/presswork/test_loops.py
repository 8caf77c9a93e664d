"""Templates with loops in; which of them are made once for all pages, and that readers see no difference, out."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from presswork.loops import lift
from tests.presswork.sites import assert_same, build, make, press

BASE = """<title>{% block title %}{{ SITENAME }}{% endblock %}</title>{% block head %}{% endblock %}
{% for section, posts in categories %}<a href="{{ SITEURL }}/{{ section.url }}">{{ section }} {{ posts|length }}</a>
{% endfor %}
{% for post in articles[:3] %}{{ loop.index }} {% set told = post.title %}{{ told }} {{ post.url }} {{ post.content }}
{%- for tag in post.tags %} {{ loop.last }}{{ tag.url }}{% else %} none{% endfor %}
{% else %}nothing{% endfor %}
{% set here = output_file %}{% set seen = namespace(count=0) %}
{% for section, posts in categories if posts|length > 1 %}{% set seen.count = seen.count + 1 %}{% endfor %}
{{ seen.count }}
{% for page in pages %}{{ page.title }}{% if page == here %}!{% endif %}{% if output_file == page.save_as %}*{% endif %}
{% endfor %}
{% for categories in categories %}{{ categories[0] }}{% endfor %}
{% macro said(words) %}{% for word in words %}{{ word }} {{ SITENAME }}{% endfor %}{% endmacro %}
{% for name, url in LINKS %}{{ said([name]) }} <{{ url }}> {{ output_file|length }}{% endfor %}
{% for name, url in LINKS %}{{ name|upper ~ url }}{% filter title %}a {{ name }}{% endfilter %}{% endfor %}
{% for article in articles %}{{ article.title[:1] }}{% endfor %}
{% block content %}{% for tag, posts in tags|sort %}{{ tag.slug }}{% endfor %}{% endblock %}
{% for item in undefined_here %}{{ item }}{% else %}no such list{% endfor %}
"""

SETTINGS = {
    "THEME": "theme",
    "LINKS": [["A & B", "https://a.example"], ["<C>", "https://c.example"]],
}

VARIANTS = {
    "default": {},
    "relative": {"RELATIVE_URLS": True},
    "escaped": {"JINJA_ENVIRONMENT": {"autoescape": True, "extensions": ["jinja2.ext.loopcontrols"]}},
}


CHANGES = (
    "Title: Many 3\nDate: 2025-01-01\n\nNewest.\n",
    "Title: Other\nDate: 2025-01-01\nCategory: new\nTags: t1\n\nNewest.\n",
)
"""What becomes of one post: the newest, then one of a category of its own."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    make(tmp_path)
    (tmp_path / "theme/templates").mkdir(parents=True)
    (tmp_path / "theme/static").mkdir()
    (tmp_path / "theme/templates/base.html").write_text(BASE)
    return tmp_path


def same(site: Path, *plugins: str, stock: str = "stock", **settings: object) -> None:
    """Both builds give the same."""
    press(site, "press", ("presswork", *plugins), **SETTINGS, **settings)
    build(site, stock, plugins, **SETTINGS, **settings)
    assert_same(site / stock, site / "press")


@pytest.mark.parametrize("variant", VARIANTS)
def test_pages_with_shared_loops_are_those_of_stock_pelican_after_every_change(site: Path, variant: str) -> None:
    same(site, **VARIANTS[variant])
    for number, change in enumerate(CHANGES):
        (site / "content/news/many-3.md").write_text(change)
        same(site, stock=f"stock {number}", **VARIANTS[variant])


CONTENT = "{% block content %}{% endblock %}"
LOOP, END = "{% for name, url in LINKS %}{{ name }}", "{% endfor %}" + CONTENT
HAZARDS = {
    "names that the press itself might use": (
        "{% set key = output_file %}{% set context = key %}",
        "{{ key }}{{ context }}",
    ),
    "a variable that hides a function": ("{% set dict = {'at': output_file} %}", "{{ dict.at }}"),
    "a cycler by its own name": ("{% set cycler = cycler('x', 'y', 'z') %}", "{{ cycler.next() }}"),
    "a variable that hides one of the site's functions": ("{% set plain = output_file %}", "{{ plain }}"),
    "a page's own variable that all pages have as well": ("", "{{ tag }}{{ category }}"),
    "what gives each thing once": ("", "{% for letter in ONCE %}{{ letter }}{% endfor %}"),
    "a list that a template adds to": ("{% set _ = SEEN.append(output_file) %}", "{{ SEEN|length }}"),
    "a list that another template adds to": (
        "{% if article %}{% set _ = SEEN.append(1) %}{% endif %}",
        "{{ SEEN|length }}",
    ),
    "a list that the loop itself adds to": ("", "{% set _ = SEEN.append(name) %}{{ SEEN|length }}"),
    "a mapping that a template changes": ("{% set _ = KEPT.update({'at': output_file}) %}", "{{ KEPT.at }}"),
    "a function that is no function of its arguments": ("", "{{ counted() }}"),
}
CONF = """
from itertools import count
ONCE, SEEN, KEPT, NUMBERS = iter("abc"), [], {}, count()
def counted():
    return next(NUMBERS)
JINJA_GLOBALS = {"counted": counted, "plain": str.upper, "tag": "none"}
"""


def conf(site: Path, more: str) -> None:
    path = site / "pelicanconf.py"
    path.write_text(path.read_text() + more)


@pytest.mark.parametrize("hazard", HAZARDS)
def test_a_loop_that_could_differ_is_made_for_each_page(site: Path, hazard: str) -> None:
    before, inside = HAZARDS[hazard]
    (site / "theme/templates/base.html").write_text(before + LOOP + inside + END)
    conf(site, CONF)
    same(site)


def test_templates_of_one_name_are_told_apart(site: Path) -> None:
    (site / "theme/templates/base.html").write_text(LOOP + "{% endfor %}{% block foot %}{% endblock %}" + CONTENT)
    (site / "over").mkdir()
    foot = LOOP + "{{ url }}{% endfor %}"
    (site / "over/base.html").write_text('{% extends "!theme/base.html" %}{% block foot %}' + foot + "{% endblock %}")
    conf(site, 'THEME_TEMPLATES_OVERRIDES = ["over"]\n')
    same(site)


TOLD = """from pelican import signals
SITE = []
def read(generator):
    SITE.append(generator)
def written(path, context):
    for post in SITE[-1].articles:
        post.seen = len(path)
def register():
    signals.article_generator_finalized.connect(read)
    signals.content_written.connect(written)
"""


def test_what_a_plugin_does_when_it_is_told_of_a_page_is_seen(site: Path) -> None:
    (site / "theme/templates/base.html").write_text("{% for post in articles %}{{ post.seen }}" + END)
    (site / "told.py").write_text(TOLD)
    conf(site, 'PLUGIN_PATHS = ["."]\n')
    same(site, "told")


def test_a_shared_loop_is_made_once(site: Path) -> None:
    (site / "theme/templates/base.html").write_text("{% for name in NAMES %}{{ told(name) }}" + END)
    conf(
        site,
        "from pathlib import Path\n\ndef told(name):\n"
        + "    with Path('told.txt').open('a') as file:\n        file.write('told\\n')\n    return name\n\n"
        + "NAMES = ['one', 'two']\nPRESSWORK_PURE = ['told']\nJINJA_GLOBALS = {'told': told}\n",
    )
    press(site, "press", THEME="theme")
    pages = len(list((site / "press").rglob("*.html")))
    assert pages > len((site / "told.txt").read_text().splitlines())


def test_a_loop_that_asks_only_whether_there_are_posts_hangs_on_no_more(site: Path) -> None:
    asks = "{% for name, url in LINKS %}{% if articles %}{{ name }}{% endif %}{% endfor %}"
    (site / "theme/templates/base.html").write_text(asks + CONTENT)
    for name in ("page", "article"):
        (site / f"theme/templates/{name}.html").write_text('{% extends "base.html" %}')
    press(site, "press", **SETTINGS)
    (site / "content/news/new.md").write_text("Title: New\nDate: 2025-01-01\n\nNew.\n")
    rendered = int(re.search(r"(\d+) pages rendered", press(site, "press", **SETTINGS))[1])
    assert 0 < 2 * rendered < len(list((site / "press").rglob("*.html")))


LIFTED = {
    "{% for a in b %}{{ a }}{% endfor %}": 1,
    "{% for a in b %}{% for c in a %}{{ c }}{% endfor %}{% endfor %}": 1,
    "{% if x %}{% for a in b %}{{ a }}{% endfor %}{% endif %}{% for a in b %}{% endfor %}": 2,
    "{% extends 'x' %}{% for a in b %}{% endfor %}{% block c %}{% for a in b %}{{ a }}{% endfor %}{% endblock %}": 1,
    "{% for a in b %}{% include 'c' %}{% endfor %}": 0,
    "{% for a in b %}{% block c scoped %}{{ a }}{% endblock %}{% endfor %}": 0,
    "{% set n = namespace() %}{% for a in b %}{% set n.c = a %}{% endfor %}": 0,
    "{% macro m(b) %}{% for a in b %}{{ a }}{% endfor %}{% endmacro %}": 0,
    "{% block c %}{% for a in b %}{{ super() }}{% endfor %}{% endblock %}": 0,
    "{% for a in article.tags %}{{ a }}{% endfor %}": 0,
    "{% for a in [1, 2] %}{{ a }}{% endfor %}": 0,
    "{% for a in b %}{{ a|unknown }}{% endfor %}": 0,
}


@pytest.mark.parametrize("source", LIFTED)
def test_loops_are_lifted_that_hang_on_variables_alone(source: str) -> None:
    environment = Environment()
    template = environment.parse(source)
    lift(template, "some.html", environment)
    keys = [block.call.args[0].value[0] for block in template.find_all(nodes.CallBlock)]
    assert len(set(keys)) == len(keys) == LIFTED[source]
