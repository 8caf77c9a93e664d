"""Floors that only rise: how often a dump's date is right, and how seldom it is wrong, on a sample of public pages."""

import datetime
import gzip
import json

import pytest

from copydesk.cleaning import clean
from copydesk.model import Line, Seed
from copydesk.shaping.dates import habit, published
from tests.quality.test_pages import scorer
from tests.shared import shared

TODAY = datetime.date(2026, 11, 22)
EVERY = 3  # of the public pages with a marked date, in their order
FLOORS = {"resi_main": (0.295, 0.037), "innertext": (0.66, 0.027)}  # right at least, wrong at most


def day_of(text, lang):
    lines = tuple(Line(number, row.rstrip()) for number, row in enumerate(text.split("\n"), 1))
    page = clean(Seed("seeds/page.txt", "", "text", lines, lang=lang))
    return published(page, habit(page, TODAY))[0]


@pytest.mark.parametrize("style", FLOORS)
def test_dates_stay_above_the_floors(style):
    score = scorer()
    with gzip.open(shared("bench/cleaning/dev.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["core"] and row["gold_ok"] and row["dumps"].get(style)]
    dated = [(row, gold) for row in rows if (gold := score.day(row["gold"].get("date")))][::EVERY]
    found = [(day_of(row["dumps"][style], row["lang"]), gold) for row, gold in dated]
    right = sum(abs((day - gold).days) <= 1 for day, gold in found if day) / len(found)
    wrong = sum(abs((day - gold).days) > 1 for day, gold in found if day) / len(found)
    least, most = FLOORS[style]
    assert (right >= least, wrong <= most) == (True, True), (right, wrong)
