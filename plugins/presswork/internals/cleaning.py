"""`pelican.clean_output_dir`: an output folder emptied of all but what the press left there, which may yet stand."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pelican

from presswork.patches import Patch
from presswork.state import state

_clean_output_dir: Any = vars(pelican)["clean_output_dir"]


def clean_output_dir(path: str, retention: Iterable[str]) -> None:
    """`pelican.utils.clean_output_dir`, which keeps known outputs; those that are not made again go at the end."""
    if state.edition is not None and os.path.isdir(path):  # noqa: PTH112
        state.edition.clean(retention)
    else:
        _clean_output_dir(path, retention)


def patches() -> list[Patch]:
    """What this module replaces."""
    return [Patch(pelican, "clean_output_dir", clean_output_dir)]
