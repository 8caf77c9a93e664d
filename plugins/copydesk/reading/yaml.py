"""The rows of a head in YAML in, what its keys say out: what people write there, also where YAML would refuse it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from textwrap import dedent
from typing import TYPE_CHECKING

from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Value = str | list["Value"] | dict[str, "Value"]

KEY = re.compile(r"([A-Za-z][\w-]{0,40})\??\s*:(?:\s+(.*))?$")  # "completed?" is Joplin's
TEXT = re.compile(r"[|>][+-]?\d?")  # the text stands in the rows below
ITEM = re.compile(r"-(?:\s+(.*))?$")
BELOW = re.compile(r"\s|-(?:\s|$)|[\]})]")  # how rows begin that belong to the key above
COMMENT = re.compile(r"(?<=[\"'\]}])\s+#.*$")  # behind plain words it may be a number: "Pier #1"
OPENING, CLOSING = "[{", "]}"
NOTHING = {"~", "null", "Null", "NULL"}
DEEPEST = 4  # levels of lists and tables in each other; the authors' names lie on the third


@dataclass(frozen=True, slots=True)
class Table:
    """The values of the keys, and the indexes of the rows that make no sense."""

    values: dict[str, Value] = field(default_factory=dict)
    lost: tuple[int, ...] = ()


def parse(rows: Sequence[str], depth: int = 0) -> Table:
    """The keys of some rows. Of a row that makes no sense no more is taken than the words behind its key."""
    values: dict[str, Value] = {}
    lost: list[int] = []
    for at, below in groups(rows):
        found = KEY.match(rows[at].strip())
        lost += [at] * (found is None or rows[at][0].isspace())
        if found is None:
            continue
        words = tidy(found[2] or "")
        lost += [at] * is_open(COMMENT.sub("", tidy(" ".join([words, *below]))))
        values[found[1].lower()] = value(words, below, depth) if depth < DEEPEST else ""
    return Table(values, tuple(lost))


def groups(rows: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The index of each row that stands for itself, and the rows below that belong to it."""
    start, below = -1, list[str]()
    for at, row in enumerate(rows):
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        if BELOW.match(row) and start >= 0 and not is_astray(rows[start], row):
            below.append(row)
            continue
        if start >= 0:
            yield start, below
        start, below = at, []
    if start >= 0:
        yield start, below


def is_astray(above: str, row: str) -> bool:
    """Whether a row is a key by itself though it is indented: words that go on below hold no colon and blank."""
    key = KEY.match(above.strip())
    plain = key is not None and bool(key[2]) and not TEXT.fullmatch(key[2].strip()) and key[2][0] not in "\"'[{"
    return plain and row[0].isspace() and KEY.match(row.strip()) is not None


def value(words: str, below: list[str], depth: int) -> Value:
    """What a key says: behind it, in the list or table below it, or in words that go on there."""
    if TEXT.fullmatch(words):
        return tidy(" ".join(below))
    if not words and below and ITEM.match(below[0].strip()):
        return [item(rows, depth) for rows in items(below)]
    if not words and below and KEY.match(below[0].strip()):
        return dict(parse(dedent("\n".join(below)).split("\n"), depth + 1).values)
    return inline(tidy(" ".join([words, *below])), depth)


def items(rows: Sequence[str]) -> Iterator[list[str]]:
    """The rows of each item of a list, the first without its dash."""
    indent = len(rows[0]) - len(rows[0].lstrip())
    one: list[str] = []
    for row in rows:
        found = ITEM.match(row.strip()) if len(row) - len(row.lstrip()) <= indent else None
        if found and one:
            yield one
            one = []
        one.append(found[1] or "" if found else row)
    yield one


def item(rows: list[str], depth: int) -> Value:
    """An item: a table where its first row is a key, else words."""
    if KEY.match(rows[0]):
        return dict(parse([rows[0], *map(str.strip, rows[1:])], depth + 1).values)
    return inline(tidy(" ".join(rows)), depth)


def inline(words: str, depth: int = 0) -> Value:
    """What stands on one row: `[a, b]`, `{name: a}`, or words, perhaps in quotes."""
    words = COMMENT.sub("", words)
    if words[:1] in {"[", "{"} and not is_open(words) and depth < DEEPEST:
        parts = [part.strip() for part in split(words[1:-1]) if part.strip()]
        if words[0] == "[":
            return [inline(part, depth + 1) for part in parts]
        pairs = (part.partition(":") for part in parts)
        return {unquoted(key.strip()).lower(): inline(rest.strip(), depth + 1) for key, _, rest in pairs}
    return unquoted(words)


def split(words: str) -> Iterator[str]:
    """The pieces between the commas that stand in no quotes, lists or tables."""
    quote, depth, start = "", 0, 0
    for at, sign in enumerate(words):
        if sign in "\"'" and quote in ("", sign) and (quote or not words[start:at].strip()):
            quote = "" if quote else sign
        elif not quote:
            depth += (sign in OPENING) - (sign in CLOSING)
            if sign == "," and depth == 0:
                yield words[start:at]
                start = at + 1
    yield words[start:]


def unquoted(words: str) -> str:
    """Words without the quotes around them, or the sign before them that nobody closed."""
    if words in NOTHING:
        return ""
    if is_open(words):
        return words.lstrip('"[{ ')
    if len(words) < len("''") or words[0] not in "\"'" or words[-1] != words[0]:
        return words
    if words[0] == "'":
        return words[1:-1].replace("''", "'")
    try:
        return tidy(str(json.loads(words)))
    except ValueError:
        return words[1:-1]


def is_open(words: str) -> bool:
    """Whether words begin with a quote, a list or a table that is never closed."""
    first = words[:1]
    return (first in {'"', "'"} and words.count(first) == 1) or (first in {"[", "{"} and words[-1] not in CLOSING)
