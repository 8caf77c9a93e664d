"""A page in, an article out."""

import datetime
from pathlib import Path

import pytest

from copydesk.cleaning import clean
from copydesk.language import lexicon
from copydesk.language.days import days, in_path, order
from copydesk.language.wrapping import ITEM
from copydesk.markup import Mark, Span
from copydesk.model import CopydeskError, Facts, Label, Line, Page, Seed
from copydesk.reading import read
from copydesk.shaping import doubts, shape
from copydesk.shaping.dates import dateline, habit, published
from copydesk.shaping.embargoes import EMBARGO
from copydesk.shaping.keywords import keywords
from copydesk.shaping.mending import joined, mend, mended, unlisted
from copydesk.shaping.names import names
from copydesk.shaping.teasers import BRIEF, BROKEN, LISTED
from tests.shared import shared

TODAY = datetime.date(2026, 11, 22)
CASES = Path(__file__).parent / "cases"


def page(*rows, **about):
    """A page of (text, label) rows; a label `None` is a dropped line."""
    lines = tuple(
        Line(number * 2, text, label=label or Label.FURNITURE, dropped_by="" if label else "menu")
        for number, (text, label) in enumerate(rows, 1)
    )
    return Page(Seed(about.pop("path", "seeds/page.txt"), "", about.pop("kind", "text"), lines, **about), lines)


PARAGRAPH = ("The mayor opened the bridge on Monday. Nobody crossed it.", Label.PARAGRAPH)
ANN = ("Ann Ferryman opened the bridge on Monday. Nobody crossed it.", Label.PARAGRAPH)
HEADLINE = ("A bridge for nobody", Label.HEADLINE)
THIRD, NINTH = datetime.date(2026, 11, 3), datetime.date(2026, 11, 9)
CAPTION = ("The old bridge, as people in Lower Ferry saw it before the flood of 8 May 2022 took its middle away", None)
MENU = [(name, None) for name in ("Sport", "Weather", "Harbour", "Letters", "Shop")]
TEASERS = [row for at in range(3) for row in ((f"Story {at} of the river", None), (f"Desk - 9 Nov 2026 {at}", None))]
LIST = [row for day in range(1, 6) for row in ((f"{day} Oct 2026", None), (f"Story {day} of the river", None))]


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("Published 20 November 2026", "en", "2026-11-20"),
        ("Nov. 3rd, 2026 at 4:05 p.m.", "en", "2026-11-03"),
        ("3/11/2026", "en", "2026-03-11"),
        ("13/11/2026", "en", "2026-11-13"),
        ("3/11/2026", "fr", "2026-11-03"),
        ("3.11.2026, 08:00 Uhr", "de", "2026-11-03"),
        ("3. März 2026", "de", "2026-03-03"),
        ("publicado el 3 de noviembre de 2026", "es", "2026-11-03"),
        ("2026年11月3日", "ja", "2026-11-03"),
        ("2026-11-03T08:00", "pl", "2026-11-03"),
        ("3 listopada 2026", "pl", "2026-11-03"),
        ("3 ноября 2026", "ru", "2026-11-03"),
        ("3 Kasım 2026", "tr", "2026-11-03"),
        ("1er août 2026", "fr", "2026-08-01"),
        ("2026•11•03", "en", "2026-11-03"),
        ("Veröffentlicht am 27.04.24 um 07:39 Uhr", "de", "2024-04-27"),
        ("-Aktualisiert am 28.04.2023-19:20", "de", "2023-04-28"),
        ("Publiziert17. November 2024, 12:17", "de", "2024-11-17"),
        ("BRIDGESNOV 3, 2026 10:00 AM", "en", "2026-11-03"),
        ("November 3rd 202611 mins", "en", "2026-11-03"),
        ("by Ada Orr3 Nov 2026651", "en", "2026-11-03"),
        ("Publicerad 3 okt 2026 kl 10.23", "sv", "2026-10-03"),
        ("Udgivet 3. maj 2026", "da", "2026-05-03"),
        ("Publisert 3. desember 2026", "no", "2026-12-03"),
        ("3. listopadu 2026 5:00", "cs", "2026-11-03"),
        ("2026년 11월 3일", "ko", "2026-11-03"),
        ("٣ نوفمبر ٢٠٢٦", "ar", "2026-11-03"),
        ("نشر في: 3 نوفمبر/ تشرين الثاني 2026 - 10:12", "ar", "2026-11-03"),
        ("3 تشرين الثاني 2026", "ar", "2026-11-03"),
        ("3 نوفمبر، 2026", "ar", "2026-11-03"),
        ("ngày 3 tháng 11 năm 2026", "vi", "2026-11-03"),
        ("3 листопада 2026", "uk", "2026-11-03"),
        ("3 Νοεμβρίου 2026", "el", "2026-11-03"),
        ("३ नवंबर २०२६", "hi", "2026-11-03"),
        ("০৩ নভেম্বর ২০২৬, ১৯:৪০", "bn", "2026-11-03"),
        ("ב-3 בנובמבר 2026", "he", "2026-11-03"),
        ("3. studenoga 2026. u 8.15", "hr", "2026-11-03"),
        ("3. новембар 2026.", "sr", "2026-11-03"),
        ("3 d’octubre del 2026", "ca", "2026-10-03"),
        ("3 ноември 2026 г.", "bg", "2026-11-03"),
        ("۳ نوامبر ۲۰۲۶", "fa", "2026-11-03"),
        ("سه‌شنبه، ۱۲ آبان ۱۴۰۵ - ۱۰:۱۲", "fa", "2026-11-03"),
        ("۱۴۰۵/۰۸/۱۲ ۱۰:۱۲", "fa", "2026-11-03"),
        ("۳۰ اسفند ۱۴۰۳", "fa", "2025-03-20"),
    ],
)
def test_a_day_is_read_in_its_languages_order(text, lang, day):
    assert [str(named.day) for named in days(text, lang)] == [day]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("30 اسفند 1404", "fa"),  # a year that has 29
        ("31 مهر 1404", "fa"),
        ("1404/13/01", "fa"),
        ("1404/00/10", "fa"),
    ],
)
def test_a_day_that_the_iranian_calendar_has_not_is_none(text, lang):
    assert days(text, lang) == []


def test_only_persian_counts_by_the_iranian_calendar():
    assert [named.day.year for named in days("1404/12/23", "ar")] == [1404]


@pytest.mark.parametrize(
    ("texts", "lang", "addresses", "day"),
    [
        (["06/11/2026"], "en", [], "2026-06-11"),
        (["06/11/2026"], "en-US", ["https://shore.co.uk/a"], "2026-06-11"),
        (["06/11/2026"], "en-GB", [], "2026-11-06"),
        (["06/11/2026"], "de", [], "2026-11-06"),
        (["06/11/2026", "the fair of 13/11/2026"], "en", [], "2026-11-06"),
        (["06/11/2026", "11/13/2026"], "en", ["https://shore.co.uk/a"], "2026-06-11"),
        (["06/11/2026", "11/13/2026", "13/11/2026"], "en", ["https://shore.co.uk/a"], "2026-11-06"),
        (["06/11/2026"], "en", ["https://www.shore.com.au/06/a"], "2026-11-06"),
        (["06/11/2026"], "en", ["write to desk@shore.ie, or not"], "2026-11-06"),
        (["06/11/2026"], "en", ["https://shore.example/a.uk.html", "in 2026"], "2026-06-11"),
        (["12/06/2026"], "en", [], "2026-06-12"),
        (["Friday, 06/11/2026"], "en", [], "2026-11-06"),
        (["Thu 06/11/2026"], "en", ["https://shore.co.uk/a"], "2026-06-11"),
        (["[06/11/2026, 09:14:22] Ada: It is open."], "en", [], "2026-11-06"),
        (["[06/11/2026, 9:14 AM] Ada: It is open."], "en", [], "2026-06-11"),
        (["Mon 06/11/2026"], "en", [], "2026-06-11"),
        (["06/11/2026", "The fare is £9.", "It was £8."], "en", [], "2026-11-06"),
        (["06/11/2026", "The fare is $9, or £8.", "It was $8."], "en", [], "2026-06-11"),
    ],
)
def test_a_text_shows_whether_the_day_or_the_month_comes_first(texts, lang, addresses, day):
    written = order(texts, lang, addresses, TODAY)
    assert str(days(texts[0], lang, written)[0].day) == day


@pytest.mark.parametrize(
    ("home", "text", "day"),
    [
        ("en-GB", "06/11/2026", "2026-11-06"),
        ("en-US", "06/11/2026", "2026-06-11"),
        ("en", "06/11/2026", "2026-06-11"),
        ("de", "06/11/2026", "2026-06-11"),
        ("en-GB", "06/13/2026", "2026-06-13"),
    ],
)
def test_where_a_text_does_not_show_it_the_site_does(home, text, day):
    made = page(HEADLINE, (f"Published {text}", None), PARAGRAPH)
    assert str(shape(made, TODAY, home).date) == day


@pytest.mark.parametrize(
    ("rows", "url", "day"),
    [
        ([], "", "2026-06-11"),
        ([], "https://www.shore.co.uk/quay", "2026-11-06"),
        ([("Contact: desk@shore.co.uk", None)], "", "2026-11-06"),
        ([("Next fair: 28/11/2026", None)], "", "2026-11-06"),
    ],
)
def test_the_day_of_publication_is_read_in_the_pages_order(rows, url, day):
    made = page(HEADLINE, ("Published 06/11/2026", None), PARAGRAPH, *rows, found=Facts(url=url))
    assert str(shape(made, TODAY).date) == day
    early = page(HEADLINE, ("Published 12/06/2026", None), PARAGRAPH)
    assert str(shape(early, TODAY).date) == "2026-06-12"


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2026",
        "version 1.2.3",
        "192.168.10.12",
        "10.20.30.40.50",
        "Thumar 12 2026x",
        "in 2026",
        "call 555-123-2026",
        "mayor 12, 2026",
        "https://quay.example/2026/11/03/what-the-bridge-says",
        "May 5 200000 people",
        "Volume 41, Issue 3, May 2026",
    ],
)
def test_what_names_no_day_gives_none(text):
    assert days(text, "en") == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("https://a.example/2026/11/03/bridge", ["2026-11-03"]),
        ("seeds/2026-11-03-bridge.txt", ["2026-11-03"]),
        ("seeds/20261103.txt", ["2026-11-03"]),
        ("https://a.example/id-20269903", []),
    ],
)
def test_a_day_in_an_address(path, expected):
    assert [str(day) for day in in_path(path)] == expected


@pytest.mark.parametrize(
    ("rows", "about", "day", "said_by"),
    [
        ([HEADLINE, ("3 Nov 2026", None), PARAGRAPH], {}, "2026-11-03", "text"),
        ([HEADLINE, ("Updated 9 Nov 2026 | Published 3 Nov 2026", None), PARAGRAPH], {}, "2026-11-03", "text"),
        ([HEADLINE, PARAGRAPH, ("By Ada Orr, The Post | 3 Nov 2026", Label.BYLINE)], {}, "2026-11-03", "text"),
        ([HEADLINE, ("3 Dec 2026", None), PARAGRAPH], {}, "None", ""),
        ([HEADLINE, ("Updated 9 Nov 2026, 10:30", None), PARAGRAPH], {}, "2026-11-09", "text"),
        ([HEADLINE, ("Updated 9 Nov 2026", None), PARAGRAPH], {}, "None", ""),
        ([HEADLINE, ("Updated 9 Nov 2026", None), PARAGRAPH], {"kind": "html"}, "2026-11-09", "text"),
        (
            [HEADLINE, ("Prices updated 9 Nov 2026" + ", as the ferry company says" * 3, None), PARAGRAPH],
            {"kind": "html"},
            "None",
            "",
        ),
        (
            [HEADLINE, ("Updated 9 Nov 2026", None), PARAGRAPH],
            {"kind": "html", "found": Facts(date=THIRD)},
            "2026-11-03",
            "metadata",
        ),
        ([HEADLINE, ("3 Nov 2026 Updated: 3 Nov 2026", None), PARAGRAPH], {}, "2026-11-03", "text"),
        ([HEADLINE, ("Last update:", None), ("9 Nov 2026", None), PARAGRAPH], {}, "None", ""),
        ([HEADLINE, ("Last update:", None), ("9 Nov 2026", None), PARAGRAPH], {"kind": "html"}, "2026-11-09", "text"),
        ([HEADLINE, PARAGRAPH, *MENU, ("Posted on", None), ("3 Nov 2026", None)], {}, "2026-11-03", "text"),
        ([HEADLINE, PARAGRAPH, *MENU, ("3 Nov 2026", None)], {}, "None", ""),
        (
            [*TEASERS, HEADLINE, ("3 Nov 2026 by Ada Orr, who sails for the Candidates of Quay", None), PARAGRAPH],
            {},
            "2026-11-03",
            "text",
        ),
        ([HEADLINE, ("3 Nov 2026", None), PARAGRAPH, *TEASERS], {}, "2026-11-03", "text"),
        (
            [("20 Nov 2026", None), ("Weather", None), HEADLINE, ("3 Nov 2026", None), PARAGRAPH],
            {},
            "2026-11-03",
            "text",
        ),
        ([HEADLINE, CAPTION, ("3 Nov 2026, 10:15", None), PARAGRAPH], {}, "2026-11-03", "text"),
        ([HEADLINE, PARAGRAPH, PARAGRAPH, PARAGRAPH, *LIST], {}, "None", ""),
        ([HEADLINE, ("9 Nov 2026", None), PARAGRAPH], {"found": Facts(date=THIRD)}, "2026-11-09", "text"),
        (
            [HEADLINE, ("9 Nov 2026", None), PARAGRAPH],
            {"found": Facts(date=THIRD, changed=NINTH)},
            "2026-11-03",
            "metadata",
        ),
        ([HEADLINE, ("4 Nov 2026", None), PARAGRAPH], {"found": Facts(date=THIRD)}, "2026-11-03", "metadata"),
        (
            [
                ("Fares - A bridge for nobody", None),
                ("Tue 3 Nov 2026 | 14:07 | By Ada Orr", None),
                ("Ada Orr/Post", None),
                ("Audio: Radio Quay | 2 Nov 2026 | Ada Orr", None),
                ("Share", None),
                PARAGRAPH,
            ],
            {"found": Facts(title="A bridge for nobody")},
            "2026-11-03",
            "text",
        ),
        ([HEADLINE, ("© 1 Jan 2026", None), PARAGRAPH], {}, "None", ""),
        ([HEADLINE, PARAGRAPH], {"path": "seeds/2026-11-03-bridge.txt"}, "2026-11-03", "file name"),
        ([HEADLINE, ("4 Nov 2026", None), PARAGRAPH], {"told": Facts(date=TODAY)}, "2026-11-22", "side-car"),
        ([HEADLINE, PARAGRAPH], {"found": Facts(url="https://a.example/2026/11/03/b")}, "2026-11-03", "url"),
    ],
)
def test_the_surest_date_wins(rows, about, day, said_by):
    article = shape(page(*rows, **about), TODAY)
    assert (str(article.date), article.date_from) == (day, said_by)
    assert any("published" in warning for warning in article.warnings) == (article.date is None)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Updated 9 Nov 2026", "2026-11-09"),
        ("Updated 9 Nov 2026 | Published 3 Nov 2026", "None"),
        ("Updated 9 Dec 2026", "None"),
        ("Prices updated 9 Nov 2026" + ", as the ferry company says" * 3, "None"),
    ],
)
def test_where_nothing_says_when_it_was_published_an_update_is_told(said, day):
    article = shape(page(HEADLINE, (said, None), PARAGRAPH), TODAY)
    assert str(article.updated) == day
    assert any("only that it was updated on 2026-11-09" in warning for warning in article.warnings) == (day != "None")


def test_the_day_said_to_be_of_publication_goes_before_that_of_a_caption_said_twice():
    caption = "Ann Ferryman, en Lowmoor, el 4 de mayo de 2026."
    said = ("Publicado el 3 de noviembre de 2026 a las 06:00, actualizado el 4 de noviembre de 2026 a las 10:14", None)
    captions = [(caption, None), (f"{caption} CY DEE PARA EL MUELLE", None)]
    told = ("Ann Ferryman abrió el puente el lunes. Nadie lo cruzó.", Label.PARAGRAPH)
    made = page(("Un puente para nadie", Label.HEADLINE), said, *MENU[:3], *captions, told, lang="es")
    assert shape(made, TODAY).date == THIRD


def test_a_papers_own_day_is_the_one_from_which_it_could_be_read():
    made = page(
        HEADLINE, ("Received 3 May 2026, Accepted 2 June 2026, Available online 3 November 2026.", None), PARAGRAPH
    )
    assert shape(made, TODAY).date == THIRD


@pytest.mark.parametrize(
    ("rows", "about", "day", "warning"),
    [
        (
            [("Published 12 June 1986", None)],
            {},
            "None",
            "1986-06-12 is named as the day this was published, but is older",
        ),
        (
            [("Posted 12 June 2029", None)],
            {},
            "None",
            "2029-06-12 is named as the day this was published, but has not come",
        ),
        (
            [("Posted 3 Nov 2026", None)],
            {"found": Facts(date=datetime.date(2027, 1, 2))},
            "2026-11-03",
            "2027-01-02 is",
        ),
        ([("Posted 3 Nov 2026", None)], {"told": Facts(date=datetime.date(2027, 1, 2))}, "2027-01-02", "2027-01-02 is"),
        (
            [("Posted 3 Nov 2026", None)],
            {"found": Facts(date=datetime.date(1970, 1, 1))},
            "2026-11-03",
            "1970-01-01 is",
        ),
        ([], {"told": Facts(date=datetime.date(1986, 6, 12))}, "1986-06-12", ""),
    ],
)
def test_a_day_that_is_not_believed_is_named(rows, about, day, warning):
    made = shape(page(HEADLINE, *rows, PARAGRAPH, **about), TODAY)
    assert str(made.date) == day
    assert " ".join(made.warnings).startswith(warning)
    assert len(made.warnings) == bool(warning)


def test_a_build_of_a_day_before_the_web_believes_what_pages_say():
    assert shape(page(HEADLINE, ("Posted 3 Nov 2026", None), PARAGRAPH), datetime.date(1980, 1, 2)).date == THIRD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Staff", []),
        ("By Dora Whitlock", ["Dora Whitlock"]),
        ("By Dora Whitlock, Harbour Correspondent", ["Dora Whitlock"]),
        ("By Dora Whitlock and Jean-Luc O’Hara in Port Ellery @dora | Follow", ["Dora Whitlock", "Jean-Luc O’Hara"]),
        ("Written by DORA WHITLOCK", ["Dora Whitlock"]),
        ("By Web Desk", []),
        ("By J. R. van der Meer", ["J. R. van der Meer"]),
        ("ByDora Whitlock", ["Dora Whitlock"]),
        ("By DORA MAY WHITLOCKPUBLISHED: today", ["Dora May Whitlock"]),
        ("Dora WhitlockReporter", ["Dora Whitlock"]),
        ("By Dora Whitlock Harbour Correspondent and Master of Boats", ["Dora Whitlock"]),
        ("Dora Whitlock0", ["Dora Whitlock"]),
        ("Reporting by Ken Oda and Mia Sato; Editing by Laura Finch", ["Ken Oda", "Mia Sato"]),
        ("By Ken Oda. Photographs by Laura Finch", ["Ken Oda"]),
        ("דנה לוי, ליאור כהן", ["דנה לוי", "ליאור כהן"]),
        ("ليلى حسن", ["ليلى حسن"]),
        ("한 강", ["한 강"]),
        ("the harbour board", []),
        ("By Dora Whitlock dwhitlock@ledger.example", ["Dora Whitlock"]),
        ("From Lisbon to Tbilisi, these are the berths to book", []),
        ("Published by Twin Valley Leader", []),
        ("By Juan José de la Cruz", ["Juan José de la Cruz"]),
        ("高瀬　真由", ["高瀬 真由"]),
        ("佐々木 遼", ["佐々木 遼"]),
        ("By Dora Whitlock -", ["Dora Whitlock"]),
        ("By Dora Whitlock@dorawhit", ["Dora Whitlock"]),
        ("Medically reviewed by Cy Dee, MD — Written by Dora Whitlock, MS", ["Dora Whitlock"]),
        ("By Dora Whitlock, DVM. Reviewed by Cy Dee, DVM", ["Dora Whitlock"]),
        ("Reviewed by Dora Whitlock", ["Dora Whitlock"]),
        ("Photos by Cy Dee, words by Dora Whitlock", ["Dora Whitlock"]),
        ("By Dora Whitlock Contributions from Cy Dee", ["Dora Whitlock"]),
        ("By Dora Whitlock, Chief Technology Officer and Head of Boats", ["Dora Whitlock"]),
        ("By Cy Dee, Will Director and Dora Whitlock MD", ["Cy Dee", "Will Director", "Dora Whitlock"]),
        ("DORA WHITLOCK \xa0 USA TODAY", ["Dora Whitlock"]),
        ("By Cy Dee and Dora Whitlock The Associated Press", ["Cy Dee", "Dora Whitlock"]),
        ("By The Associated Press", ["The Associated Press"]),
        ("Dora MA", ["Dora MA"]),
    ],
)
def test_a_byline_is_names_only(text, expected):
    assert list(names(text, "en")) == expected


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([HEADLINE, ("Dora Whitlock", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Dora Whitlock • 3 Nov 2026", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Published 3 Nov 2026 by Dora Whitlock and Cy Dee", None), PARAGRAPH], "Dora Whitlock and Cy Dee"),
        ([HEADLINE, ("Key Crossings", None), ("no key, no crossings", None), PARAGRAPH], ""),
        ([HEADLINE, ("Location\tLowmoor", None), PARAGRAPH], ""),
        ([HEADLINE, ("Ann Ferryman", None), ("Dora Whitlock", None), ANN], "Dora Whitlock"),
        ([("Harbour Ledger", None), ("3 Nov 2026", None), HEADLINE, ("By Dora Whitlock", None), ANN], "Dora Whitlock"),
        ([HEADLINE, PARAGRAPH, ("By Dora Whitlock", None)], "Dora Whitlock"),
        ([HEADLINE, ("By Dora Whitlock and The Associated Press", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("By The Associated Press", None), PARAGRAPH], "The Associated Press"),
        ([HEADLINE, ("3 Nov 2026 - Dora Whitlock - 9 minute read", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Nov 3, 2026 · 30 min · 6279 words · Dora Whitlock", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Dora Whitlock / LEDGER.EXAMPLE / Nov 3, 2026", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Avatar for Dora Whitlock Dora Whitlock | Nov 3 2026 - 9 am", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("  — Dora Whitlock (@dora) Nov 3, 2026", None), PARAGRAPH], ""),
        (
            [HEADLINE, *[("It cost ten million.", Label.STANDFIRST)] * 3, ("Dora Whitlock", None), PARAGRAPH],
            "Dora Whitlock",
        ),
        ([HEADLINE, ("Laura Finch", None), ("Ben Whitlock", None), PARAGRAPH], "Laura Finch and Ben Whitlock"),
        (
            [HEADLINE, ("Dora Whitlock", None), ("Cy Dee", None), ("3 Nov 2026", Label.DATE), ANN],
            "Dora Whitlock and Cy Dee",
        ),
        (
            [
                HEADLINE,
                ("Laura Finch", None),
                ("Chief Economist, Leeds", None),
                ("l.finch@ledger.example", None),
                ("Ben Whitlock", None),
                ("+ FOLLOW", None),
                MENU[0],
                ("Adam Dee", None),
                PARAGRAPH,
            ],
            "Laura Finch and Ben Whitlock",
        ),
        ([HEADLINE, ("Laura Finch", None), ("Dear Friends", None), PARAGRAPH], "Laura Finch"),
        ([HEADLINE, ("Laura Finch (now); Ben Whitlock (earlier)", None), PARAGRAPH], "Laura Finch and Ben Whitlock"),
        ([HEADLINE, ("Laura Finch, Leeds (Words), Ben Whitlock (Photos)", None), PARAGRAPH], "Laura Finch"),
        ([HEADLINE, ("Laura Finch, LEDGER.example", None), PARAGRAPH], "Laura Finch"),
        ([HEADLINE, ("Dora Whitlock|Published 4 months ago", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, (" " * 40 + "Dora Whitlock", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, (", Leeds", None), PARAGRAPH], ""),
        (
            [
                HEADLINE,
                ("AUTHORS", None),
                ("Laura Finch", None),
                ("Partner, Leeds", None),
                ("+1 202 555 0142", None),
                ("Ben Whitlock", None),
                ("Partner, York", None),
                ("Client Alert | 3 Nov 2026", None),
                PARAGRAPH,
            ],
            "Laura Finch and Ben Whitlock",
        ),
        ([("By", None), ("Dora Whitlock", None), HEADLINE, PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Dora Whitlock", None), ("Journalist", None), ("Cy Dee", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Will Whitlock", None), ("They will see.", None), PARAGRAPH], "Will Whitlock"),
        ([HEADLINE, PARAGRAPH, ("From Your Site Articles", None)], ""),
        ([HEADLINE, ("Key Takeaways", None), PARAGRAPH], ""),
        ([HEADLINE, *MENU, *MENU, ("Laura Finch", None), PARAGRAPH], "Laura Finch"),
        ([HEADLINE, *MENU, *MENU, ("Southern Charm", None), PARAGRAPH], ""),
        ([HEADLINE, *MENU, *MENU, *MENU, *MENU, ("Laura Finch", None), PARAGRAPH], ""),
        ([HEADLINE, ("Department for Food & Rural Affairs", None), ("3 Nov 2026", None), PARAGRAPH], ""),
        (
            [HEADLINE, ("Medically reviewed by Cy Dee, MD — Written by Dora Whitlock on 3 Nov 2026", None), PARAGRAPH],
            "Dora Whitlock",
        ),
        ([HEADLINE, PARAGRAPH, PARAGRAPH, PARAGRAPH, ("Dora Whitlock", None)], ""),
        ([HEADLINE, ("أخبار المدينة", None), PARAGRAPH], ""),
        ([HEADLINE, ("أخبار المدينة 3 Nov 2026", None), PARAGRAPH], ""),
        ([HEADLINE, ("By", None), ("Dora Whitlock", None), ("Dora Whitlock sails.", None), ANN], "Dora Whitlock"),
        ([HEADLINE, ("By subscribing, I agree to the Terms of Use and Privacy Policy.", None), PARAGRAPH], ""),
        ([HEADLINE, ("Dora Whitlock and Cy Dee", None), PARAGRAPH], "Dora Whitlock and Cy Dee"),
        ([HEADLINE, *MENU, ("Dora Whitlock / QNA", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Femke de Boer", None), ("de brug", None), PARAGRAPH], "Femke de Boer"),
        ([HEADLINE, ("Dora Whitlock", None), ("Write to dora.whitlock@example.org", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("Dora Whitlock Environment correspondent", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("A pier on 16 May 2023. (photo by Cy Dee)", None), ("Dora Whitlock", None), ANN], "Dora Whitlock"),
        (
            [HEADLINE, ("Cy Dee", None), MENU[0], ("Dora Whitlock", None), ("3 Nov 2026", Label.DATE), ANN],
            "Dora Whitlock",
        ),
        ([HEADLINE, ("Dora Whitlock in London and Cy Dee in Leeds", None), PARAGRAPH], "Dora Whitlock and Cy Dee"),
        ([HEADLINE, PARAGRAPH, *MENU, ("Dora Whitlock", None), ("Senior Reporter, Climate", None)], "Dora Whitlock"),
        ([HEADLINE, PARAGRAPH, PARAGRAPH, PARAGRAPH, *MENU, ("Digital Foundry", None), ("News", None)], ""),
        ([HEADLINE, ("Dora Whitlock", None), ("@in/dora-whitlock/", None), PARAGRAPH], "Dora Whitlock"),
        ([HEADLINE, ("PORT CORRAN, 3 Nov 2026", None), ("PORT CORRAN, 3 Nov — The fare rises.", ANN[1])], ""),
        ([HEADLINE, ("Dora Whitlock", None), ("Dora Whitlock in Leeds — The fare rises.", ANN[1])], "Dora Whitlock"),
    ],
)
def test_a_name_beside_the_headline_is_a_byline(rows, wanted):
    assert shape(page(*rows), TODAY).byline == wanted


@pytest.mark.parametrize(
    ("lang", "rows", "wanted"),
    [
        ("ja", [("2026年7月26日 21時40分", None), ("高瀬　真由", None)], "高瀬 真由"),
        ("ja", [("2026年7月26日 21時40分", None), ("有料会員記事", None)], ""),
        ("ja", [("三宅沙耶", None), ("駅前に列ができた。（三宅沙耶）", Label.PARAGRAPH)], "三宅沙耶"),
        ("ja", [("有料記事", None), ("駅前に列ができた。（三宅沙耶）", Label.PARAGRAPH)], ""),
        ("zh", [("2026年03月18日 08:15　来源：江北日报　记者 周晓彤", None)], "周晓彤"),
        ("zh", [("本报讯（记者 周晓彤）3月17日，走廊正式投入运行。", Label.PARAGRAPH)], "周晓彤"),
        ("zh", [("本报讯（记者周晓彤、林晓）3月17日，走廊正式投入运行。", Label.PARAGRAPH)], "周晓彤 and 林晓"),
        ("zh", [("記者王小明／台南報導", None)], "王小明"),
        ("zh", [("原创 林晓舟 城事手记 2026年1月18日 08:30 江苏", None), ("编辑 | 许然", None)], "林晓舟"),
        ("zh", [("编辑 | 许然", None)], ""),
        ("zh", [("（中央社記者林怡君台北17日電）環境部今天召開大會。", Label.PARAGRAPH)], "林怡君"),
    ],
)
def test_a_reporter_is_found_in_scripts_without_spaces(lang, rows, wanted):
    told = ("会场设在河边，终点站前一直排着长长的队伍。", Label.PARAGRAPH)
    assert shape(page(("三年一度的大会", Label.HEADLINE), *rows, told, lang=lang), TODAY).byline == wanted


@pytest.mark.parametrize(
    ("lang", "title", "line", "wanted"),
    [
        ("ar", "البلدية تشتري المحطة", "سامي الخطيب", "سامي الخطيب"),
        ("ar", "البلدية تشتري المحطة", "تغطية خاصة", ""),
        ("fa", "شورا پل را می‌خرد", "کاوه رستمی", "کاوه رستمی"),
        ("he", "העירייה קונה את הגשר", "תמר גולן, כתבת תרבות", "תמר גולן"),
        ("he", "העירייה קונה את הגשר", "סיפור מיוחד", ""),
        ("hi", "परिषद पुल ख़रीदेगी", "इरफ़ान क़ुरैशी", "इरफ़ान क़ुरैशी"),
        ("hi", "परिषद पुल ख़रीदेगी", "ख़ास रिपोर्ताज", ""),
        ("ko", "섬마을 학교는 도서관으로", "김하늘 기자", "김하늘"),
        ("ko", "섬마을 학교는 도서관으로", "뉴스 홈", ""),
    ],
)
def test_a_first_name_tells_a_by_line_where_letters_have_no_case(lang, title, line, wanted):
    rows = [(title, Label.HEADLINE), (line, None), ("2026-11-03", Label.DATE), (f"{title}.", Label.PARAGRAPH)]
    assert shape(page(*rows, lang=lang), TODAY).byline == wanted


def test_a_word_without_end_beside_the_headline_costs_its_length():
    rows = [HEADLINE, ("Dora Whitlock", None), ("a" * 300_000, None), PARAGRAPH]
    assert shape(page(*rows), TODAY).byline == "Dora Whitlock"


def test_the_update_below_a_day_is_no_other_storys():
    stamped = [
        Line(3, "Ada Orr", label=Label.BYLINE, dropped_by="by-line"),
        Line(4, "3/11/2026 23:58 CET", label=Label.DATE, dropped_by="date line"),
        Line(5, "Actualizado: 4/11/2026 09:15 CET", label=Label.DATE, dropped_by="date line"),
    ]
    head, text = page(HEADLINE, PARAGRAPH, lang="es").lines
    lines = (head, *stamped, text)
    made = Page(Seed("seeds/page.txt", "", "text", lines, lang="es"), lines)
    assert published(made, habit(made, TODAY)) == (THIRD, "text")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ef\u00adfi\u00adcient  of\ufb01ce", "efficient office"),
        ("“curly” – and — dashes…", "“curly” – and — dashes…"),
        ("a\u00a0b\tc", "a b c"),
    ],
)
def test_mending_changes_no_word(text, wanted):
    assert mend(text) == wanted


def test_what_is_set_apart_is_mended_inside_and_whole_spans_stay_the_same():
    whole, broken = Span("a "), Span(mark=Mark.LINK, inside=(Span("of\ufb01ce"), Span(" b")), address="c")
    assert mended((whole, broken)) == (whole, Span(mark=Mark.LINK, inside=(Span("office"), Span(" b")), address="c"))
    assert mended((whole,))[0] is whole


def test_pieces_are_joined_as_their_script_is_written():
    assert joined("the long", "way") == "the long way"
    assert joined("well-", "known") == "well-known"
    assert joined("was down-", "loaded by") == "was downloaded by"
    assert mend(joined("effi\u00ad", "cient")) == "efficient"
    assert joined("Anglo-", "Saxon") == "Anglo-Saxon"
    assert joined("on Tues-", "day") == "on Tuesday"
    assert joined("die Hafenarbei-", "ter") == "die Hafenarbeiter"
    assert joined("a T-", "shirt") == "a T-shirt"
    assert joined("the Vice-", "president") == "the Vice-president"
    assert joined("新しい", "橋") == "新しい橋"


def test_lines_that_markup_made_are_not_joined():
    rows = ("the ferry that went to the far side of the river and",) * 6
    lines = tuple(Line(number, text, Label.PARAGRAPH, label=Label.PARAGRAPH) for number, text in enumerate(rows, 1))
    made = shape(Page(Seed("a.html", "", "html", lines), lines), TODAY)
    assert {block.text for block in made.blocks} == set(rows)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("⚡️ A bridge for nobody", "A bridge for nobody"),
        ("■ A bridge for nobody ■", "A bridge for nobody"),
        ("*A bridge for nobody* 🌉", "A bridge for nobody"),
        ("_A bridge for nobody_", "A bridge for nobody"),
        ("[3/11/26, 9:14:22 AM] Ada Orr: A bridge for nobody", "A bridge for nobody"),
        ("03.11.26, 09:14 - Ada Orr: *A bridge for nobody*", "A bridge for nobody"),
        ("A bridge for nobody (blog.quay.example)", "A bridge for nobody"),
        ("3/11/26 was a day: *nobody* came", "3/11/26 was a day: *nobody* came"),
        ("A *bridge* for nobody*", "A *bridge* for nobody*"),
        ("★★★★", "★★★★"),
        ("A bridge for nobody (and a ferry)", "A bridge for nobody (and a ferry)"),
    ],
)
def test_a_headline_is_without_what_chats_and_lists_put_around_it(line, title):
    assert shape(page((line, Label.HEADLINE), PARAGRAPH), TODAY).title == title


def test_stars_around_a_whole_line_go_but_not_from_what_markup_made():
    rows = (("*Nobody crossed it.*", Label.PARAGRAPH), PARAGRAPH)
    assert shape(page(*rows), TODAY).paragraphs[0] == "Nobody crossed it."
    lines = (Line(1, "*Nobody crossed it.*", Label.PARAGRAPH, label=Label.PARAGRAPH),)
    made = shape(Page(Seed("a.html", "", "html", lines), lines), TODAY)
    assert made.paragraphs == ("*Nobody crossed it.*",)


def test_a_headline_is_built_from_the_first_sentence_with_a_warning():
    article = shape(page(PARAGRAPH), TODAY)
    assert article.title == "The mayor opened the bridge on Monday"
    assert any("headline" in warning for warning in article.warnings)


@pytest.mark.parametrize("told", [Facts(), Facts(title="The bridge " * 40)])
def test_a_paragraph_that_is_taken_for_a_headline_is_shortened_and_stands_in_the_text(told):
    long = " ".join(["The mayor opened the bridge, which nobody had crossed for years, on Monday and went home"] * 5)
    article = shape(page((long, Label.HEADLINE), PARAGRAPH, told=told), TODAY)
    if told.title:
        assert (article.title, len(article.paragraphs)) == (told.title.strip(), 1)
    else:
        assert article.title == "The mayor opened the bridge, which nobody had crossed for years…"
        assert article.paragraphs[0] == long
        assert any("a paragraph of 444 characters" in warning for warning in article.warnings)


def test_a_heading_above_the_article_is_its_headline_where_there_is_no_other():
    heading = ("A bridge for nobody", Label.HEADING)
    article = shape(page(heading, PARAGRAPH), TODAY)
    assert (article.title, article.headings) == ("A bridge for nobody", ())
    assert any("first heading" in warning for warning in article.warnings)
    assert shape(page(PARAGRAPH, heading, ANN), TODAY).title == "The mayor opened the bridge on Monday"


def test_a_line_that_tells_nothing_yet_builds_no_headline():
    article = shape(page(("Transcript", Label.PARAGRAPH), PARAGRAPH, ANN), TODAY)
    assert article.title == "The mayor opened the bridge on Monday"
    assert shape(page(("Who crosses", Label.PARAGRAPH)), TODAY).title == "Who crosses"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "LOWER FERRY (RP) -- The mayor opened the bridge on Monday. Nobody crossed it.",
            "The mayor opened the bridge on",
        ),
        (
            "The mayor of the two islands opened the bridge over the Orr on Monday, though nobody asked her to cross.",
            "The mayor of the two islands opened the bridge over the Orr on Monday…",
        ),
        (
            "On Monday, the mayor of the two islands opened the bridge over the Orr that nobody had asked her to.",
            "On Monday, the mayor of the two islands opened the bridge over the Orr that nobody had…",
        ),
    ],
)
def test_a_built_headline_skips_the_place_and_ends_where_a_clause_does(text, wanted):
    assert shape(page((text, Label.PARAGRAPH)), TODAY).title.startswith(wanted)


@pytest.mark.parametrize(
    ("lang", "text", "left"),
    [
        ("en", "Thanks for reading. The bridge stays shut for now.", ["The bridge stays shut for now."]),
        ("en", "The bridge stays shut. That’s all from us. See you tomorrow!", ["The bridge stays shut."]),
        ("en", "Thank you for following along.", []),
        ("en", "Thanks for reading the plan to its end, the mayor said.", None),
        ("de", "Danke fürs Mitlesen! Die Brücke bleibt gesperrt.", ["Die Brücke bleibt gesperrt."]),
        ("zh", "大桥仍然关闭。感谢阅读。", ["大桥仍然关闭。"]),
    ],
)
def test_a_paragraph_loses_what_only_thanks_its_readers(lang, text, left):
    made = shape(page(PARAGRAPH, (text, Label.PARAGRAPH), lang=lang), TODAY)
    assert [block.text for block in made.blocks[1:]] == ([text] if left is None else left)


def test_a_first_line_that_is_the_whole_headline_does_not_come_twice():
    article = shape(page(("Who pays for the bridge?", Label.PARAGRAPH), PARAGRAPH), TODAY)
    assert article.title == "Who pays for the bridge?"
    assert [block.text for block in article.blocks] == [PARAGRAPH[0]]


@pytest.mark.parametrize(
    ("read", "made"),
    [
        ("A bridge for nobody – The Bridge Post", "A bridge for nobody"),
        ("A bridge for nobody | Opinion", "A bridge for nobody"),
        ("News > Region > A bridge for nobody", "A bridge for nobody"),
        ("Bridges - and boats", "Bridges - and boats"),
        ("Tide > 3", "Tide > 3"),
        ("A bridge for nobody https://bridge.example/news/1", "A bridge for nobody"),
    ],
)
def test_a_headline_loses_the_name_of_its_site_and_the_way_to_it(read, made):
    assert shape(page(("The Bridge Post", None), (read, Label.HEADLINE), PARAGRAPH), TODAY).title == made


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([], "empty"),
        ([("Menu", None)], "no-article"),
        ([HEADLINE], "no-article"),
        ([("A", Label.HEADING)], "no-article"),
        ([HEADLINE, ("https://a.example/b", Label.PARAGRAPH), ("www.c.example", Label.ITEM)], "no-article"),
        ([HEADLINE, ("You don’t have permission to access this page on this server.", Label.PARAGRAPH)], "wall"),
        ([("Page not found", Label.HEADLINE), ("It may have been moved or deleted.", Label.PARAGRAPH)], "wall"),
        (
            [("お探しのページが見つかりません", Label.HEADLINE), ("削除された可能性があります。", Label.PARAGRAPH)],
            "wall",
        ),
    ],
)
def test_a_seed_without_an_article_is_an_error_with_a_cure(rows, kind):
    with pytest.raises(CopydeskError) as caught:
        shape(page(*rows), TODAY)
    assert caught.value.kind == kind
    assert caught.value.hint


def test_a_brief_that_tells_of_a_lost_page_is_an_article():
    brief = ("Links to the reports led on Friday to the words “page not found”, the ministry said.", Label.PARAGRAPH)
    assert shape(page(HEADLINE, brief), TODAY).blocks


def test_an_article_that_quotes_what_a_server_says_is_one():
    long = (
        "Whoever reads the harbour's page is told: Verify you are human. " + "The board has no answer yet. " * 20,
        Label.PARAGRAPH,
    )
    assert shape(page(HEADLINE, long), TODAY).blocks


def test_every_language_has_twelve_months():
    for lang in ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ja", "zh"):
        assert len(lexicon("months", lang)) == 12


def test_the_clients_article_comes_out_whole(tmp_path):
    path = tmp_path / "client.txt"
    path.write_bytes(shared("client-seed.txt").read_bytes())
    (seed,) = read(path, tmp_path)
    article = shape(clean(seed), TODAY)
    assert article.title == "Nissan and their Independent Pursuit of Tech and Sustainability"
    assert article.headings == ("All-Battery and Plug-in EV Strategy",)
    assert len(article.paragraphs) == 10
    assert article.paragraphs[0].startswith("Nissan is forging ahead")
    assert article.paragraphs[-1].endswith("as it paves its path forward.")


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("PORT ELLERY, September 29, 2026 – Lumenfold today opened a register of its models.", "2026-09-29"),
        ("Lumenfold today opened a register of its models.", None),
    ],
)
def test_a_dateline_dates_a_release(opening, day):
    lines = (Line(1, "Lumenfold opens a register", label=Label.HEADLINE), Line(2, opening, label=Label.PARAGRAPH))
    page = Page(Seed("seeds/a.txt", "0", "text", lines), lines)
    made = published(page, habit(page, datetime.date(2026, 12, 1)))[0]
    assert (made.isoformat() if made else None) == day


@pytest.mark.parametrize(
    ("above", "day"),
    [("Revenue up 12 per cent; outlook raised", "2026-09-29"), ("Revenue rose by 12 per cent in the quarter.", None)],
)
def test_a_dateline_may_stand_below_what_its_release_reports(above, day):
    opening = "PORT ELLERY, September 29, 2026 – Lumenfold today reported what it earned in the third quarter."
    texts = (above, opening)
    lines = tuple(Line(number, text, label=Label.PARAGRAPH) for number, text in enumerate(texts, 1))
    far = tuple(Line(number, "The quay is long.", label=Label.PARAGRAPH) for number in range(3, 20))
    page = Page(Seed("seeds/a.txt", "0", "text", (*lines, *far)), (*lines, *far))
    assert next((str(found) for found in dateline(page, order([], "en", [], TODAY))), None) == day


def test_the_day_of_a_source_below_is_not_the_articles():
    note = Line(2, "^ The last night boat. Lowmoor Post. 3 May 2026", label=Label.FURNITURE, dropped_by="reference")
    lines = (Line(1, *PARAGRAPH[:1], label=Label.PARAGRAPH), note)
    made = Page(Seed("seeds/a.txt", "0", "text", lines), lines)
    assert published(made, habit(made, TODAY))[0] is None


@pytest.mark.parametrize(
    ("found", "shown"),
    [((3, 3), (2, 2)), ((2, 4, 4), (2, 3, 3)), ((4, 2, 3), (2, 2, 3)), ((2, 3, 4, 2), (2, 3, 4, 2))],
)
def test_headings_skip_no_level(found, shown):
    rows = tuple(Line(0, "Why nobody crossed", level=level, label=Label.HEADING) for level in found)
    text = Line(0, *PARAGRAPH[:1], label=Label.PARAGRAPH)
    article = shape(Page(Seed("a.md", "", "markdown", (text, *rows, text)), (text, *rows, text)), TODAY)
    assert tuple(block.level for block in article.blocks if block.kind is Label.HEADING) == shown


@pytest.mark.parametrize(
    ("lang", "rows", "kinds"),
    [
        ("en", ["1. Switch it off.", "2. Go upstairs.", "3. Wait."], "1 2 3"),
        ("en", ["1) Switch it off.", "2) Go upstairs."], "1 2"),
        ("tr", ["1- Switch it off.", "2- Go upstairs."], "1 2"),
        ("en", ["2. Go upstairs.", "3. Wait."], "P P"),
        ("en", ["90- Go upstairs."], "P"),
        ("de", ["3. November war ein Freitag."], "P"),
        ("de", ["1. FC Lowmoor gewann am Freitag."], "P"),
        ("en", ["- one torch", "- two torches"], "- -"),
        ("pl", ["– Czekaliśmy czternaście lat – powiedział burmistrz."], "P"),
        ("pl", ["- Czekaliśmy czternaście lat - powiedział burmistrz."], "P"),
        ("ru", ["— Кто там?", "— Это почта."], "P P"),
        ("es", ["—¿Quién es?", "—Soy yo —dijo ella."], "P P"),
        ("ru", ["— протокол;", "— согласие."], "- -"),
        ("no", ["– Er dere redde for flere regninger?", "– Det har kommet tolv."], "P P"),
        ("fr", ["– Une lampe de poche.", "– Deux piles."], "- -"),
        ("en", ["— He was my friend, and I will miss him."], "P"),
        ("en", ["- He was my friend, and I will miss him."], "-"),
    ],
)
def test_what_begins_as_an_item_is_one_only_in_a_list(lang, rows, kinds):
    told = [(row, Label.PARAGRAPH if row.startswith(("—¿", "—S")) else Label.ITEM) for row in rows]
    made = shape(page(HEADLINE, PARAGRAPH, *told, PARAGRAPH, lang=lang), TODAY).blocks[1:-1]
    assert [one.sign or "-" if one.kind is Label.ITEM else "P" for one in made] == kinds.split()
    assert all(one.text in rows for one in made if one.kind is Label.PARAGRAPH)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("・空き家が安い", "空き家が安い"),
        ("➤ Book the calls", "Book the calls"),
        ("→ Book the calls", "Book the calls"),
        ("1- Lodosta dalınmaz.", "Lodosta dalınmaz."),
        ("✅ Book the calls", "✅ Book the calls"),
        ("☑\ufe0f Book the calls", "☑\ufe0f Book the calls"),
        ("❌ Don't pitch", "❌ Don't pitch"),
        ("b) close the road", "b) close the road"),
        ("・・・そして", ""),
        ("10-year bonds rose", ""),
        ("✅Done", ""),
    ],
)
def test_the_signs_of_items_show_them_and_those_that_say_something_stay(row, text):
    assert (unlisted(row) if ITEM.match(row) else "") == text


def test_a_row_of_a_table_has_its_cells_apart():
    rows = [(f"Boat\tCrew {at}\t| Fare", Label.ROW) for at in range(3)]
    made = shape(page(HEADLINE, PARAGRAPH, *rows), TODAY)
    assert made.blocks[1].text == "Boat | Crew 0 | Fare"


@pytest.mark.parametrize(
    ("lang", "rows", "printed"),
    [
        ("en", ("Tags: Ferries, Port Corran / islands",), ("Ferries", "Port Corran", "islands")),
        ("en", ("Related topics", "Ferries", "Share", "Port Corran"), ("Ferries", "Port Corran")),
        ("de", ("Schlagworte:", "Fähren", "Port Corran", "Alle Rechte vorbehalten, auch die der Übersetzung."), None),
        ("es", ("Archivado En", "Ferris"), ("Ferris",)),
        ("en", ("#Ferries #PortCorran",), ("Ferries", "PortCorran")),
        ("el", ("#Τουρισμός", "#Νησιά", "ΔΗΜΟΦΙΛΗ"), ("Τουρισμός", "Νησιά")),
        ("hi", ("#पुल #नदी",), ("पुल", "नदी")),
        ("fa", ("برچسب‌ها: پل قدیمی، شهرداری",), ("پل قدیمی", "شهرداری")),
        ("en", ("Related topics", "Ferries", "More from News", "Link copied"), ("Ferries",)),
        ("en", ("Tags", "Ferries", "Related articles", "A fair by the quay", "Two bridges"), ("Ferries",)),
        ("en", ("#1 of 3",), ()),
        ("en", ("A topic: what the ferry costs the town in winter, and who pays for it, is asked again",), ()),
    ],
)
def test_the_tags_that_a_page_prints_are_read(lang, rows, printed):
    lines = [Line(1, "Ferry fares rise", label=Label.HEADLINE), Line(2, "Fares rise.", label=Label.PARAGRAPH)]
    lines += [Line(at, row, label=Label.FURNITURE, dropped_by="menu") for at, row in enumerate(rows, 3)]
    page = Page(Seed("a.txt", "", "text", tuple(lines), lang=lang), tuple(lines))
    assert keywords(page) == (("Fähren", "Port Corran") if printed is None else printed)


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Por Rafael Quintão, g7 Minas — Belo Horizonte", "pt", ["Rafael Quintão"]),
        ("By Ada Orr and Ben Hale", "en", ["Ada Orr", "Ben Hale"]),
        ("BY ADA ORR AND BEN HALE", "en", ["Ada Orr", "Ben Hale"]),
        ("作者：周敏", "zh", ["周敏"]),
        ("文・高橋美咲", "ja", ["高橋美咲"]),
        ("김은지 기자", "ko", ["김은지"]),
        ("كتب: سامي الخطيب، هالة ناصر", "ar", ["سامي الخطيب", "هالة ناصر"]),
        ("By राकेश वर्मा", "hi", ["राकेश वर्मा"]),
        ("By संदेश न्यूज नेटवर्क", "hi", []),
        ("Apple Podcasts", "en", []),
    ],
)
def test_the_place_behind_a_by_line_is_nobody(text, lang, found):
    assert list(names(text, lang)) == found


def test_a_day_on_which_the_article_was_corrected_is_not_its_own():
    rows = (
        ("Ferry fares rise", Label.HEADLINE),
        ("5 November 2024", None),
        ("The council of Port Corran voted to raise ferry fares.", Label.PARAGRAPH),
        ("This article was amended on 7 November 2024: an earlier version gave the wrong fare.", None),
    )
    made = page(*rows)
    assert published(made, habit(made, TODAY))[0] == datetime.date(2024, 11, 5)


CUT = ("The mayor opened the bridge on Monday, and nobody crossed it in the first hour, because …", Label.PARAGRAPH)
LINKED = [row for at in range(4) for row in (PARAGRAPH, (f"https://example.org/{at}", Label.PARAGRAPH))]


@pytest.mark.parametrize(
    ("rows", "kind", "said"),
    [
        ([PARAGRAPH], "text", ()),
        ([PARAGRAPH], "feed", (BRIEF,)),
        ([PARAGRAPH] * 9, "feed", ()),
        ([PARAGRAPH, CUT], "text", (BROKEN,)),
        ([CUT, PARAGRAPH], "text", ()),
        ([CUT, HEADLINE, CUT, HEADLINE, CUT, ("See more", Label.PARAGRAPH)], "mail", (BROKEN,)),
        ([CUT, CUT, CUT, *[(" ".join([PARAGRAPH[0]] * 3), Label.PARAGRAPH)] * 3], "text", ()),
        (LINKED, "text", (LISTED,)),
        ([*[PARAGRAPH] * 30, *LINKED], "text", ()),
        ([PARAGRAPH, *LINKED[1::2]], "text", ()),
    ],
)
def test_a_teaser_is_told_from_an_article(rows, kind, said):
    about = {"found": Facts(title="A bridge for nobody", date=NINTH), "kind": kind}
    assert shape(page(*rows, **about), TODAY).warnings == said


@pytest.mark.parametrize(("more", "count", "said"), [("", 4, (LISTED,)), ("", 2, ()), (" and why it waits", 4, ())])
def test_a_list_of_links_and_nothing_else_may_hold_no_article(more, count, said):
    bare = page(HEADLINE, *[(f"A bridge, seen from here{more}", Label.ITEM)] * count, found=Facts(date=NINTH))
    link = Span(mark=Mark.LINK, inside=(Span("A bridge, seen from here"),), address="https://example.org/b")
    lines = tuple(
        line if line.label is Label.HEADLINE else line._replace(spans=(link, Span(more))) for line in bare.lines
    )
    assert shape(Page(bare.seed, lines), TODAY).warnings == said


@pytest.mark.parametrize(
    ("line", "lang", "held"),
    [
        ("EMBARGOED UNTIL 00:01 GMT, TUESDAY 15 DECEMBER 2026", "en", True),
        ("Embargoed until 6 am on Tuesday", "en", True),
        ("Sperrfrist: 15.12.2026, 6 Uhr", "de", True),
        ("Embargoed until 21 November 2026", "en", False),
        ("Embargoed until 22 November 2026, 23:59", "en", True),
        ("Immediate release", "en", False),
    ],
)
def test_an_embargo_that_has_not_ended_is_told_of(line, lang, held):
    lines = (Line(1, line, Label.FURNITURE, dropped_by="agency slug"), *page(HEADLINE, PARAGRAPH).lines)
    seed = Seed("seeds/page.txt", "", "text", lines, lang=lang, found=Facts(date=TODAY))
    made = shape(Page(seed, lines), TODAY)
    assert doubts(made)[len(made.warnings) :] == ((EMBARGO.format(line),) if held else ())
    assert made.embargo == (line if held else "")
