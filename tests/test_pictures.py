"""Pictures in posts: rules as tables, then what a build makes of them."""

from __future__ import annotations

import datetime
import html
import os
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from PIL import Image, features

from copydesk import cleaning, posting, reading, shaping
from copydesk.addresses import picture_address
from copydesk.model import Block, CopydeskError, Label
from copydesk.presenting import hanging, negatives
from copydesk.presenting.negatives import Negative
from copydesk.presenting.pictures import figures, hung, pictured, shot
from tests.presswork.sites import assert_same, build, outputs, press

SHOT = Negative(Path("shot.jpg"), "0123456789abcdef", 1600, 900, (("avif", 640), ("avif", 1280), ("webp", 640)))
CHART = Negative(Path("chart.png"), "f" * 16, 800, 400)
EXTENSIONS = ["markdown.extensions.codehilite", "markdown.extensions.extra", "markdown.extensions.meta"]
NOTATION = r"[{|](?P<what>.*?)[|}]"


def find(address):
    return {"{static}/shot.jpg": SHOT, "chart.png": CHART}.get(address)


def shown(markup, *, elsewhere=False):
    return hung(markup, find, elsewhere=elsewhere)[0]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ('<p><img src="a"></p>', '<figure><img src="a"></figure>'),
        (
            '<p><img src="a" title="A &amp; B"></p>',
            '<figure><img src="a"><figcaption>A &amp; B</figcaption></figure>',
        ),
        (
            '<p><img src="a">\n<em>Under it</em></p>\n<p><em>Next</em></p>',
            '<figure><img src="a"><figcaption>Under it</figcaption></figure>\n<p><em>Next</em></p>',
        ),
        (
            '<p><img src="a" title="T"></p>\n<p><em>A <strong>b</strong></em></p>\n<p>C</p>',
            '<figure><img src="a"><figcaption>A <strong>b</strong></figcaption></figure>\n<p>C</p>',
        ),
        ('<p><a href="b"><img src="a"></a></p>', '<figure><a href="b"><img src="a"></a></figure>'),
        ('<p><img alt="a > b" src="a"></p>', '<figure><img alt="a > b" src="a"></figure>'),
        ('<p>Text <img src="a"></p>', '<p>Text <img src="a"></p>'),
        ('<p><img src="a"> text</p>', '<p><img src="a"> text</p>'),
        (
            '<p><img src="a"></p>\n<p><em>So</em> it is.</p>',
            '<figure><img src="a"></figure>\n<p><em>So</em> it is.</p>',
        ),
    ],
)
def test_a_picture_alone_is_a_figure(markup, wanted):
    assert figures(markup) == wanted


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ('<img src="chart.png">', '<img src="chart.png" alt="" width="800" height="400">'),
        ('<img alt="A &amp; b" src="chart.png" />', '<img src="chart.png" alt="A &amp; b" width="800" height="400">'),
        ('<img width="200" src="chart.png">', '<img src="chart.png" alt="" width="200" height="100">'),
        ("<img height=200 src=chart.png>", '<img src="chart.png" alt="" width="400" height="200">'),
        ('<img src="chart.png" width="50%">', '<img src="chart.png" alt="" width="50%" height="400">'),
        ('<img src="unknown.png">', '<img alt="" src="unknown.png">'),
        ("<img>", ""),
        ('<img class="image-process-wide" src="chart.png">', '<img class="image-process-wide" src="chart.png">'),
        (
            '<img src="{static}/shot.jpg">',
            '<img data-copies="0123456789abcdef avif webp 640 1280" src="{static}/shot.jpg" alt="" width="1600" '
            'height="900">',
        ),
        (
            '<img src="chart.png">' * 2,
            '<img src="chart.png" alt="" width="800" height="400">'
            '<img src="chart.png" alt="" width="800" height="400" loading="lazy">',
        ),
        (
            '<img src="chart.png"><img src="chart.png" loading="eager" alt=\'"\'>',
            '<img src="chart.png" alt="" width="800" height="400">'
            '<img src="chart.png" alt="&quot;" width="800" height="400" loading="eager">',
        ),
    ],
)
def test_a_picture_says_its_size(markup, wanted):
    assert shown(markup) == wanted


LINK = 'href="https://x.example/a.png?b=1&amp;c=2" rel="noopener nofollow ugc"'


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ('<img alt="A&lt;b" src="https://x.example/a.png?b=1&amp;c=2">', f"<a {LINK}>A&lt;b</a>"),
        ('<img src="https://x.example/a.png?b=1&amp;c=2">', f"<a {LINK}>a.png</a>"),
        ('<a href="/b"><img src="//x.example/a.png" alt="A"></a>', '<a href="/b">A</a>'),
    ],
)
def test_a_picture_from_elsewhere_is_a_link_unless_the_editor_wants_it(markup, wanted):
    assert shown(markup) == wanted
    assert '<img alt="' in shown(markup, elsewhere=True)
    assert "x.example/a.png" in shown(markup, elsewhere=True)


def test_templates_offer_the_copies():
    markup = shown('<p><img src="{static}/shot.jpg" alt="A"></p>').replace("{static}", "..")
    assert pictured(markup, "..", "100vw") == (
        '<figure><picture><source type="image/avif" sizes="100vw" srcset="../pictures/0123456789abcdef-640.avif 640w, '
        '../pictures/0123456789abcdef-1280.avif 1280w"><source type="image/webp" sizes="100vw" '
        'srcset="../pictures/0123456789abcdef-640.webp 640w, ../pictures/0123456789abcdef-1280.webp 1280w">'
        '<img src="../shot.jpg" alt="A" width="1600" height="900"></picture></figure>'
    )
    assert pictured("<p>None</p>", "..", "100vw") == "<p>None</p>"


@pytest.mark.parametrize(
    "piece", ["<p><img ", "<a <img ", '<img "', "<img '\"", "<p><img src=a><em>", "<a>\n\n", "<p> "]
)
def test_no_markup_takes_long(piece):
    markup = piece * 30_000
    assert len(shown(markup)) > len(piece)
    assert pictured('<img data-copies="' * 30_000, "", "")


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("{static}/images/a%20b.png", "images/a b.png"),
        ("|static|/images/a.png?x#y", "images/a.png"),
        ("{attach}a.png", "/site/content/articles/a.png"),
        ("{filename}../images/a.png", "/site/content/articles/../images/a.png"),
        ("/images/a.png", "images/a.png"),
        ("{author}/a.png", "{author}/a.png"),
    ],
)
def test_where_a_picture_lies(address, wanted):
    content = SimpleNamespace(settings={"INTRASITE_LINK_REGEX": NOTATION}, source_path="/site/content/articles/post.md")
    assert hanging.place(content, address) == wanted


def paint(path: Path, size=(900, 500), **options) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.effect_noise((size[0] // 4, size[1] // 4), 90).resize(size).convert("RGB").save(path, **options)
    return path


def test_pictures_are_measured(tmp_path):
    turned = Image.Exif()
    turned[0x0112] = 6
    photo = negatives.negative(paint(tmp_path / "a.jpg", exif=turned))
    assert (photo.width, photo.height) == (500, 900)
    assert {width for _, width in photo.copies} == {500}
    assert negatives.negative(paint(tmp_path / "b.png", size=(2000, 1000))).copies == (("webp", 1280),)
    assert negatives.negative(paint(tmp_path / "c.jpg", size=(20, 10))).copies == ()
    for markup, size in {
        '<svg xmlns="x" width="120" height="60px">': (120, 60),
        '<?xml version="1.0"?><svg viewBox="0 0 300.4 100">': (300, 100),
    }.items():
        (tmp_path / "d.svg").write_text(markup + "</svg>")
        negatives.developed.cache_clear()
        drawn = negatives.negative(tmp_path / "d.svg")
        assert (drawn.width, drawn.height, drawn.copies) == (*size, ())
    for name, text in {"e.png": "no picture", "f.svg": "<svg>", "g.svg": '<svg width="1.2.3" height=".">'}.items():
        (tmp_path / name).write_text(text)
        assert negatives.negative(tmp_path / name) is None
    assert negatives.negative(tmp_path / "gone.png") is None


def test_copies_are_drawn_once_and_cleared_away(tmp_path):
    photo = negatives.negative(paint(tmp_path / "a.jpg", size=(1300, 800)))
    output, cache = tmp_path / "output", tmp_path / "cache"
    negatives.develop([photo, photo], output, cache)
    first = outputs(output)
    formats = [kind for kind in ("avif", "webp") if features.check(kind)]
    assert sorted(first) == sorted(f"{photo.name}-{width}.{kind}" for kind in formats for width in (640, 1280))
    with Image.open(output / f"{photo.name}-640.webp") as copy:
        assert copy.size == (640, 394)
    kept = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    negatives.develop([photo], tmp_path / "other", cache)
    assert {path: path.stat().st_mtime_ns for path in cache.iterdir()} == kept
    for path in cache.iterdir():
        path.unlink()
    negatives.develop([photo], tmp_path / "anew", cache)
    assert outputs(tmp_path / "anew") == outputs(tmp_path / "other") == first
    negatives.develop([], output, cache)
    assert outputs(output) == {}


@pytest.mark.parametrize("left", [0, 100])
def test_a_damaged_copy_in_the_cache_is_drawn_again(tmp_path, left):
    photo = negatives.negative(paint(tmp_path / "a.jpg", size=(1300, 800)))
    output, cache = tmp_path / "output", tmp_path / "cache"
    negatives.develop([photo], output, cache)
    first = outputs(output)
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:left])
    negatives.develop([photo], output, cache)
    assert outputs(output) == outputs(cache) == first


SEED = """---
title: A note with pictures
date: 2026-11-02
---
The first paragraph says what there is to say about harbours and gates, and says it in one sentence of some length.

![A *chart* of [closings]](../images/one.jpg "How often \\ they fall")

![Dusk](<{static}/images/a%20b.jpg>)
*The barrier at dusk.*

![Elsewhere](https://example.org/a_(b).png?x=1&y=2)
![Lost](../../etc/passwd)
![Evil](javascript:alert(1))

*Emphasis* with an inline ![icon](images/x.png), and a second paragraph that is no caption of anything at all.
"""


def test_a_seed_may_name_pictures(tmp_path):
    path = tmp_path / "seeds" / "note.md"
    path.parent.mkdir()
    path.write_text(SEED)
    (seed,) = reading.read(path, tmp_path)
    article = shaping.shape(cleaning.clean(seed), datetime.date(2026, 11, 20))
    assert posting.body(article.blocks).split("\n\n")[1:] == [
        "![A chart of \\[closings\\]](<{static}/images/one.jpg>)",
        "*How often \\\\ they fall*",
        "![Dusk](<{static}/images/a%20b.jpg>)",
        "*The barrier at dusk.*",
        "![Elsewhere](<https://example.org/a_(b).png?x=1&y=2>)",
        "Lost",
        "Evil",
        "*Emphasis* with an inline ![icon](<{static}/images/x.png>), and a second paragraph that is no caption of "
        "anything at all.",
    ]
    assert len(article.paragraphs) == 4


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("images/a.png", "{static}/images/a.png"),
        ("/images/b/a.png", "{static}/images/b/a.png"),
        ("./../images/a>b.png", "{static}/images/a%3Eb.png"),
        ("{attach}/images/a.png", "{static}/images/a.png"),
        ("images/../../secret.png", ""),
        ("pictures/a.png", ""),
        ("//example.org/images/a.png", ""),
        ("data:image/png;base64,AAAA", ""),
        ("https://example.org/a>b(c).png", "https://example.org/a%3Eb(c).png"),
    ],
)
def test_only_pictures_that_a_page_can_show_have_an_address(address, wanted):
    assert picture_address(address) == wanted


@pytest.mark.parametrize(
    "words", ["", "*", "a](b) ![c](d", "[x]", "`code`", "<b>&amp;", "\\", "!", "{: .evil }", "日本"]
)
def test_a_picture_s_words_stay_words(words):
    block = Block(Label.PICTURE, words or "a.png", address="images/a.png")
    shown = Markdown(extensions=EXTENSIONS).convert(posting.body([block]))
    image = re.fullmatch(r'<p><img alt="([^"<>]*)" src="{static}/images/a.png" ?/></p>', shown)
    assert html.unescape(image[1]) == (words or "a.png")


def test_a_damaged_picture_is_named(tmp_path):
    path = paint(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(CopydeskError, match=r"a\.jpg: The picture is damaged"):
        negatives.develop([negatives.negative(path)], tmp_path / "output", tmp_path / "cache")
    assert list((tmp_path / "output").iterdir()) == []


CONF = """
import sys
sys.path.insert(0, {plugins!r})
SITENAME = "Pictures"
TIMEZONE = "UTC"
PATH = "content"
THEME = {theme!r}
RELATIVE_URLS = True
ARTICLE_PATHS = ["articles"]
DIRECT_TEMPLATES = ["index"]
PRESSWORK_PURE = ["gettext", "ngettext", "pictured", "shot", "front", "long_date", "full_date", "long_month"]
"""
ROOT = Path(__file__).resolve().parents[1]
POST = "Title: {n}\nDate: 2026-11-20\nSlug: {n}\nSummary: S\n\n![A]({{static}}/images/{n}.jpg 'Caption')\n"


@pytest.fixture
def own(tmp_path):
    for name in ("one", "two"):
        paint(tmp_path / f"content/images/{name}.jpg", size=(700, 500))
        path = tmp_path / f"content/articles/{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(POST.format(n=name))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/note.md").write_text(SEED)
    (tmp_path / "pelicanconf.py").write_text(
        CONF.format(plugins=str(ROOT / "plugins"), theme=str(ROOT / "themes" / "broadsheet"))
    )
    return tmp_path


@pytest.mark.slow
def test_the_press_knows_that_a_picture_changed(own):
    plugins = ("copydesk", "presswork")
    press(own, "press", plugins)
    page = (own / "press/one.html").read_text()
    assert page.count("<source") == 2
    assert re.findall(r'srcset="\./(pictures/\S+)', page)
    note = (own / "press/a-note-with-pictures.html").read_text()
    assert note.count("<picture>") == 1
    assert re.search(r'<a href="https://example.org/a_\(b\).png\?x=1&amp;y=2" rel="[a-z ]+">Elsewhere</a>', note)
    assert "<figcaption>The barrier at dusk.</figcaption>" in note
    assert " 0 files written" in press(own, "press", plugins)
    paint(own / "content/images/one.jpg", size=(800, 300))
    other = (own / "press/two.html").stat().st_mtime_ns
    press(own, "press", plugins)
    assert (own / "press/one.html").read_text() != page
    assert (own / "press/two.html").stat().st_mtime_ns == other
    build(own, "stock", ("copydesk",))
    assert_same(own / "press", own / "stock")
    for path in re.findall(r"pictures/[^\s,\"]+", (own / "press/one.html").read_text()):
        assert (own / "press" / path).is_file()


@pytest.mark.parametrize(
    ("sides", "wanted"),
    [
        ([(1600, 900)], 0),
        ([(600, 1800), (1600, 900)], 1),
        ([(900, 900), (3000, 300), (300, 200)], None),
        ([(0, 0), ("50%", 400)], None),
        ([], None),
    ],
)
def test_the_front_page_shows_the_first_landscape(sides, wanted):
    images = [f'<img src="{n}" width="{width}" height="{height}">' for n, (width, height) in enumerate(sides)]
    assert shot(f"<p>{''.join(images)}</p>", "..", "100vw") == ("" if wanted is None else images[wanted])


def test_the_front_page_shows_nobody_else_s_picture():
    assert shot(shown('<img src="https://x.example/a.png" alt="A">', elsewhere=True), "..", "100vw") == ""


@pytest.mark.slow
def test_the_front_page_shows_the_lead_s_picture_in_its_copies(own):
    build(own, "stock", ("copydesk",))
    page = (own / "stock/index.html").read_text()
    assert re.findall(r'<a class="shot"\s+href="\./(\w+).html"', page) == ["one"]
    assert '<source type="image/avif" sizes="(min-width: 52rem) 46rem, calc(100vw - 2rem)" srcset="./pictures/' in page
    assert "Caption" not in page


@pytest.mark.slow
def test_lists_print_the_opening_of_a_post_without_a_summary(own):
    for name in ("one", "two"):
        path = own / f"content/articles/{name}.md"
        path.write_text(path.read_text().replace("Summary: S\n", "") + f"\nWords of {name}.\n\nAnd more.\n")
    build(own, "stock", ("copydesk",))
    assert '<p class="summary">Words of one.</p>' in (own / "stock/index.html").read_text()
    assert '<p class="standfirst">' not in (own / "stock/one.html").read_text()
    press(own, "press", ("copydesk", "presswork"))
    (own / "content/articles/two.md").write_text((own / "content/articles/two.md").read_text().replace("Words", "News"))
    press(own, "press", ("copydesk", "presswork"))
    build(own, "stock", ("copydesk",))
    assert_same(own / "press", own / "stock")


@pytest.mark.slow
def test_the_theme_shows_pictures_without_the_desk(own):
    build(own, "bare")
    page = (own / "bare/one.html").read_text()
    assert '<img alt="A" src="./images/one.jpg" title="Caption">' in page
    assert not os.path.lexists(own / "bare/pictures")
