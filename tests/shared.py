"""Where the shared data lies, and a clear skip where it does not."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))


def shared(name: str) -> Path:
    """The path of a shared file; skips the test where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the shared file {name} is not beside this checkout")
    return path
