"""Agency copy and press releases as they are sent: what is for editors goes, the headline and the day are found."""

import datetime

import pytest

from copydesk.cleaning import clean
from copydesk.language import identify
from copydesk.model import Facts, Label, Line, Seed
from copydesk.shaping import shape
from tests.test_mails import FIRST, SECOND, THIRD, TITLE

TODAY = datetime.date(2026, 12, 1)
BODY = f"{SECOND}\n\n{THIRD}"
HAFEN = (
    "Der Hafenrat erhöht die Fährpreise bald um neun Prozent, zum ersten Mal seit vier Jahren, wie er jetzt mitteilte."
)
INSEL = "Der Inselrat nannte die Erhöhung zu hoch und verlangt eine Anhörung, ehe der neue Fahrplan der Schiffe gilt."
PREISE = "Fährpreise steigen bald um neun Prozent"
COPIES = [
    f"FERRY-CRANES/ (UPDATE 2, PIX)\nUPDATE 2-{TITLE}\n(Adds quotes, background)\n\nBy Ada Orr\n\n"
    f"PORT ELLERY, Nov 20 (Harbourwire) - {FIRST}\n\n{BODY}\n",
    f"URGENT\nAP-HARBOUR-CRANES, 1st Ld-Writethru\n{TITLE}\nEds: Updates with quotes. With AP Photos.\n\nBY ADA ORR\n\n"
    f"PORT ELLERY (AP) — {FIRST}\n\n{BODY}\n\n-30-\n",
    f"1ST LEAD\n\n{TITLE}\n\nBy Ada Orr\n\n{FIRST}\n\n{BODY}\n\nend\n\nhw/ao\n",
    f"EMBARGOED UNTIL 00:01 FRIDAY 20 NOVEMBER 2026\n\nPRESS RELEASE\n\n{TITLE}\n\nBy Ada Orr\n\n{FIRST}\n\n{BODY}\n",
    f"FOR IMMEDIATE RELEASE\n\n{TITLE}\n\nBy Ada Orr\n\n{FIRST}\n\n{BODY}\n\nENDS\n\nNotes to editors\n\n"
    "1. The board runs nine ferries to the outer islands.\n2. Pictures are to be had from the board.\n\n"
    "Media contact:\nClara Mott\npress@board.example\n",
]


def page(text):
    rows = [Line(number, row) for number, row in enumerate(text.split("\n"), 1)]
    return clean(Seed("a.txt", "", "text", tuple(rows), lang=identify(text), found=Facts()))


@pytest.mark.parametrize("copy", COPIES)
def test_what_editors_read_goes_and_the_headline_is_found(copy):
    made = shape(page(copy), TODAY)
    assert made.title == TITLE
    texts = [block.text for block in made.blocks]
    assert texts[0].endswith(FIRST)
    assert texts[1:] == [SECOND, THIRD]
    assert made.byline == "Ada Orr"


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("UNDER EMBARGO", True),
        ("Embargoed", True),
        ("Strictly under embargo until 10 December 2026", True),
        ("Under embargo until 20 November 2026", False),
        ("NOT FOR RELEASE BEFORE 10 DECEMBER 2026", True),
        ("Not for release before 20 November 2026", False),
    ],
)
def test_an_embargo_is_warned_of_in_whatever_words_it_stands(line, held):
    made = shape(page(f"{line}\n\n{TITLE}\n\nBy Ada Orr\n\n{FIRST}\n\n{BODY}\n"), TODAY)
    assert (made.title, [block.text for block in made.blocks]) == (TITLE, [FIRST, SECOND, THIRD])
    assert bool(made.embargo) is held


@pytest.mark.parametrize(
    ("head", "told", "goes"),
    [
        (
            "About Orr & Sons",
            "Orr & Sons builds cranes for small harbours and employs 140 people there.",
            True,
        ),
        ("About the Harbour Board", "The Harbour Board runs nine ferries to the outer islands and two cranes.", True),
        ("Über die Orr AG", "Die Orr AG baut Kräne für kleine Häfen und beschäftigt 140 Menschen in Ellerhafen.", True),
        ("Forward-Looking Statements", "This release contains statements that involve risks and uncertainties.", True),
        ("About the cranes", "Orr & Sons has built cranes for small harbours in Port Ellery since 1974.", False),
        (
            "About The Cranes",
            "The two of them have stood in Port Ellery since 1974, and nobody has painted them.",
            False,
        ),
        ("About Crane Rust", "Crane rust is caused by the salt that the wind carries over the quay in winter.", False),
        ("About turn", "The board has asked the state for a third of the money, and for its patience.", False),
    ],
)
def test_what_a_company_says_of_itself_is_none_of_its_news(head, told, goes):
    foot = "\n".join(["Copyright 2026 Harbour Newswire. All rights reserved.", *["Careers and investors"] * 40])
    found = page(f"{TITLE}\n\n{FIRST}\n\n{BODY}\n\n{head}\n\n{told}\n\n{foot}")
    texts = [line.text for line in found.kept]
    assert ({head, told}.isdisjoint(texts), {FIRST, SECOND, THIRD} <= set(texts)) == (goes, True)


DPA = f"""bdt0123 4 pl 312 dpa 0456

Verkehr/Häfen/
(Zusammenfassung 1715 - neu: Zitate)
{PREISE}
Von Anna Lehmann, dpa =

Ellerhafen (dpa) - {HAFEN}

{INSEL}

# dpa-Notizblock

## Redaktionelle Hinweise
- Zusammenfassung bis 1800, rund 60 Zeilen

dpa al yyzz n1 pb
201715 Nov 26
"""


def test_copy_of_dpas():
    made = shape(page(DPA), TODAY)
    assert (made.title, made.byline, str(made.date)) == (PREISE, "Anna Lehmann", "2026-11-20")
    assert [block.text for block in made.blocks] == [f"Ellerhafen (dpa) - {HAFEN}", INSEL]
    rules = {line.text: line.dropped_by for line in made.page.dropped}
    assert rules["Verkehr/Häfen/"] == rules["(Zusammenfassung 1715 - neu: Zitate)"] == "agency slug"
    assert rules["# dpa-Notizblock"] == rules["201715 Nov 26"] == "notes to editors"


@pytest.mark.parametrize(
    ("foot", "wanted"),
    [("201715 Nov 26", "2026-11-20"), ("20-NOV-26 14:12 NNNN", "2026-11-20"), ("Call 201715 Nov 26 times.", "None")],
)
def test_the_foot_of_copy_says_its_day(foot, wanted):
    assert str(shape(page(f"{TITLE}\n\n{FIRST}\n\n{BODY}\n\n{foot}\n"), TODAY).date) == wanted


ARTICLES = [
    f"{TITLE}\n\n{FIRST}\n\nENDS AND MEANS\n\n{BODY}\n",
    f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nThe end\n\n{THIRD} {FIRST} {SECOND}\n",
    f"LEAD POISONING IN SCHOOLS\n\n{FIRST}\n\n{BODY}\n",
    f"FACT-CHECK\n\n{TITLE}\n\n{FIRST}\n\n{BODY}\n",
    f"{TITLE}\n\n{FIRST} {SECOND}\n\nNotes to editors\n\n{THIRD} {THIRD} {SECOND} {FIRST}\n",
]


@pytest.mark.parametrize("text", ARTICLES)
def test_articles_keep_their_words(text):
    rules = {line.dropped_by for line in page(text).dropped}
    assert rules.isdisjoint({"agency slug", "notes to editors"})


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("UPDATE 2-Ferry fares to rise", "Ferry fares to rise"),
        ("REFILE-UPDATE 1-Ferry fares to rise", "Ferry fares to rise"),
        ("UPDATE 2 - the sequel", "UPDATE 2 - the sequel"),
        ("CORRECTED maps", "CORRECTED maps"),
    ],
)
def test_a_headline_without_what_it_says_to_editors(title, wanted):
    seed = Seed("a.md", "", "markdown", (Line(1, FIRST, Label.PARAGRAPH),), found=Facts(title=title), prepared=True)
    assert shape(clean(seed), TODAY).title == wanted
