"""A Markdown file's rows in, what its front matter says as Facts and the row where its text begins out."""

from __future__ import annotations

import re

from copydesk.model import CopydeskError, Facts
from copydesk.reading.dates import day
from copydesk.reading.lines import tidy

FENCE = "---"
DRAFTS = {"draft", "hidden", "skip"}  # what Pelican calls posts that no list shows
KEY = re.compile(r"([A-Za-z][\w-]{0,40}):(?:\s+(.*))?$")
NAMES = {"author": "byline", "authors": "byline", "byline": "byline", "source_url": "url", "link": "url"}


def front_matter(rows: list[str], path: str) -> tuple[Facts, int]:
    """What the head says, and the index of the row where the text begins; raises `CopydeskError` for a draft."""
    start = next((at for at, row in enumerate(rows) if row.strip()), 0)
    table, end = fenced(rows, start + 1) if rows[start].strip() == FENCE else bare(rows, start)
    if table.get("draft", "").lower() == "true" or table.get("status", "").lower() in DRAFTS:
        raise CopydeskError("draft", "The seed says that it is a draft.", "Take that line out when it is done.", path)
    return facts(table), end


def fenced(rows: list[str], start: int) -> tuple[dict[str, str], int]:
    """Front matter between `---`; without a second fence it is none."""
    for end in range(start, len(rows)):
        if rows[end].strip() in {FENCE, "..."}:
            return pairs(rows[start:end]), end + 1
    return {}, start - 1


def bare(rows: list[str], start: int) -> tuple[dict[str, str], int]:
    """Pelican's own head: lines of `Key: value` up to the first empty one, `Title` among them."""
    end = start
    while end < len(rows) and (KEY.match(rows[end]) or (end > start and rows[end].startswith("    "))):
        end += 1
    table = pairs(rows[start:end])
    return (table, end) if "title" in table else ({}, start)


def pairs(rows: list[str]) -> dict[str, str]:
    """Rows of `key: value` -> a table; indented rows and rows of `- item` belong to the key above, after a comma."""
    table: dict[str, str] = {}
    key = ""
    for row in rows:
        found = KEY.match(row)
        if found:
            key = found[1].lower()
            table[key] = unquoted(found[2] or "")
        elif key and row.strip():
            more = unquoted(row.strip().removeprefix("- "))
            table[key] = f"{table[key]}, {more}" if table[key] else more
    return table


def unquoted(value: str) -> str:
    """A value without the quotes around it."""
    value = tidy(value)
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def facts(table: dict[str, str]) -> Facts:
    """What the keys say."""
    named = {NAMES.get(key, key): value for key, value in table.items()}
    date = day(named.get("date"))
    return Facts(
        title=named.get("title", ""),
        date=date,
        date_from="metadata" if date else "",
        byline=named.get("byline", ""),
        source=named.get("source", ""),
        url=named.get("url", ""),
        lang=named.get("lang", ""),
        topics=listed(named.get("topics", "")),
        tags=listed(named.get("tags", "")),
    )


def listed(value: str) -> tuple[str, ...]:
    """`[a, "b"]` or `a, b` as a list."""
    return tuple(part for part in (unquoted(part) for part in value.strip("[]").split(",")) if part)
