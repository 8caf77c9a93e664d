"""Builds that are killed, starved or shut out at any write: no file is torn, and the next build makes good."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.dumps import FERRY, LIBRARY
from tests.safety.newsstand import build

STRACE, SETPRIV = shutil.which("strace"), shutil.which("setpriv")
STRIDE = int(os.environ.get("COPYDESK_FAULTS", "0"))  # `make siege` tries every one, `make test` a few
CALLS = ("write", "rename", "pwrite64", "unlink", "mkdir")  # the store of the press, SQLite's, writes with pwrite64
PELICAN = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"]
TOPIC = "Title: Ferries\nWords: ferry\n\nShips.\n"


def files(folder):
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def whole(root):
    return {**files(root / "output"), **{f"content/{name}": data for name, data in files(root / "content").items()}}


def shown(state):
    """Of what a site holds, what its readers see."""
    return {name: data for name, data in state.items() if not name.startswith("content/")}


def built(root):
    """A build without the search index, which Pagefind names anew each time."""
    return build(root, DIRECT_TEMPLATES=["index", "tags", "archives", "404"])


def run(root, *before):
    """The same build under another program."""
    env = {**os.environ, "COLUMNS": "1000"}
    return subprocess.run([*before, *PELICAN], cwd=root, env=env, capture_output=True, text=True, check=False)


def injected(root, call, fate):
    """The same build with a fault in one of its calls to the system."""
    return run(root, STRACE, "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fate}")


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """A built site whose seeds have changed since, what it holds, and what a clean build of the change makes."""
    root = tmp_path_factory.mktemp("faults") / "site"
    for folder in ("seeds", "content/topics"):
        (root / folder).mkdir(parents=True)
    (root / "seeds" / "ferry.txt").write_text(FERRY)
    (root / "seeds" / "library.txt").write_text(LIBRARY)
    (root / "content" / "topics" / "ferries.md").write_text(TOPIC)
    assert built(root).returncode == 0
    old = whole(root)
    (root / "seeds" / "ferry.txt").write_text(FERRY.replace("eight per cent", "nine per cent"))
    (root / "seeds" / "third.txt").write_text(FERRY.replace("Ferry fares", "Bridge tolls").replace("ferry", "bridge"))
    clean = root.parent / "clean"
    shutil.copytree(root, clean)
    shutil.rmtree(clean / "output")
    shutil.rmtree(clean / ".cache")
    assert built(clean).returncode == 0
    return root, old, whole(clean)


def copied(root, tmp_path):
    """The site once more, with the times of its files."""
    copy = tmp_path / "site"
    shutil.rmtree(copy, ignore_errors=True)
    return shutil.copytree(root, copy, symlinks=True)


def assert_whole(root, old, new):
    """Every file is as it was before or as it will be, but for those that name themselves unfinished."""
    found = {name: data for name, data in whole(root).items() if not name.endswith((".unfinished", ".presswork~"))}
    assert [name for name, data in found.items() if data not in (old.get(name), new.get(name))] == []
    assert old.keys() - found.keys() <= old.keys() - new.keys()


def assert_good(root, new):
    done = built(root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert whole(root) == new


def turns(root, tmp_path, call):
    """Which of a build's calls of a kind fail, one build each: those that touch the site, by their numbers."""
    log = tmp_path / "calls"
    site = copied(root, tmp_path)
    assert run(site, STRACE, "-qq", "-y", "-o", log, "-e", f"trace={call}").returncode == 0
    calls = [line for line in log.read_text().splitlines() if line.startswith(call)]
    numbers = [number for number, line in enumerate(calls, 1) if str(site) in line]
    return numbers[::STRIDE] if STRIDE else [numbers[len(numbers) // 5], numbers[-2]]


@pytest.mark.slow
@pytest.mark.skipif(not STRACE, reason="no strace here")
@pytest.mark.parametrize("call", CALLS if STRIDE else CALLS[:2])
def test_a_build_killed_at_any_write_leaves_whole_files(changed, tmp_path, call):
    root, old, new = changed
    for turn in turns(root, tmp_path, call):
        site = copied(root, tmp_path)
        assert injected(site, call, f"signal=KILL:when={turn}").returncode != 0
        assert_whole(site, old, new)
        assert_good(site, new)


@pytest.mark.slow
@pytest.mark.skipif(not STRACE, reason="no strace here")
def test_a_disk_that_fills_up_is_told_in_a_sentence_and_tears_nothing(changed, tmp_path):
    root, old, new = changed
    for turn in turns(root, tmp_path, "rename"):
        site = copied(root, tmp_path)
        done = injected(site, "rename", f"error=ENOSPC:when={turn}+")
        assert done.returncode == 1
        assert "No space left on device" in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        assert_whole(site, old, new)
        assert_good(site, new)


def fill(path, blocks):
    """Take what is left of a disk, but for some blocks."""
    with path.open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            filler.truncate(filler.tell() - blocks * 4096)


@contextmanager
def small_disk(root, tmp_path):
    """The site once more, on a disk of 16 MB."""
    site = tmp_path / "small"
    site.mkdir()
    small = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", site]
    if subprocess.run(small, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        yield shutil.copytree(root, site, dirs_exist_ok=True)
    finally:
        subprocess.run(["umount", site], check=True)


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator may mount a disk")
@pytest.mark.parametrize("blocks", (1, 2, 4, 8, 16, 32) if STRIDE else (1, 16))
def test_a_small_disk(changed, tmp_path, blocks):
    root, old, new = changed
    with small_disk(root, tmp_path) as site:
        fill(site / "filler", blocks)
        done = built(site)
        assert done.returncode == 1
        assert "No space left on device" in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        left = files(site / "output")
        assert {name: left.get(name) for name in shown(old)} == shown(old)
        assert_whole(site, old, new)
        (site / "filler").unlink()
        assert_good(site, new)


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() == 0 and not SETPRIV, reason="the administrator may write anywhere")
def test_a_site_that_may_not_be_written(changed, tmp_path):
    root, old, new = changed
    site = copied(root, tmp_path)
    folders = [path for path in [site / "output", *(site / "output").rglob("*")] if path.is_dir()]
    for folder in folders:
        folder.chmod(0o500)
    lesser = [SETPRIV, "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    done = run(site, *lesser)
    for folder in folders:
        folder.chmod(0o700)
    assert done.returncode == 1, done.stdout
    assert "Permission denied" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert files(site / "output") == shown(old)
    assert_whole(site, old, new)
    assert_good(site, new)
