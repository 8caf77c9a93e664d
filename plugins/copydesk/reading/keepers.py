"""A note of a tool that keeps articles in; the article alone, and what the tool says of it as Facts, out.

Tools are Readwise, Omnivore, MarkDownload and Joplin; what Obsidian's clipper says stands in front matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from copydesk.markup import Mark
from copydesk.model import CopydeskError, Facts, Label
from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.markup import Span
    from copydesk.model import Line

JOPLIN = re.compile(r"([a-z_]+): ?(.*)")  # the rows below a note of a raw export
ID, TYPE, NOTE = re.compile(r"id: [0-9a-f]{32}"), re.compile(r"type_: \d+"), "type_: 1"
NOT_A_NOTE = "The file is a folder, a tag or a file of Joplin's, and no note."
READWISE, EXCERPT, HIGHLIGHTS = "Metadata", "Excerpt", "Highlights"  # headings
FIELD = re.compile(r"(Author|Full Title|URL|Document Tags): ?(.*)")
WIKI = re.compile(r"\[\[|\]\]")
OMNIVORE, ORIGINAL, BACK = "#Omnivore", "Read Original", "⤴️"
SHOWN = " (View Highlight)"  # the link behind each highlight
TOP = 6  # lines in which a tool says where an article is from
BEHIND = len(("(", "View Highlight", ")"))  # the pieces of that link


@dataclass(frozen=True, slots=True)
class Kept:
    """The lines of an article without what a tool put around them, and what that says."""

    lines: tuple[Line, ...]
    facts: Facts = field(default_factory=Facts)


def noted(rows: Sequence[str], path: str) -> tuple[Sequence[str], Facts]:
    """The rows of a note without what Joplin's raw export says below, and its title above, which makes Facts.

    Raises `CopydeskError` for what is no note.
    """
    end = next((at for at in reversed(range(len(rows))) if rows[at].strip()), -1)
    start = next((at for at in reversed(range(end)) if not JOPLIN.fullmatch(rows[at].strip())), -1) + 1
    if end < 0 or not (TYPE.fullmatch(rows[end].strip()) and any(map(ID.fullmatch, rows[start:end]))):
        return rows, Facts()
    if rows[end].strip() != NOTE:
        raise CopydeskError("format", NOT_A_NOTE, "Leave it out: only notes hold articles.", path)
    said = {found[1]: found[2] for row in rows[start:end] if (found := JOPLIN.fullmatch(row.strip()))}
    facts = Facts(title=tidy(rows[0]), url=said.get("source_url", ""), byline=said.get("author", ""))
    return ["", *rows[1:start]], facts


def kept(lines: tuple[Line, ...]) -> Kept:
    """The article of a note of Readwise's, Omnivore's or MarkDownload's; the lines of any other note."""
    heads = {line.text: at for at, line in reversed([*enumerate(lines)]) if line.markup is Label.HEADING and at <= TOP}
    if READWISE in heads:
        return readwise(lines, heads[READWISE])
    if EXCERPT in heads:
        return excerpted(lines, heads[EXCERPT])
    return omnivore(lines) if any(line.text.startswith(OMNIVORE) for line in lines[:TOP]) else Kept(lines)


def readwise(lines: tuple[Line, ...], at: int) -> Kept:
    """The article or the highlights below the list of what Readwise knows, without the cover and links to itself."""
    end = next((one for one in range(at + 1, len(lines)) if lines[one].markup is not Label.ITEM), len(lines))
    fields = [found.groups() for line in lines[at + 1 : end] if (found := FIELD.match(line.text))]
    said = {name: WIKI.sub("", value).strip() for name, value in fields}
    if not said:
        return Kept(lines)
    end += end < len(lines) and lines[end].markup is Label.RULE
    above = [line for line in lines[:at] if line.markup is not Label.PICTURE]
    tags = tuple(tag for word in said.get("Document Tags", "").split() if (tag := word.strip("#,")))
    facts = Facts(title=said.get("Full Title", ""), byline=said.get("Author", ""), url=said.get("URL", ""), tags=tags)
    return Kept((*above, *map(unlinked, lines[end:])), facts)


def unlinked(line: Line) -> Line:
    """A highlight without the link to where it is shown."""
    if not line.text.endswith(SHOWN):
        return line
    last = line.spans[-BEHIND]
    spans = (*line.spans[:-BEHIND], replace(last, text=last.text.removesuffix(" (")))
    plain = spans if any(span.mark for span in spans) else ()
    return line._replace(text=line.text.removesuffix(SHOWN), spans=plain)


def excerpted(lines: tuple[Line, ...], at: int) -> Kept:
    """The article below MarkDownload's excerpt, which is the page's own description: its standfirst."""
    end = next((one for one in range(at + 1, len(lines)) if lines[one].markup is not Label.QUOTE), len(lines))
    deck = [line._replace(markup=Label.STANDFIRST, level=0) for line in lines[at + 1 : end]]
    if not deck:
        return Kept(lines)
    end += end < len(lines) and lines[end].markup is Label.RULE
    return Kept((*lines[:at], *deck, *lines[end:]))


def omnivore(lines: tuple[Line, ...]) -> Kept:
    """The article between Omnivore's links and the highlights, which are sentences of it."""
    head = next((at for at, line in enumerate(lines[:TOP]) if leads(line.spans, ORIGINAL)), -1)
    below = [at for at, line in enumerate(lines) if line.text == HIGHLIGHTS and line.markup is Label.HEADING]
    cited = [all(line.markup is Label.QUOTE and BACK in line.text for line in lines[at + 1 :]) for at in below[-1:]]
    end = below[-1] if cited == [True] and lines[below[-1] + 1 :] else len(lines)
    told = [line for line in lines[: head + 1] if line.markup is Label.HEADLINE]
    address = leads(lines[head].spans, ORIGINAL) if head >= 0 else ""
    return Kept((*told, *lines[head + 1 : end]), Facts(url=address)) if head >= 0 else Kept(lines)


def leads(spans: Sequence[Span], words: str) -> str:
    """Where the link with some words leads; "" where there is none."""
    return next((span.address for span in spans if span.mark is Mark.LINK and span.words == words), "")
