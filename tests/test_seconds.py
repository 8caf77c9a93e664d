"""Files into which two articles were pasted are told of, and what one article holds of others is not."""

import time
from pathlib import Path

import pytest

from copydesk import digest
from copydesk.cleaning import clean
from copydesk.model import Line, Page, Seed
from copydesk.reading import read
from copydesk.shaping.seconds import TEXT, second
from tests.dumps import FERRY

PAGES = sorted((Path(__file__).parent / "languages").glob("*.txt"))
TITLE, DAY, NAME, BODY, OTHER = 9, 10, 11, (16, 17, 18, 19, 21), 24  # lines of each of these pages, from 0


def told(folder, text, name="two.txt"):
    """What is said of a file."""
    (folder / name).write_text(text, encoding="utf-8")
    return second(clean(read(folder / name, folder)[0]))


def article(title, facts, body, step):
    """An article of a page's own lines, two in a paragraph, which are others with another step."""
    return "\n".join([title, *facts, "", *(f"{one} {body[(at + step) % len(body)]}\n" for at, one in enumerate(body))])


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_second_article_is_told_of_in_any_language(tmp_path, path, signed):
    lines = path.read_text(encoding="utf-8").splitlines()
    facts, body = lines[DAY : NAME + signed], [lines[at] for at in BODY]
    one, other = article(lines[TITLE], facts, body, 1), article(lines[OTHER], facts, body, 2)
    assert (told(tmp_path, one), told(tmp_path, other)) == ("", "")
    assert f"“{lines[OTHER]}”, which begins in line {len(one.splitlines()) + 2}:" in told(tmp_path, f"{one}\n{other}")


def paragraphs(what):
    """A story of some eighty words."""
    return (
        f"The {what} of Port Corran will be closed for a month from Monday, the council said, because the pipes below "
        "it are older than anybody who works there and have begun to leak.\n\n"
        f"Mira Solheim, who looks after the {what}, said that nobody had to fear for it. Two firms from Brackwater are "
        "to do the work, and a third watches over them.\n\n"
        f"The money comes from what was left of last year's {what} fund. If it does not last, the council wants to "
        "talk about it once more in March, when the new budget is known.\n\n"
    )


HALL, POOL = paragraphs("town hall"), paragraphs("swimming pool")
FACTS = "By Dana Whitlock\nNovember 12, 2026\n\n"
ROUND_UP = "".join(f"{name}\n\n{text}" for name, text in (("The hall", HALL), ("The pool", POOL)))
TEASERS = "".join(
    f"Pool number {at} opens\nBy Ada Orr\nNovember {at}, 2026\nIt is closed no more.\n" for at in range(1, 9)
)
LETTERS = f"Our hall\n\n{HALL}Ada Orr, Brackwater\n\nOur pool\n\n{POOL}Ben Hale, Skerry\n"
LIVE = "".join(f"{hour}:05\nWhat we know at {hour}\n\n{text}" for hour, text in ((14, HALL), (15, POOL)))
ANSWERS = f"Will the hall close?\n\n{HALL}And the pool, on 14 November 2026?\n\n{POOL}"
AGAIN = f"{HALL}What to close in winter\n{FACTS}{POOL}"


@pytest.mark.parametrize("below", [ROUND_UP, HALL + TEASERS, LETTERS, LIVE, ANSWERS, AGAIN])
def test_one_article_of_several_things_is_one(tmp_path, below):
    assert told(tmp_path, f"What to close in winter\n{FACTS}{below}") == ""


@pytest.mark.parametrize(("facts", "says"), [(FACTS, True), ("November 12, 2026\n\n", False)])
def test_of_two_short_articles_the_second_is_known_where_both_say_who_wrote_and_when(tmp_path, facts, says):
    one, other = (text.split("\n\n", maxsplit=1)[0] for text in (HALL, POOL))
    text = f"Town hall to close\n{facts}{one}\n\nPool to close as well\nBy Ada Orr\nNovember 13, 2026\n\n{other}\n"
    assert ("“Pool to close as well”" in told(tmp_path, text)) is says


FOOT = "Share this article\nContact\nPrivacy policy\n© 2026 Harbour Ledger. All rights reserved.\n"
MENU = "Skip to content, Log in, Subscribe, Menu, Home, News, Business, Sport, Culture, Opinion, Travel, Weather, Food"
HEAD = "\n".join([*MENU.split(", "), "Motoring", "Property", "Jobs", "Archive", "Puzzles", "Letters", ""])


@pytest.mark.parametrize(("between", "says"), [(FOOT + HEAD, True), (FOOT, False)])
def test_of_two_whole_pages_the_second_is_known_by_what_stands_between(tmp_path, between, says):
    text = f"{HEAD}Town hall to close\n{FACTS}{HALL}{between}Pool to close as well\nBy Ada Orr\n\n{POOL}{FOOT}"
    assert ("“Pool to close as well”" in told(tmp_path, text)) is says


def test_what_was_pasted_below_another_page_is_told_of_once(site):
    (site.seeds_path / "ferry.txt").write_text(f"{FERRY}\nTown hall to close\n{FACTS}{HALL}", encoding="utf-8")
    (doubt,) = digest.run(site).doubts
    assert doubt.startswith("seeds/ferry.txt: seems to hold another article, “Town hall to close”")
    assert digest.run(site).doubts == ()


def test_titles_that_stand_above_as_well_are_known_in_a_time_that_grows_with_the_page():
    titles = [f"Pool {number} to close" for number in range(3_000)]
    stories = (line for title in titles for line in (title, *FACTS.splitlines()[:2], HALL.replace("\n", " ")))
    lines = tuple(Line(0, text) for text in (*("Swimming",) * 30_000, *titles, *stories))
    start = time.process_time()
    assert second(Page(Seed("two.txt", "", TEXT, lines), lines)) == ""
    assert time.process_time() - start < 3  # seconds: a quarter of one, where each title was sought line by line twelve
