"""What a source writes for a date in, the day out."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate
from typing import TYPE_CHECKING

from copydesk.language import LANGUAGES, identify
from copydesk.language.days import Order, days, order, real

if TYPE_CHECKING:
    from collections.abc import Sequence

UNDATED = "the date could not be understood: {}"
DOTTED = re.compile(r"\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
ISO = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
EPOCH = re.compile(r"(\d{9,10})(?:\d{3})?(?:\.\d+)?")  # since March 1973: no shorter number can be told from others


def day(written: object) -> datetime.date | None:
    """A date as TOML, ISO 8601 or RFC 5322 write it -> the day on the writer's own calendar; `None` for all else."""
    if isinstance(written, datetime.datetime):
        return written.date()
    if isinstance(written, datetime.date):
        return written
    if not isinstance(written, str):
        return None
    return iso(written) or rfc(written)


def written(told: str, lang: str, habit: Order) -> datetime.date | None:
    """The first day in what people write: `23.11.2026`, `Nov. 23rd, 2026`, `23/11/2026`; `None` for none.

    With dots the day comes first in every language, with slashes as is the article's habit.
    """
    dotted = DOTTED.match(told)
    if dotted:
        return real(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    named = (one.day for code in dict.fromkeys((lang, *LANGUAGES)) for one in days(told, code, habit))
    return next(named, None)


def dated(told: str, lang: str, rows: Sequence[str], addresses: Sequence[str]) -> datetime.date | None:
    """The day in a date as people write it; in numbers alone the article shows what comes first, or its language."""
    if not told or day(told):
        return day(told)
    lang = lang or identify("\n".join(rows))
    return written(told, lang, order([told, *rows], lang, addresses))


def moment(told: str) -> datetime.date | None:
    """The day in Greenwich of the seconds, or milliseconds, since 1970 that programs count; `None` for all else."""
    found = EPOCH.fullmatch(told)
    return datetime.datetime.fromtimestamp(int(found[1]), datetime.UTC).date() if found else None


def iso(written: str) -> datetime.date | None:
    """The day of `2026-11-20`, `2026/11/20`, `20261120`, whatever time follows."""
    found = ISO.match(written)
    return real(*map(int, found.groups())) if found else None


def rfc(written: str) -> datetime.date | None:
    """The day of `Fri, 20 Nov 2026 08:00:00 +0100`."""
    found = parsedate(written)
    return real(*found[:3]) if found else None
