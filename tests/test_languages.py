"""One short page in each of many languages in, its article out: all are laid out alike (`tests/languages`)."""

import datetime
from pathlib import Path

import pytest

from copydesk.cleaning import clean
from copydesk.reading import read
from copydesk.shaping import shape

PAGES = sorted((Path(__file__).parent / "languages").glob("*.txt"))
TODAY = datetime.date(2026, 11, 22)
HEADLINE, BODY = 9, (16, 17, 18, 19, 21)  # from 0; a pointer to another story may part the last two


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_any_language_gives_its_article_whole_and_nothing_else(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    made = shape(clean(read(path, path.parent)[0]), TODAY)
    assert made.lang == path.stem
    assert made.title == lines[HEADLINE]
    assert made.date == datetime.date(2026, 3, 14)
    assert [block.text for block in made.blocks] == [lines[at] for at in BODY]
