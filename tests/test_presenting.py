"""What readers see beside the articles: rules as tables."""

from __future__ import annotations

import datetime
import io
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from feedgenerator import Atom1Feed
from jinja2 import Environment, FileSystemLoader
from pelican.settings import read_settings
from PIL import Image, ImageDraw

from copydesk.model import CopydeskError
from copydesk.presenting import atom, cards, feeds, markup, neighbours, patterns, search, sitemaps, wishes
from copydesk.presenting.dates import formats
from copydesk.presenting.front import front
from copydesk.presenting.words import catalogue
from copydesk.settings import from_pelican
from presswork.ground import Settings

THEME = Path(__file__).parents[1] / "themes" / "broadsheet"
SITE = feeds.Masthead("The <em>Digest</em>", "News & views", "https://example.org/news", "en")


def story(number, topics=(), lang="en", day=20, body="text", source="", date_from=""):
    date = datetime.datetime(2026, 11, day, 8, tzinfo=datetime.UTC)
    return SimpleNamespace(
        url=f"s{number}/", title=f"Story {number}", date=date, topics=list(topics), lang=lang, minutes=2, _content=body,
        source=source, date_from=date_from, summary="<p>Short &amp; plain.</p>", get_content=lambda _: "<p>Text</p>",
    )  # fmt: skip


def topic(slug, *articles):
    made = SimpleNamespace(
        slug=slug, title=slug.title(), url=f"topics/{slug}/", feed_url=f"topics/{slug}/feed", articles=list(articles)
    )
    for article in articles:
        article.topics.append(made)
    return made


def test_the_front_page_shows_each_story_once_and_the_freshest_topic_first():
    articles = [story(n, day=28 - n // 2) for n in range(40)]
    old, new = topic("old", *articles[30:]), topic("new", *articles[1:25])
    page = front(articles, [old, new], "en")
    urls = [article.url for article in page.stories]
    assert len(urls) == len(set(urls))
    assert [block.topic.slug for block in page.blocks] == ["new", "old"]
    assert (len(page.second), len(page.latest), page.topics, page.minutes) == (3, 5, 2, 2 * len(urls))


@pytest.mark.parametrize(
    ("articles", "lead"),
    [
        ([story(0, lang="de"), story(1), story(2, day=19)], 1),
        ([story(0), story(1, body="longer text"), story(2, body="the longest text", day=19)], 1),
        ([story(0, body="longer text"), story(1, source="Post")], 1),
        ([story(0, lang="de"), story(1, day=19)], 0),
        ([story(0, day=22, date_from="filing"), story(1), story(2, day=19)], 1),
        ([story(0, body="longer text", date_from="filing"), story(1, date_from="filing")], 0),
    ],
)
def test_the_lead_is_of_the_newest_day(articles, lead):
    assert front(articles, [], "en").lead is articles[lead]


def test_the_lead_is_the_story_that_most_papers_tell():
    articles = [story(0, source="Post", body="the longest text"), story(1), story(2), story(3, day=19)]
    for article, sources in zip(articles[1:], (["Post"], ["Post", "Mail"], ["Post", "Mail", "Echo"]), strict=True):
        article.story = SimpleNamespace(url=f"stories/{article.url}", sources=sources)
    assert front(articles, [], "en").lead is articles[2]


def test_there_is_no_front_page_without_articles():
    assert front([], []) is None


def test_beside_the_lead_stand_stories_in_the_site_s_language():
    page = front([story(0), story(1, lang="de"), story(2), story(3, lang="ja"), story(4)], (), "en")
    assert [article.url for article in page.second] == ["s2/", "s4/"]
    assert [article.url for article in page.latest] == ["s1/", "s3/"]


def test_a_story_that_several_articles_tell_is_on_the_front_page_once():
    articles = [story(n) for n in range(12)]
    for first, again in ((0, 1), (2, 3), (4, 11)):
        articles[first].story = articles[again].story = SimpleNamespace(url=f"stories/{first}/")
    page = front(articles, [topic("cars", *articles)], "en")
    assert [article.url for article in page.stories] == [f"s{n}/" for n in (0, 2, 4, 5, 6, 7, 8, 9, 10)]


def test_a_copy_stands_in_no_topic_of_the_front_page():
    articles = [story(n) for n in range(12)]
    articles[9].twin_of = articles[11]
    page = front(articles, [topic("cars", *articles)], "en")
    assert [article.url for article in page.blocks[0].stories] == ["s10/", "s11/"]


def test_neighbours_stay_within_the_first_topic():
    articles = [story(n) for n in range(4)]
    made = topic("cars", articles[0], articles[3])
    neighbours.introduce(articles, [made])
    assert (articles[0].newer, articles[0].older) == (None, articles[3])
    assert (articles[2].newer, articles[2].older) == (articles[1], articles[3])


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ('<td style="text-align: right;">1</td>', '<td class="right">1</td>'),
        ("a\x00b\x0bc\ufffed\te\nf", "abcd\te\nf"),
        ('<p style="color: red">x</p>', '<p style="color: red">x</p>'),
    ],
)
def test_markup_fits_feeds_and_policies(given, wanted):
    assert markup.fit(given) == wanted


NOTE = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
FIGURE = '<figure><img src="a"><figcaption>A caption.</figcaption></figure>'
LONG = "The council met and met again, " * 12


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (
            f"{FIGURE}<h2>Head</h2><p>A <em>short</em> &lt;b&gt; line. Two.</p><p>Three.</p>",
            "A short &lt;b&gt; line. Two.",
        ),
        (f"<p></p><p>One.</p><p>{LONG}</p>", "One."),
        (f"<p>One line. {LONG}.</p>", "One line."),
        (f"<p>{LONG}</p>", f"{LONG[:300].rpartition(' ')[0]}…"),
        ("<blockquote><p>Said.</p></blockquote>", "Said."),
        ("<p>\x07</p><p>The &#7;bell\x07 rang.</p>", "The bell rang."),
        ("<h2>Head</h2>", ""),
        (f"<p>It has three parts{NOTE}, each of ten<sup>2</sup>.</p>", "It has three parts, each of ten2."),
    ],
)
def test_a_text_opens_with_whole_sentences_of_its_first_paragraph(given, wanted):
    assert markup.opening(given, "en") == wanted


def test_a_long_paragraph_is_opened_in_linear_time():
    assert markup.opening("<p>" * 20_000, "en") == ""


def test_sections_are_numbered_and_listed():
    made, found = markup.sections(f"<h2>One <em>two</em></h2><p>x</p><h2>Three{NOTE}</h2><h2 id='own'>Own</h2>")
    assert found == [("s1", "One two"), ("s2", "Three")]
    assert made.startswith('<h2 id="s1">One <em>two</em></h2>')
    assert markup.sections("<h2>" * 20_000)[1] == []


@pytest.mark.parametrize(
    ("text", "minutes"), [("<p>word</p>", 1), ("<p>" + "word " * 714 + "</p>", 3), ("電" * 1500, 3), ("", 0)]
)
def test_minutes(text, minutes):
    assert markup.minutes(text) == minutes


@pytest.mark.parametrize(
    ("lang", "day", "month"),
    [
        ("en", "20 November 2026", "November 2026"),
        ("en-us", "November 20, 2026", "November 2026"),
        ("de", "20. November 2026", "November 2026"),
        ("fr", "20 novembre 2026", "novembre 2026"),
        ("es", "20 de noviembre de 2026", "noviembre de 2026"),
        ("xx-unknown", "20 November 2026", "November 2026"),
    ],
)
def test_dates_are_written_as_readers_write_them(lang, day, month):
    written, date = formats(lang), datetime.date(2026, 11, 20)
    assert (written["long_date"](date), written["long_month"](date)) == (day, month)


def test_the_json_feed_says_only_what_is_known():
    feed = json.loads(feeds.json_feed(SITE, "feed.json", [story(1)]))
    assert feed["title"] == "The Digest"
    assert feed["items"][0]["summary"] == "Short & plain."
    assert "external_url" not in feed["items"][0]
    assert json.loads(feeds.json_feed(SITE, "feed.json", []))["items"] == []


@pytest.mark.parametrize("home", ["https://example.org/news", ""])
def test_an_entry_names_all_its_authors_and_its_language(home):
    feed = Atom1Feed("The Digest", f"{home}/", None, feed_url=f"{home}/all.atom.xml")
    articles = {f"s{number}/": story(number, lang=lang) for number, lang in ((1, "fr"), (2, "en"))}
    articles["s1/"].authors = ["Ann &amp; Co.", "Bo Reed", "Cy"]
    for url, article in (*articles.items(), ("2026/11/20/", story(3))):
        feed.add_item("A", f"{home}/{url}", None, author_name="Ann &amp; Co.", pubdate=article.date, categories=[])
    context = {"SITEURL": home, "SITENAME": "D", "DEFAULT_LANG": "en", "THEME_STATIC_DIR": "theme", "entries": articles}
    atom.improve(context, feed)
    written = io.StringIO()
    feed.write(written, "utf-8")
    space = {"a": "http://www.w3.org/2005/Atom"}
    entries = ElementTree.fromstring(written.getvalue().encode()).findall("a:entry", space)
    assert [[one.text for one in entry.findall("a:author/a:name", space)] for entry in entries] == [
        *[["Ann & Co.", "Bo Reed", "Cy"], ["Ann & Co."], ["Ann & Co."]],
    ]
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [entry.get(lang) for entry in entries] == ["fr", None, None]


def test_feeds_carry_a_picture_without_word_of_its_copies():
    shot = '<img data-copies="0123456789abcdef avif webp 640 1280" src="shot.jpg" alt="">'
    article = story(1)
    entry = {"title": "A", "link": "/", "author_name": "", "categories": [], "content": shot, "description": shot}
    article.get_content = lambda _: shot
    context = {"SITEURL": "https://example.org", "SITENAME": "The Digest", "entries": {}}
    atom.improve(context, SimpleNamespace(items=[entry]))
    told = json.loads(feeds.json_feed(SITE, "feed.json", [article]))["items"][0]["content_html"]
    assert {told, entry["content"], entry["description"]} == {'<img src="shot.jpg" alt="">'}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Short &amp; <em>plain</em>.", "Short &amp; plain."),
        ("One sentence here. Another that is cut off here", "One sentence here."),
        ("No. A sentence that goes on and on for long", "No. A sentence that goes on…"),
    ],
)
def test_what_is_said_of_a_page_ends_with_a_sentence(text, wanted):
    assert pieces().abridged(text, 30) == wanted


def pieces():
    """The theme's macros."""
    return Environment(loader=FileSystemLoader(THEME / "templates"), autoescape=False).get_template("parts.html").module


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<em>Nautilus</em> &amp; crew", "<em>Nautilus</em> &amp; crew"),
        ("Word " * 40, "Word " * 40),
        ("Word &amp; " * 60, "Word &amp; " * 22 + "Word…"),
        ("Ten letters and no more. " * 20, ("Ten letters and no more. " * 6).strip()),
    ],
)
def test_a_headline_in_a_list_is_no_wall_of_words(title, shown):
    assert pieces().headline(SimpleNamespace(title=title)) == shown


@pytest.mark.parametrize(
    ("source", "address", "shown"),
    [
        ("The Post", "https://news.example.org/a/very/long/one", "The Post"),
        ("", "https://www.news.example.org/a/very/long/one", "news.example.org"),
        ("", "https:///nowhere", ""),
        ("", "javascript:alert(1)", ""),
        ("", "", ""),
    ],
)
def test_a_source_without_a_name_is_named_by_its_server(source, address, shown):
    assert pieces().outlet(SimpleNamespace(source=source, source_url=address)) == shown


def test_the_list_of_topics_is_opml():
    made = topic("r&d")
    outline = ElementTree.fromstring(feeds.opml(SITE, [made])).find("./body/outline")
    assert outline.get("text") == "R&D"
    assert outline.get("xmlUrl") == "https://example.org/news/topics/r&d/feed"


def test_a_card_is_named_by_what_it_shows_and_drawn_once(tmp_path):
    item = story(1)
    cards.assign(SITE, [item], [])
    first = item.card
    cards.draw(SITE, [item], tmp_path / "out", tmp_path / "cache")
    drawn = (tmp_path / "out" / first).read_bytes()
    item.title = "Another <b>headline</b>"
    cards.assign(SITE, [item], [])
    assert item.card != first
    cards.draw(SITE, [item], tmp_path / "out", tmp_path / "cache")
    assert [path.name for path in (tmp_path / "out" / "cards").iterdir()] == [Path(item.card).name]
    assert (tmp_path / "out" / item.card).read_bytes() != drawn
    cards.draw(SITE, [], tmp_path / "out", tmp_path / "cache")
    assert list(tmp_path.rglob("*.png")) == []


def test_a_font_that_is_none_is_named(tmp_path):
    (tmp_path / "words.ttf").write_text("no font")
    for font in ("words.ttf", "nowhere.ttf"):
        with pytest.raises(CopydeskError, match=rf"{font}: The font of the cards cannot be read .*COPYDESK_CARD_FONT"):
            cards.card("The Digest", "Short", "", str(tmp_path / font))


@pytest.mark.parametrize("headline", ["Short", "Word " * 60, "W" * 300, "Größe, łódź, Ελλάδα, Россия", ""])
def test_any_headline_makes_a_card(headline):
    made = cards.card("The Digest", headline, "EV strategy")
    assert made.size == (1200, 630)
    assert len(made.getcolors()) > 3


@pytest.mark.parametrize("headline", ["日産とルノー", "شركة تعيد تدوير البطاريات", "חברה ממחזרת סוללות"])
def test_a_headline_that_the_font_cannot_write_has_no_card(headline, tmp_path):
    item = story(1)
    item.title = headline
    cards.assign(SITE, [item], [])
    cards.draw(SITE, [item], tmp_path / "out", tmp_path / "cache")
    assert item.card == ""
    assert [*tmp_path.iterdir()] == []


def test_letters_that_run_from_right_to_left_are_written_by_no_font(monkeypatch):
    monkeypatch.setattr(cards, "has", lambda *_: True)
    font = cards.load("", cards.SMALL)
    assert cards.legible("日産 and Renault", font)
    assert not cards.legible("Battery: سوللا", font)
    assert not cards.legible("Battery: סוללה", font)


@pytest.mark.parametrize(
    ("name", "subtitle", "said"),
    [
        ("The Digest", "News &amp; views", ("The Digest", "News & views")),
        ("The Digest", "", ("The Digest", "The Digest")),
        ("The Digest", "日産", ("The Digest", "The Digest")),
        ("日産", "Daily", ("", "Daily")),
        ("日産", "", ("", "")),
    ],
)
def test_the_site_s_own_card_says_what_the_font_can_write(name, subtitle, said, tmp_path):
    site = feeds.Masthead(name, subtitle, "https://example.org", "en")
    made = cards.cover(site)
    assert cards.lines(site, made)[:2] == said
    cards.draw(site, [made], tmp_path / "out", tmp_path / "cache")
    assert bool(made.card) is bool(said[1]) is any(tmp_path.rglob("*.png"))


@pytest.mark.parametrize("sign", '“”„«»"%…½')
def test_a_sign_on_a_card_is_not_printed_over_by_the_next(sign):
    font, sheet = cards.load("", 84), Image.new("L", cards.SIZE, 0)
    cards.row(ImageDraw.Draw(sheet), f"{sign}{sign}", 175, font)
    one = font.getbbox(sign)
    pair = sheet.getbbox()
    assert pair[2] - pair[0] >= 2 * (one[2] - one[0]) - cards.OVERHANG * 84
    assert cards.length(f"{sign}W", font) > font.getlength(f"{sign}W")


@pytest.mark.parametrize(
    ("arguments", "told"), [(["pelican", "-r"], True), (["pelican", "--autoreload"], True), (["pelican"], False)]
)
def test_only_a_watched_build_keeps_its_index(arguments, told):
    assert search.watched(arguments) is told


def test_a_search_always_finds_the_index_that_it_is_told_of(tmp_path, monkeypatch):
    made, folder, laid = tmp_path / "made", tmp_path / "pagefind", []
    for place, name in ((made, "new"), (folder, "old")):
        (place / "index").mkdir(parents=True)
        (place / "index" / name).write_text(name)
        (place / search.ENTRY).write_text(name)

    def renew(path, content):
        laid.append(path.name)
        assert (folder / "index" / "old").exists()
        path.write_bytes(content)

    monkeypatch.setattr(search, "renew", renew)
    search.lay(made, folder, set())
    assert laid == ["new", search.ENTRY]
    assert [path.name for path in (folder / "index").iterdir()] == ["new"]


def test_a_search_that_cannot_be_made_is_said_in_a_sentence(monkeypatch):
    with pytest.raises(CopydeskError, match=r"Pagefind failed: .*no-such-option"):
        search.run(["--no-such-option"])
    monkeypatch.setattr(search, "BROKEN", 0)
    with pytest.raises(CopydeskError, match="Pagefind was not done in 0 seconds"):
        search.run(["--version"])


def test_a_sitemap_is_the_old_one_until_the_new_one_is_whole(tmp_path):
    place = tmp_path / "sitemap.xml"
    place.write_text("old")
    with sitemaps.opened(str(place), "w", "utf-8") as out:
        out.write("new")
        assert place.read_text() == "old"
    assert place.read_text() == "new"


def test_a_sitemap_dates_an_edition_by_its_own_articles(tmp_path, monkeypatch):
    plugin = SimpleNamespace(generator=SimpleNamespace(page_queue=[("before", None)], now=None))
    monkeypatch.setitem(sys.modules, sitemaps.PLUGIN, plugin)
    old, new = story(1, day=1), story(2)
    old.save_as, new.save_as, old.translations, new.translations = "s0", "s1", [], []
    edition = SimpleNamespace(url="2026/11/01/", save_as="2026/11/01/index.html", articles=[old])
    sitemaps.settle([new, old], [edition], tmp_path, from_pelican({}, tmp_path))
    for path, content in ((tmp_path / edition.save_as, None), (tmp_path / "tags.html", None), (tmp_path / "s1", old)):
        plugin.generator.page_queue.append((str(path), content))
    dates = [content.date if content else plugin.generator.now for _, content in plugin.generator.page_queue]
    assert dates == [new.date, old.date, new.date, old.date]


@pytest.mark.parametrize(
    ("told", "source", "twin", "listed"),
    [
        ({}, "https://post.example/a", None, True),
        ({}, "", "first", False),
        ({"COPYDESK_NOINDEX": True}, "https://post.example/a", None, False),
        ({"COPYDESK_NOINDEX": True}, "", None, True),
        ({"COPYDESK_CANONICAL": True}, "https://post.example/a", None, False),
        ({"COPYDESK_CANONICAL": True}, "mid:5@post.example", None, True),
    ],
)
def test_a_sitemap_lists_no_page_that_sends_search_engines_elsewhere(tmp_path, monkeypatch, told, source, twin, listed):
    plugin = SimpleNamespace(generator=SimpleNamespace(page_queue=[], now=None))
    monkeypatch.setitem(sys.modules, sitemaps.PLUGIN, plugin)
    own, other = story(1), story(2)
    own.save_as, own.translations, own.source_url, own.twin_of = "own.html", [other], source, twin
    other.save_as = "other.html"
    sitemaps.settle([own], [], tmp_path, from_pelican(told, tmp_path))
    for content in (own, other):
        plugin.generator.page_queue.append((str(tmp_path / content.save_as), content))
    assert plugin.generator.page_queue.count((str(tmp_path / "own.html"), own)) == int(listed)
    assert plugin.generator.page_queue[-1][1] is other


def test_what_templates_call_is_the_same_before_and_after_it_was_called():
    written = formats("fr")
    before = Settings().describe(written)
    assert written["long_date"](datetime.date(2026, 11, 20)) == "20 novembre 2026"
    assert Settings().describe(written) == before


@pytest.mark.parametrize(
    ("name", "told", "said"),
    [
        ("ARTICLE_URL", "{slug/", "ARTICLE_URL is '{slug/', which cannot be filled: expected '}'"),
        ("ARTICLE_LANG_SAVE_AS", "{}/{slug}", "cannot be filled: Format string contains positional fields"),
        ("PAGE_URL", None, "PAGE_URL is None, but wants a text"),
        ("DRAFT_PAGE_SAVE_AS", "{date.yeer}", "cannot be filled: 'datetime.datetime' object has no attribute 'yeer'"),
        ("STATIC_URL", "{pat}", "nothing says {pat}. Did you mean path"),
        ("CATEGORY_URL", "{slug:d}", "cannot be filled: Unknown format code 'd'"),
        ("AUTHOR_SAVE_AS", 5, "AUTHOR_SAVE_AS is 5, but wants a text"),
        ("YEAR_ARCHIVE_SAVE_AS", "{datum:%Y}.html", "nothing says {datum}. Did you mean date"),
        ("TAG_FEED_ATOM", "{tag}.xml", "nothing says {tag}. Known are slug"),
        ("TRANSLATION_FEED_RSS", "{slug}.xml", "nothing says {slug}. Known are lang"),
        ("PAGINATION_PATTERNS", [(1, "{url}", "{nr}")], "nothing says {nr}. Known are number"),
        ("INDEX_SAVE_AS", 5, "INDEX_SAVE_AS is 5, but wants a text"),
    ],
)
def test_a_pattern_of_addresses_that_nothing_fills_is_named(name, told, said):
    with pytest.raises(CopydeskError, match=re.escape(said)):
        patterns.check_patterns(read_settings(override={name: told}))


def test_what_a_pattern_may_say_is_let_be():
    told = {"ARTICLE_URL": "{date:%Y}/{section.name:%x}/{category}/{slug}", "ARTICLE_SAVE_AS": Path("{slug}.html")}
    patterns.check_patterns(
        read_settings(override={**told, "TAG_SAVE_AS": False, "CATEGORY_URL": None, "AUTHOR_URL": ""})
    )


@pytest.mark.parametrize(
    ("name", "told", "said"),
    [
        ("BROADSHEET_ICN", "icon.png", "BROADSHEET_ICN is no setting of the theme. Did you mean BROADSHEET_ICON"),
        ("BROADSHEET_ICON", 5, "BROADSHEET_ICON is 5, but wants a text"),
        ("MENUITEMS", ("Home", "/"), r"wants a list of pairs. Write MENUITEMS = \[\("),
        ("LINKS", "https://example.org", "LINKS is 'https://example.org', but wants a list of pairs"),
        ("SOCIAL", [("One", "#", "icon")], "SOCIAL is .*, but wants a list of pairs"),
    ],
)
def test_a_setting_that_the_theme_cannot_use_is_named(name, told, said, tmp_path):
    with pytest.raises(CopydeskError, match=said):
        wishes.check_theme(THEME, {name: told})
    wishes.check_theme(tmp_path, {name: told})
    wishes.check_theme(THEME, {"MENUITEMS": (("Home", "/"),), "LINKS": None, "BROADSHEET_FOOTER": ""})


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "both on Ampere, R&amp;D"), ("de", "Gemeinsam: Ampere, R&amp;D"), ("ja", "共通：Ampere、 R&amp;D")],
)
def test_what_two_articles_are_both_on_is_said_in_the_site_s_language(lang, said):
    other = SimpleNamespace(url="b/", title="B", lang=lang, date=datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC))
    article = SimpleNamespace(url="a/", related=[SimpleNamespace(article=other, names=("Ampere", "R&D"))])
    theme = Environment(loader=FileSystemLoader(THEME / "templates"), autoescape=False)
    theme.globals["gettext"] = catalogue(THEME, lang).gettext
    names = '{% from "words.html" import t, tn %}{% import "parts.html" as parts with context %}'
    page = theme.from_string(names + '{% include "further.html" %}')
    assert f"<span>{said}</span>" in page.render(article=article, DEFAULT_LANG=lang, SITEURL=".")
