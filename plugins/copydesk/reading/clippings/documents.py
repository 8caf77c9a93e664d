"""An export's lines in, its documents out; a document's lines in, what it says of itself out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING

from copydesk.language import LANGUAGES, lexicon, lowered, pairs
from copydesk.language.days import days, usual
from copydesk.language.people import first_name
from copydesk.language.wrapping import STOP
from copydesk.model import Facts, Label
from copydesk.reading import dates
from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence

    from copydesk.model import Line

# A name of a part and its value, but no hour and no address.
LABEL = re.compile(r"\s*([^\W\d_][\w /&()'’-]{0,40}?)(?<!\d)\s?:(?!//)[\s\xa0]*(.*)")
PAGE = re.compile(r"\s*(?:Page|Seite) \d+ (?:of|de|sur|von) \d+(?:\s+©.*)?$")
NAMED = 80  # characters of a by-line at most
WORDS = 6  # words of one that does not begin as by-lines do


def said(*kinds: str, written: Callable[[str], str] = str) -> str:
    """The pattern of what databases write of some kinds, in any language; numbers stand for its dots.

    `written` says how: `str.upper` in capitals.
    """
    rows = {written(row) for lang in LANGUAGES for kind, row in pairs("exports", lang, ": ") if kind in kinds}
    return "|".join(re.escape(row).replace("…", r"\d+") for row in sorted(rows, key=lambda row: (-len(row), row)))


RIGHTS = re.compile(rf"\s*(?:©|\(c\)|copyright\W{{0,3}}(?:\(c\)\W{{0,3}})?\d{{4}}|{said('rights')})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article of an export: its facts and lines, the number that the database gives it, its first line's number."""

    facts: Facts
    lines: tuple[Line, ...]
    number: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """How one database writes its exports.

    `edge` is the line that each document begins with, or ends with where `ends`; `sure` a line that each has, without
    which a stretch between two edges is none; `read` makes a clipping of a document's lines.
    """

    edge: re.Pattern[str]
    sure: re.Pattern[str]
    read: Callable[[Sequence[Line]], Clipping]
    ends: bool = False

    def cut(self, lines: Sequence[Line]) -> tuple[list[Sequence[Line]], list[Line]]:
        """The documents among some lines, without what stands around each printed page, and the lines of none."""
        lines = [line for line in lines if not PAGE.match(line.text)]
        edges = [at + self.ends for at, line in enumerate(lines) if self.edge.match(line.text)]
        documents: list[Sequence[Line]] = []
        outside: list[Line] = []
        for start, end in pairwise((0, *edges, len(lines))):
            if any(map(self.sure.match, (line.text for line in lines[start:end]))):
                documents.append([*dropwhile(is_blank, lines[start:end])])
            else:
                outside += lines[start:end]
        return documents, outside


def is_blank(line: Line) -> bool:
    """Whether a line holds nothing."""
    return not line.text.strip()


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a whole line."""
    return re.compile(rf"^[ \t\xa0]*(?:{source})[ \t\xa0]*$", re.MULTILINE | flags)


def clipping(facts: Facts, lines: Sequence[Line], number: str, first: Line, standfirst: str = "") -> Clipping:
    """The clipping of a body's lines, without blank ones at its ends, below its standfirst.

    `first` is the document's first line.
    """
    told = [at for at, line in enumerate(lines) if line.text.strip()]
    body = tuple(lines[told[0] : told[-1] + 1]) if told else ()
    deck = (first._replace(text=standfirst, markup=Label.STANDFIRST),) if standfirst and body else ()
    return Clipping(facts, (*deck, *body), number, first.number)


def fields(lines: Sequence[Line]) -> dict[str, str]:
    """What stands behind names and colons, by the names in small letters, of each the first.

    A value goes on below up to the next name or, if it has begun, a blank line.
    """
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        named = LABEL.match(line.text)
        if named:
            values = [named[2]]
            found.setdefault(lowered(named[1]), values)
        elif line.text.strip() or not any(values):
            values.append(line.text)
        else:
            values = []
    return {name: tidy(" ".join(value)) for name, value in found.items()}


def either(table: dict[str, str], *names: str) -> str:
    """The value of the first of some names that a table has; "" for none."""
    return next((table[name] for name in names if table.get(name)), "")


def facts(title: str, byline: str, source: str, dated: str, url: str = "") -> Facts:
    """The facts of a head."""
    found = Facts(title=tidy(title), byline=ordered(byline), source=tidy(source), url=url)
    return found.dated(day(dated))


def day(text: str) -> datetime.date | None:
    """The first day that a head names, as databases write it: in words, or in numbers as its land does."""
    return dates.written(text.strip(), "en", usual("en"))


def dated(text: str) -> bool:
    """Whether a line names a day."""
    return any(days(text, lang) for lang in LANGUAGES)


def ordered(names: str) -> str:
    """Names as they are spoken: "Lee, Ann; Hale, Ben" is "Ann Lee; Ben Hale"."""
    return "; ".join(map(spoken, filter(None, map(str.strip, tidy(names).split(";")))))


def spoken(name: str) -> str:
    """One name as it is spoken: before its comma stands the surname if that is one word, or a first name follows."""
    last, comma, first = (part.strip() for part in name.partition(","))
    turned = comma and first and "," not in first and len(first.split()) <= WORDS // 2
    return f"{first} {last}" if turned and (" " not in last or first_name(lowered(first.split()[0]))) else name


def signs(text: str) -> bool:
    """Whether a line of a head is its by-line: names with capitals, one of them a first name or "by" before them.

    Headlines may have capitals everywhere too.
    """
    words = spoken(text.strip(" .")).split()
    begun = len(words) > 1 and lowered(words[0].rstrip(":")) in beginnings()
    names = words[begun:]
    if not names or len(text) > NAMED or len(names) > WORDS or any(map(str.isdigit, text)):
        return False
    capitals = names[0][0].isupper() and names[-1][0].isupper()
    return capitals and (begun or (len(names) > 1 and first_name(lowered(names[0].strip(".,;")))))


@cache
def beginnings() -> frozenset[str]:
    """The single words that by-lines begin with, in any language."""
    return frozenset(row for lang in LANGUAGES for row in lexicon("byline", lang) if " " not in row)


def told(lines: Sequence[Line]) -> list[str]:
    """The texts of the lines that hold any, tidy."""
    return [tidy(line.text) for line in lines if line.text.strip()]


def blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The stretches of lines between blank ones."""
    block: list[Line] = []
    for line in lines:
        if line.text.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def behind(lines: Sequence[Line], start: int, names: re.Pattern[str]) -> int:
    """The index of the first line with words that belongs to none of the names of parts from one on.

    A value that its line has not, or not whole, goes on below up to a blank line, and ends no sentence.
    """
    within = False
    for at in range(start, len(lines)):
        text = lines[at].text.strip()
        within = bool(text) and (names.match(text) is not None or (within and not STOP.search(text)))
        if text and not within:
            return at
    return len(lines)


def first(pattern: re.Pattern[str], lines: Sequence[Line], start: int = 0) -> int:
    """The index of the first line from one on that a pattern matches; their number where it matches none."""
    return next((at for at in range(start, len(lines)) if pattern.match(lines[at].text)), len(lines))
