"""Tags: articles of our own in, the tags an editor would have given out."""

import argparse
import os
import pickle
import subprocess
import sys

import pytest

from copydesk.commands import tags as command
from copydesk.describing import Memory, Vocabulary, describe, frequency, house_style, remember, vocabulary
from copydesk.describing.candidates import candidates
from copydesk.describing.naming import grouped
from copydesk.describing.spelling import key
from copydesk.describing.text import READ, read
from copydesk.grouping.tag_pages import address, deserving
from copydesk.model import Article, Block, CopydeskError, Label, Page, Post, Seed
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


@pytest.mark.parametrize("tag", ["Quill", "Mayor Ada Quill", "Monday", "Mayor", "Federation of Ferry Workers", "EVs"])
def test_no_halves_no_offices_no_days(tag):
    assert tag not in tags(*FERRY)


def test_at_most_eight():
    names = [f"Port {chr(65 + n)}{'aeiou'[n % 5]}mel{'aeiou'[n % 5]}" for n in range(20)]
    assert len(tags("Ports", *(f"The council of {name} met. {name} agreed." for name in names))) <= 8


def test_of_a_text_without_end_the_opening_is_read():
    endless = read(article("中文" * 90_000, "中文", lang="zh"))
    assert len(endless.whole) == READ
    assert len(endless.segments) == 1
    assert len(read(article(*FERRY)).segments) == len(FERRY)


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


def test_the_editors_vocabulary_wins():
    told = Vocabulary((("Norland Lines", "Norland"),), ("brimley",))
    given = tags(*FERRY, memory=Memory(told))
    assert "Norland" in given
    assert "Norland Lines" not in given
    assert "Brimley" not in given


def test_an_absent_vocabulary_is_empty(tmp_path):
    assert vocabulary(tmp_path / "tags.toml") == Vocabulary()


def test_a_vocabulary_is_read(tmp_path):
    file = tmp_path / "tags.toml"
    file.write_text('[alias]\n"EV" = "Electric  vehicles"\n[ban]\ntags = ["News"]\n', encoding="utf-8")
    assert vocabulary(file) == Vocabulary((("EV", "Electric vehicles"),), ("News",))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[alias]\n"EV" = \n', 2),
        ('[alias]\n"EV" = 3\n', 2),
        ("[ban]\ntags = 'News'\n", 1),
        ("\n[bann]\n", 2),
    ],
)
def test_a_bad_vocabulary_says_where(tmp_path, text, line):
    file = tmp_path / "tags.toml"
    file.write_text(text, encoding="utf-8")
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
    ],
)
def test_fragments_are_no_candidates(sentence, fragment):
    assert fragment not in forms(sentence)


def forms(sentence):
    found = candidates(read(article("", sentence)))
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


def test_short_and_long_form_are_one_tag():
    posts = [
        Post("a.md", "a", "A", None, "en", "Ships by electric ferry (EF) came.", ("EF",)),
        Post("b.md", "b", "B", None, "en", "More.", ("electric ferry",)),
        Post("c.md", "c", "C", None, "en", "More.", ("electric ferry", "EF")),
        Post("d.md", "d", "D", None, "en", "More.", ("electric ferry",)),
    ]
    memory = remember(posts, Vocabulary())
    assert [house_style(post, memory) for post in posts] == [("electric ferry",)] * 4


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


@pytest.mark.parametrize(
    ("articles", "minimum", "tags"), [(10, 0, {"b", "c"}), (200, 0, {"c"}), (10, 1, {"a", "b", "c"}), (10, 4, set())]
)
def test_a_page_only_for_what_deserves_one(articles, minimum, tags):
    assert deserving({"a": 1, "b": 2, "c": 3}, articles, minimum) == tags


def test_every_tag_has_an_address_of_its_own():
    told = {tag: address(tag) for tag in ("C", "C++", "C#", "Café", "cafe", "日本", "🚀")}
    assert (told["C"], told["C++"], told["C#"]) == ("c", "c-plus-plus", "c-sharp")
    assert told["Café"] == told["cafe"] == "cafe"
    assert len(set(told.values())) == len(told) - 1


@pytest.mark.parametrize(("word", "name"), [("Democrat", "Democrats"), ("Williams", "Williams"), ("Lloyds", "Lloyds")])
def test_groups_have_one_number_and_people_their_name(word, name):
    assert grouped(word, frequency.of("en")) == name


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
