"""A file of JSON (an article a line, an array of them, one alone, a feed) in, a prepared Seed an article out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from copydesk.model import CopydeskError, Facts, Line, Seed
from copydesk.reading import jsonfeed
from copydesk.reading.dates import UNDATED, dated, day, moment
from copydesk.reading.encodings import decode
from copydesk.reading.escapes import unescaped
from copydesk.reading.keys import distinct
from copydesk.reading.lines import BREAK, paragraphs, tidy
from copydesk.reading.page.lines import fragment
from copydesk.reading.signing import signed, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.reading.raw import Raw

MARKED = re.compile(r"</p>\s*(?:<|\Z)")  # the end of a paragraph of HTML
ARRAY = re.compile(r"\s*\[(.*)\]\s*", re.DOTALL)
GAP = re.compile(r"[\s,]*")
KEYS = ("title", "text", "url", "date", "author", "source")


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """Articles with the keys `title text url date author source`, and what is wrong with each bad one.

    Of a file that is no JSON as a whole each line is read by itself, so that a bad one costs no other. Raises
    `CopydeskError` where none is an article: what keeps the whole from being JSON, else what is wrong with the first.
    """
    text = BREAK.sub("\n", decode(raw.content, raw.path)).rstrip()
    try:
        found, broken = [one for number, value in values(text) for one in opened(raw.path, number, value)], None
    except (ValueError, RecursionError) as error:
        found, broken = each_line(raw.path, text), no_json(raw.path, getattr(error, "lineno", 1), error)
    seeds = [one for one in found if isinstance(one, Seed)]
    faults = [one for one in found if isinstance(one, CopydeskError)]
    if faults and not seeds:
        raise broken or faults[0]
    keys = distinct([names(seed) for seed in seeds])
    return (*(replace(seed, key=key) for seed, key in zip(seeds, keys, strict=True)), *faults)


def values(text: str) -> Iterator[tuple[int, object]]:
    """What stands in a text of JSON, each with the line that it begins in; what an array holds is meant one by one.

    Raises `ValueError` where it is no JSON, and `RecursionError` where that is nested too deeply.
    """
    array = ARRAY.fullmatch(text)
    at, end = array.span(1) if array else (0, len(text))
    line, counted, decoder = 1, 0, json.JSONDecoder()
    while (at := after_gap(text, at)) < end:
        line, counted = line + text.count("\n", counted, at), at
        value, at = decoder.raw_decode(text, at)
        yield line, value


def after_gap(text: str, at: int) -> int:
    """Where the next article may begin: behind blanks and commas."""
    gap = GAP.match(text, at)
    return gap.end() if gap else at


def each_line(path: str, text: str) -> list[Seed | CopydeskError]:
    """What each line holds, or what is wrong with it."""
    found: list[Seed | CopydeskError] = []
    for number, row in enumerate(text.split("\n"), 1):
        try:
            found += [tried(path, number, json.loads(row))] if row.strip() else []
        except (ValueError, RecursionError) as error:
            found.append(no_json(path, number, error))
    return found


def no_json(path: str, number: int, error: Exception) -> CopydeskError:
    """The refusal of a line."""
    return CopydeskError(
        "json", f"The line is no JSON: {error}.", "Write an object a line, or an array of them.", path, number
    )


def opened(path: str, number: int, value: object) -> Iterable[Seed | CopydeskError]:
    """The articles of what stands in the file: a JSON Feed's items, else one."""
    return jsonfeed.items(path, number, value) if jsonfeed.is_feed(value) else (tried(path, number, value),)


def tried(path: str, number: int, value: object) -> Seed | CopydeskError:
    """What stands in the file as a seed, or what is wrong with it."""
    try:
        return article(path, number, value)
    except CopydeskError as fault:
        return fault


def names(seed: Seed) -> tuple[str, ...]:
    """What an article may be called whatever stands around it, ever finer: its address or headline, more, its text."""
    facts, begun = signed(seed), "".join(line.text for line in seed.lines[:1])
    headline = f"{facts.title} {facts.date or ''}".strip()
    return (facts.url or headline or begun, f"{facts.url} {headline}", whole(facts, seed.lines))


def article(path: str, number: int, value: object) -> Seed:
    """What begins in a line of the file as a seed; raises `CopydeskError` where it is no article."""
    table = value if isinstance(value, dict) else {}
    if not said(table, "text").strip():
        raise CopydeskError("json", "The article has no text.", f"Known keys are {', '.join(KEYS)}.", path, number)
    texts = {key: said(table, key) for key in KEYS}
    told = stamp(table.get("date"))
    date = moment(told) or dated(told, "", texts["text"].splitlines(), (texts["url"], texts["source"]))
    written = Facts(
        title=tidy(texts["title"]),
        byline=tidy(texts["author"]),
        source=tidy(texts["source"]),
        url=tidy(texts["url"]),
    )
    wrong = (UNDATED.format(told),) if told and not date else ()
    lines = body(path, number, texts["text"])
    first = written.dated(day(table.get("date")))  # all that desks read at first
    found = unescaped(written, is_marked(texts["text"])).dated(date)
    return Seed(path, "", "jsonl", lines, found=found, prepared=True, warnings=wrong, signed=first)


def stamp(value: object) -> str:
    """What stands for the date, as text: programs write it as a number too; "" for nothing."""
    return tidy(str(value)) if value and value is not True else ""


def body(path: str, number: int, text: str) -> tuple[Line, ...]:
    """A text's lines, each a paragraph; one in HTML by its blocks."""
    if is_marked(text):
        return tuple(line._replace(number=number) for line in fragment(text, path))
    return paragraphs(text, number)


def is_marked(text: str) -> bool:
    """Whether a text is HTML."""
    return bool(MARKED.search(text))


def said(table: dict[str, Any], key: str) -> str:
    """A key's text; of a list its paragraphs, or its names with commas between them."""
    value = table.get(key)
    parts = value if isinstance(value, list) else [value]
    texts = [part.get("name") if isinstance(part, dict) else part for part in parts]
    return ("\n" if key == "text" else ", ").join(text for text in texts if text and isinstance(text, str))
