"""A real browser over the built site: access, policy, weight, comforts."""

from __future__ import annotations

import gzip
from itertools import product
from urllib.parse import quote, unquote, urlsplit

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEMPLATES = {
    "home": "",
    "page two": "page/2/",
    "story": "2026/story-001/",
    "bare story": "2026/story-000/",
    "hostile": "2026/story-020/",
    "arabic": "2026/story-128/",
    "pictures": "2026/pictures/",
    "topics": "topics/",
    "topic": "topics/ev-strategy/",
    "empty topic": "topics/empty/",
    "tags": "tags/",
    "tag": "tags/orchard-fruit/",
    "archive": "archive/",
    "day": "2026/11/20/",
    "week": "2026/week-47/",
    "editions": "editions/",
    "about": "about/",
    "search": "search/",
    "missing": "404.html",
}
WIDTHS = (320, 390, 1280)
MODES = ("light", "dark")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KILOBYTE = 1024


@pytest.mark.parametrize(("width", "mode"), list(product(WIDTHS, MODES)))
def test_every_template_is_open_to_everyone(open_page, artefacts, bars, width, mode):
    from axe_playwright_python.sync_playwright import Axe

    page, faults = open_page(width, mode), []
    for name, path in TEMPLATES.items():
        page.show(path)
        for found in Axe().run(page, options={"runOnly": RULES}).response["violations"]:
            faults += [f"{name}: {found['id']}: {node['target']}" for node in found["nodes"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{name}: wider than the window")
        if width != 320:
            page.screenshot(path=artefacts / f"{name.replace(' ', '-')}-{width}-{mode}.png", full_page=True)
    told = [*faults, *page.heard]
    bars.tell(f"axe and console at {width} pixels, {mode}", f"{len(told)} on {len(TEMPLATES)} templates", told)
    assert told == []


def test_headlines_stay_text_and_inside_the_page(open_page, site, bars):
    page = open_page(320)
    page.on("dialog", lambda dialog: pytest.fail(f"{page.url} ran a script: {dialog.message}"))
    faults = []
    for slug, title in site.titles.items():
        page.goto(f"{site.url}/2026/{slug}/")
        shown, inside, wide = page.evaluate(
            "() => { const h = document.querySelector('main h1');"
            " return [h.textContent, h.children.length, document.documentElement.scrollWidth > innerWidth]; }"
        )
        if printed(shown) != printed(title) or inside or wide:
            faults.append((slug, title, shown, inside, wide))
    told = [*faults, *page.heard]
    bars.tell("Hostile headlines whole, text only, inside 320 pixels", f"{len(site.titles)} headlines", told)
    assert told == []


def test_no_page_has_a_word_for_the_console(open_page, site, rooted, bars):
    page = open_page()
    others = [path for path in site.pages() if path not in site.stories() and "pagefind" not in path.parts]
    for path in others:
        page.goto(f"{site.url}/{path.relative_to(site.output).as_posix()}")
    page.context.route(f"{rooted.url}/**", lambda route: answer(route, rooted))
    for path in TEMPLATES.values():
        page.goto(f"{rooted.url}/{path}")
    what = f"{len(page.heard)} on {len(others) + len(site.titles)} pages under a path, {len(TEMPLATES)} at a root"
    bars.tell("Console lines and breaches of the policy", what, page.heard)
    assert page.heard == []


def answer(route, built):
    """Answer a request for an address of a built site that nobody serves."""
    path = built.output / unquote(urlsplit(route.request.url).path).lstrip("/")
    route.fulfill(path=path / "index.html" if path.is_dir() else path)


def lost_headlines(page, site) -> tuple[dict[str, str], dict[str, str]]:
    """The first story that a search for each headline finds, by slug; and the headlines whose first is another's."""
    titles = {slug: title for slug, title in site.titles.items() if any(letter.isalnum() for letter in title)}
    found = page.evaluate(
        "async ([base, titles]) => { const { find } = await import(base + '/theme/js/search.js'); const out = {};"
        " for (const [slug, title] of Object.entries(titles)) out[slug] = (await find(title)).first[0]?.url;"
        " return out; }",
        [site.url, {slug: printed(title) for slug, title in titles.items()}],
    )
    return found, {titles[slug]: url for slug, url in found.items() if not url or f"/{slug}/" not in url}


def printed(title: str) -> str:
    """A headline as a page can hold it: without control characters, spaces alike."""
    return " ".join(
        "".join(letter for letter in title if letter.isprintable() or letter.isspace() or ord(letter) > 127).split()
    )


@pytest.mark.parametrize("path", ["", "2026/story-001/"])
def test_pages_are_light(open_page, site, bars, path):
    page, asked = open_page(), {}
    page.on("response", lambda response: asked.update({response.url: len(gzip.compress(response.body(), 9))}))
    page.goto(f"{site.url}/{path}", wait_until="networkidle")
    figures = {
        "requests": (len(asked), 3),
        "requests to other servers": (sum(not url.startswith(site.url) for url in asked), 0),
        "bytes, gzip": (sum(asked.values()), 10 * KILOBYTE),
        "bytes of CSS": (sum(size for url, size in asked.items() if url.endswith(".css")), 5 * KILOBYTE),
        "bytes of script": (sum(size for url, size in asked.items() if url.endswith(".js")), 1.25 * KILOBYTE),
        "elements": (page.evaluate("document.querySelectorAll('*').length"), 600),
    }
    over = [what for what, (figure, most) in figures.items() if figure > most]
    told = ", ".join(f"{figure} {what} (at most {most})" for what, (figure, most) in figures.items())
    bars.tell(f"Weight of /{path}", told, over)
    assert over == [], told


@pytest.mark.parametrize("path", ["", "2026/story-001/", "2026/pictures/", "topics/ev-strategy/", "search/?q=bridges"])
def test_nothing_moves_while_a_page_loads(open_page, bars, path):
    page = open_page(390)
    page.show(path)
    shift = page.evaluate(
        "() => new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const e of list.getEntries())"
        " if (!e.hadRecentInput) sum += e.value; }).observe({type: 'layout-shift', buffered: true});"
        " setTimeout(() => done(sum), 100); })"
    )
    bars.tell(f"Layout shift of /{path}", str(shift), [shift] if shift else [])
    assert shift == 0


def test_every_headline_finds_its_own_story_first(open_page, site, bars):
    page = open_page()
    page.show("search/")
    found, astray = lost_headlines(page, site)
    bars.tell("A headline's words find its story first", f"{len(found) - len(astray)} of {len(found)}", astray)
    assert astray == {}


def test_search_shows_counts_filters_and_helps(open_page):
    page = open_page()
    page.show("search/?q=bridges")
    page.wait_for_selector(".found .headline")
    assert page.inner_text("[role=status]") == "4 stories for “bridges”"
    story = page.locator(".found .story").first
    assert not story.locator(".summary").inner_text().startswith(story.locator(".headline").inner_text())
    assert "Key points" not in page.inner_text(".found")
    page.select_option("[name=topic]", "Interest rates & inflation")
    page.wait_for_url("**topic=Interest+rates+%26+inflation")
    assert page.inner_text("[role=status]") == "4 stories for “bridges”"
    page.select_option("[name=topic]", "EV strategy")
    page.get_by_text("Nothing found for “bridges”.").wait_for()
    assert page.locator(".help:not([hidden])").count() == 1
    assert page.heard == []


def test_an_article_is_found_by_who_wrote_it_and_says_of_what_its_day_is(open_page):
    page = open_page()
    page.show("search/?q=Quill")
    page.wait_for_selector(".found .headline")
    assert page.inner_text("[role=status]") == "1 story for “Quill”"
    assert page.inner_text(".found .meta") == "Updated on 2 November 2026 · Ann Quill, Bo Reed"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("bridgse", "brid…"),
        ("بطاريات", "البطاريات"),
        ("البطاريات", "بطاريات"),
        ("סוללות", "הסוללות"),
        ("הסוללות", "סוללות"),
    ],
)
def test_a_word_that_nobody_wrote_is_looked_for_by_its_article_or_how_it_begins(open_page, typed, kept):
    page = open_page()
    data = f"{{ url: '/', meta: {{ title: '{kept}' }}, raw_content: '', excerpt: '', plain_excerpt: '' }}"
    engine = (
        "export const options = async () => {}; export const init = options;"
        f" const found = [{{ data: async () => ({data}) }}];"
        f" export const search = async (words) => ({{ results: words === '{kept}' ? found : [] }});"
    )
    page.route("**/pagefind/pagefind.js", lambda route: route.fulfill(body=engine, content_type="text/javascript"))
    page.show(f"search/?q={typed}")
    page.wait_for_selector(".found .headline")
    assert page.inner_text("[role=status]") == f"1 story for “{kept}”"


def asked(page, *queries):
    """What the search page says of each query, and the headlines that it shows."""
    for query in queries:
        page.show(f"search/?q={quote(query)}")
        yield page.inner_text("[role=status]"), page.locator(".found .headline").all_inner_texts()


@pytest.mark.parametrize("typed", ["theatre", "theatre spring", "springboard", "R&Z", "12,999"])
def test_a_word_that_the_site_does_not_have_is_not_found(open_page, typed):
    page = open_page()
    assert list(asked(page, typed)) == [(f"Nothing found for “{typed}”.", [])]
    assert page.heard == []


def test_a_word_is_found_while_it_is_being_typed(open_page):
    begun, half, whole = (said.split()[0] for said, _ in asked(open_page(), "coat", "coati", "coating"))
    assert begun == half == whole != "Nothing"


@pytest.mark.parametrize("typed", ["Bo", "BO", "bó"])
def test_the_word_itself_comes_before_those_that_begin_so(open_page, typed):
    ((_, headlines),) = asked(open_page(), typed)
    assert len(headlines) > 1
    assert headlines[0] == "Hand-written, with pictures"


def test_search_marks_what_it_found(open_page):
    page = open_page()
    page.show("search/?q=spring")
    page.wait_for_selector(".found .headline")
    assert {text.strip(".,") for text in page.locator(".found mark").all_inner_texts()} == {"spring"}


def test_what_runs_the_other_way_stands_together(open_page):
    page = open_page()
    page.show("search/?q=البطاريات")
    page.wait_for_selector(".found .headline")
    assert page.locator(".found .headline").first.get_attribute("dir") == "rtl"
    assert page.locator(".found .headline[lang=ar]").count() > 0
    assert page.inner_text("[role=status] bdi >> nth=1") == "البطاريات"
    page.show("archive/")
    right = "it => Math.round(it.getBoundingClientRect().right)"
    item = page.locator(".dated li:has(> a[dir=rtl])").first
    assert item.locator("> a").evaluate(right) == item.locator(".meta > :last-child").evaluate(right)


def test_dark_stays_dark_and_the_button_says_so(open_page):
    page = open_page()
    page.show("")
    sign = "it => getComputedStyle(it, '::before').content"
    light = page.locator("[data-do=theme]").evaluate(sign)
    page.click("[data-do=theme]")
    assert page.locator("[data-do=theme]").evaluate(sign) != light
    for path in ("", "2026/story-001/"):
        page.show(path)
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        colours = page.locator("[name=theme-color]").evaluate_all("them => them.map(it => it.content)")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert {*colours} == {paper}


def test_the_front_page_tells_its_day_as_the_edition_does(open_page):
    page = open_page()
    page.show("")
    day = page.inner_text(".edition time")
    assert day == "Friday, 20 November 2026"
    page.click(".edition a")
    assert page.inner_text("h1") == day


def test_keys_step_through_headlines_lead_to_the_search_and_rest(open_page):
    page = open_page()
    page.show("")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.lead') !== null")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.locator("[name=q]:focus").wait_for()
    page.show("search/?q=bridges")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.show("")
    page.click("[data-do=keys]")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")


def test_a_copied_link_is_said_for_some_seconds(open_page):
    page = open_page()
    page.clock.install()
    page.show("2026/story-001/")
    said = page.locator("[role=status]")
    page.context.grant_permissions(["clipboard-write", "clipboard-read"])
    page.click("[data-do=link]")
    said.get_by_text("Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.clock.fast_forward(10_000)
    assert said.inner_text() == ""
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.click("[data-do=link]")
    said.get_by_text("The link could not be copied").wait_for()


def test_a_link_that_cannot_be_copied_has_no_button(open_page):
    page = open_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.show("2026/story-001/")
    assert page.locator("[data-do=link]").is_hidden()


def test_what_is_new_since_the_last_visit_is_said_in_a_word(open_page):
    page = open_page()
    page.show("")
    assert page.locator(".meta[data-new]").count() == 0
    page.evaluate("localStorage.seen = '2026-11-19T23:00'")
    page.show("")
    marked = page.locator(".lead .meta[data-new]")
    assert marked.count() == 1
    assert marked.evaluate("it => getComputedStyle(it, '::before').content") == '"New"'
    assert page.locator(".front").evaluate("it => getComputedStyle(it, '::before').content") == "none"


def test_the_source_of_a_headline_in_a_list_is_no_headline(open_page):
    page = open_page()
    page.show("topics/ev-strategy/")
    font = "it => [getComputedStyle(it).fontFamily, getComputedStyle(it).fontWeight, getComputedStyle(it).fontSize]"
    source = page.locator(".dated .meta a").first
    assert source.evaluate(font) == source.locator("xpath=ancestor::p").evaluate(font)


def test_paper_shows_all_of_a_wide_table(open_page):
    page = open_page(700)
    page.show("2026/pictures/")
    hidden = "(table => table.scrollWidth - table.parentElement.clientWidth)(document.querySelector('.text table'))"
    assert page.evaluate(hidden) > 0
    page.emulate_media(media="print")
    assert page.evaluate(hidden) <= 0


def test_a_table_is_a_stop_for_the_keyboard_while_it_is_wide(open_page):
    from playwright.sync_api import expect

    page = open_page()
    page.show("2026/pictures/")
    table = page.locator(".text table").first
    for width, size, stop in ((1280, "200rem", -1), (390, "auto", 0), (1280, "200rem", -1)):
        table.evaluate("(table, size) => { table.style.inlineSize = size }", size)
        page.set_viewport_size({"width": width + 1, "height": 900})
        expect(table).to_have_js_property("tabIndex", stop)


def test_without_javascript_every_page_reads_on(open_page, bars):
    page, dead = open_page(java_script_enabled=False), []
    for name, path in TEMPLATES.items():
        page.show(path)
        if not page.locator("main h1, main h2").count() or page.locator(".toggle:visible, form.search:visible").count():
            dead.append(name)
    bars.tell("Pages that read on without JavaScript", f"{len(TEMPLATES) - len(dead)} of {len(TEMPLATES)}", dead)
    assert dead == []
    page.show("search/")
    assert page.locator("noscript a").count() == 1


def test_a_site_is_read_from_its_folder_as_from_a_server(browser, relative):
    page = browser.new_page()
    page.goto((relative.output / "index.html").as_uri())
    headline = page.locator(".headline a").first.inner_text()
    page.locator(".headline a").first.click()
    assert page.inner_text("h1") == headline
    page.locator(".nameplate a").click()
    assert page.url == (relative.output / "index.html").as_uri()
    page.locator(".to-search").click()
    assert page.inner_text("[role=status]") == "The search could not be loaded."
    page.close()
