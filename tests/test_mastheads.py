"""The name of a letter or a company above an article is no headline. All text is invented."""

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.mastheads import is_company
from copydesk.model import Label, Line, Seed

BODY = {
    "en": (
        "The ferry company will stop its night service in March, because too few people want to cross at two in the "
        "morning, its director said on Tuesday.",
        "She told the harbour board that the last boat carried eleven passengers a night on average this winter, and "
        "that the crew outnumbered them more than once.",
        "The board has asked for a bus over the bridge instead. The county will decide in February whether it can pay "
        "for one, and who would drive it.",
    ),
    "de": (
        "Die Reederei stellt ihre Nachtfähre im März ein, weil nachts um zwei zu wenige Menschen übersetzen wollen, "
        "sagte ihre Direktorin am Dienstag.",
        "Dem Hafenrat sagte die Direktorin, dass auf dem letzten Schiff in diesem Winter im Schnitt elf Fahrgäste "
        "saßen und die Mannschaft öfter in der Überzahl war.",
        "Der Rat hat stattdessen um einen Bus über die Brücke gebeten. Der Kreis entscheidet im Frühling, ob er ihn "
        "bezahlen kann und wer ihn fährt.",
    ),
    "fr": (
        "La compagnie du bac cessera son service de nuit en mars, faute de passagers à deux heures du matin, a déclaré "
        "mardi sa directrice.",
        "Elle a expliqué au conseil du port que le dernier bateau transportait en moyenne onze passagers par nuit cet "
        "hiver, et que l'équipage était plus d'une fois plus nombreux.",
        "Le conseil a demandé à la place un bus par la rive. Le département décidera en février s'il peut le payer.",
    ),
    "es": (
        "La compañía del ferry suprimirá en marzo su servicio nocturno, porque muy pocas personas quieren cruzar a las "
        "dos de la madrugada, dijo el martes su directora.",
        "Explicó al consejo del puerto que el último barco llevó este invierno once pasajeros por noche de media, y "
        "que la tripulación los superó más de una vez.",
        "El consejo ha pedido a cambio un autobús por el puente. La provincia decidirá en febrero si puede pagarlo.",
    ),
}
SECOND = {
    "en": "Company raises its outlook for the year",
    "de": "Prognose für das Gesamtjahr wird bestätigt",
    "fr": "Les objectifs de l'année sont confirmés",
    "es": "La empresa confirma sus previsiones del año",
}
RELEASE = (
    "PORT ELLERY, Nov. 12, 2026 /PRNewswire/ -- Tidewater Robotics (NYSE: TWR) said on Thursday that its robots clean "
    "every tenth hull in the port.",
    *BODY["en"],
)


def headline(rows, lang):
    text = "\n\n".join(rows).split("\n")
    lines = tuple(Line(number, line) for number, line in enumerate(text, 1))
    page = clean(Seed("seeds/page.txt", "", "text", lines, lang=lang))
    return " ".join(line.text for line in page.lines if line.label is Label.HEADLINE)


@pytest.mark.parametrize(
    ("lang", "above", "wanted", "notice"),
    [
        (
            "en",
            ("The Morning Tide", "Your daily briefing from the harbour"),
            "Island ferry gives up its night crossing",
            "You are receiving this email because you signed up for The Morning Tide.\nUnsubscribe",
        ),
        (
            "en",
            ("Harbour Weekly",),
            "Island ferry gives up its night crossing",
            "© 2026 Harbour Weekly. Unsubscribe",
        ),
        (
            "de",
            ("Hafenblatt am Morgen", "Donnerstag, 12. November 2026"),
            "Die Fähre fährt im März nicht mehr nachts",
            "Hafenblatt am Morgen abbestellen",
        ),
        (
            "fr",
            ("La Lettre du Fleuve", "Numéro 214"),
            "Le bac de nuit ne passera plus",
            "Vous recevez cette lettre car vous êtes abonné à La Lettre du Fleuve.",
        ),
        (
            "es",
            ("La Carta del Puerto",),
            "El ferry deja de cruzar de noche",
            "Recibes este correo porque se ha suscrito a La Carta del Puerto.\nDarse de baja",
        ),
    ],
)
def test_a_letter_named_in_its_notice_is_no_headline(lang, above, wanted, notice):
    assert headline((*above, wanted, *BODY[lang], notice), lang) == wanted


@pytest.mark.parametrize(
    ("lang", "name", "greeting", "wanted"),
    [
        ("en", "Morning Tide", "Good morning.", "Island ferry gives up its night crossing"),
        ("de", "Hafenblatt am Morgen", "Guten Morgen aus Norderwyk,", "Die Fähre fährt im März nicht mehr nachts"),
    ],
)
def test_what_stands_above_a_greeting_is_a_letters_name(lang, name, greeting, wanted):
    assert headline((name, "12.11.2026", greeting, wanted, *BODY[lang]), lang) == wanted


@pytest.mark.parametrize(
    ("name", "wanted", "body"),
    [
        ("Tidewater Robotics", "ROBOTS NOW CLEAN EVERY TENTH HULL IN THE PORT", RELEASE),
        ("Tidewater Robotics, Inc.", "Robots now clean every tenth hull in the port", BODY["en"]),
        ("Acme Corp.", "Results of the third quarter of the year 2026", BODY["en"]),
        ("Nordhavn Holding SE", "Umsatz steigt im dritten Quartal um 7 Prozent", BODY["de"]),
        ("Bacs du Fleuve SA", "Bacs du Fleuve : un chiffre d'affaires en hausse de 7 %", BODY["fr"]),
        ("Puertos del Norte, S.A.", "El beneficio crece un 7 % en el tercer trimestre", BODY["es"]),
    ],
)
def test_a_companys_name_above_its_release_is_no_headline(name, wanted, body):
    lang = next((lang for lang, rows in BODY.items() if rows[-1] == body[-1]), "en")
    assert headline((name, wanted, SECOND[lang], *body), lang) == wanted


def test_a_companys_name_is_none_in_japanese_either():
    told = (
        "港湾機械株式会社（東証：7203）は、2026年度第3四半期の連結売上高が412億円となり、前年同期比で7％増加したと発表しました。",
        "一株当たり利益は52円で、前年同期の41円から増加しました。通期の業績予想は据え置きます。",
        "社長の山田太郎は「工場は順調に稼働し、お客様の支払いも滞りありませんでした」と述べました。",
    )
    wanted = "第三四半期決算のお知らせ"
    assert headline(("港湾機械株式会社", wanted, *told), "ja") == wanted


@pytest.mark.parametrize("day", ["Viernes, 6 de marzo de 2026", "6/3/2026"])
def test_a_sites_name_above_its_menu_is_no_headline_where_another_stands_above_a_day(day):
    wanted = "El Gobierno de Aldama destinará 18 millones a rehabilitar 42 escuelas rurales"
    menu = "Gobierno de Aldama\nInicio\nTrámites\nSala de prensa\nNota de prensa"
    below = "La consejera de Educación ha presentado hoy el plan\nLas obras empezarán este verano en doce centros"
    foot = "Descargar nota (PDF)\nCompartir\nOtras noticias\nAldama abre el plazo de matrícula\nAviso legal"
    told = (
        "El Consejo de Gobierno ha aprobado este viernes el Plan de Escuelas Rurales, dotado con 18 millones de euros.",
        "“Ninguna escuela debería cerrar porque le llueva dentro”, ha señalado la consejera en la rueda de prensa.",
    )
    assert headline((f"{menu}\n{wanted}\n{day}\n{below}", *told, foot), "es") == wanted


@pytest.mark.parametrize(
    ("above", "wanted", "writer"),
    [
        (
            "The Harbour Ledger",
            "A town spent a fortune on its clock. It tells the time in the next state.",
            "Dora Whitlock, The Harbour Ledger",
        ),
        ("NIGHT DESK", "Why the last boat leaves in March and nobody waves", "By Dora Whitlock"),
        (
            "Lake of the Pines",
            "A 94-year-old swam Lake of the Pines for a bet. Officials now want the $20.",
            "By Dora Whitlock",
        ),
    ],
)
def test_a_paper_a_column_or_a_place_above_a_headline_is_none(above, wanted, writer):
    assert headline((above, wanted, writer, "Thu, March 19, 2026 at 5:30 AM EDT", *BODY["en"]), "en") == wanted


def test_a_headline_may_be_longer_than_headlines_are():
    wanted = (
        "Ministers to publish plans for a national register of everyone who has ever owned a bicycle, a bell or a "
        "bicycle pump in any town with more than four thousand people and one station"
    )
    assert headline((f"{wanted}\nBy Kit Marlow\nFriday 20 November 2026 09:00", *BODY["en"]), "en") == wanted


def test_a_short_headline_stays_above_what_it_is_about():
    deck = "The boat to the islands leaves at two in the morning, for the last time in March"
    assert headline(("Last night ferry", deck, *BODY["en"]), "en") == "Last night ferry"


@pytest.mark.parametrize(
    ("name", "told", "company"),
    [
        ("Acme", "Acme (NYSE: ACM) said on Tuesday that it sold more valves.", True),
        ("港湾機械", "港湾機械（東証：7203）は、火曜日に発表しました。", True),
        ("Acme", "Acme (NASDAQ:ACM; TSX:ACM) said that it sold more valves.", True),
        ("Lowmoor", "Lowmoor (Wexish: Lomur) is a town on the Gull.", False),
        ("Lowmoor", "Lowmoor is a town on the Gull (map: A4).", False),
        ("Acme Corp.", "", True),
        ("Corporate Lowmoor", "", False),
        ("ПАО Причал", "", True),
        ("株式会社みなと", "", True),
    ],
)
def test_a_companys_name_ends_as_such_names_do_or_has_a_ticker_behind_it(name, told, company):
    assert is_company(name, [told]) is company


def test_a_title_right_above_an_article_that_was_copied_alone_is_its_headline():
    assert headline(("El ferry deja de cruzar de noche", *BODY["es"]), "es") == "El ferry deja de cruzar de noche"
