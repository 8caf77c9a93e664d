"""Bytes of HTML in, a tree out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from lxml import etree, html

from copydesk.model import CopydeskError
from copydesk.reading.encodings import composed, decoded, shifted

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

Told = TypeVar("Told")

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE)
ALIKE = etree.ElementDefaultClassLookup(element=html.HtmlElement)  # forms too: lxml asks Python for each
HEAD = 4096  # bytes that may hold the declared character set
LARGEST = 5_000_000  # characters of a page
MOST = 100_000  # elements of a page: the largest saved pages have 20,000

CROWD = 1_000  # attributes of one element: pages have up to 60, and of 100,000 lxml compares each with all others
ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?>(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?)"""
# What is read as a whole: a comment, an element that holds plain text, or a tag, with the attribute that is too much.
WHOLE = re.compile(
    r"<(?:!--[^-]*+(?>(?:-(?!->)[^-]*+)*)"
    r"|(script|style|textarea|title|iframe|xmp|noembed|noframes)\b[^<]*+(?>(?:<(?!/\1\b)[^<]*+)*)(?:</\1)?"
    rf"|/?[a-z][^\s/>]*+(?>(?:{ATTRIBUTE}){{0,{CROWD}}})(?P<more>{ATTRIBUTE})?)",
    re.IGNORECASE,
)


def tree(data: bytes, path: str) -> HtmlElement:
    """The tree of a page; raises `CopydeskError` where there is none or it is too large to be a page."""
    text = composed(characters(data, path))
    if len(text) > LARGEST:
        raise CopydeskError("large", "The page is too large for an article.", "Save the article alone.", path)
    if any(one["more"] for one in WHOLE.finditer(text)):
        message = f"A tag of the page has more than {CROWD:,} attributes."
        raise CopydeskError("large", message, "Save the article alone.", path)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(ALIKE)
    try:
        root = html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except etree.LxmlError as error:
        raise CopydeskError("empty", "The page holds no text.", "Save it again.", path) from error
    if sum(1 for _ in zip(range(MOST + 1), root.iter(), strict=False)) > MOST:
        raise CopydeskError("large", "The page has too many elements for an article.", "Save the article alone.", path)
    return root


def inherited(
    element: HtmlElement, known: dict[HtmlElement, Told], root: Told, step: Callable[[HtmlElement, Told], Told]
) -> Told:
    """What an element has: `step` of itself and what its parent has, `root` above the topmost.

    `known` holds what was worked out before, so that all elements of a page take one step each.
    """
    chain: list[HtmlElement] = []
    at: HtmlElement | None = element
    while at is not None and at not in known:
        chain.append(at)
        at = at.getparent()
    found = known[at] if at is not None else root
    for one in reversed(chain):
        known[one] = found = step(one, found)
    return found


def characters(data: bytes, path: str) -> str:
    """The page's text: UTF-8 where it is that, then what the page declares, then the likeliest."""
    declared = CHARSET.search(data[:HEAD])
    for name in (shifted(data) or "utf-8", declared[1].decode("ascii") if declared else "utf-8"):
        try:
            return data.decode(name)
        except (UnicodeError, LookupError):
            continue
    return decoded(data, path)
