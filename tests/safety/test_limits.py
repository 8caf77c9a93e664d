"""Seeds that ask for too much, or are no files: each is set aside by name, and the others are made."""

import importlib
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from copydesk import desk, digest
from copydesk.cleaning import marks
from copydesk.describing import features, spans, spelling, words
from copydesk.engines import limits
from copydesk.engines.limits import Limits, within
from copydesk.language import tokens
from copydesk.model import CopydeskError
from copydesk.settings import Settings
from tests.dumps import FERRY


def refusals(site, **change):
    report = digest.run(Settings(root=site.root, workers=1, **change))
    assert len(report.entries) == len(list(site.seeds_path.iterdir()))
    assert all(entry.refusal.message and entry.refusal.hint for entry in report.set_aside)
    return {entry.seed.partition("/")[2]: entry.refusal.kind for entry in report.set_aside}


def spin(*_):
    while True:
        re.match(r"(a|aa)+$", "a" * 25 + "b")


def hoard():
    """Hold more and more, and read in it, as the clock that weighs the work runs on the program's own time."""
    held = []
    for _ in range(3_000):
        held.append(bytearray(b"x" * 1_000_000))
        sum(held[-1][:30_000])
    return len(held)


def test_work_that_takes_too_long_is_stopped():
    with pytest.raises(CopydeskError, match=r"more than 0\.2 seconds"), within(Limits(0.2), "seeds/x.txt"):
        spin()


def test_work_is_stopped_as_early_in_a_process_that_has_just_begun():
    code = """if True:
        from copydesk.engines.limits import Limits, within
        with within(Limits(0.2), "seeds/x.txt"):
            sum(number * number for number in range(10_000_000))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "takes more than 0.2 seconds" in done.stderr


def test_patterns_are_compiled_at_no_seeds_expense():
    start = time.process_time()
    with within(Limits(0.2), "seeds/x.txt"):
        while time.process_time() - start < 0.6:
            re.compile("|".join(f"ferry{number}" for number in range(3_000)) + str(time.process_time()))


@pytest.mark.skipif(not limits.WEIGHT.exists(), reason="this system does not tell a process's weight")
def test_work_that_takes_too_much_memory_is_stopped():
    with pytest.raises(CopydeskError, match="more than 64 MiB"), within(Limits(memory=64), "seeds/x.txt"):
        hoard()


SLOW_MODULE = """
import time
held = bytearray(b"x" * 100_000_000)
start = time.process_time()
while time.process_time() - start < 0.4:
    pass
whole = True
"""


def test_a_module_is_loaded_whole_before_work_is_stopped(tmp_path, monkeypatch):
    (tmp_path / "slow_to_load.py").write_text(SLOW_MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(CopydeskError, match=r"more than 0\.1 seconds"), within(Limits(0.1), "seeds/x.txt"):
        spin(importlib.import_module("slow_to_load"))
    assert sys.modules["slow_to_load"].whole


@pytest.mark.skipif(not limits.WEIGHT.exists(), reason="this system does not tell a process's weight")
def test_what_a_module_holds_and_takes_is_no_seed_s(tmp_path, monkeypatch):
    (tmp_path / "heavy_to_load.py").write_text(SLOW_MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    with within(Limits(0.3, memory=64), "seeds/x.txt"):
        importlib.import_module("heavy_to_load")
        for _ in range(300_000):
            str(tmp_path)


def test_after_the_work_the_clock_is_still():
    before = signal.getsignal(signal.SIGVTALRM)
    with within(Limits(0.1), "seeds/x.txt"):
        assert signal.getitimer(signal.ITIMER_VIRTUAL) != (0, 0)
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    assert signal.getsignal(signal.SIGVTALRM) is before


def test_a_seed_beyond_its_share_is_set_aside_and_the_others_are_made(site, monkeypatch):
    shape = desk.shape
    monkeypatch.setattr(desk, "shape", lambda seed, house: spin() if "library" in seed.path else shape(seed, house))
    assert refusals(site, cpu_seconds=1) == {"library.txt": "slow"}


def test_a_fault_of_a_reader_loses_one_seed(site, monkeypatch):
    read = desk.reading.sidecar.read

    def faulty(path, *more):
        if "library" in path.name:
            raise RecursionError("deep")
        return read(path, *more)

    monkeypatch.setattr(desk.reading.sidecar, "read", faulty)
    assert refusals(site) == {"library.txt": "fault"}


def test_what_is_no_file_of_the_seeds_is_refused_by_name(site):
    seeds = site.seeds_path
    (site.root / "secret.txt").write_text(FERRY)
    (site.root / "elsewhere").mkdir()
    os.mkfifo(seeds / "pipe.txt")
    (seeds / "device.txt").symlink_to("/dev/zero")
    (seeds / "secret.txt").symlink_to("../secret.txt")
    (seeds / "passwd.txt").symlink_to("/etc/passwd")
    (seeds / "folder").symlink_to("../elsewhere")
    (seeds / "inside").symlink_to(".")
    (seeds / "loop.txt").symlink_to("loop.txt")
    (seeds / "gone.txt").symlink_to("gone")
    (seeds / "large.txt").write_text("ferry " * 200_000)
    (seeds / "empty.txt").write_text(" \n")
    (seeds / "log.txt").write_text("ferry\n" * 20_001)
    assert refusals(site, largest=1) == {
        "pipe.txt": "special",
        "device.txt": "link",
        "secret.txt": "link",
        "passwd.txt": "link",
        "folder": "link",
        "inside": "special",
        "loop.txt": "unreadable",
        "gone.txt": "unreadable",
        "large.txt": "large",
        "empty.txt": "empty",
        "log.txt": "long",
    }


def test_a_seed_of_200_megabytes_is_set_aside(site):
    with (site.seeds_path / "huge.txt").open("wb") as huge:
        huge.truncate(100_000_000)
    assert refusals(site) == {"huge.txt": "large"}


def test_what_is_remembered_from_seed_to_seed_stays_small():
    for memory in (
        marks.remembered,
        tokens._stem,
        tokens._remembered,
        spelling.low_key,
        spelling.stemmed,
        words.forms_of,
        words.forms_of("en", loud=False),
        words.gap,
        spans.content,
        spans.noun,
        features.rarities,
        features.shaped,
    ):
        assert memory.cache_info().maxsize
    before = marks.remembered.cache_info().currsize, tokens._stem.cache_info().currsize
    assert marks.marked("ferry " * 1_000, "en")[0][:2] == ("ferry", "ferry")
    assert tokens.stem("Ferries" * 1_000, "en") == "ferries" * 1_000
    assert before == (marks.remembered.cache_info().currsize, tokens._stem.cache_info().currsize)
