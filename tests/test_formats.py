"""Reading web pages, feeds, mail, JSON lines, Word documents and PDF: invented files in, seeds out."""

import html
import json
import re
from contextlib import nullcontext
from email.message import EmailMessage

import numpy as np
import pytest

from copydesk import posting
from copydesk.cleaning import clean
from copydesk.model import CopydeskError, Label
from copydesk.reading import glance, read
from copydesk.reading.page.evidence import CROWD
from copydesk.reading.page.judge import settled
from copydesk.reading.page.tree import CROWD as ATTRIBUTES
from copydesk.reading.rtf import plain
from tests.packed import word

FIRST = "The harbour board voted on Tuesday to widen the northern quay before the winter ferries return to the bay."
SECOND = "Work begins in March, the board said, and the quay stays open to fishing boats while the cranes are moved."
THIRD = "Residents had asked for a quieter site, but engineers found the seabed there too soft for the new piles."
LAST = "A second vote, on the price of berths, is expected before the end of the year, the chair told reporters."


@pytest.fixture
def seeds(tmp_path):
    """A function: name and content of a file -> its seeds."""

    def make(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read(path, tmp_path)

    return make


PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Quay to grow by a third – Shore News</title>
<meta property="og:site_name" content="Shore News"><meta property="og:title" content="Quay to grow by a third">
<link rel="canonical" href="https://shore.example/quay">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
{{"@type":"WebSite","name":"Shore News"}},
{{"@type":"NewsArticle","headline":"Quay to grow by a third","datePublished":"2026-11-17T08:30:00+01:00",
"dateModified":"2026-11-20T10:00:00+01:00",
"author":[{{"@type":"Person","name":"Ann Bo"}},{{"name":"Cy Dee"}}]}}]}}</script>
</head><body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>Quay to grow by a third</h1><p class="byline">By Ann Bo and Cy Dee</p>
<div class="article-body"><p>{FIRST}</p><p>{SECOND}</p><h2>Why the north side</h2><p>{THIRD}</p>
<ul><li>More room for two ferries at a time in the winter months, as the timetable asks</li>
<li>A crane that can lift forty tonnes, twice what the old one could lift</li></ul>
<blockquote><p>“We will not close the quay for a single day,” the chair said after the meeting.</p></blockquote>
<figure><img src="q.jpg" alt=""><figcaption>The quay in 2024. Photo: Shore News</figcaption></figure><p>{LAST}</p></div>
<div class="newsletter-signup"><p>Sign up for our newsletter</p></div></article>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Ferries late again</a></li>
<li><a href="/b">Gulls return to the bay</a></li></ul></aside></main>
<footer><p>© 2026 Shore News. All rights reserved.</p></footer></body></html>"""


def kept(made):
    return [line.text for line in clean(made).kept if line.label is not Label.HEADLINE]


def test_a_page_gives_its_facts(seeds):
    (made,) = seeds("quay.html", PAGE)
    found = made.found
    assert (found.title, str(found.date), found.date_from) == ("Quay to grow by a third", "2026-11-17", "metadata")
    assert (found.byline, found.source) == ("Ann Bo, Cy Dee", "Shore News")
    assert (found.url, made.lang, made.kind) == ("https://shore.example/quay", "en", "html")


def test_a_second_page_in_one_file_is_told_of(seeds):
    assert seeds("quay.html", PAGE)[0].warnings == ()
    (made,) = seeds("quay.html", f"{PAGE}\n{PAGE.replace('Quay', 'Pier')}")
    assert made.warnings == ("another page begins below the first: give each a file of its own",)


def test_a_pages_table_keeps_its_rows(seeds):
    cells = (("Boat", "Berths"), ("Ferry", "2"), ("Trawler", "11"))
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    (made,) = seeds("quay.html", PAGE.replace(f"<p>{LAST}</p>", f"<table>{rows}</table><p>{LAST}</p>"))
    found = [line.text for line in clean(made).kept if line.label is Label.ROW]
    assert found == ["Boat | Berths", "Ferry | 2", "Trawler | 11"]


def test_a_page_gives_its_article_and_marks_the_rest(seeds):
    (made,) = seeds("quay.html", PAGE)
    body = kept(made)
    assert [text for text in (FIRST, SECOND, "Why the north side", THIRD, LAST) if text in body] == [
        FIRST, SECOND, "Why the north side", THIRD, LAST]  # fmt: skip
    marks = {line.text: line.markup for line in made.lines}
    assert marks["Why the north side"] is Label.HEADING
    assert marks["More room for two ferries at a time in the winter months, as the timetable asks"] is Label.ITEM
    assert marks["Quay to grow by a third"] is Label.HEADLINE
    for junk in ("Home", "Ferries late again", "Sign up for our newsletter", "© 2026 Shore News. All rights reserved."):
        assert marks[junk] in {Label.FURNITURE, Label.DATE}, junk


def test_a_glance_gives_the_same_lines_and_outlet_unjudged(seeds, tmp_path):
    (made,) = seeds("quay.html", PAGE)
    (seen,) = glance(tmp_path / "quay.html", tmp_path)
    assert [line.text for line in seen.lines] == [line.text for line in made.lines]
    assert (seen.found.source, seen.found.url, seen.path) == (made.found.source, made.found.url, made.path)
    assert seen.found.url


TABLE = """<table><tr><th>Route</th><th>Miles</th></tr>
<tr><td><p>North <b>quay</b></p></td><td>3<br>4</td><td></td></tr><tr><td colspan="2">Only one cell</td></tr>
<tr><td><ul><li>Gulls</li><li>Terns</li></ul></td><td>Birds</td></tr></table>"""


def test_a_page_with_a_crowd_in_it_still_gives_its_article(seeds):
    crowd = f"<p>{'<a href=x>b</a> ' * (CROWD + 1)}</p></body>"
    texts = kept(seeds("quay.html", PAGE.replace("</body>", crowd))[0])
    assert {FIRST, SECOND, THIRD} <= set(texts)
    assert not [text for text in texts if text.startswith("b b")]


@pytest.mark.parametrize(
    ("tags", "refused"),
    [
        ("<p {}>", True),
        ("<P {}", True),
        ("<!-- - -- <p {}> --><script>1 < 2</SCRIPT><i {}>", True),
        ("<!-- - -- <p {}> -->", False),
        ("<!-- <p {}>", False),
        ("<script>if (1 < 2) '</p>'; <p {}></Script>", False),
        ("<style><p {}>", False),
    ],
)
def test_a_tag_with_a_crowd_of_attributes_is_refused_and_what_only_looks_like_one_is_not(tmp_path, tags, refused):
    many = " ".join(f"{'a=1 b' if at % 2 else 'c'}{at}" for at in range(ATTRIBUTES))
    path = tmp_path / "quay.html"
    path.write_text(PAGE.replace("</body>", f"{tags.replace('{}', many)}</body>"), encoding="utf-8")
    with pytest.raises(CopydeskError) if refused else nullcontext():
        read(path, tmp_path)


def test_a_row_of_a_table_is_one_line_and_lines_know_their_place(seeds):
    (made,) = seeds("quay.html", PAGE.replace("</article>", f"{TABLE}</article>"))
    texts = [line.text for line in made.lines]
    assert [text for text in texts if text in ROWS] == ROWS
    source = PAGE.split("\n")
    where = next(line.number for line in made.lines if line.text == LAST)
    assert LAST[:20] in "".join(source[where - 1 : where + 1])


ROWS = ["Route | Miles", "North quay | 3 4", "Only one cell", "Gulls", "Terns", "Birds"]


@pytest.mark.parametrize(
    ("chances", "headings", "kept"),
    [
        ((0.9, 0.3, 0.9, 0.9), (1,), "1111"),
        ((0.9, 0.1, 0.9, 0.9), (1,), "1011"),
        ((0.9, 0.9, 0.8, 0.1, 0.1, 0.1, 0.1), (2,), "1100000"),
        ((0.3, 0.9, 0.4), (0,), "010"),
    ],
)
def test_a_heading_stays_with_what_stands_around_it(chances, headings, kept):
    body = settled(np.array(chances), [at in headings for at in range(len(chances))])
    assert "".join(str(int(one)) for one in body) == kept


def test_a_file_of_nothing_but_headings_has_one_headline(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# a\n\n" * 20_000, encoding="utf-8")
    (seed,) = read(path, tmp_path)
    assert [line.markup for line in seed.lines[:3]] == [Label.HEADLINE, Label.HEADING, Label.HEADING]
    assert sum(line.markup is Label.HEADLINE for line in seed.lines) == 1


HEADLINES = [
    ("<h1>Quay to grow</h1>", "Quay to grow | Shore News", "Quay to grow", "Quay to grow"),
    ("<h1>Shore News</h1><h1>Quay to grow</h1>", "Quay to grow - Shore News", "", "Quay to grow"),
    ("", "Quay to grow soon – Shore News", "Quay to grow soon", "Quay to grow soon"),
    ("", "Quay to grow soon, says the board | Shore", "", "Quay to grow soon, says the board"),
    ("<h1>Quay &amp; crane</h1>", "Quay &amp; crane", "", "Quay & crane"),
    ("<h1>Our stories</h1>", "Quay to grow soon", "Quay to grow soon", "Quay to grow soon"),
    ("<h1>Harbour: Quay to grow soon</h1>", "Harbour: Quay to grow soon", "Quay to grow soon", "Quay to grow soon"),
    ("<h1>Quay news</h1><h2>Quay to grow soon</h2>", "Quay news | Shore", "Quay to grow soon", "Quay to grow soon"),
    ("<h1>Quay to grow</h1><h2>Gulls are back again</h2>", "Quay to grow", "Quay to grow", "Quay to grow"),
    ("<h1>Quay to grow soon (video)</h1>", "Quay to grow soon (video)", "", "Quay to grow soon"),
    ("<h1>Quay to grow (and soon)</h1>", "Quay to grow (and soon)", "", "Quay to grow (and soon)"),
]


@pytest.mark.parametrize(("h1", "title", "shared", "wanted"), HEADLINES)
def test_the_headline_by_agreement(seeds, h1, title, shared, wanted):
    meta = f'<meta property="og:title" content="{shared}">' if shared else ""
    site = '<meta property="og:site_name" content="Shore News">'
    page = f"<html><head><title>{title}</title>{meta}{site}</head><body>{h1}<p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert seeds("a.html", page)[0].found.title == wanted


MASTHEADS = [
    ("Shore News", '<meta property="og:title" content="Quay to grow soon">', "", "Quay to grow soon"),
    ("Shore News", '<script type="application/ld+json">{"@type":"Article","headline":"Quay to grow soon"}</script>', "",
     "Quay to grow soon"),
    ("Quay to grow soon | Shore News", "", "© 2019–2026 Shore News Ltd", "Quay to grow soon"),
    ("Shore News", "", '<a href="/">Shore News</a>', ""),
    ("Shore News", "", "Copyright 2026 by Shore News. All rights reserved.", ""),
    ("Shore News", "", "© 2026 The Coast", "Shore News"),
    ("Shore News", '<meta property="og:title" content="News of the shore: quay grows">', "© The Coast", "Shore News"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "head", "foot", "wanted"), MASTHEADS)
def test_a_sites_name_is_no_headline_though_nothing_names_the_site(seeds, title, head, foot, wanted):
    body = f"<h1>Shore News</h1><p>{FIRST}</p><p>{SECOND}</p><p>{foot}</p>"
    page = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    assert seeds("a.html", page)[0].found.title == wanted


DATES = [
    ('<meta property="article:published_time" content="2026-11-17T23:30:00-05:00">', "2026-11-17"),
    ('<meta property="article:modified_time" content="2026-11-17T23:30:00-05:00">', "None"),
    ('<script type="application/ld+json">{"@type":"BlogPosting","datePublished":"2026-11-17"}</script>', "2026-11-17"),
    ('<script type="application/ld+json">{"@type":"Article","datePublished":</script>', "None"),
]


@pytest.mark.parametrize(("head", "wanted"), DATES)
def test_the_date_in_the_head(seeds, head, wanted):
    page = f"<html><head><title>Quay</title>{head}</head><body><h1>Quay</h1><p>{FIRST}</p></body></html>"
    assert str(seeds("a.html", page)[0].found.date) == wanted


LINKED = '<script type="application/ld+json">{"@type":"Article","datePublished":"2026-11-03"MORE}</script>'
CHANGED = LINKED.replace("MORE", ',"dateModified":"2026-11-17"')
STATED = '<meta property="article:published_time" content="2026-11-17">'
STATES = '<script>x={"datePublished":"2026-11-03"}</script>'
AGREEMENTS = [
    (LINKED, "<time datetime='2026-11-17'>17 November</time>", "2026-11-03"),
    (LINKED + STATED, "<time datetime='2026-11-17'>17 November</time>", "2026-11-17"),
    (CHANGED, "<time datetime='2026-11-17'>17 November</time>", "2026-11-03"),
    ("", "<time>17 November 2026</time>", "2026-11-17"),
    (STATES, "", "2026-11-03"),
    (STATES + STATES.replace("03", "04"), "", "None"),
]


@pytest.mark.parametrize(("head", "shown", "wanted"), AGREEMENTS)
def test_the_date_that_two_places_name_goes_first(seeds, head, shown, wanted):
    head = head.replace("MORE", "")
    page = f"<html><head><title>Quay</title>{head}</head><body><h1>Quay</h1>{shown}<p>{FIRST}</p></body></html>"
    assert str(seeds("a.html", page)[0].found.date) == wanted


BYLINES = [
    ('{"@type":"Article","author":{"name":"By Ann Bo"}}', "Ann Bo"),
    ('{"@type":"Article","author":"https://shore.example/ann"}', ""),
    ('{"@type":"Article","author":[{"name":"Ann Bo"},{"name":"@cydee"}]}', "Ann Bo"),
    ('{"@type":"Article","author":{"name":["Ann Bo","Cy Dee"]}}', "Ann Bo, Cy Dee"),
    ('{"@type":"Article","author":{"name":"Shore News"},"publisher":{"name":"Shore News"}}', ""),
]


@pytest.mark.parametrize(("data", "wanted"), BYLINES)
def test_bylines(seeds, data, wanted):
    page = f'<script type="application/ld+json">{data}</script><h1>Quay</h1><p>{FIRST}</p>'
    assert seeds("a.html", page)[0].found.byline == wanted


def test_a_declared_character_set_is_believed(seeds):
    page = (
        f'<html><head><meta charset="windows-1251"><title>Порт</title></head><body><p>{"Порт растёт. " * 9}</p></body>'
    )
    assert seeds("a.html", page.encode("windows-1251"))[0].lines[0].text.startswith("Порт растёт.")


HOSTILE = [
    b"<html></html>",
    b"<" * 5000,
    b"<div>" * 30_000 + b"text",
    b"<p>" + b"<b>" * 20_000 + b"text",
    b"<table><tr>" * 5_000 + b"x",
    b"<script>" * 100,
    b"\xff\xfe<html>",
    b"<p>" + b"a" * 1_000_000,
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_page_gives_a_seed_or_an_error_in_words(seeds, content):
    try:
        made = seeds("a.html", content)
    except CopydeskError as error:
        made = str(error)
    assert made


def test_an_archive_gives_its_page(seeds):
    message = EmailMessage()
    message.set_content(PAGE, subtype="html")
    assert FIRST in kept(seeds("quay.mhtml", message.as_bytes())[0])


AT = "https://shore.example/quay"
BARE = f"<title>Quay</title><body><article><h1>Quay to grow</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
SAVED = [
    (f"<!-- saved from url=(0026){AT} -->", AT),
    (f"<!--\n Page saved with SingleFile \n url: {AT} \n saved date: Tue Nov 17 2026\n-->", AT),
    (f"<!-- saved from url=(0066)https://web.archive.org/web/20261117000000/{AT} -->", AT),
    (f"<!-- saved from url=(0026)https://far.example/ --><link rel=canonical href='{AT}'>", AT),
    ("<!-- saved from url=(0014)about:internet -->", ""),
    ("<!-- saved from url=(0020)file:///C:/quay.html -->", ""),
]


@pytest.mark.parametrize(("head", "url"), SAVED)
def test_a_saved_page_is_from_where_a_browser_says_that_it_saved_it(seeds, tmp_path, head, url):
    (made,) = seeds("a.html", f"<!doctype html>\n{head}{BARE}")
    (seen,) = glance(tmp_path / "a.html", tmp_path)
    assert (made.found.url, seen.found.url) == (url, url)


ARCHIVED = [
    (f"Snapshot-Content-Location: {AT}\n", "Content-Location: https://shore.example/frame\n", AT),
    ("", f"Content-Location: {AT[:9]}\n {AT[9:]}\n", AT),
    (f"Content-Location: {AT}\n", "Content-Location: cid:frame-1@mhtml.blink\n", AT),
    ("Snapshot-Content-Location: file:///tmp/quay.html\n", "", ""),
]


@pytest.mark.parametrize(("above", "within", "url"), ARCHIVED)
def test_an_archive_is_from_where_its_headers_say(seeds, above, within, url):
    head = f"From: <Saved by Blink>\n{above}Content-Type: multipart/related; boundary=B\n\n"
    (made,) = seeds("a.mhtml", f"{head}--B\nContent-Type: text/html\n{within}\n{BARE}\n--B--\n")
    assert made.found.url == url


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Shore News</title><language>en-gb</language>
<item><title>Quay &amp; crane</title><link>https://shore.example/quay</link><pubDate>Tue, 17 Nov 2026 08:30:00 +0100
</pubDate><category>harbour</category><description>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;h2&gt;Why&lt;/h2&gt;&lt;p&gt;{SECOND}
&lt;/p&gt;</description></item><item><title>Gulls</title><description>{THIRD}</description></item></channel></rss>"""


NO_DAYS = [
    "0000-00-00",
    "0000-01-01T00:00:00Z",
    "2025-13-45",
    "2026-02-30T08:00:00Z",
    "2026/02/30",
    "20260230",
    "2026-2-30",
    "2026-366",
    "2025-13",
    "Mon, 30 Feb 2026 08:00:00 +0100",
]


@pytest.mark.parametrize("written", NO_DAYS)
def test_a_date_that_is_none_costs_no_entry_of_a_feed(seeds, written):
    made = seeds("feed.xml", RSS.replace("Tue, 17 Nov 2026 08:30:00 +0100\n", written))
    assert [(one.found.title, one.found.date) for one in made] == [("Quay & crane", None), ("Gulls", None)]
    assert [one.warnings for one in made] == [(f"the date could not be understood: {written}",), ()]


WRITERS_DAYS = [
    "Fri, 20 Nov 2026 20:30:00 -0500",
    "Fri, 20 Nov 2026 00:30:00 +0100",
    "2026-11-20T23:30:00-08:00",
    "2026-11-20T00:30:00+09:00",
    "20 Nov 2026 12:00 GMT",
    "Friday, 20-Nov-26 12:00:00 GMT",
    "2026-324",
    "2026-11-20 in the evening",
    "2026/11/20",
]


@pytest.mark.parametrize("written", WRITERS_DAYS)
def test_an_entry_is_of_its_writers_day(seeds, written):
    made, _ = seeds("feed.xml", RSS.replace("Tue, 17 Nov 2026 08:30:00 +0100\n", written))
    assert str(made.found.date) == "2026-11-20"


def test_an_entry_keeps_its_name_when_others_come_before_it(seeds):
    old = [posting.seed_name(seed) for seed in seeds("feed.xml", RSS)]
    newer = "<item><title>Tide</title><description>High.</description></item><item><title>Gulls</title></item>"
    new = [posting.seed_name(seed) for seed in seeds("feed.xml", RSS.replace("<item>", f"{newer}<item>", 1))]
    assert new[2:] == old
    assert len(set(new)) == len(new)
    assert all(name.startswith("feed.xml#") for name in new)


@pytest.mark.parametrize(
    "signed",
    ["The post <a href='/q'>Quay</a> appeared first on Shore.", "Der Beitrag Kai erschien zuerst auf Shore."],
)
def test_how_a_feed_signs_its_entries_is_furniture(seeds, signed):
    made, _ = seeds("feed.xml", RSS.replace("</description>", html.escape(f"<p>{signed}</p>") + "</description>", 1))
    assert [line.text for line in clean(made).kept] == [FIRST, "Why", SECOND]
    assert [line.dropped_by for line in clean(made).dropped] == ["markup"]


CAPTION = "A crane on the quay. Photo: Ann Moss"
FIGURES = [
    ("<figure><img src='a.jpg' alt='x'><figcaption>{}</figcaption></figure>", False),
    ("<figure><img src='a.jpg'><figcaption><p>Quay</p><p>{}</p></figcaption></figure>", False),
    ("<figure><figcaption>{}</figcaption><img src='a.jpg'></figure>", False),
    ("<figure><table><tr><td>a<td>b</table><figcaption>{}</figcaption></figure>", True),
    ("<figure><figcaption>{}</figcaption><table><tr><td>a<td>b</table></figure>", True),
    ("<figure><blockquote>So it is.</blockquote><figcaption>{}</figcaption></figure>", True),
]


@pytest.mark.parametrize(("figure", "stays"), FIGURES)
def test_a_caption_goes_with_the_picture_that_is_left_out(seeds, figure, stays):
    text = f"<p>{FIRST}</p>{figure.format(CAPTION)}<p>{SECOND}</p>"
    feed = RSS.replace("</description>", html.escape(text) + "</description>", 1)
    for name, content in (
        ("feed.xml", feed),
        ("feed.json", json.dumps(JSON_FEED | {"items": [{"id": "1", "content_html": text}]})),
        ("a.jsonl", json.dumps({"text": text})),
    ):
        kept = [line.text for line in clean(seeds(name, content)[0]).kept]
        assert (CAPTION in kept, kept[-1]) == (stays, SECOND)


ATOM = f"""<?xml version="1.0"?><!-- <feed> --><feed xmlns="http://www.w3.org/2005/Atom"><title>Shore</title>
<entry><title>Quay</title><link href="https://shore.example/q"/><content type="html"><![CDATA[<p>{FIRST}</p>
<p>{SECOND}</p>]]></content></entry></feed>"""


@pytest.mark.parametrize(
    ("feed", "end", "kept"),
    [
        (RSS, "</channel>", [THIRD]),
        (RSS, "</item></channel>", [THIRD]),
        (RSS, THIRD[9:], [THIRD[:9].rstrip()]),
        (RSS, "ription></item></channel>", [THIRD]),
        (ATOM, "</entry></feed>", [FIRST, SECOND]),
        (ATOM, "]></content>", [FIRST, SECOND]),
        (ATOM, SECOND[9:], [FIRST, SECOND[:9].rstrip()]),
        (ATOM, "/p>]]>", [FIRST, SECOND]),
        (ATOM, "p>\n<p>", [FIRST]),
    ],
)
def test_a_feed_that_breaks_off_keeps_its_last_entry_and_says_so(seeds, feed, end, kept):
    left = feed[: feed.rindex(end)]
    made = seeds("feed.xml", left)
    assert [line.text for line in made[-1].lines] == kept
    assert made[-1].warnings == (f"the file breaks off at line {left.rstrip().count(chr(10)) + 1}: save it again",)
    assert not any(one.warnings for one in made[:-1])


def test_an_entry_that_breaks_off_above_its_text_is_named_with_its_line(seeds):
    made = seeds("feed.xml", RSS[: RSS.index("Gulls") + 2])
    assert [str(one) for one in made[1:]] == ["feed.xml:4: The feed breaks off here. Save it again."]


@pytest.mark.parametrize(("ill", "well"), [("<br>", "&lt;p&gt;"), ("&nbsp;", "&lt;p&gt;"), ("<b>", "Shore News")])
def test_a_whole_feed_that_is_not_well_formed_does_not_break_off(seeds, ill, well):
    made = seeds("feed.xml", RSS.replace(well, f"{ill} {well}"))
    assert [one.warnings for one in made] == [(), ()]


def test_a_feed_that_is_but_the_name_of_a_file_opens_none(seeds, tmp_path):
    (tmp_path / "secret.xml").write_text(RSS, encoding="utf-8")
    with pytest.raises(CopydeskError, match="no feed with entries"):
        seeds("feed.xml", str(tmp_path / "secret.xml"))


def test_a_feed_gives_a_seed_an_entry(seeds):
    first, second = seeds("feed.xml", RSS)
    assert (first.part, second.part, first.prepared) == (1, 2, True)
    assert (first.found.title, str(first.found.date), first.found.source) == (
        "Quay & crane",
        "2026-11-17",
        "Shore News",
    )
    assert (first.found.tags, first.found.url) == (("harbour",), "https://shore.example/quay")
    assert [(line.text, line.markup) for line in first.lines] == [
        (FIRST, Label.PARAGRAPH), ("Why", Label.HEADING), (SECOND, Label.PARAGRAPH)]  # fmt: skip
    assert first.digest != second.digest


MAILS = [
    ("plain", f"{FIRST}\n\n{SECOND}\n"),
    ("plain", f"> {FIRST}\n>\n> {SECOND}\n"),
    ("html", f"<p>{FIRST}<p>{SECOND}"),
]


@pytest.mark.parametrize(("subtype", "body"), MAILS)
def test_a_mail_gives_its_text(seeds, subtype, body):
    message = EmailMessage()
    message["Subject"], message["From"] = "Fwd: Quay to grow – früh", "Shore News <desk@shore.example>"
    message["Date"] = "Tue, 17 Nov 2026 08:30:00 +0100"
    message.set_content(body, subtype=subtype)
    (made,) = seeds("quay.eml", message.as_bytes())
    assert [line.text for line in made.lines if line.text] == [FIRST, SECOND]
    assert (made.found.title, str(made.found.date)) == ("Quay to grow – früh", "2026-11-17")
    assert made.found.source == "Shore News"


def test_json_lines(seeds):
    rows = (
        f'{{"title":"Quay","text":"{FIRST}\\n\\n{SECOND}","date":"2026-11-17","author":["Ann Bo","Cy Dee"]}}\n\n'
        f'{{"title":"Gulls","text":"{THIRD}","url":"https://shore.example/gulls","source":"Shore News"}}\n'
    )
    first, second = seeds("many.jsonl", rows)
    assert [line.text for line in first.lines] == [FIRST, SECOND]
    assert (first.found.title, str(first.found.date), first.found.byline) == ("Quay", "2026-11-17", "Ann Bo, Cy Dee")
    assert (second.part, second.found.url, second.found.source) == (2, "https://shore.example/gulls", "Shore News")


TOLD = [
    (f'{{"text":["{FIRST}","{SECOND}"],"author":{{"name":"Ann Bo"}}}}', [FIRST, SECOND], "Ann Bo"),
    (f'{{"text":"<p>{FIRST}</p>\\n<h2>Why</h2><p>{SECOND} &amp; so on</p>","author":[{{"name":"Ann Bo"}},"",3]}}',
        [FIRST, "Why", f"{SECOND} & so on"], "Ann Bo"),
    (f'{{"text":"{FIRST} </p> is no HTML","author":null}}', [f"{FIRST} </p> is no HTML"], ""),
]  # fmt: skip


@pytest.mark.parametrize(("row", "wanted", "byline"), TOLD)
def test_json_lines_as_others_write_them(seeds, row, wanted, byline):
    (made,) = seeds("one.jsonl", row)
    assert [line.text for line in made.lines] == wanted
    assert {line.number for line in made.lines} == {1}
    assert made.found.byline == byline


STAMPS = [
    ("20 November 2026", "2026-11-20"),
    ("20.11.2026", "2026-11-20"),
    ("11/20/2026", "2026-11-20"),
    ("3/11/2026", "2026-03-11"),
    ("Fri, 20 Nov 2026 20:30:00 -0500", "2026-11-20"),
    (1795190400, "2026-11-20"),
    (1795190400.5, "2026-11-20"),
    ("1795190400000", "2026-11-20"),
    (20261120, "2026-11-20"),
    ({"$date": "2026-11-20T08:00:00Z"}, "2026-11-20"),
    (None, "None"),
    ("", "None"),
]


@pytest.mark.parametrize(("written", "wanted"), STAMPS)
def test_json_lines_are_dated_as_people_and_programs_write(seeds, written, wanted):
    (made,) = seeds("one.jsonl", json.dumps({"text": FIRST, "date": written}))
    assert (str(made.found.date), made.warnings) == (wanted, ())


@pytest.mark.parametrize("written", ["soon", 5, 99999999999999999999])
def test_a_date_in_json_lines_that_is_none_is_named(seeds, written):
    (made,) = seeds("one.jsonl", json.dumps({"text": FIRST, "date": written}))
    assert (made.found.date, made.warnings) == (None, (f"the date could not be understood: {written}",))


PLAIN, HTML = FIRST, f"<p>{FIRST}</p>"
ESCAPED = [
    ("Shore&#8217;s quays &amp; cranes", PLAIN, "Shore’s quays & cranes"),
    ("Shore&#8217;s <em class='x'>quays</em>", HTML, "Shore’s quays"),
    ("Shore's <em>quays</em>", PLAIN, "Shore's <em>quays</em>"),
    ("AT&T, a < b and <Title> &nosuch; R&not", HTML, "AT&T, a < b and <Title> &nosuch; R&not"),
    ("The tag &lt;em&gt;", HTML, "The tag <em>"),
]


@pytest.mark.parametrize(("written", "text", "wanted"), ESCAPED)
def test_titles_and_names_in_json_are_read_as_people_do(seeds, written, text, wanted):
    (made,) = seeds("a.jsonl", json.dumps({"title": written, "author": written, "source": written, "text": text}))
    assert (made.found.title, made.found.byline, made.found.source) == (wanted, wanted, wanted)
    assert made.signed.title == written


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad\u2060", "\ufeff \u0000", "\u0080"])
def test_what_nobody_sees_is_no_title(seeds, tmp_path, unseen):
    row = {"title": unseen, "author": unseen, "source": unseen, "text": FIRST}
    (made,) = seeds("a.jsonl", json.dumps(row))
    assert (made.found.title, made.found.byline, made.found.source) == ("", "", "")
    (tmp_path / "b.txt.toml").write_text(f"title = {json.dumps(unseen)}", encoding="utf-8")
    (made,) = seeds("b.txt", FIRST)
    assert made.told.title == ""


@pytest.mark.parametrize("row", ["{", "[1]", '{"title":"no text"}', "[" * 100_000])
def test_a_bad_json_line_is_named_and_the_others_are_read(seeds, row):
    made, fault = seeds("many.jsonl", f'{{"text":"{FIRST}"}}\n{row}\n')
    assert [line.text for line in made.lines] == [FIRST]
    assert (fault.kind, fault.line) == ("json", 2)
    with pytest.raises(CopydeskError) as caught:
        seeds("bad.jsonl", f"{row}\n")
    assert (caught.value.kind, caught.value.line) == ("json", 1)


PAIR = [{"title": "Quay", "text": FIRST}, {"title": "Gulls, a [comma]", "text": f"{SECOND}\n\n{THIRD}"}]


@pytest.mark.parametrize("name", ["many.jsonl", "many.json"])
@pytest.mark.parametrize(
    "told",
    [
        "\n".join(map(json.dumps, PAIR)),
        json.dumps(PAIR),
        json.dumps(PAIR, indent=2),
        "\r\n".join(json.dumps(one, indent=2) for one in PAIR),
        ",\n".join(map(json.dumps, PAIR)) + ",\n",
    ],
)
def test_articles_are_the_same_however_json_is_laid_out(seeds, name, told):
    plain = seeds("plain.jsonl", "\n".join(map(json.dumps, PAIR)))
    found = seeds(name, told)
    assert [(one.key, one.digest, one.found.title) for one in found] == [
        (one.key, one.digest, one.found.title) for one in plain
    ]
    starts = [number for number, row in enumerate(told.splitlines(), 1) if '"title": "Gulls' in row]
    assert {line.number for line in found[1].lines} <= {starts[0], starts[0] - 1}


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ('[\n  {"text": "One."},\n  {"text" "Two."}\n]', "json:3: The line is no JSON: Expecting ':' delimiter"),
        ('{\n  "articles": [{"text": "One."}]\n}', "json:1: The article has no text. Known keys are title, text,"),
        ("[]", "The seed holds no text."),
    ],
)
def test_what_keeps_json_from_being_articles_is_named_with_its_line(seeds, told, says):
    with pytest.raises(CopydeskError, match=re.escape(says)):
        seeds("bad.json", told)


JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Shore & News",
    "language": "en-GB",
    "authors": [{"name": "Ann Bo"}],
    "items": [
        {
            "id": "1",
            "url": "https://shore.example/quay",
            "title": "Quay to grow",
            "content_html": f"<p>{FIRST}</p><h2>Why</h2><p>{SECOND}</p>",
            "summary": "The quay grows.",
            "date_published": "2026-11-17T23:30:00-05:00",
            "authors": [{"name": "Cy Dee"}, {"name": "Eve F"}],
            "tags": ["quays", 3],
        },
        {
            "id": "2",
            "title": "Gulls &#038; <b>",
            "external_url": "https://far.example/gulls",
            "content_text": f"{SECOND}\n\n{THIRD}",
        },
        {"id": "3", "title": "No text"},
        {"id": "4", "summary": THIRD, "author": {"name": "Guy H"}, "date_modified": "soon", "tags": "x"},
    ],
}


def test_a_json_feed(seeds):
    quay, gulls, brief, fault = seeds("feed.json", json.dumps(JSON_FEED, indent=1))
    assert [(line.text, line.markup) for line in quay.lines] == [
        (FIRST, Label.PARAGRAPH),
        ("Why", Label.HEADING),
        (SECOND, Label.PARAGRAPH),
    ]
    assert (quay.found.title, quay.found.byline, str(quay.found.date)) == (
        "Quay to grow",
        "Cy Dee, Eve F",
        "2026-11-17",
    )
    assert (quay.found.url, quay.found.source, quay.lang) == ("https://shore.example/quay", "Shore & News", "en")
    assert (quay.found.tags, quay.prepared, quay.warnings) == (("quays",), True, ())
    assert [line.text for line in gulls.lines] == [SECOND, THIRD]
    assert (gulls.found.url, gulls.found.byline, gulls.found.title) == (
        "https://far.example/gulls",
        "Ann Bo",
        "Gulls & <b>",
    )
    assert ([line.text for line in brief.lines], brief.found.byline, brief.found.tags) == ([THIRD], "Guy H", ())
    assert brief.warnings == ("the date could not be understood: soon",)
    assert str(fault).startswith("feed.json:1: Item 3 of the feed has no text.")
    assert len({quay.key, gulls.key, brief.key}) == 3


def test_what_a_host_appends_below_a_feed_is_no_sign_that_it_breaks_off(seeds):
    item = f"<item><title>Quay</title><description>{FIRST} {SECOND}</description></item>"
    feed = f'<rss version="2.0"><channel><title>Shore News</title>{item}</channel></rss>\n'
    feed += '<img src="https://host.example/1.gif">\n'
    (made,) = seeds("feed.xml", feed)
    assert not [warning for warning in made.warnings if "breaks off" in warning]


@pytest.mark.parametrize("items", ["[]", "{}", "null", "[3]"])
def test_a_json_feed_without_items_is_refused(seeds, items):
    with pytest.raises(CopydeskError, match="feed"):
        seeds("feed.json", f'{{"version": "https://jsonfeed.org/version/1", "items": {items}}}')


@pytest.mark.parametrize(("name", "kind"), [("a.csv", "a table"), ("a.TSV", "a table"), ("a.log", "a log")])
def test_what_is_no_text_by_its_name_is_refused(seeds, name, kind):
    with pytest.raises(CopydeskError, match=f"By its name the file is {kind}"):
        seeds(name, f"{FIRST}\n{SECOND}\n")


def pdf(text):
    """The smallest PDF with one line of text."""
    drawn = f"BT /F1 12 Tf 20 700 Td ({text}) Tj ET" if text else ""
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
    ]
    out, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    tail = f"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return f"{out}xref\n0 5\n0000000000 65535 f \n{table}{tail}".encode()


def test_a_word_document(seeds):
    assert [line.text for line in seeds("quay.docx", word([FIRST, SECOND]))[0].lines] == [FIRST, SECOND]


RICH = [
    (r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 The \b quay\b0  grows.\par Soon.}", "The quay grows.\nSoon."),
    (r"{\rtf1\ansi\ansicpg1251 \'cf\'ee\'f0\'f2}", "Порт"),
    (r"{\rtf1\ansi K\'fcste \u8222?bald\u8220? \uc2\u233 e'\uc0\u233}", "Küste „bald“ éé"),
    (
        r"{\rtf1 \u-10179?\u-8994? at sea\emdash {\*\secret lost }{\pict ffd8}{\info{\title lost}}here\~now}",
        "📞 at sea—here\xa0now",
    ),
    (r"{\rtf1 {\field{\*\fldinst{HYPERLINK x}}{\fldrslt The quay}} \{grows\}\line Now}", "The quay {grows}\nNow"),
    (r"{\rtf1 \trowd\intbl Boat\cell Berths\cell\row}", "Boat\tBerths\t\n"),
    ("{\\rtf1 One\r\nword}}}} and {{{more", "Oneword and more"),
    (r"{\rtf1\ansicpg99999 \bin9999 lost", ""),
]


@pytest.mark.parametrize(("source", "wanted"), RICH)
def test_the_words_of_rich_text(source, wanted):
    assert plain(source.encode()) == wanted


def test_rich_text_is_read_as_a_text(seeds):
    (made,) = seeds("quay.rtf", rf"{{\rtf1 Quay to grow\par\par {FIRST}\par\par {SECOND}\par}}")
    assert [line.text for line in made.lines] == ["Quay to grow", "", FIRST, "", SECOND]


def test_a_pdf(seeds):
    assert [line.text for line in seeds("quay.pdf", pdf(FIRST))[0].lines] == [FIRST]


DEEP = 2_000  # more than Python goes down
DAMAGED = [
    ("a.docx", b"PK no zip"),
    ("a.docx", word([], "<w:tbl><w:tr><w:tc>" * DEEP + "</w:tc></w:tr></w:tbl>" * DEEP)),
    ("a.mht", b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(DEEP))),
    ("a.html", f"<p {' '.join(f'a{n}' for n in range(2_000))}>{FIRST}</p>".encode()),
    ("a.pdf", b"%PDF-1.4 no more"),
    ("a.pdf", pdf("")),
    ("a.xml", b"<p>no feed</p>"),
    ("a.xml", b"<rss><p>&#x110000;"),
    ("a.xml", b"<rss><p>&#xd800;"),
    ("a.xml", b"<rss><p>&#99999999999999999999999;"),
]


@pytest.mark.parametrize(("name", "content"), DAMAGED)
def test_damaged_files_are_refused_in_words(seeds, name, content):
    with pytest.raises(CopydeskError) as caught:
        seeds(name, content)
    assert caught.value.path == name


@pytest.mark.parametrize(("library", "name"), [("mammoth", "a.docx"), ("pypdf", "a.pdf")])
def test_a_missing_extra_is_named(seeds, monkeypatch, library, name):
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(CopydeskError, match=name.rpartition(".")[2]) as caught:
        seeds(name, b"some bytes of text")
    assert "pip install" in caught.value.hint
