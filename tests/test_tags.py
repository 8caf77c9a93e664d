"""Tags: articles of our own in, the tags an editor would have given out."""

import pickle

import pytest

from copydesk.describing import Memory, Vocabulary, describe, remember, vocabulary
from copydesk.model import Article, Block, CopydeskError, Label, Page, Post, Seed


def article(title, *paragraphs, lang="en"):
    blocks = tuple(Block(Label.PARAGRAPH, paragraph) for paragraph in paragraphs)
    return Article(Page(Seed("seeds/one.txt", "0", "text", ()), ()), title, blocks, lang=lang)


def tags(*text, lang="en", memory=None):
    return describe(article(*text, lang=lang), memory or Memory()).tags


FERRY = (
    "Harbour strike halts the Brimley ferry",
    "Ferry crews in Brimley walked out on Monday after talks with Norland Lines collapsed.",
    "Mayor Ada Quill called the harbour strike a disaster for the islands. Quill wants both sides to meet again.",
    "Norland Lines said a new pay deal was on the table. The company runs electric vehicles (EVs) on its decks.",
    "The union, the Federation of Ferry Workers (FFW), said the FFW would not return before the pay deal was signed.",
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
