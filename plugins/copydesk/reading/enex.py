"""An export of Evernote's in, a Seed a note out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from copydesk.model import CopydeskError, Facts, Seed
from copydesk.reading.encodings import sound
from copydesk.reading.keys import distinct
from copydesk.reading.lines import tidy
from copydesk.reading.page.lines import fragment
from copydesk.reading.signing import whole

if TYPE_CHECKING:
    from copydesk.reading.raw import Raw

# A picture or file of a note, which the parser would refuse with the whole export where it has 10 MB.
PACKED = re.compile(rb"<data\b[^>]*+>[A-Za-z0-9+/=\s]*+</data>")
SOURCE = "note-attributes/source-url"
HINT = "Export the notes again, or save the article as HTML."


def read(raw: Raw) -> tuple[Seed, ...]:
    """The notes in the file's order; raises `CopydeskError` where the file is damaged or holds none.

    When a note was made says nothing of when its article appeared, and who keeps notes did not write it.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(PACKED.sub(b"", raw.content), parser)
    except etree.XMLSyntaxError as error:
        raise CopydeskError("enex", f"The export cannot be read: {error}.", HINT, raw.path) from error
    seeds = [note(raw.path, one) for one in root.iter("note")]
    if not seeds:
        raise CopydeskError("enex", "The file holds no notes.", HINT, raw.path)
    keys = distinct([names(one) for one in seeds])
    return tuple(replace(one, key=key) for one, key in zip(seeds, keys, strict=True))


def note(path: str, one: etree._Element) -> Seed:
    """One note as a seed, with what may stand around an article that was clipped as a whole page."""
    tags = tuple(filter(None, (tidy(sound(tag.text or "")) for tag in one.iterfind("tag"))))
    facts = Facts(title=tidy(sound(one.findtext("title") or "")), url=tidy(one.findtext(SOURCE) or ""), tags=tags)
    return Seed(path, "", "enex", fragment(one.findtext("content") or "", path), found=facts)


def names(seed: Seed) -> tuple[str, ...]:
    """What a note may be called whatever stands around it, ever finer: its headline, its address too, its text."""
    found = seed.found
    return (found.title or found.url, f"{found.title} {found.url}", whole(found, seed.lines))
