"""Floors that only rise: how well pages are cleaned, on our own cases and on a fixed sample of public pages."""

import datetime
import gzip
import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

from copydesk.cleaning import clean
from copydesk.model import CopydeskError, Label, Line, Seed
from copydesk.reading import read
from copydesk.shaping import shape
from tests.shared import shared

CASES = Path(__file__).parent.parent / "cases"
TODAY = datetime.date(2026, 11, 22)
CASE_FLOOR = 0.80  # of what people expect of the cases
EVERY = 25  # of the public pages, in their order
FLOORS = {  # 4-gram F1, headlines right, pages without a leaked or lost line
    "resi_main": (0.93, 0.70, 0.20),
    "innertext": (0.91, 0.70, 0.15),
}


def article(path):
    (seed,) = read(path, path.parent)
    return shape(clean(seed), TODAY)


def checks(made, expected):
    """What is expected of a case, each by its name and whether it holds."""
    blocks = [block for block in made.blocks if block.kind is not Label.HEADING]
    body = "\n".join(block.text for block in made.blocks)
    yield "title", made.title == expected["title"]
    yield "date", str(made.date or "") == expected["date"]
    yield "byline", made.byline == expected["byline"]
    yield "headings", list(made.headings) == expected["headings"]
    yield "paragraphs", len(blocks) == expected["paragraphs"]
    yield "first", blocks[0].text.startswith(expected["first"])
    yield "last", blocks[-1].text.endswith(expected["last"])
    yield from ((f"absent: {text}", text not in body) for text in expected["absent"])
    yield "warns", any(expected.get("warns", "") in warning for warning in made.warnings) or "warns" not in expected


def test_cases_come_out_as_people_expect():
    results = {}
    for path in sorted(CASES.glob("*/expected.toml")):
        made = article(path.with_name("seed.txt"))
        for name, held in checks(made, tomllib.loads(path.read_text(encoding="utf-8"))):
            results[f"{path.parent.name}: {name}"] = held
    failed = [name for name, held in results.items() if not held]
    assert 1 - len(failed) / len(results) >= CASE_FLOOR, "\n".join(failed)


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
    reached = (figures["F1"], figures["t_norm"], figures["clean"])
    assert all(value >= floor for value, floor in zip(reached, FLOORS[style], strict=True)), reached
