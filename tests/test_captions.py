"""A page in, what stands with its pictures gone: captions, what they show, and whose they are."""

from types import SimpleNamespace

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.credit import is_maker, names_maker, signed_behind
from copydesk.cleaning.pictures import subjects
from copydesk.cleaning.pull_quotes import is_speaker
from copydesk.model import Label, Line
from tests.test_cleaning import seed
from tests.test_ends import ABOVE, BELOW
from tests.test_lists import LONG


def kept(*rows):
    page = clean(seed("\n\n".join((*ABOVE, *rows, *BELOW))))
    return [line.text for line in page.kept if line.label is not Label.HEADLINE]


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("The bell that their father brought from the island. (Tomas Herrin / Los Angeles Times)", "en", True),
        ("The object that they hauled up on 21 January. (Submitted by Cory Orr)", "en", True),
        ("The mob moves on when the count begins. (Supplied: Hannah Orr)", "en", True),
        ("Das Boot im Winterlager an der Elbe. (privat)", "de", True),
        ("Members sort dried fish at the new landing [Brian Lokuruka/Al Jazeera]", "en", True),
        ("The town cannot afford another dry summer. (Island Rural: Lachlan Breen)", "en", True),
        ("The town cannot afford another summer [and/or winter]", "en", False),
        ("The ferry was late. (It was not the first time.)", "en", False),
        ("Nobody asked him then (Orr)", "en", False),
        ("It is cheaper. (UNDERSTATEMENT OF THE YEAR)", "en", False),
        ("The ferry was late. (see below)", "en", False),
        ("It was a clock that nobody had asked for, and it stood. (Sorry.)", "en", False),
    ],
)
def test_whose_a_picture_is_stands_in_brackets_behind_its_caption(text, lang, names):
    assert signed_behind(text, lang) is names


def test_what_a_picture_shows_goes_with_its_caption():
    shown = "Two siblings stand in front of a fence post with a bell"
    block = f"{shown}\nErnie and Connie Toste with their father's bell. (Tomas Herrin / Harbour Ledger)"
    assert kept(*LONG[:2], block, *LONG[2:]) == list(LONG)


@pytest.mark.parametrize(
    "caption",
    [
        "The bell of the island on its post, in June. Ada Orr/Getty Images",
        "Philipp von Orr/dpa",
        "Tontine Coffee House, New York, 1797 — via Wikimedia Commons",
        "Photo by Ada Orr on Unsplash",
        "The bell of the island on its post, in June. Courtesy of Ada Orr",
        "It was only in the lower thirties on Friday afternoon.HARBOUR OBSERVATORY",
        "Even without her bell she looks forward to each Christmas. WKLM/YouTube",
        "Courtesy of Ada Orr",
        "The bell of the island on its post, in June. Ada Orr/Skerry Valley Times",
        "Image\nA bell, in a frame of oak, hangs from a post\nThe bell of the island on its post. Photo: Ada Orr",
        "Image caption The bell of the island on its post",
        "The bell was rung for an hour. AP",
        "Getty",
        "Ada Orr, AP",
        "A person uses the new opener on a can of island beans.\nPhoto: Ada Orr",
        "The headmaster of the island school met fourteen of his pupils © Island School",
        "SUBMITTED PHOTO The island's Ada Orr (1) stands beside the bell that she rang on Saturday.",
    ],
)
def test_what_ends_with_an_agency_or_begins_as_credits_do_is_a_caption(caption):
    assert kept(*LONG[:2], caption, *LONG[2:]) == list(LONG)


@pytest.mark.parametrize(
    "line",
    [
        "The picture of the bell hangs in the town hall.",
        "The photo by his father was sold to Getty Images.",
        "The ferry was late, the company told Reuters.",
        "4. RECYCLE",
        "1. Busuu: For Curious Minds (Review)",
    ],
)
def test_pictures_and_agencies_in_a_story_are_no_credits(line):
    assert line in kept(*LONG[:2], line, *LONG[2:])


@pytest.mark.parametrize(
    ("below", "goes"),
    [
        ("Two siblings stand in front of a fence post with a bell.", True),
        (f"{LONG[0]} It was heard by nobody. {LONG[1]}", False),
    ],
)
def test_below_a_credit_a_sentence_is_a_caption_and_a_lead_is_none(below, goes):
    found = kept(*LONG[:2], f"Photo: Tomas Herrin\n{below}", *LONG[2:])
    assert (below not in found) is goes


@pytest.mark.parametrize("mark", ["REUTERS", "(AP)", "(Reuters)", "EFE abc/def", "PTI ABC DEF GH GH"])
@pytest.mark.parametrize("below", [(), ("(Except for the headline, this story has not been edited by our staff.)",)])
def test_the_last_paragraph_may_end_with_its_agency_and_who_wrote(mark, below):
    last = f"The harbour office said it would publish the figures of the winter by the end of March. {mark}"
    assert kept(*LONG, last, *below) == [*LONG, last]


def test_what_stands_again_with_a_pictures_credit_is_no_headline_however_it_looks():
    shown = "Women farmers inspecting a solar dryer in Kaltungo"
    title = "How the island's tomato dryers are cutting losses, and stirring a row"
    rows = ("Home", shown, f"{shown} [Photo credit: Halima Bello]", title, "By Dora Whitlock", "3 June 2026")
    page = clean(seed("\n\n".join((*rows, *LONG, *BELOW))))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [title]


def test_a_short_lead_with_its_place_stays_below_a_caption():
    lead = "WORCESTER — The lesson on a recent Thursday concerned a noise."
    shown = "Anthony Baez adjusted a gas valve in the heating lab of the school in the winter of 2025."
    assert lead in kept(shown, "Listen to this article", lead, *LONG)


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("John Woodrow/The Globe and Mail", True),
        ("Ann Lee / Reuters", True),
        ("Ингер Солхейм для «Медузы»", True),
        ("Best Roleplay/ASMR Vtuber - CERES", False),
        ("Career Options for Insurance Professionals", False),
        ("The ferry and/or the bridge", False),
        ("Эксклюзивный рецепт для быстрого ужина.", False),
    ],
)
def test_a_line_may_be_the_name_of_who_made_a_picture(text, maker):
    assert is_maker(text) is maker


@pytest.mark.parametrize("credit", ["Chart: The Ledger", "Ada Orr/The Harbour Ledger", "3 min"])
def test_a_credit_alone_goes(credit):
    assert credit not in kept(*LONG[:2], credit, *LONG[2:])


def test_a_credit_may_be_glued_to_a_year():
    shown = "Jean and Colin Addy have run the ferry's shop since 1981Credit: SWNS"
    assert shown not in kept(*LONG[:2], shown, *LONG[2:])


def test_an_item_above_a_pictures_maker_stays():
    item = "6. A bundle of herbs that you can hang from the rail of the ferry to freshen the air on board."
    rows = (*LONG[:2], f"{item}\nHarbour Blooms / Etsy", *LONG[2:])
    assert item in kept(*rows)


@pytest.mark.parametrize("speaker", ["Matt Frazer, chief of the harbour", "Raquel Somoza — neighbour"])
def test_a_quotation_set_apart_goes_with_who_said_it(speaker):
    quotation = "“The bridge is nobody's friend, and never was.”"
    assert not {quotation, speaker} & set(kept(*LONG[:2], f"{quotation}\n{speaker}", *LONG[2:]))


def test_a_quotation_without_who_said_it_stays():
    quotation = "“The bridge is nobody's friend, and never was.”"
    assert quotation in kept(*LONG[:2], quotation, *LONG[2:])


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Sabine Protz, Bürgermeisterin", True),
        ("Ole van Dam, baker on the island", True),
        ("The island, the ferry", False),
        ("Ada Orr, who leads the union, said so.", False),
        ("Blue Lake Hotel: rooms, meals", False),
    ],
)
def test_a_speaker_is_a_name_and_what_they_are(text, speaks):
    assert is_speaker(text) is speaks


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Il vagone nel deposito murato (immagine Eikon)", "it"), ("The harbour in winter (Image via Unsplash)", "en")],
)
def test_a_word_for_a_picture_in_brackets_credits_it(text, lang):
    assert signed_behind(text, lang)


def test_a_maker_in_capitals_may_name_the_paper_in_quotation_marks():
    shown = "Au café de l'île, le 22 janvier 2026. BASTIEN ROULET POUR « LE MONDE »"
    assert shown not in kept(*LONG[:2], shown, *LONG[2:])


@pytest.mark.parametrize(
    ("text", "names"),
    [("Photo: Ada Orr", True), ("In May. Photo: getty", True), ("They want to top the chart: nobody has.", False)],
)
def test_a_small_word_before_a_small_one_credits_nothing(text, names):
    assert names_maker(text, "en") is names


def test_a_short_item_says_what_a_thing_has():
    items = "• Sensor: 24 megapixels\n• Video: 4K with no crop\n• Weight: 540 grams"
    announced = f"The camera that the harbour office put on the pier has what a ship's pilot needs:\n{items}"
    assert set(items.split("\n")) <= set(kept(*LONG[:2], announced, *LONG[2:]))


@pytest.mark.parametrize(
    ("heads", "goes"),
    [(("Kate Henshaw",), True), (("Kate Henshaw", "Why the boat stopped"), False), (("Why the boat stopped",), False)],
)
def test_the_only_heading_that_is_a_name_is_whom_a_picture_shows(heads, goes):
    lines = [Line(at, text) for at, text in enumerate((*heads, *LONG))]
    page = SimpleNamespace(lines=lines, kept=range(len(lines)), headings=frozenset(range(len(heads))))
    assert subjects(page) == ({0: "picture credit"} if goes else {})


@pytest.mark.parametrize(
    ("text", "maker"),
    [("Chris Pizzi/Invision/AP", True), ("Instagram/Kate Henshaw", True), ("Harbour/Boats and ferries", False)],
)
def test_a_makers_name_may_have_several_outlets_or_a_network_before_it(text, maker):
    assert is_maker(text) is maker
