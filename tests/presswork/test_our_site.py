"""Our own site, desk and theme and all: the same bytes under the press, and nothing to do the second time."""

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


@pytest.mark.slow
def test_our_own_site_is_the_same_under_the_press_and_then_left_alone(own: Path) -> None:
    build(own, "stock", OTHERS, **SETTINGS)
    press(own, "press", ("copydesk", "presswork", "pelican.plugins.sitemap"), **SETTINGS)
    for folder in ("stock", "press"):
        (own / folder / "sitemap.xml").unlink()  # it tells the time of the build
    assert_same(own / "stock", own / "press")
    said = press(own, "press", ("copydesk", "presswork", "pelican.plugins.sitemap"), **SETTINGS)
    assert " 0 files written" in said
