"""What tests share: a small site in an empty folder."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from copydesk.settings import Settings
from tests.dumps import FERRY, LIBRARY

# Shared machines are slow at times, and a check that fails must fail again when it is run again.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    """A site with two seeds and no posts."""
    seeds = tmp_path / "site" / "seeds"
    seeds.mkdir(parents=True)
    (seeds / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (seeds / "library.txt").write_text(LIBRARY, encoding="utf-8")
    return Settings(root=tmp_path / "site", workers=1)
