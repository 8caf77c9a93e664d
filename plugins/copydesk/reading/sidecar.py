"""The TOML file beside a seed in, what people told of it out."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from copydesk.addresses import web_address
from copydesk.language import lang_code
from copydesk.model import CopydeskError, Facts, relative
from copydesk.reading import files
from copydesk.reading.copies import original
from copydesk.reading.dates import day
from copydesk.reading.formats import FORMATS
from copydesk.reading.lines import BREAK, tidy

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

SUFFIX = ".toml"
TEXTS = {"title": "title", "source": "source", "url": "url", "author": "byline", "lang": "lang"}
LISTS = ("topics", "tags")
KEYS = (*TEXTS, "date", *LISTS)
DAY = "Write date = 2026-11-20."


def read(seed: Path, root: Path) -> Facts:
    """The side-car of a seed -> Facts, empty where there is none; raises `CopydeskError` for a bad one."""
    path = beside(seed)
    return told(path, root) if path else Facts()


def told(path: Path, root: Path) -> Facts:
    """A side-car -> Facts, empty of an empty one; raises `CopydeskError` for a bad one."""
    where = relative(path, root)
    try:
        source = decoded(files.content(path, root), where)
    except CopydeskError as refusal:
        if refusal.kind != files.EMPTY:
            raise
        return Facts()
    return facts(parsed(source, where), source, where)


def beside(seed: Path) -> Path | None:
    """The side-car of a seed: `ferry.txt.toml` for `ferry.txt`, else `ferry.toml`; `None` where there is none.

    What stands behind a dot and is no suffix of a format may belong to the name, as in "Mr. Smith": then the second is
    the seed's only where no other seed there is called so as far as its dot.
    """
    whole, short = names(seed)
    if is_there(whole):
        return whole
    mine = is_there(short) and (seed.suffix.lower() in FORMATS or not rivals(seed))
    return short if mine else None


def names(seed: Path) -> tuple[Path, Path]:
    """The files that a seed's side-car may be, the one that wins first."""
    return seed.with_name(seed.name + SUFFIX), seed.with_suffix(SUFFIX)


def rivals(seed: Path) -> bool:
    """Whether another seed in the folder has the same name before its last dot."""
    named = (path for path in seed.parent.iterdir() if path.stem == seed.stem and path.name != seed.name)
    return any(path.suffix.lower() != SUFFIX and not original(path) and path.is_file() for path in named)


def is_there(path: Path) -> bool:
    """Whether there is such a file; no disk has one whose name is too long for it."""
    try:
        return path.exists()
    except OSError:
        return False


def decoded(data: bytes, where: str) -> str:
    """The side-car's text; raises `CopydeskError` where it is not UTF-8."""
    try:
        return BREAK.sub("\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CopydeskError("side-car", "The side-car is not UTF-8.", "Save it as UTF-8.", where, line) from error


def parsed(source: str, where: str) -> dict[str, Any]:
    """The side-car's table; raises `CopydeskError` where it is no TOML."""
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError) as error:  # no TOML, or a number of thousands of digits
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else source.count("\n") + 1
        begun = source.split("\n")[line - 1].lstrip() if found else ""
        hint = DAY if begun.startswith("date") else 'Write lines such as: title = "The headline"'
        raise CopydeskError("side-car", f"The side-car is no TOML: {error}.", hint, where, line) from error


def facts(table: dict[str, Any], source: str, where: str) -> Facts:
    """The table's values, each checked; raises `CopydeskError` for an unknown key or a wrong value."""
    for key in table:
        if key not in KEYS:
            raise wrong(key, "is no key of a side-car", f"Known are {', '.join(KEYS)}.", source, where)
    told: dict[str, Any] = {name: text(key, table[key], source, where) for key, name in TEXTS.items() if key in table}
    told |= {key: listed(key, table[key], source, where) for key in LISTS if key in table}
    if "date" in table:
        told |= {"date": dated(table["date"], source, where), "date_from": "side-car"}
    if told.get("url") and not web_address(told["url"]):
        raise wrong("url", "is no address of the web", 'Write url = "https://…".', source, where)
    if told.get("lang") and not lang_code(told["lang"]):
        raise wrong("lang", "is no language's code", 'Write lang = "de".', source, where)
    return Facts(**told)


def text(key: str, value: object, source: str, where: str) -> str:
    """A value that must be a text."""
    if not isinstance(value, str):
        raise wrong(key, "must be a text", f'Write {key} = "…".', source, where)
    return tidy(value)


def listed(key: str, value: object, source: str, where: str) -> tuple[str, ...]:
    """A list of texts, or one text with commas."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise wrong(key, "must be a list of texts", f'Write {key} = ["one", "another"].', source, where)
    return tuple(tidy(part) for part in parts if part.strip())


def dated(value: object, source: str, where: str) -> datetime.date:
    """A value that must be a date."""
    found = day(value)
    if found is None:
        raise wrong("date", "is no date", DAY, source, where)
    return found


def wrong(key: str, what: str, hint: str, source: str, where: str) -> CopydeskError:
    """The error of one key, with the line that it stands on."""
    rows = source.split("\n")
    line = next((number for number, row in enumerate(rows, 1) if row.lstrip().startswith((key, f'"{key}'))), 0)
    return CopydeskError("side-car", f"{key} {what}.", hint, where, line)
