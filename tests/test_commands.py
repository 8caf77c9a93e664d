"""The terminal's door: what people and programs type, and what they get."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk import commands, posting
from copydesk.__main__ import main
from tests.dumps import FERRY, LIBRARY
from tests.shared import shared

KEYS = [
    *("seed", "title", "date", "date_from", "byline", "source", "url", "lang", "body", "headings", "tags", "topics"),
    *("summary", "key_points", "dropped", "warnings", "error"),
]


@pytest.fixture
def here(site, monkeypatch):
    monkeypatch.chdir(site.root)
    return site


def rows(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_convert_prints_one_object_a_seed_and_writes_nothing(here, capsys):
    assert main(["convert", "seeds", "--json"]) == 0
    ferry, library = rows(capsys)
    assert list(ferry) == list(library) == KEYS
    assert ferry["seed"] == "seeds/ferry.txt"
    assert (ferry["title"], ferry["date"]) == ("Ferry fares rise after record summer", "2026-11-12")
    assert ferry["error"] is None
    assert {"line", "text", "rule"} == set(ferry["dropped"][0])
    assert "You May Also Like" in [line["text"] for line in ferry["dropped"]]
    assert not here.posts_path.exists()


def test_the_date_in_json_is_the_day_of_publication_and_no_other(here, capsys):
    (here.seeds_path / "ferry.txt").write_text(FERRY.replace("November 12, 2026", "Updated November 12, 2026"))
    assert main(["convert", "seeds/ferry.txt"]) == 0
    assert "Date: 2026-11-12\nDate_from: update\n" in capsys.readouterr().out
    assert main(["convert", "seeds/ferry.txt", "--json"]) == 0
    (row,) = rows(capsys)
    assert (row["date"], row["date_from"]) == (None, None)


def test_convert_gives_a_failed_seed_its_line(here, capsys):
    (here.seeds_path / "menu.txt").write_text("Home\nNews\n")
    assert main(["convert", "seeds", "--json"]) == 1
    bad = rows(capsys)[-1]
    assert list(bad) == KEYS
    assert set(bad["error"]) == {"kind", "message", "hint"}
    assert (bad["title"], bad["tags"]) == (None, [])


def test_front_matter_pins_an_article_to_a_topic(here, capsys):
    here.topics_path.mkdir(parents=True)
    (here.topics_path / "harbours.md").write_text("Title: Harbours\nWords: quay\n")
    (here.seeds_path / "a.md").write_text("---\ntopics: [harbours]\n---\n\nA ferry left the town at noon on Friday.\n")
    assert main(["convert", "seeds/a.md", "--json"]) == 0
    assert rows(capsys)[0]["topics"] == ["harbours"]


def test_convert_says_on_standard_error_what_was_not_sure(here, capsys):
    (here.seeds_path / "odd.md").write_text(
        "---\ntitle: Odd\n: : :\n---\n\nA ferry left the harbour at noon on Friday.\n"
    )
    assert main(["convert", "seeds/odd.md"]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("seeds/odd.md: ")
    assert told.out.startswith("Title: Odd\n")


@pytest.mark.parametrize(
    ("zone", "day"), [(None, "2023-11-04"), ("Europe/Berlin", "2023-11-04"), ("America/New_York", "2023-11-03")]
)
def test_convert_dates_a_seed_that_says_no_day_as_a_build_does(here, capsys, zone, day):
    seed = here.seeds_path / "quay.md"
    seed.write_text("---\ntitle: Quay to grow\n---\n\nA ferry left the harbour at noon, and the quay is to grow.\n")
    os.utime(seed, (1_699_056_000, 1_699_056_000))
    (here.root / "pelicanconf.py").write_text(f"TIMEZONE = {zone!r}\n")
    assert main(["convert", "seeds/quay.md"]) == 0
    printed = capsys.readouterr().out
    assert f"\nDate: {day}\n" in printed
    assert main(["digest"]) == 0
    assert (here.posts_path / "2023" / "quay-to-grow.md").read_text() == printed.removesuffix("\n")


@pytest.mark.usefixtures("here")
def test_convert_of_what_is_not_there_says_so(capsys):
    assert main(["convert", "seeds", "nope.txt"]) == 2
    assert capsys.readouterr() == (
        "",
        "copydesk: nope.txt: There is no such file or folder. Name a seed, or a folder of seeds.\n",
    )


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("name", "says"), [("seeds", "This is no file."), ("nope.txt", "There is no such file.")])
def test_what_is_no_seed_cannot_be_explained(capsys, name, says):
    assert main(["explain", name]) == 2
    assert capsys.readouterr().err == f"copydesk: {name}: {says} Name the file of one seed.\n"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "words", [["convert", "seeds", "--posts", "nope"], ["group", "nope"], ["group", "seeds", "--topics", "nope"]]
)
def test_a_folder_that_an_option_names_and_is_not_there_is_named(capsys, words):
    assert main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("copydesk: nope: There is no such ")


def test_a_post_that_cannot_be_read_stops_no_grouping_and_is_named(here, capsys):
    here.posts_path.mkdir(parents=True)
    (here.posts_path / "bad.md").write_bytes(b"Title: Bad\n\n\xff\n")
    (here.posts_path / "good.md").write_text("Title: Good\nDate: 2026-11-20\n\nFares rise.\n")
    assert main(["group", str(here.posts_path), "--json"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["post"] == "good.md"
    assert told.err == "post left out: bad.md:3: is not UTF-8 text. Save it as UTF-8.\n"


@pytest.mark.usefixtures("here")
def test_convert_reads_standard_input(capsys, monkeypatch):
    said = []
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FERRY.encode())))
        assert main(["convert", "-"]) == 0
        said.append(capsys.readouterr().out)
    assert said[0].startswith("Title: Ferry fares rise after record summer\n")
    assert "\nSeed: standard-input.txt\n" in said[0]
    assert said[0] == said[1]


def test_convert_reads_no_more_of_standard_input_than_a_seed_may_have(here, capsys, monkeypatch):
    (here.root / "pelicanconf.py").write_text("COPYDESK_LARGEST = 1\n")
    given = io.TextIOWrapper(io.BytesIO(b"a" * 3_000_000))
    monkeypatch.setattr(sys, "stdin", given)
    assert main(["convert", "-", "--json"]) == 1
    assert rows(capsys)[0]["error"]["kind"] == "large"
    assert given.buffer.tell() == 1_000_001


@pytest.mark.usefixtures("here")
def test_explain_names_the_rule_of_each_dropped_line(capsys):
    assert main(["explain", "seeds/ferry.txt"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert len(out) == 1 + sum(map(bool, FERRY.splitlines()))
    verdicts = {words: line.removesuffix(words).split(maxsplit=1)[1].strip() for words in FERRY.splitlines()
                for line in out[1:] if words and line.endswith(words)}  # fmt: skip
    assert verdicts["Ferry fares rise after record summer"] == "+ headline"
    assert verdicts["Ten walks along the coast that will make you forget the..."].startswith("- teaser")
    assert all(verdicts[line].startswith("- ") for line in ("Advertisement", "You May Also Like", "Subscribe"))


@pytest.mark.parametrize("place", ["seeds/post", "elsewhere/post"])
def test_explain_and_convert_say_the_same(here, capsys, place):
    outlet = here.root / place
    outlet.mkdir(parents=True)
    slogan = "We print it on paper from the trees of the island, which we plant again every year, and you read it."
    stories = (FERRY, LIBRARY, FERRY.replace("erry", "ridge").replace("the", "a"))
    for number, story in enumerate((*stories, FERRY, FERRY)):
        (outlet / f"{number}.txt").write_text(f"{story}\n{slogan}\n", encoding="utf-8")
    for path in sorted(outlet.glob("*.txt")):
        main(["convert", str(path), "--json"])
        gone = [line["text"] for line in rows(capsys)[0]["dropped"]]
        main(["explain", str(path)])
        told = [line.split(maxsplit=1)[1] for line in capsys.readouterr().out.splitlines()[1:]]
        assert [line.split("  ")[-1].strip() for line in told if line.startswith("- ")] == gone
        assert any(line.startswith("- site furniture") for line in told) == place.startswith("seeds")
        assert any(line.startswith("+ paragraph") for line in told)


@pytest.mark.parametrize("seeds", ["seeds", "../../archive/seeds"])
def test_a_path_with_dots_is_read_as_a_build_reads_the_seed(here, capsys, monkeypatch, seeds):
    (here.root / "pelicanconf.py").write_text(f"COPYDESK_SEEDS = {seeds!r}\n")
    (here.root / "sub").mkdir()
    folder = here.root / seeds
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "quay.txt").write_text(FERRY, encoding="utf-8")
    (here.root.parent / "far.txt").write_text(FERRY, encoding="utf-8")
    assert main(["digest"]) == 0
    assert f"{seeds}/quay.txt" in capsys.readouterr().out
    monkeypatch.chdir(here.root / "sub")
    conf = ["--settings", "../pelicanconf.py"]
    for path, name in ((f"../{seeds}/quay.txt", f"{seeds}/quay.txt"), ("../../far.txt", f"{here.root.parent}/far.txt")):
        assert main([*conf, "convert", path, "--json"]) == 0
        assert rows(capsys)[0]["seed"] == name
        assert main([*conf, "explain", path]) == 0
        assert capsys.readouterr().out.startswith(f"{name} (text, en)\n")


def test_digest_status_and_check_tell_the_same_tale(here, capsys):
    assert main(["status"]) == 0
    assert "new                    seeds/ferry.txt" in capsys.readouterr().out
    assert main(["digest", "--json"]) == 0
    assert [row["state"] for row in rows(capsys)] == ["new", "new"]
    assert main(["check"]) == 0
    assert "Nothing needs mending." in capsys.readouterr().out
    (here.seeds_path / "menu.txt").write_text("Home\nNews\n")
    assert main(["digest"]) == 0
    assert main(["digest", "--strict"]) == 1
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "seeds/menu.txt" in capsys.readouterr().out


def test_status_says_again_what_was_not_sure_when_a_post_was_made(here, capsys):
    (here.seeds_path / "pier.txt").write_text("The pier was opened on Tuesday, and 300 people came to see it.\n" * 3)
    doubt = "no headline in the seed: built from the first sentence"
    for command in ("digest", "status"):
        assert main([command]) == 0
        assert doubt in capsys.readouterr().out
    assert main(["digest"]) == 0
    assert doubt not in capsys.readouterr().out
    assert main(["status", "--json"]) == 0
    assert any(doubt in row["warnings"] for row in rows(capsys))


def test_status_tells_a_program_in_which_file_a_line_is_wrong(here, capsys):
    (here.seeds_path / "ferry.toml").write_text("\ntitel = 'Ferry'\n")
    assert main(["status", "--json"]) == 0
    error = next(row["error"] for row in rows(capsys) if row["seed"] == "seeds/ferry.txt")
    assert (error["kind"], error["path"], error["line"]) == ("side-car", "seeds/ferry.toml", 2)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("a mistake", "an error", "was edited, and its seed has changed since. "),
        ("Seed: seeds/ferry.txt\n", "", "names its seed no longer. Put the line `Seed: seeds/ferry.txt` back"),
    ],
)
def test_check_fails_where_a_post_waits_for_a_person(here, capsys, old, new, says):
    assert main(["digest"]) == main(["check"]) == 0
    (post,) = here.posts_path.rglob("ferry*.md")
    post.write_text(post.read_text().replace(old, new))
    assert main(["check"]) == ("Seed:" in old)
    seed = here.seeds_path / "ferry.txt"
    seed.write_text(seed.read_text().replace("eight per cent", "nine per cent"))
    for _ in range(2):
        capsys.readouterr()
        assert main(["check"]) == 1
        out = capsys.readouterr().out
        assert (out.count(post.name), out.endswith("1 to mend.\n")) == (1, True)
        assert f"{post.relative_to(here.root).as_posix()}: {says}" in out
        assert main(["digest"]) == 0


def conflicting(here, capsys):
    """A post that a person edited, whose seed has changed since."""
    assert main(["digest"]) == 0
    (post,) = here.posts_path.rglob("ferry*.md")
    post.write_text(post.read_text().replace("a mistake", "an error"))
    seed = here.seeds_path / "ferry.txt"
    seed.write_text(seed.read_text().replace("eight per cent", "nine per cent"))
    capsys.readouterr()
    return post


def test_a_version_that_no_digest_has_laid_yet_is_not_said_to_lie_there(here, capsys):
    post = conflicting(here, capsys)
    assert main(["status"]) == main(["digest", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert said.count("in conflict ") == said.count("a digest lays the new version into") == 2
    assert "lies" not in said
    assert main(["check"]) == 1
    assert "once `copydesk digest` has laid the new version beside it" in capsys.readouterr().out
    assert main(["resolve", str(post)]) == 2
    assert "run `copydesk digest`" in capsys.readouterr().err


def test_of_a_version_that_a_digest_has_laid_is_said_that_it_lies_there(here, capsys):
    conflicting(here, capsys)
    assert main(["digest"]) == main(["status"]) == main(["digest"]) == 0
    said = capsys.readouterr().out
    assert said.count("; the new version lies in content/articles/2026/ferry") == 3
    assert said.count("The new version lies beside, as .incoming: `copydesk resolve POST`") == 3
    assert main(["check"]) == 1
    said += capsys.readouterr().out
    assert "The new version lies beside it: settle the two with `copydesk resolve`." in said
    assert "digest lays" not in said
    assert "once `copydesk digest`" not in said


def test_check_of_a_site_without_a_content_folder_says_how_it_comes_there(here, capsys):
    (here.root / "pelicanconf.py").write_text('PATH = "content"\n')
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "content: is not there, and Pelican builds no site without it. Make it, or run `copydesk digest`" in said
    assert main(["digest"]) == main(["check"]) == 0


def test_topics_are_not_written_and_reviewed_at_once(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["topics", "--write", "--review"])
    assert "not allowed with argument" in capsys.readouterr().err


def test_a_review_asks_once_each_until_the_answers_end(here, capsys, monkeypatch):
    assert main(["topics", "--review"]) == 0
    assert capsys.readouterr().out == "Nothing to ask: no article is in doubt.\n"
    for folder in (here.posts_path, here.topics_path):
        folder.mkdir(parents=True)
    (here.topics_path / "harbour.md").write_text("Title: Harbour\nWords: ferry, harbour\n\nBoats.\n")
    for name in ("crane", "tower", "barge"):
        text = f"A {name} fell on Wednesday. Nobody was hurt, the harbour master said."
        (here.posts_path / f"{name}.md").write_text(
            f"Title: A {name} falls\nDate: 2026-11-20\nSlug: {name}\n\n{text}\n"
        )
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\nn\n"))
    assert main(["topics", "--review"]) == 0
    assert capsys.readouterr().out.count("belongs? [y/n/q]") == 3
    header = (here.topics_path / "harbour.md").read_text().splitlines()
    assert {line.split(":")[0] for line in header if line} >= {"Articles", "Not"}
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    (here.posts_path / "buoy.md").write_text(
        "Title: A buoy falls\nDate: 2026-11-20\n\nNobody was hurt, the harbour master said.\n"
    )
    assert main(["topics", "--review"]) == 0
    assert capsys.readouterr().out.count("belongs?") == 1


def test_a_draft_is_named_and_needs_no_mending(here, capsys):
    (here.seeds_path / "later.md").write_text("---\ntitle: Later\ndraft: true\n---\n\nNot yet.\n")
    assert main(["digest", "--strict"]) == 0
    assert "seeds/later.md: The seed says that it is a draft." in capsys.readouterr().out
    assert main(["check"]) == 0


@pytest.mark.usefixtures("here")
def test_errors_are_sentences_on_standard_error(capsys):
    assert main(["--settings", "nowhere.py", "status"]) == 2
    assert "There is no such settings file" in capsys.readouterr().err


def test_files_are_called_as_the_site_calls_them(here, capsys):
    topic, tags = here.topics_path / "rail.md", here.path(here.content, "tags.toml")
    topic.parent.mkdir(parents=True)
    topic.write_text("Title: Rail\n")
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith("content/topics/rail.md:1: ")
    tags.write_text("[alais]\n")
    assert main(["status"]) == 2
    assert capsys.readouterr().err.startswith("copydesk: content/tags.toml:1: ")


@pytest.mark.usefixtures("here")
def test_a_stopped_digest_says_what_it_has_to_say_of_what_it_made(capsys, monkeypatch):
    Path("seeds/a.txt").write_text(LIBRARY.replace("2026", ""))
    write = posting.write

    def stopping(path, text):
        if "ferry" in path.name:
            raise KeyboardInterrupt
        write(path, text)

    monkeypatch.setattr(posting, "write", stopping)
    assert main(["digest"]) == 130
    *notes, last = capsys.readouterr().err.splitlines()
    assert "seeds/a.txt: nothing says when this was published" in notes
    assert last == "copydesk: stopped; what was finished is in place."


@pytest.mark.usefixtures("here")
def test_a_post_that_cannot_be_written_is_named_and_tells_the_shell(capsys):
    Path("content/articles").mkdir(parents=True)
    Path("content/articles/2026").touch()
    assert main(["digest"]) == 1
    assert capsys.readouterr().out.startswith("set aside              content/articles/2026/")


@pytest.mark.usefixtures("here")
def test_what_a_disk_refuses_is_said_in_a_sentence(capsys):
    assert main(["convert", "x" * 300]) == 2
    assert re.fullmatch(r"copydesk: x{300}: [A-Z].*\n", capsys.readouterr().err)


@pytest.mark.skipif(sys.platform != "linux", reason="other disks take names of text alone")
def test_a_name_that_no_terminal_can_print_is_printed_all_the_same(here):
    Path(os.fsdecode(os.fsencode(here.seeds_path) + b"/\xff\n\x1b[31m.txt")).touch()
    call = [sys.executable, "-m", "copydesk", "status"]
    for more, name in ((), r"seeds/\udcff\n\x1b[31m.txt"), (("--json",), r"seeds/\\udcff\\u000a\\u001b[31m.txt"):
        env = os.environ | {"PYTHONIOENCODING": "utf-8:strict"}
        done = subprocess.run([*call, *more], capture_output=True, text=True, check=True, env=env)
        assert name in done.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["bogus", "digest"], "“bogus” is no command. Known are digest, convert, group, explain, status, "),
        (["digset", "--json"], "Did you mean digest? Known are digest, convert, "),
        (["--settings", "digest", "stats"], "“stats” is no command. Did you mean status"),
        (["--settings=digest", "Check"], "“Check” is no command. Did you mean check?"),
    ],
)
def test_a_word_that_is_no_command_is_told_the_nearest_and_all(words, says, capsys):
    assert main(words) == 2
    assert says in capsys.readouterr().err


def test_without_a_command_all_are_listed(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(f"    {name} " in said for name in commands.NAMES)


@pytest.mark.parametrize("command", commands.NAMES)
def test_every_command_has_help_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as done:
        main([command, "--help"])
    assert done.value.code == 0
    assert f"example: copydesk {command}" in capsys.readouterr().out.replace("\n", " ").replace("  ", " ")


def test_a_command_loads_only_what_it_needs(here):
    call = f"main(['convert', {str(here.seeds_path)!r}])"
    code = f"import sys; from copydesk.__main__ import main; {call}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"pelican", "docutils", "lxml", "numpy.ma"} & set(done.stdout.split()) == set()


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_loads_no_command(word):
    code = f"import sys; from copydesk.__main__ import main\ntry: main([{word!r}])\nfinally: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {name for name in done.stdout.split() if name.startswith("copydesk.commands.")} == set()


def test_the_terminal_starts_without_numpy():
    code = "import sys, copydesk.commands.convert, copydesk.commands.status; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"numpy", "http.client"} & set(done.stdout.split()) == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('SITENAME = "open', "unterminated string literal (detected at line 2)"),
        ("import no_such_thing", "ModuleNotFoundError: No module named 'no_such_thing'"),
        ("NUMBER = 1 / 0", "ZeroDivisionError: division by zero"),
    ],
)
def test_settings_that_fail_are_named_with_their_line(here, capsys, line, why):
    (here.root / "pelicanconf.py").write_text(f"SITEURL = ''\n{line}\n")
    assert main(["status"]) == 2
    said = f"copydesk: pelicanconf.py:2: The settings cannot be read: {why}. Mend that line.\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("word", ["-1", "0", "1.5", "two", "", "9" * 5000])
@pytest.mark.parametrize("command", [["digest"], ["convert", "seeds"]])
def test_a_number_of_workers_that_is_none_is_told_in_a_sentence(here, capsys, command, word):
    assert main([*command, "--workers", word]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"copydesk: --workers is “{word}”, but wants a whole number from 1 on.")
    assert not here.posts_path.exists()


def test_convert_prints_the_same_with_any_number_of_workers(here, capfd):
    for number in range(40):
        (here.seeds_path / f"{number:02}.txt").write_text(FERRY.replace("ferry", f"ferry {number}"), encoding="utf-8")
    printed = []
    for workers in ("1", "2"):
        main(["convert", "--json", "--workers", workers, str(here.seeds_path)])
        printed.append(capfd.readouterr().out)
    assert printed[0] == printed[1]
    assert printed[0].count("\n") == 42


@pytest.mark.usefixtures("here")
def test_the_clients_article(capsys):
    path = shared("client-seed.txt")
    assert main(["convert", "--json", str(path)]) == 0
    (row,) = rows(capsys)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    article = lines[3:14]
    assert row["title"] == lines[2] == "Nissan and their Independent Pursuit of Tech and Sustainability"
    assert row["body"].replace("## ", "").split("\n\n") == article
    assert row["headings"] == ["All-Battery and Plug-in EV Strategy"]
    assert [line["text"] for line in row["dropped"]] == [*lines[:2], *lines[14:]]
    assert all(line["rule"] for line in row["dropped"])
    assert {"Nissan", "Renault", "Ampere"} <= set(row["tags"])
    assert len(row["summary"].split()) <= 60
    assert all(part in " ".join(article) for part in row["summary"].split(". "))


@pytest.mark.parametrize("words", [["status"], ["check"], ["digest"], ["tags", "--fix"], ["topics", "--write"]])
def test_a_folder_that_is_no_site_is_said_to_be_none(tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert capsys.readouterr().err.startswith(f"copydesk: {tmp_path}: There is no site here")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("here")
def test_a_place_that_holds_nothing_is_told_of(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    for word, what in (("convert", "seeds"), ("group", "posts")):
        assert main([word, str(tmp_path / "empty"), "--json"]) == 0
        assert capsys.readouterr() == ("", f"{tmp_path / 'empty'}: holds no {what}.\n")
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", os.devnull):
        assert main(["convert", str(path)]) == 2
        assert capsys.readouterr().err.startswith(f"copydesk: {path}: This is neither a file nor a folder. Give it on")


@pytest.mark.usefixtures("here")
def test_a_file_is_no_folder_of_topics(capsys):
    assert main(["group", "seeds", "--topics", "seeds/ferry.txt"]) == 2
    assert capsys.readouterr().err.startswith("copydesk: seeds/ferry.txt: This is no folder.")


@pytest.mark.parametrize("words", [["tags"], ["tags", "--fix"], ["topics"]])
def test_posts_that_cannot_be_read_are_named(here, capsys, words):
    here.posts_path.mkdir(parents=True)
    (here.posts_path / "bad.md").write_bytes(b"Title: Bad\n\n\xff\n")
    assert main(words) == int(words[0] == "tags")
    assert capsys.readouterr().err == "left out: content/articles/bad.md:3: is not UTF-8 text. Save it as UTF-8.\n"


def test_one_post_of_an_older_desk_is_one(here, capsys, monkeypatch):
    main(["digest"])
    (here.seeds_path / "library.txt").unlink()
    monkeypatch.setattr("copydesk.house.code", lambda: "another desk")
    capsys.readouterr()
    assert main(["status"]) == 0
    assert "\n1 post is of an older desk, or of before your edits, from which it learns; " in capsys.readouterr().out


def test_the_release_is_told(capsys):
    with pytest.raises(SystemExit) as done:
        main(["--version"])
    assert done.value.code == 0
    assert re.fullmatch(r"copydesk \d+\.\d+\.\d+\n", capsys.readouterr().out)
