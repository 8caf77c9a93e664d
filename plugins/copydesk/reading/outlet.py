"""A seed's folders and lines in, the outlet's name out, where the two agree on it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.model import Line

LONGEST = 120  # characters: an outlet names itself in a masthead, a byline or a copyright line, not only in prose
WORD = re.compile(r"[^\W_]+")
VOWEL = re.compile(r"[^\x00-\x7f]|[AEIOUY]")
YEAR = re.compile(r"(?:19|20)\d\d")
# Around a name of one word, which a menu may say too ("News"): who owns the page, its address, the end of its title.
OWNS, OWNED = r"(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d\W*){0,2}(?:by |the )*", r"(?= *(?:$|[.,|–—-]|all rights\b))"
SITE = r"(?=\.[a-z]{2,10}\b)"
TITLE = r"[^\W\d_].{9,} [|–—-] (?:the )?"


def outlet(path: str, lines: Iterable[Line]) -> str:
    """The name of the outlet that one of the seed's folders is called after, spelt as the page spells it; "" if none.

    `path` is the seed's, with `/`: a page in `seeds/harbour-ledger/2026/` that says "Harbour Ledger" is from there. A
    name of one word is one only where the page begins with it, or says that it is its owner: "© 2026 Herald".
    """
    texts = [line.text for line in lines if len(line.text) <= LONGEST]
    folders = [WORD.findall(name) for name in reversed(PurePosixPath(path).parent.parts)]
    named = (spelt(folder, texts) for folder in folders if folder and not any(map(YEAR.fullmatch, folder)))
    return next(filter(None, named), "")


def spelt(folder: Sequence[str], texts: Sequence[str]) -> str:
    """How a page spells a name, if it does: in mixed letters rather than in capitals, never in small ones alone."""
    name = r"(?<!\w)(" + r"[\W_]{1,3}".join(map(re.escape, folder)) + r")(?!\w)"
    said = [hit[1] for text in texts for hit in re.finditer(name, text, re.IGNORECASE) if not hit[1].islower()]
    if len(folder) == 1 and not owned(name, texts) and texts[:1] != said[:1]:
        return ""
    mixed = [one for one in said if not one.isupper()]
    return next(iter(mixed or map(cased, said)), "")


def owned(name: str, texts: Sequence[str]) -> bool:
    """Whether a page says of a name that it is its owner, its address, or the end of its title."""
    owner = re.compile(rf"{OWNS}{name}{OWNED}|{name}{SITE}|{TITLE}{name}$", re.IGNORECASE)
    return any(map(owner.search, texts))


def cased(name: str) -> str:
    """A name of several words that a masthead shouts, as a text would spell it; what no one can say stays: BBC News."""
    if not name.isupper() or len(WORD.findall(name)) == 1:
        return name
    return WORD.sub(lambda word: word[0].capitalize() if VOWEL.search(word[0]) else word[0], name)
