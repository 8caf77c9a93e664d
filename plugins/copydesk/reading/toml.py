"""The rows of a head in TOML in, what its keys say out; a row that is no TOML costs that row alone."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from copydesk.reading.lines import tidy
from copydesk.reading.yaml import Table, Value, unquoted

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY = re.compile(r"\s*([A-Za-z][\w-]{0,40})\s*=\s*(.*)$")
PLACE = re.compile(r"at line (\d+)")
MOST = 200  # rows of a head: each that is wrong makes the parser begin anew


def parse(rows: Sequence[str]) -> Table:
    """The keys of some rows. Of a row that is no TOML the words behind its key are taken."""
    left, lost = list(rows[:MOST]), list(range(MOST, len(rows)))
    values: dict[str, Value] = {}
    while True:
        try:
            return Table(values | told(tomllib.loads("\n".join(left))), tuple(sorted(lost)))
        except (ValueError, RecursionError) as error:  # no TOML, or a number of thousands of digits
            at = place(error, left)
        if at in lost:
            return Table(values, tuple(sorted({*lost, *range(len(rows))})))
        found = KEY.match(left[at])
        values |= {found[1].lower(): unquoted(tidy(found[2]))} if found else {}
        left[at] = ""
        lost.append(at)


def place(error: Exception, rows: Sequence[str]) -> int:
    """The index of the row that the parser stumbled over: the last one with words where it missed something."""
    found = PLACE.search(str(error))
    at = int(found[1]) - 1 if found else len(rows)
    return next((one for one in range(min(at, len(rows) - 1), -1, -1) if rows[one].strip()), 0)


def told(table: dict[str, object]) -> dict[str, Value]:
    """The values as YAML has them: days, numbers and truths are words."""
    return {key.lower(): plain(value) for key, value in table.items()}


def plain(value: object) -> Value:
    """A value of TOML as words, a list or a table."""
    if isinstance(value, dict):
        return told(value)
    if isinstance(value, list):
        return [plain(one) for one in value]
    return "" if value is None else tidy(str(value))
