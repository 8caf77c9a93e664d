"""Seeds in, posts on the shelf out: nothing is lost, nothing churns."""

import datetime
import errno
import hashlib
import json
import os
import re
import shutil
import subprocess

import pytest

from copydesk import digest, reading, signals, writing
from copydesk.house import open_house
from copydesk.model import CopydeskError
from copydesk.posting import Action
from copydesk.posting.made import sign
from tests.dumps import FERRY, LIBRARY


def states(report):
    return {entry.seed: entry.action or entry.refusal.kind for entry in report.entries}


def posts(site):
    paths = sorted(site.posts_path.rglob("*.md*"))
    return {path.relative_to(site.posts_path).as_posix(): path.read_text() for path in paths}


def post_of(site, seed):
    (path,) = (path for path in site.posts_path.rglob("*.md") if f"\nSeed: {seed}\n" in path.read_text())
    return path


def test_seeds_become_posts_once(site):
    first = digest.run(site)
    before = posts(site)
    second = digest.run(site)
    assert states(first) == {"seeds/ferry.txt": Action.NEW, "seeds/library.txt": Action.NEW}
    assert states(second) == {"seeds/ferry.txt": Action.SAME, "seeds/library.txt": Action.SAME}
    assert list(before) == list(posts(site))
    assert "2026/ferry-fares-rise-after-record-summer.md" in before
    assert posts(site) == before


TEXT = (
    "The {0} was opened on Tuesday, and {1} people came to see it. It had been closed for years.\n\nThe {0} cost less."
)


def told(what, people=300, **more):
    """An article of a file of JSON lines."""
    return {"title": f"{what} opens again", "text": TEXT.format(what.lower(), people), "date": "2026-11-02", **more}


PIER, MILL = told("Pier", url="https://example.org/pier"), told("Mill")
WORKS = {"text": TEXT.format("works", 20)}
OLD = (PIER, MILL, WORKS)


def lay(site, *rows):
    """Write a file of JSON lines and digest it: the state of each of its articles, by what it is about."""
    (site.seeds_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)))
    before = {path: text for path, text in posts(site).items() if "news.jsonl" in text}
    report = digest.run(site)
    assert all(path in posts(site) for path in before)
    return report, [
        (entry.post.rpartition("/")[2].removesuffix(".md"), entry.action)
        for entry in report.entries
        if entry.seed.startswith("seeds/news")
    ]


def age(site):
    """Give the posts the names that an older desk gave, by the place of their articles in the file."""
    for number, row in enumerate(OLD, 1):
        (path,) = (path for path in site.posts_path.rglob("*.md") if row["text"][:20] in path.read_text())
        text = re.sub(r"(Seed: .*)#\w+\n", rf"\1#{number}\n", path.read_text())
        made = re.search(r"Made: (\w+) (\w+) \w+\n", text)
        path.write_text(sign(text.replace(made[0], ""), made[1], made[2]))


PIER_IS, MILL_IS, WORKS_IS = (("pier-opens-again", Action.SAME), ("mill-opens-again", Action.SAME),
    ("the-works-was-opened-on-tuesday-and-20-people-came-to-see-it", Action.SAME))  # fmt: skip
CHANGES = [
    (OLD, [PIER_IS, MILL_IS, WORKS_IS]),
    ((told("Lido"), *OLD), [("lido-opens-again", Action.NEW), PIER_IS, MILL_IS, WORKS_IS]),
    ((WORKS, MILL, PIER), [WORKS_IS, MILL_IS, PIER_IS]),
    ((MILL, WORKS), [MILL_IS, WORKS_IS]),
    ((told("Lido"), {**PIER, **told("Pier", 9)}, told("Mill", 8), WORKS),
        [("lido-opens-again", Action.NEW), (PIER_IS[0], Action.AGAIN), (MILL_IS[0], Action.AGAIN), WORKS_IS]),
    (({**PIER, "title": "Pier to open"}, told("Mill", date="2026-11-03"), WORKS),
        [(PIER_IS[0], Action.AGAIN), (MILL_IS[0], Action.AGAIN), WORKS_IS]),
    (({**told("Lido"), "url": PIER["url"]}, MILL, PIER, WORKS),
        [("lido-opens-again", Action.NEW), MILL_IS, PIER_IS, WORKS_IS]),
    ((*OLD, {**PIER, **told("Pier", 9)}), [PIER_IS, MILL_IS, WORKS_IS, ("pier-opens-again-2", Action.NEW)]),
    ((*OLD, PIER, PIER), [PIER_IS, MILL_IS, WORKS_IS, ("pier-opens-again-2", Action.NEW),
        ("pier-opens-again-3", Action.NEW)]),
    (({**MILL, "url": "https://example.org/mill"}, PIER, WORKS), [(MILL_IS[0], Action.AGAIN), PIER_IS, WORKS_IS]),
    ((PIER,), [PIER_IS]),
]  # fmt: skip


@pytest.mark.parametrize("aged", [False, True])
@pytest.mark.parametrize(("rows", "wanted"), CHANGES)
def test_an_article_among_others_keeps_its_post(site, rows, wanted, aged):
    lay(site, *OLD)
    if aged:
        age(site)
    before = posts(site)
    report, states = lay(site, *rows)
    assert states == wanted
    assert lay(site, *rows)[1] == [(slug, Action.SAME) for slug, _ in wanted]
    gone = {PIER_IS[0], MILL_IS[0], WORKS_IS[0]} - {slug for slug, _ in wanted}
    assert {path.rpartition("/")[2].removesuffix(".md") for path in report.orphans} == gone
    kept = {f"{slug}.md" for slug, action in wanted if action is Action.SAME}
    after = posts(site)
    assert all(after[path] == text for path, text in before.items() if path.rpartition("/")[2] in kept)


OTHERS = [  # an article that has gone, and another that only looks like it
    ({"title": "World cup 2026", "url": "https://e.org/1"}, {"title": "World cup", "url": "https://e.org/2"}),
    ({"title": "Morning briefing", "url": "https://e.org/1"}, {"title": "Morning briefing", "url": "https://e.org/2"}),
    ({"title": "World cup 2026"}, {"title": "World cup"}),
]


@pytest.mark.parametrize(("gone", "new"), OTHERS)
def test_no_article_takes_the_post_of_another_that_has_gone(site, gone, new):
    lay(site, MILL, {**told("Pier"), **gone})
    before = posts(site)
    report, states = lay(site, MILL, {**told("Lido"), **new})
    assert [action for _, action in states] == [Action.SAME, Action.NEW]
    assert len(report.orphans) == 1
    assert before.items() <= posts(site).items()


def test_no_article_alone_in_its_file_takes_the_post_of_one_that_was(site):
    lay(site, told("Pier"))
    before = posts(site)
    for _ in range(2):
        report, states = lay(site, told("Mill"))
    assert (states, len(report.orphans)) == ([MILL_IS], 1)
    assert before.items() <= posts(site).items()


def alone(site, *places, link="<link>https://e.org/{}</link>"):
    """Digest a feed with an entry a place, mostly one."""
    rows = (
        f"<item><title>{place} opens again</title><guid>{place}</guid>{link.format(place)}"
        f"<description>{TEXT.format(place.lower(), 300)}</description></item>"
        for place in places
    )
    (site.seeds_path / "works.rss").write_text(f"<rss><channel>{''.join(rows)}</channel></rss>")
    return [entry.action for entry in digest.run(site).entries if "works" in entry.seed]


def test_what_is_not_sure_of_an_entry_is_said_once_and_one_without_text_is_named(site):
    entries = "<item><title>Quay</title><description>It opens.</description></item><item><title>Mill</title></item>"
    feed = f"<rss version='2.0'><channel><title>Ledger</title>{entries}</channel></rss>"
    (site.seeds_path / "news.xml").write_text(feed)
    said = [digest.run(site) for _ in range(2)]
    assert [sum("news.xml" in doubt for doubt in report.doubts) for report in said] == [3, 0]
    assert [str(entry.refusal) for entry in said[1].set_aside] == [
        "seeds/news.xml: The article “Mill” holds no text. Paste the page's text into it, or delete it."
    ]


def test_no_entry_alone_in_its_feed_takes_the_post_of_one_that_was(site):
    assert alone(site, "Pier") == [Action.NEW]
    before = posts(site)
    assert alone(site, "Mill") == [Action.NEW]
    assert sorted(alone(site, "Mill", "Pier")) == [Action.SAME, Action.SAME]
    assert alone(site, "Pier") == [Action.SAME]
    assert before.items() <= posts(site).items()


@pytest.mark.parametrize("link", ["<link>https://e.org/{}</link>", ""])
def test_the_post_that_an_older_desk_called_as_its_feed_stays_its_entrys(site, link):
    alone(site, "Pier", link=link)
    (path,) = site.posts_path.rglob("pier-opens-again.md")
    text = re.sub(r"(Seed: .*)#\w+\n", r"\1\n", path.read_text())
    made = re.search(r"Made: (\w+) (\w+) \w+\n", text)
    path.write_text(sign(text.replace(made[0], ""), digested(site.seeds_path / "works.rss"), made[2]))
    assert alone(site, "Pier", link=link) == [Action.SAME]
    assert sorted(alone(site, "Pier", "Mill", link=link)) == [Action.AGAIN, Action.NEW]
    assert len(posts(site)) == 4


def digested(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("link", ["https://e.org/{}", "https://e.org/show"])
def test_no_entry_of_a_feed_takes_the_post_of_one_that_fell_off(site, link):
    def entry(number, place):
        told = f"<title>Morning briefing</title><guid>g{number}</guid><link>{link.format(number)}</link>"
        return f"<item>{told}<description>{TEXT.format(place, number)}</description></item>"

    stays = (
        "<item><title>Weather</title><guid>w</guid><description>It rained on the harbour all day.</description></item>"
    )
    path = site.seeds_path / "briefing.rss"
    for number, place in enumerate(("pier", "mill"), 1):
        path.write_text(f"<rss><channel>{entry(number, place)}{stays}</channel></rss>")
        report = digest.run(site)
    actions = sorted(entry.action for entry in report.entries if "briefing" in entry.seed)
    assert actions == sorted([Action.NEW, Action.SAME])
    assert sum("briefing.rss" in text for text in posts(site).values()) == 3


def test_an_edited_post_of_an_older_name_stays(site):
    lay(site, *OLD)
    age(site)
    path = site.posts_path / "2026/mill-opens-again.md"
    path.write_text(path.read_text().replace("Title: Mill opens again", "Title: The mill").replace("less", "more"))
    edited = path.read_text()
    assert lay(site, told("Lido"), *OLD)[1][2] == ("mill-opens-again", Action.KEPT)
    assert lay(site, told("Lido"), PIER, told("Mill", 8), WORKS)[1][2] == ("mill-opens-again", Action.CONFLICT)
    assert path.read_text() == edited
    incoming = path.with_name(path.name + ".incoming")
    assert "8 people" in incoming.read_text()
    stamp = incoming.stat().st_mtime_ns
    assert lay(site, told("Lido"), PIER, told("Mill", 8), WORKS)[1][2] == ("mill-opens-again", Action.CONFLICT)
    assert incoming.stat().st_mtime_ns == stamp
    assert lay(site, told("Lido"), PIER, told("Mill", 7), WORKS)[1][2] == ("mill-opens-again", Action.CONFLICT)
    assert "7 people" in incoming.read_text()


def test_a_file_that_grows_keeps_its_first_post_and_one_that_cannot_be_read_its_posts(site):
    assert lay(site, PIER)[1] == [(PIER_IS[0], Action.NEW)]
    assert lay(site, MILL, PIER)[1] == [("mill-opens-again", Action.NEW), PIER_IS]
    (site.seeds_path / "news.jsonl").write_text("no JSON")
    report = digest.run(site)
    assert [entry.refusal.kind for entry in report.set_aside] == ["json"]
    assert report.orphans == ()


def test_an_edited_post_survives_and_a_changed_seed_is_laid_beside_it(site):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    edited = path.read_text().replace("a mistake", "an error")
    path.write_text(edited)
    assert states(digest.run(site))["seeds/ferry.txt"] is Action.KEPT

    seed = site.seeds_path / "ferry.txt"
    seed.write_text(FERRY.replace("eight per cent", "nine per cent"), encoding="utf-8")
    report = digest.run(site)
    assert states(report)["seeds/ferry.txt"] is Action.CONFLICT
    assert str(path.relative_to(site.root)) in report.notices[0]
    assert "copydesk resolve" in report.notices[0]
    incoming = path.with_name(path.name + ".incoming")
    assert "nine per cent" in incoming.read_text()
    assert path.read_text() == edited
    stamp = incoming.stat().st_mtime_ns
    assert states(digest.run(site))["seeds/ferry.txt"] is Action.CONFLICT
    assert incoming.stat().st_mtime_ns == stamp


@pytest.mark.parametrize("words", [b"\nA word of mine.\n", b"\xff"])
def test_what_a_person_wrote_into_the_version_beside_a_post_is_never_written_over(site, words):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    path.write_text(path.read_text().replace("a mistake", "an error"))
    seed, incoming = site.seeds_path / "ferry.txt", path.with_name(path.name + ".incoming")
    for percent in ("nine", "ten"):
        seed.write_text(FERRY.replace("eight per cent", f"{percent} per cent"), encoding="utf-8")
        assert states(digest.run(site))["seeds/ferry.txt"] is Action.CONFLICT
    mine = incoming.read_bytes() + words
    incoming.write_bytes(mine)
    seed.write_text(FERRY.replace("eight per cent", "eleven per cent"), encoding="utf-8")
    (refused,) = digest.run(site).refused
    assert f"{incoming.relative_to(site.root)}: was written into" in str(refused)
    assert f"copydesk resolve {path.relative_to(site.root)}`" in str(refused)
    assert incoming.read_bytes() == mine
    incoming.rename(path.with_suffix(".mine"))
    assert states(digest.run(site))["seeds/ferry.txt"] is Action.CONFLICT
    assert "eleven per cent" in incoming.read_text()


LEFT = [
    (lambda post, _: post.rename(post.with_name("fares.md")), "is a new version of a post that is not there"),
    (lambda _, seed: seed.write_text(FERRY, encoding="utf-8"), "lies beside a post that is in no conflict"),
    (lambda post, _: post.unlink(), "lies beside a post that is in no conflict"),
    (lambda _, seed: seed.unlink(), "lies beside a post that is in no conflict"),
    (lambda *_: None, ""),
    (lambda post, _: post.chmod(0), ""),
]


@pytest.mark.parametrize(("happens", "says"), LEFT)
def test_a_version_that_no_conflict_wants_is_named(site, happens, says):
    digest.run(site)
    post, seed = post_of(site, "seeds/ferry.txt"), site.seeds_path / "ferry.txt"
    post.write_text(post.read_text().replace("a mistake", "an error"))
    seed.write_text(FERRY.replace("eight per cent", "nine per cent"), encoding="utf-8")
    assert digest.run(site).problems == ()
    version = post.with_name(post.name + ".incoming")
    text = version.read_text()
    happens(post, seed)
    problems = [one for one in digest.run(site).problems if one.kind == "incoming"]
    assert [one.path for one in problems] == [str(version.relative_to(site.root))] * bool(says)
    assert all(says in one.message for one in problems)
    assert version.read_text() == text


def test_a_bad_line_costs_its_article_alone_and_later_the_post_of_none(site):
    good = [json.dumps(told("Pier")), json.dumps(told("Lido"))]
    path = site.seeds_path / "news.jsonl"
    path.write_text("\n".join([good[0], "{", good[1]]) + "\n", encoding="utf-8")
    report = digest.run(site)
    assert [str(refusal.line) for refusal in report.refused] == ["2"]
    before = posts(site)
    path.write_text("\n".join([good[0], json.dumps(told("Mill")), "{"]) + "\n", encoding="utf-8")
    report = digest.run(site)
    assert before.items() <= posts(site).items()
    assert report.orphans == ()
    path.write_text("\n".join(good) + "\n", encoding="utf-8")
    assert len(digest.run(site).orphans) == 1


def test_a_seed_that_is_a_draft_again_says_that_its_post_stays(site):
    seed = site.seeds_path / "quay.md"
    text = "---\ntitle: Quay to grow\ndate: 2026-11-02\n---\n\nA ferry left at noon, and the quay is to grow.\n"
    seed.write_text(text)
    digest.run(site)
    seed.write_text(text.replace("---\n", "---\ndraft: true\n", 1))
    report = digest.run(site)
    (refusal,) = report.refused
    assert "its post stays on the site: content/articles/2026/quay-to-grow.md. Write `Status: draft`" in str(refusal)
    path = post_of(site, "seeds/quay.md")
    path.write_text(path.read_text().replace("Lang: ", "Status: draft\nLang: "))
    assert digest.run(site).refused == ()


def test_a_side_car_without_a_seed_is_named(site):
    (site.seeds_path / "ferry.toml").write_text('source = "Harbour Ledger"\n')
    assert digest.run(site).problems == ()
    (site.seeds_path / "lost.toml").write_text('source = "Harbour Ledger"\n')
    (site.seeds_path / "library.TOML").write_text('source = "Harbour Ledger"\n')
    told = [problem.path for problem in digest.run(site).problems]
    assert told == ["seeds/library.TOML", "seeds/lost.toml"]
    (site.seeds_path / "ferry.txt.toml").write_text('title = "Ferry"\n')
    assert str(digest.run(site).problems[0]) == (
        "seeds/ferry.toml: is read by nobody, as ferry.txt.toml is. Make one of the two."
    )


@pytest.mark.parametrize("key", ["Title", "Date", "Slug", "Lang"])
def test_a_slip_in_a_posts_header_makes_no_second_post(site, key):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    text = path.read_text()
    path.write_text(text.replace(f"{key}: ", f"{key} "))
    report = digest.run(site)
    assert states(report)["seeds/ferry.txt"] is Action.KEPT
    assert [problem.path for problem in report.problems] != []
    path.write_text(text)
    assert states(digest.run(site))["seeds/ferry.txt"] is Action.SAME
    assert len(list(path.parent.glob("*.md"))) == len({entry.post for entry in report.entries if entry.post})


def both_sides(line, base=""):
    """A line as git leaves it where two branches changed it: its marks are no line of this file."""
    return f"{'<' * 7} HEAD\n{line}{base}{'=' * 7}\n{line[:-1]} on Friday\n{'>' * 7} other branch\n"


@pytest.mark.parametrize("begins", ["Title: ", "Seed: ", "Made: ", "The islands"])
@pytest.mark.parametrize("base", ["", f"{'|' * 7} 2f1c\nIt was so.\n"])
def test_a_post_that_git_could_not_merge_waits_and_its_seed_with_it(site, begins, base):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    text = path.read_text()
    (line,) = re.findall(rf"(?m)^{begins}.*\n", text)
    (site.seeds_path / "ferry.txt").write_text(FERRY.replace("eight", "nine"), encoding="utf-8")
    torn = text.replace(line, both_sides(line, base))
    path.write_text(torn)
    report = digest.run(site)
    assert states(report)["seeds/ferry.txt"] == "waits"
    (problem,) = report.problems
    assert (problem.kind, problem.line) == ("unmerged", text[: text.index(line)].count("\n") + 1)
    assert (path.read_text(), len(posts(site)), report.orphans) == (torn, 2, ())
    path.write_text(text)
    assert states(digest.run(site))["seeds/ferry.txt"] is Action.AGAIN


def test_a_post_may_show_what_git_does(site):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    path.write_text(f"{path.read_text()}\n```\n{both_sides('One.' + chr(10))}```\n")
    assert states(digest.run(site))["seeds/ferry.txt"] is Action.KEPT


def test_a_deleted_post_comes_back_and_the_report_says_so_with_the_cure(site):
    assert digest.run(site).notices == ()
    path = post_of(site, "seeds/library.txt")
    text = path.read_text()
    path.unlink()
    for dry in (True, False):
        report = digest.run(site, dry=dry)
        assert states(report)["seeds/library.txt"] is Action.BACK
        assert f"made again as the seed is still there: {path.relative_to(site.root)}. To take" in report.notices[0]
        assert "takedown.txt" in report.notices[0]
        assert path.exists() is not dry
    assert path.read_text() == text
    assert digest.run(site).notices == ()


def test_without_git_and_a_cache_a_deleted_post_comes_back_all_the_same(site):
    digest.run(site)
    before = posts(site)
    shutil.rmtree(site.path(site.cache))
    for path in site.posts_path.rglob("*.md"):
        path.unlink()
    assert set(states(digest.run(site)).values()) == {Action.NEW}
    assert posts(site) == before


def test_the_report_counts_what_came_back_beyond_a_handful(site):
    for number in range(6):
        (site.seeds_path / f"ferry-{number}.txt").write_text(FERRY.replace("Ferry fares", f"Ferry {number} fares"))
    digest.run(site)
    for path in site.posts_path.rglob("*.md"):
        path.unlink()
    assert " and 3 more. To take" in digest.run(site).notices[0]


@pytest.mark.parametrize("committed", [False, True])
def test_a_post_that_git_knows_was_deleted_comes_back_and_says_so(site, committed):
    def git(*words):
        call = ["git", "-c", "user.name=Ann", "-c", "user.email=ann@shore.example", *words]
        subprocess.run(call, cwd=site.root, check=True, capture_output=True)

    digest.run(site)
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "Begin")):
        git(*words)
    path = post_of(site, "seeds/library.txt")
    text = path.read_text()
    path.unlink()
    shutil.rmtree(site.path(site.cache))
    if committed:
        git("commit", "-qam", "Drop it")
    report = digest.run(site)
    assert states(report) == {"seeds/ferry.txt": Action.SAME, "seeds/library.txt": Action.BACK}
    assert str(report) == "2 seeds, 1 back after deletion, 1 made"
    assert str(path.relative_to(site.root)) in report.notices[0]
    assert path.read_text() == text
    path.unlink()
    (site.seeds_path / "library.txt").unlink()
    assert states(digest.run(site)) == {"seeds/ferry.txt": Action.SAME}
    assert not path.exists()


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize(("now", "other"), [(LIBRARY, True), (FERRY.replace("record summer", "long summer"), False)])
def test_a_file_that_holds_another_article_now_is_told_of_once(site, edited, now, other):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    path.write_text(path.read_text() + "\nA word of mine.\n" * edited)
    (site.seeds_path / "ferry.txt").write_text(now, encoding="utf-8")
    said = "seeds/ferry.txt: held “Ferry fares rise after record summer” before, of which nothing is left"
    told = [[doubt.startswith(said) for doubt in digest.run(site).doubts] for _ in range(2)]
    assert told == [[True] * other, []]


def test_the_day_of_an_update_follows_the_seed_and_is_never_called_the_day_of_its_filing(site):
    for day in ("November 12", "November 14"):
        told = FERRY.replace("November 12, 2026", f"Updated {day}, 2026")
        (site.seeds_path / "ferry.txt").write_text(told, encoding="utf-8")
        digest.run(site)
        said = f"\nDate: 2026-11-{day[-2:]}\nDate_from: update\n"
        assert said in post_of(site, "seeds/ferry.txt").read_text()


HELD = "EMBARGOED UNTIL 00:01 GMT, TUESDAY 15 DECEMBER 2026"


@pytest.mark.parametrize(
    ("line", "now", "day", "named"),
    [
        ("", "", "2026-12-14", True),
        ("", "", "2026-12-16", False),
        ("Made:", "Status: draft\nMade:", "2026-12-14", False),
        (f"Embargo: {HELD}\n", "", "2026-12-14", False),
    ],
)
def test_an_embargo_is_named_by_every_digest_until_it_is_over_or_its_post_waits(
    site, monkeypatch, line, now, day, named
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796040000")  # 30 November 2026
    seed = site.seeds_path / "ferry.txt"
    below = FERRY[FERRY.index("Ferry fares") : FERRY.index("Advertisement")]
    seed.write_text(f"{HELD}\n\n{below}", encoding="utf-8")
    first = digest.run(site)
    assert (["embargo" in doubt for doubt in first.doubts], first.problems) == ([True], ())
    path = post_of(site, "seeds/ferry.txt")
    path.write_text(path.read_text().replace(line, now))
    if "draft" in now:
        seed.write_text(seed.read_text().replace("eight", "nine"), encoding="utf-8")
    at = datetime.datetime.fromisoformat(day + "T09:00:00+14:00").timestamp()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at)))
    for _ in range(2):
        report = digest.run(site)
        assert [problem.kind for problem in report.problems] == ["embargo"] * named
        assert not [doubt for doubt in report.doubts if "embargo" in doubt]


def test_what_was_not_sure_of_a_post_stands_in_it_until_a_person_settles_it(site):
    (site.seeds_path / "fares.txt").write_text(TEXT.format("pier", 300), encoding="utf-8")
    said = ("no headline in the seed: built from the first sentence", "nothing says when this was published")
    first = next(entry for entry in digest.run(site).entries if entry.seed == "seeds/fares.txt")
    path = post_of(site, "seeds/fares.txt")
    assert (first.warnings[: len(said)], first.borne) == (said, ())
    assert f"Warnings: {said[0]}\n    {said[1]}\n" in path.read_text()
    for left in (said, said[1:], ()):
        path.write_text(re.sub(r"Warnings: .*(?:\n {4}.*)*", "Warnings: " + "\n    ".join(left), path.read_text()))
        report = digest.run(site)
        entry = next(entry for entry in report.entries if entry.seed == "seeds/fares.txt")
        assert (entry.warnings, entry.borne, report.doubts) == ((), left, ())


def test_a_changed_headline_keeps_the_file_and_its_address(site):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    text = FERRY.replace("Ferry fares rise after record summer", "Islanders pay more for their ferry")
    (site.seeds_path / "ferry.txt").write_text(text, encoding="utf-8")
    assert states(digest.run(site))["seeds/ferry.txt"] is Action.AGAIN
    assert path.read_text().startswith("Title: Islanders pay more for their ferry\n")
    assert "\nSlug: ferry-fares-rise-after-record-summer\n" in path.read_text()
    assert len(posts(site)) == 2


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize("slug", ["", "faehren"])
def test_a_translation_of_a_post_takes_no_seed_from_it(site, edited, slug):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    if edited:
        path.write_text(path.read_text().replace("a mistake", "an error"))
    german = path.read_text().replace("Lang: en", "Lang: de").replace("a mistake", "ein Fehler")
    path.with_name("a-german.md").write_text(re.sub("(?m)^Slug: .*", f"Slug: {slug}", german) if slug else german)
    report = digest.run(site)
    (entry,) = (entry for entry in report.entries if "ferry" in entry.seed)
    assert (entry.action, entry.post.rpartition("/")[2]) == (Action.KEPT if edited else Action.UNTAUGHT, path.name)
    assert (report.problems, report.orphans) == ((), ())
    path.with_name("copy.md").write_text(path.read_text())
    assert [problem.kind for problem in digest.run(site).problems] == ["double"]


def test_two_seeds_with_one_headline_are_told_apart(site):
    (site.seeds_path / "library-again.txt").write_text(LIBRARY, encoding="utf-8")
    digest.run(site)
    assert {"2026/library-opens-on-sundays-again.md", "2026/library-opens-on-sundays-again-2.md"} < set(posts(site))


@pytest.mark.parametrize("later", [False, True])
def test_a_seed_that_was_saved_twice_is_told_of_once(site, later):
    if later:
        digest.run(site)
    (site.seeds_path / "library copy.txt").write_text(LIBRARY, encoding="utf-8")
    first, second = sorted(("seeds/library.txt", "seeds/library copy.txt"), reverse=later)
    said = f"{second}: says the same, word for word, as {first}"
    assert [said in digest.run(site).doubts for _ in range(2)] == [True, False]


def test_files_called_as_parts_of_one_are_seeds_of_their_own(site):
    (site.seeds_path / "Talk #12").write_text(FERRY, encoding="utf-8")
    digest.run(site)
    before = post_of(site, "seeds/Talk #12").read_text()
    (site.seeds_path / "Talk #12").rename(site.root / "twelve")
    (site.seeds_path / "Talk #13").write_text(FERRY.replace("eight per cent", "nine per cent"), encoding="utf-8")
    report = digest.run(site)
    assert states(report)["seeds/Talk #13"] is Action.NEW
    assert post_of(site, "seeds/Talk #12").read_text() == before


def test_a_renamed_file_called_as_a_part_of_another_keeps_its_edited_post(site):
    (site.seeds_path / "Talk").write_text(LIBRARY.replace("Sundays", "Mondays"), encoding="utf-8")
    (site.seeds_path / "Talk#13").write_text(FERRY.replace("eight per cent", "nine per cent"), encoding="utf-8")
    digest.run(site)
    post = post_of(site, "seeds/Talk#13")
    post.write_text(post.read_text().replace("nine per cent", "9 per cent"))
    (site.seeds_path / "Talk#13").rename(site.seeds_path / "Thirteen")
    report = digest.run(site)
    assert states(report)["seeds/Thirteen"] is Action.KEPT
    assert post_of(site, "seeds/Thirteen") == post
    assert "9 per cent" in post.read_text()


def test_a_post_of_another_is_never_written_over(site):
    path = site.posts_path / "2026" / "library-opens-on-sundays-again.md"
    path.parent.mkdir(parents=True)
    path.write_text("Title: Mine\nDate: 2026-01-01\nSlug: mine\n\nBy hand.\n")
    digest.run(site)
    assert path.read_text().endswith("By hand.\n")
    assert len(posts(site)) == 3


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"Home\nNews\nSport\nSubscribe\nContact us\n", "article"),
        (b"https://example.org/ferry\nwww.example.org\n", "holds addresses"),
    ],
)
def test_a_bad_seed_is_set_aside_and_the_others_are_made(site, content, says):
    (site.seeds_path / "bad.txt").write_bytes(content)
    report = digest.run(site)
    (aside,) = report.set_aside
    assert aside.seed == "seeds/bad.txt"
    assert aside.refusal.message
    assert aside.refusal.hint
    assert says in str(aside.refusal).lower() + aside.refusal.kind
    assert len(posts(site)) == 2


@pytest.mark.parametrize("line", ["Status: hidden", "Slug: ../../x", "Save_as: /tmp/x", "<script>alert(1)</script>"])
def test_lines_that_look_like_metadata_stay_text(site, line):
    text = FERRY.replace("Councillors said", f"{line}\n\nCouncillors said")
    (site.seeds_path / "ferry.txt").write_text(text, encoding="utf-8")
    digest.run(site)
    header, _, body = post_of(site, "seeds/ferry.txt").read_text().partition("\n\n")
    assert f"\n{line}" not in header
    assert "<script" not in header + body


@pytest.fixture
def refused(monkeypatch):
    """Have the disk take no file of a name any more: `refused(name, errno)`."""
    replace = writing.replace

    def refuse(name, number=errno.EACCES):
        def refusing(path, data):
            if name in path.name:
                raise OSError(number, os.strerror(number))
            replace(path, data)

        monkeypatch.setattr(writing, "replace", refusing)

    return refuse


def test_a_post_that_cannot_be_written_costs_no_other(site, refused):
    refused("ferry")
    report = digest.run(site)
    assert states(report) == {"seeds/ferry.txt": "unwritable", "seeds/library.txt": Action.NEW}
    (why,) = report.unwritten
    assert str(why).startswith("content/articles/2026/ferry-fares-rise-after-record-summer.md: cannot be written: Perm")
    assert signals.stopped(report, site).kind == "unwritten"
    refused("nothing")
    report = digest.run(site)
    assert states(report) == {"seeds/ferry.txt": Action.NEW, "seeds/library.txt": Action.SAME}
    assert signals.stopped(report, site) is None


def test_a_post_that_cannot_be_renamed_stays_its_seeds(site, refused):
    digest.run(site)
    (site.seeds_path / "ferry.txt").rename(site.seeds_path / "boats.txt")
    refused("ferry")
    assert states(digest.run(site)) == {"seeds/boats.txt": "unwritable", "seeds/library.txt": Action.SAME}
    refused("nothing")
    assert states(digest.run(site)) == {"seeds/boats.txt": Action.SAME, "seeds/library.txt": Action.SAME}
    assert len(posts(site)) == 2


def test_a_digest_that_is_stopped_ends_what_it_began(site, refused):
    begun, ended = [], []

    def watch(outcomes, _):
        begun.append(outcomes)
        try:
            for one in outcomes:  # noqa: UP028  the bar does not hand on that it is closed either
                yield one
        finally:
            ended.append(outcomes)

    refused("ferry", errno.ENOSPC)
    with pytest.raises(CopydeskError) as stop:
        digest.run(site, watch=watch)
    assert (stop.value.kind, ended) == ("full", begun)
    assert begun[0].gi_frame is None


def test_what_a_stopped_digest_has_to_say_goes_with_what_stopped_it(site, refused):
    (site.seeds_path / "a.jsonl").write_text(json.dumps({"title": "Pier", "text": TEXT.format("pier", 30)}))
    refused("library", errno.ENOSPC)
    with pytest.raises(CopydeskError, match="No space left") as stop:
        digest.run(site)
    assert stop.value.__notes__[0].endswith(": nothing says when this was published")
    assert len(posts(site)) == 2


def test_no_seeds_and_no_topics_are_no_trouble(site):
    for path in site.seeds_path.iterdir():
        path.unlink()
    site.seeds_path.rmdir()
    assert str(digest.run(site)) == "0 seeds"


def test_a_dry_run_writes_nothing(site):
    assert states(digest.run(site, dry=True))["seeds/ferry.txt"] is Action.NEW
    assert posts(site) == {}


def test_what_is_prepared_already_has_no_other_seed_read_again(site, monkeypatch):
    looked, glance = [], reading.glance
    monkeypatch.setattr(reading, "glance", lambda path, *rest: [looked.append(path.name), *glance(path, *rest)][1:])
    (site.seeds_path / "draft.md").write_text("Title: Draft\nStatus: draft\n\nText that waits.\n")
    (site.seeds_path / "news.jsonl").write_text(json.dumps(PIER))
    feed = (
        "<rss><channel><item><title>Weather</title><description>It rained all day.</description></item></channel></rss>"
    )
    (site.seeds_path / "weather.rss").write_text(feed)
    digest.run(site)
    assert looked == ["ferry.txt", "library.txt"]
    digest.run(site)
    assert looked == ["ferry.txt", "library.txt"]
    (site.seeds_path / "menu.txt").write_text("Home\nNews\n")
    digest.run(site)
    assert looked[2:] == ["ferry.txt", "library.txt", "menu.txt"]


def test_a_seed_that_is_gone_leaves_its_post(site):
    digest.run(site)
    (site.seeds_path / "ferry.txt").unlink()
    report = digest.run(site)
    assert report.orphans == ("content/articles/2026/ferry-fares-rise-after-record-summer.md",)
    assert len(posts(site)) == 2


def test_workers_make_the_same_posts(site):
    for number in range(40):
        text = FERRY.replace("eight per cent", f"{number} per cent").replace("Ferry fares", f"Ferry {number} fares")
        (site.seeds_path / f"ferry-{number}.txt").write_text(text, encoding="utf-8")
    digest.run(site)
    alone = posts(site)
    for path in site.posts_path.rglob("*.md"):
        path.unlink()
    digest.run(site.__class__(root=site.root, workers=2))
    assert posts(site) == alone


def test_posts_of_before_an_edit_are_not_of_an_older_desk_with_a_cache_or_without(site):
    digest.run(site)
    path = post_of(site, "seeds/ferry.txt")
    path.write_text(path.read_text().replace("Tags: ", "Tags: Islands, "))
    for _ in range(2):
        assert states(digest.run(site)) == {"seeds/ferry.txt": Action.KEPT, "seeds/library.txt": Action.UNTAUGHT}
        shutil.rmtree(site.path(site.cache))
    digest.run(site, remake=True)
    assert states(digest.run(site)) == {"seeds/ferry.txt": Action.KEPT, "seeds/library.txt": Action.SAME}


def unsigned(texts):
    return {path: re.sub(r"\nMade: (\w+) \w+ ", r"\nMade: \1 ", text) for path, text in texts.items()}


def test_the_day_of_a_build_that_is_to_be_repeated_is_the_environments(site, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert str(open_house(site, ()).today) == "2026-11-22"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795346400")  # noon of that day in London: in Kiribati it is the next
    assert str(open_house(site, ()).today) == "2026-11-23"
    for odd in ("soon", "²", "9" * 30, "9" * 5000):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", odd)
        with pytest.raises(CopydeskError, match="SOURCE_DATE_EPOCH"):
            open_house(site, ())


def test_a_remake_changes_only_what_differs_and_says_by_which_desk(site, monkeypatch):
    digest.run(site)
    before = posts(site)
    monkeypatch.setattr("copydesk.house.code", lambda: "another desk")
    for remake, dry, state in ((False, False, Action.STALE), (True, True, Action.SAME)):
        assert set(states(digest.run(site, remake=remake, dry=dry)).values()) == {state}
        assert posts(site) == before
    assert set(states(digest.run(site, remake=True)).values()) == {Action.SAME}
    assert unsigned(posts(site)) == unsigned(before)
    assert set(states(digest.run(site)).values()) == {Action.SAME}
    library = site.posts_path / "2026" / "library-opens-on-sundays-again.md"
    text = library.read_text().partition("\nMade: ")[0].replace("Lang: en", "Lang: xx") + "\n\nOld.\n"
    library.write_text(sign(text, hashlib.sha256(LIBRARY.encode()).hexdigest(), "0" * 64))
    assert states(digest.run(site, remake=True))["seeds/library.txt"] is Action.AGAIN
    assert "Eleven volunteers" in library.read_text()
