"""A sheet in, what mail programs and newsletters put around an article out: headers, notices, signatures."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from copydesk.cleaning.marks import ending
from copydesk.cleaning.phrases import tokens
from copydesk.language import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.cleaning.sheet import Sheet

SIGNATURE = 10  # lines of a mail's signature at most
NOTICE = 300  # characters of a line that a newsletter says of itself at most
SAYS = 4  # words of a phrase that says enough, whatever follows; fewer must be all that is said: "Unsubscribe"
BETWEEN = re.compile(r"\s*[|·•/‖]\s*|\s+[-–—]\s+|[.!]\s+")
FOOT = 1000  # characters below an article in which a newsletter speaks of itself, at most
TOLD = 200  # characters of the article at least that stand above them
OFFICE = 120  # characters of a line with the address of the sender's office at most


def mail_header(sheet: Sheet) -> Mapping[int, str]:
    """The header of a mail that was forwarded, and what whoever forwarded it wrote above."""
    return dict.fromkeys(sheet.header, "mail header")


def signature(sheet: Sheet) -> Mapping[int, str]:
    """What stands below the last two dashes of a mail, if it is short."""
    last = max(sheet.signature, default=0)
    below = [at for at, line in enumerate(sheet.lines) if last and line.number > last]
    return dict.fromkeys(below, "mail signature") if len(below) <= SIGNATURE else {}


def mailings(sheet: Sheet) -> Mapping[int, str]:
    """What a newsletter says of itself above its article; below it all that follows, and the address above that."""
    said = (at for at in foot(sheet) if is_mailing(sheet.lines[at].text, sheet.lang))
    first = next((at for at in said if sheet.told_above(at) >= TOLD), len(sheet.lines))
    while 0 < first < len(sheet.lines) and is_office(sheet.lines[first - 1].text):
        first -= 1
    return dict.fromkeys([*sheet.notices, *range(first, len(sheet.lines))], "newsletter notice")


def foot(sheet: Sheet) -> range:
    """The last lines of a page, as many as a newsletter's last words may be."""
    sizes = accumulate(len(line.text) for line in reversed(sheet.lines))
    return range(len(sheet.lines) - sum(1 for _ in takewhile(FOOT.__ge__, sizes)), len(sheet.lines))


def is_office(text: str) -> bool:
    """Whether a line could be the address of an office: a number and commas, and no sentence."""
    short = len(text) <= OFFICE and "," in text and any(map(str.isdigit, text))
    return short and not ending(text.strip())[0]


def is_mailing(text: str, lang: str) -> bool:
    """Whether a line begins as newsletters speak of themselves: why one gets them, and how one gets rid of them."""
    if len(text) > NOTICE:
        return False
    whole, starts = phrases(lang)
    pieces = [tuple(tokens(piece.lower())) for piece in BETWEEN.split(text.strip())]
    return any(pieces[0][:size] in starts for size in sizes(starts)) or all(piece in whole for piece in pieces if piece)


@cache
def phrases(lang: str) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """A language's and English phrases by their words, and those of them that say enough as the beginning of a line."""
    rows = (row for code in dict.fromkeys(("en", lang)) for row in lexicon("mailings", code))
    known = frozenset(tuple(tokens(row)) for row in rows)
    return known, frozenset(phrase for phrase in known if len(phrase) >= SAYS)


@cache
def sizes(known: Iterable[tuple[str, ...]]) -> tuple[int, ...]:
    """The numbers of words that phrases have."""
    return tuple(sorted({len(phrase) for phrase in known}))
