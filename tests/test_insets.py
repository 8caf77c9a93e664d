"""A page in, its article out whole, though boxes of other stories, or of letters, stand in it."""

from dataclasses import replace

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.boxes import is_field, plugs
from copydesk.cleaning.insets import insets
from copydesk.cleaning.sheet import sheet
from copydesk.model import Label
from tests.test_cleaning import PARAGRAPHS, seed

TITLE = "Night ferry to the islands ends in March"
HEAD = f"Skip to content\nHome\nNews\nSport\nSign in\n{TITLE}\nBy Ada Orr\n3 November 2026\nShare"
TAIL = "Sign up to our newsletter\nAbout us\nContact\n© 2026 The Island Post"
TITLES = (
    "Bridge at Vannes to be rebuilt",
    "Ten soups for cold evenings",
    "2024 awning set keeps out the rain, says maker",
)
BIO = "Ada Orr has written about weather, gardens and old houses for twenty years, and lives with two cats in Ayr."


def told(*rows, gap="\n"):
    return [line.text for line in clean(seed(gap.join((HEAD, *rows, TAIL)))).kept if line.label is not Label.HEADLINE]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("label", ["Most read", "Read more", "Related stories"])
@pytest.mark.parametrize("titles", [TITLES[:1], TITLES[:2], TITLES])
def test_an_article_of_three_paragraphs_goes_on_below_a_box(gap, label, titles):
    box = "\n".join((label, *titles))
    assert told(*PARAGRAPHS[:2], box, PARAGRAPHS[2], gap=gap) == list(PARAGRAPHS[:3])


@pytest.mark.parametrize("label", ["Latest", "Most read", "Top stories", "Also read"])
def test_titles_that_the_labeller_took_for_body_are_of_the_box_all_the_same(label):
    rows = (*PARAGRAPHS[:2], label, *TITLES[:2], *PARAGRAPHS[2:4])
    page = sheet(seed("\n".join((HEAD, *rows, TAIL))), frozenset())
    for at, text in enumerate(page.texts):
        page.verdicts.body[at] = 0.9 if text in (*PARAGRAPHS[:4], *TITLES[:2]) else 0.0
    assert {page.lines[at].text for at in insets(page)} == {label, *TITLES[:2]}


@pytest.mark.parametrize(
    "row", ["Boat\tCabins\tCrew\nSkerry\t12\t3\nOrm\t8\t2", "The boats are these:\nSkerry, twelve cabins\nOrm, eight"]
)
def test_what_stands_below_a_line_that_says_that_the_story_goes_on_is_no_box(row):
    found = told(*PARAGRAPHS[:2], "Continue reading below", row, *PARAGRAPHS[2:4], gap="\n\n")
    assert {*row.split("\n")} <= set(found)


def test_a_heading_that_stands_between_a_box_and_its_paragraph_stays():
    found = told(*PARAGRAPHS[:2], "Most read", *TITLES[:2], "A bus for the islands", PARAGRAPHS[2])
    assert found == [*PARAGRAPHS[:2], "A bus for the islands", PARAGRAPHS[2]]


def test_what_is_told_below_a_box_of_somebody_else_stays_out():
    assert told(*PARAGRAPHS[:3], "Most read", *TITLES[:2], BIO) == list(PARAGRAPHS[:3])


@pytest.mark.parametrize(("gap", "blank"), [("\n", 0), ("\n\n", 1)])
def test_a_box_that_went_leaves_no_hole(gap, blank):
    page = sheet(seed(gap.join((HEAD, *PARAGRAPHS[:2], "Most read", *TITLES, PARAGRAPHS[2], TAIL))), frozenset())
    box = {at: "related stories" for at, line in enumerate(page.lines) if line.text in ("Most read", *TITLES)}
    alone = replace(page, elsewhere=box)
    assert alone.gap(alone.texts.index(PARAGRAPHS[2])) == blank


PLUG = "Piers, bridges and ferries in one mail. Get the Harbour letter every Tuesday."


@pytest.mark.parametrize("field", ["Enter your email", "Your email address", "Email address:"])
def test_what_stands_closer_to_a_letters_field_than_to_the_story_goes_with_it(field):
    found = told(*PARAGRAPHS[:2], f"{PLUG}\n{field}", *PARAGRAPHS[2:4], gap="\n\n")
    assert found == [*PARAGRAPHS[:4]]


def test_a_paragraph_that_a_field_follows_stays():
    page = sheet(seed("\n\n".join((HEAD, *PARAGRAPHS[:2], "Enter your email", *PARAGRAPHS[2:4], TAIL))), frozenset())
    page.verdicts.body[:] = [0.9 if text in PARAGRAPHS else 0.0 for text in page.texts]
    assert plugs(page) == {}


@pytest.mark.parametrize(
    ("text", "lang", "asks"),
    [
        ("Email Address *", "en", True),
        ("E-Mail-Adresse", "de", True),
        ("Digite seu e-mail", "pt", True),
        ("Sign up", "en", False),
        ("Email has changed the harbour office", "en", False),
    ],
)
def test_a_letters_field_asks_for_an_address_and_says_nothing_else(text, lang, asks):
    assert is_field(text, lang) is asks
