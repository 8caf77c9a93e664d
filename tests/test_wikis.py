"""A page of Wikipedia, menus and all, in, its article alone out. All text but its own phrases is invented."""

import datetime

import pytest

from copydesk.cleaning import clean
from copydesk.language import LANGUAGES, lexicon
from copydesk.language.wikis import NONE, wiki
from copydesk.model import Label
from copydesk.reading import read
from copydesk.shaping import shape
from copydesk.shaping.dates import CHANGED

TODAY = datetime.date(2026, 11, 22)
TOLD = {
    "en": ("Orrin Lift", "The lift raises boats by eleven metres. It dates from 1911.", "It is whole.", "History"),
    "de": ("Hebewerk Orrin", "Das Werk hebt Schiffe um elf Meter. Es steht seit 1911.", "Es läuft gut.", "Geschichte"),
    "fr": ("Écluse d’Orrin", "L’écluse élève des bateaux de onze mètres1. Elle date de 1911.", "Ça va.", "Histoire"),
    "ru": ("Оррин", "О́ррин — подъёмник на канале[1]. Он поднимает суда на 11 метров.", "Он цел.", "История"),
    "ja": ("オリン昇降機", "オリン昇降機は運河の船の昇降機である[1]。1911年に完成した。", "直された。", "歴史"),
    "zh": ("奥林升船机", "奥林升船机是运河上的升船机[1]，于1911年建成并使用至今。", "已修好。", "历史"),
}


def said(kind, lang):
    """The first phrase of a kind in a language."""
    return next(row.partition(": ")[2] for row in lexicon("wikis", lang) if row.startswith(f"{kind}: "))


def dump(lang, title, told, more, heading):
    """The page as it is copied: menus, contents, title, ways to read it, name, article, notes."""
    menu = ["Menu", "(x)", heading, title, f"12 {said('count', lang)}", *said("tab", lang).split(" = "), "Tools"]
    foot = [said("foot", lang), "Orrin, A. (3 May 2019). Lifts.", f"{said('under', lang)} Lifts"]
    changed = f"{said('last', lang)} 2026-01-05"
    above = [said("name", lang), f"{said('top', lang)} here"]
    return "\n".join(
        [*menu, *above, title, told, told.replace("1]", "2]"), "", heading, more, *foot, changed, "Cookies"]
    )


@pytest.fixture
def article(tmp_path):
    def made(text):
        path = tmp_path / "page.txt"
        path.write_text(text, encoding="utf-8")
        return shape(clean(read(path, tmp_path)[0]), TODAY)

    return made


@pytest.mark.parametrize("lang", TOLD)
def test_a_page_of_an_encyclopedia_gives_its_title_and_article_alone(article, lang):
    title, told, more, heading = TOLD[lang]
    made = article(dump(lang, title, told, more, heading))
    assert (made.title.replace("'", "’"), made.source, made.date, made.byline) == (title, "Wikipedia", None, "")
    assert made.seed.found.changed == datetime.date(2026, 1, 5)
    assert [block.text for block in made.blocks if block.kind is Label.HEADING] == [heading]
    assert made.blocks[0].text[:6] == told[:6]
    assert not any(mark in made.blocks[0].text for mark in ("[1]", "mètres1"))
    assert made.warnings == (CHANGED.format("2026-01-05"),)


def test_a_sentence_that_a_list_goes_on_is_of_the_article_too(article):
    told = "The lift raises boats by eleven metres. It dates from 1911 and has three parts, each of them made in Leeds:"
    made = article(dump("en", "Orrin Lift", told, "a basin full of water;\na wheel.", "History"))
    assert {"a basin full of water;", "a wheel."} <= {block.text for block in made.blocks}
    assert made.blocks[0].text == told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_says_how_its_encyclopedia_shows_an_article(lang):
    page = wiki(dump(lang, "Orrin", "It lifts boats. " * 8, "It was mended.", "Past").split("\n"))
    assert page.title == "Orrin"
    assert page.changed == datetime.date(2026, 1, 5)


def test_an_article_above_a_box_that_cites_an_encyclopedia_is_no_page_of_it():
    paragraph = "The lift raises boats by eleven metres, and the council of Orrin paid for it with a toll on grain."
    assert wiki(["Home", "Orrin lift", *[paragraph] * 3, said("name", "en"), "Orrin is a town.", "About us"]) == NONE


def test_an_article_about_an_encyclopedia_is_no_page_of_it():
    assert wiki(["From Wikipedia, the free encyclopedia, he took two lines.", "Article", "Talk"]) is NONE
