"""Articles in, what a newspaper makes of them out: stories, editions, a topic's digest, and their pages."""

import datetime
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.grouping import briefs, ledger
from copydesk.grouping.editions import by_day, by_week
from copydesk.grouping.story_pages import outlets
from copydesk.grouping.telling import tell
from copydesk.model import CopydeskError

ROOT = Path(__file__).parent.parent
RAIL = SimpleNamespace(slug="rail", title="Rail", articles=[])
PORTS = SimpleNamespace(slug="ports", title="Ports", articles=[])


def article(slug, day, *topics, title="", **more):
    date = datetime.datetime(2026, 11, day, 12, tzinfo=datetime.UTC)
    usual = {"twin_of": None, "story_id": slug, "names": (), "outlet": "", "lang": "en", "summary": ""}
    return SimpleNamespace(slug=slug, title=title or slug, date=date, topics=list(topics), **(usual | more))


def alike(_):
    return 1.0


def test_an_outlet_has_one_name():
    names = ["SILICON QUAY", "Silicon Quay", "Post", "POST", "POST", "", "Argus"]
    counted = outlets([SimpleNamespace(outlet=name) for name in names])
    assert counted == [("POST", 3), ("Silicon Quay", 2), ("Argus", 1)]


def test_a_day_has_a_lead_and_the_rest_by_topic():
    articles = [article("a", 20, RAIL), article("b", 20, RAIL), article("c", 20), article("d", 21, PORTS)]
    newest, oldest = by_day(articles, lambda one: one.slug == "c")
    assert (newest.url, oldest.url) == ("2026/11/21/", "2026/11/20/")
    assert oldest.lead.slug == "c"
    assert [(block.topic, len(block.articles)) for block in oldest.blocks] == [(RAIL, 2)]
    assert (oldest.previous, oldest.next, newest.previous) == (None, newest, oldest)


def test_a_week_is_an_iso_week():
    days = by_day([article("a", 20), article("b", 22), article("c", 23)], alike)
    newest, oldest = by_week(days, alike)
    assert [(week.url, len(week.articles), len(week.days)) for week in (newest, oldest)] == [
        ("2026/week-48/", 1, 1),
        ("2026/week-47/", 2, 2),
    ]
    assert (oldest.first, oldest.last) == (datetime.date(2026, 11, 16), datetime.date(2026, 11, 22))


def test_there_is_no_edition_of_nothing():
    assert by_day([], alike) == by_week([], alike) == []


def test_a_story_is_called_by_the_headline_in_the_middle():
    titles = ["Ferry burns off Tamsin", "Blaze on ferry", "Ferry burns: blaze off Tamsin put out"]
    story = tell("fire", [article(f"a{n}", 20 + n, title=title, outlet="Sun") for n, title in enumerate(titles)])
    assert (story.title, story.url, story.sources) == (titles[2], "stories/fire/", ["Sun"])
    assert [one.slug for one in story.articles] == ["a2", "a1", "a0"]
    assert [day.day for day, _ in story.line] == [20, 21, 22]


def test_a_topics_digest():
    copy = article("copy", 9, twin_of="x", story_id="fire")
    articles = [article("late", 30, names=("Arden",)), copy, article("fire", 8, names=("Arden", "Brill"))]
    articles[0].summary = "<p>The ferry &amp; its crew are <em>safe</em>. Nobody knows why.</p>"
    new = briefs.what_is_new(articles)
    assert [(one.article.slug, one.lead) for one in new] == [("late", "The ferry & its crew are safe."), ("fire", "")]
    assert [(month.first.month, len(month.articles)) for month in briefs.months(articles)] == [(11, 3)]
    assert briefs.who("Ferries", articles) == [("Arden", 2)]
    chart = briefs.chart(articles)
    assert [bar.count for bar in chart.bars] == [1, 1, 0, 0, 1]
    assert [bar.height for bar in chart.bars] == [40, 40, 0, 0, 40]
    assert briefs.chart(articles[:1]) is None


@pytest.mark.parametrize(
    ("title", "names", "told"),
    [
        ("AI regulation", [("AI", "Estmark"), ("AI", "Estmark")], ["Estmark"]),
        ("Ai in schools", [("AI",), ("AI",)], []),
        ("Paint", [("AI",), ("AI",)], ["AI"]),
        ("Cars", [("Weston", "Weston Flats"), ("Weston", "Weston Flats")], ["Weston Flats"]),
        ("Cars", [("Weston", "Weston Flats"), ("Weston", "Weston Flats"), ("Weston",)], ["Weston", "Weston Flats"]),
        ("Cars", [("Weston", "Westonia"), ("Weston", "Westonia")], ["Weston", "Westonia"]),
    ],
)
def test_a_topic_is_not_said_to_go_together_with_itself_nor_with_half_a_name(title, names, told):
    articles = [article(f"a{n}", 20, names=some) for n, some in enumerate(names)]
    assert [name for name, _ in briefs.who(title, articles)] == told


def test_topics_that_share_articles_are_neighbours():
    shared = [article(f"s{n}", 20, RAIL, PORTS) for n in range(2)]
    rail = SimpleNamespace(slug="rail", articles=shared)
    assert briefs.neighbours(rail) == [PORTS]
    assert briefs.neighbours(SimpleNamespace(slug="x", articles=shared[:1])) == []


def test_the_ledger_keeps_stories_of_several_posts(tmp_path):
    book = tmp_path / "stories.txt"
    assert ledger.read(book) == {}
    ledger.keep(book, {"lone": "lone"})
    assert not book.exists()
    ledger.keep(book, {"a": "fire", "b": "fire", "lone": "lone"})
    assert ledger.read(book) == {"a": "fire", "b": "fire"}
    assert ledger.written(ledger.read(book)) == book.read_text(encoding="utf-8")
    book.write_bytes(b"\xff")
    with pytest.raises(CopydeskError, match="UTF-8"):
        ledger.read(book)


THEME = {
    "article": "{{ article.related|map(attribute='article.slug')|join(' ') }}|{{ article.story.slug }}"
    "|{{ article.twins|map(attribute='slug')|join }}",
    "story": "{{ story.title }}|{{ articles|map(attribute='slug')|join(' ') }}",
    "edition": "{{ edition.date }}|{{ edition.lead.slug }}|{{ sources }}",
    "week": "{{ edition.week }}|{{ edition.days|length }}",
    "editions": "{{ editions|length }} {{ weeks|length }}",
    "week_entry": "{% set feed = 'Weeks' %}{% set name = 'Week ' ~ edition.week %}<p>{{ edition.lead.slug }}</p>",
}
OTHERS = ("index", "tag", "tags", "category", "categories", "author", "authors", "archives", "page", "base")
FIRE = "The ferry Aurelia caught fire off Port Tamsin. All 84 passengers of the ferry Aurelia were taken ashore"
NEWS = {
    "fire": ("Ferry Aurelia catches fire", 20, f"{FIRE} by lifeboats in calm weather, the coast guard said."),
    "smoke": ("Fire on the ferry Aurelia", 21, "Smoke hung over Port Tamsin after fire hit the ferry Aurelia with 84."),
    "onions": ("How to brown onions", 21, "Slice them thinly, salt them, and wait until they are golden and sweet."),
}
CONF = """
import sys
PATH, OUTPUT_PATH, THEME, TIMEZONE = "content", "output", "theme", "UTC"
PLUGINS, PLUGIN_PATHS = ["ours"], ["."]
"""
PLUGIN = """
from pelican import signals
from copydesk.grouping import site
def register():
    signals.get_generators.connect(lambda pelican: site.generators(), weak=False)
"""


@pytest.fixture
def root(tmp_path):
    for folder in ("theme/templates", "theme/static", "content"):
        (tmp_path / folder).mkdir(parents=True)
    for name in (*THEME, *OTHERS):
        (tmp_path / "theme" / "templates" / f"{name}.html").write_text(THEME.get(name, ""), encoding="utf-8")
    for slug, (title, day, body) in NEWS.items():
        text = f"Title: {title}\nDate: 2026-11-{day}\nSlug: {slug}\nSource: The Sun\n\n{body}\n"
        (tmp_path / "content" / f"{slug}.md").write_text(text, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(CONF, encoding="utf-8")
    (tmp_path / "ours.py").write_text(PLUGIN, encoding="utf-8")
    return tmp_path


def test_a_site_gets_stories_and_editions(root):
    subprocess.run([sys.executable, "-m", "pelican", "--fatal", "errors"], cwd=root, check=True, capture_output=True)
    out = root / "output"
    assert (out / "fire.html").read_text() == "smoke|fire|"
    assert (out / "onions.html").read_text() == "||"
    assert (out / "stories/fire/index.html").read_text() == "Ferry Aurelia catches fire|smoke fire"
    assert (out / "2026/11/21/index.html").read_text() == "2026-11-21|smoke|[(&#39;The Sun&#39;, 3)]".replace(
        "&#39;", "'"
    )
    assert (out / "2026/week-47/index.html").read_text() == "47|2"
    assert (out / "editions/index.html").read_text() == "2 1"
    feed = (out / "editions/feed.atom.xml").read_text(encoding="utf-8")
    assert feed.count("Weeks</title>") == 1
    assert re.findall(r"<title>(Week.*?)</title>|(?:published|updated)>([^<]+)</|>(&lt;p&gt;.*?)</content>", feed) == [
        ("", "2026-11-21T00:00:00+00:00", ""), ("Week 47", "", ""), ("", "2026-11-16T00:00:00+00:00", ""),
        ("", "2026-11-21T00:00:00+00:00", ""), ("", "", "&lt;p&gt;smoke&lt;/p&gt;"),
    ]  # fmt: skip
    assert "fire: fire smoke\n" in (root / "content/stories.txt").read_text(encoding="utf-8")


def test_the_theme_names_a_copys_first_version_and_the_week_in_the_sites_language(root):
    conf = f"""
from pathlib import Path
PATH, OUTPUT_PATH, TIMEZONE, DEFAULT_LANG = "content", "output", "UTC", "de"
THEME = {str(ROOT / "themes" / "broadsheet")!r}
SITENAME, SITEURL, FEED_DOMAIN = "Harbour & Sea", "https://example.org", "https://example.org"
PLUGINS, COPYDESK_CARDS = ["copydesk"], False
"""
    (root / "pelicanconf.py").write_text(conf, encoding="utf-8")
    body = " ".join(text for _, _, text in NEWS.values())
    for slug, day in (("first", 17), ("copy", 18)):
        text = f"Title: Three things\nDate: 2026-11-{day}\nSlug: {slug}\n\n{body}\n"
        (root / "content" / f"{slug}.md").write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pelican", "--fatal", "errors"], cwd=root, check=True, capture_output=True)
    pages = {slug: (root / "output" / f"{slug}.html").read_text(encoding="utf-8") for slug in ("first", "copy")}
    links = {slug: re.findall(r'rel="canonical" href="([^"]*)"', page) for slug, page in pages.items()}
    assert links == {"first": ["https://example.org/first.html"], "copy": ["https://example.org/first.html"]}
    feed = (root / "output/editions/feed.atom.xml").read_text(encoding="utf-8")
    assert "<title>Diese Woche in Harbour &amp; Sea: Woche 47, 2026</title>" in feed
    assert "https://example.org/copy.html" not in feed
