"""A site in; the same site out of stock Pelican and out of the press, byte for byte."""

import os
from pathlib import Path

import pytest

from tests.presswork.sites import assert_same, build, make, press

VARIANTS = {
    "default": {},
    "relative": {"RELATIVE_URLS": True},
    "simple theme": {"THEME": "simple", "DEFAULT_PAGINATION": False},
    "many extensions": {
        "MARKDOWN": {"extensions": ["toc", "smarty", "extra", "admonition"], "output_format": "html5"},
        "SUMMARY_MAX_LENGTH": 5,
    },
    "no paragraphs": {"SUMMARY_MAX_PARAGRAPHS": 1, "FORMATTED_FIELDS": ["summary", "title"]},
    "oldest first archives": {"NEWEST_FIRST_ARCHIVES": False, "ARTICLE_ORDER_BY": "title"},
    "own link notation": {"INTRASITE_LINK_REGEX": "[<{](?P<what>.*?)[>}]"},
    "own extension": {"MARKDOWN": {"extensions": ["wikilinks"]}},
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_press_changes_not_one_byte(tmp_path: Path, variant: str) -> None:
    site = make(tmp_path)
    settings = VARIANTS[variant]
    build(site, "stock", **settings)
    press(site, "press", **settings)
    assert_same(site / "stock", site / "press")


def test_pelicans_own_samples_come_out_the_same(tmp_path: Path) -> None:
    samples = os.environ.get("PELICAN_SAMPLES")
    if not samples:
        pytest.skip("PELICAN_SAMPLES names no folder with the samples of Pelican's source distribution")
    conf = Path(samples, "pelican.conf.py").read_text()
    (tmp_path / "content").symlink_to(Path(samples, "content").resolve())
    (tmp_path / "pelicanconf.py").write_text(conf)
    build(tmp_path, "stock")
    press(tmp_path, "press")
    assert_same(tmp_path / "stock", tmp_path / "press")
