"""Text in, sentences, words and stems out."""

import re
from pathlib import Path

import pytest

import copydesk
from copydesk.language import LANGUAGES, lexicon, lowered, phrasebook, sentences, stem, stopwords, words

SPLIT = [
    ("en", "Prices rose.|Wages did not."),
    ("en", "Mr. Hale met Dr. Ito at 5 p.m. on Friday.|They talked."),
    ("en", "The U.S. Senate voted.|It sat until 6 p.m.|Mrs. Orr left."),
    ("en", "Shares of Orrin Inc. fell 3.5 percent.|Nobody at Orrin Inc. would talk."),
    ("en", "It was run by Orrin Inc.|The firm is gone."),
    ("en", "See No. 7 and p. 12.|Then stop."),
    ("en", "The poet J. R. Lund wrote it."),
    ("en", '"It is late," she said.|"Go home."'),
    ("en", "The mill was sold to then-Sen. Orr.|Nobody minded."),
    ("en", "Is it true?|Yes!|Who knows …|Nobody."),
    ("en", "He paused ... and went on."),
    ("en", "We left early.|everyone was tired."),
    ("en", "She works for Wow! in the sales office."),
    ("en", "1. Wash the cups|2. Dry the cups|3. Put them away"),
    ("en", "Orr trains in Leeds.|She never rests|3. She eats at noon|4. She swims|5. She sleeps"),
    ("en", "Orr rests|2. She eats|3. She swims|4. She sleeps Hale rests|2. He eats|3. He swims|4. He sleeps"),
    ("en", "They won on May 3.|In June they lost 4.|Nobody minded."),
    ("de", "Orr gewann am 3. Mai, am 4. Mai und am 5. Mai.|Niemand staunte."),
    ("en", "• 1. Wash the cups.|• 2. Dry the cups."),
    ("en", "a) Wash the cups|b) Dry the cups"),
    ("en", "LEEDS, England (Wire) -|The mill has closed."),
    ("en", "Monday, March 3, 2014|The mill has closed."),
    ("en", "The old mill|Image: Ada Orr."),
    ("en", "They paid him.|$500 was too little."),
    ("en", "the thing is . . . nobody knew."),
    ("de", "Am 3. März kam z. B. Dr. Lenz.|Er blieb bis ca. 9 Uhr."),
    ("de", "Versprochen waren 60.|„Es wurden 19“, sagt Lenz.|Am 7. Mai waren es 20.|Die Firma schweigt."),
    ("en", "PORT ORR, March 29, 2019 –|The mill has closed."),
    ("de", "Er rief: „Halt!“|Dann ging er weg."),
    ("fr", "M. Morel est arrivé.|Mme Petit aussi."),
    ("es", "El Sr. Luna llegó.|¿Quién lo vio?|Nadie."),
    ("it", "Il dott. Riva è qui.|La S.p.A. ha chiuso."),
    ("pt", "O Sr. Lima chegou.|Ninguém viu."),
    ("nl", "Dhr. De Boer kwam op 3. januari.|Niemand zag hem."),
    ("pl", "Prof. Nowak przyszedł.|Nikt go nie widział."),
    ("ru", "Об этом сообщил г. Иванов.|Других подробностей нет."),
    ("tr", "Prof. Dr. Ayşe Kaya geldi.|Toplantı 3. katta yapıldı."),
    ("hi", "पुल बंद है।|काम मई में शुरू होगा।|कब तक?|कोई नहीं जानता।"),
    ("bn", "সেতু বন্ধ।|কাজ মে মাসে শুরু হবে।"),
    ("fa", "آیا این ممکن است؟|پاسخ روشن نیست.|«نه!»|او رفت."),
    ("ur", "پل بند ہے۔|کام مئی میں شروع ہو گا۔"),
    ("ja", "雨が降った。|「もう帰る。」と彼は言った。|夜になった。"),
    ("zh", "公司昨天宣布了计划。|股价上涨！|为什么？"),
]


@pytest.mark.parametrize(("lang", "parted"), SPLIT)
def test_a_text_is_parted_into_its_sentences(lang, parted):
    whole = parted.split("|")
    glue = "" if lang in ("ja", "zh") else " "
    assert sentences(glue.join(whole), lang) == whole


def test_a_line_break_ends_a_sentence():
    assert sentences("A heading\nA sentence.", "en") == ["A heading", "A sentence."]


@pytest.mark.parametrize(
    "hostile", [".", '."', ". ", "A. ", "1. ", "。", "'", "a-", "Image: ", "1. 2. ", "(", "[1", "?!"]
)
def test_nothing_is_lost_and_nothing_hangs(hostile):
    text = hostile * (100_000 // len(hostile))
    assert "".join("".join(sentences(text, "en")).split()) == "".join(text.split())
    words(text, "fr")


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "The 1,500.5 C++ jobs, a rock-solid U.S.", ["The", "1,500.5", "C++", "jobs", "a", "rock-solid", "U.S"]),
        ("fr", "L’usine d'Orléans, aujourd'hui", ["L’", "usine", "d'", "Orléans", "aujourd'hui"]),
        ("it", "l'anno dell'acqua", ["l'", "anno", "dell'", "acqua"]),
        ("zh", "中国经济3%", ["中国", "国经", "经济", "3"]),
        ("ja", "トヨタは新型車を発表", ["トヨタ", "は", "新型", "型車", "を", "発表"]),
        ("ru", "Ан-70 взлетел", ["Ан-70", "взлетел"]),
        ("hi", "हिन्दी में, 12% कहा।", ["हिन्दी", "में", "12", "कहा"]),
        ("bn", "বাংলাদেশ সরকার", ["বাংলাদেশ", "সরকার"]),
        ("fa", "او می‌گوید: نه", ["او", "می‌گوید", "نه"]),
    ],
)  # fmt: skip
def test_words(lang, text, wanted):
    assert words(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "one", "other"), [("en", "Batteries", "battery"), ("fr", "usines", "usine"), ("zh", "中国", "中国")]
)
def test_stems_meet(lang, one, other):
    assert stem(one, lang) == stem(other, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_stopwords_in_lower_case(lang):
    assert len(stopwords(lang)) >= 50
    assert all(word == word.lower() for word in stopwords(lang))


def test_an_unknown_list_is_empty_and_regions_share_their_language():
    assert lexicon("no such list", "en") == ()
    assert stopwords("xx") == frozenset()
    assert stopwords("en-GB") == stopwords("en")


def test_a_wires_place_line_is_a_sentence_of_its_own():
    text = "PORT ELLERY--(BUSINESS WIRE)--The ferries will run all night. It is settled."
    assert sentences(text, "en") == [
        "PORT ELLERY--(BUSINESS WIRE)--",
        "The ferries will run all night.",
        "It is settled.",
    ]


# A group that gives nothing back is written `(?>(?:…)*)`. With `(?:…)*+` Python 3.11.2, that of Debian 12, never comes
# to the end of a sentence where the group has two ways to match.
TAKEN_FOR_GOOD = re.compile(r"\)[*+?]\+")


def test_no_pattern_is_one_at_which_an_older_python_hangs():
    package = Path(copydesk.__file__).parent
    files = {path.relative_to(package).as_posix(): path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
    lines = [(name, line) for name, text in files.items() for line in text.splitlines()]
    assert [(name, line) for name, line in lines if TAKEN_FOR_GOOD.search(line) and "URL_SAFE" not in line] == []


@pytest.mark.parametrize(
    ("text", "low"), [("İlginizi Çekebilir", "ilginizi çekebilir"), ("Größe", "größe"), ("ΣΑΣ", "σας")]
)
def test_small_letters_are_those_of_the_lists(text, low):
    assert lowered(text) == low


@pytest.mark.parametrize("name", ["appeals", "boxes"])
def test_a_text_holds_each_phrase_of_a_list_however_long_the_list_is(name):
    book = phrasebook(name, "en")
    held = {phrase: list(book.found(f"and {phrase}, said")) for phrase in lexicon(name, "en")}
    assert all((4, phrase) in found for phrase, found in held.items())
    assert all(book.in_text(phrase) for phrase in held)
    assert not book.in_text("the ferry sails at noon and comes back at two")
