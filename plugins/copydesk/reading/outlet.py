"""A seed's folders and lines in, the outlet's name out, where the two agree on it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from copydesk.language import LANGUAGES, lexicon, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.model import Line

LONGEST = 120  # characters: an outlet names itself in a masthead, a byline or a copyright line, not only in prose
WORD = re.compile(r"[^\W_]+")
VOWEL = re.compile(r"[^\x00-\x7f]|[AEIOUY]")
SHORTEST = 3  # letters of a name that stands alone: "UK" is of a menu
YEAR = re.compile(r"(?:19|20)\d\d")
# Around a name of one word, which a menu may say too ("News"): who owns the page, its address, the end of its title.
OWNS = r"(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d\W*){0,2}(?:by |the )*"
SITE = r"(?<![a-z])(?:the)?{}\.[a-z]{{2,10}}\b"
TITLE = r"[^\W\d_].{9,} [|–—-] (?:the )?"


def outlet(path: str, lines: Iterable[Line]) -> str:
    """The name of the outlet that one of the seed's folders is called after, spelt as the page spells it; "" if none.

    `path` is the seed's, with `/`: a page in `seeds/harbour-ledger/2026/` that says "Harbour Ledger" is from there. A
    name of one word is one only where the page begins with it, or says that it is its own: "© 2026 Herald".
    """
    texts = [line.text for line in lines if len(line.text) <= LONGEST]
    said = "\n".join(texts).lower()
    folders = [WORD.findall(name) for name in reversed(PurePosixPath(path).parent.parts)]
    told = (folder for folder in folders if folder and all(word.lower() in said for word in folder))  # as few are
    named = (spelt(folder, texts) for folder in told if not any(map(YEAR.fullmatch, folder)))
    return next(filter(None, named), "")


def spelt(folder: Sequence[str], texts: Sequence[str]) -> str:
    """How a page spells a name, if it does: in mixed letters rather than in capitals, and small ones in a masthead."""
    name = r"[\W_]{1,3}".join(map(re.escape, folder))
    hits = [
        (hit[0], text.strip()) for text in texts for hit in re.finditer(rf"(?<!\w){name}(?!\w)", text, re.IGNORECASE)
    ]
    said = [one for one, text in hits if not one.islower() or (one == text and len(folder) > 1)]
    if len(folder) == 1 and not owned(folder[0], name, texts) and texts[:1] != said[:1]:
        return ""
    mixed = [one for one in said if not one.isupper()]
    return next(iter(mixed or map(cased, said)), "")


def owned(word: str, name: str, texts: Sequence[str]) -> bool:
    """Whether a page says of a word that it is its owner or its site; or its title ends so, or it stands alone twice.

    The last two say nothing of what menus say.
    """
    owner = re.compile(rf"{OWNS}{name}(?!\w)|{SITE.format(name)}", re.IGNORECASE)
    if any(map(owner.search, texts)):
        return True
    ends = any(re.search(rf"{TITLE}{name}$", text, re.IGNORECASE) for text in texts)
    twice = sum(text.strip().lower() == word.lower() for text in texts) > 1
    return len(word) >= SHORTEST and word.lower() not in menus() and (ends or twice)


@cache
def menus() -> frozenset[str]:
    """What menus say: names of sections, of lands."""
    told = (phrase for lang in LANGUAGES for kind, phrase in pairs("furniture", lang, ": ") if kind == "navigation")
    return frozenset((*told, *(land.lower() for lang in LANGUAGES for land in lexicon("countries", lang))))


def cased(name: str) -> str:
    """A name of several words that a masthead shouts, as a text would spell it; what no one can say stays: BBC News."""
    if not name.isupper() or len(WORD.findall(name)) == 1:
        return name
    return WORD.sub(lambda word: word[0].capitalize() if VOWEL.search(word[0]) else word[0], name)
