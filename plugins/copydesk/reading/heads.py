"""The rows of a Markdown file in, its head out: what the front matter says, where the text begins, what went wrong."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from textwrap import dedent
from typing import TYPE_CHECKING

from copydesk.reading import toml, yaml
from copydesk.reading.yaml import BELOW, KEY, Table, Value, unquoted

if TYPE_CHECKING:
    from collections.abc import Sequence

YAML, TOML, JSON = "---", "+++", "{"
ENDS = {YAML: (YAML, "..."), TOML: (TOML,)}
KNOWN = {"title", "date", "layout"}  # one of them is in every head; else a rule and "Note: …" are the text's own
# None of them stands alone on a row of an article, above a rule, where other words have a colon behind them too.
USUAL = KNOWN | {"tags", "categories", "author", "authors", "draft", "slug", "description"}
SQUEEZED = re.compile(rf"^({'|'.join(sorted(USUAL))}):(?=\S)", re.IGNORECASE)
ORIGIN = {"source", "source_url", "url", "link"}  # where a text was taken from
SEVERAL = 3  # usual keys in a row, the title among them, that are a head without fences; two may be a page's own
MAIL = {"from", "subject"}  # what a mail's header has, which somebody may set between two rows of dashes
UNCLOSED = "no second --- ends the front matter: it was taken to end above line {}"
LOST = "the front matter's line {} could not be understood"


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says, the index of the row where the text begins, and what could not be understood.

    `fenced` is true of one between rows of `---` or `+++`, or in braces; Pelican's own has none.
    """

    values: dict[str, Value] = field(default_factory=dict)
    start: int = 0
    warnings: tuple[str, ...] = ()
    fenced: bool = True

    @property
    def sure(self) -> bool:
        """Whether it is one in any text: it has usual keys, without fences several, more than rows lost; no mail's."""
        keys = self.values.keys()
        enough = len((USUAL | ORIGIN) & keys) >= (1 if self.fenced else SEVERAL)
        return enough and not MAIL & keys and len(keys) > len(self.warnings)


def head(rows: Sequence[str]) -> Head:
    """The front matter at the top of a file, empty where there is none."""
    start = next((at for at, row in enumerate(rows) if row.strip()), 0)
    fence = rows[start].strip()
    if fence.startswith(JSON):
        return braced(rows, start)
    if fence not in ENDS:
        return bare(rows, start)
    end = next((at for at in range(start + 1, len(rows)) if rows[at].strip() in ENDS[fence]), len(rows))
    if fence == TOML:
        return closed(toml.parse(rows[start + 1 : end]), start, end) if end < len(rows) else Head(start=start)
    rows = [*(SQUEEZED.sub(r"\1: ", row) for row in rows[:end]), *rows[end:]]
    prose = opens(rows, start + 1, end)
    return unclosed(rows, start, prose) if prose < end else closed(parsed(rows[start + 1 : end]), start, end)


def parsed(rows: Sequence[str]) -> Table:
    """The keys of some rows of YAML, which may all be indented."""
    return yaml.parse(dedent("\n".join(rows)).split("\n"))


def braced(rows: Sequence[str], start: int) -> Head:
    """A head in JSON."""
    text = "\n".join(rows[start:]).lstrip()
    try:
        found, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return Head(start=start)
    values = toml.told(found) if isinstance(found, dict) else {}
    return Head(values, start + text.count("\n", 0, end) + 1) if KNOWN & values.keys() else Head(start=start)


def closed(table: Table, start: int, end: int) -> Head:
    """A head between two fences; without a key it is text between two rules."""
    lines = tuple(LOST.format(start + 2 + at) for at in table.lost)
    return Head(table.values, end + 1, lines) if table.values else Head(start=start)


def unclosed(rows: Sequence[str], start: int, end: int) -> Head:
    """A head that the text follows without a second fence."""
    values = parsed(rows[start + 1 : end]).values
    return Head(values, end, (UNCLOSED.format(end + 1),)) if KNOWN & values.keys() else Head(start=start)


def opens(rows: Sequence[str], start: int, end: int) -> int:
    """Where the text begins above the next fence, `end` if it does not: below a blank row stands no key.

    Where no fence follows, no blank row is needed. What stands between the last key and the text is the text's.
    """
    last = start
    for at in range(start, end):
        if KEY.match(rows[at]) or (BELOW.match(rows[at]) and rows[at].strip()):
            last = at + 1
        elif is_prose(rows, at, end):
            return last
    return end


def is_prose(rows: Sequence[str], at: int, end: int) -> bool:
    """Whether a row that belongs to no key begins the text: it stands below a blank one, and no usual key follows."""
    if not rows[at].strip() or rows[at].startswith("#"):
        return False
    below = (KEY.match(row) for row in rows[at:end])
    return end == len(rows) or not (rows[at - 1].strip() or any(key and key[1].lower() in USUAL for key in below))


def bare(rows: Sequence[str], start: int) -> Head:
    """Pelican's own head: lines of `Key: value` up to the first empty one, `Title` among them."""
    end = start
    while end < len(rows) and (KEY.match(rows[end]) or (end > start and rows[end].startswith("    "))):
        end += 1
    values = pairs(rows[start:end])
    return Head(values, end, fenced=False) if "title" in values else Head(start=start, fenced=False)


def pairs(rows: Sequence[str]) -> dict[str, Value]:
    """Rows of `key: value`; indented ones belong to the key above, after a comma."""
    table: dict[str, str] = {}
    key = ""
    for row in rows:
        found = KEY.match(row)
        if found:
            key = found[1].lower()
            table[key] = unquoted((found[2] or "").strip())
        elif row.strip():
            table[key] = ", ".join(filter(None, (table[key], unquoted(row.strip()))))
    return {**table}
