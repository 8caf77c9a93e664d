"""A document of Nexis in, its Clipping out: of LexisNexis' text files, and of today's Word files and PDFs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.reading.clippings.documents import (
    RIGHTS,
    Clipping,
    Form,
    behind,
    blocks,
    clipping,
    dated,
    either,
    facts,
    fields,
    first,
    pattern,
    said,
    told,
)
from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.model import Facts, Line

NAMES = {kind: tuple(said(kind).split("|")) for kind in ("title", "byline", "deck")}
LENGTH = pattern(rf"(?:{said('length')})\s?:[\s\xa0]*\d[\d.,]*\s+(?:{said('words')}).*", re.IGNORECASE)
HEAD = re.compile(rf"(?:{said('length', 'title', 'byline', 'deck', 'head')})\s?:(?:[\s\xa0]|$)", re.IGNORECASE)
BODY = pattern(r"BODY:|Body")
# What stands below the text: names in capitals, those of today alone or with capitals first, the owner in the middle.
UPPER, TITLE, ALONE = (
    said("foot", "tail", written=str.upper),
    said("foot", written=str.title),
    said("below", written=str.capitalize),
)
END = re.compile(rf"(?:{UPPER}|{TITLE}):|(?:{ALONE})\s*$|\s{{8,}}(?:Copyright|©)\s")
LINK = pattern(said("link"), re.IGNORECASE)
COVER = re.compile(rf"\s*(?:{said('cover')})\b", re.IGNORECASE)  # the list of what was exported, above all documents
CENTRED = re.compile(r"\s{12,}\S")
MONTH = re.compile(r"[^\W\d_]+(?: ?[-/–] ?[^\W\d_]+)?,? \d{4}$")  # "November 2026": of magazines no day is told
WIDTH = 100  # characters of a line that was broken to fit a page, at most: they are some 80
ABOVE = 2  # lines above the day: the headline and the outlet's name


def read(lines: Sequence[Line]) -> Clipping:
    """The clipping of a document of either kind."""
    head = min(first(HEAD, lines), first(LENGTH, lines))
    start = body(lines)
    end = first(END, lines, start)
    named = [line for line in lines[head:start] if not BODY.match(line.text)]
    table = fields(lines[end:]) | fields(named)
    old = EDGE.match(lines[0].text) is not None
    found, deck = printed(lines[1:head], table) if old else shown(lines[:head])
    byline, url = either(table, *NAMES["byline"]), either(table, "url")
    made = facts(found.title, byline, found.source, "", url).dated(found.date)
    text = unwrapped(lines[start:end]) if old else unheaded(lines[start:end], made.title)
    return clipping(made, text, "", lines[0], either(table, *NAMES["deck"]) or deck)


def body(lines: Sequence[Line]) -> int:
    """The index of the text's first line: below the name "Body", else below the last name of the head."""
    start = first(LENGTH, lines)
    named = first(BODY, lines, start)
    return named + 1 if named < len(lines) else behind(lines, start, HEAD)


def printed(lines: Sequence[Line], table: dict[str, str]) -> tuple[Facts, str]:
    """What a head of old says above its names, and its standfirst: outlet, day and edition in the middle, headline."""
    rows = [*blocks([line for line in lines if not RIGHTS.match(line.text)])]
    at = next((at for at, block in enumerate(rows) if any(is_day(line.text) for line in block)), len(rows))
    texts = [tidy(line.text) for block in rows[: at + 1] for line in block]
    day = next((at for at, text in enumerate(texts) if is_day(text)), 0)
    titles = [" ".join(told(block)) for block in rows[at + 1 :] if not CENTRED.match(block[0].text)]
    title = either(table, *NAMES["title"])
    found = facts(title or "".join(titles[:1]), "", texts[day - 1] if day else "", "".join(texts[day : day + 1]))
    return found, " ".join(titles[0 if title else 1 :])


def shown(lines: Sequence[Line]) -> tuple[Facts, str]:
    """What a head of today says above its names: headline, outlet, day, each on its line; below a list only these."""
    texts = told(lines[: first(RIGHTS, lines)])
    day = next((at for at in reversed(range(ABOVE, len(texts))) if is_day(texts[at])), len(texts))
    listed = any(map(COVER.match, texts))
    title = texts[day - ABOVE : day - 1] if listed else texts[: day - 1]
    return facts(" ".join(title), "", "".join(texts[day - 1 : day]), "".join(texts[day : day + 1])), ""


def is_day(text: str) -> bool:
    """Whether a line of a head tells when an article appeared."""
    return dated(text) or MONTH.match(tidy(text)) is not None


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """A body whose paragraphs are broken into lines and parted by blank ones, each as one line."""
    if any(len(line.text) > WIDTH for line in lines):
        return [*lines]
    return [block[0]._replace(text=" ".join(told(block))) for block in blocks(lines)]


def unheaded(lines: Sequence[Line], title: str) -> list[Line]:
    """A body without the headline, which stands at the head of each page of a PDF, and without links to pictures."""
    return [line for line in lines if tidy(line.text) != title and not LINK.match(line.text)]


EDGE, LAST = (pattern(rf"(?i:{said(kind)})") for kind in ("counted", "last"))
FORMS = (Form(EDGE, LENGTH, read), Form(LAST, LENGTH, read, ends=True))
