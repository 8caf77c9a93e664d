"""A page in, its article out whole, though a box of other stories stands above its last paragraph."""

import pytest

from copydesk.cleaning import clean
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


def test_a_heading_that_stands_between_a_box_and_its_paragraph_stays():
    found = told(*PARAGRAPHS[:2], "Most read", *TITLES[:2], "A bus for the islands", PARAGRAPHS[2])
    assert found == [*PARAGRAPHS[:2], "A bus for the islands", PARAGRAPHS[2]]


def test_what_is_told_below_a_box_of_somebody_else_stays_out():
    assert told(*PARAGRAPHS[:3], "Most read", *TITLES[:2], BIO) == list(PARAGRAPHS[:3])
