"""A file of JSON lines in, a prepared Seed an article out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from copydesk.model import CopydeskError, Facts, Label, Line, Seed
from copydesk.reading.dates import UNDATED, dated, day, moment
from copydesk.reading.encodings import decode
from copydesk.reading.keys import distinct
from copydesk.reading.lines import BREAK, tidy
from copydesk.reading.page.lines import fragment
from copydesk.reading.signing import signed, whole

if TYPE_CHECKING:
    from copydesk.reading.raw import Raw

MARKED = re.compile(r"</p>\s*(?:<|\Z)")  # the end of a paragraph of HTML
KEYS = ("title", "text", "url", "date", "author", "source")


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """One article a line with the keys `title text url date author source`, and what is wrong with each bad line.

    Raises the first `CopydeskError` where no line is an article.
    """
    rows = BREAK.split(decode(raw.content, raw.path))
    found = [tried(raw.path, number, row) for number, row in enumerate(rows, 1) if row.strip()]
    seeds = [one for one in found if isinstance(one, Seed)]
    faults = [one for one in found if isinstance(one, CopydeskError)]
    if faults and not seeds:
        raise faults[0]
    keys = distinct([names(seed) for seed in seeds])
    return (*(replace(seed, key=key) for seed, key in zip(seeds, keys, strict=True)), *faults)


def tried(path: str, number: int, row: str) -> Seed | CopydeskError:
    """One line of the file as a seed, or what is wrong with it."""
    try:
        return article(path, number, row)
    except CopydeskError as fault:
        return fault


def names(seed: Seed) -> tuple[str, ...]:
    """What an article may be called whatever stands around it, ever finer: its address or headline, more, its text."""
    facts, begun = signed(seed), "".join(line.text for line in seed.lines[:1])
    headline = f"{facts.title} {facts.date or ''}".strip()
    return (facts.url or headline or begun, f"{facts.url} {headline}", whole(facts, seed.lines))


def article(path: str, number: int, row: str) -> Seed:
    """One line of the file as a seed."""
    table = parsed(path, number, row)
    texts = {key: said(table, key) for key in KEYS}
    told = stamp(table.get("date"))
    date = moment(told) or dated(told, "", texts["text"].splitlines(), (texts["url"], texts["source"]))
    facts = Facts(
        title=tidy(texts["title"]),
        byline=tidy(texts["author"]),
        source=tidy(texts["source"]),
        url=tidy(texts["url"]),
    )
    wrong = (UNDATED.format(told),) if told and not date else ()
    lines = paragraphs(path, number, texts["text"])
    first = facts.dated(day(table.get("date")))  # all that desks read at first
    return Seed(path, "", "jsonl", lines, found=facts.dated(date), prepared=True, warnings=wrong, signed=first)


def stamp(value: object) -> str:
    """What stands for the date, as text: programs write it as a number too; "" for nothing."""
    return tidy(str(value)) if value and value is not True else ""


def paragraphs(path: str, number: int, text: str) -> tuple[Line, ...]:
    """A text's lines, each a paragraph; one in HTML by its blocks."""
    if MARKED.search(text):
        return tuple(line._replace(number=number) for line in fragment(text, path))
    return tuple(Line(number, line, Label.PARAGRAPH) for line in map(tidy, text.splitlines()) if line)


def parsed(path: str, number: int, row: str) -> dict[str, Any]:
    """A line's object."""
    try:
        table = json.loads(row)
    except (ValueError, RecursionError) as error:
        message = f"The line is no JSON: {error}."
        raise CopydeskError("json", message, "Write one object a line.", path, number) from error
    if not isinstance(table, dict) or not said(table, "text").strip():
        raise CopydeskError("json", "The line has no text.", f"Known keys are {', '.join(KEYS)}.", path, number)
    return table


def said(table: dict[str, Any], key: str) -> str:
    """A key's text; of a list its paragraphs, or its names with commas between them."""
    value = table.get(key)
    parts = value if isinstance(value, list) else [value]
    texts = [part.get("name") if isinstance(part, dict) else part for part in parts]
    return ("\n" if key == "text" else ", ").join(text for text in texts if text and isinstance(text, str))
