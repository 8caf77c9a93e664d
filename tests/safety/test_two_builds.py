"""Two builds of one site at once; one of them waits or says why not, and the site is whole."""

import os
import shutil
import subprocess
import sys

from tests.dumps import FERRY
from tests.safety.newsstand import build

SEEDS = 3
TIMES = int(os.environ.get("COPYDESK_DOUBLES", "2"))  # `make siege` takes 20


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def both(root):
    """How two builds end that begin at once, and what they say."""
    call = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"]
    more = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    builds = [subprocess.Popen(call, cwd=root, **more) for _ in range(2)]
    said = [one.communicate(timeout=300)[0] for one in builds]
    return [one.returncode for one in builds], said


def test_the_second_says_why_not_and_the_site_is_whole(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content" / "pages").mkdir(parents=True)
    for number in range(SEEDS):
        (tmp_path / "seeds" / f"{number}.txt").write_text(f"{number} boats: {FERRY}".replace("eight", str(number)))
    assert build(tmp_path, COPYDESK_CARDS=False).returncode == 0
    alone = files(tmp_path / "output")
    for turn in range(TIMES):
        if turn % 2:  # every other time both begin from nothing
            for made in ("output", ".cache", "content/articles"):
                shutil.rmtree(tmp_path / made)
        codes, said = both(tmp_path)
        assert 0 in codes, said
        assert all(code == 0 or "another" in text for code, text in zip(codes, said, strict=True)), said
        assert not [text for text in said if "Traceback" in text]
        assert files(tmp_path / "output") == alone
