"""What a line sets apart in, on the page the same words set apart and nothing else out: with the press and without."""

import html
import os
import re
from html.parser import HTMLParser
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from copydesk import cleaning, reading, shaping
from copydesk.markup import Mark, Span, spoken
from copydesk.model import Block, CopydeskError, Label
from copydesk.plain import one_line
from copydesk.posting import body
from copydesk.posting.vouching import clean
from presswork.dialect import convert
from tests.safety.hostile import DAY, KINDS, TEXTS, blanks, vectors

MANY = int(os.environ.get("COPYDESK_EXAMPLES", "200"))  # `make siege` takes 10,000
EXTENSIONS = ["markdown.extensions.codehilite", "markdown.extensions.extra"]
READER = Markdown(extensions=EXTENSIONS, output_format="html5")
TAG = re.compile(r"<[^>]*>")
ELEMENTS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "code", "a", "br", "sup", "img"}
SHORT = st.text(alphabet="ab1 .,:;!?*_`~#>+-=|&<>[](){}\\/\"'@^$%\t\n\x02\x03\u2028\u00a0éß中", max_size=12)
WORDS = st.sampled_from(["a", "two words", " a", "a ", "!", "^", ":", "&", "lt;", "R&D", "C#", "\\", "{{ x }}"]) | SHORT
ADDRESSES = st.sampled_from([
    "https://example.org/a_b?c=d&copy=1#e", "https://example.org/a_(b)", "https://example.org/it's/*x*",
    "http://example.org/[^1]?a[]=2", "https://example.org/&lt;x&gt;", 'https://example.org/" onclick="x', "a",
    "https://example.org/|{filename}x|", "mailto:desk@example.org", "mailto:a@example.org?body=x", "//evil.example/",
    "javascript:alert(1)", "JaVa\tscript:alert(1)", "data:text/html,x", "{filename}/etc/passwd", "|filename|x",
    "/about", "{static}/images/a.png", "images/a.png", "https://[broken", "https://example.org/ü ö\n", "#top", "", "1",
])  # fmt: skip


def few(spans):
    return st.lists(spans, min_size=1, max_size=3).map(tuple)


LEAVES = (
    st.builds(Span, WORDS)
    | st.builds(Span, WORDS, st.just(Mark.CODE))
    | st.builds(Span, WORDS, st.just(Mark.PICTURE), address=ADDRESSES)
    | st.just(Span("", Mark.NOTE, address="1"))
    | st.just(Span(" ", Mark.BREAK))
)
SPANS = st.lists(
    st.recursive(
        LEAVES,
        lambda inside: (
            st.builds(Span, mark=st.sampled_from([Mark.EMPHASIS, Mark.STRONG]), inside=few(inside))
            | st.builds(Span, mark=st.just(Mark.LINK), inside=few(inside), address=ADDRESSES)
        ),
        max_leaves=6,
    ),
    min_size=1,
    max_size=5,
).map(tuple)


def rendered(blocks):
    """What Pelican makes of the blocks; the press makes the same of them, if anything."""
    READER.reset()
    text = body(blocks)
    shown = READER.convert(text)
    assert convert(text) in (None, shown)
    return shown


def seen(markup):
    """The words of a page, with those that stand for pictures."""
    return html.unescape(TAG.sub("", re.sub(r'<img alt="([^"]*)"[^>]*>', r"\1", markup)))


def folded(text):
    return blanks(one_line(text))


def told(spans):
    return folded(spoken(spans))


@settings(max_examples=MANY, deadline=None)
@given(st.sampled_from(KINDS), SPANS)
def test_what_is_set_apart_is_set_apart_and_nothing_else(kind, spans):
    if not told(spans):
        return
    shown = rendered([Block(kind, "x", 2, spans=spans)])
    assert folded(seen(shown).replace("[^1]", "")) == told(spans).replace("[^1]", "")
    assert set(re.findall(r"<(\w+)", shown)) <= ELEMENTS
    assert all(re.match(r"https?://|mailto:[^?]*$", address) for address in re.findall(r'href="([^"]*)"', shown))
    assert all(
        re.match(r"https?://|{static}/images/[^{]*$", address) for address in re.findall(r'src="([^"]*)"', shown)
    )


A_PAGE = "https://example.org/a"
EDGES = [
    ((Span("run"), Span(" ls ", Mark.CODE), Span("twice")), "run `ls` twice"),
    ((Span("a"), Span("\u00a0`b` ", Mark.CODE), Span("c")), "a\u00a0`` `b` `` c"),
    ((Span("a"), Span(" b ", Mark.PICTURE, address=A_PAGE), Span("c")), f"a ![b](<{A_PAGE}>) c"),
    ((Span("a"), Span(mark=Mark.LINK, inside=(Span(" ^1 "),), address=A_PAGE), Span("b")), f"a [&#94;1]({A_PAGE}) b"),
    ((Span("a"), Span(" ^1", Mark.PICTURE, address=A_PAGE)), f"a ![&#94;1](<{A_PAGE}>)"),
    ((Span("a"), Span(" ", Mark.PICTURE, address=A_PAGE), Span("b")), f"a ![](<{A_PAGE}>)b"),
    ((Span("", Mark.PICTURE, address=A_PAGE), Span(" a")), f"![](<{A_PAGE}>) a"),
]


@pytest.mark.parametrize(("spans", "markdown"), EDGES)
def test_blanks_at_the_edges_of_a_mark_stand_outside_of_it(spans, markdown):
    assert body([Block(Label.PARAGRAPH, "x", spans=spans)]) == markdown


def block_of(drawn):
    kind, text, level, sign, breaks = drawn
    spans = (Span(text), Span(" ", Mark.BREAK), Span(text)) if breaks and kind not in (Label.CODE, Label.RULE) else ()
    return Block(kind, spoken(spans) or text, level, spans=spans, sign=sign)


LISTED = st.tuples(
    st.sampled_from([Label.ITEM, Label.ITEM, Label.PARAGRAPH, Label.QUOTE, Label.CODE, Label.RULE, Label.NOTE]),
    st.sampled_from(["a", "two words", "1. x", "- x", "> x", "# x", "[^1]: x", ": x", "```", "* x", "    x", "|a|b|"]),
    st.integers(0, 4),
    st.sampled_from(["", "1", "12", "-", "evil.", "python"]),
    st.booleans(),
).map(block_of)


@settings(max_examples=MANY, deadline=None)
@given(st.lists(LISTED, min_size=1, max_size=9))
def test_lists_and_what_stands_in_them_keep_their_words_and_items(blocks):
    shown = re.sub(
        r'<sup id.*?</sup>|<a class="footnote-backref".*?</a>|<div class="footnote">\s*<hr>', "", rendered(blocks)
    )
    notes = [one for one in blocks if one.kind is Label.NOTE and one.sign in ("1", "12", "python", "-")]
    text = [one.text for one in blocks if one.kind is not Label.RULE and one not in notes]
    last = {one.sign: one.text for one in notes}
    assert folded(seen(shown)) == folded(" ".join([*text, *last.values()]))
    assert shown.count("<li") == sum(one.kind is Label.ITEM or is_cited(one) for one in blocks) + len(last)
    assert shown.count("<hr") == sum(one.kind is Label.RULE for one in blocks)
    assert shown.count("<pre") == sum(one.kind is Label.CODE for one in blocks)


def is_cited(block):
    """Whether a block is an item in a quotation."""
    return block.kind is Label.QUOTE and bool(block.sign)


class Outline(HTMLParser):
    """How deep in lists each word of a page stands, and in the item that begins with which."""

    def __init__(self, markup):
        super().__init__()
        self.items: list[str] = []
        self.told = []
        self.feed(markup)

    def handle_starttag(self, tag, _):
        if tag == "li":
            self.items.append("")

    def handle_endtag(self, tag):
        if tag == "li":
            self.items.pop()

    def handle_data(self, data):
        if word := data.strip():
            self.items[-1] = self.items[-1] or word
            self.told.append((word, len(self.items), self.items[-1]))


def outline(run):
    """The same of a run of a list's blocks, each a kind and a level."""
    items: list[str] = []
    for word, (kind, level) in zip("abcd", run, strict=False):
        depth = min(level, len(items))
        items = [*items[:depth], *[word] * (kind is Label.ITEM)]
        yield word, len(items), items[-1]


def test_each_block_of_a_list_stands_in_its_item_at_its_depth():
    runs = product([(Label.ITEM, 0), *product((Label.ITEM, Label.PARAGRAPH, Label.QUOTE), (1, 2, 3))], repeat=3)
    for run in (((Label.ITEM, 0), *rest) for rest in runs):
        blocks = [Block(kind, word, level) for word, (kind, level) in zip("abcd", run, strict=True)]
        assert Outline(rendered(blocks)).told == [*outline(run)], run


HOSTILE = [
    "[a](javascript:alert(1))", "[a](<javascript:alert(1)>)", "[a](java&#x73;&#x63;ript:alert(1))",
    "[a](JAVA\tSCRIPT:x)",
    "[a](\x01javascript:x)", "[a](java&Tab;script:x)", "[a](&#x6a;avascript&colon;x)",
    "[a](data:text/html;base64,PA==)", "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](//evil.example/x)",
    "[a](\\\\evil.example)", "[a](/about)", "[a](?x)", "[a](mailto:a@b.example?body=x)", "<javascript:alert(1)>",
    "<data:text/html,x>", "<JaVaScRiPt:x>", "[a][b]\n\n[b]: javascript:alert(1)",
    "[b]\n\n[b]: <data:text/html,x> 'title'", "![a][b]\n\n[b]: javascript:x", "![a](javascript:alert(1))",
    "![a](data:image/svg+xml,x)", "a ![b](//evil.example/b.png)", "a ![b]({attach}../x.png)",
    "![a](images/../../x.png)", "[![a](javascript:x)](javascript:y)", "[a]({filename}/etc/passwd)",
    "[a](|filename|x)", "[a]({attach}../../x) [b]({static}/../x) [c]({author}x) [d]({index})",
    "[a](https://e.example/{filename}x|y|)", "{filename}x {{ SITEURL }} {% include 'x' %} {# x #}",
    "`{{ SITEURL }}` **{% x %}**", "```\n{{ SITEURL }}\n```", "[[a](https://e.example)](javascript:x)",
    "[a](https://e.example/[b](javascript:x))", "[a](https://e.example) (b)",
    "[a]( https://e.example\n'x' onclick=alert(1))", '[a](https://e.example/"onclick="alert(1) "t")',
    "[a](<https://e.ex>)", '[a](https://e.example "t\\" onclick=alert(1)")',
    "[a](https://e.example){: onclick=alert(1) }", "*a*{: style=x }", "`a`{: .b onclick=c }",
    "## a {: #b onclick=c }", "```{.python onclick=x}\na\n```", "```python onclick=x\na\n```",
    "<script>alert(1)</script>", "*<script>alert(1)</script>*", "[<img src=x onerror=y>](https://e.example)",
    "<!-- *a* -->", "<div markdown=1>*a*</div>", "<a href='javascript:x'>*a*</a>", "&lt;script&gt;*x*&lt;/script&gt;",
    "`<script>`", "<?php *x*", "[^1]: a\n\n[^1][b]: javascript:x", "a[^1](javascript:x)\n\n[^1]: b",
    "a[^1]: c\n\n[^1]: b", "![^1](https://e.example)", "[^1]\n\n[^1]: <script>\n    [a](javascript:x)",
    "[^../../x]: a\n\nb[^../../x]", '[^"onclick=x]: a\n\nb[^"onclick=x]', "*[HTML]: x\n\nHTML *a*", "Term\n: *x*",
    "[TOC] *a*", "!!! note\n    *a*", "Save_as: *x*\nTemplate: y", "---\nSlug: *x*\n---", "\x02klzzwxh:0000\x03 *a*",
    "*\x02wzxhzdk:0\x03*", "[\u202ea](https://e.example/\u202e)", "\\[a](javascript:x)",
    "| [a](javascript:x) | `b|c` |\n|---|---|\n| {{ x }} | <b> |", "> [a](javascript:x)\n> - {{ x }}",
    "1. [a](javascript:x)",
]  # fmt: skip
ATTRIBUTES = {"href", "src", "alt", "class", "id", "title", "style"}
SAFE = {*ELEMENTS, "div", "pre", "span", "hr", "table", "thead", "tbody", "tr", "th", "td"}
LINKED = re.compile(r"https?://|mailto:[^?]*$|#fn(?:ref\d*)?:[\w-]+$")
PICTURED = re.compile(r"https?://|{static}/images/(?!.*\.\.)[^{]*$")


def posted(source, folder):
    """A seed of Markdown -> the body of its post, or "" if it is refused."""
    (folder / "a.md").write_text(f"Words that stand first.\n\n{source}", encoding="utf-8", errors="replace")
    try:
        (seed,) = reading.read(folder / "a.md", folder)
        return body(shaping.shape(cleaning.clean(seed), DAY).blocks)
    except CopydeskError:
        return ""


def leaks(source, folder):
    """What a page made of hostile Markdown holds that none may."""
    text = posted(source, folder)
    READER.reset()
    shown = READER.convert(text)
    assert convert(text) in (None, shown)
    tags = re.findall(r"<(\w+)([^>]*)>", shown)
    told = {(name, value) for _, rest in tags for name, value in re.findall(r'([\w-]+)="([^"]*)"', rest)}
    found = {name for name, _ in tags} - SAFE | {name for name, _ in told} - ATTRIBUTES
    found |= {value for name, value in told if name == "href" and not LINKED.match(value)}
    found |= {value for name, value in told if name == "src" and not PICTURED.match(value)}
    found |= set(re.findall(r"(?<!\\)\{(?!static\}/images/)[{%#]", text))
    assert clean(shown, pictures=True).count("<a ") == shown.count("<a ")
    return found


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_markdown_is_harmless(source, tmp_path):
    assert leaks(source, tmp_path) == set()


def test_our_hostile_texts_are_harmless_as_markdown(tmp_path):
    assert [text for text in TEXTS if leaks(text, tmp_path)] == []


def test_public_attacks_are_harmless_as_markdown(tmp_path):
    assert [text for text in vectors() if leaks(text, tmp_path)] == []
