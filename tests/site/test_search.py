"""A large site's search, in bundles: Pagefind's own, made anew where pages changed, and one to whoever searches."""

from __future__ import annotations

import datetime
import gzip
import html
import json
import re

import pytest

from copydesk.presenting import search
from tests.site.material import own
from tests.site.test_browser import lost_headlines

SIZE = 60


def test_bundles_hold_whole_years_counted_from_the_oldest():
    pages = [(f"{2010 + number // 10}-{number % 10 + 1:02}-01", f"{number}.html") for number in range(60)]
    made = search.bundles(pages, 25)
    assert [bundle.name for bundle in made] == ["", "2012", "2010"]
    assert [len(bundle.pages) for bundle in made] == [20, 20, 20]
    assert [page for bundle in reversed(made) for page in bundle.pages] == [path for _, path in pages]
    more = search.bundles([*pages, ("2015-12-01", "new.html")], 25)
    assert more[1:] == made[1:]
    assert more[0].pages == (*made[0].pages, "new.html")


def test_a_year_that_is_too_large_is_cut():
    pages = [(f"2020-01-{day:02}", f"{day}.html") for day in range(1, 31)]
    made = search.bundles([*pages, ("2021-01-01", "later.html")], 8)
    assert [bundle.name for bundle in made] == ["", "2020-3", "2020-2", "2020"]
    assert [len(bundle.pages) for bundle in made] == [7, 8, 8, 8]
    assert made[0].pages[-1] == "later.html"


def test_a_small_site_is_one_bundle():
    assert search.bundles([("2020-01-01", "a.html"), ("1999-01-01", "b.html")], 2000) == [
        search.Bundle("", ("b.html", "a.html"))
    ]
    assert search.bundles([], 2000) == []


def test_a_language_whose_words_nothing_parts_has_an_index_of_its_own():
    def shelved(lang, *pages):
        told = {}
        for tongue, year in pages:
            told.setdefault(tongue, []).append((f"{year}-01-01", f"{tongue}-{year}.html"))
        return [(one.name, one.lang, len(one.pages)) for one in search.shelved(lang, told, 2)]

    many = [("en", 2020), ("ja", 2018), ("de", 2021), ("ja", 2019), ("ja", 2020), ("zh-Hant", 2020), ("en", 2022)]
    assert shelved("en-GB", *many) == [
        *[("", "en-GB", 1), ("2020", "en-GB", 2)],
        *[("ja", "ja", 1), ("ja-2018", "ja", 2), ("zh", "zh", 1)],
    ]
    assert shelved("ja", ("ja", 2020), ("en", 2020), ("zh", 2020)) == [("", "ja", 2), ("zh", "zh", 1)]
    assert shelved("en", ("th", 2020)) == [("", "th", 1)]
    assert shelved("en") == []


def test_the_signs_of_footnotes_are_no_words_of_the_index(tmp_path):
    note = '<sup id="fnref:1"><a href="#fn:1">77</a></sup>'
    (tmp_path / "a.html").write_text(f"<html><body data-pagefind-body><h1>One</h1><p>Wells{note}.</p></body></html>")
    search.index(tmp_path, "en", {"en": [("2020-01-01", "a.html")]}, 2000)
    (fragment,) = (tmp_path / search.FOLDER / "fragment").iterdir()
    kept = gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd")
    assert json.loads(kept)["content"] == "One. Wells ."


def dated(site):
    """The site's stories with made-up dates, a few days apart."""
    first = datetime.date(2020, 1, 1)
    stories = sorted(path.relative_to(site.output).as_posix() for path in site.stories())
    return [((first + datetime.timedelta(days=9 * n)).isoformat(), path) for n, path in enumerate(stories)]


@pytest.fixture(scope="module")
def bundled(site):
    """The site, its search in bundles of few articles until the module's tests are done."""
    search.index(site.output, "en", {"en": dated(site)}, SIZE)
    yield site
    search.index(site.output, "en", {"en": dated(site)}, 2000)


def index_files(site):
    folder = site.output / search.FOLDER
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.*")}


@pytest.mark.slow
def test_only_the_bundle_of_a_changed_page_is_made_anew(bundled):
    before = index_files(bundled)
    search.index(bundled.output, "en", {"en": dated(bundled)}, SIZE)
    assert index_files(bundled) == before
    changed = bundled.output / dated(bundled)[0][1]
    text = changed.read_text()
    try:
        changed.write_text(text.replace("</h1>", "</h1><p>Zanzibarian.</p>", 1))
        search.index(bundled.output, "en", {"en": dated(bundled)}, SIZE)
        after = index_files(bundled)
        touched = {name.partition("/")[0] for name in after if after[name] != before.get(name)}
        assert touched == {"2020"}
    finally:
        changed.write_text(text)
        search.index(bundled.output, "en", {"en": dated(bundled)}, SIZE)


FIND = (
    "async ([base, query, topic]) => { const { find } = await import(base + '/theme/js/search.js');"
    " const { results, first } = await find(query, topic);"
    " return { count: results.length, urls: await Promise.all(results.map(async (one) => (await one.data()).url)) }; }"
)


@pytest.mark.slow
@pytest.mark.browser
def test_a_query_finds_articles_of_all_bundles_and_filters_hold_over_them(bundled, open_page):
    parts = {path: bundle.name for bundle in search.bundles(dated(bundled), SIZE) for path in bundle.pages}
    assert len(set(parts.values())) > 2
    page = open_page()
    page.show("search/")

    def found(query, topic=None):
        urls = page.evaluate(FIND, [bundled.url, query, topic])["urls"]
        return [url.removeprefix(bundled.url).removeprefix("/some/where").strip("/") + "/index.html" for url in urls]

    assert {parts[path] for path in found("spring")} == set(parts.values())
    topic = found("spring", "EV strategy")
    assert {parts[path] for path in topic} == set(parts.values())
    assert set(topic) < set(found("spring"))
    newest_first = [parts[path] for path in found("", "EV strategy")]
    assert newest_first == sorted(newest_first, key=[*dict.fromkeys(parts.values())].index)
    assert page.heard == []


@pytest.mark.slow
@pytest.mark.browser
def test_a_word_of_one_bundle_finds_nothing_in_the_others(bundled, open_page):
    page = open_page()
    page.show("search/")
    (word,) = re.findall(r"[a-z]+[0-9]{4}", own(50))[:1]
    found = page.evaluate(FIND, [bundled.url, word, None])
    assert [url.strip("/").rpartition("/")[2] for url in found["urls"]] == ["story-050"]


@pytest.mark.slow
@pytest.mark.browser
def test_every_headline_finds_its_own_story_first_in_bundles_too(bundled, open_page):
    page = open_page()
    page.show("search/")
    assert lost_headlines(page, bundled)[1] == {}


@pytest.mark.slow
@pytest.mark.browser
def test_a_word_inside_a_japanese_sentence_is_found_on_an_english_site(site, open_page):
    pages = {"en": [], "ja": []}
    for page, title in zip(dated(site), site.titles.values(), strict=True):
        pages["ja" if "電池" in title else "en"].append(page)
    try:
        search.index(site.output, "en", pages, 2000)
        page = open_page()
        page.show("search/?q=電池")
        page.wait_for_selector(".found .headline")
        assert all("電池" in headline for headline in page.locator(".found .headline").all_inner_texts())
        page.show("search/?q=bridges")
        page.wait_for_selector(".found .headline")
        assert page.inner_text("[role=status]") == "4 stories for “bridges”"
        assert page.heard == []
    finally:
        search.index(site.output, "en", {"en": dated(site)}, 2000)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("R&D for less", "|R&D for less. What it costs.|", "What it costs."),
        ("Read a <b> & sleep", "|Read a <b> & sleep. What it| costs.", "What it …"),
        ("Trams", "Trams. They come |back by 2031,| if the bridge holds.", "… back by 2031, …"),
        ("Trams", "Trams. They come |back by 2031.|", "… back by 2031."),
    ],
)
def test_an_excerpt_repeats_no_headline_and_says_where_the_text_goes_on(open_page, title, text, shown):
    page = open_page()
    told = html.escape(text, quote=False)
    raw, cut = told.replace("|", ""), told.split("|")[1]
    data = {"url": "/", "meta": {"title": title}, "raw_content": raw, "excerpt": cut, "plain_excerpt": cut}
    engine = (
        "export const options = async () => {}; export const init = options;"
        f" export const search = async () => ({{ results: [{{ data: async () => ({json.dumps(data)}) }}] }});"
    )
    page.route("**/pagefind/pagefind.js", lambda route: route.fulfill(body=engine, content_type="text/javascript"))
    page.show("search/?q=costs")
    page.wait_for_selector(".found .headline")
    assert page.inner_text(".found .summary") == shown


EXCERPTS = [  # a text in which the excerpt stands between bars, and the excerpt as it is shown
    ("of 12\u202f|000 people who| came", "12 000 people who"),
    ("by ship, 1 200| 000 tons of &lt;b> and| it", "1 200 000 tons of &lt;b> and"),
    ("for 1\u00a0200 |000 tons, or 12| 000 loads", "1 200 000 tons, or 12 000"),
    ("it has |8 boats and 12| people", "8 boats and 12"),
    ("in 2026 |300 boats of 1200| 100 sailed", "300 boats of 1200"),
    ("|000 of them| came", "000 of them"),
    ("at 12 |000\u200b円で\u200b売|る", "12 000円で売"),
]


@pytest.mark.browser
def test_an_excerpt_neither_begins_nor_ends_inside_a_number(open_page):
    page = open_page()
    page.show("search/")
    for marked, shown in EXCERPTS:
        cut = " ".join(marked.split("|")[1].replace("\u200b", "").split())
        whole = "async ([base, found]) => (await import(base + '/theme/js/search.js')).whole(found)"
        found = {"raw_content": marked.replace("|", ""), "excerpt": cut, "plain_excerpt": cut}
        assert page.evaluate(whole, [page.url.partition("/search/")[0], found]) == shown
