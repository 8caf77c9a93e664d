"""A post's file in, a Post out: the desk's own or one written by hand."""

from __future__ import annotations

import codecs
import datetime
import html
import re
from functools import partial
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError, Post, relative
from copydesk.plain import listed
from copydesk.posting.composing import named
from copydesk.posting.slugs import titled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# The shapes Python-Markdown's meta extension knows, so that both of us see the same header.
KEY = re.compile(r"[ ]{0,3}([A-Za-z0-9_-]+):\s*(.*)")
MORE = re.compile(r"[ ]{4,}(.*)")
CLOSED = ("\n\n", "\n---\n", "\n...\n")  # how a header ends that ends where its writer meant it to
NAMED = re.compile(r"\d{4}-\d{2}-\d{2}")  # the day before a file's name, as Pelican's FILENAME_METADATA has it
DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
LONE = re.compile(r"\r(?!\n)")  # how old editors of Macs end a line, which Pelican reads as any other end


def read_post(path: Path, root: Path) -> Post:
    """A Markdown post -> Post, its path relative to `root`; raises `CopydeskError` if it is no UTF-8 text."""
    return parse_post(read_text(path, root), relative(path, root))


def read_text(path: Path, root: Path) -> str:
    """The text of a post, its lines ending in LF or CRLF; raises `CopydeskError` with the cure if it cannot be read."""
    try:
        if path.exists() and not path.is_file():
            hint = "Take it away: Pelican would wait for it for ever."
            raise CopydeskError("special", "is not a regular file.", hint, relative(path, root))
        return LONE.sub("\n", path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise CopydeskError(
            "encoding", "is not UTF-8 text.", "Save it as UTF-8.", relative(path, root), line
        ) from error
    except OSError as error:
        hint = "Mend its rights, or take it away."
        raise CopydeskError("unreadable", f"cannot be read: {error.strerror}.", hint, relative(path, root)) from error


def read_anyhow(path: Path) -> str:
    """As much of a post that is no UTF-8 as can be told: what a header's keys say is plain in every encoding."""
    data = path.read_bytes()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return "\n".join(map(decoded, data.split(b"\n")))


def decoded(line: bytes) -> str:
    """One line as UTF-8, or as an editor of old would have saved it."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def parse_post(text: str, path: str, *, by_name: bool = False) -> Post:
    """The text of a post -> Post. Missing keys are empty, but for two that Pelican finds elsewhere.

    A slug is made of the title, or `by_name` of the file's, as it is where there is no title; a day may stand before
    that name.
    """
    header, body = split(text.replace("\r\n", "\n"))

    one = partial(said, header)
    stem = path.rpartition("/")[2].rpartition(".")[0]
    called = stem if by_name else one("title")
    dated = NAMED.match(stem)
    return Post(
        path=path,
        slug=one("slug") or (titled(called) if called else stem),
        title=html.unescape(one("title")),
        date=day(one("date") if "date" in header or not dated else dated[0]),
        lang=one("lang"),
        body=body,
        tags=listed(one("tags")),
        summary=html.unescape(one("summary")),
        source=html.unescape(one("source")),
        source_url=one("source_url"),
        seed=named(one("seed")),
        made=one("made"),
        topics=listed(one("topics")),
    )


def date_from(text: str) -> str:
    """What a post's date stands in by for that of its article, "" where it is its article's own."""
    return said(split(text.replace("\r\n", "\n"))[0], "date_from")


def said(header: Mapping[str, list[str]], key: str) -> str:
    """What a header says under a key, several lines of it as one; "" where it has none."""
    return " ".join(header.get(key, [])).strip()


def split(text: str) -> tuple[dict[str, list[str]], str]:
    """A post's text -> (its header by lower-case key, its body)."""
    lines = text.split("\n")
    at = 1 if lines[0].strip() == "---" else 0
    header: dict[str, list[str]] = {}
    key = ""
    while at < len(lines):
        line = lines[at]
        if found := KEY.match(line):
            key = found[1].lower()
            header.setdefault(key, []).append(found[2].strip())
        elif key and (more := MORE.match(line)):
            header[key].append(more[1].strip())
        else:
            at += line.strip() in ("", "---", "...")
            break
        at += 1
    return header, "\n".join(lines[at:]).strip("\n")


def seam(text: str) -> tuple[str, str, str]:
    """What stands above a header's end, the line that ends it, and the rest of that line's paragraph.

    The last two are empty where the header ends as its writer meant it to.
    """
    _, body = split(text)
    above = text.rstrip("\n").removesuffix(body)
    first, _, rest = ("" if above.endswith(CLOSED) else body.partition("\n\n")[0]).partition("\n")
    return above, first, rest


def torn(text: str) -> dict[str, list[str]]:
    """What a header says below a line that is no part of it, and so ends it; empty where it ends as it should."""
    return split(seam(text.replace("\r\n", "\n"))[2])[0]


def day(value: str) -> datetime.date | None:
    """The day that a `Date` line names as Pelican reads it, `None` where it names none that exists."""
    found = DAY.match(value)
    try:
        return datetime.date(*map(int, found.groups())) if found else spelt(value)
    except (ValueError, OverflowError):
        return None


def spelt(value: str) -> datetime.date | None:
    """The day of a date in words or another order; raises `ValueError` where it is none."""
    from pelican.utils import get_date

    return get_date(value).date() if value else None
