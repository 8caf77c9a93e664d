"""Posts copied from feeds: name, degree, role and age are no headline, and the name is the author. All is invented."""

import datetime

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.feeds import posted
from copydesk.model import Line, Seed
from copydesk.shaping import shape

TOLD = (
    "I spent last week at three substations in the north. What I saw there changed my mind about storage.",
    "The first site had 40 containers of cells and two engineers. Both of them told me that the batteries were easy.",
    "The second site was not finished. A transformer that had been ordered in 2023 arrived in March, the wrong one.",
)
FIRST = "I spent last week at three substations in the north"
ROLE = "Senior Analyst at Gridwell Research | Keynote speaker"


def article(*rows, lang="en"):
    lines = tuple(Line(number, row) for number, row in enumerate("\n".join(rows).split("\n"), 1))
    return shape(clean(Seed("seeds/a.txt", "", "text", lines, lang=lang)), datetime.date(2026, 11, 29))


@pytest.mark.parametrize(
    ("above", "name"),
    [
        (("Ada Orr", "Ada Orr", " • 3rd+", ROLE, "2d •  Edited • "), "Ada Orr"),
        (("Ada Orr • 3rd+", ROLE, "2d •"), "Ada Orr"),
        (("View Ada Orr’s profile", "Ada Orr", "Ada Orr", "   • 2nd", "Head of Storage, Gridwell", "1w • "), "Ada Orr"),
        (
            ("Feed post number 1", "Ada Orr", "• 3rd+Premium • 3rd+", ROLE, "3h • 3 hours ago • Visible to all"),
            "Ada Orr",
        ),
        (("Ada Orr", "• 3rd+", ROLE), "Ada Orr"),
        (("Ada Orr", ROLE, "1,234 followers", "2d •"), "Ada Orr"),
        (("Ada Orr’s Post", "Ada Orr", "Senior Analyst at Gridwell Research", "2d  Edited"), "Ada Orr"),
        (
            ("Home", "My Network", "Jobs", *map("Menu {}".format, range(9)), "Ada Orr", " • 3rd+", ROLE, "2d •"),
            "Ada Orr",
        ),
        (("Gridwell Research", "12,345 followers", "6mo • Edited •"), ""),
        (("Ada Orr", "@adaorr", "·", "Nov 3"), "Ada Orr"),
        (("Post", "Conversation", "Ada Orr", "@adaorr"), "Ada Orr"),
        (("Ada Orr", "@ada@grid.example", "Nov 3, 2026, 09:14 AM"), "Ada Orr"),
        (("Ada Orr", "3h ·"), ""),
    ],
)
def test_what_a_feed_puts_above_a_post_is_no_headline(above, name):
    made = article(*above, "", *TOLD)
    assert (made.title, made.byline) == (FIRST, name)
    assert made.paragraphs == TOLD


@pytest.mark.parametrize(
    ("lang", "above", "name"),
    [
        ("de", ("Tom Bakker", "• 3.+", "Leiter Einkauf bei Nordhavn", "3 Wochen •"), "Tom Bakker"),
        (
            "fr",
            ("Pierre Lemoine", "• 1er", "Directeur de la rédaction chez Le Fleuve", "2 j • Modifié •"),
            "Pierre Lemoine",
        ),
        ("es", ("Inés Duarte", "• 2º", "Economista en Banco Verde", "3 días • Editado •"), "Inés Duarte"),
        ("it", ("Giulia Ferri", "• 3°+", "Direttrice della ricerca presso Gridwell", "2 giorni •"), "Giulia Ferri"),
        ("ru", ("Иван Петров", "• 3+", "Главный аналитик в Гридвелл", "2 дн. •"), "Иван Петров"),
        ("tr", ("Ayşe Demir", "• 2.", "Gridwell'de Kıdemli Uzman", "3 gün •"), "Ayşe Demir"),
        ("ja", ("山田太郎", "• 3次以上", "株式会社グリッド 主任研究員", "2日前 •"), "山田太郎"),
        ("zh", ("王小明", "• 3 度", "格里德研究所高级分析师", "2 天 •"), "王小明"),
    ],
)
def test_feeds_in_other_languages(lang, above, name):
    made = article(*above, "", *TOLD, lang=lang)
    assert (made.title, made.byline) == (FIRST, name)


def test_a_title_that_the_post_begins_with_is_its_headline():
    assert article("Ada Orr • 3rd+", ROLE, "2d •", "", "Storage is a paperwork problem", "", *TOLD).title == (
        "Storage is a paperwork problem"
    )


def test_the_answers_below_a_post_are_none_of_it():
    answers = ("Jonah Pike", "Jonah Pike", "   • 2nd", "Partner at Pike & Sons", "1d", f"Great post, Ada. {TOLD[1]}")
    made = article("Ada Orr", "• 3rd+", ROLE, "2d •", "", *TOLD, "87 comments", *answers)
    assert made.paragraphs == TOLD
    assert {line.dropped_by for line in made.page.lines if line.text in answers} == {"comments"}


@pytest.mark.parametrize(
    ("lang", "role"),
    [
        ("en", ROLE),
        ("en", "Senior Analyst at Gridwell"),
        ("en", "Chief Executive Officer at Northfield Grid Storage Partners"),
        ("de", "Leiterin Netzplanung bei der Stadtwerke Nordhagen GmbH"),
        ("fr", "Directrice des réseaux chez Nordhavn"),
        ("ru", "Руководитель отдела в компании «Сети»"),
    ],
)
def test_a_role_below_a_name_is_no_headline_and_the_name_the_author(lang, role):
    made = article("Ada Orr", role, "", *TOLD, lang=lang)
    assert (made.title, made.byline) == (FIRST, "Ada Orr")
    titled = article("Ada Orr", role, "", "Batteries will be cheaper than planned", "", *TOLD, lang=lang)
    assert titled.title == "Batteries will be cheaper than planned"


@pytest.mark.parametrize(
    "head",
    ["Why an analyst at Gridwell quit her job", "The engineer at the end of the wire", "Analyst quits. At last."],
)
def test_a_headline_that_names_a_job_is_no_role(head):
    assert posted(["Ada Orr", head, *TOLD], "en").above == ()


@pytest.mark.parametrize(
    "above",
    [
        ("Island ferry gives up its night crossing", "Ada Orr", "5 min read ·", "Nov 3, 2026"),
        ("Island ferry gives up its night crossing", "Ada Orr", "Ada Orr", "Follow", "7 min read", "Nov 3, 2026"),
        ("Politics", "Island ferry gives up its night crossing", "2h • World"),
        ("Island ferry gives up its night crossing", "By Ada Orr", "@adaorr"),
        ("Island ferry gives up its night crossing", "• 1st place: the Ada", "• 2nd place: the Ben"),
        ("Island Ferry", "Ada Orr", "12 January 2026"),
    ],
)
def test_the_head_of_an_article_is_none_of_a_post(above):
    assert posted([*above, *TOLD], "en").above == ()


def test_the_title_of_a_post_in_a_forum_is_its_headline():
    title = "I spent last week at three substations. Here is all that I learned about storage."
    menu = ("Skip to main content", "Go to Reddit Home", "r/grids", "Go to grids", "r/grids icon")
    made = article(*menu, "r/grids", "•", "2y ago", "ada_orr44", "", title, "Field Notes", *TOLD, "Upvote", "Share")
    assert (made.title, made.byline, made.paragraphs) == (title, "", TOLD)


@pytest.mark.parametrize(
    ("lang", "title", "count", "seen"),
    [
        ("en", "Storage, three ways", "212K subscribers", "98,412 views  Mar 3, 2026  #grids"),
        ("de", "Speicher, dreimal anders", "58.300 Abonnenten", "41.220 Aufrufe  12.02.2026"),
        ("ru", "Три подстанции", "212 тыс. подписчиков", "9 804 просмотра 3 мар. 2026 г."),
        ("ja", "三つの変電所", "チャンネル登録者数 21.2万人", "9804 回視聴  2026/03/03"),
        ("zh", "三座变电站", "21.2万位订阅者", "9804次观看  2026年3月3日"),
    ],
)
def test_the_title_of_a_film_stands_above_who_made_it(lang, title, count, seen):
    menu = ("Home", "Shorts", "Subscriptions", "History", "0:12 / 14:38")
    assert article(*menu, title, "Grid Stories", count, "Join", "4.1K", seen, *TOLD, lang=lang).title == title


@pytest.mark.parametrize(
    "row",
    [
        ("Gift this article", "Subscribers can gift 10 articles a month.", "Share", "12 views"),
        ("Gift this article", "Grid Stories", "212K subscribers", "Share", "View comments (42)"),
        ("Gift this article", "Grid Stories", "212K subscribers", "Share", "98,412 views"),
    ],
)
def test_what_stands_below_an_article_is_no_film(row):
    head, told = "Why the wires came too late to help anyone", tuple(f"{text} {TOLD[0]}" for text in TOLD)
    made = article("Home", "News", head, "By Ada Orr", "22 January 2026", *told, *row)
    assert (made.title, made.paragraphs) == (head, told)


def test_a_letter_that_counts_its_readers_is_no_film():
    head = "Why the wires came too late to help anyone"
    letter = ("The Slow Grid", "Discover more from The Slow Grid", "Notes on wires", "11,000 subscribers", "Subscribe")
    thanks = "Thanks for reading The Slow Grid! Subscribe for free to receive new posts and support my work."
    made = article(
        *letter, head, "What nobody tells you", "Ada Orr", "Jan 22, 2026", "Share", *TOLD[:2], thanks, TOLD[2]
    )
    assert (made.title, made.byline, made.paragraphs) == (head, "Ada Orr", TOLD)
    assert made.warnings == ()
