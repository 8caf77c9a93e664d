"""The lines of a text in, what Wikipedia puts around an article out, and its title and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.language.days import days
from copydesk.language.lexicons import LANGUAGES, pairs

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from copydesk.language.days import Named

NEAR = 3  # lines below its own name that may still stand above the article: where it lies, what else is called so
HEADING = 80  # characters of a heading at most
TOLD = 80  # characters of the article at least that stand above its notes
RAISING = ("fr",)  # languages whose Wikipedia puts no brackets around the marks of sources
BLANK, WORD = re.compile(r"\s+"), re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Wiki:
    """The indexes of the lines around the article and of its headings, its title, the day of its last change."""

    lines: tuple[int, ...] = ()
    headings: frozenset[int] = frozenset()
    title: str = ""
    changed: datetime.date | None = None
    raised: bool = False  # whether its marks of sources are raised numbers alone, glued to words once copied


NONE = Wiki()  # of a text that is no page of a wiki


def wiki(texts: Sequence[str]) -> Wiki:
    """What stands around the article on a page of Wikipedia in any of our languages; nothing on any other page.

    The page shows itself by its own name ("From Wikipedia, the free encyclopedia"). Its title stands above the two
    ways to read it ("Article", "Talk"), else right above that name; what its menu lists and is said again is a heading.
    """
    whole = "\n".join(texts)
    if not any(mark in whole for mark in marks()):
        return NONE  # as nearly all texts: looking at each line takes longer
    rows = [BLANK.sub(" ", text).strip().replace("’", "'") for text in texts]
    named = next((at for at, row in enumerate(rows) if row.rstrip(".") in rowed("name")), None)
    if named is None or prose(rows[:named]) > prose(rows[named:]):  # a box below an article that cites one
        return NONE
    told = [at for at, row in enumerate(rows) if row]
    title = titled(rows, [at for at in told if at < named])
    first = next((at for at in told if at > named and not (begins(rows[at], "top") or rows[at] == title)), len(rows))
    above = range(first if sum(named < at < first for at in told) <= NEAR else named + 1)
    listed = {rows[at] for at in above if len(rows[at]) <= HEADING} - {title}
    body = range(above.stop, ending(rows, above.stop))
    return Wiki(
        tuple(at for at in told if at not in body),
        frozenset(at for at in body if rows[at] and rows[at] in listed),
        title,
        next((one.day for row in rows[body.stop :] for one in last(row)), None),
        any(rows[named].rstrip(".") in phrased("name", lang) for lang in RAISING),
    )


def prose(rows: Sequence[str]) -> int:
    """The characters of the lines that are too long for headings and menus."""
    return sum(len(row) for row in rows if len(row) > HEADING)


def titled(rows: Sequence[str], above: Sequence[int]) -> str:
    """The title among the lines above the page's own name."""
    tabs = [at for at, below in pairwise(above) if (rows[at], rows[below]) in ways()]
    near = [rows[at] for at in above if at < (tabs[-1] if tabs else len(rows))]
    return next((row for row in reversed(near) if not is_count(row)), "")


def ending(rows: Sequence[str], start: int) -> int:
    """The line with which notes, links, groups or the last change begin below the article."""
    said = 0
    for at in range(start, len(rows)):
        below = said >= TOLD and rows[at] in rowed("foot")
        if below or begins(rows[at], "under") or begins(rows[at], "last"):
            return at
        said += len(rows[at])
    return len(rows)


def last(row: str) -> list[Named]:
    """The days in a line that says when the page was changed last."""
    spoken = (lang for lang in LANGUAGES if row.startswith(phrased("last", lang)))
    return next((days(row, lang) for lang in spoken), [])


def is_count(row: str) -> bool:
    """Whether a line counts the languages that have the article."""
    return any(map(str.isdigit, row)) and row.strip("0123456789 ") in rowed("count")


def begins(row: str, kind: str) -> bool:
    """Whether a line begins with a phrase of a kind."""
    return any(row.startswith(phrased(kind, lang)) for lang in LANGUAGES)


@cache
def rowed(kind: str) -> frozenset[str]:
    """The phrases of a kind, in all languages."""
    return frozenset(said for lang in LANGUAGES for said in phrased(kind, lang))


@cache
def marks() -> frozenset[str]:
    """The longest word of each name that a page of it shows itself by."""
    return frozenset(max(WORD.findall(name), key=len) for name in rowed("name"))


@cache
def phrased(kind: str, lang: str) -> tuple[str, ...]:
    """The phrases of a kind in a language."""
    return tuple(said.rstrip(".") for name, said in pairs("wikis", lang, ": ") if name == kind)


@cache
def ways() -> frozenset[tuple[str, str]]:
    """The two ways to read a page, in all languages."""
    tabs = (row.partition(" = ") for row in rowed("tab"))
    return frozenset((one, other) for one, _, other in tabs)
