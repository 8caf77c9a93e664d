"""Pages as archives of the web keep them: their bar goes, and the page's own address stays."""

import datetime

import pytest

from copydesk.cleaning import clean
from copydesk.language.archives import Bar, bar, original
from copydesk.language.pages import pages
from copydesk.model import Label
from copydesk.reading import read
from copydesk.shaping import shape
from tests.test_mails import FIRST, SECOND, THIRD, TITLE

URL = "https://harbour.example/cranes"
COPY = f"https://web.archive.org/web/20261122100007/{URL}"
STORY = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
COLLECTED = "A group of volunteers saved this copy for the sake of history, as it says of itself on each page."
BARS = [
    f"The Wayback Machine - {COPY}\n\n",
    "Wayback Machine\n12 captures\n20 Nov 2026 - 28 Nov 2026\n\nOct\tNOV\tDec\n22\n2025\t2026\t2027\n"
    f"About this capture\nCOLLECTED BY\n{COLLECTED}\nTIMESTAMPS\n\nThe Wayback Machine - {COPY}\n\n",
    f"archive.ph\tSaved from\t{URL}\t\tsearch\t22 Nov 2026 10:00:07 UTC\nAll snapshots\tfrom host harbour.example\n"
    "Webpage\tScreenshot\nshare\tdownload .zip\treport bug or abuse\tBuy me a coffee\n\n",
    f"archive.today\nwebpage capture\nSaved from\n{URL}\nhistory←priornext→\n22 Nov 2026 10:00:07 UTC\n"
    f"Redirected from\n{URL}?a=1\nno other snapshots from this url\nAll snapshots\nfrom host harbour.example\n"
    "share download .zip donate\n\n",
    f"This is Google's cache of {URL}. It is a snapshot of the page as it appeared on 22 Nov 2026 10:00:07 GMT.\n\n"
    "Full version Text-only version View source\nTip: To quickly find your search term on this page, press Ctrl+F.\n\n",
]


@pytest.mark.parametrize("above", BARS)
def test_the_bar_of_an_archive_goes_and_gives_the_address_and_no_day(tmp_path, above):
    (tmp_path / "a.txt").write_text(f"{above}{STORY}", encoding="utf-8")
    (made,) = read(tmp_path / "a.txt", tmp_path)
    page = clean(made)
    assert made.found.url == URL
    assert [line.text for line in page.kept] == [TITLE, FIRST, SECOND, THIRD]
    assert {line.dropped_by for line in page.dropped} == {"print-out"}
    assert shape(page, datetime.date(2026, 12, 1)).date is None


def test_a_note_of_onenotes_has_no_day_of_its_own(tmp_path):
    head = f"{TITLE}\nSunday, 22 November 2026\n10:00\n\nClipped from: {URL}\n\n20 November 2026\n\n"
    (tmp_path / "a.txt").write_text(head + STORY.removeprefix(f"{TITLE}\n\n"), encoding="utf-8")
    (made,) = read(tmp_path / "a.txt", tmp_path)
    article = shape(clean(made), datetime.date(2026, 12, 1))
    assert (article.title, article.url, str(article.date)) == (TITLE, URL, "2026-11-20")


def test_the_ruler_of_archive_today_goes_too():
    lines = f"{BARS[2]}{STORY}\n0%\n10%\n\n20%\n".split("\n")
    assert [lines[at] for at in pages(lines).lines][-3:] == ["0%", "10%", "20%"]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{STORY}\nThe Wayback Machine - {COPY}\n",
        f"archive.today\n{STORY}",
        f"archive.today is shut, a court said. Pages saved from {URL} are gone.\n{STORY}",
    ],
)
def test_who_only_speaks_of_archives_has_no_bar(text):
    assert bar(text.split("\n")) == Bar()


@pytest.mark.parametrize(
    "address",
    [
        URL,
        COPY,
        COPY.replace("07/", "07id_/"),
        f"http://archive.today/20261122100007/{URL}",
        f"https://archive.ph/2026.11.22-100007/{URL}",
        f"https://archive.is/o/AbCdE/{URL}",
        "https://www.google.com/amp/s/harbour.example/cranes",
        "https://harbour-example.cdn.ampproject.org/c/s/harbour.example/cranes",
    ],
)
def test_a_pages_own_address(address):
    assert original(address) == URL


ARTICLE = f"<h1>{TITLE}</h1><p>By Ada Orr</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
WAYBACK = f"""<link rel="canonical" href="{COPY}"></head><body><div id="wm-ipp-base"><p>12 captures</p>
<p>{COLLECTED}</p><p>20 Nov 2026 - 28 Nov 2026</p></div>"""
TODAY = f"""<link rel="canonical" href="https://archive.ph/AbCdE"><meta property="og:site_name" content="archive.ph">
<meta property="article:published_time" content="2026-11-22T10:00:07Z"></head><body><div id="HEADER">
<form><input name="q" value="{URL}"></form><p>{COLLECTED}</p></div>"""


@pytest.mark.parametrize("head", [WAYBACK, TODAY])
def test_a_saved_copy_is_read_as_the_page(tmp_path, head):
    (tmp_path / "a.html").write_text(f"<html><head><title>{TITLE}</title>{head}{ARTICLE}</body></html>")
    (made,) = read(tmp_path / "a.html", tmp_path)
    assert (made.found.url, made.found.source, made.found.date) == (URL, "", None)
    kept = [line.text for line in clean(made).kept if line.label is not Label.HEADLINE]
    assert kept[-3:] == [FIRST, SECOND, THIRD]
    assert COLLECTED not in [line.text for line in made.lines]
