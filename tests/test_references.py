"""The marks that wikis put behind words go; what an outlet itself set in brackets stays. All text is invented."""

import pytest

from copydesk.cleaning import clean
from copydesk.markup import Span
from copydesk.model import Label, Line
from copydesk.reading import read
from copydesk.reading.references import unmarked

OTHERS = ("The gate rises within an hour.[1]", "It was opened in May,[2] after a storm.")


def bare(text, *others):
    """What becomes of a line on a page that has others."""
    lines = [Line(number, row) for number, row in enumerate((text, *others), 1)]
    return unmarked(lines)[0]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("It has four gates.[2][3] It rises.", "It has four gates. It rises."),
        ("four gates[2],[3] of steel", "four gates of steel"),
        ("four gates[2]\u200b[3]\u200b of steel", "four gates of steel"),
        ("In May,[4] the gates[5-7] and, later,[8, 9] the lock.", "In May, the gates and, later, the lock."),
        ("after a storm.[5]:12–14 The county paid.", "after a storm. The county paid."),
        ("seven years after work began.[a]", "seven years after work began."),
        ("seven years[3][b] after", "seven years after"),
        ("The gates[nb 1] and the lock[A 2] rise.", "The gates and the lock rise."),
        ("它有四扇闸门，每扇重3100吨[2][3]。", "它有四扇闸门，每扇重3100吨。"),
        ("四つの門がある[5][注 1]。", "四つの門がある。"),
    ],
)
def test_numbers_and_letters_that_lead_to_a_source_go(marked, wanted):
    assert bare(marked, *OTHERS).text == wanted


@pytest.mark.parametrize(
    "mark",
    [
        "citation needed", "Citation needed", "better source needed", "when?", "according to whom?", "note 1",
        "Anm. 1", "Beleg fehlt", "réf. nécessaire", "quand ?", "note 2", "cita requerida", "¿cuándo?",
        "senza fonte", "carece de fontes?", "bron?", "potrzebny przypis", "источник не указан 123 дня", "кто?",
        "kaynak belirtilmeli", "要出典", "来源请求",
    ],
)  # fmt: skip
def test_what_wants_a_source_in_any_language_goes(mark):
    assert bare(f"The county refused to pay for it,[{mark}] and waited.").text == (
        "The county refused to pay for it, and waited."
    )


@pytest.mark.parametrize(
    "edit",
    [
        "[edit]", "[edit | edit source]", " [Bearbeiten | Quelltext bearbeiten]", "[modifier | modifier le code]",
        "[editar]", "[editar · editar código]", "[modifica | modifica wikitesto]", "[editar | editar código-fonte]",
        "[bewerken | brontekst bewerken]", "[edytuj | edytuj kod]", "[править | править код]",
        "[değiştir | kaynağı değiştir]", "[編集]", "[编辑]",
    ],
)  # fmt: skip
def test_what_offers_to_edit_a_section_shows_its_heading(edit):
    line = bare(f"The flood of 1953{edit}")
    assert (line.text, line.markup) == ("The flood of 1953", Label.HEADING)


def test_what_offers_to_edit_a_section_may_stand_below_its_heading():
    rows = ("The flood of 1953", "", "[edit]", "It rained for three days.")
    lines = unmarked([Line(number, row) for number, row in enumerate(rows, 1)])
    assert [line.text for line in lines] == ["The flood of 1953", "", "", "It rained for three days."]
    assert [line.markup for line in lines] == [Label.HEADING, None, None, None]


def test_brackets_that_lost_their_words_show_headings_where_several_lines_have_them():
    rows = [Line(number, row) for number, row in enumerate(("The flood of 1953[]", "It rained.", "The gates[]"), 1)]
    assert [line.text for line in unmarked(rows)] == ["The flood of 1953", "It rained.", "The gates"]
    assert [line.markup for line in unmarked(rows)] == [Label.HEADING, None, Label.HEADING]
    assert unmarked(rows[:2]) == tuple(rows[:2])


@pytest.mark.parametrize(
    "text",
    [
        'She said that "it [the county] had run out of excuses [sic]".',
        'The[y] said that it [was] good, [he] wrote, and "[w]e stay" for "[a] farce".',
        "The court in Smith v Jones[2026] saw it otherwise.",
        "The word[s] and the gate [1] stay.",
        "He left [laughs] and came back […] in May [edit: in June] again.",
        "The flood of 1953 [updated]",
    ],
)
def test_what_an_outlet_set_in_brackets_stays(text):
    line = bare(text, *OTHERS)
    assert (line.text, line.markup) == (text, None)


def test_an_index_in_code_is_no_mark():
    code = "The first is list[0], the second list[1] and the last list[2]."
    assert bare(code).text == code
    alone = "Take row[1] and go on."
    assert bare(alone).text == alone
    assert bare("Behind a full stop it is one.[1] Take it.").text == "Behind a full stop it is one. Take it."


def test_marks_whose_notes_stand_on_the_page_stay():
    text = "The gate rises.[1] It falls.[2]"
    assert bare(text, "[1] Says the harbour master.").text == "The gate rises.[1] It falls."
    assert bare("[1] Says the harbour master.", text).text == "[1] Says the harbour master."


def test_what_markup_set_in_pieces_stays_as_it_is():
    spans = (Span("The gate rises."), Span("[1]"))
    line = Line(1, "The gate rises.[1]", spans=spans)
    assert unmarked([line]) == (line,)


def test_a_heading_that_can_be_edited_stays_on_a_page_full_of_menus(tmp_path):
    told = "The gate rises within an hour when a storm is forecast, and it takes four people to watch it do so.[1]"
    menus = ("Main menu", "Search", "Log in", "Create account", "Tools", "Privacy policy")
    rows = (*menus, "Gull Barrier", told, "Flood", "[edit]", told.replace("gate", "lock"), told.replace("four", "six"))
    (tmp_path / "a.txt").write_text("\n".join((*rows, "Notes", "[edit]", *menus)), encoding="utf-8")
    page = clean(read(tmp_path / "a.txt", tmp_path)[0])
    assert [line.text for line in page.kept if line.label is Label.HEADING] == ["Flood"]


def test_texts_lose_marks_when_they_are_read_and_markdown_keeps_them(tmp_path):
    text = "The gate rises within an hour.[1] It was opened in May,[2] after a storm."
    for name, wanted in (("a.txt", text.replace("[1]", "").replace("[2]", "")), ("a.md", text)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert [line.text for line in read(tmp_path / name, tmp_path)[0].lines] == [wanted]


LINKS = (
    "   #[1]Harbour Ledger",
    "     * [2]Home ([3]map)",
    "",
    'By [4]Ada Orr and Ben Hale, who told [5]Radio Gull that "[6]No gate is shut" [sic].',
    "   [7]READ: How a gate rises.[8][1] It has [9] sluices, as [2026]Smith says.",
)
ADDRESSES = (
    "References",
    "",
    "   Visible links:",
    *(f"   {number}. https://gull.example/{number}" for number in range(1, 9)),
)


def texts(*rows):
    """What becomes of the lines of a page."""
    return [line.text for line in unmarked([Line(number, row) for number, row in enumerate(rows, 1)])]


def test_the_numbers_of_links_that_a_terminal_shows_go_with_the_list_of_their_addresses():
    assert texts(*LINKS, "", *ADDRESSES) == [
        "   #Harbour Ledger",
        "     * Home (map)",
        "",
        'By Ada Orr and Ben Hale, who told Radio Gull that "No gate is shut" [sic].',
        "   READ: How a gate rises. It has [9] sluices, as [2026]Smith says.",
        *[""] * (len(ADDRESSES) + 1),
    ]


def test_many_numbers_of_links_show_a_terminal_where_the_list_is_cut_off():
    rows = [f"Gate {number} is [{number}]shut, says [{number + 1}]its keeper." for number in range(11, 23, 2)]
    apart = [one for row in rows for one in (row, "")]
    assert texts(*apart)[0] == "Gate 11 is shut, says its keeper."
    assert texts(*apart[:8]) == apart[:8]


@pytest.mark.parametrize(
    "rows",
    [
        [f"[{number}]Smith, The gates of {1990 + number}, page {number}." for number in range(1, 15)],
        [*(f"Smith [{number}]says so." for number in range(1, 15)), *(f"[{number}] Ibid." for number in range(1, 15))],
        ["The plan has parts: [1]build, [2]test, [3]ship and [4]rest.", "References", "1. https://gull.example/plan"],
        ["[1]Smith.", "[2]Jones.", "[3]Lee.", "[4] https://gull.example/4", "[5] https://gull.example/5"],
        ["Take array[0] and array[1].", "He said [sic] so [1], and [2].", "[1] Ibid.", "[2] https://gull.example/"],
    ],
)
def test_numbers_that_a_person_wrote_stay(rows):
    assert texts(*rows) == rows


@pytest.mark.parametrize(
    "row",
    [
        "As was said before[1][2][3][4], the gate is shut.",
        "The gate is shut[1][2][3] and open.",
        "It is “a disgrace”[1]—and “a joke”[2]—and “the best”[3]—for all.",
        "市長は「反対だ」[1]と述べ、議長は「賛成だ」[2]と述べ、書記は「保留だ」[3]と述べた。",
        "He asked three things: ([1]who lit it, [2]who saw it, and [3]who ran away).",
        "The letters (see [1]/[2], [3]-[4] and [5]/[6]) contradict each other.",
    ],
)
def test_a_list_of_references_is_no_proof_of_a_terminal(row):
    rows = [row, "", "So do others.", "", *(f"[{number}] https://gull.example/{number}" for number in range(1, 7))]
    assert "[1]" in texts(*rows)[0]
    assert texts(*rows)[-1] == rows[-1]


def test_a_list_with_a_number_left_out_is_no_proof_of_a_terminal():
    rows = [*LINKS, "", *(row for row in ADDRESSES if "5." not in row)]
    assert texts(*rows)[1] == rows[1]


def test_points_that_a_person_counts_stay_however_many():
    points = [f"[{number}]question about pier {number}" for number in range(1, 12)]
    for rows in ([f"It asked {', '.join(points)}."], [one for point in points for one in (f"It asked {point}.", "")]):
        assert texts(*rows) == rows


def test_words_with_a_hyphen_are_no_pictures_where_a_field_stands():
    rows = ("[    ] Yes", "[cross-talk]", "[COVID-19]", "[co-op]", "[a.m.]", "[G20]")
    assert texts(*rows) == [*rows]
    assert texts(rows[0], "[ferry.jpg]", "[hero_image]", "[market-hall-fire]", "[gate-2]") == [rows[0], *[""] * 4]


def test_the_names_of_pictures_go_where_a_field_shows_that_w3m_printed_the_page():
    rows = ("[skillet-1]", "[sic]", "[1]", "[Smith]", "She scrubbed [skillet-2] it.", "[           ] [Search]")
    assert texts(*rows) == ["", *rows[1:]]
    assert texts(*rows[:-1]) == list(rows[:-1])
