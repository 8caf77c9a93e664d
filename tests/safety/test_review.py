"""Posts by hand that Pelican would lose or stumble over: each is named before the build, with its cure."""

import pytest

from copydesk import digest
from copydesk.__main__ import main
from tests.safety.newsstand import ROOT, build

GOOD = "Title: Good\nDate: 2026-11-20\nSlug: good\n\nText.\n"
BAD = {
    "no-title": ("Date: 2026-11-20\n\nText.\n", "has no title"),
    "no-date": ("Title: A\n\nText.\n", "has no date that can be read"),
    "bad-date": ("Title: A\nDate: 2026-13-40\n\nText.\n", "has no date that can be read"),
    "odd-date": ("Title: A\nDate: soon\n\nText.\n", "has no date that can be read"),
    "latin": ("Title: K\xfcste\nDate: 2026-11-20\n\nText.\n", "is not UTF-8 text"),
    "swallowed": ("London: it rained.\nTitle: A\n\nText.\n", "has no date that can be read"),
    "dateline": (
        "Title: A\nDate: 2026-11-20\nLondon: it rained all day.\n\nText.\n",
        "has a line of text in its header: london",
    ),
    "short-indent": (
        "Title: A\nDate: 2026-11-20\nKey_points: One.\n  Two.\nSummary: Three.\n\nText.\n",
        "short-indent.md:4: ends its header with the line “Two.”, so that Summary: … is text. Give the line a key",
    ),
    "no-colon": (
        "Title: A\nDate: 2026-11-20\nSlug a\nTags: b\nLang: en\n\nText.\n",
        "no-colon.md:3: ends its header with the line “Slug a”, so that Tags: … is text. Give the line a key",
    ),
    "double": (GOOD, "has the same slug as another post: good"),
    "case": (GOOD.replace("Slug: good", "Slug: GOOD"), "has the same slug as another post"),
}


@pytest.fixture
def shelf(site):
    site.posts_path.mkdir(parents=True)
    (site.posts_path / "good.md").write_text(GOOD)
    (site.root / "pelicanconf.py").write_text('PATH = "content"\nCOPYDESK_WORKERS = 1\n')
    return site


@pytest.mark.parametrize("name", BAD)
def test_a_bad_post_is_named_with_its_cure(shelf, name):
    text, says = BAD[name]
    (shelf.posts_path / f"{name}.md").write_bytes(text.encode("latin-1"))
    problems = [problem for problem in digest.run(shelf).problems if problem.path.endswith(f"/{name}.md")]
    assert says in str(problems[0])
    assert problems[0].hint


@pytest.mark.parametrize("date", ["2026-11-20", "2026-11-20 10:30", "20 Nov 2026", "2026/11/20"])
def test_dates_are_read_as_pelican_reads_them(shelf, date):
    (shelf.posts_path / "dated.md").write_text(GOOD.replace("2026-11-20", date).replace("Slug: good", "Slug: dated"))
    assert digest.run(shelf).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "Title: A\nDate: 2026-11-20\n\nA list:\nSource: Reuters\nTags: none\n",
        "---\nTitle: A\nDate: 2026-11-20\n---\nThe press\nSource: Reuters\n",
        "Title: A\nDate: 2026-11-20\nKey_points: One.\n    Two.\nSummary: Three.\n\nText.\n",
        "Title: A\nDate: 2026-11-20\nText that follows at once.\nLondon: it rained.\n",
        "Title: A\nDate: 2026-11-20\n",
    ],
)
def test_a_header_that_ends_where_it_should_is_left_alone(shelf, text):
    (shelf.posts_path / "whole.md").write_text(text)
    assert digest.run(shelf).problems == ()


def test_posts_of_seeds_that_differ_in_case_alone_are_of_two_seeds(shelf):
    for name, seed in (("up", "seeds/up.txt"), ("up-2", "seeds/UP.TXT")):
        (shelf.posts_path / f"{name}.md").write_text(GOOD.replace("Slug: good", f"Slug: {name}\nSeed: {seed}"))
    assert digest.run(shelf).problems == ()


def test_a_translation_has_the_slug_of_what_it_translates(shelf):
    (shelf.posts_path / "gut.md").write_text(GOOD.replace("Slug: good", "Slug: good\nLang: de"))
    assert digest.run(shelf).problems == ()
    (shelf.posts_path / "besser.md").write_text(GOOD.replace("Slug: good", "Slug: good\nLang: de"))
    assert [problem.path.rpartition("/")[2] for problem in digest.run(shelf).problems] == ["besser.md", "gut.md"]


def test_where_slugs_are_of_files_names_titles_may_be_alike_and_pins_name_files(shelf, capsys, monkeypatch):
    monkeypatch.chdir(shelf.root)
    for name in ("one", "two"):
        (shelf.posts_path / f"{name}.md").write_text("Title: Diary\nDate: 2026-11-20\n\nText.\n")
    shelf.topics_path.mkdir()
    (shelf.topics_path / "diaries.md").write_text("Title: Diaries\nWords: quay\nArticles: one\n\nOurs.\n")
    assert main(["check"]) == 1
    assert "has the same slug as another post: diary" in capsys.readouterr().out
    with (shelf.root / "pelicanconf.py").open("a") as conf:
        conf.write('SLUGIFY_SOURCE = "basename"\n')
    assert main(["check"]) == 0, capsys.readouterr().out


def test_check_says_it_and_exits_with_1(shelf, capsys, monkeypatch):
    monkeypatch.chdir(shelf.root)
    assert main(["check"]) == 0
    (shelf.posts_path / "bad.md").write_text(BAD["no-title"][0])
    assert main(["check"]) == 1
    assert "content/articles/bad.md: has no title. Begin the file with a line" in capsys.readouterr().out


def test_check_says_once_what_two_have_found_and_where(shelf, capsys, monkeypatch):
    monkeypatch.chdir(shelf.root)
    (shelf.root / "pelicanconf.py").write_text(
        'PATH = "content"\nPLUGINS = ["copydesk"]\nARTICLE_PATHS = ["articles"]\n'
    )
    (shelf.posts_path / "bad.md").write_text("Date: 2026-11-20\nTitle:\n\nText.\n")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert ("content/articles/bad.md:2: has no title." in said, said.count("has no title")) == (True, 1)
    assert said.endswith("\n1 to mend.\n")


HEAD = "Title: {name}\nDate: 2026-11-20\n"
PLACED = {  # the lines below a post's head, and what is said of it
    "up": ("Slug: ../../x\n\nText.", "3: wants to leave the site: articles/../../x/index.html. Name a place in it."),
    "root": ("Save_as: /tmp/x.html\n\nText.", "3: wants to leave the site: /tmp/x.html. Name a place in it."),
    "home": ("Save_as: index.html\n\nText.", "3: would take the place of index.html: index.html. Name another"),
    "domain": ("Save_as: CNAME\n\nText.", "3: would take the place of cname: CNAME. Name another"),
    "feed": ("Save_as: feeds/all.atom.xml\n\nText.", "3: would take the place of feeds/all.atom.xml"),
    "under": ("Save_as: robots.txt/a.html\n\nText.", "3: would take the place of robots.txt"),
    "zwei": ("Save_as: articles/good/index.html\n\nText.", "3: would take the place of articles/good.md"),
    "bare": ("Template: x\n\nText.", "3: asks for a template that the theme does not have: x. Name another"),
    "lost": ("\nText.\n\n[a]({filename}gone.md)", "6: links to what the site does not have: {filename}gone.md. Mend"),
    "static": ("\nText.\n\n[a]({static}gone.png)", "6: links to what the site does not have: {static}gone.png. Mend"),
    "odd": ("\nText\n\n[a]({filename}//[b)", "6: has a link that cannot be read: Invalid IPv6 URL. Mend the link"),
    "state": ("Status: soon\n\nText.", "3: has a status that is none: soon. Known are published"),
    "sound": ("\nText.\n\n[a]({filename}good.md) [b](http://[x) {filename}", ""),
}


def test_check_names_what_the_build_would_leave_out_with_line_and_cure(shelf, capsys, monkeypatch):
    monkeypatch.chdir(shelf.root)
    conf = f"import runpy\nglobals().update(runpy.run_path({str(ROOT / 'pelicanconf.py')!r}))\nPATH = 'content'\n"
    (shelf.root / "pelicanconf.py").write_text(conf)
    for name, (text, _) in PLACED.items():
        (shelf.posts_path / f"{name}.md").write_text(HEAD.format(name=name) + text + "\n")
    before = sorted(path for path in shelf.root.rglob("*"))
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert [
        name for name, (_, says) in PLACED.items() if says and f"content/articles/{name}.md:{says}" not in said
    ] == []
    assert "sound.md" not in said
    assert f"\n{sum(bool(says) for _, says in PLACED.values())} to mend." in said
    assert sorted(path for path in shelf.root.rglob("*")) == before


def test_two_posts_of_one_address_are_named_before_pelican_stumbles(shelf):
    (shelf.posts_path / "double.md").write_text(GOOD)
    done = build(shelf.root)
    assert "double.md" in done.stdout + done.stderr
