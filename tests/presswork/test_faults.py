"""A build that is killed, starved, shut out or crowded; then what the next one makes of it."""

import ctypes
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from presswork import versions
from presswork.lock import Busy, locked
from presswork.plates import SUFFIX, Rack, put, sweep
from presswork.settings import SettingError, from_pelican
from presswork.store import FILE, FORMAT, Journal, Store
from tests.presswork.sites import FILES, assert_same, build, make, outputs, press

KILLED_AT = (1, 20, 60)
KILLER = """
import os, signal
from presswork import edition
left = {count}
put = edition.Edition.put
def dying(self, path, data):
    global left
    left -= 1
    if not left:
        open(path + "{suffix}", "wb").write(data[:10])
        os.kill(os.getpid(), signal.SIGKILL)
    return put(self, path, data)
edition.Edition.put = dying
def register():
    pass
"""


@pytest.mark.parametrize("count", KILLED_AT)
def test_after_a_kill_the_next_build_gives_what_a_clean_one_gives(tmp_path: Path, count: int) -> None:
    site = make(tmp_path)
    press(site, "press")
    before = outputs(site / "press")
    (site / "content/passing.md").write_text("Title: Passing\nDate: 2025-01-01\nTags: one, passing\n\nNews.\n")
    (site / "content/plain.md").write_text("Title: Plain\nDate: 2024-03-01\n\nMended.\n")
    (site / "killer.py").write_text(KILLER.format(count=count, suffix=SUFFIX))
    command = [sys.executable, "-m", "pelican", "content", "-o", "press", "-s", "pelicanconf.py", "-e"]
    killed = subprocess.run(
        [*command, 'PLUGINS=["presswork", "killer"]', 'PLUGIN_PATHS=["."]'], cwd=site, capture_output=True, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert list((site / "press").rglob("*" + SUFFIX))
    left = outputs(site / "press")
    assert {name: left.get(name) for name in before} == before
    (site / "content/passing.md").unlink()
    press(site, "press")
    build(site, "stock")
    assert_same(site / "stock", site / "press")


def test_a_build_that_breaks_off_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    site = make(tmp_path)
    press(site, "press")
    before = outputs(site / "press")
    (site / "content/plain.md").write_text("Title: Plain\nDate: 2024-03-01\nTags: one\n\nMended.\n")
    (site / "content/special.html").write_text("{{ 1 / 0 }}")
    with pytest.raises(AssertionError, match="division by zero"):
        press(site, "press", TEMPLATE_PAGES={"special.html": "special/out.html"})
    assert outputs(site / "press") == before


READER = """
from pelican import signals
def look(path, context):
    with open(path) as page, open("seen.txt", "a") as seen:
        seen.write(str("Mended" in page.read()))
def register():
    signals.content_written.connect(look)
"""


def test_whoever_is_told_that_a_page_was_written_finds_it_written(tmp_path: Path) -> None:
    site = make(tmp_path, {"plain.md": FILES["plain.md"]})
    press(site, "press", TEMPLATE_PAGES={})
    (site / "content/plain.md").write_text("Title: Mended\nDate: 2024-03-01\n\nText.\n")
    (site / "reader.py").write_text(READER)
    press(site, "press", ("presswork", "reader"), PLUGIN_PATHS=["."], TEMPLATE_PAGES={})
    assert "True" in (site / "seen.txt").read_text()


def test_a_file_written_twice_is_the_second(tmp_path: Path) -> None:
    path, rack = tmp_path / "page.html", Rack()
    rack.patient = True
    path.write_bytes(b"old")
    for data in (b"new", b"old"):
        assert rack.put(str(path), data).written
        assert path.read_bytes() == b"old"
    rack.release()
    assert outputs(tmp_path) == {"page.html": b"old"}
    rack.put(str(path), b"newer")
    del rack
    assert outputs(tmp_path) == {"page.html": b"old"}


def test_two_builds_at_once_are_told_apart(tmp_path: Path) -> None:
    lock = locked(tmp_path)
    assert lock is not None
    with pytest.raises(Busy, match=rf"another build, process {os.getpid()}, begun \d+ s ago, works on this site"):
        locked(tmp_path)
    lock.release()
    again = locked(tmp_path)
    assert again is not None
    again.release()


def test_a_build_beside_another_stops_and_says_so(tmp_path: Path) -> None:
    site = make(tmp_path)
    lock = locked(site / ".cache/presswork")
    with pytest.raises(AssertionError, match="another build, process") as said:
        press(site, "press")
    assert "Traceback" not in str(said.value)
    assert lock is not None
    lock.release()


def test_a_newer_store_is_left_alone_and_the_build_is_full(tmp_path: Path) -> None:
    site = make(tmp_path)
    press(site, "press")
    path = site / ".cache/presswork/press.sqlite3"
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {FORMAT + 1}")
    database.commit()
    database.close()
    before = path.read_bytes()
    assert "was written by a newer presswork" in press(site, "press")
    assert path.read_bytes() == before


def test_what_builds_beside_a_newer_store_make_is_removed_once_its_post_is_gone(tmp_path: Path) -> None:
    site = make(tmp_path)
    press(site, "press")
    path = site / ".cache/presswork/press.sqlite3"
    older = path.read_bytes()
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {FORMAT + 1}")
    database.commit()
    database.close()
    (site / "content/between.md").write_text("Title: Between\nDate: 2024-01-01\n\nSoon gone.\n")
    press(site, "press")
    assert (site / "press/between.html").exists()
    path.write_bytes(older)
    (site / "content/between.md").unlink()
    press(site, "press")
    assert not (site / "press/between.html").exists()


def test_a_store_is_not_written_when_it_is_opened(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.commit({"edition": 1})
    store.close()
    before = (tmp_path / FILE).read_bytes(), (tmp_path / FILE).stat().st_mtime_ns
    store = Store(tmp_path)
    assert store.get("edition") == 1
    store.close()
    assert ((tmp_path / FILE).read_bytes(), (tmp_path / FILE).stat().st_mtime_ns) == before


def test_a_full_disk_is_no_reason_to_throw_the_store_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.commit({"edition": 1})
    store.close()

    def full(_database: sqlite3.Connection) -> sqlite3.Connection:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("presswork.store.prepared", full)
        patched.setattr("presswork.store.created", lambda database: database)
        store = Store(tmp_path)
    assert "database or disk is full" in store.complaint
    assert not store.lasts
    store.close()
    assert Store(tmp_path).get("edition") == 1


def test_a_store_that_cannot_be_kept_only_costs_time(tmp_path: Path) -> None:
    site = make(tmp_path)
    (site / ".cache").write_text("no folder")
    assert "cannot be used" in press(site, "press")
    build(site, "stock")
    assert_same(site / "stock", site / "press")


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html"
    put(str(path), b"old")

    def full(_old: str, _new: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left") as caught:
        put(str(path), b"new")
    assert caught.value.filename == str(path)
    assert outputs(tmp_path) == {"page.html": b"old"}


def test_an_unwritable_output_stops_the_build_with_its_name(tmp_path: Path) -> None:
    site = make(tmp_path)
    (site / "press").mkdir()
    (site / "press/author").write_text("a file where a folder should be")
    with pytest.raises(AssertionError, match="press/author"):
        press(site, "press")


DROP, OVERRIDE = 24, 1
"""PR_CAPBSET_DROP and CAP_DAC_OVERRIDE of Linux: what lets root write where nobody may."""


def like_anybody() -> None:
    """Have this process heed the rights of files even if it is root's."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(DROP, OVERRIDE, 0, 0, 0)


def build_like_anybody(site: Path) -> subprocess.CompletedProcess[str]:
    """Build the site without root's power over files."""
    command = [sys.executable, "-m", "pelican", "content", "-o", "press", "-s", "pelicanconf.py", "-e"]
    told = {**os.environ, "COLUMNS": "500"}
    given = [*command, 'PLUGINS=["presswork"]']
    return subprocess.run(
        given, cwd=site, capture_output=True, text=True, check=False, env=told, preexec_fn=like_anybody
    )


@pytest.mark.skipif(sys.platform != "linux", reason="root's power over files is taken away as Linux does it")
def test_a_read_only_output_stops_the_build_and_the_next_one_is_whole(tmp_path: Path) -> None:
    site = make(tmp_path)
    press(site, "press")
    (site / "content/plain.md").write_text("Title: Plain\nDate: 2024-03-01\n\nMended.\n")
    folders = [site / "press", *(path for path in (site / "press").rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    before = outputs(site / "press")
    done = build_like_anybody(site)
    for folder in folders:
        folder.chmod(0o755)
    assert done.returncode != 0
    assert f"Permission denied: '{site / 'press'}" in done.stdout + done.stderr
    assert outputs(site / "press") == before
    press(site, "press")
    build(site, "stock")
    assert_same(site / "stock", site / "press")


def test_a_file_that_holds_the_bytes_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert put(str(path), b"same").written
    os.utime(path, (1, 1))
    assert not put(str(path), b"same").written
    assert path.stat().st_mtime == 1
    assert put(str(path), b"else").written


def test_what_a_killed_build_left_half_written_is_swept(tmp_path: Path) -> None:
    (tmp_path / f"page.html{SUFFIX}").write_bytes(b"ha")
    sweep(tmp_path)
    assert outputs(tmp_path) == {}


def test_a_journal_is_there_only_while_a_build_runs(tmp_path: Path) -> None:
    journal = Journal.at(tmp_path, "edition")
    assert journal.left is None
    journal.note("a page")
    journal.close()
    again = Journal.at(tmp_path, "edition")
    assert again.left == ["a page"]
    again.remove()
    again.close()
    assert not list(tmp_path.iterdir())


def test_a_store_keeps_only_the_texts_that_are_used(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put_text(b"one", ("1", {}, {}))
    store.put_text(b"two", ("2", {}, {}))
    assert store.commit({"edition": {"pages": {}}}) == ""
    store.close()
    store = Store(tmp_path)
    assert store.text(b"one") == ("1", {}, {})
    assert store.get("edition") == {"pages": {}}
    store.commit({})
    store.close()
    store = Store(tmp_path)
    assert store.text(b"two") is None
    store.close()


def test_a_store_keeps_a_new_text_as_it_is_and_the_rest_as_it_was(tmp_path: Path) -> None:
    store, text, meta = Store(tmp_path), "a text", {"tags": ["one"]}
    store.put_text(b"key", (text, meta, {}))
    meta["tags"].append("two")
    assert store.text(b"key") == ("a text", {"tags": ["one"]}, {})
    assert store.text(b"key")[0] is text
    store.commit({})
    store.close()
    store = Store(tmp_path)
    assert store.text(b"key") == ("a text", {"tags": ["one"]}, {})
    store.close()


def test_a_store_writes_texts_in_the_order_of_their_keys(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for key in (b"two", b"one", b"three"):
        store.put_text(key, ("", {}, {}))
    store.commit({})
    rows = store.database.execute("SELECT digest FROM texts ORDER BY rowid").fetchall()
    assert rows == [(b"one",), (b"three",), (b"two",)]
    store.close()


def test_a_clock_that_runs_backwards_changes_nothing(tmp_path: Path) -> None:
    site = make(tmp_path)
    press(site, "press")
    later = time.time() + 86_400
    for path in [*(site / "content").rglob("*"), *(site / "press").rglob("*")]:
        os.utime(path, (later, later))
    assert " 0 files written" in press(site, "press")


SKEWED = "import time\nnow = time.time_ns\ntime.time_ns = lambda: now() + {days} * 86_400 * 10**9\n"
SKEWED += "def register():\n    pass\n"


@pytest.mark.parametrize("days", [-400, 400])
def test_a_build_under_a_wrong_clock_misses_no_edit(tmp_path: Path, days: int) -> None:
    site = make(tmp_path)
    (site / "skewed.py").write_text(SKEWED.format(days=days))
    plugins = ("skewed", "presswork")
    press(site, "press", plugins, PLUGIN_PATHS=["."])
    (site / "content/plain.md").write_text("Title: Plain\nDate: 2024-03-01\n\nMended.\n")
    (site / "content/news/many-3.md").write_text("Title: Many 3\nDate: 2022-04-10\nTags: one, t3\n\nWords 4.\n")
    press(site, "press", plugins, PLUGIN_PATHS=["."])
    build(site, "stock")
    assert_same(site / "stock", site / "press")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PRESSWORK_WORKER", 2, "no setting of presswork"),
        ("PRESSWORK_WORKERS", "two", "wants int"),
        ("PRESSWORK_WORKERS", True, "wants int"),
        ("PRESSWORK_WORKERS", -1, "wants 0 or more"),
        ("PRESSWORK_PURE", "loud", "wants tuple"),
        ("PRESSWORK_STORE", "output/.press", "inside the output"),
        ("PRESSWORK_STORE", "content/.press", "inside the content"),
        ("PRESSWORK_STORE", "", "names no folder"),
    ],
)
def test_a_wrong_knob_is_named(name: str, value: object, says: str) -> None:
    with pytest.raises(SettingError, match=says):
        from_pelican({name: value})


def test_a_wrong_knob_stops_a_build_with_its_sentence_alone(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="PRESSWORK_WORKERS is 'two', but wants int") as said:
        press(make(tmp_path), "press", PRESSWORK_WORKERS="two")
    assert "Traceback" not in str(said.value)


@pytest.mark.parametrize(("version", "known"), [("4.12.0", True), ("4.12.3", True), ("4.13.0", False), ("5.0", False)])
def test_an_unknown_pelican_is_known_to_be_unknown(version: str, known: bool) -> None:
    assert versions.known(version) is known


UNKNOWN = "from presswork import versions\nversions.installed = lambda: '5.0.0'\ndef register():\n    pass\n"


def test_an_unknown_pelican_builds_as_stock_and_says_so(tmp_path: Path) -> None:
    site = make(tmp_path)
    (site / "future.py").write_text(UNKNOWN)
    said = build(site, "press", ("presswork", "future"), PLUGIN_PATHS=["."])
    assert "presswork knows Pelican 4.12, not 5.0.0" in said
    assert not (site / ".cache").exists()
    build(site, "stock")
    assert_same(site / "stock", site / "press")
