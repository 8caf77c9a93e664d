"""Seeds that were moved, renamed or taken away, and posts that no longer name theirs: each article has one post."""

import hashlib
import json
import os
import unicodedata

import pytest

from copydesk import digest, reading
from copydesk.__main__ import main
from copydesk.posting import Action
from tests.dumps import FERRY as TEXT
from tests.test_clippings import ONE, filed
from tests.test_digest import TEXT as STORY
from tests.test_digest import lay, post_of, posts, states, told
from tests.test_mails import PARTS as MAILS

FERRY, MOVED = "seeds/ferry.txt", "seeds/moved/fares.txt"


def move(site):
    (site.seeds_path / "moved").mkdir()
    (site.root / FERRY).rename(site.root / MOVED)


def header(text):
    return {line for line in text.splitlines() if line.startswith(("Seed: ", "Made: "))}


def test_a_moved_seed_keeps_its_post_which_bears_its_new_name_and_is_no_edit(site):
    digest.run(site)
    path, before = post_of(site, FERRY), posts(site)
    move(site)
    assert states(digest.run(site, dry=True))[MOVED] is Action.SAME
    assert posts(site) == before
    report = digest.run(site)
    assert states(report)[MOVED] is Action.SAME
    assert (report.orphans, report.notices) == ((), ())
    text = path.read_text()
    assert f"Seed: {MOVED}" in header(text)
    assert text.splitlines()[-1] == before[f"2026/{path.name}"].splitlines()[-1]
    assert list(posts(site)) == list(before)
    after = posts(site)
    assert states(digest.run(site))[MOVED] is Action.SAME
    assert posts(site) == after


@pytest.mark.parametrize(
    ("name", "says"), [("harbour-ledger/ferry.txt", "\nSource: Harbour Ledger\n"), ("ferry.md", "All rights reserved.")]
)
def test_a_post_says_what_the_new_place_or_suffix_of_its_seed_says(site, name, says):
    digest.run(site)
    path = post_of(site, FERRY)
    assert says not in path.read_text()
    (site.seeds_path / name).parent.mkdir(exist_ok=True)
    (site.root / FERRY).rename(site.seeds_path / name)
    assert states(digest.run(site))[f"seeds/{name}"] is Action.AGAIN
    assert says in path.read_text()
    assert states(digest.run(site))[f"seeds/{name}"] is Action.SAME


@pytest.mark.parametrize("handed_on", [False, True])
def test_the_translation_of_a_post_follows_its_moved_seed(site, handed_on):
    digest.run(site)
    path = post_of(site, FERRY)
    own = path.read_text().replace("\nLang: en\n", "\nLang: de\n").replace("\nTitle: ", "\nTitle: Deutsch: ")
    path.with_name("deutsch.md").write_text(own)
    digest.run(site)
    move(site)
    if handed_on:
        (site.root / FERRY).write_text(NINE, encoding="utf-8")
    for _ in range(2):
        report = digest.run(site)
        assert (report.orphans, report.notices, report.problems) == ((), (), ())
    assert path.with_name("deutsch.md").read_text() == own.replace(FERRY, MOVED)
    assert f"\nSeed: {MOVED}\n" in path.read_text()


@pytest.mark.parametrize("changed", [False, True])
def test_an_edited_post_follows_its_moved_seed(site, changed):
    digest.run(site)
    path = post_of(site, FERRY)
    path.write_text(path.read_text().replace("a mistake", "an error"))
    if changed:
        (site.root / FERRY).write_text(TEXT.replace("eight per cent", "nine per cent"), encoding="utf-8")
        digest.run(site)
    move(site)
    for _ in range(2):
        assert states(digest.run(site))[MOVED] is (Action.CONFLICT if changed else Action.KEPT)
        assert f"\nSeed: {MOVED}\n" in path.read_text()
        assert "an error" in path.read_text()
    assert len([*site.posts_path.rglob("*.md")]) == 2


def test_the_articles_of_a_renamed_file_keep_their_posts(site):
    lay(site, told("Pier"), told("Mill"))
    before = list(posts(site))
    (site.seeds_path / "news.jsonl").rename(site.seeds_path / "newer.jsonl")
    report = digest.run(site)
    assert {state for seed, state in states(report).items() if "newer" in seed} == {Action.SAME}
    assert list(posts(site)) == before


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize("told", ['source = "Harbour Ledger"\n', 'tags = ["ferries"]\n'])
def test_a_seed_that_leaves_its_side_car_behind_keeps_its_post(site, edited, told):
    car = (site.root / FERRY).with_suffix(".toml")
    car.write_text(told)
    (car.parent / "broken.toml").write_text("=")
    digest.run(site)
    path = post_of(site, FERRY)
    path.write_text(path.read_text() + "\nA word of mine.\n" * edited)
    text = path.read_text()
    move(site)
    report = digest.run(site)
    assert states(report)[MOVED] is (Action.CONFLICT if edited else Action.AGAIN)
    assert (report.orphans, [one.path for one in report.problems]) == ((), ["seeds/broken.toml", "seeds/ferry.toml"])
    car.rename((site.root / MOVED).with_suffix(".toml"))
    assert states(digest.run(site))[MOVED] is (Action.KEPT if edited else Action.AGAIN)
    assert len([*site.posts_path.rglob("*.md")]) == 2
    assert edited or path.read_text().splitlines()[-1] == text.splitlines()[-1]


PIER, MILL, QUAY = map(told, ("Pier", "Mill", "Quay"))
HANDED = [  # what two files hold, before and after, and how many posts there are then
    ({"a": [PIER, MILL], "b": [QUAY]}, {"a": [QUAY], "b": [PIER, MILL]}, 3),
    ({"today": [PIER, MILL]}, {"today": [QUAY], "28": [PIER, MILL]}, 3),
    ({"all": [PIER, MILL, QUAY]}, {"all": [PIER], "more": [MILL, QUAY]}, 3),
    ({"all": [PIER], "more": [MILL]}, {"all": [PIER, MILL]}, 2),
    ({"today": [PIER]}, {"today": [MILL, PIER], "28": [PIER]}, 3),
]


def write(site, files):
    for path in site.seeds_path.glob("*.*"):
        path.unlink()
    for name, rows in files.items():
        (site.seeds_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)))


@pytest.mark.parametrize(("before", "after", "count"), HANDED)
@pytest.mark.parametrize("edited", [False, True])
def test_an_article_that_goes_from_file_to_file_keeps_its_post(site, before, after, count, edited):
    write(site, before)
    digest.run(site)
    (pier,) = site.posts_path.rglob("pier*.md")
    pier.write_text(pier.read_text() + "\nA word of mine.\n" * edited)
    write(site, after)
    report = digest.run(site)
    assert (report.orphans, len(posts(site))) == ((), count)
    assert ("A word of mine." in pier.read_text()) == edited
    assert [entry.post for entry in report.entries].count(pier.relative_to(site.root).as_posix()) == 1
    made = posts(site)
    digest.run(site)
    assert posts(site) == made


@pytest.mark.parametrize("edited", [False, True])
def test_two_versions_of_an_article_whose_files_swap_names_keep_their_posts(site, edited):
    later = told("Pier", 400)
    write(site, {"a": [PIER, MILL], "b": [later, QUAY]})
    digest.run(site)
    pier = site.posts_path / "2026" / "pier-opens-again.md"
    pier.write_text(pier.read_text() + "\nA word of mine.\n" * edited)
    write(site, {"a": [later, QUAY], "b": [PIER, MILL]})
    report = digest.run(site)
    assert set(states(report).values()) == ({Action.KEPT, Action.SAME} if edited else {Action.SAME})
    assert ("300 people" in pier.read_text(), "\nSeed: seeds/b.jsonl#" in pier.read_text()) == (True, True)
    made = posts(site)
    digest.run(site)
    assert posts(site) == made


def test_an_article_whose_own_file_cannot_be_read_lends_its_post_to_no_other(site):
    write(site, {"b": [PIER, MILL]})
    digest.run(site)
    made = posts(site)
    write(site, {"a": [PIER], "b": []})
    assert digest.run(site).orphans == ()
    assert {path: text for path, text in posts(site).items() if path in made} == made


def test_a_post_is_given_to_one_seed_alone(site):
    digest.run(site)
    move(site)
    (site.seeds_path / "again.txt").write_bytes((site.root / MOVED).read_bytes())
    report = digest.run(site)
    assert (states(report)["seeds/again.txt"], states(report)[MOVED]) == (Action.SAME, Action.NEW)
    assert len(posts(site)) == 3


@pytest.mark.parametrize("edited", [False, True])
def test_a_seed_that_was_moved_and_changed_is_told_of_once(site, capsys, monkeypatch, edited):
    digest.run(site)
    path = post_of(site, FERRY)
    path.write_text(path.read_text() + "\nA word of mine.\n" * edited)
    path = f"{path.relative_to(site.root)}{' (edited)' * edited}"
    move(site)
    (site.root / MOVED).write_text(TEXT.replace("eight per cent", "nine per cent"), encoding="utf-8")
    monkeypatch.chdir(site.root)
    assert main(["check"]) == 0
    said = f"Made from seeds that are gone now: {path}. They stay on the site: delete"
    told = capsys.readouterr().out
    assert (said in told, told.endswith("\nNothing else needs mending.\n")) == (True, True)
    report = digest.run(site)
    assert states(report)[MOVED] is Action.NEW
    assert [notice.startswith(said) for notice in report.notices] == [True]
    assert digest.run(site).notices == ()
    assert main(["check"]) == 0
    assert "1 post was made from what is no longer among the seeds" in capsys.readouterr().out


@pytest.mark.parametrize("edited", [False, True])
def test_posts_whose_seeds_are_gone_are_counted_by_a_digest_and_named_by_the_status(site, capsys, monkeypatch, edited):
    digest.run(site)
    path = post_of(site, FERRY)
    path.write_text(path.read_text() + "\nA word of mine.\n" * edited)
    (site.root / FERRY).unlink()
    digest.run(site)
    monkeypatch.chdir(site.root)
    said = []
    for command in ("digest", "status"):
        assert main([command]) == 0
        said.append(capsys.readouterr().out)
    assert ["ferry-fares" in one for one in said] == [False, True]
    assert (".md (edited) was made from a seed that is gone" in said[1]) is edited
    assert "1 post was made from what is no longer among the seeds" in said[0]


def test_where_all_seeds_are_gone_at_once_no_post_is_to_be_deleted(site):
    digest.run(site)
    before = posts(site)
    site.seeds_path.rename(site.root / "unplugged")
    (notice,) = digest.run(site).notices
    assert "are their seeds' own again should these come back; no seed is left." in notice
    assert "delete" not in notice
    (site.root / "unplugged").rename(site.seeds_path)
    assert set(states(digest.run(site)).values()) == {Action.SAME}
    assert posts(site) == before


def test_no_word_is_lost_on_entries_that_left_their_file(site):
    lay(site, told("Pier"), told("Mill"))
    report, _ = lay(site, told("Pier"))
    assert (len(report.orphans), report.notices) == (1, ())


@pytest.mark.parametrize("gone", ["Seed: ", "Made: "])
def test_a_post_that_names_no_seed_any_more_keeps_its_place(site, gone):
    digest.run(site)
    path = post_of(site, FERRY)
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(("Seed: ", gone))))
    mine = path.read_text()
    for _ in range(2):
        report = digest.run(site)
        assert states(report)[FERRY] is Action.LOOSE
        assert path.relative_to(site.root).as_posix() in report.notices[0]
        assert "Put the line `Seed: …` back" in report.notices[0]
    assert path.read_text() == mine
    assert len(posts(site)) == 2


def test_a_post_that_names_no_seed_keeps_its_place_whenever_the_seed_was_filed(site):
    seed = site.root / FERRY
    seed.write_text(TEXT.replace("November 12, 2026\n", ""), encoding="utf-8")
    os.utime(seed, (1_690_000_000, 1_690_000_000))
    digest.run(site)
    path = post_of(site, FERRY)
    assert "\nDate_from: filing\n" in path.read_text()
    path.write_text(path.read_text().replace(f"Seed: {FERRY}\n", ""))
    os.utime(seed, (1_694_000_000, 1_694_000_000))
    assert states(digest.run(site))[FERRY] is Action.LOOSE
    assert len(posts(site)) == 2


SLUG = "ferry-fares-rise-after-record-summer"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("mine", f"Title: Fares\nSlug: {SLUG}"),
        ("mine", "Title: Ferry fares rise after record summer"),
        (SLUG, "Title: A"),
    ],
    ids=["told", "title", "file"],
)
def test_a_post_by_hand_of_another_day_is_no_seeds(site, name, head):
    site.posts_path.mkdir(parents=True)
    (site.posts_path / f"{name}.md").write_text(f"{head}\nDate: 2025-11-12\n\n{STORY}\n")
    report = digest.run(site)
    assert states(report)[FERRY] is Action.NEW
    assert post_of(site, FERRY).name == f"{SLUG}-2.md"


@pytest.mark.parametrize(("name", "text"), [("ferry.txt", TEXT), ("news.jsonl", '{"title": "Pier", "text": "%s"}\n')])
@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_that_git_or_an_editor_changes_change_no_seed(site, name, text, end):
    seed = site.seeds_path / name
    seed.write_bytes((text.replace("%s", STORY.replace("\n", " "))).encode())
    digest.run(site)
    (path,) = (path for path in site.posts_path.rglob("*.md") if f"\nSeed: seeds/{name}" in path.read_text())
    path.write_text(path.read_text() + "\nA word of mine.\n")
    seed.write_bytes(seed.read_bytes().replace(b"\n", end))
    for remake in (False, True):
        actions = [entry.action for entry in digest.run(site, remake=remake).entries if name in entry.seed]
        assert actions == [Action.KEPT]


NINE, TEN = (TEXT.replace("eight per cent", f"{number} per cent") for number in ("nine", "ten"))


@pytest.mark.parametrize("edited", [False, True])
def test_a_post_follows_its_seed_whose_name_another_has_now(site, edited):
    digest.run(site)
    old = post_of(site, FERRY)
    if edited:
        old.write_text(old.read_text() + "\nA word of mine.\n")
    words = old.read_text().splitlines()[-1]
    move(site)
    (site.root / FERRY).write_text(NINE, encoding="utf-8")
    assert states(digest.run(site, dry=True))[FERRY] is Action.NEW
    report = digest.run(site)
    assert states(report)[MOVED] is (Action.KEPT if edited else Action.SAME)
    assert (states(report)[FERRY], report.orphans) == (Action.NEW, ())
    assert post_of(site, MOVED) == old
    assert old.read_text().splitlines()[-1] == words
    assert "nine per cent" in post_of(site, FERRY).read_text()
    after = posts(site)
    assert states(digest.run(site))[FERRY] is Action.SAME
    assert posts(site) == after


def test_seeds_that_swap_their_names_keep_their_posts(site):
    digest.run(site)
    ferry, library = post_of(site, FERRY), post_of(site, "seeds/library.txt")
    one, other = site.root / FERRY, site.seeds_path / "library.txt"
    swapped = other.read_bytes(), one.read_bytes()
    one.write_bytes(swapped[0])
    other.write_bytes(swapped[1])
    report = digest.run(site)
    assert (set(states(report).values()), report.problems) == ({Action.SAME}, ())
    assert (post_of(site, FERRY), post_of(site, "seeds/library.txt")) == (library, ferry)


def test_no_seed_has_two_posts_where_a_name_is_handed_on_over_another(site):
    old = site.seeds_path / "oldest.txt"
    old.write_text(TEN, encoding="utf-8")
    digest.run(site)
    (site.root / FERRY).replace(old)
    (site.root / FERRY).write_text(NINE, encoding="utf-8")
    report = digest.run(site)
    assert states(report)["seeds/oldest.txt"] is states(report)[FERRY] is Action.AGAIN
    assert "nine per cent" in post_of(site, FERRY).read_text()
    assert len(posts(site)) == 3


@pytest.mark.parametrize("edited", [False, True])
def test_a_seed_that_is_moved_over_another_loses_no_article(site, edited):
    mill = site.seeds_path / "mill.txt"
    mill.write_text("The mill burns\nBy Ada Orr\nNovember 3, 2026\n\n" + STORY.format("mill", 20), encoding="utf-8")
    digest.run(site)
    library = site.seeds_path / "library.txt"
    ours = [post_of(site, name) for name in (FERRY, "seeds/library.txt", "seeds/mill.txt")]
    for path in ours:
        path.write_text(path.read_text() + "\nA word of mine.\n" * edited)
    words = [path.read_text().splitlines()[-1] for path in ours]
    kept = {path: path.read_bytes() for path in (site.root / FERRY, library, mill)}
    mill.replace(library)  # and so on, as logs are rotated
    (site.root / FERRY).replace(mill)
    for dry in (True, False):
        report = digest.run(site, dry=dry)
        assert set(states(report).values()) <= {Action.SAME, Action.AGAIN, Action.KEPT}
        assert [one.partition(" ")[0] for one in report.orphans] == [ours[1].relative_to(site.root).as_posix()]
        assert (report.problems, report.doubts) == ((), ())
    assert [post_of(site, "seeds/mill.txt"), post_of(site, "seeds/library.txt")] == [ours[0], ours[2]]
    assert [path.read_text().splitlines()[-1] for path in ours] == words
    for path, content in kept.items():
        path.write_bytes(content)
    assert (digest.run(site).orphans, len(posts(site))) == ((), 3)
    assert [post_of(site, name) for name in (FERRY, "seeds/library.txt", "seeds/mill.txt")] == ours


def test_a_newer_version_that_is_moved_over_an_older_one_is_its_posts(site):
    (site.seeds_path / "new.txt").write_text(NINE, encoding="utf-8")
    digest.run(site)
    path = post_of(site, FERRY)
    (site.seeds_path / "new.txt").replace(site.root / FERRY)
    assert states(digest.run(site))[FERRY] is Action.AGAIN
    assert post_of(site, FERRY) == path
    assert "nine per cent" in path.read_text()


NO_LINES = pytest.param("a\nb .txt ", marks=pytest.mark.skipif(os.name == "nt", reason="names are of one line there"))


@pytest.mark.parametrize("name", ["a  b.txt", NO_LINES])
def test_seeds_whose_names_differ_in_blanks_alone_keep_their_own_posts(site, name):
    plain, odd = site.seeds_path / "a b.txt", site.seeds_path / name
    plain.write_text(NINE, encoding="utf-8")
    odd.write_text(TEN, encoding="utf-8")
    digest.run(site)
    (post,) = (path for path, text in posts(site).items() if "ten per cent" in text)
    (site.posts_path / post).write_text(posts(site)[post] + "\nA word of mine.\n")
    (site.seeds_path / "c.txt").write_bytes(odd.read_bytes())
    digest.run(site)
    after = posts(site)
    assert (len(after), sum("A word of mine" in text for text in after.values())) == (5, 1)
    digest.run(site)
    assert posts(site) == after


def test_an_edited_post_of_a_desk_that_folded_blanks_is_its_seeds(site):
    seed = site.seeds_path / "a  b.txt"
    (site.root / FERRY).rename(seed)
    digest.run(site)
    path = post_of(site, "seeds/a  b.txt")
    path.write_text(path.read_text().replace("a  b", "a b") + "\nA word of mine.\n")
    report = digest.run(site)
    assert (states(report)["seeds/a  b.txt"], report.orphans) == (Action.KEPT, ())
    assert post_of(site, "seeds/a  b.txt") == path


ONE_SIGN, APART = (unicodedata.normalize(form, "seeds/Fähre für Québec.txt") for form in ("NFC", "NFD"))


@pytest.mark.parametrize(("old", "new"), [(ONE_SIGN, APART), (APART, ONE_SIGN)])
@pytest.mark.parametrize("edited", [False, True])
def test_a_seed_is_the_same_whether_its_accents_are_written_apart_or_not(site, old, new, edited):
    (site.root / FERRY).rename(site.root / old)
    digest.run(site)
    path = post_of(site, ONE_SIGN)
    text = path.read_text().replace(ONE_SIGN, APART) if edited else path.read_text()  # as desks wrote it once
    path.write_text(text + "\nA word of mine.\n" * edited)
    (site.root / old).rename(site.root / new)
    (site.root / new).write_text(NINE, encoding="utf-8")
    report = digest.run(site)
    assert states(report)[ONE_SIGN] is (Action.CONFLICT if edited else Action.AGAIN)
    assert (report.orphans, report.problems, len([*site.posts_path.rglob("*.md")])) == ((), (), 2)


def test_of_two_files_that_differ_in_how_accents_are_written_one_is_set_aside(site):
    for name in (ONE_SIGN, APART):
        (site.root / name).write_text(NINE, encoding="utf-8")
    if len([*site.seeds_path.iterdir()]) < 4:
        pytest.skip("this disk does not tell the two apart")
    report = digest.run(site)
    assert [(one.path, one.kind) for one in report.refused] == [(APART, "twin")]
    assert (len(posts(site)), states(digest.run(site, dry=True))["seeds/library.txt"]) == (3, Action.SAME)


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_that_an_editor_changes_change_no_post_and_no_side_car(site, end):
    (site.seeds_path / "library.toml").write_bytes(b'source = "The Courier"\nlang = "en"\n'.replace(b"\n", end))
    digest.run(site)
    path, library = post_of(site, FERRY), post_of(site, "seeds/library.txt")
    assert "\nSource: The Courier\n" in library.read_text()
    path.write_bytes(path.read_bytes().replace(b"a mistake", b"an error").replace(b"\n", end))
    library.write_bytes(library.read_bytes().replace(b"\n", end))
    report = digest.run(site)
    assert (states(report)[FERRY], report.problems) == (Action.KEPT, ())
    assert states(report)["seeds/library.txt"] is Action.UNTAUGHT
    assert len(posts(site)) == 2


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("moved", [False, True])
def test_a_post_of_a_desk_that_told_line_ends_apart_is_its_seeds(site, moved, end):
    seed = site.root / FERRY
    seed.write_bytes(seed.read_bytes().replace(b"\n", end))
    today = reading.digest(seed, site.root)[:10]
    digest.run(site)
    path = post_of(site, FERRY)
    older = path.read_text().replace(today, hashlib.sha256(seed.read_bytes()).hexdigest()[:10])
    path.write_text(older + "\nA word of mine.\n")
    if moved:
        move(site)
    for _ in range(2):
        assert states(digest.run(site))[MOVED if moved else FERRY] is Action.KEPT
    assert len(posts(site)) == 2


def test_bytes_that_are_no_lines_are_signed_as_they_are(site):
    path = site.seeds_path / "report.pdf"
    signs = set()
    for content in (b"%PDF \r\n", b"%PDF \n"):
        path.write_bytes(content)
        signs.add(reading.digest(path, site.root))
    assert len(signs) == 2


@pytest.mark.parametrize("name", ["clippings.txt", "clippings.mbox"])
def test_the_articles_of_an_export_and_of_a_mailbox_keep_their_posts(site, name):
    dated = [filed(title, "November 20, 2026 Friday", "", ONE) for title in ("Quay to grow", "Tower to be lit")]
    text = "".join(MAILS) if name.endswith("mbox") else "".join(dated)
    (site.seeds_path / name).write_text(text)
    first = digest.run(site)
    made = [entry for entry in first.entries if entry.seed.startswith(f"seeds/{name}")]
    assert [entry.action for entry in made] == [Action.NEW, Action.NEW]
    before = posts(site)
    again = digest.run(site)
    assert (posts(site), again.orphans, again.notices) == (before, (), ())
    (site.seeds_path / "old").mkdir()
    (site.seeds_path / name).rename(site.seeds_path / "old" / name)
    moved = digest.run(site)
    assert (list(posts(site)), moved.orphans) == (list(before), ())
    (site.seeds_path / "old" / name).write_text(MAILS[0] if name.endswith("mbox") else dated[0])
    assert len(digest.run(site).orphans) == 1


def test_an_export_whose_name_says_no_format_is_set_aside_with_what_to_do(site):
    dated = [filed(title, "November 20, 2026 Friday", "", ONE) for title in ("Quay to grow", "Tower to be lit")]
    (site.seeds_path / "Nexis export").write_text("".join(dated))
    (refusal,) = [entry.refusal for entry in digest.run(site).entries if entry.refusal]
    assert "2 articles" in str(refusal)
    assert refusal.hint == "End its name in .txt."
