"""The heads of Markdown seeds, as people write them: YAML and TOML, broken too. All text is invented."""

import datetime
import re
from dataclasses import replace

import pytest

from copydesk.cleaning import clean
from copydesk.model import CopydeskError
from copydesk.reading import read, yaml
from copydesk.shaping import shape

PROSE = "The harbour board voted on Tuesday to widen the northern quay before the winter ferries return."


@pytest.fixture
def seed(tmp_path):
    """A function: Markdown -> its seed."""

    def make(source, name="a.md"):
        path = tmp_path / name
        path.write_text(source, encoding="utf-8")
        return read(path, tmp_path)[0]

    return make


def texts(made):
    return [line.text for line in made.lines]


HEADS = [
    '{\n  "title": "Quay: to grow",\n  "date": "2026-11-23", "author": {"name": "Ann Bo"},\n'
    '  "tags": ["harbour"], "x": null\n}\n',
    "---\n  title: Quay: to grow\n  date: 2026-11-23\n  author: Ann Bo <ann@b.example>\n  tags:\n  - harbour\n---\n",
    "---\r\ntitle:Quay: to grow\r\nDate:2026-11-23\r\nauthor:\tAnn Bo\r\ntags:\r\n\t- harbour\r\n---\r\n",
    '+++\ntitle = "Quay: to grow"\ndate = 2026-11-23T08:00:00+01:00\nauthor = "Ann Bo"\ntags = ["harbour"]\n+++\n',
    "+++\ntitle = 'Quay: to grow'\ndate = 2026-11-23\nauthors = ['Ann Bo']\n[taxonomies]\ntags = ['harbour']\n+++\n",
    '+++\ntags = "harbour"\ntitle = "Quay: to grow"\ndate = "23.11.2026"\n[[authors]]\nname = "Ann Bo"\n+++\n',
    "---\ntitle: Quay: to grow\ndate: 23.11.2026\nauthor:\n  name: Ann Bo\n  email: a@b.example\ntags: harbour\n---\n",
    "---\ntitle: 'Quay: to grow'  # or not\ndate: Nov. 23rd, 2026\nauthors:\n  - name: Ann Bo\n    url: https://a.example\n"
    "tags:\n  - harbour\n---\n",
    '---\ntitle: >-\n  Quay:\n  to grow\n\ndate: 23/11/2026\nauthors: [{name: "Ann Bo", email: a@b.example}]\n'
    'tags: ["harbour"]\n---\n',
    '---\n# by hand\ntitle: "Quay:\n  to grow"\npubDate: 23 November 2026\nauthor: {name: Ann Bo}\nseo:\n'
    "  title: Other\ntags: [harbour]\n...\n",
    "---\ntitle : Quay: to grow\npublished: true\npublishDate: 2026-11-23\nauthors:\n- Ann Bo\ntags:\n- harbour\n---\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_head_is_understood(seed, head):
    made = seed(head + PROSE)
    found = made.found
    assert (found.title, str(found.date), found.byline) == ("Quay: to grow", "2026-11-23", "Ann Bo")
    assert found.tags == ("harbour",)
    assert texts(made) == [PROSE]
    assert made.warnings == ()


BROKEN = [
    ("---\ntitle: Quay to grow\n  author: Ann Bo\n---\n", "line 3 "),
    ("---\ntitle: Quay to grow\nthis makes no sense\nauthor: Ann Bo\n---\n", "line 3 "),
    ('---\nauthor: Ann Bo\ntitle: "Quay to grow\n---\n', "line 3 "),
    ("---\ntitle: Quay to grow\nauthor: [Ann Bo\n---\n", "line 3 "),
    ("---\ntitle: Quay to grow\n\nand more\n\nauthor: Ann Bo\n---\n", "line 4 "),
    ('+++\ntitle = "Quay to grow\nauthor = "Ann Bo"\n+++\n', "line 2 "),
    ('+++\nauthor = "Ann Bo"\nno sense\ntitle = Quay to grow\n+++\n', "line 3 ", "line 4 "),
    ("---\ntitle: Quay to grow\nauthor: Ann Bo\n\n", "line 4"),
    ("---\ntitle: Quay to grow\nauthor: Ann Bo\n", "line 4"),
]


@pytest.mark.parametrize("row", BROKEN)
def test_of_a_broken_head_all_is_taken_that_can_be_read(seed, row):
    head, *named = row
    made = seed(head + PROSE)
    assert (made.found.title, made.found.byline) == ("Quay to grow", "Ann Bo")
    assert texts(made) == [PROSE]
    assert len(made.warnings) == len(named)
    assert all(name in warning for name, warning in zip(named, made.warnings, strict=True))


@pytest.mark.parametrize("lang", ["../../de", "'</x>'", "d" * 300, "deutsch"])
def test_a_language_that_has_no_code_is_not_the_seeds(seed, lang):
    made = seed(f"---\ntitle: Quay\ndate: 1/2/2026\nlang: {lang}\n---\nAhoi.\n")
    assert (made.found.title, made.found.lang) == ("Quay", "")
    assert seed("---\ntitle: Quay\nlang: pt-BR\n---\nAhoi.\n").lang == "pt-BR"


def test_a_number_of_thousands_of_digits_costs_its_line_alone(seed):
    made = seed(f'+++\ntitle = "Quay"\nweight = {"9" * 5000}\n+++\nAhoi.\n')
    assert made.found.title == "Quay"
    assert made.warnings


def test_a_head_that_nobody_closed_does_not_take_the_text_above_a_rule(seed):
    made = seed(f"---\ntitle: Quay to grow\n# Why\n\n{PROSE}\n\nNote: more.\n\n---\n\nEnd.")
    assert made.found.title == "Quay to grow"
    assert texts(made) == ["Why", PROSE, "Note: more.", "---", "End."]


@pytest.mark.parametrize(
    "text", [f"---\n{PROSE}\n---\nEnd.", f"+++\n{PROSE}", f"---\nNote: a rule\n\n{PROSE}", "{{ a }}\n\n" + PROSE]
)
def test_text_between_rules_is_no_head(seed, text):
    made = seed(text)
    assert PROSE in " ".join(texts(made))
    assert made.warnings == ()


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("6.11.2026", "2026-11-06"),
        ("11/6/2026", "2026-11-06"),
        ("Friday, 6 November 2026, 8:00 AM", "2026-11-06"),
        ("6. November 2026", "2026-11-06"),
        ("6 novembre 2026", "2026-11-06"),
        ("2026-11-6", "2026-11-06"),
        ("20261106", "2026-11-06"),
        ("soon", "None"),
        ("31.2.2026", "None"),
    ],
)
def test_a_day_as_people_write_it(seed, written, wanted):
    made = seed(f"---\ntitle: A\ndate: {written}\n---\n{PROSE}")
    assert str(made.found.date) == wanted
    assert bool(made.warnings) == (wanted == "None")


def test_in_numbers_the_language_of_the_article_says_what_comes_first(seed):
    german = "Der Hafenrat hat am Dienstag beschlossen, den nördlichen Kai zu verbreitern, ehe die Fähren wiederkommen."
    assert str(seed(f"---\ntitle: A\ndate: 6/11/2026\n---\n{german}").found.date) == "2026-11-06"
    assert str(seed(f"---\ntitle: A\ndate: 6/11/2026\n---\n{PROSE}").found.date) == "2026-06-11"
    british = "---\ntitle: A\ndate: 6/11/2026\nsource: https://shore.co.uk/a\n---\n"
    assert str(seed(british + PROSE).found.date) == "2026-11-06"


TAGS = [
    ("a.md", "tags: ~", ()),
    ("a.md", "tags: [null, harbour]\ndate: null", ("harbour",)),
    ("a.md", "tags: '#harbour #night-ferries'", ("harbour", "night-ferries")),
    ("a.md", "tags: [night ferries, 'quays, old', harbour]", ("night ferries", "quays, old", "harbour")),
    ("a.md", "tags:\n- night ferries\n- harbour", ("night ferries", "harbour")),
    ("a.md", "tags: [\n  night ferries,\n  harbour\n]", ("night ferries", "harbour")),
    ("a.md", "tags: night ferries, harbour", ("night ferries", "harbour")),
    ("a.md", "tags: night ferries", ("night ferries",)),
    ("a.md", "tags: Port Ellery Harbour", ("Port Ellery Harbour",)),
    ("a.md", "tags: cost of living", ("cost of living",)),
    ("a.md", "tags: harbour ferries strike", ("harbour", "ferries", "strike")),
    ("a.md", "tags: night-ferries harbour", ("night-ferries", "harbour")),
    ("a.md", "layout: post\ntags: Harbour ferries", ("Harbour", "ferries")),
    ("2026-11-06-quay.md", "tags: Harbour ferries", ("Harbour", "ferries")),
    ("2026-11-06-quay.md", "tags: night ferries, harbour", ("night ferries", "harbour")),
    ("a.md", "categories: [Harbour, Ferries]", ("Harbour", "Ferries")),
    ("a.md", "category: Harbour", ("Harbour",)),
    ("a.md", "categories: [News]\ntags: [ferries]", ("ferries",)),
]


@pytest.mark.parametrize(("name", "row", "wanted"), TAGS)
def test_tags(seed, name, row, wanted):
    made = seed(f"---\ntitle: A\n{row}\n---\n{PROSE}", name)
    assert (made.found.tags, made.warnings) == (wanted, ())


def test_pelicans_own_head_parts_tags_by_commas_alone(seed):
    assert seed(f"Title: A\nTags: harbour ferries strike\n\n{PROSE}", "2026-11-06-a.md").found.tags == (
        "harbour ferries strike",
    )


@pytest.mark.parametrize(
    "row", ["draft: true # yet", "draft: yes", "status: Draft", "published: false", "draft: on"]
)  # fmt: skip
def test_drafts_in_other_words(seed, row):
    with pytest.raises(CopydeskError) as caught:
        seed(f"---\ntitle: A\n{row}\n---\n{PROSE}")
    assert caught.value.kind == "draft"
    with pytest.raises(CopydeskError):
        seed(f"+++\ntitle = 'A'\ndraft = true\n+++\n{PROSE}")


@pytest.mark.parametrize("words", ["[" * 9999, "[{a: " * 9999, "'\"" * 9999, "- " * 999, "a: " * 999, "\\" * 999])
def test_hostile_heads_are_read_in_no_time(seed, words):
    assert texts(seed(f"---\ntitle: A\nb: {words}\nc:\n  - {words}\n---\n{PROSE}")) == [PROSE]
    assert texts(seed(f"+++\ntitle = 'A'\nb = {words}\n+++\n{PROSE}")) == [PROSE]


def test_what_lies_too_deep_is_left():
    deep = "\n".join(f"{' ' * level}a:" for level in range(99))
    assert yaml.parse(deep.split("\n")).values == {"a": {"a": {"a": {"a": {"a": ""}}}}}


PAGE = (
    f"Shore News\nHome\nSport\nSubscribe\n\n{PROSE}\n\n{PROSE[::-1]}.\n\n"
    "Sign up for our newsletter\n© 2026 Shore News\n"
)


@pytest.mark.parametrize("head", HEADS)
def test_in_a_text_a_head_is_understood_too(seed, head):
    made = seed(head + PAGE, "a.txt")
    found = made.found
    assert (found.title, str(found.date), found.byline) == ("Quay: to grow", "2026-11-23", "Ann Bo")
    assert (made.kind, made.prepared, made.lines[0].text) == ("text", False, "Shore News")
    assert made.lines[0].number == len(re.split(r"\r\n|\n", head))
    assert "Sign up for our newsletter" in [line.text for line in clean(made).dropped]


@pytest.mark.parametrize("marked", ["## Why", "> Why?", "**Why**", "[Why](https://a.example)", "[[Why]]", "![](a.png)"])
def test_below_a_head_a_text_with_the_marks_of_markdown_is_markdown(seed, marked):
    source = f"---\ntitle: A\n---\n{PROSE}\n\n{marked}\n\n{PROSE}"
    assert replace(seed(source, "a.txt"), path="", digest="") == replace(seed(source), path="", digest="")
    assert not seed(f"{PROSE}\n\n{marked}\n\n{PROSE}", "a.txt").prepared


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{PROSE}\n---\n{PROSE}",
        f"---\nNote: a rule\n---\n{PROSE}",
        f"---\nDate: 6 November 2026\nThe board has voted.\n---\n{PROSE}",
        f"---\nFrom: Ann Bo\nDate: 6 November 2026\nSubject: Quay to grow\n---\n{PROSE}",
        f"+++\n{PROSE}\n+++\n{PROSE}",
        '{"a": 1}\n' + PROSE,
        f"Title: Quay to grow\nDate: 6 November 2026\n\n{PROSE}",
        f"Title: Quay to grow\nAuthor: Ann Bo\nDate: 6 November 2026\nSubject: Quay\n\n{PROSE}",
    ],
)
def test_a_text_that_only_begins_with_a_rule_stays_whole(seed, text):
    made = seed(text, "a.txt")
    assert texts(made) == text.split("\n")
    assert (made.found.title, made.warnings) == ("", ())


def test_three_usual_keys_in_a_text_are_a_head_without_fences_too(seed):
    head = (
        "Title: Quay to grow\nAuthor: Ann Bo\nSource: Shore News\nURL: https://shore.example/quay\nDate: 6 Nov 2026\n"
    )
    made = seed(f"{head}\n{PROSE}", "a.txt")
    found = made.found
    assert (found.title, found.byline, found.source, str(found.date)) == (
        "Quay to grow",
        "Ann Bo",
        "Shore News",
        "2026-11-06",
    )
    assert (found.url, [text for text in texts(made) if text]) == ("https://shore.example/quay", [PROSE])


def test_a_draft_in_a_text_waits_too(seed):
    with pytest.raises(CopydeskError):
        seed(f"---\ntitle: A\ndraft: true\n---\n{PROSE}", "a.txt")


def test_a_note_of_obsidians_clipper_says_where_it_is_from(seed):
    head = (
        '---\ntitle: "Quay to grow"\nsource: "https://shore.example/quay"\nauthor:\n  - "[[Ann Bo]]"\n'
        '  - "[[people/cy|Cy Dee]]"\npublished: 2026-11-06\ncreated: 2026-11-09\n'
        'tags:\n  - "clippings"\n  - "quays"\n---\n'
    )
    found = seed(head + PROSE).found
    assert (found.url, found.source, found.byline) == ("https://shore.example/quay", "", "Ann Bo, Cy Dee")
    assert (str(found.date), found.tags) == ("2026-11-06", ("quays",))


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("bell hooks", "bell hooks"),
        ("will.i.am", "will.i.am"),
        ("Dr. Dre", "Dr. Dre"),
        (
            "Maria da Conceição Oliveira dos Santos Ferreira de Almeida",
            "Maria da Conceição Oliveira dos Santos Ferreira de Almeida",
        ),
        ("山田 太郎", "山田 太郎"),
        ("Smith, John", "Smith, John"),
        ("Redaktion", "Redaktion"),
        ("[bell hooks, Dr. Dre, The Editors]", "bell hooks and Dr. Dre"),
        ("By Ada Orr, Senior Editor", "Ada Orr"),
        ("Ada Orr (@adaorr)", "Ada Orr"),
        ("[https://shore.example/ada, Ada Orr]", "Ada Orr"),
        ("https://shore.example/ada", ""),
        ("ada@shore.example", ""),
    ],
)
def test_who_wrote_front_matter_knew_the_author(seed, written, wanted, name):
    article = shape(clean(seed(f"---\ntitle: A\nauthor: {written}\n---\n{PROSE}", name)), datetime.date(2026, 11, 29))
    assert article.byline == wanted
    assert any(written in warning for warning in article.warnings) == (not wanted)


OTHER = "---\ntitle: Ferry sails twice\ndate: 2026-11-24\n---\n"


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("below", "line"),
    [
        (f"\n\n{OTHER}\nIt sails twice.\n", 8),
        ("\n\n+++\ntitle = 'Ferry sails twice'\n+++\n\nIt sails twice.\n", 8),
        (f"\n\nAbove a note stands:\n\n```yaml\n{OTHER}```\n", 0),
        ("\n\n---\n\nTitle: what it is called\n\n---\n\nIt sails twice.\n", 0),
        ("\n\n---\nNote: it sails twice.\n---\n", 0),
    ],
)
def test_front_matter_that_comes_again_is_told_of(seed, name, below, line):
    made = seed(f"---\ntitle: Quay to grow\ndate: 2026-11-23\nauthor: Ann Bo\n---\n{PROSE}{below}", name)
    assert made.found.title == "Quay to grow"
    assert [f"once more in line {line}:" in warning for warning in made.warnings] == [True] * bool(line)
