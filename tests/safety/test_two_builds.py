"""Two builds of one site at once; one of them waits or says why not, and the site is whole."""

import subprocess
import sys

from tests.dumps import FERRY
from tests.safety.newsstand import build

SEEDS = 8


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_second_says_why_not_and_the_site_is_whole(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content" / "pages").mkdir(parents=True)
    for number in range(SEEDS):
        (tmp_path / "seeds" / f"{number}.txt").write_text(f"{number} boats: {FERRY}".replace("eight", str(number)))
    assert build(tmp_path).returncode == 0
    alone = files(tmp_path / "output")
    call = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"]
    both = [
        subprocess.Popen(call, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(2)
    ]
    said = [one.communicate(timeout=300)[0] for one in both]
    codes = [one.returncode for one in both]
    assert 0 in codes
    assert all(code == 0 or "another" in text for code, text in zip(codes, said, strict=True)), said
    assert files(tmp_path / "output") == alone
