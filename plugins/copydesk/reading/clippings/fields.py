"""A document that names its parts in, its Clipping out: ProQuest, Gale, EBSCO, PressReader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from copydesk.reading.clippings.documents import (
    LABEL,
    Clipping,
    Form,
    behind,
    blocks,
    clipping,
    either,
    facts,
    fields,
    first,
    is_blank,
    pattern,
)
from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.model import Line

PLACE = re.compile(r"; [^;]+$")  # "The Harbour Ledger; Port Ellery"
ISSUE = re.compile(r"(.+?)[.,] ?\(?((?:[A-Z][a-z]+\.? \d|\d).*)")  # "The Harbour Ledger. (Nov. 20, 2026): News: pB4."
BELOW = re.compile(r"(?:Database|Section):")  # the names right above a text that has none
TURNED = re.compile(r"(.+), (The|Le|La|Les|Der|Die|Das|El)$")  # "Harbour Ledger, The"


@dataclass(frozen=True, slots=True)
class Names:
    """What a database calls an article's parts, in small letters.

    The text begins on a line that `begins` matches, with what stands behind that, and ends above one that `ends` does.
    As what `may_end` it may begin a paragraph too, a blank line stands above that, and another name below. The text
    stands `below` the names that it follows, where it has no name of its own.
    """

    begins: re.Pattern[str]
    ends: re.Pattern[str]
    title: tuple[str, ...]
    byline: tuple[str, ...]
    source: str
    date: str = ""
    number: str = ""
    may_end: re.Pattern[str] | None = None
    below: bool = False


def read(lines: Sequence[Line], names: Names) -> Clipping:
    """The clipping of a document by the names of its parts; the source's may hold its day too."""
    start = first(names.begins, lines)
    end = next((at for at in range(start + 1, len(lines)) if is_end(lines, at, names)), len(lines))
    table = fields(lines[end:]) | fields(lines[:start])
    outlet = PLACE.sub("", either(table, names.source))
    issue = None if names.date else ISSUE.match(outlet)
    outlet, day = issue.groups() if issue else (outlet, either(table, names.date))
    title = either(table, *names.title)
    found = facts(title, either(table, *names.byline), TURNED.sub(r"\2 \1", outlet), day)
    text = [line for line in body(lines[start:end], names) if tidy(line.text) != found.title]
    return clipping(found, text, either(table, names.number), lines[0])


def body(lines: Sequence[Line], names: Names) -> Sequence[Line]:
    """The lines of a text from the one on which it begins."""
    if names.below:
        return lines[behind(lines, 0, BELOW) :]
    return [line._replace(text=names.begins.sub("", line.text)) if at == 0 else line for at, line in enumerate(lines)]


def is_end(lines: Sequence[Line], at: int, names: Names) -> bool:
    """Whether the text ends above a line."""
    text = lines[at].text
    if names.ends.match(text) or names.may_end is None or not names.may_end.match(text):
        return names.ends.match(text) is not None
    following = [block[0].text for block in islice(blocks(lines[at:]), 1, 2)]
    return is_blank(lines[at - 1]) and all(map(LABEL.match, following))


PROQUEST = Names(
    begins=re.compile(r"\s*Full [Tt]ext:\s*"),
    ends=re.compile(r"\s*(?:Credit|Illustration|Publication title):\s"),
    may_end=re.compile(
        r"\s*(?:Subject|Company / organization|People|Location|Classification|Identifier / keyword|Title|Word count):\s"
    ),
    title=("title",),
    byline=("author", "authors"),
    source="publication title",
    date="publication date",
    number="proquest document id",
)
GALE = Names(
    begins=re.compile(r"\s*Full Text\s?:\s*"),
    ends=re.compile(r"\s*(?:Source Citation\b|Copyright\s?:|COPYRIGHT \d{4}|Gale Document Number:)"),
    title=("title",),
    byline=("author(s)", "author"),
    source="source",
    number="gale document number",
)
EBSCO = Names(
    begins=re.compile(r"\s*Database:"),
    ends=re.compile(r"\s*(?:~{4,}|Copyright of\s|Copyright \d{4}\s)"),
    title=("title",),
    byline=("authors", "author"),
    source="source",
    number="accession number",
    below=True,
)
PRESSREADER = Names(
    begins=re.compile(r"(?=\s*\S)"),
    ends=re.compile(r"\s*Article Name:"),
    title=("article name",),
    byline=("author",),
    source="publication",
)
FORMS = (
    Form(pattern(r"_{40,}"), pattern(r"ProQuest document ID: .+"), partial(read, names=PROQUEST)),
    Form(pattern(r"Gale Document Number:.*"), pattern(r"Full Text\s?:.*"), partial(read, names=GALE), ends=True),
    Form(pattern(r"Record: ?\d+"), pattern(r"Accession Number:.*"), partial(read, names=EBSCO)),
    Form(pattern(r"End Page: ?\S+"), pattern(r"Article Name:.+"), partial(read, names=PRESSREADER), ends=True),
)
