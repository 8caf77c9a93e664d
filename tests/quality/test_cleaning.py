"""Floors that only rise: how well pages are cleaned, on a fixed sample of public pages (`tests/cases` has our own)."""

import datetime
import gzip
import importlib.util
import json

import pytest

from copydesk.cleaning import clean
from copydesk.model import CopydeskError, Line, Seed
from copydesk.shaping import shape
from tests.shared import shared

TODAY = datetime.date(2026, 11, 22)
EVERY = 10  # of the public pages, in their order
FLOORS = {  # 4-gram F1, headlines right, section headings' F1, pages without a leaked or lost line
    "resi_main": (0.942, 0.71, 0.775, 0.3),
    "innertext": (0.953, 0.82, 0.725, 0.255),
}


def scorer():
    spec = importlib.util.spec_from_file_location("score", shared("bench/cleaning/score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made_of(text, lang):
    lines = tuple(Line(number, row.rstrip()) for number, row in enumerate(text.split("\n"), 1))
    try:
        made = shape(clean(Seed("seeds/page.txt", "", "text", lines, lang=lang)), TODAY)
    except CopydeskError:
        return {}
    return {"title": made.title, "body": "\n\n".join(block.text for block in made.blocks), "headings": made.headings}


@pytest.mark.parametrize("style", FLOORS)
def test_public_pages_stay_above_the_floors(style):
    score = scorer()
    with gzip.open(shared("bench/cleaning/dev.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if row["core"] and row["gold_ok"] and row["dumps"].get(style)][::EVERY]
    figures = score.figures([(row, made_of(row["dumps"][style], row["lang"])) for row in rows])
    reached = (figures["F1"], figures["t_norm"], figures["hF1"], figures["clean"])
    assert all(value >= floor for value, floor in zip(reached, FLOORS[style], strict=True)), reached
