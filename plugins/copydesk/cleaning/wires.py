"""A sheet in, the lines of agency copy and press releases that are for editors alone, and why they go, out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.cleaning.ends import ARTICLE
from copydesk.cleaning.prose import is_sentence
from copydesk.language import LANGUAGES, lowered, pairs, stopwords
from copydesk.model import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

NOTES = "notes to editors"
TOP = 10  # lines of which slugs, changes and codes stand above the first sentence
SHORT = 80  # characters of such a line at most
# "PORT ELLERY, Nov 20 (Reuters) - ", "(ANSA) - PORTO ELLERI, 20 NOV - ": how agencies begin.
WIRE = re.compile(r"^[^()\n]{0,60}\((?:[A-Z][\w.-]{1,20}|dpa|ddp|epd)(?:[ /][\w.-]{1,20})?\)\s?(?:\.?[-–—]|--)")
# "FERRY-FARES/ (UPDATE 2, PIX)", "AP-FERRY-FARES, 1st Ld-Writethru".
KEYWORD = re.compile(
    r"[A-Z0-9]{2,}(?:[-/][A-Z0-9]+)+/?(?:\s*\([^()]{1,40}\)|,? .{1,30})?|[A-Z0-9]{2,}/\s*\([^()]{1,40}\)"
)
FILED = re.compile(r"[a-z]{3}\d{4} \d [a-z]{2} \d{1,4} \w{2,4} \d{1,4}|[\w .-]+(?:/[\w .-]+)*/")  # "Verkehr/Häfen/"
NUMBER = re.compile(r"\d{1,2}(?:[a-z]{2}|\.)?\s")  # "1st Lead"
FEW = 3  # lines below an "end" in small letters at most: it is the last word of an agency's copy
NAME, PRESENTED = 6, 4  # words of a company's name at most; of the sentence below it in which it stands once more
# What stands below an end, of the body, of what stands above, at most: the page's own foot may be long. Below what a
# company says of itself stand its reservations, at length.
SHARE, PRESENTING = 0.6, 1.0


def wires(sheet: Sheet) -> Mapping[int, str]:
    """The slugs above the article, and what stands below its end or below the line that speaks to editors."""
    end = ending(sheet)
    below = range(len(sheet.lines) if end is None else end, len(sheet.lines))
    return dict.fromkeys(slugs(sheet), Reason.SLUG) | dict.fromkeys(below, NOTES)


def slugs(sheet: Sheet) -> list[int]:
    """The lines above the text that only editors read; keywords and codes are such in agency copy alone."""
    texts = [line.text.strip() for line in sheet.lines[: TOP + 1]]
    wire = any(map(WIRE.match, texts))
    found = [len(text) <= SHORT and is_slug(text, wire) for text in texts]
    told = (len(text) > SHORT or is_sentence(text, sheet.lang) for text in texts)
    first = next((at for at, (slug, tells) in enumerate(zip(found, told, strict=True)) if tells and not slug), TOP)
    return [at for at, slug in enumerate(found[:first]) if slug]


def is_slug(text: str, wire: bool) -> bool:
    """Whether a line says how urgent a text is, when it may be printed, or what is new in it."""
    told = lowered(NUMBER.sub("", text, count=1)).strip(" :+*")
    if told in said("slug") or begins(told, "opens"):
        return True
    change = text.startswith("(") and text.endswith(")") and begins(told.lstrip("( "), "change")
    noted = ":" in text and told.partition(":")[0] in said("eds")
    return change or noted or (wire and (KEYWORD.fullmatch(text) or FILED.fullmatch(text)) is not None)


def ending(sheet: Sheet) -> int | None:
    """The first line that ends a release or an agency's copy, or begins the notes or what a company says of itself.

    `None` where none does. More stands above it than below: an article may have a part that is called so.
    """
    sizes = [len(line.text) for line in sheet.lines]
    last = len(sizes) - 1
    ends = {at: SHARE for at, line in enumerate(sheet.lines) if is_end(line.text.strip("# \t"), last - at)}
    ends |= {at: PRESENTING for at in range(last) if presents(sheet, at)}
    at = next((at for at in sorted(ends) if sheet.told_above[at] >= ARTICLE), None)
    if at is None:
        return None
    below = sum(sizes[one] for one in sheet.kept if one >= at)
    return at if below <= ends[at] * sum(sizes[:at]) else None


def is_end(text: str, below: int) -> bool:
    """Whether a line ends a text for its readers; a small "end" or "Fin" may be a heading where more is below."""
    plain = lowered(text)
    last = plain in said("last") and (text.isupper() or below <= FEW)
    return last or plain in said("end") or plain.rstrip(" :") in said("notes")


def presents(sheet: Sheet, at: int) -> bool:
    """Whether a line heads what a company says of itself: "About Orr & Sons", and below it "Orr & Sons builds …".

    An article tells "About The Trail" too, and "About Lyme Disease", which below has a small letter.
    """
    text = sheet.lines[at].text.strip("#* \t:")
    words = text.split()
    if not (1 < len(words) <= NAME and begins(lowered(text), "about")):
        return False
    below = sheet.lines[at + 1].text
    told = {word.strip(",") for word in below.split()[:PRESENTED]}
    name = {word for word in words[1:] if lowered(word) not in stopwords(sheet.lang)}
    named = not told.isdisjoint(name) and told.isdisjoint({word.lower() for word in name} - name)
    return words[-1][0].isupper() and named and is_sentence(below, sheet.lang)


def begins(text: str, kind: str) -> bool:
    """Whether a text begins with words of a kind."""
    return any(text.startswith(row) and not text[len(row) : len(row) + 1].isalnum() for row in said(kind))


@cache
def said(kind: str) -> frozenset[str]:
    """What agencies and press offices say of a kind, in any language."""
    return frozenset(row for lang in LANGUAGES for one, row in pairs("wires", lang, ": ") if one == kind)
