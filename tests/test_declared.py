"""A judged page in, its article out without the lines that say by themselves that they are none of it."""

import datetime

import numpy as np
import pytest

from copydesk.cleaning import clean
from copydesk.model import Facts, Label, Line, Seed
from copydesk.reading import html
from copydesk.reading.raw import Raw
from copydesk.shaping import shape
from tests.test_lists import LONG

MENU = ("Home", Label.FURNITURE)
TITLE = "Night ferry to the islands ends in March"


def dropped(*rows, lang="en", writer=""):
    """What was dropped of a page whose menu was seen for what it is, and by which name."""
    lines = tuple(Line(at, text, markup) for at, (text, markup) in enumerate((MENU, *rows), 1))
    page = clean(Seed("seeds/a.html", "", "html", lines, lang=lang, found=Facts(byline=writer)))
    return {line.text: line.dropped_by for line in page.dropped if line.text != MENU[0]}


BELOW = [
    (["By Ada Orr", "17 November 2026"], {"By Ada Orr": "by-line", "17 November 2026": "date line"}),
    (["Published: 17 November 2026", "By Ada Orr, Harbour Editor"],
        {"Published: 17 November 2026": "date line", "By Ada Orr, Harbour Editor": "by-line"}),
    (["By Ada Orr · 17 November 2026"], {"By Ada Orr · 17 November 2026": "by-line"}),
    (["Ada Orr"], {"Ada Orr": "by-line"}),
    (["Ben Hale"], {}),
    (["By Monday all of the boats had left the bay."], {}),
    ([LONG[2], "By Ada Orr", "17 November 2026"], {}),
]  # fmt: skip


@pytest.mark.parametrize(("below", "gone"), BELOW)
def test_who_wrote_and_when_right_below_the_headline_is_none_of_the_article(below, gone):
    rows = [(TITLE, Label.HEADLINE), *((row, Label.PARAGRAPH) for row in (*below, *LONG[:2]))]
    assert dropped(*rows, writer="Ada Orr") == gone
    assert dropped(*rows[1:], writer="Ada Orr") == {}, "a page without its headline shows no such place"


def test_a_page_set_as_text_is_has_its_writer_and_day():
    facts = "<p>By Ada Orr</p><p>17 November 2026</p>"
    text = "".join(f"<p>{row}</p>" for row in LONG)
    nav, foot = "<nav><a href='/'>Home</a></nav>", "<footer>© The Ledger</footer>"
    page = f"<body>{nav}<main><article><h1>{TITLE}</h1>{facts}{text}</article></main>{foot}"
    article = shape(clean(html.read(Raw("a.html", page.encode()))[0]), datetime.date(2026, 11, 30))
    assert (article.byline, str(article.date)) == ("Ada Orr", "2026-11-17")
    assert [block.text for block in article.blocks] == [*LONG]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Never miss a story: sign up for the Harbour Ledger's free daily newsletter.", "advert"),
        ("This post contains affiliate links: we may earn a commission if you buy through them.", "advert"),
        ("Get a demo", "advert"),
        ("These cookies are necessary for the website to function and cannot be switched off.", "cookie notice"),
        ("\u00a92026 Ada Orr. Distributed by the Harbour Press Agency.", "legal notice"),
        ("The bell of the island on its post, in June. Ada Orr/Getty Images", "picture credit"),
        ("Read more: The ferry that nobody asked for", "related stories"),
    ],
)
def test_what_says_so_itself_goes(text, why):
    rows = [(row, Label.PARAGRAPH) for row in LONG]
    assert dropped(*rows[:2], (text, Label.PARAGRAPH), *rows[2:]) == {text: why}


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Read more: The ferry that nobody asked for", Label.QUOTE),
        ("Line | Fare | Since", Label.ROW),
        ("Orr told the council that people sign up for the free newsletter and never read it.", Label.PARAGRAPH),
    ],
)
def test_what_is_quoted_a_table_or_told_stays(text, markup):
    rows = [(row, Label.PARAGRAPH) for row in LONG]
    assert dropped(*rows[:2], (text, markup), *rows[2:]) == {}


def test_a_heading_goes_with_a_section_that_holds_nothing_else():
    box = ("Never miss a story: sign up for the Harbour Ledger's free daily newsletter.", Label.PARAGRAPH)
    own, ours = ("What the council says", Label.HEADING), ("From the tower", Label.HEADING)
    rows = [(row, Label.PARAGRAPH) for row in LONG]
    assert dropped(*rows[:2], ours, box, own, box, *rows[2:], ours, box) == {ours[0]: "advert", box[0]: "advert"}


@pytest.mark.parametrize(
    ("below", "goes"),
    [(("The ferry that nobody asked for", Label.FURNITURE), True), (("The ferry: a history", Label.ITEM), False)],
)
def test_what_announces_other_stories_goes_with_them(below, goes):
    rows = [(row, Label.PARAGRAPH) for row in LONG]
    gone = dropped(*rows[:2], ("See also", Label.PARAGRAPH), below, *rows[2:])
    assert gone.get("See also") == ("related stories" if goes else None)


BOX = """<p><strong>{}</strong></p><p><a href="/a">The ferry that nobody asked for</a></p>
<p><strong><a href="/b">Why the quay is for sale</a> »</strong></p>"""


@pytest.mark.parametrize(("label", "goes"), [("Most read", True), ("What the council says", False)])
def test_links_below_what_announces_other_stories_go(monkeypatch, label, goes):
    monkeypatch.setattr(html, "judge", lambda found, _: np.array([0.0, *np.ones(len(found) - 1)]))
    rows = [f"<p>{row}</p>" for row in LONG]
    page = f"<html><body><nav>Home</nav><h1>{TITLE}</h1>{rows[0]}{BOX.format(label)}{rows[1]}</body></html>"
    (seed,) = html.read(Raw("seeds/a.html", page.encode()))
    gone = [line.text for line in clean(seed).dropped if line.dropped_by == "related stories"]
    assert gone == ([label, "The ferry that nobody asked for", "Why the quay is for sale »"] if goes else [])


def judged_to_be_nothing(monkeypatch, *rows):
    """What is kept of a page whose markup is so strange that the judge takes none of it for the article."""
    monkeypatch.setattr(html, "judge", lambda blocks, _: np.zeros(len(blocks)))
    page = "".join(rows)
    (seed,) = html.read(Raw("seeds/a.html", f"<html><title>{TITLE}</title><body>{page}</body></html>".encode()))
    return [line.text for line in clean(seed).kept]


def test_a_page_whose_markup_says_nothing_is_read_as_a_dump(monkeypatch):
    menu = [f"<x-b><a href='/a'>{name}</a></x-b><br>" for name in ("Home", "News", "Sport", "Weather")]
    rows = [f"<x-a>{row}</x-a><p>" for row in LONG]
    kept = judged_to_be_nothing(
        monkeypatch, *menu, f"<x-a>{TITLE}</x-a><p>", *rows, "<p>Sign up for our free newsletter</p>"
    )
    assert kept == [TITLE, *LONG]


def test_a_list_of_links_is_no_article_however_it_is_marked(monkeypatch):
    links = [f"<li><a href='/a'>{row}</a></li>" for row in LONG]
    assert judged_to_be_nothing(monkeypatch, *links) == []
