"""What tells titles from other lines: company, numbering, rivals, and what the gold calls a heading."""

from dataclasses import replace

import numpy as np
import pytest
from benchmarks.line_gold import label

from copydesk.cleaning.evidence import FAR, INDEX, evidence
from copydesk.cleaning.marks import marked
from copydesk.cleaning.rivals import COLUMNS, MOST, Proof, comparisons, echoes, facts, leads, rivals
from copydesk.cleaning.titles import Shapes, guises, like_titles, numbering, runs, titles

SENTENCE = "The ferry crosses the sound twice a day, and nobody has counted how often it sails without a passenger."
LINES = ("1. The morning boat", SENTENCE, "2. The evening boat", SENTENCE, "And then?", "Read on…", "Boats, mostly,")


def proof():
    table, words = looked_at()
    return Proof(LINES, "en", words, table)


def looked_at(lines=LINES):
    return evidence(lines, range(1, len(lines) + 1), "en")


@pytest.mark.parametrize(
    ("text", "could_be"),
    [
        ("The morning boat", True),
        ("And then?", True),
        ("1. The morning boat", True),
        (SENTENCE, False),
        ("It sails at noon.", False),
        ("Read on…", False),
        ("Boats, mostly,", False),
    ],
)
def test_titles_are_short_and_end_openly(text, could_be):
    assert bool(like_titles(looked_at((text,))[0])[0]) is could_be


def test_lines_that_look_alike_share_a_guise():
    guise = guises(looked_at()[0])
    assert guise[0] == guise[2]
    assert guise[0] != guise[1]


def test_a_number_knows_how_far_its_neighbours_stand():
    above, below = numbering(np.array([1.0, 0.0, 0.0, 2.0, 5.0]))
    assert above.tolist() == [FAR, FAR, FAR, 3.0, FAR]
    assert below.tolist() == [3.0, FAR, FAR, FAR, FAR]


@pytest.mark.parametrize(
    ("text", "year", "clock"),
    [
        ("In May 2024 it rained.", 1, 0),
        ("The boat of 19:40 is full.", 0, 1),
        ("No. A2024 at 7pm", 0, 1),
        ("Nr. A24年", 1, 0),
        ("Call ٣ now", 0, 0),
        ("The boat is full.", 0, 0),
    ],
)
def test_a_line_shows_its_year_and_clock(text, year, clock):
    row = marked(text, "en")[1]
    assert (row[INDEX["year"]], row[INDEX["clock"]]) == (year, clock)


def test_runs_count_flags_that_stand_together():
    assert runs(np.array([True, True, False, True])).tolist() == [2.0, 2.0, 0.0, 1.0]


def test_every_line_of_any_page_has_numbers():
    for lines in (LINES, ("A",), (SENTENCE,)):
        table, words = looked_at(lines)
        columns = np.column_stack(titles(Shapes(table, words), np.full(len(lines), 0.5)))
        assert len(columns) == len(lines)
        assert np.isfinite(columns).all()


def test_a_titles_words_come_again_below_it():
    _, words = looked_at(("The morning boat", "The boat is full.", "Nothing else"))
    assert words.again.tolist() == [0.5, 0.0, 0.0]


def test_rivals_are_the_likeliest_lines_in_their_order():
    draft = np.array([0.1, 0.0, 0.9, 0.2, 0.3, 0.4, 0.5, 0.6])
    texts = ["A boat for everybody"] * 8
    assert rivals(draft, texts, "en").tolist() == [2, 3, 4, 5, 6, 7]
    assert len(rivals(draft, texts, "en")) == MOST
    assert rivals(np.zeros(3), texts, "en").tolist() == []


@pytest.mark.parametrize(
    "text", ["Winter sale! Offer ends on Sunday", "Subject: A boat", "PORT ELLERY — A boat sank.", "Updated 3 May 2026"]
)
def test_what_is_no_title_is_no_rival(text):
    assert rivals(np.array([0.2, 0.9]), ["A boat for everybody", text], "en").tolist() == [0]


def test_rivals_are_compared_by_chance_place_and_words():
    draft = np.array([0.5, 0.0, 0.25, 0.0, 0.0, 0.0, 0.0])
    row = comparisons(proof(), draft, rivals(draft, LINES, "en"))
    assert row.shape == (2, COLUMNS)
    odds, behind, rank, others, to_best, *_ = row[1].tolist()
    assert (rank, to_best) == (1.0, 2.0)
    assert odds < 0 < others
    assert behind == pytest.approx(odds, abs=1e-6)
    assert comparisons(proof(), draft, np.zeros(0, dtype=int)).shape == (0, COLUMNS)


@pytest.mark.parametrize(
    ("lines", "ends", "begins", "away", "holds"),
    [
        (["Home / News / A boat for everybody", "Share", "A boat for everybody"], 1, 0, 2, 0),
        (["NewsHarbourA boat for everybody", "A boat for everybody", "A boat for everybody"], 1, 0, 2, 0),
        (["A boat for everybody | The Ferry Post", "Share", "A boat for everybody"], 0, 1, FAR, 0),
        (["A boat for everybody", "Share", "Now reading: A boat for everybody"], 0, 0, FAR, 1),
        (["Share", "Share", "Share"], 0, 0, FAR, 0),
    ],
)
def test_other_lines_say_a_headline_behind_something_else(lines, ends, begins, away, holds):
    folded = [line.lower() for line in lines]
    assert echoes(folded, 2)[:4] == [ends, begins, away, holds]


def test_a_title_above_its_facts_is_seen():
    texts = ["The Ferry Post", "A boat for everybody", "By Ann Ferryman", "3 May 2026", SENTENCE]
    told = [facts(replace(proof(), texts=texts), at) for at in range(3)]
    assert told == [[1.0, 0.0, 1.0, 0.0], [1.0, 1.0, 1.0, 0.0], [0.0, 0.0, 0.0, 0.0]]


def test_a_lead_is_over_the_best_of_the_others():
    assert leads(np.array([[3.0, 1.0], [1.0, 1.0], [2.0, 0.0]])).tolist() == [[1.0, 0.0], [-2.0, 0.0], [-1.0, -1.0]]
    assert leads(np.array([[3.0, 1.0]])).tolist() == [[0.0, 0.0]]


def test_numbered_headings_are_headings_in_the_gold():
    gold = {"body": "\n".join(LINES[:4]), "title": "Boats", "headings": [LINES[0], "2. The evening boat"]}
    assert label(LINES[:4], gold)["heading"].tolist() == [1, 0, 1, 0]
