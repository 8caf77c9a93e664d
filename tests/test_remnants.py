"""Lines as a browser copies them in, the same without what only eyes and screen readers need out."""

import pytest

from copydesk.model import Line
from copydesk.reading.remnants import cleared


def read(*rows):
    return [(line.number, line.text) for line in cleared(tuple(Line(at, row) for at, row in enumerate(rows, 1)))]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (("R", "", "UTH AMES keeps the cords."), [(2, ""), (3, "RUTH AMES keeps the cords.")]),
        (("T", "he cords are in a tin."), [(2, "The cords are in a tin.")]),
        (("I", "n the morning the cords are dry."), [(2, "In the morning the cords are dry.")]),
        (("A", "man walked in."), [(1, "A"), (2, "man walked in.")]),
        (("B", "Bees are here."), [(1, "B"), (2, "Bees are here.")]),
        (("T", "", "", "", "he cords"), [(1, "T"), (2, ""), (3, ""), (4, ""), (5, "he cords")]),
    ],
)
def test_a_large_first_letter_is_back_before_its_word(rows, wanted):
    assert read(*rows) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norvik (NORV.CO), opens new tab will sell a ship.", "Norvik (NORV.CO) will sell a ship."),
        ("Hansa (HTAG.DE), opens new tab, which handles it.", "Hansa (HTAG.DE), which handles it."),
        ("Acme, öffnet in neuem Tab lieferte nicht.", "Acme lieferte nicht."),
        ("Le rapport (nouvelle fenêtre) est public.", "Le rapport est public."),
        ("The shop opens new tabs for its guests.", "The shop opens new tabs for its guests."),
        ("She said, opens new tables (and closes old ones).", "She said, opens new tables (and closes old ones)."),
    ],
)
def test_how_a_link_opens_is_no_part_of_a_sentence(text, wanted):
    assert read(text) == [(1, wanted)]
