"""One commit built on two machines that differ in all that should not matter; every byte is the same."""

import os
import re
import shutil

import pytest

from tests.dumps import FERRY, LIBRARY
from tests.safety.newsstand import build

SEEDS = 36  # enough for several processes to share the work
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1795305600"}
PAGEFINDS = re.compile(r"pagefind/(filter/[^/]+\.pf_filter|pagefind\.[^/]+\.pf_meta|pagefind-entry\.json)")
THERE = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795305600"}


def lay_out(root, numbers):
    """The same seeds, written in the order of the numbers at times that follow it."""
    seeds = root / "seeds"
    topics = root / "content" / "topics"
    for folder in (seeds, topics):
        folder.mkdir(parents=True)
    for number in numbers:
        path = seeds / f"ferry-{number}.txt"
        text = FERRY if number % 2 else LIBRARY
        path.write_text(f"{number} boats: {text}".replace("eight", str(number)), encoding="utf-8")
        os.utime(path, (10**9 + 86_400 * numbers.index(number),) * 2)
    for topic, word in (("ferries", "ferry"), ("libraries", "library"), ("boats", "boats")):
        (topics / f"{topic}.md").write_text(f"Title: {topic.title()}\nWords: {word}\n\nNews.\n")


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def steady(found):
    """The files of a site but for those that Pagefind fills in another order each time, and so names anew."""
    return {name: data for name, data in found.items() if not PAGEFINDS.fullmatch(name)}


@pytest.mark.slow
def test_nothing_of_the_machine_shows(tmp_path):
    one, other = tmp_path / "here", tmp_path / "over there" / "deeper"
    lay_out(one, list(range(SEEDS)))
    lay_out(other, list(reversed(range(SEEDS))))
    for root, env, workers in ((one, HERE, 1), (other, THERE, 2)):
        done = build(root, "https://digest.example", env=env, COPYDESK_WORKERS=workers)
        assert done.returncode == 0, done.stdout + done.stderr
    assert files(one / "content") == files(other / "content")
    output, again = files(one / "output"), files(other / "output")
    first, second = steady(output), steady(again)
    assert list(first) == list(second)
    assert len(output) == len(again) > len(first) + 2
    assert [name for name in first if first[name] != second[name]] == []
    shutil.rmtree(other / ".cache", ignore_errors=True)
    done = build(other, "https://digest.example", env=HERE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(other / "output") == again
