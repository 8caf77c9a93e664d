"""What tests share: a small site in an empty folder."""

from pathlib import Path

import pytest

from copydesk.settings import Settings
from tests.dumps import FERRY, LIBRARY


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    """A site with two seeds and no posts."""
    seeds = tmp_path / "site" / "seeds"
    seeds.mkdir(parents=True)
    (seeds / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (seeds / "library.txt").write_text(LIBRARY, encoding="utf-8")
    return Settings(root=tmp_path / "site", workers=1)
