"""What tells titles from other lines: company, numbering, rivals, and what the gold calls a heading."""

import numpy as np
import pytest
from benchmarks.line_gold import label

from copydesk.cleaning.evidence import evidence
from copydesk.cleaning.rivals import COLUMNS, MOST, comparisons, rivals
from copydesk.cleaning.titles import FAR, guises, like_titles, numbering, runs, titles

SENTENCE = "The ferry crosses the sound twice a day, and nobody has counted how often it sails without a passenger."
LINES = ("1. The morning boat", SENTENCE, "2. The evening boat", SENTENCE, "And then?", "Read on…", "Boats, mostly,")


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


def test_runs_count_flags_that_stand_together():
    assert runs(np.array([True, True, False, True])).tolist() == [2.0, 2.0, 0.0, 1.0]


def test_every_line_of_any_page_has_numbers():
    for lines in (LINES, ("A",), (SENTENCE,)):
        table, words = looked_at(lines)
        columns = np.column_stack(titles(table, words, np.full(len(lines), 0.5)))
        assert len(columns) == len(lines)
        assert np.isfinite(columns).all()


def test_a_titles_words_come_again_below_it():
    _, words = looked_at(("The morning boat", "The boat is full.", "Nothing else"))
    assert words.again.tolist() == [0.5, 0.0, 0.0]


def test_rivals_are_the_likeliest_lines_in_their_order():
    draft = np.array([0.1, 0.0, 0.9, 0.2, 0.3, 0.4, 0.5, 0.6])
    assert rivals(draft).tolist() == [2, 3, 4, 5, 6, 7]
    assert len(rivals(draft)) == MOST
    assert rivals(np.zeros(3)).tolist() == []


def test_rivals_are_compared_by_chance_place_and_words():
    draft = np.array([0.5, 0.0, 0.25, 0.0, 0.0, 0.0, 0.0])
    row = comparisons(draft, looked_at()[1], rivals(draft))
    assert row.shape == (2, COLUMNS)
    odds, behind, rank, others, to_best, *_ = row[1].tolist()
    assert (rank, to_best) == (1.0, 2.0)
    assert odds < 0 < others
    assert behind == pytest.approx(odds, abs=1e-6)
    assert comparisons(draft, looked_at()[1], rivals(np.zeros(7))).shape == (0, COLUMNS)


def test_numbered_headings_are_headings_in_the_gold():
    gold = {"body": "\n".join(LINES[:4]), "title": "Boats", "headings": [LINES[0], "2. The evening boat"]}
    assert label(LINES[:4], gold)["heading"].tolist() == [1, 0, 1, 0]
