"""Posts and folders that cannot be read: no article is made twice, and nothing goes without a word."""

import os

import pytest

from copydesk import digest
from copydesk.__main__ import main
from copydesk.commands.check import found
from copydesk.posting import Action
from tests.safety.newsstand import build
from tests.test_digest import post_of, posts, states

FERRY = "seeds/ferry.txt"


def edited(site, encoding="utf-8"):
    """Make the posts, and have a person save the ferry's in another encoding with a word of their own."""
    digest.run(site)
    path = post_of(site, FERRY)
    path.write_bytes(path.read_text(encoding="utf-8").replace("a mistake", "a bétise").encode(encoding))
    return path


def locked(monkeypatch, *folders):
    """Have some folders refuse whoever looks into them, as those do that belong to somebody else."""
    scan = os.scandir

    def refusing(place="."):
        if os.fspath(place) in map(os.fspath, folders):
            raise PermissionError(13, "Permission denied", os.fspath(place))
        return scan(place)

    monkeypatch.setattr(os, "scandir", refusing)
    monkeypatch.setattr("os.listdir", lambda place=".": [entry.name for entry in refusing(place)])


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_post_in_another_encoding_keeps_its_seed_and_is_made_no_second_time(site, encoding):
    path = edited(site, encoding)
    before = sorted(site.posts_path.rglob("*"))
    report = digest.run(site)
    assert sorted(site.posts_path.rglob("*")) == before
    (refusal,) = report.refused
    (problem,) = found(site, site.root / "pelicanconf.py", report)  # what is to be mended is counted once
    assert problem.path.endswith(path.name)
    assert str(refusal).startswith(f"{FERRY}: waits until its post is mended: content/articles/2026/{path.name}:")
    assert refusal.hint == "Save it as UTF-8."
    assert (report.notices, report.orphans) == ((), ())
    path.write_bytes(path.read_bytes().decode(encoding).encode())
    report = digest.run(site)
    assert states(report)[FERRY] is Action.KEPT
    assert report.problems == ()


def test_a_name_in_other_letters_is_known_again_beside_a_stray_byte(site):
    (site.seeds_path / "ferry.txt").rename(site.seeds_path / "Fähre.txt")
    digest.run(site)
    path = post_of(site, "seeds/Fähre.txt")
    path.write_bytes(path.read_bytes().replace(b"a mistake", b"a b\xe9tise"))
    assert [entry.seed for entry in digest.run(site).set_aside] == ["seeds/Fähre.txt"]
    assert len([*site.posts_path.rglob("*.md")]) == 2


def test_a_post_of_which_nothing_can_be_read_holds_its_place(site):
    digest.run(site)
    path = post_of(site, FERRY)
    path.unlink()
    path.symlink_to(site.root / "gone")
    report = digest.run(site)
    assert [entry.refusal.kind for entry in report.set_aside] == ["waits"]
    assert report.set_aside[0].refusal.hint == "Mend its rights, or take it away."
    assert [one.name for one in path.parent.iterdir() if one.name.startswith("ferry")] == [path.name]


def test_a_folder_of_posts_that_cannot_be_read_lets_no_post_be_made_again(site, monkeypatch):
    digest.run(site)
    before = posts(site)
    with monkeypatch.context() as patched:
        locked(patched, site.posts_path / "2026")
        report = digest.run(site)
        assert [problem.path for problem in report.problems] == ["content/articles/2026"]
        assert {entry.refusal.kind for entry in report.entries} == {"waits"}
    assert posts(site) == before


@pytest.mark.parametrize("name", ["", "ledger"])
def test_a_folder_of_seeds_that_cannot_be_read_is_set_aside_with_a_sentence(site, monkeypatch, capsys, name):
    folder = site.seeds_path / name
    folder.mkdir(exist_ok=True)
    (site.seeds_path / "ferry.txt").rename(folder / "ferry.txt")
    digest.run(site)
    locked(monkeypatch, folder)
    monkeypatch.chdir(site.root)
    report = digest.run(site)
    told = f"{folder.relative_to(site.root)}: The folder cannot be read (Permission denied). Mend its rights"
    assert [str(entry.refusal).startswith(told) for entry in report.set_aside] == [True]
    assert report.orphans == ()
    assert main(["digest", "--strict"]) == main(["check"]) == 1
    assert main(["convert", "seeds"]) == 1
    assert capsys.readouterr().out.count(told) == 3


def test_a_folder_of_topics_that_cannot_be_read_is_named(site, monkeypatch, capsys):
    site.topics_path.mkdir(parents=True)
    locked(monkeypatch, site.topics_path)
    monkeypatch.chdir(site.root)
    assert main(["check"]) == 1
    assert "The folder of topics cannot be read (Permission denied)." in capsys.readouterr().out


@pytest.mark.parametrize(("word", "state"), [("an error", Action.KEPT), ("a mistake", Action.SAME)])
def test_of_two_posts_of_a_seed_the_edited_one_or_the_first_is_the_seeds_and_on_the_site(site, word, state):
    digest.run(site)
    path = post_of(site, FERRY)
    copy = path.with_name(path.name.replace(".md", "-2.md"))
    copy.write_bytes(path.read_bytes())
    path.write_text(path.read_text().replace("a mistake", word))
    report = digest.run(site)
    assert states(report)[FERRY] is state
    (problem,) = report.problems
    assert str(problem).startswith(f"content/articles/2026/{copy.name}: is a second post of {FERRY}, beside ")
    assert problem.hint.startswith(f"Delete content/articles/2026/{copy.name}, once ")
    done = build(site.root)
    assert f"Delete articles/2026/{copy.name}: both are posts of {FERRY}." in done.stdout + done.stderr
    page = site.root / "output" / "articles" / path.stem / "index.html"
    assert word in page.read_text(encoding="utf-8")


def test_no_post_is_to_be_deleted_for_its_translation(site):
    digest.run(site)
    path = post_of(site, FERRY)
    german = path.with_name("a-german.md")
    german.write_text(path.read_text().replace("Lang: en", "Lang: de").replace("a mistake", "ein Fehler"))
    done = build(site.root)
    assert "would take the place of articles/2026/a-german.md" in done.stdout + done.stderr
    assert "Delete articles" not in done.stdout + done.stderr
    german.write_text(german.read_text().replace("Slug: ", "Slug: de-"))
    assert "would take the place" not in build(site.root).stdout
    assert len([*site.root.glob("output/articles/*/index.html")]) == 3


@pytest.mark.parametrize("ending", ["markdown", "mkd", "mdown"])
def test_a_post_of_another_ending_keeps_its_seed(site, ending):
    digest.run(site)
    path = post_of(site, FERRY)
    path.rename(path.with_suffix(f".{ending}"))
    report = digest.run(site)
    assert states(report)[FERRY] is Action.SAME
    assert report.problems == ()


def test_a_post_that_is_named_as_a_text_is_named(site):
    (site.posts_path / "2026").mkdir(parents=True)
    (site.posts_path / "2026" / "hand.txt").write_text("Title: Hand\nDate: 2026-11-20\n\nText.\n")
    (site.posts_path / "2026" / "rows.txt").write_text("What a post offers with {attach}.\n")
    (problem,) = digest.run(site).problems
    assert str(problem) == (
        "content/articles/2026/hand.txt: is no post, as its name does not end in .md. "
        "Call it hand.md, or put it elsewhere."
    )


def test_an_ending_that_pelican_does_not_know_is_named(site):
    digest.run(site)
    path = post_of(site, FERRY)
    path.rename(path.with_suffix(".MD"))
    report = digest.run(site)
    assert states(report)[FERRY] is Action.SAME
    assert [problem.hint for problem in report.problems] == [f"Rename it content/articles/2026/{path.name}."]
