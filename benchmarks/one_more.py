"""Ten thousand articles in; what grouping them all, none anew and one more costs out (bars: 20 s, 300 MB, 20 ms).

python -m benchmarks.one_more [SIZE]
"""

from __future__ import annotations

import datetime
import multiprocessing
import resource
import sys
import tempfile
import time
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from copydesk.grouping import groups
from copydesk.model import Post, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE, A_DAY, RUNS = 10_000, 50, 7  # articles, of them a day, and times that each sum is measured
LONGEST, LARGEST, DEAREST = 20.0, 300, 0.02  # the bars: seconds for all, MB, seconds for one more
WORDS, SUBJECTS, OF_EACH = 40_000, 400, 40  # made-up words, subjects, and the words of a subject
SENTENCES = 10  # of an article: about 150 words, as of an agency's story
SYLLABLES = (
    "bra",
    "cel",
    "dor",
    "fen",
    "gil",
    "hun",
    "jas",
    "kor",
    "lim",
    "mar",
    "nes",
    "pol",
    "rud",
    "sat",
    "tem",
    "vik",
)
COMES = {"on a day of its own": 1, f"on a day of {A_DAY}": 0}  # how one more may come: days after the last
TOPICS = (Topic("one", "One", ("brabra cel", "dordor")), Topic("two", "Two", ("fengil", "hunjas korlim")))
FIRST = datetime.date(2026, 1, 1)


def word(number: int) -> str:
    """The made-up word of that number."""
    return SYLLABLES[number % 16] + (word(number // 16) if number >= 16 else "")


def articles(size: int) -> list[Post]:
    """Articles of made-up words, some of them common, most rare, as in any language; a part are their subject's own."""
    common = [word(number) for number in range(WORDS)]
    shares = [*accumulate(1 / (rank + 10) for rank in range(WORDS))]
    return [article(number, common, shares) for number in range(size)]


def article(number: int, common: list[str], shares: list[float]) -> Post:
    """One article; its number is its only seed."""
    dice = Random(number)
    subject = Random(-1 - dice.randrange(SUBJECTS)).sample(common, OF_EACH)
    own = [" ".join(name.capitalize() for name in dice.sample(subject, 2)) for _ in range(4)]
    lines = [
        " ".join([*dice.choices(common, cum_weights=shares, k=10), *dice.choices(subject, k=3), dice.choice(own)]) + "."
        for _ in range(SENTENCES)
    ]
    day = FIRST + datetime.timedelta(days=number // A_DAY)
    return Post(f"{number}.md", f"a-{number}", " ".join(dice.choices(subject, k=6)), day, "en", "\n\n".join(lines))


def measure(size: int, later: int | None, store: Path) -> tuple[float, float]:
    """Group so many articles -> the seconds of a processor that it takes, and the most MB held.

    `later` is how many days after the last of them one more was printed; None for no other.
    """
    *posts, another = articles(size + 1)
    last = FIRST + datetime.timedelta(days=(size - 1) // A_DAY)
    if later is not None:
        posts.append(replace(another, date=last + datetime.timedelta(days=later)))
    groups.group([replace(another, path="first.md")], TOPICS)  # a build has read seeds, and knows its language's words
    begun = time.process_time()
    groups.group(posts, TOPICS, store=store)
    return time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def alone(size: int, later: int | None, store: Path) -> tuple[float, float]:
    """`measure` in a process of its own, as a build is one."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (size, later, store))


def in_turns(size: int, store: Path) -> Iterator[tuple[float, ...]]:
    """The seconds with nothing new, and with one more as it may come: a slow moment of the machine is one for all."""
    for _ in range(RUNS):
        yield tuple(alone(size, later, store)[0] for later in (None, *COMES.values()))


def main(size: int) -> str:
    """Print what it costs; give what is beyond a bar."""
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "memo"
        seconds, most = alone(size, None, store)
        kept = store.stat().st_size / 1e6
        print(f"{size} articles, nothing remembered: {seconds:.1f} s, {most:.0f} MB; {kept:.0f} MB are kept")
        runs = [*in_turns(size, store)]
    print(f"nothing new: {1000 * median(run[0] for run in runs):.0f} ms")
    dearest = 0.0
    for place, name in enumerate(COMES, 1):
        more = median(run[place] - run[0] for run in runs)
        one = median(run[place] for run in runs)
        print(f"one more {name}: {1000 * one:.0f} ms, {1000 * more:.0f} ms more than nothing new")
        dearest = max(dearest, more)
    beyond = [name for name, over in (("all", seconds > LONGEST), ("memory", most > LARGEST)) if over]
    beyond += ["one more"] if dearest > DEAREST else []
    return f"beyond the bars: {', '.join(beyond)}" if beyond else ""


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2] or [SIZE])) or None)
