"""Objects that plugins give to templates: a page is rendered when what it asked them for has changed, and only then."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from presswork.digests import Describer, Doubt
from presswork.things import is_thing
from presswork.tracing import Shelf, Trace, tracer
from tests.presswork.sites import assert_same, build, make, press
from tests.presswork.test_incremental import THEME

PLUGIN = '''
from itertools import groupby
from pelican import signals


class Day:
    """A named thing: it has an address, and knows its neighbours, which know it."""

    def __init__(self, date, articles):
        self.date, self.articles, self.previous = date, articles, None

    url = property(lambda self: f"{self.date:%Y/%m/%d}/")
    letters = property(lambda self: sum(len(article.title) for article in self.articles))


class Count:
    """A thing without an address: what it holds is all there is to it."""

    def __init__(self, articles):
        self.articles = articles

    titles = property(lambda self: [article.title for article in self.articles])


def longest(articles):
    return max(articles, key=lambda article: len(article.title))


def fill(generators):
    context = generators[0].context
    parts = groupby(context["articles"], key=lambda article: article.date.date())
    context["days"] = [Day(date, list(articles)) for date, articles in parts]
    for newer, older in zip(context["days"], context["days"][1:]):
        newer.previous, older.next = older, newer
    context["counted"] = Count(context["articles"][-2:])
    for day in context["days"]:
        for article in day.articles:
            article.day = day


def teach(pelican):
    pelican.settings["JINJA_GLOBALS"] = {**pelican.settings["JINJA_GLOBALS"], "longest": longest}


def register():
    signals.initialized.connect(teach)
    signals.all_generators_finalized.connect(fill)
'''
TEMPLATES = {
    "base.html": "{% if days %}Days{% endif %} {{ SITENAME }}{% block main %}{% endblock %}",
    "article.html": "{% extends 'base.html' %}{% block main %}{{ article.title }} {{ article.content }} "
    "{{ article.day.url }} {{ article.day.date.isoformat() }} {{ article.day.previous.url }}{% endblock %}",
    "archives.html": "{% for day in days %}{{ day.url }} {{ day.letters }} {{ day.articles|length }} "
    "{{ day.articles|map(attribute='title')|join }}{% endfor %}",
    "authors.html": "{{ counted.titles|join(', ') }}",
    "categories.html": "{{ longest(articles).title }}",
}


def a_site(root: Path) -> Path:
    conf = 'SITENAME = "Days"\nPATH = "content"\nTHEME = "theme"\nTIMEZONE = "UTC"\nPLUGIN_PATHS = ["."]\n'
    conf += 'PRESSWORK_PURE = ["longest"]\nDIRECT_TEMPLATES = ["index", "archives", "authors", "categories"]\n'
    posts = {
        f"post-{n:02}.md": f"Title: Post {n}\nDate: 2024-01-{n // 2 + 1:02}\nCategory: news\n\nWords.\n"
        for n in range(20)
    }
    for name, text in (THEME | TEMPLATES).items():
        path = root / "theme" / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "theme" / "static").mkdir()
    (root / "days.py").write_text(PLUGIN)
    return make(root, posts, conf)


def rendered(site: Path) -> int:
    said = press(site, "press", ("presswork", "days"))
    shutil.rmtree(site / "stock", ignore_errors=True)
    build(site, "stock", ("days",))
    assert_same(site / "stock", site / "press")
    found = re.search(r"(\d+) pages rendered", said)
    assert found, said
    return int(found[1])


def test_pages_follow_the_things_they_show(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    assert rendered(site) > 20
    assert rendered(site) == 0
    content = site / "content"
    (content / "post-03.md").write_text("Title: A much longer title\nDate: 2024-01-02\nCategory: news\n\nWords.\n")
    assert 0 < rendered(site) < 10
    (content / "new.md").write_text("Title: New\nDate: 2024-02-01\nCategory: news\n\nWords.\n")
    assert 0 < rendered(site) < 12
    (content / "post-00.md").unlink()
    assert 0 < rendered(site) < 12
    for path in content.glob("*.md"):
        path.unlink()
    (content / "post-05.md").write_text("Title: Alone\nDate: 2024-01-02\nCategory: news\n\nWords.\n")
    assert rendered(site) > 0


LOOKS: dict[str, Callable[[list[Any]], object]] = {
    "a loop": list,
    "a length": len,
    "a member": lambda items: 1 in items,
    "a place": lambda items: items[0],
    "a slice": lambda items: items[:1],
    "the end": lambda items: [*reversed(items)],
    "printing": str,
    "more": lambda items: items + [3],  # noqa: RUF005 — this very look
    "more of it": lambda items: [3] + items,  # noqa: RUF005
    "twice": lambda items: items * 2,
    "the same": lambda items: items == [1],
    "another": lambda items: items != [1],
    "less": lambda items: items < [1],
    "an index": lambda items: items.index(1),
    "a count": lambda items: items.count(1),
    "a copy": lambda items: items.copy(),
    "joining": lambda items: ",".join(map(str, items)),
    "data": json.dumps,
    "order": sorted,
    "spreading": lambda items: [*items],
    "a tuple": tuple,
    "the largest": max,
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_into_a_list_of_the_site_is_noted(look: str) -> None:
    items = [1, 2]
    tracer.trace = trace = Trace({"items": items}, {}, {})
    try:
        shelf = Shelf(items, "items")
        assert (trace.site_names, trace.truths) == (set(), set())
        assert bool(shelf)
        assert (trace.site_names, trace.truths) == (set(), {"items"})
        assert LOOKS[look](shelf) is not None
        assert trace.site_names == {"items"}
    finally:
        tracer.trace = None


@dataclass
class Named:
    url: str
    items: list[Any] = field(default_factory=list)


@dataclass
class Bare:
    items: list[Any] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.items)


class Odd:
    def __getattr__(self, name: str) -> str:
        return name


def test_a_thing_is_its_name_or_all_that_it_holds() -> None:
    describer = Describer()
    assert describer.describe(Named("a/", [1])) == describer.describe(Named("a/", [1]).__class__("b/")).replace(
        "b/", "a/"
    )
    assert describer.describe(Bare([1])) != describer.describe(Bare([1, 2]))
    assert "count=2" in describer.describe(Bare([1, 2]))


def test_things_that_cannot_be_told_apart_are_doubtful() -> None:
    describer, first, second = Describer(), Named("a/"), Named("a/")
    describer.describe(first)
    with pytest.raises(Doubt, match="two things"):
        describer.describe(second)
    ring = Bare()
    ring.items.append(ring)
    with pytest.raises(Doubt):
        describer.describe(ring)


def test_what_answers_to_any_name_is_no_thing() -> None:
    assert is_thing(Named)
    assert is_thing(Bare)
    assert not is_thing(Odd)
    assert not is_thing(dict)
    with pytest.raises(Doubt):
        Describer().describe(Odd())
