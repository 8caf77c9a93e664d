"""Our own site, desk and theme and all: the same bytes under the press, and nothing to do the second time."""

import re
import shutil
from pathlib import Path

import pytest

from tests.presswork.sites import assert_same, build, press

ROOT = Path(__file__).resolve().parents[2]
OTHERS = ("copydesk", "pelican.plugins.sitemap")
SETTINGS = {"DIRECT_TEMPLATES": ["index", "tags", "archives", "404"]}
"""Without the search page, whose index is another program's."""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    if not (ROOT / "pelicanconf.py").exists():
        pytest.skip("this checkout has no site of its own")
    for name in ("content", "seeds", "themes", "plugins"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    return tmp_path


def pressed(own: Path) -> str:
    return press(own, "press", ("copydesk", "presswork", "pelican.plugins.sitemap"), **SETTINGS)


@pytest.mark.slow
def test_our_own_site_is_the_same_under_the_press_and_then_left_alone(own: Path) -> None:
    build(own, "stock", OTHERS, **SETTINGS)
    pressed(own)
    assert_same(own / "stock", own / "press")
    assert " 0 pages rendered, 0 files written" in pressed(own)


SEED = """Harbour council votes to rebuild the old lighthouse road

By Mara Quill
21 November 2026

The harbour council of Gullmouth voted on Friday to rebuild the old lighthouse road, which has been closed since the
flood of last spring. The work will begin in March and is to take two years, the council said.

Engineers found that the sea wall under the road had moved by eleven centimetres. The council will pay half of the cost
of 14 million crowns; the state will pay the rest.
"""


@pytest.mark.slow
def test_a_new_seed_renders_its_pages_and_few_others(own: Path) -> None:
    pressed(own)
    (own / "seeds" / "lighthouse.txt").write_text(SEED)
    said = pressed(own)
    found = re.search(r"(\d+) pages rendered", said)
    assert found, said
    pages = len([*(own / "press").rglob("*.html")])
    assert 0 < int(found[1]) < pages / 3, said
    build(own, "stock", OTHERS, **SETTINGS)
    assert_same(own / "stock", own / "press")
