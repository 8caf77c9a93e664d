"""Markdown in; the HTML that Python-Markdown itself makes of it, or a refusal, out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from presswork.dialect import convert

REFERENCE = Markdown(extensions=["codehilite", "extra"], output_format="html5")

WORDS = st.sampled_from(
    [
        *(
            "a",
            "Word",
            "two words",
            "é",
            "「",
            "snake_case",
            "12",
            "x & y",
            'said "so"',
            "it's",
            "5 > 4",
            "a-b",
            "http://a.b/c_d",
        ),
        *(
            "*em*",
            "**strong**",
            "[link](http://x.y/z_1)",
            "[a b](u#v?w=1)",
            "(*em*)",
            "*em*,",
            "**a**b",
            "*a *b*",
            "`c`",
        ),
        *(
            ".",
            ",",
            "_",
            "__",
            "*",
            "**",
            "[",
            "]",
            "(",
            ")",
            "](",
            "!",
            "![",
            "<b>",
            "&amp;",
            "&",
            "\\",
            "{",
            "|",
            "~~~",
        ),
        *(
            "#",
            "##",
            ">",
            "-",
            "+",
            "1.",
            "2. ",
            "=",
            "---",
            ":",
            "^",
            "\t",
            "\u00a0",
            "  ",
            "$",
            "%",
            ";",
            "[^1]",
            "-- -",
        ),
    ]
)
STARTS = st.sampled_from(["", "", "", "# ", "## ", "- ", "1. ", "12. ", "> ", ">", "    ", " ", ": ", "* ", "+ "])
LINES = st.builds(lambda start, words: start + " ".join(words), STARTS, st.lists(WORDS, max_size=6))
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\n\n\n", "  \n"])), max_size=8).map(
    lambda parts: "".join(line + end for line, end in parts)
)


def reference(text: str) -> str:
    REFERENCE.reset()
    return REFERENCE.convert(text)


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_whatever_is_taken_means_what_python_markdown_means(text):
    made = convert(text)
    assert made is None or made == reference(text)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="ab*_[]()#>-1. \n&!:", max_size=40))
def test_signs_thrown_together_mean_the_same_too(text):
    made = convert(text)
    assert made is None or made == reference(text)


PLAIN = [
    "A paragraph\nof two lines.",
    "# One\n\n## Two\n\ntext *em*, **strong**; [link](https://example.org/a_b?c=d).",
    "- one\n- *two*\n- [three](x)",
    "1. one\n2. two",
    "> A quote.\n>\n> Of two paragraphs & more.",
    "Snake_case and 5 > 4.",
    "",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_taken(text):
    assert convert(text) == reference(text)


@pytest.mark.parametrize(
    "text", ["`code`", "<b>", "a  \nb", "    code", "[a][b]", "a\n---", "* * *", "x\\*", "- a\n\n- b"]
)
def test_the_rest_is_refused(text):
    assert convert(text) is None


@pytest.mark.parametrize("sign", "*_[](#>-1&!")
def test_hostile_text_takes_linear_time(sign):
    assert convert(sign * 100_000 + "\n" + f"{sign} " * 100_000) is None or sign in "(1!"
