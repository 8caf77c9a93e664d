"""A saved RSS or Atom feed in, a Seed an entry out."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from copydesk.language import LANGUAGES, lang_code, lexicon
from copydesk.language.days import real
from copydesk.model import CopydeskError, Facts, Label, Seed
from copydesk.reading.dates import UNDATED, day
from copydesk.reading.encodings import sound
from copydesk.reading.keys import key, numbered
from copydesk.reading.lines import tidy
from copydesk.reading.page.lines import fragment
from copydesk.reading.raw import Raw
from copydesk.reading.truncation import closed

if TYPE_CHECKING:
    from copydesk.model import Line

# A day in numbers, the year first. Of what is written otherwise, as "2026-324", feedparser knows more.
NAMED = re.compile(r"\s*(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d\d)(\d\d))(?!\d)")
BROKEN = "the file breaks off at line {}: save it again"
SIGNED = 400  # characters of a signature at most: two links, a headline and a site's name


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The feed's entries in its order; raises `CopydeskError` where the file is no feed or has no entries.

    Of one that breaks off the last says so: with a warning, or as an error where there is nothing of its text.
    """
    feed = parsed(raw)
    whole = closed(raw.content) if feed.bozo else b""
    feed = parsed(Raw(raw.path, whole)) if whole else feed
    if not feed.entries:
        raise CopydeskError("feed", "The file is no feed with entries.", "Save the article as HTML.", raw.path)
    keys = numbered([key(name(one)) for one in feed.entries])
    seeds = [replace(entry(raw.path, one, feed.feed), key=key) for one, key in zip(feed.entries, keys, strict=True)]
    return (*seeds[:-1], broken(seeds[-1], raw.content.rstrip().count(b"\n") + 1)) if whole else tuple(seeds)


def parsed(raw: Raw) -> Any:
    """What feedparser finds in the file; raises `CopydeskError` where it can find nothing."""
    import feedparser.api

    parse: Any = feedparser.api.parse
    try:
        # A stream, for bytes that name a file or a pipe of this machine would be opened as that.
        return parse(BytesIO(raw.content), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, OverflowError) as error:  # as of the number of a character that there is not
        raise CopydeskError(
            "feed", f"The feed cannot be read: {error}.", "Save the article as HTML.", raw.path
        ) from error


def broken(seed: Seed, line: int) -> Seed | CopydeskError:
    """The last entry of a feed that breaks off in a line."""
    if not seed.lines:
        return CopydeskError("feed", "The feed breaks off here.", "Save it again.", seed.path, line)
    return replace(seed, warnings=(*seed.warnings, BROKEN.format(line)))


def name(one: Any) -> str:
    """What the feed itself tells an entry by."""
    return str(next((one[field] for field in ("id", "link", "title") if one.get(field)), ""))


def entry(path: str, one: Any, feed: Any) -> Seed:
    """One entry as a seed: its whole text where the feed gives it, else its summary, and then it says so."""
    body = unsigned(fragment(content(one), path))
    facts = Facts(
        title=plain(one, "title", path),
        byline=tidy(sound(one.get("author", ""))),
        source=plain(one.get("source", {}), "title", path) or plain(feed, "title", path),
        url=one.get("link", ""),
        lang=lang_code(feed.get("language", "")[:2].lower()),
        tags=tuple(tidy(sound(tag.get("term") or "")) for tag in one.get("tags", []) if tag.get("term")),
    )
    date = when(one)
    told = next((one[name] for name in ("published", "updated") if one.get(name)), "")
    wrong = (UNDATED.format(tidy(sound(told))),) if told and not date else ()
    signed = facts.dated(greenwich(one))
    return Seed(path, "", "feed", body, found=facts.dated(date), prepared=True, warnings=wrong, signed=signed)


def unsigned(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """An entry's lines, the last one marked as furniture if it only says where the entry appeared first."""
    ends = lines[-1].text if lines else ""
    signed = len(ends) <= SIGNED and any(ends.startswith(start) and end in ends for start, end in signatures())
    return (*lines[:-1], lines[-1]._replace(markup=Label.FURNITURE)) if signed else lines


@cache
def signatures() -> tuple[tuple[str, str], ...]:
    """How the programs that make feeds sign entries, in each language: the beginning, and what follows the title."""
    rows = (row.partition(" … ") for lang in LANGUAGES for row in lexicon("signatures", lang))
    return tuple((start, end) for start, _, end in rows)


def content(one: Any) -> str:
    """The longest of an entry's texts."""
    texts = [part.get("value", "") for part in one.get("content", [])]
    return str(max([*texts, one.get("summary", "")], key=len))


def plain(table: Any, key: str, path: str) -> str:
    """A title without its markup, if its type says that it has some."""
    text = table.get(key, "")
    if "html" in table.get(f"{key}_detail", {}).get("type", ""):
        return " ".join(line.text for line in fragment(text, path)) if "<" in text or "&" in text else tidy(sound(text))
    return tidy(sound(text))


def when(one: Any) -> datetime.date | None:
    """The day of publication, or of the last change where a feed gives only that: the writer's own, not Greenwich's."""
    told = ((one[name], one.get(f"{name}_parsed")) for name in ("published", "updated") if name in one)
    return next(filter(None, (day(written) or taken(written, parsed) for written, parsed in told)), None)


def taken(written: str, parsed: Any) -> datetime.date | None:
    """The day for which feedparser takes a date, but none that the calendar has not: it counts on from 30 February."""
    named = NAMED.match(written)
    if named:
        return real(*(int(part) for part in named.groups() if part))
    return real(*parsed[:3]) if parsed and str(parsed[0])[-2:] in written else None


def greenwich(one: Any) -> datetime.date | None:
    """The same day in Greenwich, which desks took for it at first."""
    told = (one[name] for name in ("published_parsed", "updated_parsed") if name in one)
    found = next(filter(None, told), None)
    return real(*found[:3]) if found else None
