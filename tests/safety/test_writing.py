"""Desks that are stopped, starved or doubled: no post is torn, and the next one makes good."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from copydesk import digest, posting
from copydesk.model import CopydeskError
from tests.safety.newsstand import ROOT

STRACE = shutil.which("strace")
DIGEST = "from copydesk import digest; from copydesk.settings import Settings; from pathlib import Path; import sys; "
DIGEST += "print(digest.run(Settings(root=Path(sys.argv[1]), workers=1)))"
HOLD = "from copydesk import posting; from pathlib import Path; import sys; "
HOLD += "lock = posting.hold(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"


def python(code, *arguments, before=(), **more):
    call = [*before, sys.executable, "-c", code, *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(call, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def posts(site):
    return {p.name: p.read_bytes() for p in sorted(site.posts_path.rglob("*")) if p.is_file()}


@pytest.fixture
def wanted(site):
    """What a desk makes that nobody disturbs."""
    digest.run(site)
    made = posts(site)
    shutil.rmtree(site.posts_path)
    return made


@pytest.mark.skipif(not STRACE, reason="no strace here")
@pytest.mark.parametrize(
    ("call", "turn", "fate"),
    [
        ("fsync", 1, "signal=KILL"),
        ("rename", 1, "signal=KILL"),
        ("rename", 2, "signal=KILL"),
        ("write", 3, "signal=KILL"),
        ("fsync", 2, "error=ENOSPC"),
        ("rename", 1, "error=ENOSPC"),
    ],
)
def test_a_write_that_fails_tears_nothing(site, wanted, call, turn, fate):
    before = [STRACE, "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fate}:when={turn}"]
    done = python(DIGEST, site.root, before=before)
    _, said = done.communicate(timeout=120)
    assert done.returncode
    assert "cannot be written: No space left" in said or "KILL" in fate
    left = {name: text for name, text in posts(site).items() if not name.startswith(".")}
    assert left.items() <= wanted.items()
    assert left != wanted
    digest.run(site)
    assert posts(site) == wanted


def test_a_full_disk_is_told_in_a_sentence_and_leaves_the_old_post(tmp_path, monkeypatch):
    path = tmp_path / "post.md"
    posting.write(path, "old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CopydeskError, match="cannot be written: No space left on device") as caught:
        posting.write(path, "new")
    assert caught.value.hint
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_without_rights_is_told_in_a_sentence(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(CopydeskError, match="Permission denied"):
        posting.write(tmp_path / "post.md", "new")
    tmp_path.chmod(0o700)


def test_a_file_in_the_place_of_a_folder_is_told_in_a_sentence(tmp_path):
    (tmp_path / "2026").write_text("")
    with pytest.raises(CopydeskError, match="cannot be written"):
        posting.write(tmp_path / "2026" / "post.md", "new")


def test_two_desks_do_not_work_at_once(site):
    other = python(HOLD, site.path(site.cache), stdin=subprocess.PIPE)
    assert other.stdout.readline() == "held\n"
    with pytest.raises(CopydeskError, match=rf"another desk, process {other.pid}, begun \d+ s ago") as caught:
        digest.run(site)
    assert caught.value.kind == "busy"
    assert digest.run(site, dry=True).entries
    other.communicate("")
    assert len(digest.run(site).entries) == 2


def test_a_killed_desk_leaves_no_lock(site):
    other = python(HOLD, site.path(site.cache), stdin=subprocess.PIPE)
    other.stdout.readline()
    other.send_signal(signal.SIGKILL)
    other.communicate()
    assert len(digest.run(site).entries) == 2


def test_the_lock_nests_in_one_process(site):
    with posting.held(site.path(site.cache)):
        assert len(digest.run(site).entries) == 2
        with pytest.raises(CopydeskError, match="another desk"):
            raise next(iter(busy(site)))


def busy(site):
    """What another process is told while this one holds the lock."""
    other = python(HOLD, site.path(site.cache), stdin=subprocess.PIPE)
    _, said = other.communicate("")
    assert "CopydeskError" in said
    yield CopydeskError("busy", said)
