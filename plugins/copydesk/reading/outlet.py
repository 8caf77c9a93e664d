"""A seed's folder and lines in, the outlet's name out, where the two agree on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.model import Line

SEEDS = ["seeds"]  # the folder of all outlets, which is none's
LONGEST = 120  # characters: an outlet names itself in a masthead, a byline or a copyright line, not only in prose
WORD = re.compile(r"[^\W_]+")
VOWEL = re.compile(r"[^\x00-\x7f]|[AEIOUY]")


def outlet(path: str, lines: Iterable[Line]) -> str:
    """The name of the outlet that the seed's folder is called after, spelt as the page spells it; "" if it does not.

    `path` is the seed's, with `/`: a page in `seeds/harbour-ledger/` that says "Harbour Ledger" is from there.
    """
    folder = WORD.findall(path.rpartition("/")[0].rpartition("/")[2])
    if not folder or [word.lower() for word in folder] == SEEDS:
        return ""
    name = re.compile(r"(?<!\w)" + r"[\W_]{1,3}".join(map(re.escape, folder)) + r"(?!\w)", re.IGNORECASE)
    spellings = [found[0] for line in lines if len(line.text) <= LONGEST and (found := name.search(line.text))]
    mixed = [one for one in spellings if one not in (one.upper(), one.lower())]
    return next(iter(mixed or map(cased, spellings)), "")


def cased(name: str) -> str:
    """A name of several words that a masthead shouts, as a text would spell it; what no one can say stays: BBC News."""
    if not name.isupper() or len(WORD.findall(name)) == 1:
        return name
    return WORD.sub(lambda word: word[0].capitalize() if VOWEL.search(word[0]) else word[0], name)
