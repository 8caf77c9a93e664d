"""A page in, its lists and the headings that a table of contents names kept: nothing between boxes is lost."""

from dataclasses import replace

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.contents import entitled
from copydesk.cleaning.headings import among, is_aside, over_figures, unlearned
from copydesk.cleaning.lists import figures, is_list, missing, unmarked
from copydesk.cleaning.others import boxed
from copydesk.cleaning.pointing import points_elsewhere
from copydesk.cleaning.series import enumerated, labelled, numbered
from copydesk.cleaning.sheet import sheet
from copydesk.model import Label
from tests.test_cleaning import PARAGRAPHS, seed
from tests.test_ends import ABOVE, BELOW

LONG = tuple(f"{text} The harbour office counted every crossing of the winter." for text in PARAGRAPHS)
GERMAN = (
    "Zum Inhalt springen",
    "Startseite",
    "Sport",
    "Inselfähre gibt ihre Nachtfahrt auf",
    "Von Dora Weiß",
    "12.1.2026",
    "Die Fähre zwischen den Inseln fährt vom ersten März an nicht mehr in der Nacht, sagte die Reederei am Montag.",
    "Im Winter saßen auf der letzten Fahrt im Schnitt vier Menschen, und an elf Abenden saß dort gar niemand.",
)
MORE = (
    "Die Mannschaft war öfter in der Überzahl, und das Boot braucht in einer Nacht so viel Öl wie ein Haus im Jahr.",
    "Fischer, die immer auf den Inseln schlafen, sind gegen den Plan, weil ihre Boote dafür zu klein sind.",
)
ENDING = "Die Gemeinde will mit der Reederei noch einmal reden, bevor der Fahrplan im Herbst gedruckt wird."
ADVERT = ("Anzeige", "Lesen Sie auch", "Brücke über den Sund wird teurer", "Hafen bekommt einen neuen Kran")


def lines(*rows, lang="en", between="\n\n"):
    page = clean(seed(between.join(rows), lang=lang))
    return page, [line.text for line in page.kept if line.label is not Label.HEADLINE]


def test_a_list_with_its_lead_in_stays_though_boxes_stand_around():
    items = "TG-2 mit Rumpf bis 1998\nTG-3 mit altem Ruder\nTG-4, sofern umgebaut"
    told = ("Vom neuen Fahrplan sind nach Angaben der Reederei nur drei Boote betroffen:", items, ENDING)
    page, found = lines(*GERMAN, *ADVERT, *told, *MORE, "Teilen", "Impressum", lang="de")
    assert {told[0], *items.split("\n"), ENDING} <= set(found)
    assert not {"Brücke über den Sund wird teurer", "Anzeige"} & set(found)
    assert [line.label for line in page.kept if line.text.startswith("TG-")] == [Label.ITEM] * 3


def test_clauses_with_semicolons_are_a_list_where_no_blank_line_ends_it():
    told = (
        "Die Gemeinde verlangt dreierlei:",
        "eine Fahrt am Freitag;",
        "ein Boot in Bereitschaft;",
        "zwei Wochen Zeit.",
    )
    _, found = lines(*GERMAN, *told, ENDING, "Teilen", "Impressum", lang="de", between="\n")
    assert {*told, ENDING} <= set(found)


@pytest.mark.parametrize(
    ("lead_in", "entries"),
    [
        ("They sell three things:", ("Bread: 1.10 euros", "A kilo loaf: 3.40 euros", "A dozen buns: 4 euros")),
        ("Their conditions are these:", ("no dismissals before the end", "the pier stays in town", "two seats")),
    ],
)
def test_entries_of_one_make_are_a_list_where_no_blank_line_ends_it(lead_in, entries):
    page = clean(seed("\n".join((*ABOVE, *LONG[:2], "Advertisement", lead_in, *entries, *LONG[2:], *LONG[:1], *BELOW))))
    assert [line.text for line in page.kept if line.label is Label.ITEM] == list(entries)


def test_what_points_elsewhere_opens_no_list():
    _, found = lines(*ABOVE, *LONG, "Also in the news today:\nBridge over the sound\nA crane for the harbour", *BELOW)
    assert not {"Bridge over the sound", "A crane for the harbour"} & set(found)


def test_what_a_table_of_contents_names_are_headings():
    contents = "Two years of losses\nThe price of oil"
    rows = (*ABOVE, "Key points", contents, LONG[0], "Two years of losses", LONG[1], "The price of oil", *LONG[2:])
    page, found = lines(*rows, *BELOW)
    assert [line.text for line in page.kept if line.label is Label.HEADING] == contents.split("\n")
    assert found.count("The price of oil") == 1


def judged(*rows, lang="en", **chances):
    """The sheet of a page, with what the labeller would find of some of its lines."""
    page = sheet(seed("\n\n".join(rows), lang=lang), frozenset())
    for kind, found in chances.items():
        verdicts = getattr(page.verdicts, kind)
        verdicts[:] = [found.get(text, 0.0) for text in page.texts]
    return page


def test_a_title_with_a_year_is_a_heading_where_a_table_of_contents_names_it():
    titles = ("Two years of losses", "The bill since 2015", "The price of oil")
    told = [part for pair in zip(titles, LONG, strict=False) for part in pair]
    page = judged(*ABOVE, "\n".join(titles), LONG[3], *told, *BELOW, heading={titles[1]: 0.5})
    body = [at for at, text in enumerate(page.texts) if text in LONG]
    assert [page.text(at) for at in sorted({*entitled(page, body)})] == list(titles)


@pytest.mark.parametrize(("chance", "stays"), [(0.2, True), (0.02, False)])
@pytest.mark.parametrize("above", [(), ("The night in figures",)])
def test_rows_of_figures_right_below_the_body_are_of_it_where_they_may_be(chance, stays, above):
    rows = ("Tickets sold: 11 (40)", "Fuel burned: 412 litres", "Price of one crossing: £9.40")
    page = judged(*ABOVE, *LONG, *above, "\n".join(rows), *BELOW, body=dict.fromkeys(rows, chance))
    body = [at for at, text in enumerate(page.texts) if text in LONG]
    assert [page.text(at) for at in figures(page, body)] == [*above, *rows] * stays


def test_figures_that_stand_together_are_a_list_below_a_heading():
    rows = ("Tickets sold: 11 (40)", "Fuel burned: 412 litres", "Price of one crossing: £9.40")
    title = "The night in figures"
    page = judged(*ABOVE, *LONG, title, "\n".join(rows), *BELOW, body=dict.fromkeys((*LONG, title, *rows), 0.9))
    assert [page.text(at) for at in unmarked(page)] == list(rows)
    assert [page.text(at) for at in over_figures(page, page.kept_pieces)] == [title]


@pytest.mark.parametrize(
    "rows",
    [
        ("Tickets sold: 11 (40)", "Fuel burned: 412 litres"),
        ("Published: 12 January 2026", "Updated: 14 January 2026", "Printed: 15 January 2026"),
    ],
)
def test_two_figures_are_no_table_nor_are_days(rows):
    page = judged(*ABOVE, *LONG, "\n".join(rows), *BELOW, body=dict.fromkeys(rows, 0.2))
    assert figures(page, [at for at, text in enumerate(page.texts) if text in LONG]) == []


def test_one_question_is_a_heading_where_several_are_an_interviews():
    asked = ("¿Y ahora qué?", "¿Quién paga?")
    told = [f"{text} Lo dijo el lunes la empresa del puerto en la asamblea de los vecinos." for text in "ABCD"]
    for number, headings in ((1, [asked[0]]), (2, [])):
        parts = [part for pair in zip(asked[:number], told, strict=False) for part in pair]
        page = judged(
            told[3], *parts, told[2], lang="es", heading=dict.fromkeys(asked, 0.2), body=dict.fromkeys(asked, 0.5)
        )
        assert [page.text(at) for at in unlearned(page, range(len(page.pieces)))] == headings


@pytest.mark.parametrize(
    ("text", "lang", "points"),
    [
        ("READ | The longest roadworks get their own bus stop", "en", True),
        ("Also in the news today:", "en", True),
        ("Weitere Meldungen:", "de", True),
        ("The news came by three boats:", "en", False),
        ("WATCH | Fishermen describe their catch:", "en", True),
        ("More: She is a hundred and still delivers the mail", "en", True),
        ("LEIA: Ponte sobre o rio fica mais cara", "pt", True),
        ("More: yes", "en", False),
        ("Reading: the books that we liked best", "en", False),
        ("Fee: nine pounds a day", "en", False),
    ],
)
def test_a_word_that_sends_to_a_title_points_to_another_story(text, lang, points):
    assert points_elsewhere(text, lang) is points


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("7. To Zagreb by the night train", ("", 7)),
        ("Step 3: Rinse the pan", ("step", 3)),
        ("Schritt 2 – Die Pfanne spülen", ("schritt", 2)),
        ("IV. Litigation and what it costs", (".", 4)),
        ("I am the captain of the ferry", ("", 0)),
        ("Flight 77 lands on the island", ("", 0)),
        ("A fare of 3: nobody paid it", ("", 0)),
    ],
)
def test_what_a_title_counts(title, counts):
    assert numbered(sheet(seed(title, lang="en"), frozenset()), 0) == counts


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("1. Microsoft", "2. Harbour Cloud", "3. Orr & Sons"), 3),
        (("1. Microsoft", "2. Harbour Cloud", "1. Boats", "2. Buses", "3. Bells"), 3),
        (("Step 1: Rinse the pan", "1. Boats", "Step 2: Dry it", "2. Buses", "Step 3: Oil it"), 3),
        (("1. Microsoft", "2. Harbour Cloud"), 0),
        (("1. Microsoft\n\n2. Harbour Cloud\n\n3. Orr & Sons",), 0),
        (("Orr", "1. Boats", "4. Buses", "2. Bells"), 0),
    ],
    ids=["in turn", "begun anew", "by what they count", "too few", "together", "not in turn"],
)
def test_numbered_titles_that_count_on_above_paragraphs_are_headings(titles, found):
    parts = (part for title, text in zip(titles, (*LONG, *LONG), strict=False) for part in (title, text))
    laid = sheet(seed("\n\n".join((LONG[0], *parts, LONG[1]))), frozenset())
    laid.__dict__["verdicts"] = replace(laid.verdicts, heading=laid.verdicts.heading * 0)
    assert len([*enumerated(laid, range(len(laid.pieces)))]) == found


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ('"You think we liked it?" she said.', False),
        ("So what did they use? Here is their story.", False),
        ("And then comes the winter.", True),
        ('What is "slow" about the ferry?', True),
    ],
)
def test_a_sentence_in_which_somebody_speaks_is_no_heading(text, heads):
    assert is_aside(sheet(seed(text, lang="en"), frozenset()), 0) is not heads


@pytest.mark.parametrize(("numbers", "goes"), [("123", True), ("357", False)])
def test_the_last_of_some_ranked_titles_heads_nothing(numbers, goes):
    titles = (
        "Revealed: the ministers who never opened their boxes",
        "I ate soup for a year",
        "Live: a storm closes ports",
    )
    block = "\n".join(("Most viewed", *(row for pair in zip(numbers, titles, strict=True) for row in pair)))
    laid = sheet(seed("\n\n".join((*LONG[:2], block, *LONG[2:]))), frozenset())
    laid.__dict__["kept"] = [at for at, line in enumerate(laid.lines) if line.text in (*LONG, titles[-1])]
    assert [laid.lines[at].text for at in boxed(laid)] == [titles[-1]] * goes


def test_titles_in_one_block_with_their_label_go_though_they_are_sentences():
    block = "Most Popular\nThe widow's fee is about to rise. Here is how to plan for it.\nIs my adviser naïve?"
    _, found = lines(*ABOVE, *LONG[:2], block, *LONG[2:], *BELOW)
    assert set(LONG) <= set(found)
    assert not set(block.split("\n")) & set(found)


def test_short_titles_above_paragraphs_are_headings_in_languages_hardly_learned():
    rows = (
        "Siirry sisältöön",
        "Uutiset",
        "Saaren lautta luopuu yövuorosta",
        "Liisa Virtanen",
        "12.1.2026",
        "Saarten välinen lautta ei enää kulje öisin maaliskuun alusta alkaen, kertoi varustamo maanantaina.",
        "Talvella viimeisellä vuorolla istui keskimäärin neljä ihmistä, ja yhtenätoista iltana ei ketään.",
        "Kunta vaatii aikaa",
        "Kunta haluaa neuvotella varustamon kanssa vielä kerran ennen kuin uusi aikataulu painetaan helmikuun lopussa.",
        "Lautta on kulkenut salmen yli joka yö vuodesta 1974, eikä kukaan ole laskenut, kuinka monta kertaa tyhjänä.",
        "Jaa",
    )
    page, _ = lines(*rows, lang="fi")
    assert [line.text for line in page.kept if line.label is Label.HEADING] == ["Kunta vaatii aikaa"]


def test_paragraphs_below_an_adverts_label_stay():
    rows = (
        "Главная",
        "Новости",
        "На острове отменили ночной паром",
        "Анна Соколова",
        "12 января 2026, 12:40",
        "Паром между островами с первого марта не будет ходить по ночам, сообщила в понедельник компания «Пролив».",
        "Зимой последним рейсом в среднем ехали четыре человека, а в одиннадцать вечеров на борту не было никого.",
        "Реклама",
        "По словам главы посёлка, жители хотят ещё раз поговорить с компанией до того, как будет готово расписание.",
        "До конца зимы паром сделает четырнадцать рейсов.",
        "Читайте также",
        "Мост через пролив подорожал",
    )
    _, found = lines(*rows, lang="ru", between="\n")
    assert found == list(rows[5:7]) + list(rows[8:10])


def test_the_heading_of_a_box_goes_with_it_and_a_sections_stays():
    box = ("Support independent journalism", "Subscribe for $5 a month to read all our investigations and analysis.")
    rows = (*ABOVE, *LONG[:2], *box, "Fishermen are against the plan", *LONG[2:], *BELOW)
    page, found = lines(*rows)
    assert not set(box) & set(found)
    assert [line.text for line in page.kept if line.label is Label.HEADING] == ["Fishermen are against the plan"]


@pytest.mark.parametrize("lead", ["Gefragt sind zuletzt:", "Das gilt ab jetzt auf der Startseite:"])
def test_a_lead_in_may_be_short_or_end_with_a_word_of_menus(lead):
    items = "die späte Fahrt am Freitag\nein Boot in Bereitschaft"
    _, found = lines(*GERMAN, *ADVERT[1:], lead, items, *MORE, ENDING, "Teilen", "Impressum", lang="de")
    assert {lead, *items.split("\n")} <= set(found)


def test_what_goes_on_behind_a_box_is_body_in_languages_hardly_learned():
    rows = (
        "Accueil",
        "L'île perd son bac de nuit",
        "Dora Blanchet",
        "12 janvier 2026",
        "Le bac entre les îles ne circulera plus la nuit à partir du premier mars, a annoncé lundi la compagnie.",
        "Cet hiver, quatre personnes en moyenne prenaient le dernier départ, et onze soirs il n'y avait personne.",
        "La newsletter de l'île",
        "Je m'inscris",
        "La mairie veut parler une dernière fois avec la compagnie avant que le nouvel horaire soit imprimé.",
        "Les pêcheurs qui vivent sur les îles pendant la semaine sont contre, car leurs bateaux sont trop petits.",
        "Voir les commentaires (24)",
    )
    _, found = lines(*rows, lang="fr", between="\n")
    assert found == [*rows[4:6], *rows[8:10]]


def test_a_question_between_two_turns_below_the_body_is_of_the_talk():
    turns = [f"A. D.: {text}" for text in LONG]
    rows = (*ABOVE, turns[0], turns[1], turns[2], "And the next day?", turns[3], "Do you like this?", *BELOW)
    _, found = lines(*rows)
    assert found == [turns[0], turns[1], turns[2], "And the next day?", turns[3]]


def test_all_items_that_a_colon_announces_stay():
    items = ("• 2.340 planos, unos 400 de ellos coloreados.", "• 86 libretas.", "• Un álbum con 212 fotografías.")
    rows = (
        "Inicio",
        "Los mapas del ferrocarril aparecen en una estación",
        "12 de enero de 2026",
        "Los vecinos encontraron los mapas en una estación cerrada desde 1977, según contó el municipio el lunes.",
        "Un primer relevamiento, que llevó adelante el archivo municipal con seis voluntarios, permitió contar:",
        *items,
        "El estado es dispar: las cajas de arriba sufrieron goteras y treinta de ellas tienen hongos desde 2010.",
        "Suscribite",
    )
    _, found = lines(*rows, lang="es", between="\n")
    assert set(items) <= set(found)


def test_a_heading_below_a_box_stays_where_no_blank_line_stands_or_it_stands_apart():
    title = "Who pays for the bus"
    _, found = lines(*ABOVE, *LONG[:2], "Read also", title, *LONG[2:], *BELOW, between="\n")
    assert title in found
    _, found = lines(*ABOVE, *LONG[:2], "Read also", "Bridge to be rebuilt", title, *LONG[2:], *BELOW, between="\n")
    assert title in found
    box = "Read also\n\nBridge at Vannes to be rebuilt\nHarbour master retires after forty years"
    _, found = lines(*ABOVE, *LONG[:2], box, title, *LONG[2:], *BELOW)
    assert title in found
    assert "Harbour master retires after forty years" not in found


def test_a_title_right_below_the_line_that_announces_it_goes_though_it_is_alone():
    box = "Read also\nBridge at Vannes to be rebuilt"
    page, found = lines(*ABOVE, *LONG[:2], box, "Who pays for the bus", *LONG[2:], *BELOW)
    assert not set(box.split("\n")) & set(found)
    assert [line.text for line in page.kept if line.label is Label.HEADING] == ["Who pays for the bus"]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("What happens next", True),
        ("More work to come", True),
        ("A winter without boats", True),
        ("Harbour Ledger Weekend", False),
        ("Ada Orr", False),
        ("Photo by Ada Orr", False),
        ("Who We Are", False),
    ],
)
@pytest.mark.parametrize("above", [(), ("Advertisement",), ("Recommended stories\nBridge at Vannes to be rebuilt",)])
def test_a_few_small_words_with_blank_lines_around_are_a_heading(line, heads, above):
    page, _ = lines(*ABOVE, *LONG[:2], *above, line, *LONG[2:], *BELOW)
    assert ([row.text for row in page.kept if row.label is Label.HEADING] == [line]) is heads


def test_who_signs_what_is_said_is_no_heading():
    page, _ = lines(*ABOVE, *LONG[:2], "“Nobody likes it.”\n— Marc Delpuech, mayor of the island", *LONG[2:], *BELOW)
    assert not [line for line in page.lines if line.label is Label.HEADING]


def test_the_entries_of_a_live_report_go_on_behind_a_box():
    entries = [
        f"1{hour}:05\n{title}\n{LONG[at]}\nShare this post"
        for at, (hour, title) in enumerate(((6, "Power is back on the island"), (5, "The ferry waits for the wind")))
    ]
    first = "11:37\nThree hurt on an icy bridge\nThe county said the road would stay closed until the morning at least."
    rows = (*ABOVE, *entries, "Related articles\nWhat to keep in your car in winter", first, "Load more", *BELOW)
    _, found = lines(*rows)
    assert first.split("\n")[1:] == found[-2:]


def test_what_entries_have_alike_is_neither_contents_nor_doubled():
    alike = ("Crossing: 40 minutes", "Deck: open", "You buy the ticket on board, from the mate, who takes no cards.")
    entries = [(f"{at}. The ferry to {name}", *alike) for at, name in enumerate(("Skerry", "Orm", "Vannes"), 1)]
    rows = [row for entry, told in zip(entries, LONG, strict=False) for row in (*entry, told)]
    page, found = lines(*ABOVE, LONG[3], *rows, *LONG[4:], *BELOW)
    assert found.count(alike[-1]) == len(entries)
    assert not {line.dropped_by for line in page.lines} & {"table of contents", "doubled"}


@pytest.mark.parametrize(
    ("title", "is_one"), [("The second sorting", True), ("Fee: Free", False), ("– Ada Orr", False)]
)
def test_a_title_is_a_heading_where_nearly_all_of_its_kind_are(title, is_one):
    titles = ("The first sorting", "Why it is worth it", title)
    told = [part for pair in zip(LONG, titles, strict=False) for part in pair]
    page = judged(*told, LONG[3], heading={titles[0]: 0.6, titles[1]: 0.5, title: 0.22})
    assert [page.text(at) for at in among(page, range(len(page.pieces)))] == [*titles[:2], *[title] * is_one]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("– We have waited for this boat since the autumn, said Ada Orr of the island's school.", Label.PARAGRAPH),
        ("— Dora Whitlock (@dora) November 21, 2026", Label.PARAGRAPH),
        ("– a boat on Friday\n– a boat in reserve", Label.ITEM),
        ("- a boat on Friday, and one in reserve", Label.ITEM),
    ],
)
def test_a_dash_alone_is_speech_and_several_are_a_list(row, kind):
    rows = ("Island ferry gives up its night boat", *LONG[:2], row, *LONG[2:])
    page, _ = lines(*rows)
    assert {line.label for line in page.kept if line.text[:1] in "–—-"} == {kind}


LABELS = tuple(
    f"{word}: the office put up a sign and told the skippers by letter." for word in ("Boats", "Bus", "Bell")
)


@pytest.mark.parametrize(
    ("rows", "listed"),
    [
        (f"The office has three plans:\n\n{LONG[0]}\n{LONG[1]}", 2),
        ("\n".join(LABELS), 3),
        ("\n".join(LABELS[:2]), 0),
        ("What the plan costs:\n" + "\n".join(LABELS), 3),
        ("Night boats\nBuses\nMore signs at the quay", 0),
        (f'In a statement the mayor said:\n\n"{LONG[0]}\n"{LONG[1]}"', 0),
        ("\n".join(text.replace(":", " —") for text in LABELS), 0),
    ],
    ids=[
        "below a colon",
        "with labels",
        "too few with labels",
        "below a colon in the block",
        "short",
        "speech",
        "dashes",
    ],
)
def test_lines_that_stand_together_are_a_list_where_blank_lines_part_paragraphs(rows, listed):
    page, _ = lines("Island ferry gives up its night boat", *LONG[:2], rows, *LONG[2:], *LONG[:2])
    assert sum(line.label is Label.ITEM for line in page.kept) == listed


def test_short_lines_right_below_a_title_are_a_list_and_long_ones_are_paragraphs():
    rows = ("What is planned", "Night boats\nBuses\nMore signs at the quay", f"{LONG[0]}\n{LONG[1]}\n{LONG[2]}")
    laid = sheet(seed("\n\n".join((*LONG, *rows))), frozenset())
    title = next(at for at in range(len(laid.pieces)) if laid.text(at) == rows[0])
    assert [is_list(laid, range(title + skip, title + skip + 3), {title + skip - 1}) for skip in (1, 4)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("block", "stays"),
    [
        ("Ingredients\n1 kg squash, peeled\n2 onions\n60 g butter\nNutmeg", True),
        ("Ingredients\n1 kg squash, peeled\nNutmeg", False),
        ("Ingredients\n1 kg squash, peeled\n2 onions\nShare this recipe\nNutmeg", False),
        (f"Ingredients\n1 kg squash, peeled\n{LONG[0]}\n2 onions\nNutmeg", False),
    ],
    ids=["one", "of few", "of two", "of paragraphs"],
)
def test_the_one_line_that_was_left_out_of_a_block_is_of_it(block, stays):
    laid = sheet(seed("\n\n".join((LONG[0], block, LONG[1]))), frozenset())
    wanted = [at for at in range(len(laid.pieces)) if laid.text(at) not in ("Nutmeg", "Share this recipe")]
    assert [laid.text(at) for at in missing(laid, wanted)] == ["Nutmeg"] * stays


TALK = (
    "Weekly: Ms Whitlock, why does the ferry stop at night?",
    "Whitlock: Because nobody crosses, and the boat burns as much in a night as a house in a year.",
    "Weekly: What do you say to the fishermen who sleep on the islands?",
    "Whitlock: That there will be a bus over the bridge, and that it will wait for the last of them.",
)


@pytest.mark.parametrize(
    ("below", "found"),
    [(("Weekly: Where?", "Whitlock: I do not know."), 2), (("Price: nine pounds",), 0), (("Whitlock says no",), 0)],
)
def test_a_talk_goes_on_behind_a_box(below, found):
    laid = sheet(seed("\n\n".join((*TALK, "More on ferries", *below))), frozenset())
    assert len({*labelled(laid, range(len(TALK)))} - {*range(len(TALK))}) == found
