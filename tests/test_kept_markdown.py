"""Markdown as a seed in, the same Markdown in the post out."""

import datetime
from pathlib import Path

import pytest
from markdown import Markdown

from copydesk import cleaning, describing, posting, reading, shaping
from copydesk.model import Label
from copydesk.reading import commonmark
from presswork.dialect import convert

DAY = datetime.date(2026, 11, 20)
OPENS = "The harbour board voted on Tuesday to widen the northern quay before the winter ferries return."


@pytest.fixture
def article(tmp_path):
    """A function: Markdown -> the article that it becomes."""

    def make(source):
        path = tmp_path / "a.md"
        path.write_text(f"---\ntitle: A\ndate: 2026-11-02\n---\n\n{OPENS}\n\n{source}\n", encoding="utf-8")
        (seed,) = reading.read(path, tmp_path)
        return shaping.shape(cleaning.clean(seed), DAY)

    return make


@pytest.fixture
def kept(article):
    """A function: Markdown -> what stands of it in the post."""
    return lambda source: posting.body(article(source).blocks).removeprefix(OPENS).removeprefix("\n\n")


KEPT = [
    "Words with *emphasis*, **strong ones**, and `code`.",
    "A [link](https://example.org/a_b?c=d&e=f#g), a [**strong** one](https://example.org/), <https://example.org/x>.",
    "[A link](<https://example.org/Foo_(bar)>) first, **with [a link](https://example.org/) in it**, and *`code`*.",
    "*All of it, with [a link](https://example.org/) in it.*",
    "**Strong and _more_ than that.**",
    "_Emphasis and **more** than that._",
    "Write to [us](mailto:desk@example.org).",
    "Code with ticks: `` a`b `` and `` `c` ``, and with signs: `<b> *x* [y](z) \\ | &amp;`.",
    "One line  \nand another  \n\\- and a third.",
    "An ![icon](<{static}/images/a%20b.png>) in a line.",
    "[![A badge](<https://example.org/a.png>)](https://example.org/)",
    "## A *heading* with [a link](https://example.org/#top) and `C#`",
    "## On C\\#",
    "- one\n- *two*\n    - three\n        1. four\n    - five\n- six",
    "- one\n\n    More on one.\n\n    - two\n\n- three\n- four",
    "1. one\n2. two\n\n    More on [two](https://example.org/).\n\n    > Said of two.\n\n3. three\n10. ten",
    "> One *paragraph*.\n>\n> And another.",
    "> First:\n>\n> 1. one\n>\n> 2. two",
    "```python\ndef sail(*args):\n\n    return {'<b>': args}\n```",
    "````\n```\n````",
    "One.\n\n---\n\nTwo.",
    "| A | B | C |\n| :--- | ---: | :---: |\n| *a* | `b` | [c](https://example.org/) |\n| a&#124;b |  | &amp;amp; |",
    "Text.[^1] More.[^note]\n\n[^1]: First *note*, with [a link](https://example.org/).\n\n[^note]: Second.",
    "![A picture](<https://example.org/a.png>)\n\n*Its caption, with [a link](https://example.org/).*",
]


@pytest.mark.parametrize("source", KEPT)
def test_what_is_written_in_the_desks_own_hand_stays_to_the_letter(kept, source):
    assert kept(source) == source


WRITTEN = [
    ("__strong__ and _emphasis_ and ***both***", "**strong** and *emphasis* and _**both**_"),
    ("un*frigging*believable and **a*b*c**", "un*frigging*believable and **abc**"),
    ("*a **b** c*d", "*a b c*d"),
    ("[a][1], [1] and [b](https://example.org/ 'title')\n\n[1]: <https://example.org/1>",
        "[a](https://example.org/1), [1](https://example.org/1) and [b](https://example.org/)"),
    ("* one\n* two\n  + three\n\n1) four", "- one\n- two\n    - three\n1. four"),
    ("Wrapped by\nan editor  \nat eighty", "Wrapped by an editor  \nat eighty"),
    ("Text:\n- a list\n  goes on", "Text:\n\n- a list goes on"),
    ("~~~ js title='x'\na\n~~~", "```js\na\n```"),
    ("- one\n\n  ```sh\n  ls\n  ```\n\n- two", "- one\n\n```sh\nls\n```\n\n- two"),
    ("***\n\nText", "---\n\nText"),
    ("Wow![a link](https://example.org/)", "Wow![a link](<https://example.org/>)"),
    ("Wow\\![a link](https://example.org/)", "Wow\\![a link](https://example.org/)"),
    ("a & b, AT&T, &copy; &amp;lt;", "a & b, AT&T, © &amp;lt;"),
    ("Rest's [the url](https://example.org/it's)", "Rest's [the url](<https://example.org/it's>)"),
    ("x\n\n[^a]: never called", "x\n\n[^a]: never called"),
    ("A ~~struck *word*~~ and ~~[a link](https://example.org/)~~", "A struck *word* and [a link](https://example.org/)"),
    ("- [ ] one\n- [x] *two*", "- ☐ one\n- ☑ *two*"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "wanted"), WRITTEN)
def test_what_others_write_is_written_in_the_desks_own_hand(kept, source, wanted):
    assert kept(source) == wanted


@pytest.mark.parametrize("source", [*KEPT, *(source for source, _ in WRITTEN)])
def test_a_post_is_the_same_when_it_is_a_seed_and_with_the_press(kept, source):
    once = kept(source)
    assert kept(once) == once
    shown = Markdown(extensions=["codehilite", "extra"], output_format="html5").convert(once)
    assert convert(once) in (None, shown)


PLAIN = [
    "Snake_case_names, 2 * 3 * 4, 5 < 6 and R&D.",
    "- one\n- two",
    "> Said once.",
    "## Heading",
    "A colon: and #1, and 1. that.",
]


@pytest.mark.parametrize("source", PLAIN)
def test_plain_lines_are_blocks_without_spans(article, source):
    assert not any(block.spans for block in article(source).blocks)


def test_what_is_told_of_an_article_are_its_words(article):
    made = article(
        "The *Harbour* board met [in **Leeds**](https://example.org/leeds-board) on `Monday`.[^1]\n\n"
        "```\nboard = code\n```\n\n---\n\n[^1]: A note on boards."
    )
    assert made.paragraphs == (OPENS, "The Harbour board met in Leeds on Monday.")
    story = describing.describe(made, describing.remember([], describing.vocabulary(Path("none.toml"))))
    said = " ".join((story.summary, *story.key_points, *story.tags))
    assert not any(sign in said for sign in ("*", "[", "`", "https"))


def test_code_in_which_a_template_could_be_read_is_text(kept):
    assert kept("`{{ x }}` and `{% x %}`") == "\\{\\{ x \\}\\} and \\{% x %\\}"
    assert kept("```\na: {{ x }}\n\n- b\n```") == "a: \\{\\{ x \\}\\}  \n\\- b"
    assert kept("`{x}` and `&#1`") == "`{x}` and &amp;#1"


def test_long_code_is_not_coloured(kept):
    assert kept(f"```python\n{'x = 1 ' * 4_000}\n```").startswith("```text\n")


def test_code_and_rules_stand_in_an_article(article):
    assert [block.kind for block in article("```\na\n```\n\n---").blocks] == [Label.PARAGRAPH, Label.CODE, Label.RULE]


def test_links_that_nothing_behind_them_can_end_are_not_looked_for(kept, monkeypatch):
    monkeypatch.setattr(commonmark.parser().inline, "skipToken", lambda _: pytest.fail("looks for a link's end"))
    assert kept("[a ![b](c [d](e") == "\\[a !\\[b\\](c \\[d\\](e"
    assert kept("a] (b) [[ ![") == "a\\] (b) \\[\\[ !\\["
