"""The words of the theme's interface: every language has them all, with their places and their numbers."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from copydesk.presenting.words import catalogue

THEME = Path(__file__).parents[1] / "themes" / "broadsheet"
FIRST = ("de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ja", "zh")  # the desk reads these as it reads English
SPOKEN = sorted(path.parts[-3] for path in THEME.glob("translations/*/LC_MESSAGES/broadsheet.po"))


@pytest.mark.parametrize(
    ("lang", "word"),
    [("de-AT", "Suche"), ("pt_BR", "Pesquisa"), ("no", "Søk"), ("ar", "البحث"), ("fil", "Search"), ("xx", "Search")],
)
def test_the_interface_speaks_the_site_s_language(lang, word):
    assert catalogue(THEME, lang).gettext("Search") == word


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("fr", {0: "0 article", 2: "2 articles"}),
        ("ru", {1: "1 статья", 3: "3 статьи", 11: "11 статей", 21: "21 статья"}),
        ("pl", {1: "1 artykuł", 3: "3 artykuły", 12: "12 artykułów", 22: "22 artykuły"}),
        ("cs", {1: "1 článek", 4: "4 články", 22: "22 článků"}),
        ("ro", {1: "1 articol", 19: "19 articole", 20: "20 de articole", 101: "101 articole"}),
        ("ar", {1: "مقال واحد", 2: "مقالان", 7: "7 مقالات", 40: "40 مقالًا", 100: "100 مقال", 103: "103 مقالات"}),
        ("ja", {1: "1件の記事", 9: "9件の記事"}),
    ],
)
def test_a_number_of_stories_is_told_as_the_language_counts(lang, told):
    speak = catalogue(THEME, lang).ngettext
    assert {n: speak("{n} story", "{n} stories", n).format(n=n) for n in told} == told


def words():
    keywords = {"t": None, "tn": (1, 2)}
    found = extract_from_dir(THEME, [("templates/**.html", "jinja2")], keywords=keywords)
    return {message for _, _, message, _, _ in found}


def test_every_language_that_the_desk_knows_well_has_an_interface():
    assert set(FIRST) <= set(SPOKEN)


@pytest.mark.parametrize("lang", SPOKEN)
def test_every_word_is_translated_with_its_places(lang):
    with (THEME / "translations" / lang / "LC_MESSAGES" / "broadsheet.po").open("rb") as source:
        book = read_po(source)
    known = {message.id: message.string for message in book if message.id}
    known |= {ids[0]: texts[0] for ids, texts in known.items() if isinstance(ids, tuple)}
    assert {word for word in words() if not all(several(known.get(word, "")))} == set()
    for word in words():
        if isinstance(word, str):
            assert places(word) == places(known[word]), word
        else:
            assert told(word, known[word], catalogue(THEME, lang)), word


def told(word, forms, speak):
    """Whether each form is used, and names the number unless it is for that number alone."""
    used = {}
    for n in range(201):
        used.setdefault(speak.ngettext(*word, n), []).append(n)
    return set(used) == set(forms) and all(
        places(form) == places(word[1]) or (len(numbers) == 1 and not places(form)) for form, numbers in used.items()
    )


def several(word):
    return word if isinstance(word, tuple) else (word,)


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
