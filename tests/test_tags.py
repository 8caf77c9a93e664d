"""Tags: articles of our own in, the tags an editor would have given out."""

import argparse
import os
import pickle
import subprocess
import sys
from dataclasses import replace

import pytest

from copydesk.commands import tags as command
from copydesk.describing import (
    Drawer,
    Memory,
    Vocabulary,
    describe,
    frequency,
    house_style,
    lessons,
    remember,
    vocabulary,
)
from copydesk.describing.candidates import Candidate, candidates
from copydesk.describing.declining import erect, nominative, phrase, risen
from copydesk.describing.features import printed
from copydesk.describing.lessons import lesson
from copydesk.describing.naming import grouped
from copydesk.describing.ranking import model
from copydesk.describing.spelling import key
from copydesk.describing.tagging import Choice, choices, told_once
from copydesk.describing.text import READ, read
from copydesk.describing.words import split
from copydesk.grouping.tag_pages import address, deserving
from copydesk.language.people import first_name
from copydesk.model import Article, Block, CopydeskError, Facts, Label, Page, Post, Seed
from copydesk.posting import made, parse_post
from copydesk.settings import Settings


def article(title, *paragraphs, lang="en"):
    blocks = tuple(Block(Label.PARAGRAPH, paragraph) for paragraph in paragraphs)
    return Article(Page(Seed("seeds/one.txt", "0", "text", ()), ()), title, blocks, lang=lang)


def tags(*text, lang="en", memory=None):
    return describe(article(*text, lang=lang), memory or Memory()).tags


FERRY = (
    "Harbour strike halts the Brimley ferry",
    "Ferry crews in Brimley walked out on Monday after talks with Norland Lines collapsed.",
    "Mayor Ada Quill called it a disaster for the islands. Quill wants both sides to meet again. To Quill it is war.",
    "Norland Lines said a new pay deal was on the table. The company runs electric vehicles (EVs) on its decks.",
    "The union, the Federation of Ferry Workers (FFW), said the FFW would not return before Quill had signed.",
)


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ("Norland Lines", "a name that stands twice"),
        ("Brimley", "a place in the headline"),
        ("Ada Quill", "a full name, with its surname counted and its office off"),
    ],
)
def test_names_an_editor_would_give(tag, why):
    assert tag in tags(*FERRY), why


def test_a_surname_goes_by_the_only_full_name_even_before_it():
    late = ("Quill halts the ferry", "Quill called it a disaster.", "To Quill it is war. So says Ada Quill.")
    assert "Ada Quill" in tags(*late)
    assert "Ada Quill" not in tags(*late[:2], "To Quill it is war. So say Ada Quill and Jane Quill.")
    assert "Camp Quill" not in tags(*late[:2], "To Quill it is war. So they say at Camp Quill.")


def test_a_name_that_ends_like_a_possessive_keeps_its_end():
    given = tags("Norlund buys McDonald's", "Norlund’s bid for McDonald’s is high. Workers at McDonald's fear Norlund.")
    assert {"McDonald's", "Norlund"} <= set(given)


def test_a_first_name_goes_by_the_one_full_name_that_begins_so():
    given = tags(
        "A painter at the quay finds her public",
        "The harbour board in Brimley has shared photos of Ashley Salazar, who painted the quay in her second summer. "
        "They showed Ashley with her family, beside her boats and the dog that everybody knows.",
        "Jenelle Whitlock of the board sent the photos on, and added: I stand by my advice. When it came to choosing "
        "Ashley or another, I told them Ashley, but that did not happen.",
        "She followed this with a laughing face and then told her readers that Ashley was to be found at the quay, and "
        "that Ashley would soon paint the café as well.",
        "Ashley, the mother of two, is best known for her year on the lighthouse, when the board gave her a shed.",
    )
    assert "Ashley Salazar" in given
    assert "Ashley" not in given


def test_a_town_is_not_the_first_name_of_somebody():
    given = tags(
        "Florence Pugh opens a hotel in Florence",
        "Florence Pugh opened a hotel in Florence on Monday, near the old market of Florence, where a school had been.",
        "Florence Pugh had loved the market since she was a child. Residents of Florence protested outside the market.",
        "Rents in Florence have doubled in four years. The tram lines in Florence will be opened next year.",
    )
    assert {"Florence", "Florence Pugh"} <= {*given}


def test_a_surname_of_two_words_goes_by_the_full_name():
    given = tags("Díaz Quill calla", "Isabel Díaz Quill calla. Díaz Quill no dice nada. Así es Díaz Quill.", lang="es")
    assert "Isabel Díaz Quill" in given
    assert not {"Díaz Quill", "Quill"} & set(given)


def test_a_word_behind_a_first_name_is_a_surname():
    given = tags("Wood takes novel prize", "Andrea Wood has won. Wood's novel is long. A prize for Wood, says Wood.")
    assert "Andrea Wood" in given
    assert "Wood" not in given


def test_a_block_named_for_somebody_is_nobodys_full_name():
    text = "Порошенко молчит. В Блоке Ивана Порошенко тоже молчат. Так решил Иван Порошенко, сказал Порошенко."
    assert "Иван Порошенко" in tags("Порошенко молчит", text, lang="ru")


def test_what_a_land_backs_is_nobodys_full_name():
    told = ("Brimley-backed Norlund halts the ferry", "Norlund said so. To Norlund it is war. So Norlund fights on.")
    assert "Norlund" in tags("The ferry halts", *told)


def test_a_land_before_a_first_name_is_none_of_it():
    text = "Экс-спикер парламента Грузии Нино Бурджанадзе сказала это. Нино Бурджанадзе и Грузия молчат."
    given = tags("Бурджанадзе молчит", text, lang="ru")
    assert "Нино Бурджанадзе" in given
    assert "Грузии Нино Бурджанадзе" not in given


@pytest.mark.parametrize(
    ("low", "wanted"), [("mayor", False), ("anna", True), ("ивана", True), ("андрея", True), ("мост", False)]
)
def test_first_names_are_known_in_every_case(low, wanted):
    assert first_name(low) is wanted


def test_what_the_summary_names_is_told_of_a_candidate():
    text = read(article(*FERRY))
    told = choices(text, Memory(), printed("The ferry of Norland Lines lies in port.", ("Brimley waits.",), "en"))
    assert "summary:name:1" in told[key("Norland Lines", "en")].features
    assert "points:name:1" in told[key("Brimley", "en")].features
    assert "summary:name:0" in told[key("Brimley", "en")].features


def test_a_headlines_verb_is_no_tag():
    title = "Nobody wanted it: the Brimley ferry fizzles"
    assert "fizzles" not in tags(title, "The ferry of Brimley ends on Monday.", "Nobody took the ferry.")


def test_what_is_done_to_something_is_no_tag_until_it_is_named_again():
    text = "The Brimley crew is accused of assaulting detainees at the port, the mayor of Brimley said."
    assert "assaulting detainees" not in tags("Brimley crew accused", text)
    text = "A rolling blackout hit Brimley. The rolling blackout hit the port of Brimley, too."
    assert "rolling blackout" in tags("Brimley dark", text)


def test_who_keeps_a_stock_of_pictures_is_no_tag():
    text = "Ferries wait in Brimley. Ferry crews of Brimley are on strike. Picture: Shutterstock."
    assert "Shutterstock" not in tags("Ferries wait", text)


def test_what_never_stands_without_the_same_word_is_known():
    text = read(article("", "A cloud forms. The pricing of cloud computing rose. Cloud computing is dear."))
    told = choices(text, Memory(), printed("", (), "en"))
    assert "same behind:noun:2" in told[key("cloud", "en")].features


@pytest.mark.parametrize("tag", ["Quill", "Mayor Ada Quill", "Monday", "Mayor", "Federation of Ferry Workers", "EVs"])
def test_no_halves_no_offices_no_days(tag):
    assert tag not in tags(*FERRY)


def test_the_sign_of_a_share_is_no_tag():
    signs = ("Norland Lines (NORL.OL) halts its ferries", "Norland Lines (OSE: NORL) halted them. The IMF (IMF) waits.")
    assert not {"NORL.OL", "NORL", "OSE"} & set(tags(*signs, *FERRY[1:]))


def test_at_most_eight():
    names = [f"Port {chr(65 + n)}{'aeiou'[n % 5]}mel{'aeiou'[n % 5]}" for n in range(20)]
    assert len(tags("Ports", *(f"The council of {name} met. {name} agreed." for name in names))) <= 8


def test_of_a_text_without_end_the_opening_is_read():
    endless = read(article("中文" * 90_000, "中文", lang="zh"))
    assert [len(segment.words.source) for segment in endless.segments] == [READ]
    assert len(read(article(*FERRY)).segments) == len(FERRY)


@pytest.mark.parametrize(
    ("text", "lang", "words", "signs"),
    [
        ("Orr & Hale sail.", "en", ["Orr", "Hale", "sail"], ". & +"),
        ("Orr's ferry. It sails.", "en", ["Orr", "ferry", "It", "sails"], ". & . +"),
        ("Ada B. Orr, St. Ives", "en", ["Ada", "B", "Orr", "St", "Ives"], ". + + - +"),
        ("L'équipage d'Orr", "fr", ["L'", "équipage", "d'", "Orr"], ". + + +"),
        ("新工場の", "ja", ["新工", "工場", "の"], ". + +"),
        ("x" * 41 + " ferry", "en", ["ferry"], "."),
        ("", "fr", [], ""),
    ],
)
def test_words_and_what_stands_between_them(text, lang, words, signs):
    found = split(text, lang)
    assert list(found.texts) == words
    assert [text[start : start + len(word)] for start, word in zip(found.starts, words, strict=True)] == words
    told = [
        "." if gap.opens else "+" if gap.joined else "&" if gap.touches else "-" for gap in found.gaps[: len(words)]
    ]
    assert " ".join(told) == signs
    assert len(found.gaps) == len(words) + 1


@pytest.mark.parametrize("lang", ["en", "de", "fr", "ru", "zh", "ja", "xx", ""])
def test_nothing_to_say(lang):
    assert tags("", lang=lang) == ()


def history(count=12):
    return [
        Post(f"{n:02}.md", f"p{n}", "Ferries again", None, "en", "The Brimley ferry was late again.", ("Ferry travel",))
        for n in range(count)
    ]


def test_the_site_supplies_a_tag_the_text_does_not_have():
    assert "Ferry travel" in tags(*FERRY, memory=remember(history(), Vocabulary()))


def test_memory_is_the_same_in_any_order_and_travels():
    memory = remember(history(), Vocabulary())
    assert memory == remember(reversed(history()), Vocabulary())
    assert pickle.loads(pickle.dumps(memory)) == memory


def told(count=12):
    """Posts that teach all that a memory holds: spellings, twins, neighbours, and one without a language."""
    posts = [*history(count), Post("e.md", "e", "EF", None, "en", "Ships by electric ferry (EF).", ("EF", "C++"))]
    return [
        *posts,
        Post("f.md", "f", "On", None, "", "The electric ferry ran aground in Brimley.", ("electric ferry",)),
    ]


def test_what_is_kept_of_posts_changes_nothing(tmp_path):
    drawer = Drawer(tmp_path / "memory", "rules", keeps=True)
    for posts in (told(), told(), told(9), [replace(told()[0], body="Else."), *told()[1:]], []):
        assert repr(remember(posts, Vocabulary(), drawer)) == repr(remember(posts, Vocabulary()))


@pytest.mark.parametrize("harm", [b"", b"\x00", b"null", b'{"of":1}', "cut", "altered", "other rules"])
@pytest.mark.parametrize("file", ["memory.json", "lessons.json"])
def test_any_doubt_about_what_is_kept_means_counting_again(tmp_path, file, harm):
    drawer, expected = Drawer(tmp_path, "rules", keeps=True), remember(told(), Vocabulary())
    remember(told(), Vocabulary(), drawer)
    kept = (tmp_path / file).read_bytes()
    spoilt = {"cut": kept[:-9], "altered": kept.replace(b"Ferry", b"Fairy").replace(b"brimley", b"bromley")}
    (tmp_path / file).write_bytes(spoilt.get(harm, kept) if isinstance(harm, str) else harm)
    if harm == "other rules":
        drawer = replace(drawer, rules="others")
    if file == "lessons.json":
        (tmp_path / "memory.json").unlink()
    assert remember(told(), Vocabulary(), drawer) == expected


def test_unchanged_posts_are_not_read_again(tmp_path, monkeypatch):
    drawer = Drawer(tmp_path, "rules", keeps=True)
    remember(told(), Vocabulary(), drawer)
    read_again = []
    monkeypatch.setattr(lessons, "lesson", lambda post: read_again.append(post.path) or lesson(post))
    remember(told(), Vocabulary(), drawer)
    assert read_again == []
    remember([replace(told()[3], body="The pier is shut."), *told()], Vocabulary(), drawer)
    assert read_again == ["03.md"]


def test_a_desk_that_promises_to_write_nothing_keeps_nothing(tmp_path):
    remember(told(), Vocabulary(), Drawer(tmp_path / "memory", "rules"))
    assert not (tmp_path / "memory").exists()


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "memory").write_text("a file where the folder should be", encoding="utf-8")
    drawer = Drawer(tmp_path / "memory", "rules", keeps=True)
    assert remember(told(), Vocabulary(), drawer) == remember(told(), Vocabulary())


def test_the_editors_vocabulary_wins():
    told = Vocabulary((("Norland Lines", "Norland"),), ("brimley",))
    given = tags(*FERRY, memory=Memory(told))
    assert "Norland" in given
    assert "Norland Lines" not in given
    assert "Brimley" not in given


def test_an_absent_vocabulary_is_empty(tmp_path):
    assert vocabulary(tmp_path / "tags.toml") == Vocabulary()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_vocabulary_is_read(tmp_path, encoding):
    file = tmp_path / "tags.toml"
    file.write_text('[alias]\r\n"EV" = "Electric  vehicles"\n[ban]\ntags = ["News"]\n', encoding=encoding)
    assert vocabulary(file) == Vocabulary((("EV", "Electric vehicles"),), ("News",))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[alias]\n"EV" = \n', 2),
        ('[alias]\n"EV" = 3\n', 2),
        ("[ban]\ntags = 'News'\n", 1),
        ("[ban]\ntag = ['News']\n", 1),
        ("\n[bann]\n", 2),
        (f"alias = {'9' * 5000}\n", 1),
        (f"alias = {'[' * 5000}\n", 1),
        (b'[ban]\ntags = ["M\xfcsli"]\n', 2),
    ],
)
def test_a_bad_vocabulary_says_where(tmp_path, text, line):
    file = tmp_path / "tags.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(CopydeskError) as error:
        vocabulary(file)
    assert (error.value.path, error.value.line) == (file.as_posix(), line)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("He works at Home Depot in Leeds.", "Home Depot"),
        ("A loan from the World Bank was signed.", "World Bank"),
        ("Shops open early on Black Friday in Leeds.", "Black Friday"),
        ("On Monday Mayor Ada Quill spoke.", "Ada Quill"),
        ("US President Carl Orme met Nordia CEO Ida Bell.", "US"),
        ("US President Carl Orme met Nordia CEO Ida Bell.", "Carl Orme"),
        ("US President Carl Orme met Nordia CEO Ida Bell.", "Ida Bell"),
        ("They asked the Office for Harbour Safety again.", "Office for Harbour Safety"),
        ("A stake went to Saudi Aramco Base Oil in May.", "Saudi Aramco Base Oil"),
        ("It is written in C++ and C# alone.", "C++"),
        ("It is written in C++ and C# alone.", "C#"),
        ("Cases of COVID-19 fell.", "COVID-19"),
        ("The new iPhone 15 sold well.", "iPhone 15"),
        ("Snow fell on St. Gallen at night.", "St. Gallen"),
        ("We saw Múte B. Egede speak.", "Múte B. Egede"),
        ("The Justice Department sued.", "Justice Department"),
        ("The Premier League begins soon.", "Premier League"),
        ("A film called Ponyo by Olav Hansen won.", "Olav Hansen"),
        ("They fell for Just Stop Brine again.", "Just Stop Brine"),
        ("He fought in World War I for them.", "World War I"),
        ("Talks with the US failed.", "US"),
    ],
)
def test_names_are_kept_whole(sentence, name):
    assert name in forms(sentence)


@pytest.mark.parametrize(
    ("sentence", "fragment"),
    [
        ("US President Carl Orme spoke.", "US President Carl Orme"),
        ("If Sweden is attacked, it will fight.", "If Sweden"),
        ("The Justice Department sued.", "Department"),
        ("In March the Brimley ferry sank.", "March"),
        ("Nordia and Renholt merged.", "Nordia and Renholt"),
        ("They saved A TON of salt.", "A TON"),
        ("We CHEER ON Norland here.", "ON Norland"),
        ("It is the Norland I own.", "Norland I"),
        ("Brightly, they spoke of nothing else but grimly, grimly.", "grimly"),
        ("Nets hung there. They reincarnated and reincarnated.", "reincarnated"),
        ("The court heard the accused.Ada Orr denied it.", "accused.Ada Orr"),
        ("Carrow Patrol sang. We love Carrow Patrol.", "Patrol"),
        ("See https://norland.example/a for more on https.", "https"),
        ("The Norland Directorate for Pharmaceutical Harbours met.", "Norland Directorate for Pharmaceutical Harbours"),
        ("It runs from Norland Shed 1,5 miles to Brimley.", "Norland Shed 1"),
        ("Archaeologist Ada Quill dug at Brimley.", "Archaeologist Ada Quill"),
        ("They met Former Brimley captain Ada Quill.", "Former Brimley"),
    ],
)
def test_fragments_are_no_candidates(sentence, fragment):
    assert fragment not in forms(sentence)


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("de", "Viele klagen über Nordia. Auch Brimley will klagen.", "klagen"),
        ("es", "Los barcos llegaron tarde. Tarde llegaron todos.", "llegaron"),
        ("pt", "O porto parou totalmente. Parou totalmente o barco.", "totalmente"),
        ("it", "La nave arriva lentamente. Lentamente parte.", "lentamente"),
        ("fr", "Les marins protestaient. Tous protestaient au port.", "protestaient"),
        ("fr", "Il faut fermer le port. Fermer le port coûte cher.", "fermer"),
        ("en", "The gale abated at noon. In Brimley it abated too.", "abated"),
        ("en", "Crews ask who'll pay. Nobody knows who'll pay.", "who'll"),
        ("en", "They like booking the ferry. Crews hate booking a ferry.", "booking"),
    ],
)
def test_words_that_end_or_begin_as_no_noun_does_are_no_candidates(lang, text, word):
    assert word not in forms(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("de", "Es geht um Hafen- und Asylpolitik in Brimley.", "Hafen"),
        ("sv", "Färjan i Brimley kommer sent. Brimley hoppas att den kommer.", "kommer"),
        ("fr", "La crise touche Brimley. La crise touche les ménages.", "touche"),
        ("tr", "Gemi Brimley önünde caddeye vurdu. Dün caddeye vuran gemi burada.", "caddeye"),
        ("tr", "Gemi Brimley önünde halıya sarıldı. Dün halıya sarılan gemi burada.", "halıya"),
        ("en", "They argue about pre- and post-ferry days, pre- and post-ferry.", "pre"),
        ("en", "Fares are at norl.to or pic.norland now, norl.to says.", "norl.to"),
        ("en", "DISTRESSING CONTENT follows.", "DISTRESSING CONTENT"),
        ("en", "The new investors wait. No new investors came.", "new investors"),
        ("fr", "Un nouveau port ouvre. Le nouveau port est vide.", "nouveau port"),
        ("sv", "Brimley minns henne. Alla i Brimley saknar henne.", "henne"),
        ("de", "Der Hafen braucht 3000 kWh. Ein kWh kostet Brimley viel.", "kWh"),
        ("cs", "Loď v Brimley tak bude stát. Bude tak stát.", "bude"),
        ("tr", "Norland'ın Brimley limanı kapandı. Brimley'de grev var.", "Norland'ın Brimley"),
    ],
)
def test_scraps_are_no_candidates(lang, text, word):
    assert word not in forms(text, lang)


def test_a_turkish_name_loses_the_ending_of_its_case():
    assert {"Norland", "Brimley"} <= forms("Dün sabah Norland'ın gemisi Brimley’de kaldı.", "tr")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("BRIMLEY (NRW) -- The ferry sank.", "Brimley"),
        ("BRIMLEY: The ferry sank.", "Brimley"),
        ("BRIMLEY, Norland (NRW) - The ferry sank.", "Brimley"),
        ("Brimley (NRW) – The ferry sank.", "Brimley"),
        ("USA (NRW) – The ferry sank.", "USA"),
        ("Ada Quill – Mayor of Brimley – swam.", "Ada Quill"),
    ],
)
def test_a_place_line_gives_its_place_and_not_the_agency(line, place):
    found = forms(line)
    assert place in found
    assert not {"NRW", "BRIMLEY"} & found


PLAYERS = (
    "The players won",
    "The players of Norland Town won again.",
    "The effect was felt by all players, and the players knew the effect of it.",
)


def test_words_that_say_too_little_are_no_tags_alone():
    assert not {"players", "effect"} & {*tags(*PLAYERS)}


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("de", "Das Fazit der Reederei: Der Verzug kostet. Ihr Fazit zum Verzug bleibt bitter.", "Fazit"),
        ("fr", "La tendance du port : la tendance est à la grève.", "tendance"),
        ("es", "La jornada en el puerto fue larga. La jornada acaba en huelga.", "jornada"),
        ("es", "El detenido llegó al puerto. Dos detenidos esperan en el puerto.", "detenido"),
        ("fr", "Une trentaine de marins rament. La trentaine rentre au port.", "trentaine"),
    ],
)
def test_words_of_other_languages_that_say_too_little(lang, text, word):
    assert word not in tags("", text, lang=lang)


def test_words_that_say_too_little_are_tags_where_the_editors_use_them():
    used = [
        Post(f"{n:02}.md", f"p{n}", "Players", None, "en", "The players won again.", ("players",)) for n in range(12)
    ]
    assert "players" in tags(*PLAYERS, memory=remember(used, Vocabulary()))


def test_the_words_beside_a_word_tell_whether_it_is_a_noun():
    found = candidates(read(article("", "Le navire attend. Les marins exigent le retour du navire.", lang="fr")))
    told = {
        form: [(place.determined, place.governs) for place in candidate.places]
        for candidate in found.values()
        for form in candidate.forms
    }
    assert told["navire"] == [(True, False), (True, False)]
    assert told["exigent"] == [(False, True)]


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("es", "El avión muestra dos bares. Otro avión muestra tres.", "muestra"),
        ("es", "Culpan al capitán de abusar del barco. Volvió a abusar.", "abusar"),
        ("fr", "Le capitaine est acquitté par la cour. Le marin est acquitté aussi.", "acquitté"),
        ("fr", "Les marins veulent découvrir le port. Brimley veut découvrir la mer.", "découvrir"),
        ("fr", "La crise financière dure. Une autre crise financière viendra.", "financière"),
        ("fr", "Les marins empruntent une barque. Tous empruntent de quoi vivre.", "empruntent"),
        ("pt", "O barco foi atribuído ao porto. O cais foi atribuído à frota.", "atribuído"),
        ("tr", "Gemi dün limanda yakalandı. Norland gemisi yakalandı, kaptan kaçtı.", "yakalandı"),
        ("tr", "Edinilen bilgiye göre gemi battı. Edinilen bilgiye göre kaptan kaçtı.", "Edinilen"),
        ("tr", "Norland belediyesinin gemisi ve gemisinin kaptanı battı.", "gemisinin"),
        ("pl", "Norland kupował statki. Brimley kupował je także.", "kupował"),
        ("pl", "Prom z lipca wraca. Wielki Lipiec w Norlandzie.", "Lipiec"),
        ("it", "La nave vuole salpare presto. Brimley vuole salpare.", "salpare"),
    ],
)
def test_a_word_that_never_stands_as_a_noun_is_no_tag(lang, text, word):
    assert word not in tags("", text, lang=lang)


def test_a_name_that_stands_nowhere_without_its_adjective_is_half_a_name():
    text = "Le vote de l'Union brimienne tarde. À Brimley, l'Union brimienne attend."
    assert "Union brimienne" in tags("", text, lang="fr")
    assert "Union" not in tags("", text, lang="fr")
    assert "Union" in tags("", f"{text} Une autre Union, la vieille, attend. L'Union, dit-on, dort.", lang="fr")


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("fr", "Grève au port de Brimley. Sans grève, pas de progrès.", "grève"),
        ("pt", "Naufrágio em Brimley: o porto fala de naufrágio.", "naufrágio"),
        ("es", "Culpan al capitán de abusar y abusar. El abuso sigue en Brimley.", "abuso"),
        ("fr", "Il faut voter, voter encore. Le vote est libre.", "vote"),
    ],
)
def test_a_noun_is_spelt_as_one(lang, text, word):
    assert word in tags("", text, lang=lang)


@pytest.mark.parametrize(
    ("tags_found", "wanted"),
    [
        (("plague", "bubonic plague", "pneumonic plague", "Brimley", "Leeds"), {"plague"}),
        (("plague", "bubonic plague", "port", "Brimley", "Leeds"), set()),
        (("plague", "bubonic plague", "pneumonic plague"), set()),
    ],
)
def test_a_small_word_that_longer_tags_tell_is_none(tags_found, wanted):
    kinds = {tag: "name" if tag[0].isupper() else "phrase" if " " in tag else "noun" for tag in tags_found}
    found = {
        key(tag, "en"): Choice(Candidate(key(tag, "en"), kind, tuple(tag.lower().split())), 0, 1, ())
        for tag, kind in kinds.items()
    }
    left = told_once([*found], found)
    assert found.keys() - {*left} == {key(tag, "en") for tag in wanted}


def test_a_unit_is_no_tag():
    text = "The port of Brimley took in 90 tonnes of cod. Crews landed 30 tonnes more, and threw tonnes of it away."
    assert "tonnes" not in tags("Cod", text)
    assert "tonnes" in tags("Cod", text.replace("90 ", "").replace("30 ", ""))


def test_an_infinitive_behind_a_preposition_is_no_noun():
    text = "Le maire de Brimley appelle à voter. Quatre personnes sur dix hésitent encore à voter."
    assert "voter" not in tags("Le port de Brimley attend", text, lang="fr")


def test_a_headline_in_capitals_may_cry_out():
    assert "Stop Because They Can" not in forms("Ferries of Brimley Stop Because They Can!")


def forms(sentence, lang="en"):
    found = candidates(read(article("", sentence, lang=lang)))
    return {form for candidate in found.values() for form in candidate.forms}


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("Electric vehicle", "electric vehicles", "en"),
        ("solid-state battery", "Solid state batteries", "en"),
        ("U.S.", "US", "en"),
        ("Café", "cafe", "en"),
        ("Россия", "России", "ru"),
    ],
)
def test_one_thing_has_one_key(one, other, lang):
    assert key(one, lang) == key(other, lang)


@pytest.mark.parametrize(("one", "other"), [("C++", "C#"), ("COVID-19", "COVID"), ("US", "UK")])
def test_two_things_have_two_keys(one, other):
    assert key(one, "en") != key(other, "en")


@pytest.mark.parametrize(
    ("text", "tag", "never"),
    [
        ("A Chinese crew met Chinese owners in port.", "China", "Chinese"),
        ("A British crew met owners in Britain and the UK.", "UK", "British"),
        ("Ships of the United States met in the United States.", "US", "United States"),
        ("Norland blamed the Government, and the Government left.", "Norland", "Government"),
        ("The Democratic bill failed, said one Democrat.", "Democrats", "Democratic"),
        ("Fog hid the port of NEW YORK again. We left NEW YORK late.", "New York", "NEW YORK"),
        ("Talks with the U.S failed, and the U.S left.", "US", "U.S"),
        ("The six ferries of Brimley: six ferries sank.", "ferry", "six ferries"),
    ],
)
def test_one_name_whatever_the_article_says(text, tag, never):
    given = tags("", text)
    assert tag in given
    assert never not in given


@pytest.mark.parametrize("words", ["app apps", "job jobs", "product products"])
def test_a_thing_has_one_number(words):
    known = frequency.of("en")
    assert len({known.usual(word) for word in words.split()}) == 1


@pytest.mark.parametrize("word", ["news", "goods"])
def test_words_that_only_look_like_plurals_stay(word):
    assert frequency.of("en").usual(word) == word


def test_a_small_word_with_the_stem_of_a_land_is_no_land():
    lead = "Liman 140 milyon liraya mal oldu. Yeni barınak kente 90 milyon liraya mal oldu."
    told = tags("Barınak 140 milyon liraya mal oldu", lead, lang="tr")
    assert told
    assert "Malta" not in told


@pytest.mark.parametrize(
    ("lang", "text", "word", "never"),
    [
        ("ru", "Газпром строит порт. Акции Газпрома растут, говорит Газпром.", "Газпром", "Газпрома"),
        (
            "de",
            "Die Sprengung des Kernkraftwerks beginnt. Nahe des Kernkraftwerks am Kernkraftwerk warten Leute.",
            "Kernkraftwerk",
            "Kernkraftwerks",
        ),
        ("de", "In Brimley schlafen die Tiere. Mit Tieren und bei Tieren wacht keiner.", "Tiere", "Tieren"),
        ("pl", "Brimland czeka. Prom z Brimlandu płynie do Brimlandu.", "Brimland", "Brimlandu"),
        ("tr", "Gemi dün Fethiye kentinde kaldı. Gemi dün Fethiyede kaldı, Fethiyede.", "Fethiye", "Fethiyede"),
        ("fr", "Le cancer recule. Les cancers du sein reculent, le cancer du foie non.", "cancer", "cancers"),
        ("fr", "Les algériens votent. Dix algériens restent, deux algériens partent.", "Algérie", "algériens"),
        ("fr", "Les francs baissent. Trois francs, des francs, ces francs.", "francs", "France"),
        ("es", "Los venezolanos votan. Dicen que los venezolanos esperan.", "Venezuela", "venezolanos"),
        ("pt", "Os polacos votam na Polónia. A Polónia espera.", "Polónia", "Polônia"),
        ("nl", "De Franse vaart. De Fransen slapen in Brimley.", "Frankrijk", "Franse"),
        ("en", "The turkey ate. A turkey flew off. Some say the turkey is back.", "turkey", "Turkey"),
        ("fr", "L'OM gagne. L'OM perd. Le club de l'OM perd encore.", "OM", "OMS"),
        ("fr", "Le Fonds monétaire international prête. Le Fonds monétaire prête.", "FMI", "Fonds monétaire"),
        (
            "de",
            "Die Europäische Zentralbank wartet. Bei der Europäischen Zentralbank in Brimley.",
            "EZB",
            "Zentralbank",
        ),
        ("ru", "В Международном валютном фонде ждут. Международный валютный фонд молчит.", "МВФ", "валютного"),
        ("fr", "George dort. Le navire de George part, dit George.", "George", "Géorgie"),
        ("de", "Am Hafen schläft Dan. Das Boot von Dan wartet, sagt Dan.", "Dan", "Dänemark"),
        ("en", "Islamic State left the port. ISIS said it left. The port fears ISIS.", "Islamic State", "ISIS"),
        ("en", "The ISI left the port. The ISI said it left. The port fears the ISI.", "ISI", "Islamic State"),
        ("en", "The European Commission (EC) met. The EC said no. The EC went home.", "European Commission", "EC"),
    ],
)
def test_a_word_and_its_form_are_one_tag(lang, text, word, never):
    given = tags("", text, lang=lang)
    assert word in given
    assert never not in given


@pytest.mark.parametrize(
    ("lang", "words", "wanted"),
    [
        ("de", "Weißen Haus", "Weißes Haus"),
        ("de", "Europäische Gerichtshof", "Europäischer Gerichtshof"),
        ("de", "Olympischen Spiele", "Olympische Spiele"),
        ("de", "Globalen Südens", "Globaler Süden"),
        ("de", "Deutschen Bahn", "Deutsche Bahn"),
        ("de", "Leipziger Straße", "Leipziger Straße"),
        ("de", "Hessen Kassel", "Hessen Kassel"),
        ("de", "Liam Williams", "Liam Williams"),
        ("de", "Samsung", "Samsung"),
        ("de", "Samsungs", "Samsung"),
        ("de", "Contest-Formats", "Contest-Format"),
        ("de", "Ärzte", "Arzt"),
        ("de", "Märkte", "Markt"),
        ("de", "Ärzte ohne Grenzen", "Ärzte ohne Grenzen"),
        ("de", "Blüte", "Blüte"),
        ("de", "Wohnungen", "Wohnung"),
        ("de", "Fotografien", "Fotografie"),
        ("de", "Petersen", "Petersen"),
        ("de", "Förderung", "Förderung"),
        ("de", "Paris", "Paris"),
        ("de", "Tiere", "Tiere"),
        ("ru", "Российской Федерации", "Российская Федерация"),
        ("ru", "Северной Ирландии", "Северная Ирландия"),
        ("ru", "Ближнем Востоке", "Ближний Восток"),
        ("ru", "Владимира Набокова", "Владимир Набоков"),
        ("ru", "Марии Шараповой", "Мария Шарапова"),
        ("ru", "Евгения Медведева", "Евгения Медведева"),
        ("ru", "Евгении Медведевой", "Евгения Медведева"),
        ("ru", "Александры Медведевой", "Александра Медведева"),
        ("ru", "Дружбы России", "Дружба России"),
        ("ru", "Ада Орлова", "Ада Орлова"),
        ("ru", "Барака Обамы", "Барак Обама"),
        ("ru", "Оливером Стоуном", "Оливер Стоун"),
        ("ru", "Петр Толстой", "Петр Толстой"),
        ("ru", "Лионеля Месси", "Лионель Месси"),
        ("ru", "Скоттом Блэкманом", "Скотт Блэкман"),
        ("ru", "ДжоАнн Роулинг", "ДжоАнн Роулинг"),
        ("tr", "Müstekler Mahallesinde", "Müstekler Mahallesi"),
        ("tr", "Samsun Adliyesine", "Samsun Adliyesi"),
        ("tr", "Ada Kösoğlundan", "Ada Kösoğlu"),
        ("tr", "Dicle Nehri", "Dicle Nehri"),
        ("tr", "Anna Karenina", "Anna Karenina"),
        ("ru", "Белого дома", "Белый дом"),
        ("ru", "Лиги чемпионов", "Лига чемпионов"),
        ("ru", "Олимпийских игр", "Олимпийские игры"),
        ("ru", "Новый мир", "Новый мир"),
        ("ru", "Большого театра", "Большой театр"),
        ("ru", "СБ ООН", "СБ ООН"),
    ],
)
def test_a_name_stands_in_the_nominative(lang, words, wanted):
    assert " ".join(nominative(words.split(), frequency.of(lang), lang)) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("ядерной сделки", "ядерная сделка"),
        ("сотовой связи", "сотовая связь"),
        ("фигурному катанию", "фигурное катание"),
        ("уголовного права", "уголовное право"),
        ("избирательных прав", "избирательные права"),
        ("российских спортсменов", "российские спортсмены"),
        ("целевого капитала", "целевой капитал"),
        ("чемпионата мира", "чемпионат мира"),
        ("секретные данные", "секретные данные"),
        ("незнакомого бримля", "незнакомого бримля"),
    ],
)
def test_a_russian_phrase_stands_in_the_nominative(words, wanted):
    assert " ".join(phrase(words.split(), frequency.of("ru"), "ru")) == wanted


@pytest.mark.parametrize(
    ("lang", "title", "text", "outlet", "given"),
    [
        (
            "en",
            "Ferry strike",
            "Ada Quill told the BBC that crews wait. The BBC saw the note in Brimley.",
            "BBC",
            False,
        ),
        (
            "en",
            "BBC ends a show",
            "Ada Quill told the BBC that crews wait. The BBC saw the note in Brimley.",
            "BBC",
            True,
        ),
        ("ru", "Порт стоит", "Ада Квилл рассказала RT о порте. Источник RT в Бримли молчит о порте.", "RT", False),
        ("de", "Fähre steht", "Das sagte Ada Quill dem SWR in Brimley. Der SWR sah die Fähre.", "SWR", False),
    ],
)
def test_who_was_told_is_a_tag_only_where_the_headline_names_it(lang, title, text, outlet, given):
    assert (outlet in tags(title, text, lang=lang)) is given


def test_a_name_whose_second_word_is_small_stays_whole():
    text = "Белый дом отклонил план. В Белом доме молчат. Представитель Белого дома ждёт сенаторов."
    given = tags("Белый дом отклонил план", text, lang="ru")
    assert "Белый дом" in given
    assert "Белый" not in given


def test_an_acronym_of_acronyms_keeps_its_capitals():
    text = "СБ ООН обсудил план. Члены СБ ООН не согласны. Представитель СБ ООН молчит."
    assert "СБ ООН" in tags("", text, lang="ru")


def test_the_initials_of_people_whom_the_press_does_not_name_are_no_tags():
    text = "Kavgada D.Y. ile S.B. yaralandı. D.Y. hastaneye kaldırıldı. S.B. gözaltına alındı. Olay Ankara'da oldu."
    assert {"DY", "SB", "D.Y.", "S.B."}.isdisjoint(tags("Kavgada iki kişi yaralandı", text, lang="tr"))


@pytest.mark.parametrize(
    ("form", "others", "named", "wanted"),
    [
        ("Бримля", "Бримль Бримлем", True, "Бримль"),
        ("Ледневии", "Ледневия", True, "Ледневия"),
        ("Квилла", "Квиллом Квиллу", True, "Квилл"),
        ("Квиллово", "Квилловом Квиллова", True, "Квиллово"),
        ("Квиллова", "Квилловом Квиллову", True, "Квиллова"),
        ("велогонщика", "велогонщик велогонщиком", False, "велогонщик"),
        ("велогонщика", "велогонщик", False, "велогонщика"),
        ("ледодувку", "Ледодувка", False, "ледодувка"),
        ("ледодувки", "ледодувка ледодувку", False, "ледодувка"),
        ("ледодувки", "ледодувка", False, "ледодувки"),
        ("лединисты", "лединиста", False, "лединисты"),
        ("ледовитости", "ледовитость", False, "ледовитость"),
        ("Ледневском", "Ледневского", True, "Ледневском"),
    ],
)
def test_a_russian_word_that_no_list_has_stands_in_the_nominative_that_the_article_has(form, others, named, wanted):
    assert risen(form, [form, *others.split()], frequency.of("ru"), named=named) == wanted


def test_a_russian_tag_stands_in_the_nominative_that_the_article_has():
    text = "Порт Бримля стоит. Акции Бримля растут, говорит мэр Бримля. Бримль молчит."
    assert "Бримль" in tags("", text, lang="ru")


def test_of_a_russian_names_cases_the_nominative_is_given():
    text = "Вчера Аду Орлову ждали. Порт встретил Аду Орлову. В порту молчит Ада Орлова."
    assert "Ада Орлова" in tags("", text, lang="ru")


@pytest.mark.parametrize(
    ("best", "other"),
    [
        ("ядерное оружие", "ядерного оружия"),
        ("чемпионат мира", "чемпионате мира"),
        ("Ада Орлова", "Аду Орлову"),
        ("Иван Орлов", "Ивана Орлова"),
        ("Джабхат ан-Нусра", "Джабхат ан-Нусры"),
    ],
)
def test_a_russian_nominative_is_known(best, other):
    assert erect(best, "ru") > erect(other, "ru")


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("pl", "Prom płynie do Niemiec. W Niemczech rząd milczy.", "Niemcy"),
        ("pl", "Rozmowy w Stanach Zjednoczonych trwają. Rząd Stanów Zjednoczonych milczy.", "USA"),
        ("tr", "Gemi dün Birleşmiş Milletler için yola çıktı.", "BM"),
        ("it", "La nave parte per le Nazioni Unite. Le Nazioni Unite aspettano.", "Onu"),
        ("nl", "De boot vaart naar de Verenigde Staten, zegt de kapitein in Brimley.", "VS"),
        ("ru", "Вчера президент США Ада Квилл молчала. О порте президент США Ада Квилл молчит.", "Ада Квилл"),
        ("ru", "Вчера президент США Ада Квилл молчала. О порте президент США Ада Квилл молчит.", "США"),
        ("de", "Am Hafen traf Torjäger Ada Quill den Pfosten. Torjäger Ada Quill traf nicht.", "Ada Quill"),
        ("de", "Am Stammsitz Brimley wird gestreikt. Auch der Ukrainer Orlyk streikt.", "Brimley"),
        ("de", "Am Stammsitz Brimley wird gestreikt. Auch der Ukrainer Orlyk streikt.", "Orlyk"),
    ],
)
def test_a_land_has_one_name_and_an_apposition_goes(lang, text, name):
    assert name in tags("", text, lang=lang)


def test_ivan_is_not_ivanov():
    assert {"Иван", "Иванов"} <= set(tags("", "Утром Иван ждёт. Вечером Иванов спит, а Иван молчит.", lang="ru"))


def test_short_and_long_form_are_one_tag():
    posts = [
        Post("a.md", "a", "A", None, "en", "Ships by electric ferry (EF) came.", ("EF",)),
        Post("b.md", "b", "B", None, "en", "More.", ("electric ferry",)),
        Post("c.md", "c", "C", None, "en", "More.", ("electric ferry", "EF")),
        Post("d.md", "d", "D", None, "en", "More.", ("electric ferry",)),
    ]
    memory = remember(posts, Vocabulary())
    assert [house_style(post, memory) for post in posts] == [("electric ferry",)] * 4


def test_words_of_two_languages_that_share_a_stem_keep_their_own_spelling():
    given = [("en", "bank"), ("en", "bank"), ("en", "banks"), ("de", "Bänke")]
    given += [("de", "Zürich"), ("de", "Zürich"), ("en", "Zurich")]
    posts = [Post(f"{at}.md", "", "Ships", None, lang, "Nothing.", (tag,)) for at, (lang, tag) in enumerate(given)]
    memory = remember(posts, Vocabulary())
    spelled = [house_style(post, memory)[0] for post in posts]
    assert spelled == ["bank", "bank", "bank", "Bänke", "Zürich", "Zürich", "Zürich"]


def test_a_small_word_for_a_people_makes_room_behind_its_land():
    text = "L'Algérie rame. Dix algériens rient à Brimley. L'Algérie attend Brimley. Dix algériens rament."
    given = tags("", text, lang="fr")
    assert len(given) == len({"Algérie", "Brimley", "and one more"})
    assert "algériens" not in given


def test_what_editors_call_a_land_stays():
    posts = [Post(f"{n}.md", "", "", None, "en", f"United States, {n}.", ("United States",)) for n in range(12)]
    given = tags("", "Ships of the United States met.", memory=remember(posts, Vocabulary()))
    assert "United States" in given
    assert "US" not in given


def test_of_a_known_short_and_long_form_the_site_keeps_its_own():
    posts = [Post(f"{n}.md", "", "", None, "en", f"European Union, {n}.", ("European Union",)) for n in range(12)]
    memory = remember(posts, Vocabulary())
    given = tags("", "The EU met in Brimley. Ships of the EU wait.", memory=memory)
    assert "European Union" in given
    assert "EU" not in given
    mixed = [*posts, *(replace(posts[0], path=f"x{n}.md", tags=(tag,)) for n, tag in enumerate(("EU", "UN", "OPEC")))]
    known = remember(mixed, Vocabulary())
    assert [house_style(post, known) for post in mixed[11:]] == [("European Union",)] * 2 + [("UN",), ("OPEC",)]


def test_a_tag_that_editors_take_off_every_post_loses_weight():
    def posts(text):
        return [Post(f"{n:02}.md", "", "", None, "en", f"{text} Story {n}.", ("Docks",)) for n in range(20)]

    def scored(text):
        memory = remember(posts(text), Vocabulary())
        return model("site").logit(
            choices(read(article(*FERRY)), memory, printed("", (), "en"))[key("Brimley", "en")].features
        )

    assert scored("Brimley harbour is busy.") < scored("The harbour is busy.")


def test_a_tag_that_editors_drop_loses_weight():
    def kept(tagged):
        posts = [
            Post(
                f"{n:02}",
                "",
                "",
                None,
                "en",
                f"Brimley harbour, story {n}.",
                ("Brimley",) if n < tagged else ("Docks",),
            )
            for n in range(20)
        ]
        return remember(posts, Vocabulary()).tags[key("Brimley", "en")]

    assert (kept(15).kept, kept(15).found) == (15, 20)
    assert (kept(2).kept, kept(2).found) == (2, 20)


def test_a_banned_tag_makes_room_for_the_next():
    usual = tags(*FERRY)
    given = tags(*FERRY, memory=Memory(vocabulary=Vocabulary(banned=usual[:3])))
    assert not set(given) & set(usual[:3])
    assert len(given) >= 3


def test_tags_that_people_gave_are_the_tags():
    made = article(*FERRY)
    banning = Memory(vocabulary=Vocabulary((("boats", "Ferries"),), ("News",)))
    found = replace(made.page.seed, found=Facts(tags=("boats", "Harbour life", "News")))
    told = replace(found, told=Facts(tags=("Strikes",)))
    assert describe(replace(made, page=Page(found, ())), banning).tags == ("Ferries", "Harbour life")
    assert describe(replace(made, page=Page(told, ())), banning).tags == ("Strikes",)


@pytest.mark.parametrize(
    ("articles", "minimum", "tags"), [(10, 0, {"b", "c"}), (200, 0, {"c"}), (10, 1, {"a", "b", "c"}), (10, 4, set())]
)
def test_a_page_only_for_what_deserves_one(articles, minimum, tags):
    assert deserving({"a": 1, "b": 2, "c": 3}, articles, minimum) == tags


def test_every_tag_has_an_address_of_its_own():
    given = {tag: address(tag) for tag in ("C", "C++", "C#", "Café", "cafe", "日本", "🚀")}
    assert (given["C"], given["C++"], given["C#"]) == ("c", "c-plus-plus", "c-sharp")
    assert given["Café"] == given["cafe"] == "cafe"
    assert len(set(given.values())) == len(given) - 1


@pytest.mark.parametrize(("word", "name"), [("Democrat", "Democrats"), ("Williams", "Williams"), ("Lloyds", "Lloyds")])
def test_groups_have_one_number_and_people_their_name(word, name):
    assert grouped(word, Candidate((word.lower(),), "name", (word.lower(),)), frequency.of("en")) == name


def test_a_place_that_is_named_as_several_keeps_its_name():
    text = (
        "There are 150 such streets, most of them in Queens. A developer wants to build in Queens. She lives in Queens."
    )
    given = tags("A fight over a street in Queens", text)
    assert "Queens" in given
    assert "Queen" not in given


POST = "Title: One\nDate: 2026-01-0{n}\nTags: {tags}\nSummary: tags: stay\n\nTags: not these.\n"


def test_fix_rewrites_tag_lines_only(tmp_path, capsys):
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    for n, tags in enumerate(["Solar power", "solar-power, News", "Solar power"]):
        (folder / f"{n}.md").write_bytes(POST.format(n=n + 1, tags=tags).replace("\n", "\r\n").encode())
    (tmp_path / "content" / "tags.toml").write_text('[ban]\ntags = ["News"]\n', encoding="utf-8")
    site = Settings(root=tmp_path)
    assert command.run(argparse.Namespace(fix=False), site) == 1
    assert command.run(argparse.Namespace(fix=True), site) == 0
    assert command.run(argparse.Namespace(fix=False), site) == 0
    assert "1 of 3 posts rewritten" in capsys.readouterr().out
    assert (folder / "1.md").read_bytes() == POST.format(n=2, tags="Solar power").replace("\n", "\r\n").encode()


def test_fix_leaves_a_made_post_the_desks_own(tmp_path):
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    for n, tags in enumerate(["Solar power", "Solar power", "solar-power"]):
        text = made.sign(POST.format(n=n + 1, tags=tags), "a" * 64, "b" * 64)
        (folder / f"{n}.md").write_text(text, encoding="utf-8")
    command.run(argparse.Namespace(fix=True), Settings(root=tmp_path))
    text = (folder / "2.md").read_text(encoding="utf-8")
    assert "Tags: Solar power\n" in text
    assert made.untouched(text, parse_post(text, "2.md").made)


@pytest.mark.parametrize("text", ["a" * 10_000, "A " * 5_000, "A. " * 5_000, "(A" * 5_000, "l'" * 5_000, "a-" * 5_000])
def test_hostile_text_is_no_trouble(text):
    assert len(tags("", text)) <= 8


@pytest.mark.parametrize(
    ("lang", "text", "tag"),
    [
        ("zh", "北港公司罢工。北港公司拒绝谈判。渡轮停航，北港公司表示渡轮明天恢复。", "北港公司"),
        ("zh", "全市首条氢能公交线路通车。首条氢能公交线全长十八公里。", "首条氢能公交线"),
        ("ja", "北港汽船は運航を止めた。ノルランドは北港汽船を支援する。", "北港汽船"),
        ("ja", "北港汽船は運航を止めた。ノルランドは北港汽船を支援する。", "ノルランド"),
        ("ar", "أضرب عمال نورلاند اليوم. وقالت نورلاند إن نورلاند مستعدة.", "نورلاند"),
        (
            "de",
            "Das Klima in Deutschland kippt. Seen in Deutschland trocknen aus.",
            "Deutschland",
        ),
        ("ru", "Переговоры шли в России. Послы России молчали.", "Россия"),
        ("sv", "Färjan i Brimley och Norrhamn står still och Brimley väntar.", "Brimley"),
    ],
)
def test_other_languages(lang, text, tag):
    assert tag in tags("", text, lang=lang)


@pytest.mark.parametrize("word", ["och", "i", "står"])
def test_little_words_are_no_tags(word):
    assert word not in tags("", "Färjan i Brimley och Norrhamn står still och Brimley väntar.", lang="sv")


def test_what_everybody_knows_to_be_one_thing_is_one_tag():
    given = tags("", "The United States and Norland signed. US officials met in Norland. The United States won.")
    assert len({"US", "United States"} & set(given)) == 1


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_tags_whatever_the_hash_seed(seed):
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed}
    code = "from tests.test_tags import tags, FERRY; print(tags(*FERRY))"
    told = subprocess.run([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, check=True).stdout
    assert told == f"{tags(*FERRY)}\n".encode()


COUNTED = (
    "Boatyard spends again",
    "The boatyard of Lowmoor has spent 21 million crowns on a slip, and 900 crowns on flags. The slip is 40 metres "
    "long. It was 30 metres before. The boatyard opened the slip on Monday, and the slip is full.",
)


def test_what_is_only_counted_is_a_measure_and_no_tag():
    given = [tag.casefold() for tag in tags(*COUNTED)]
    assert not {"crown", "crowns", "metre", "metres"} & {*given}
    assert "boatyard" in given


@pytest.mark.parametrize(
    ("printed_tags", "given"),
    [
        (("Electric vehicles", "pay deal"), {"electric vehicles", "pay deal"}),
        (("Weather", "Property", "news"), set()),
        ((), set()),
    ],
    ids=["said in the text", "of a menu", "none"],
)
def test_what_the_page_itself_is_filed_under_is_a_tag_where_the_text_says_it(printed_tags, given):
    story = replace(article(*FERRY), keywords=printed_tags)
    made_of = {tag.casefold() for tag in describe(story, Memory()).tags}
    assert given <= made_of
    assert made_of & {"weather", "property", "news"} == set()


def test_what_editors_banned_is_no_tag_though_the_page_is_filed_under_it():
    story = replace(article(*FERRY), keywords=("pay deal",))
    assert "pay deal" in describe(story, Memory()).tags
    assert "pay deal" not in describe(story, remember((), Vocabulary(banned=("pay deal",)))).tags


def test_who_wrote_an_article_and_its_outlet_are_no_tags():
    text = (
        "Ada Orr sails with the Harbour Ledger's ferry",
        "Ada Orr wrote for the Harbour Ledger that the ferry left. " * 3,
    )
    given = {tag.casefold() for tag in tags(*text)}
    assert {"ada orr", "harbour ledger"} <= given
    signed = replace(article(*text), byline="Ben Hale and Ada Orr", source="Harbour Ledger")
    made_of = {tag.casefold() for tag in describe(signed, Memory()).tags}
    assert not {"ada orr", "harbour ledger"} & made_of


def test_measures_and_seats_are_no_tags():
    story = (
        "Senate weighs sixty-two changes to the ferry bill",
        "Sixty-two of them came at night. Sixty-two is a lot, said Maria Cantrell (D-Wash.), who counted sixty-two.",
        "Maria Cantrell (D-Wash.) and Todd Yarrow (R-Ind.) want the ferry bill changed. Yarrow (R-Ind.) has said so.",
    )
    assert not {"Sixty-two", "sixty-two", "D-Wash", "R-Ind"} & {*tags(*story)}


def test_a_form_of_the_pages_own_tag_is_no_second_one():
    story = replace(
        article(
            "Povodeň v Telči", "Voda zaplavila Telč v noci.", "V Telči spadl most. Telči pomáhá armáda.", lang="cs"
        ),
        keywords=("Telč",),
    )
    made_of = describe(story, Memory()).tags
    assert "Telč" in made_of
    assert not {"Telči", "Telče"} & {*made_of}
