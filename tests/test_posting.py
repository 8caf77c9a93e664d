"""Story in, Markdown out, and back: people's edits stay."""

import datetime
import html
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from copydesk.addresses import host, web_address
from copydesk.model import PARTED, Article, Block, Facts, Label, Page, Seed, Story
from copydesk.posting import Action, Standing, compose, decide, displaced, filed, hold, parse_post, rules, slug, wanted
from copydesk.posting.composing import KEYS, metadata
from copydesk.posting.lock import whose
from copydesk.posting.markdown import body, escape, escape_block, one_line

EXTENSIONS = ["markdown.extensions.codehilite", "markdown.extensions.extra", "markdown.extensions.meta"]
SEED, RULES = "a" * 64, "b" * 64


def render(text: str) -> str:
    return Markdown(extensions=EXTENSIONS).convert(text)


def visible(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup)).strip()


NASTY = st.text(
    alphabet=st.sampled_from("ab1 .,:;!?*_`~#>+-=|&<>[](){}\\/\"'@^$%\t\n\x02\x03\u2028\u00a0éß中"), max_size=40
)


@given(NASTY | st.text(max_size=60))
def test_any_text_is_shown_as_it_is(text):
    shown = render("Title: x\n\n" + escape_block(text))
    assert visible(shown) == one_line(text).strip()
    assert re.sub(r"</?p>", "", shown).count("<") == 0


@given(NASTY)
def test_any_heading_is_shown_as_it_is(text):
    if one_line(text):
        shown = render(body([Block(Label.HEADING, text, 2)]))
        assert visible(shown) == one_line(text).strip()
        assert shown.startswith("<h2")


@given(
    st.lists(st.tuples(st.sampled_from([Label.PARAGRAPH, Label.ITEM, Label.QUOTE, Label.HEADING]), NASTY), max_size=5)
)
def test_blocks_keep_their_texts_and_order(pairs):
    blocks = [Block(kind, text) for kind, text in pairs]
    shown = visible(render("Title: x\n\n" + body(blocks)))
    assert shown.split() == " ".join(one_line(block.text) for block in blocks).split()


@given(st.lists(st.lists(NASTY, min_size=1, max_size=4), min_size=2, max_size=4))
def test_every_cell_of_a_table_is_shown_in_its_row(rows):
    cells = [
        [cell for cell in (one_line(cell).replace(" | ", "|").strip(" |") for cell in row) if cell] for row in rows
    ]
    table = [row for row in cells if row]
    shown = render("Title: x\n\n" + body([Block(Label.ROW, PARTED.join(row)) for row in table]))
    if len(table) > 1:
        printed = [re.findall(r"<t[hd]>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", shown, re.DOTALL)]
        assert [[text for text in map(visible, row) if text] for row in printed] == table


def test_a_short_text_asks_for_no_table_without_end():
    wide = PARTED.join(["Pier"] * 2_000)
    text = body([Block(Label.ROW, row) for row in (wide, *["Fare"] * 2_000)])
    assert len(text) < 20 * (len(wide) + 2_000)
    assert visible(text) == visible("\n\n".join([wide.replace("|", "&#124;"), *["Fare"] * 2_000]))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("AT&T said", "AT&T said"),
        ("5 < 6 &lt; 7", "5 &lt; 6 &amp;lt; 7"),
        ("snake_case _so_ *bold*", r"snake_case \_so\_ \*bold\*"),
        ("{filename}/etc/passwd", r"\{filename\}/etc/passwd"),
    ],
)
def test_only_what_needs_it_is_escaped(text, written):
    assert escape(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. January was cold", "1\\. January was cold"),
        ("2026 was warm", "2026 was warm"),
        ("- he said", "\\- he said"),
        (": colon", "&#58; colon"),
        ("London: snow fell", "London: snow fell"),
    ],
)
def test_a_line_does_not_open_a_block_by_its_looks(text, written):
    assert escape_block(text) == written


def story(title="Ferry fares rise", seed=SEED, blocks=(), **more):
    article = Article(
        Page(Seed("seeds/ferry.txt", seed, "text", (), **more), ()),
        title,
        blocks or (Block(Label.PARAGRAPH, "Fares rise."),),
    )
    return Story(article, ("Ferries", "AT&T"), "Fares rise.", ("One & two", "Three"))


def test_a_post_says_what_it_is_and_reads_back():
    text = compose(story("Fares <b>rise</b> & rise"), "fares-rise", datetime.date(2026, 11, 20), RULES)
    post = parse_post(text, "content/articles/2026/fares-rise.md")
    assert text.startswith(
        "Title: Fares &lt;b&gt;rise&lt;/b&gt; &amp; rise\n"
        "Date: 2026-11-20\nDate_from: filing\nSlug: fares-rise\nLang: en\n"
    )
    assert (post.title, post.slug, post.seed) == ("Fares <b>rise</b> & rise", "fares-rise", "seeds/ferry.txt")
    assert (post.tags, post.date, post.body) == (("Ferries", "AT&T"), datetime.date(2026, 11, 20), "Fares rise.")


def test_the_desk_writes_no_key_into_a_header_that_is_not_known_for_its_own():
    told = story(told=Facts(topics=("ferries",)))
    told = replace(
        told,
        summary_by="a model",
        article=replace(
            told.article,
            byline="Ada Orr",
            source="Post",
            url="https://a.example/b",
            embargo="Not yet",
            warnings=("no by-line",),
        ),
    )
    written = [key.lower() for key, _ in metadata(told, "fares-rise", datetime.date(2026, 11, 20))]
    assert {*written, "made"} == KEYS


def test_a_post_dated_by_its_articles_update_says_so():
    told = story()
    day = datetime.date(2026, 11, 9)
    told = replace(told, article=replace(told.article, updated=day))
    assert "Date: 2026-11-09\nDate_from: update\n" in compose(told, "fares-rise", day, RULES)
    assert "Date_from: filing\n" in compose(told, "fares-rise", datetime.date(2026, 11, 20), RULES)


@pytest.mark.parametrize(
    "line", ["Status: hidden", "Slug: ../../x", "Save_as: /tmp/x", "Template: evil", "London: he said"]
)
def test_a_seed_cannot_speak_in_the_header(line):
    text = compose(
        story(f"Fares\n{line}", blocks=(Block(Label.PARAGRAPH, line), Block(Label.PARAGRAPH, "End."))),
        "f",
        datetime.date(2026, 1, 2),
        RULES,
    )
    reader = Markdown(extensions=EXTENSIONS)
    shown = reader.convert(text)
    key = line.partition(":")[0].lower()
    assert key not in reader.Meta or reader.Meta[key] == ["f"]
    assert visible(shown).startswith(html.unescape(line))


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a b?c=d#e", "https://example.org/a%20b?c=d#e"),
        ("http://example.org/ü", "http://example.org/%C3%BC"),
        ("javascript:alert(1)", ""),
        ("http://[broken", ""),
        ("//example.org", ""),
        ("https://example.org/\nSlug: x", "https://example.org/%20Slug:%20x"),
    ],
)
def test_only_web_addresses_are_sources(url, written):
    assert web_address(url) == written


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.example.org/news", "example.org"),
        ("http://Example.org:8000", "example.org"),
        ("", ""),
        ("example.org/news", ""),
        ("http://[broken", ""),
        ("http://[::1", ""),
    ],
)
def test_an_address_names_its_site_or_nothing(url, name):
    assert host(url) == name


@pytest.mark.parametrize(
    ("title", "taken", "made"),
    [
        ("Ferry fares rise", (), "ferry-fares-rise"),
        ("Ferry fares rise", {"ferry-fares-rise"}, "ferry-fares-rise-2"),
        ("Index", (), "index-article"),
        ("Archives", (), "archives-article"),
        ("../../etc/passwd", (), "etc-passwd"),
        ("CON", (), "con-article"),
    ],
)
def test_slugs_are_free_and_safe(title, taken, made):
    assert slug(title, taken) == made


def test_slugs_without_letters_are_told_apart():
    first, second = slug("🚀🚀", ()), slug("🎉", ())
    assert first != second
    assert first.startswith("article-")
    assert len(slug("word " * 100, ())) <= 80


def standing(text, made=None):
    return Standing("content/articles/2026/f.md", "f", text, made or parse_post(text, "f.md").made)


MADE = compose(story(), "f", datetime.date(2026, 11, 20), RULES)


@pytest.mark.parametrize(
    ("stands", "seed", "desk", "action"),
    [
        (None, SEED, RULES, Action.NEW),
        (standing(MADE), SEED, RULES, Action.SAME),
        (standing(MADE), SEED, rules("c" * 64, RULES), Action.STALE),
        (standing(MADE), SEED, rules("c" * 64, "c" * 64), Action.STALE),
        (standing(MADE), SEED, rules(RULES, "c" * 64), Action.UNTAUGHT),
        (standing(MADE), "d" * 64, RULES, Action.AGAIN),
        (standing(MADE.replace("Fares rise.", "Fares fall.")), SEED, RULES, Action.KEPT),
        (standing(MADE.replace("Fares rise.", "Fares fall.")), "d" * 64, RULES, Action.CONFLICT),
        (standing(MADE.replace("\n", "\r\n"), parse_post(MADE, "f").made), SEED, RULES, Action.SAME),
        (standing(MADE.replace("Made: ", "Made: not ")), SEED, RULES, Action.CONFLICT),
    ],
)
def test_the_decider(stands, seed, desk, action):
    assert decide(stands, seed, desk) is action


@pytest.mark.parametrize(
    ("left", "other"),
    [
        (("渡轮服务将于周二结束，码头随后关闭。", "十二月起有接驳巴士送乘客过桥，票价不变，明年再议。"), False),
        (("The ferry ran late.", "Fog was to blame, it said.", "It sails again."), False),
        (("## What has happened so far", "## What will happen next week"), True),
        (("Fog was to blame.",), True),
    ],
)
def test_short_lines_that_are_left_tell_together_that_a_post_holds_the_same_article(left, other):
    old, new = (f"Title: {one} fares\n\n" + "\n\n".join((*left, f"{one} ends.")) for one in ("Old", "New"))
    assert displaced(standing(old), new) == "Old fares" * other


def test_a_version_is_laid_beside_once():
    stands = Standing("f.md", "f", MADE, "", incoming=parse_post(MADE, "f").made)
    assert not wanted(Action.CONFLICT, stands, SEED)
    assert wanted(Action.CONFLICT, stands, "d" * 64)
    assert wanted(Action.AGAIN, stands, SEED)


@pytest.mark.parametrize(
    "said",
    [
        {"told": Facts(topics=("EV strategy",))},
        {"found": Facts(topics=("EV strategy",))},
        {"told": Facts(topics=("EV strategy",)), "found": Facts(topics=("Ferries",))},
    ],
)
def test_what_people_say_of_topics_is_written(said):
    text = compose(story(**said), "f", datetime.date(2026, 11, 20), RULES)
    assert "\nTopics: EV strategy\n" in text


@pytest.mark.parametrize(
    ("name", "head", "slug", "day"),
    [
        ("2026-11-20-diary", "Title: Ärger & Glück", "arger-gluck", "2026-11-20"),
        ("2026-11-20-diary", "Title: A &amp; B\nDate: 2026-11-21", "a-b", "2026-11-21"),
        ("2026-11-20-diary", "Title: Diary\nDate: soon", "diary", "None"),
        ("2026-11-diary", "Title: 日本\nSlug: japan", "japan", "None"),
        ("diary", "Date: 2026-11-20", "diary", "2026-11-20"),
    ],
)
def test_a_post_by_hand_has_the_slug_and_the_day_that_pelican_gives_it(name, head, slug, day):
    post = parse_post(f"{head}\n\nFares rise.\n", f"content/articles/{name}.md")
    assert (post.slug, str(post.date)) == (slug, day)


@pytest.mark.parametrize(
    ("name", "head", "slug"),
    [("Our Fares", "Title: Diary", "our-fares"), ("2026-11-20-fares", "Title: Diary", "2026-11-20-fares"),
     ("fares", "Title: Diary\nSlug: diary", "diary")],
)  # fmt: skip
def test_a_site_may_have_slugs_of_files_names(name, head, slug):
    assert parse_post(f"{head}\n\nFares rise.\n", f"content/articles/{name}.md", by_name=True).slug == slug


@pytest.mark.parametrize(
    ("seconds", "day"), [(2**40, "today"), (-(2**40), "1970-01-01"), (86_400, "1970-01-02"), (10**9, "2001-09-09")]
)
def test_a_file_was_filed_on_a_day_that_was(tmp_path, monkeypatch, seconds, day):
    monkeypatch.setattr(Path, "stat", lambda *_, **__: SimpleNamespace(st_mtime=seconds))
    said, source = filed(tmp_path / "quay.md", tmp_path, "UTC")
    today = datetime.datetime.now(tz=datetime.UTC).date()
    assert (said.isoformat(), source) == (today.isoformat() if day == "today" else day, "file")


def test_git_is_asked_of_the_very_file(tmp_path):
    git = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=tmp_path, check=True)
    for name, day in (("U quay.md", "2019-01-02"), ("[Update] quay.md", "2020-01-02")):
        (tmp_path / name).write_text(name)
        subprocess.run([*git, "add", "."], cwd=tmp_path, check=True)
        subprocess.run([*git, "commit", "-qm", "File", "--date", f"{day}T03:04:05"], cwd=tmp_path, check=True)
        said, source = filed(tmp_path / name, tmp_path, "UTC")
        assert (said.isoformat(), source) == (day, "git")


def test_a_lock_holds_though_nobody_can_write_down_who_has_it(tmp_path):
    (tmp_path / "at-work").mkdir()
    lock = hold(tmp_path)
    assert lock is not None
    assert lock.is_locked
    lock.release()


def test_a_holder_that_is_no_text_is_one_that_has_just_begun(tmp_path):
    (tmp_path / "at-work").write_bytes(b"\xff\xfe")
    assert whose(tmp_path / "at-work") == "which has just begun"
