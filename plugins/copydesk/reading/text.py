"""A file of plain text in, one Seed out: every line as it stands, and what front matter or a mail's header says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.language.pages import pages
from copydesk.language.wikis import NONE, wiki
from copydesk.model import Facts, Label, Seed
from copydesk.reading import clippings, markdown
from copydesk.reading.encodings import decode
from copydesk.reading.forwarded import forwarded
from copydesk.reading.front import front_matter
from copydesk.reading.lines import BREAK, lines
from copydesk.reading.remnants import cleared
from copydesk.reading.transcripts import untimed

if TYPE_CHECKING:
    from copydesk.language.wikis import Wiki
    from copydesk.model import CopydeskError, Line
    from copydesk.reading.raw import Raw

# A heading, a quotation, a fence, strong words, a link, a note of Obsidian's: what pages copied as text do not have.
MARKED = re.compile(r"^(?:#{1,6} |> |```)\S?|\*\*\S|\]\(\S|\[\[", re.MULTILINE)
# "le Loiret1,2": words of four letters, as "km2" and "CO2" have two.
RAISED = re.compile(r"(?<=[^\W\d_]{4})\d{1,3}(?:,\s?\d{1,3})*(?=[\s.,;:)»]|$)")
WIKIPEDIA = "Wikipedia"


def read(raw: Raw) -> tuple[Seed | CopydeskError, ...]:
    """The file's one seed, with the blank lines too, or those of an export; raises `CopydeskError` for a draft.

    A mail's subject is no headline where the text has one itself. Below front matter a text with the marks of Markdown
    is a note of Obsidian's, Jekyll's or Hugo's under another name; one without may be a page, menus and all.
    """
    text = decode(raw.content, raw.path)
    rows = BREAK.split(text)
    front = front_matter(rows, raw.path, sure=True)
    if not front.start:
        told = lines(text)
        if export := clippings.seeds(raw.path, told):
            return export
        found = cleared(untimed(told))
        page = wiki([line.text for line in found])
        if page is not NONE:
            return (Seed(raw.path, "", "text", headed(found, page), found=entry(page)),)
        return (Seed(raw.path, "", "text", found, found=facts(found)),)
    below = "\n".join(rows[front.start :])
    if MARKED.search(below):
        return markdown.read(raw)
    return (
        Seed(raw.path, "", "text", untimed(lines(below, front.start + 1)), found=front.facts, warnings=front.warnings),
    )


def facts(found: tuple[Line, ...]) -> Facts:
    """What the mail that the lines hold says, else the address beside them."""
    mail = forwarded(found)
    return replace(mail, title="") if mail != Facts() else Facts(url=pages([line.text for line in found]).address)


def headed(found: tuple[Line, ...], page: Wiki) -> tuple[Line, ...]:
    """The lines of a page of Wikipedia, its headings marked, without raised numbers behind words."""
    plain = tuple(line._replace(text=RAISED.sub("", line.text)) for line in found) if page.raised else found
    return tuple(line._replace(markup=Label.HEADING) if at in page.headings else line for at, line in enumerate(plain))


def entry(page: Wiki) -> Facts:
    """What a page of Wikipedia says of itself: when it was changed last, and never when it was published."""
    return Facts(title=page.title, changed=page.changed, source=WIKIPEDIA)
