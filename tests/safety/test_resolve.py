"""An edited post and a changed seed: the two become one, and no word of a person is lost."""

import json
import re
import subprocess

import pytest

from copydesk import digest, posting
from copydesk.__main__ import main
from copydesk.posting import Action, made
from tests.dumps import FERRY
from tests.test_digest import told

CONF = 'PATH = "content"\nCOPYDESK_WORKERS = 1\n'


SIGNED = b"\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\n"


def git(site, *words, **more):
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    return subprocess.run(["git", *who, *words], cwd=site.root, check=True, capture_output=True, **more).stdout


def begin(site):
    """Have git know the seeds, and make their posts."""
    git(site, "init", "-q")
    git(site, "add", "seeds")
    git(site, "commit", "-qm", "Begin")
    digest.run(site)


@pytest.fixture
def conflict(site, monkeypatch, request):
    """A post whose second paragraph a person changed and whose first its seed did; `request.param` is what git saw."""
    (site.root / "pelicanconf.py").write_text(CONF)
    monkeypatch.chdir(site.root)
    git(site, "init", "-q")
    digest.run(site)
    for seen in request.param:
        git(site, "add", seen)
    if request.param:
        git(site, "commit", "-qm", "Begin")
    (path,) = site.posts_path.rglob("ferry*.md")
    path.write_text(path.read_text().replace("a mistake", "an error"))
    (site.seeds_path / "ferry.txt").write_text(FERRY.replace("eight per cent", "nine per cent"), encoding="utf-8")
    assert state(site) is Action.CONFLICT
    return path


def state(site):
    return next(entry.action for entry in digest.run(site).entries if "ferry" in entry.seed)


@pytest.mark.parametrize("conflict", [["content", "seeds"], ["seeds"]], indirect=True, ids=["post", "seed"])
@pytest.mark.parametrize("ending", ["", ".incoming"])
def test_both_changes_are_kept(site, conflict, ending):
    assert main(["resolve", f"{conflict}{ending}"]) == 0
    text = conflict.read_text()
    assert "an error" in text
    assert "nine per cent" in text
    assert "a mistake" not in text
    assert not list(site.posts_path.rglob("*.incoming"))
    assert state(site) is Action.KEPT
    (site.seeds_path / "ferry.txt").write_text(FERRY.replace("eight", "ten"), encoding="utf-8")
    assert state(site) is Action.CONFLICT


@pytest.mark.parametrize(
    ("encoding", "told", "beside"),
    [
        ("utf-8", 'author = "Ada Orr"\n', "ferry.toml"),
        ("utf-8", 'author = "Ada Orr"\n', "ferry.txt.toml"),
        ("latin-1", "", ""),
        ("utf-16", 'source = "Café"\n', "ferry.toml"),
    ],
)
def test_a_seed_that_is_no_utf_8_or_has_a_side_car_is_made_again(site, monkeypatch, encoding, told, beside):
    monkeypatch.chdir(site.root)
    (site.root / "pelicanconf.py").write_text(CONF)
    seed, text = site.seeds_path / "ferry.txt", FERRY.replace("harbour towns", "cafés")
    seed.write_bytes(text.replace("Brackwater", "Brückwater").encode(encoding))
    if told:
        seed.with_name(beside).write_text(told, encoding="utf-8")
    begin(site)
    (path,) = site.posts_path.rglob("ferry*.md")
    path.write_text(path.read_text().replace("a mistake", "an error"))
    seed.write_bytes(text.replace("eight per cent", "nine per cent").encode(encoding))
    git(site, "rm", "-q", "--cached", "seeds/ferry.txt")
    git(site, "commit", "-qm", "Forget")
    assert state(site) is Action.CONFLICT
    assert main(["resolve", str(path)]) == 0
    words = path.read_text()
    assert ("an error" in words, "nine per cent" in words, "Brückwater" in words) == (True, True, False)
    assert state(site) is Action.KEPT


@pytest.mark.parametrize("change", [{"people": 400}, {"people": 400, "url": "https://example.org/ferry"}])
def test_an_article_among_others_is_made_again(site, monkeypatch, change):
    monkeypatch.chdir(site.root)
    (site.root / "pelicanconf.py").write_text(CONF)
    news = site.seeds_path / "news.jsonl"
    news.write_text("\n".join(map(json.dumps, (told("Mill"), told("Ferry")))))
    begin(site)
    (path,) = site.posts_path.rglob("ferry-opens*.md")
    path.write_text(path.read_text().replace("cost less", "cost more"))
    news.write_text("\n".join(map(json.dumps, (told("Quay"), told("Ferry", **change), told("Mill")))))
    digest.run(site)
    assert main(["resolve", str(path)]) == 0
    assert ("cost more" in path.read_text(), "400 people" in path.read_text()) == (True, True)
    assert not [entry for entry in digest.run(site).entries if entry.action is Action.CONFLICT]


@pytest.mark.parametrize("conflict", [[]], indirect=True, ids=["nothing"])
@pytest.mark.parametrize(
    ("take", "word", "whose"), [("mine", "an error", "yours"), ("theirs", "nine per cent", "the desk's")]
)
def test_without_a_memory_what_both_changed_is_shown_and_a_person_chooses(
    site, conflict, take, word, whose, monkeypatch, capsys
):
    monkeypatch.setenv("PATH", "")  # there is no git
    conflict.write_text(conflict.read_text().replace("eight per cent", "an error of 8 per cent"))
    before = conflict.read_text()
    assert main(["resolve", str(conflict)]) == 1
    said = capsys.readouterr().out
    assert "-" in said
    assert "nine per cent" in said
    assert "Settle it with --take mine or --take theirs, which takes one as a whole, or edit the post" in said
    assert "git init && git add content seeds && git commit" in said
    assert conflict.read_text() == before
    assert main(["resolve", str(conflict), "--take", take]) == 0
    assert f"is settled; what it says now is {whose}." in capsys.readouterr().out
    assert word in conflict.read_text()
    assert state(site) in (Action.KEPT, Action.UNTAUGHT)


@pytest.mark.parametrize("conflict", [[]], indirect=True, ids=["nothing"])
def test_without_a_memory_the_hash_of_what_the_desk_wrote_tells_whose_each_change_is(site, conflict, monkeypatch):
    text = conflict.read_text().replace("Date: ", "Status: draft\nDate: ", 1).replace("\n", "\r\n")
    conflict.write_bytes(text.encode())
    monkeypatch.setenv("PATH", "")  # there is no git
    assert main(["resolve", str(conflict)]) == 0
    merged = conflict.read_text()
    assert ("an error" in merged, "nine per cent" in merged, "\nStatus: draft\n" in merged) == (True, True, True)
    assert ("a mistake" in merged, "eight per cent" in merged) == (False, False)
    assert state(site) is Action.KEPT


BEFORE = "Title: Ferry\nDate: 2026-11-12\nSlug: ferry\n\nOne.\n\nTwo.\n\nThree.\n"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ([("One", "1")], [("Three", "3")], True),
        ([("2026-11-12", "2026-11-13")], [("Title: Ferry", "Title: Ferries")], True),
        ([("Two.\n\n", "")], [("Three.", "Three.\n\nFour.")], True),
        ([("One.", "One.\n\nMore.")], [("Two.\n\n", "")], True),
        ([("One", "1")], [], True),
        ([("One", "1")], [("One", "I")], False),
        ([("Two", "2"), ("Three", "3")], [("Three", "III")], False),
    ],
)
def test_two_texts_are_sifted_line_by_line(mine, theirs, both):
    def changed(text, changes):
        for old, new in changes:
            text = text.replace(old, new)
        return text

    signed = made.sign(BEFORE, "a" * 64, "b" * 64)
    newer = made.sign(changed(BEFORE, theirs), "c" * 64, "b" * 64)
    sifted = posting.sift(changed(signed, mine), newer)
    assert (sifted is not None) == both
    if sifted:
        assert made.LINE.sub("", sifted.text) == changed(changed(BEFORE, mine), theirs)
        assert made.LINE.search(sifted.text)[0] == made.LINE.search(newer)[0]


def test_texts_that_differ_in_many_places_are_not_sifted():
    signed = made.sign(BEFORE + "\n".join(f"Line {number}." for number in range(20)), "a" * 64, "b" * 64)
    assert posting.sift(signed, signed.replace("Line", "Row")) is None


@pytest.mark.parametrize("conflict", [["content", "seeds"], []], indirect=True, ids=["merged", "whole"])
def test_what_only_people_write_into_a_header_stays_whatever_is_taken(site, conflict):
    own = "Status: draft\nEditors_note: two\n    lines\n"
    conflict.write_text(re.sub(r"Date: .*\n", f"Date: 2026-01-02\n{own}", conflict.read_text(), count=1))
    newer = FERRY.replace("November 12, 2026", "November 13, 2026").replace("eight per cent", "nine per cent")
    (site.seeds_path / "ferry.txt").write_text(newer, encoding="utf-8")
    digest.run(site)
    assert main(["resolve", str(conflict), "--take", "theirs"]) == 0
    text = conflict.read_text()
    assert "Date: 2026-11-13\n" in text
    assert own in text
    assert text.partition("\n\n")[0].rpartition("\n")[2].startswith("Made: ")


@pytest.mark.parametrize("conflict", [["content", "seeds"]], indirect=True)
def test_where_both_changed_a_place_nothing_is_written_until_a_person_chooses(site, conflict, capsys):
    conflict.write_text(conflict.read_text().replace("eight per cent", "12 per cent"))
    before = conflict.read_text()
    assert main(["resolve", str(conflict)]) == 1
    assert "<<<<<<< your post" in capsys.readouterr().out
    assert conflict.read_text() == before
    assert main(["resolve", str(conflict), "--take", "mine"]) == 0
    assert "12 per cent" in conflict.read_text()
    assert state(site) is Action.KEPT


def test_git_runs_no_program_that_came_with_a_folder_of_seeds(site, tmp_path):
    seeds, ran, program = str(site.seeds_path), tmp_path / "ran", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    git(site, "init", "-q", seeds)
    git(site, "-C", seeds, "add", ".")
    git(site, "-C", seeds, "commit", "-qm", "Begin")
    commit = git(site, "-C", seeds, "cat-file", "commit", "HEAD").replace(b"\n\n", SIGNED, 1)
    made = git(site, "-C", seeds, "hash-object", "-t", "commit", "-w", "--stdin", input=commit)
    git(site, "-C", seeds, "update-ref", "HEAD", made.decode().strip())
    for name, value in (("gpg.program", str(program)), ("log.showSignature", "true")):
        git(site, "-C", seeds, "config", name, value)
    assert list(posting.versions(site.seeds_path / "ferry.txt")) == [(FERRY.encode(),)]
    assert not ran.exists()


@pytest.mark.parametrize("conflict", [["seeds"]], indirect=True)
def test_a_post_that_no_longer_says_what_it_was_made_from_is_compared(conflict, capsys):
    conflict.write_text(re.sub(r"(?m)^Made:.*\n", "", conflict.read_text()))
    assert main(["resolve", str(conflict)]) == 1
    assert "cannot be merged" in capsys.readouterr().out


@pytest.mark.parametrize("conflict", [["seeds"]], indirect=True)
def test_a_seed_that_a_post_names_outside_the_site_is_not_made_there(site, conflict):
    conflict.write_text(re.sub(r"(?m)^Seed:.*\n", "Seed: ../../elsewhere/ferry.txt\n", conflict.read_text()))
    assert main(["resolve", str(conflict)]) == 0
    assert not (site.root.parent / "elsewhere").exists()


@pytest.mark.parametrize("conflict", [["content"]], indirect=True)
def test_what_git_could_not_merge_is_merged_first(conflict, capsys):
    torn = conflict.read_text() + f"\n{'<' * 7} HEAD\nOne.\n{'=' * 7}\nTwo.\n{'>' * 7} other\n"
    conflict.write_text(torn)
    assert main(["resolve", str(conflict), "--take", "theirs"]) == 2
    assert "holds both sides of a merge of git's. Keep what is to stay" in capsys.readouterr().err
    assert conflict.read_text() == torn


@pytest.mark.usefixtures("conflict")
@pytest.mark.parametrize("conflict", [[]], indirect=True)
def test_a_post_without_a_conflict_is_named(site, capsys):
    (other,) = site.posts_path.rglob("library*.md")
    assert main(["resolve", str(other)]) == 2
    assert "has no new version beside it" in capsys.readouterr().err
