"""A saved web page in, one Seed out: every block a Line, what is no part of the article marked as furniture."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from typing import TYPE_CHECKING

from copydesk.addresses import web_address
from copydesk.language.archives import original
from copydesk.model import CopydeskError, Label, Line, Seed
from copydesk.reading import clippings
from copydesk.reading.encodings import sound
from copydesk.reading.page.archived import bare
from copydesk.reading.page.blocks import blocks
from copydesk.reading.page.evidence import evidence
from copydesk.reading.page.facts import facts, origin
from copydesk.reading.page.judge import judge, settled
from copydesk.reading.page.lines import lines
from copydesk.reading.page.statements import statements
from copydesk.reading.page.tree import HEAD, tree
from copydesk.reading.raw import Raw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from copydesk.model import Facts
    from copydesk.reading.page.blocks import Block

MORE = "another page begins below the first: give each a file of its own"
ENDED = re.compile(rb"</html\s*>\s*<(?:!doctype|html)\b", re.IGNORECASE)  # none of 810 saved pages has it
# What browsers and their add-ons write at the top of a page that they save.
SAVED = re.compile(
    rb"<!--\s*(?:saved from url=\(\d{4,5}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)", re.IGNORECASE
)
DIGIT = re.compile(r"\d")
NEAR = 10  # blocks from the article's first in which a dropped line may tell the date
LONG = 50  # characters from which a line that stands twice is a doubled paragraph, and no refrain or label
DATED = 100  # characters of such a line at most
# Characters of prose, and its share of all that a page says, with which it tells a story. Of 266 pages of sites that
# its trees never saw the judge takes nothing of two, which have 2,700 and 3,150, and .6 of all: the labeller of dumps
# makes F1 .9 and more of them. A portfolio of pictures has 450, and .07.
STORY, SHARE = 400, 0.33


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The page's one article, with the lines that are none of it too, or those of an export.

    Raises `CopydeskError` where there is no text.
    """
    return page(raw, saved_from(raw.content))


def page(raw: Raw, address: str) -> tuple[Seed | CopydeskError, ...]:
    """The same of a page that was saved from an address, which is its own where it names none itself.

    Where the markup is so strange that the judge takes nothing for the article, the lines are given unjudged, as those
    of a dump are.
    """
    root, found = parsed(raw)
    made = lines(found)
    if export := clippings.seeds(raw.path, made):
        return export
    said = statements(root)
    known = located(facts(root, said), address)
    body = settled(judge(found, evidence(root, said, known.title)), [line.markup is Label.HEADING for line in made])
    lost = not any(body) and tells(found)
    marked = [headed(line, known.title) for line in made] if lost else mark(made, body, known.title)
    more = (MORE,) if ENDED.search(raw.content) else ()
    return (Seed(raw.path, "", "html", tuple(marked), found=known, warnings=more),)


def glance(raw: Raw) -> tuple[Seed, ...]:
    """The page's lines, unjudged, and where it comes from; raises as `read` does."""
    root, seen = parsed(raw)
    unmarked = tuple(Line(block.start.sourceline or 0, sound(block.text)) for block in seen)
    found = located(origin(root, statements(root)), saved_from(raw.content))
    return (Seed(raw.path, "", "html", unmarked, found=found),)


def located(known: Facts, address: str) -> Facts:
    """What a page says of itself, with the address that it was saved from where it says none."""
    return replace(known, url=known.url or address)


def saved_from(content: bytes) -> str:
    """The address that a browser wrote into a page as it saved it; "" where none did."""
    found = SAVED.search(content[:HEAD])
    return own(found[1].decode("utf-8", "ignore")) if found else ""


def own(address: str) -> str:
    """The address of a page itself, where one leads to it or to an archive's copy of it; "" for no page of the web."""
    return original(web_address(address))


def parsed(raw: Raw) -> tuple[HtmlElement, list[Block]]:
    """The page's tree and blocks; raises `CopydeskError` where it has no text."""
    root = bare(tree(raw.content, raw.path))
    found = blocks(root)
    if not found:
        raise CopydeskError("empty", "The page holds no text.", "Save it again, when it has loaded.", raw.path)
    return root, found


def read_archive(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """A page that a browser saved with its pictures in one file: its first HTML part; raises as `read` does."""
    try:
        message = message_from_bytes(raw.content)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    except RecursionError as error:
        raise CopydeskError("mhtml", "The saved page is damaged.", "Save it again, as HTML.", raw.path) from error
    contents = [(part, content) for part in parts if isinstance(content := part.get_payload(decode=True), bytes)]
    first, content = next(iter(contents), (message, b""))
    told = (message.get("Snapshot-Content-Location"), first.get("Content-Location"), message.get("Content-Location"))
    where = next(filter(None, (own("".join(str(one or "").split())) for one in told)), "")
    return page(Raw(raw.path, content), where or saved_from(content))


def mark(made: Sequence[Line], body: Sequence[bool], title: str) -> list[Line]:
    """The lines with the verdicts on them: the headline as such, what is none of the article as furniture or a date."""
    first = next((at for at, good in enumerate(body) if good), 0)
    seen: set[str] = set()
    marked = []
    for at, (line, good) in enumerate(zip(made, body, strict=True)):
        again = line.text in seen and len(line.text) >= LONG
        if is_title(line, title):
            marked.append(headed(line, title))
        elif good and not again:
            marked.append(line)
            seen.add(line.text)
        else:
            marked.append(line._replace(markup=dropped(line, abs(at - first) <= NEAR), level=0))
    return marked


def tells(found: Sequence[Block]) -> bool:
    """Whether so much of a page is prose that it holds an article, however strange its markup."""
    prose = sum(block.prose for block in found)
    return prose >= max(STORY, SHARE * sum(len(block.text) for block in found))


def headed(line: Line, title: str) -> Line:
    """The line, as the headline if it is the page's title."""
    return line._replace(markup=Label.HEADLINE, level=1) if is_title(line, title) else line


def is_title(line: Line, title: str) -> bool:
    """Whether a line is the page's title, whatever its capitals."""
    return line.text.casefold() == title.casefold()


def dropped(line: Line, near: bool) -> Label:
    """What a line outside the article is: one near its beginning with a number may tell its date."""
    return Label.DATE if near and len(line.text) <= DATED and DIGIT.search(line.text) else Label.FURNITURE
