"""A sheet in, what a newsletter says of itself above and below its article out."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, groupby, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from copydesk.cleaning.ends import ARTICLE
from copydesk.cleaning.marks import is_whole, spoken
from copydesk.cleaning.phrases import worded
from copydesk.cleaning.prose import is_sentence
from copydesk.language import bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet
    from copydesk.model import Line

ABOVE = 80  # characters of a line that a newsletter says of itself above its article at most: reports begin longer
FIRST = 3  # lines with which a newsletter begins: the way to its page, its name, its motto
SAYS = 4  # words of a phrase that says enough, whatever follows; fewer must be all that is said: "Unsubscribe"
BETWEEN = re.compile(r"\s*[|·•/‖]\s*|\s+[-–—]\s+|[.!]\s+")
FOOT = 1000  # characters below an article in which a newsletter speaks of itself, at most
OFFICE = 120  # characters of a line with a name, a telephone's number or the address of an office at most


def notices(lines: Sequence[Line], start: int, lang: str) -> Iterator[int]:
    """The lines of a newsletter, from one on, that speak of itself above the first sentence of its story.

    A few words that menus have too ("Manage your subscription") are a newsletter's only where it begins with them.
    """
    for at in range(start, len(lines)):
        text = lines[at].text
        speaks = is_mailing if at < start + FIRST else begins
        if len(text) <= ABOVE and speaks(text, lang):
            yield at
        elif is_sentence(text, lang):
            return


def mailings(sheet: Sheet) -> Mapping[int, str]:
    """What a newsletter says of itself above its article; below it all that follows, and the address above that."""
    said = (at for at in foot(sheet) if is_mailing(sheet.lines[at].text, sheet.lang) or ends(sheet, at))
    first = next((at for at in said if sheet.told_above[at] >= ARTICLE), len(sheet.lines))
    while 0 < first < len(sheet.lines) and is_office(sheet.lines[first - 1].text):
        first -= 1
    return dict.fromkeys([*sheet.frame.notices, *range(first, len(sheet.lines))], "newsletter notice")


def ends(sheet: Sheet, at: int) -> bool:
    """Whether a line takes leave, and below it stand only a name, where to reach it, and notices."""
    if spoken(sheet.lines[at].text, sheet.lang) not in known("farewells", sheet.lang):
        return False
    below = (line.text for line in sheet.lines[at + 1 :])
    return all(len(text) <= OFFICE or is_mailing(text, sheet.lang) for text in below)


def is_office(text: str) -> bool:
    """Whether a line could be the address of an office: a number and commas, and no sentence."""
    short = len(text) <= OFFICE and "," in text and any(map(str.isdigit, text))
    return short and not is_whole(text)


def foot(sheet: Sheet) -> range:
    """The last lines of a page, as many as a newsletter's last words may be."""
    sizes = accumulate(len(line.text) for line in reversed(sheet.lines))
    return range(len(sheet.lines) - sum(1 for _ in takewhile(FOOT.__ge__, sizes)), len(sheet.lines))


def is_mailing(text: str, lang: str) -> bool:
    """Whether a line begins as newsletters speak of themselves, or says no more than that: "Unsubscribe"."""
    pieces = (worded(piece) for piece in BETWEEN.split(text.strip()))
    return begins(text, lang) or all(piece in known("mailings", lang) for piece in pieces if piece)


def begins(text: str, lang: str) -> bool:
    """Whether a line begins as newsletters do where they say why they come and how to stop them, or as mails end."""
    words = spoken(text, lang)
    return any(words[: len(phrase)] == phrase for phrase in telling(lang).get(words[:1], ()))


@cache
def known(name: str, lang: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list in a language and in English, by their words."""
    return frozenset(map(worded, bilingual(name, lang)))


@cache
def telling(lang: str) -> Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A first word -> the phrases that begin with it and say enough as the beginning of a line."""
    enough = sorted(phrase for phrase in known("mailings", lang) if len(phrase) >= SAYS)
    return {first: tuple(same) for first, same in groupby(enough, key=itemgetter(slice(1)))}
