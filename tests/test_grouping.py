"""Posts in, groups out: the same text, the same story, what to read next."""

import datetime
import json
import random
from dataclasses import replace

import numpy as np
import pytest

from copydesk.grouping import group
from copydesk.grouping.names import names
from copydesk.grouping.related import highest
from copydesk.grouping.rows import Grouped, on_topic
from copydesk.grouping.sparse import Row, Rows, Sheaf
from copydesk.grouping.stories import Desk, stories
from copydesk.grouping.texts import Texts
from copydesk.model import Post

FIRE = "The ferry Aurelia caught fire off Port Tamsin on Monday. All 84 passengers of the ferry were taken ashore."
FIRE_TOO = "A fire broke out on the ferry Aurelia near Port Tamsin. Lifeboats took its 84 passengers ashore."
INQUIRY = "Investigators went aboard the ferry Aurelia at Port Tamsin to find out how the fire began."
RATES = "The Bank of Estmark cut its key rate to 3.25 per cent, citing weaker exports and slower wages."
RATES_TOO = "Estmark's central bank lowered the key rate by a quarter point to 3.25 per cent as exports weakened."
COOKING = "Slice the onions thinly, salt them, and leave the pan on a low flame until they are golden and sweet."
LONG = (
    "The harbour board of Aldmouth voted on Tuesday to deepen the eastern channel by two metres so that larger ships "
    "can call at the container quay in every tide. Dredging starts in March and will cost forty million crowns, half "
    "of which the province pays. Fishermen from the outer villages fear for the oyster beds and have asked a court to "
    "stop the work until a study of the currents is finished. The board says that the spoil will be dumped at sea."
)


def post(slug, body, title="", day=1, lang="en", topics=()):
    date = datetime.date(2026, 11, day) if day else None
    return Post(f"{slug}.md", slug, title or body.split(".")[0], date, lang, body, topics=topics)


NEWS = [
    post("fire", FIRE, "Ferry Aurelia catches fire"),
    post("fire-too", FIRE_TOO, "Passengers saved from burning ferry Aurelia"),
    post("rates", RATES, "Bank of Estmark cuts rate"),
    post("onions", COOKING, "How to brown onions"),
    post("inquiry", INQUIRY, "Ferry fire: inquiry into Aurelia", day=2),
    post("rates-too", RATES_TOO, "Estmark lowers key rate to 3.25", day=2),
]


def told(rows):
    return {row.post.removesuffix(".md"): row.story for row in rows}


def test_reports_of_one_event_are_one_story():
    assert told(group(NEWS)) == {
        "fire": "fire", "fire-too": "fire", "inquiry": "fire",
        "rates": "rates", "rates-too": "rates", "onions": "onions",
    }  # fmt: skip


def test_a_report_weeks_later_opens_a_story_of_its_own():
    assert (
        told(group([*NEWS, post("later", "The ferry Aurelia sails again, long after its fire.", day=29)]))["later"]
        == "later"
    )


def test_the_order_of_the_files_never_shows():
    rows = group(NEWS)
    for seed in range(5):
        mixed = random.Random(seed).sample(NEWS, len(NEWS))
        assert group(mixed) == rows


@pytest.mark.parametrize("seed", range(4))
def test_no_published_story_moves_when_posts_arrive_in_any_order(seed):
    choice = random.Random(seed)
    first = choice.sample(NEWS, 4)
    before = {row.post: row.story for row in group(first)}
    after = {row.post: row.story for row in group(NEWS, published=before)}
    assert {path: after[path] for path in before} == before


def test_later_posts_change_no_story_of_earlier_ones():
    early = told(group(NEWS[:4]))
    assert {slug: story for slug, story in told(group(NEWS)).items() if slug in early} == early


def test_two_published_stories_stay_two():
    published = {"fire.md": "fire", "fire-too.md": "burning-ferry"}
    rows = told(group(NEWS, published=published))
    assert (rows["fire"], rows["fire-too"]) == ("fire", "burning-ferry")


@pytest.mark.parametrize(
    ("copy", "is_copy"),
    [
        (LONG, True),
        (f"Click here for more offers. {LONG} Share this page.", True),
        (". ".join(LONG.split(". ")[:2]) + ".", True),
        (LONG.replace("harbour", "port").replace("crowns", "florins").replace("Fishermen", "Crews"), True),
        (" ".join(LONG.split()[::-1]), False),
        (
            "The harbour board of Aldmouth met. It spoke of ships, dredging, oysters and money, and went home late.",
            False,
        ),
    ],
)
def test_the_same_text_is_found_however_it_was_cut(copy, is_copy):
    rows = {row.post: row for row in group([post("a", LONG, "Board votes"), post("b", copy, "Channel news", day=9)])}
    assert rows["b.md"].twin_of == ("a.md" if is_copy else "")
    assert rows["a.md"].twin_of == ""
    assert (rows["b.md"].story == "a") == is_copy


def test_on_one_day_the_fullest_version_is_the_first():
    cut = ". ".join(LONG.split(". ")[:2]) + "."
    rows = {row.post: row.twin_of for row in group([post("a", cut, "Short"), post("b", LONG, "Full")])}
    assert rows == {"a.md": "b.md", "b.md": ""}


def test_related_posts_say_why_and_name_no_twin():
    rows = {row.post: row for row in group([*NEWS, post("copy", FIRE, "Ferry burns")])}
    near, reasons = rows["fire-too.md"].related, rows["fire-too.md"].reasons
    assert {*near} & {"fire.md", "copy.md"} == {"fire.md"} or rows["fire.md"].twin_of
    assert "Aurelia" in reasons[0].split(", ")
    assert all("onions.md" not in row.related for row in rows.values())


@pytest.mark.parametrize(
    ("own", "other", "why", "stays"),
    [
        (("sea",), ("chips",), "", False),  # only common words bring them together
        (("sea",), ("chips",), "Gullmouth", True),
        (("sea",), ("chips", "sea"), "", True),
        ((), ("chips",), "", True),  # nobody has said what it is on
        (("sea",), (), "", True),
    ],
)
def test_common_words_alone_bring_no_two_topics_together(own, other, why, stays):
    row = Grouped("gate.md", "gate", related=("mill.md",), reasons=(why,), topics=own)
    told = on_topic(row, {"mill.md": other})
    assert (told.related, told.reasons) == ((("mill.md",), (why,)) if stays else ((), ()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday the mayor Nora Lind spoke. Trains stopped. Then Nora Lind left.", {"Nora Lind"}),
        ("The Bank of Estmark cut rates; analysts at the Bank of Estmark agreed.", {"Bank of Estmark"}),
        ("Trains stopped. Nobody came.", set()),
        ("A court fined two Chinese banks, and the Danish one went free.", {"China", "Denmark"}),
        ("The court heard Oscar Wilde and an Oscar winner.", {"Oscar Wilde", "Oscar"}),
        ("It paid in Calderran pounds, and the Calderran pound fell near Milan in spring.", {"Milan"}),
        ("The court read the Act by Christmas, and the Audit Act again.", {"Audit Act"}),
        ("", set()),
    ],
)
def test_names_are_capitals_that_open_no_sentence(text, found):
    assert set(names(post("x", text, "t"))) == found


def test_of_german_nouns_those_that_only_stand_behind_articles_are_no_names():
    text = "Im Sommer zahlt das Land für Eckholm. Der Rat in Eckholm dankt dem Land, und das Eckholm von gestern lacht."
    assert set(names(replace(post("x", text, "t"), lang="de"))) == {"Eckholm"}


@pytest.mark.parametrize(
    ("values", "most", "places"),
    [
        ([0.0, 0.3, 0.1, 0.3, 0.2], 3, [1, 3, 4]),
        ([0.2, 0.2, 0.2, 0.9], 2, [3, 0]),
        ([0.0, 0.5], 4, [1]),
        ([0.0, 0.0], 2, []),
        ([], 2, []),
    ],
)
def test_the_highest_come_first_and_of_equals_the_first(values, most, places):
    assert highest(np.array(values), most).tolist() == places


def test_odd_posts_do_no_harm():
    odd = [post("empty", "", "", day=None), post("sign", "…", "?"), post("twice", FIRE), post("twice", FIRE, lang="fr")]
    assert len(group(odd)) == len(odd)
    assert group([]) == ()


def test_stories_of_no_posts():
    assert stories(Desk(Texts([])), {}) == []
    assert stories(Desk(Texts(NEWS[:1])), {}) == [0]


def test_the_terminal_prints_one_object_a_post(tmp_path, capsys):
    from copydesk.commands import group as command
    from copydesk.settings import Settings

    (tmp_path / "topics").mkdir()
    (tmp_path / "topics" / "ferries.md").write_text("Title: Ferries\nWords: ferry\n\n", encoding="utf-8")
    for one in NEWS:
        text = f"Title: {one.title}\nDate: {one.date}\nSlug: {one.slug}\n\n{one.body}\n"
        (tmp_path / f"{one.slug}.md").write_text(text, encoding="utf-8")
    args = type("Args", (), {"path": tmp_path, "topics": tmp_path / "topics", "json": True})
    assert command.run(args, Settings(root=tmp_path)) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(row) for row in rows] == [["post", "story", "twin_of", "related", "topics"]] * len(rows)
    fire = next(row for row in rows if row["post"].endswith("fire.md"))
    assert (fire["story"], fire["twin_of"], fire["topics"]) == ("fire", None, ["ferries"])


@pytest.mark.parametrize("older", [0, 2, 5])
def test_rows_are_laid_end_to_end_where_most_are_new_and_are_what_they_were(older):
    every = [Row(np.arange(size), np.full(size, 0.5)) for size in (3, 0, 2, 4, 1, 6, 2)]
    rows = Rows(Sheaf.of(every[:older]))
    for row in every[older:]:
        rows.append(row)
    numbers = np.array([6, 0, 3, 1])
    before = [part.tolist() for part in rows.pick(numbers).parts]
    rows.settle()
    assert len(rows.newer) == (0 if older < 4 else 2)
    assert [part.tolist() for part in rows.pick(numbers).parts] == before
    assert [part.tolist() for part in rows.sheaf().parts] == [part.tolist() for part in Sheaf.of(every).parts]
