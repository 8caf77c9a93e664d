"""A page in, its last sentences and the pieces of its own series kept."""

from dataclasses import dataclass

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.ends import around, named_again
from copydesk.cleaning.prose import is_report
from copydesk.language.voices import own_voice
from copydesk.model import Label
from tests.test_cleaning import PARAGRAPHS, kept, seed

ABOVE = (
    "Skip to content",
    "News",
    "Sport",
    "Island ferry gives up its night crossing",
    "By Dora Whitlock",
    "12 January 2026",
)
BELOW = (
    "Share",
    "248 Comments",
    "Explore more on these topics",
    "Ferries",
    "Islands",
    "© 2026 Harbour Ledger. All rights reserved.",
)


def told(*rows, below=BELOW, above=ABOVE):
    return [line.text for line in clean(seed("\n\n".join((*above, *rows, *below)))).kept]


@pytest.mark.parametrize(
    "last",
    [
        "“Come at three,” she said. “Bring gloves.”",
        "The boats, meanwhile, have started on number 18.",
        "“Not this one.”",
        "A service will be held on Thursday at ten in the harbour church.",
    ],
)
def test_a_short_last_sentence_of_the_story_stays(last):
    assert last in told(*PARAGRAPHS, last)


def test_a_bar_ends_sentences_of_hindi():
    rows = (
        "हिंदी न्यूज",
        "नदी पर बनेगा नया पुल, दो जिलों की दूरी 40 किमी घटेगी",
        "14 जनवरी 2026",
        "संदेश ब्यूरो, सीतापुर। नदी पर नए पुल के निर्माण को बुधवार को मंजूरी मिल गई |",
        "इससे दो जिलों के बीच की दूरी 40 किलोमीटर घट जाएगी |",
        "यह भी पढ़ें",
        "सीतापुर में तीन दिन बंद रहेगा बाजार",
        "बिजली बिल में मिलेगी छूट",
        "ग्रामीणों ने कहा कि वे तीस साल से पुल की मांग कर रहे थे | अभी उन्हें नाव से नदी पार करनी पड़ती है |",
        "अभियंता ने बताया कि काम मार्च से शुरू होगा और पुल दो साल में तैयार हो जाएगा |",
        "होम | राज्य | खेल |",
    )
    page = clean(seed("\n".join(rows), lang="hi"))
    assert [line.text for line in page.kept if line.label is Label.PARAGRAPH] == [*rows[3:5], *rows[8:10]]


def test_a_square_ends_a_magazines_last_sentence():
    last = "The town plans to let the night market by the lake stay open for an hour more in spring. ■"
    assert told(*PARAGRAPHS, last)[-1] == last


@pytest.mark.parametrize(
    ("text", "lang", "reports"),
    [
        ("“You will miss us,” he said on the quay.", "en", True),
        ("We will send you the goods every Friday.", "en", False),
        ("Was this useful? Buy Jocasta a pie.", "en", False),
        ("“Why not?” said the harbour master.", "en", True),
        ("Get quotes from top-rated pros today!", "en", False),
        ("Dora Whitlock is a reporter based on the islands.", "en", False),
        ("Write to desk@example.org with what happened there.", "en", False),
        ("Die Fähre fährt am Freitag zum letzten Mal.", "de", True),
        ("Hier können Sie alle Rechte am Text erwerben.", "de", False),
    ],
)
def test_what_speaks_to_the_reader_or_of_the_writer_reports_nothing(text, lang, reports):
    assert is_report(text, lang) is reports


@pytest.mark.parametrize(
    ("text", "lang", "own"),
    [
        ("Sie sagte, die Fähre fahre nicht mehr.", "de", False),
        ("Das hat Sie und andere interessiert.", "de", True),
        ("Det här är vår sista resa.", "sv", True),
        ("The US and the IT desk said no.", "en", False),
    ],
)
def test_a_courtesy_is_told_by_its_capital(text, lang, own):
    assert own_voice(text, lang) is own


TURNS = (
    "MAYA LOWE: That is the clock of the harbour church. It has rung every quarter since 1904, at night as well.",
    "PAUL TELLER: I am not against clocks. I own a watch, and I wind it every evening before I go to bed at home.",
    "MAYA LOWE: Our producer went to the island to find out what happened there. He has been sleeping badly since.",
    "BEN ORTIZ: In the end the judge said something that neither of them had thought of. She asked if they had tried.",
    "MAYA LOWE: Had they?",
    "BEN ORTIZ: No.",
    "MAYA LOWE: The clock will ring on, then, and the island will go on complaining about it, as islands do.",
)


def test_the_turns_of_a_talk_stay_together():
    opening = "MAYA LOWE: This is Small Machines. I’m Maya Lowe."
    found = told("Show Notes", "Transcript", opening, "[CLOCK CHIMES]", *TURNS)
    assert [row for row in (opening, "[CLOCK CHIMES]", *TURNS) if row not in found] == []


def test_an_answer_of_one_word_stays_below_its_question():
    rows = (*PARAGRAPHS[:2], "Do you ever listen to the old recordings of the boat?", "No.", "Never?", *PARAGRAPHS[2:])
    assert "No." in told(*rows)


def test_a_numbered_list_of_places_goes_on_to_its_end():
    entries = [
        row
        for number, place in enumerate(("Stockholm to Narvik", "Vienna to Split", "London to Penzance"), 1)
        for row in (f"{number}. {place}", PARAGRAPHS[number], f"Price: from €{number}9.")
    ]
    last = ("4. Zurich to Zagreb", "Nobody has ever slept on it.", "Price: from €49.")
    page = clean(seed("\n".join((*ABOVE, PARAGRAPHS[0], *entries, *last, *BELOW))))
    assert [row for row in (*entries, *last) if row not in {line.text for line in page.kept}] == []
    assert "4. Zurich to Zagreb" in [line.text for line in page.kept if line.label is Label.HEADING]


def test_the_titles_below_the_hours_of_a_live_report_are_headings():
    hours = [
        row
        for hour, title, text in zip(
            (18, 15, 8), ("Closing summary", "Talks until Monday", "The first boat"), PARAGRAPHS, strict=False
        )
        for row in ("Share", f"{hour}.31 GMT", title, text)
    ]
    page = clean(seed("\n".join((*ABOVE, *hours, *BELOW))))
    found = [line.text for line in page.kept if line.label is Label.HEADING]
    assert found == ["Closing summary", "Talks until Monday", "The first boat"]
    assert kept(page) == [*PARAGRAPHS[:3]]


@dataclass
class Verdicts:
    body: list[float]
    words: list[int]


@dataclass
class Told:
    """A page that the labeller has judged, as far as its end is asked."""

    texts: list[str]
    body: list[float]
    lang: str = "en"

    @property
    def pieces(self):
        return [[at] for at in range(len(self.texts))]

    @property
    def verdicts(self):
        return Verdicts(self.body, [len(text.split()) for text in self.texts])

    def text(self, at):
        return self.texts[at]


STORY = "The mayor, Marta Kollwitz, sold the house of the baker Rolf Tennstedt in Altenfurt to Samir Haddad on Monday."


@pytest.mark.parametrize(
    ("above", "between", "last", "chance", "stays"),
    [
        (
            "News",
            1,
            "In April the mayor Kollwitz will hand the key to Haddad, in a small ceremony on the square.",
            0.2,
            True,
        ),
        (
            "News",
            1,
            "In April the mayor Kollwitz will hand the key to Haddad, in a small ceremony on the square.",
            0.1,
            False,
        ),
        (
            "News",
            5,
            "In April the mayor Kollwitz will hand the key to Haddad, in a small ceremony on the square.",
            0.4,
            False,
        ),
        (
            "News",
            5,
            "In April the mayor Kollwitz gives the key to Haddad, and Tennstedt bakes for all who come.",
            0.4,
            True,
        ),
        (
            "Rolf Haddad",
            1,
            "In April the mayor Kollwitz will hand the key to Haddad, in a small ceremony there.",
            0.4,
            False,
        ),
        (
            "News",
            1,
            "Dora Orr writes on Altenfurt and Tennstedt, Haddad and Kollwitz, and lives by the sea there.",
            0.4,
            False,
        ),
    ],
)
def test_a_sentence_behind_a_box_that_names_what_the_story_names_is_of_it(above, between, last, chance, stays):
    texts = [above, STORY, *(f"Title number {n}" for n in range(between)), last]
    page = Told(texts, [0.0, 0.9, *(0.0 for _ in range(between)), chance])
    assert named_again(page, [1]) == ([len(texts) - 1] if stays else [])


@pytest.mark.parametrize(
    ("line", "lang", "stays"),
    [
        ("Story continues below this ad", "en", True),
        ("Advertisement", "en", False),
        ("Nach der Anzeige weiterlesen", "de", True),
    ],
)
def test_below_a_line_that_says_that_the_story_goes_on_it_goes_on(line, lang, stays):
    last = "The house has stood on the market square since 1764, and Kollwitz was born in it."
    assert around(Told([STORY, line, last], [0.9, 0.0, 0.3], lang), [0]) == ([2] if stays else [])


def test_a_short_last_sentence_stays_in_languages_hardly_learned():
    blocks = (
        "Anasayfa\nGündem\nSpor\nKasabanın 90 yıllık sineması yeniden açıldı",
        "Elif Aksoy\n02.04.2026 - 10:15\nGüncelleme: 02.04.2026 - 11:02\nPaylaş\nAA",
        "Karaca kasabasının 1936'da kurulan sineması, on iki yıl sonra perşembe günü yeniden açıldı.",
        "Belediye binayı 4 milyon liraya satın aldı, koltukları kasaba halkı onardı.",
        "İLGİLİ HABER\nTarihi hamam kütüphane oldu",
        '"İlk filmi burada izlemiştim, babamın omzunda" dedi 84 yaşındaki Hasan Demir.',
        "Sinema haftada üç gün film gösterecek.",
        "Etiketler\nSinema\nKültür\nGünün Önemli Haberleri",
    )
    page = clean(seed("\n\n".join(blocks), lang="tr"))
    assert [line.text for line in page.kept if line.label is Label.PARAGRAPH] == [*blocks[2:4], *blocks[5:7]]
