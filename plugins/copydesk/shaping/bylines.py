"""A page in, who wrote it out: names only, no roles, places, handles, desks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language import lexicon
from copydesk.model import Label
from copydesk.shaping.mending import unquoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.model import Page

PARTS = re.compile(r"\s*(?:[|•·,;/、，]|\s[-–—]\s|(?<!\w)@\w+|\(|\))\s*")
NAME = re.compile(
    r"(?:[^\W\d_]\.\s?){0,3}[^\W\d_][\w.'’-]*(?:\s(?:[^\W\d_]\.|(?:de|da|di|du|del|della|van|von|den|der|ter|al|el|bin|la|le)\b|[^\W\d_][\w.'’-]*)){1,4}"
)
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff·]{2,8}")
PLACE = re.compile(r"\s(?:in|at|for|en|à|aus|op)\s.*$")
MOST = 4  # names in a byline


def byline(page: Page) -> str:
    """The names in the by-line, joined with "and"; "" where there is none."""
    said = page.seed.told.byline
    if said:
        return said
    for texts in ([page.seed.found.byline], by_lines(page), beside_dates(page)):
        found = list(dict.fromkeys(name for text in texts for name in names(text, page.seed.lang)))
        if found:
            return listed(found[:MOST])
    return ""


def by_lines(page: Page) -> list[str]:
    """The texts of the lines that say who wrote: those that begin as by-lines do, if any does."""
    texts = [unquoted(line.text) for line in page.lines if line.label is Label.BYLINE]
    starts = lists(page.seed.lang)[0]
    return [text for text in texts if starts.match(text.strip())] or texts


def beside_dates(page: Page) -> list[str]:
    """The text of the first date line: names stand there without a "by"."""
    return [line.text for line in page.lines if line.label is Label.DATE][:1]


def listed(found: list[str]) -> str:
    """Names as a sentence lists them."""
    return " and ".join([*([", ".join(found[:-1])] if found[:-1] else []), *found[-1:]])


def names(text: str, lang: str) -> Iterable[str]:
    """The names of people in a by-line."""
    starts, roles, joints = lists(lang)
    for part in PARTS.split(joints.sub("|", " ".join(text.split()))):
        for piece in part.split("|"):
            name = PLACE.sub("", starts.sub("", piece.strip(" .:")).strip(" .:"))
            if name.lower() not in roles and is_name(name, roles):
                yield name.title() if name.isupper() else name


def is_name(name: str, roles: frozenset[str]) -> bool:
    """Whether a piece of a by-line is a person's name: two to five capitalised words, none of them a role."""
    if UNSPACED.fullmatch(name):
        return True
    words = name.split()
    return (
        bool(NAME.fullmatch(name))
        and not any(map(str.isdigit, name))
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and not roles & {word.lower() for word in words}
    )


@cache
def lists(lang: str) -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str]]:
    """How by-lines begin, the roles that are no names, and the words between two names."""
    codes = dict.fromkeys(("en", lang))
    starts = sorted((row for code in codes for row in lexicon("byline", code)), key=len, reverse=True)
    roles = frozenset(row for code in codes for row in lexicon("roles", code))
    beginning = re.compile(rf"^(?:(?:{'|'.join(map(re.escape, starts))})(?:\s*:\s*|\s+|$)){{1,2}}", re.IGNORECASE)
    return beginning, roles, re.compile(r"\s+(?:by|and|und|et|y|e|en|i|и|ve|&|with|mit)\s+")
