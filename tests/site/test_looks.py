"""How pages look: measured in a real browser, on screens of several widths and on paper."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TARGET = 24  # pixels: WCAG 2.2, 2.5.8


@pytest.mark.parametrize("name", ["iframe", "object"])
def test_what_is_embedded_is_no_wider_than_the_page(open_page, name):
    page = open_page(320)
    page.show("2026/story-001/")
    wider = page.evaluate(
        "name => { const it = document.createElement(name); it.width = 900; document.querySelector('.text').append(it);"
        " return document.documentElement.scrollWidth - innerWidth; }",
        name,
    )
    assert wider <= 0


def test_films_of_the_site_s_own_may_be_shown(open_page):
    page = open_page()
    page.show("2026/story-001/")
    refused = page.evaluate(
        "() => new Promise(done => { document.onsecuritypolicyviolation = () => done(true);"
        " const film = document.createElement('video'); film.onerror = () => setTimeout(() => done(false), 100);"
        " film.src = location.href; })"
    )
    assert not refused


@pytest.mark.parametrize(
    ("path", "links"),
    [
        ("archive/", ".dated li > a"),
        ("", ".block > h2 a"),
        ("topics/ev-strategy/", ".opening .meta a"),
        ("topics/ev-strategy/", ".dated .meta a"),
        ("2026/story-001/", ".source a"),
        ("2026/story-001/", "header .meta a"),
        ("404.html", "main > p > a"),
    ],
)
def test_a_link_that_stands_alone_is_easily_hit(open_page, path, links):
    page = open_page(390)
    page.show(path)
    heights = page.locator(links).evaluate_all("them => them.map(it => it.getClientRects()[0].height)")
    assert heights
    assert min(heights) >= TARGET


@pytest.mark.parametrize("width", [320, 1280])
def test_a_count_stands_on_the_line_of_what_it_counts(open_page, width):
    page = open_page(width)
    page.show("editions/")
    below = page.locator(".index li").evaluate_all(
        "them => them.filter(it => it.querySelector('.count').getBoundingClientRect().top >="
        " it.querySelector('a').getClientRects()[0].bottom).length"
    )
    assert below == 0


def test_a_wide_table_is_shaded_where_it_goes_on(open_page):
    shades = {}
    for mode in ("light", "dark"):
        page = open_page(390, mode)
        page.show("2026/pictures/")
        look = "it => [getComputedStyle(it).backgroundAttachment, getComputedStyle(it).backgroundImage]"
        attached, shades[mode] = page.locator(".text table").first.evaluate(look)
        assert attached == "local, local, scroll, scroll"
    assert shades["light"] != shades["dark"]


def test_paper_keeps_the_words_of_a_table_whole(open_page):
    page = open_page(700)
    page.show("2026/story-001/")
    page.emulate_media(media="print")
    assert page.locator(".text table").evaluate("it => getComputedStyle(it).overflowWrap") == "break-word"


def test_paper_prints_text_of_a_size_for_the_hand_and_the_second_stories_in_one_row(open_page):
    page = open_page(700)
    page.emulate_media(media="print")
    page.show("2026/story-001/")
    assert 14 < page.locator(".text p").first.evaluate("it => parseFloat(getComputedStyle(it).fontSize)") < 16
    page.show("")
    lead, *row = (page.locator(one).bounding_box() for one in (".lead", ".second", ".second .story >> nth=2"))
    assert row[0]["y"] - lead["y"] - lead["height"] >= 12
    assert row[1]["y"] - row[0]["y"] < 20


def test_paper_keeps_the_latest_stories_off_the_one_above(open_page):
    page = open_page(700)
    page.show("")
    page.emulate_media(media="print")
    above, below = (page.locator(one).bounding_box() for one in (".second", ".latest"))
    assert below["y"] - above["y"] - above["height"] >= 16


def test_topics_stand_on_one_line_of_a_telephone_and_each_can_be_reached(open_page):
    page = open_page(320)
    page.show("")
    assert page.locator(".contents").bounding_box()["height"] < 2 * TARGET
    last = page.locator(".contents a").last
    last.focus()
    assert last.bounding_box()["x"] + last.bounding_box()["width"] <= 320
    page.show("archive/")
    assert page.locator(".subtitle").is_hidden()


@pytest.mark.parametrize(("width", "media"), [(768, "screen"), (680, "print")])
def test_the_third_story_of_a_block_leaves_no_gap_beside_it(open_page, width, media):
    page = open_page(width)
    page.show("")
    page.emulate_media(media=media)
    block = page.locator(".trio").first
    first, second, third = (story.bounding_box() for story in block.locator(".story").all())
    assert first["width"] == block.bounding_box()["width"]
    assert second["y"] == third["y"]


@pytest.mark.parametrize(("width", "rows"), [(390, [1, 1, 1]), (768, [1, 2]), (1280, [3])])
def test_the_row_below_the_lead_is_full(open_page, width, rows):
    page = open_page(width)
    page.show("")
    tops = page.locator(".second .story").evaluate_all("them => them.map(it => it.getBoundingClientRect().top)")
    assert [tops.count(top) for top in dict.fromkeys(tops)] == rows


def test_a_story_of_several_papers_names_them_all_and_leads_to_its_page(open_page):
    page = open_page()
    page.show("")
    papers = page.locator(".front .meta a").first
    assert papers.inner_text().split(", ") == [
        "The Electric Vehicle Batteries Post & Mail",
        "The Interest Rates Of The Central Bank Post & Mail",
    ]
    papers.click()
    assert page.locator("main .kicker").inner_text() == "One story, several articles"


def test_a_line_holds_no_more_letters_than_are_read_with_ease(open_page):
    page = open_page()
    page.show("2026/story-001/")
    wide, column = page.locator(".text p").first.evaluate(
        "it => { const line = document.createElement('span'); line.textContent = it.textContent.slice(0, 76);"
        " line.style.whiteSpace = 'nowrap'; it.after(line);"
        " return [line.getBoundingClientRect().width, it.clientWidth]; }"
    )
    assert wide > column


def test_a_long_headline_is_set_smaller(open_page, site):
    page = open_page()
    size = "it => parseFloat(getComputedStyle(it).fontSize)"
    sizes = []
    for slug in ("story-001", [*site.titles][-1]):
        page.show(f"2026/{slug}/")
        sizes.append(page.locator("h1").evaluate(size))
    assert sizes[1] < sizes[0]


def test_tags_without_a_page_are_words_and_there_are_a_dozen_at_most(open_page):
    page = open_page()
    page.show("2026/pictures/")
    assert page.locator(".credits .chips li:not(:has(a))").count() == 0
    words = page.locator(".credits .chips + p").inner_text()
    assert words == "one, two, three, four, five, six, seven, eight, nine, ten, eleven"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_feed_reads_well_in_a_browser(open_page, mode):
    page = open_page(320, mode)
    page.show("feeds/all.atom.xml")
    style = "(it, name) => getComputedStyle(it)[name]"
    feed, title = page.locator("feed"), page.locator("entry > title").first
    assert page.locator("published").first.is_hidden()
    assert (feed.evaluate(style, "color") == "rgb(27, 26, 23)") is (mode == "light")
    assert title.evaluate(style, "unicodeBidi") == "plaintext"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("mode", "edge"), [("ltr", "0% 0px"), ("rtl", "100% 0px")])
def test_a_tall_picture_is_seen_whole_and_stands_where_the_text_begins(open_page, mode, edge):
    page = open_page()
    page.show("2026/pictures/")
    picture = page.locator(".text figure img").first
    picture.evaluate("(it, mode) => { it.width = 600; it.height = 3000; it.closest('.text').dir = mode; }", mode)
    assert picture.bounding_box()["height"] <= 900
    assert picture.evaluate("it => getComputedStyle(it).objectPosition") == edge
    assert (
        picture.evaluate("it => it.getBoundingClientRect().top - it.closest('.text').getBoundingClientRect().top") == 0
    )


def test_a_neighbour_that_runs_the_other_way_stands_below_its_label(open_page):
    page = open_page()
    page.show("2026/story-126/")
    right = "it => Math.round(it.getBoundingClientRect().right)"
    older = page.locator(".neighbours .older")
    assert older.locator("[lang=ar][dir=rtl]").evaluate(right) == older.evaluate(right)


def test_a_summary_that_runs_the_other_way_stands_below_its_headline(open_page, site):
    page = open_page(1280)
    days = ["/".join(path.parts[-4:-1]) for path in sorted(site.output.glob("2026/*/*/index.html"), reverse=True)]
    right = "it => Math.round(it.getBoundingClientRect().right)"
    for day in days:
        page.show(f"{day}/")
        alone = page.locator(".stories .story:only-child:has(> .headline[dir=rtl])").first
        if alone.locator(".summary").count():
            assert alone.locator(".summary").evaluate(right) == alone.locator(".headline").evaluate(right)
            return
    pytest.fail("No edition has such a story.")


def test_the_day_of_the_edition_stands_in_the_middle_in_letters_of_any_size(open_page):
    page = open_page(390)
    page.show("")
    style = "it => [getComputedStyle(it).textAlign, getComputedStyle(it.querySelector('time')).textAlign]"
    assert page.locator(".edition").evaluate(style) == ["center", "center"]


def test_a_link_is_underlined_among_words_and_plain_where_it_stands_alone(open_page):
    page = open_page()
    line = "it => getComputedStyle(it).textDecorationLine"
    page.show("2026/pictures/")
    assert page.locator(".text a").last.evaluate(line) == "underline"
    page.show("")
    for links in (".headline a", ".nav a", ".kicker a", ".contents a", ".block > h2 a"):
        assert {*page.locator(links).evaluate_all(f"them => them.map({line})")} == {"none"}
    page.locator(".headline a").first.hover()
    assert page.locator(".headline a").first.evaluate(line) == "underline"


def test_what_is_read_is_set_in_the_letters_of_headlines(open_page):
    page = open_page()
    page.show("2026/story-001/")
    family = "it => getComputedStyle(it).fontFamily"
    heading, text, table = (page.locator(it).first.evaluate(family) for it in ("h1", ".text p", ".text td"))
    assert text == heading != table


@pytest.mark.parametrize("within", ["blockquote", "li", "dd"])
def test_paragraphs_stand_apart_wherever_they_are(open_page, within):
    page = open_page()
    page.show("2026/story-001/")
    gap = page.evaluate(
        "name => { const it = document.createElement(name); it.innerHTML = '<p>One.</p><p>Two.</p>';"
        " document.querySelector('.text').append(it); const [one, two] = [...it.children].map(p =>"
        " p.getBoundingClientRect()); return two.top - one.bottom; }",
        within,
    )
    assert gap > 10


def test_a_quotation_of_any_length_is_set_in_upright_letters(open_page):
    page = open_page()
    page.show("2026/story-001/")
    assert page.locator(".text blockquote").evaluate("it => getComputedStyle(it).fontStyle") == "normal"


def test_a_meaning_stands_in_from_what_it_explains(open_page):
    page = open_page()
    page.show("2026/story-001/")
    inset = page.evaluate(
        "() => { const list = document.createElement('dl'); list.innerHTML = '<dt>One</dt><dd><span>Two</span></dd>';"
        " document.querySelector('.text').append(list);"
        " return list.querySelector('span').getBoundingClientRect().left - list.getBoundingClientRect().left; }"
    )
    assert inset > 10
