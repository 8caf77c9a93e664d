"""A by-line's text in, the names of people in it out: no roles, places, handles, desks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language import lexicon, lowered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARTS = re.compile(r"\s*(?:[|•·,;/、，]|\s[-–—]\s|[\w.+-]*@[\w.-]+|\(|\))\s*")
NAME = re.compile(
    r"(?:[^\W\d_]\.\s?){0,3}[^\W\d_][\w.'’-]*(?:\s(?:[^\W\d_]\.|(?:de|da|di|du|del|della|van|von|den|der|ter|al|el|bin|la|le)\b|[^\W\d_][\w.'’-]*)){1,4}"
)
UNSPACED = re.compile(r"[々\u3040-\u30ff\u3400-\u9fff·]{2,8}")
HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}")  # a name in Korean, which any word is like: only before an office
# A name in Japanese: "高瀬　真由".
SPLIT = re.compile(r"[\u3400-\u9fff]{1,3}[ \u3000][\u3040-\u30ff\u3400-\u9fff]{1,3}")
PLACE = re.compile(r"\s(?:in|at|for|on|en|à|aus|op|am)(?:\s.*)?$", re.IGNORECASE)
DATELINE = re.compile(r"(?<=\w)(?:,[^,—–]{1,40})? [—–] ")  # "Por Ada Orr, g7 Leeds — Leeds": outlet and place
FIGURE = re.compile(r"\d.*$")
GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])")  # what two places showed without a space between them
PAIR = 2  # words of most names
# Words inside a name that are written small; any other says that a line is none: "From Lisbon to Tbilisi".
SMALL = frozenset(
    {
        *("de", "da", "di", "do", "du", "das", "dos", "des", "del", "della", "la", "le", "las", "los"),
        *("van", "von", "vom", "den", "der", "ter", "ten", "zu", "zur", "af", "av", "al", "el", "bin", "bint"),
    }
)


def names(text: str, lang: str) -> Iterator[str]:
    """The names of people in a by-line. An office right behind the first name takes the rest of the line."""
    known = lists(lang)
    text = known.others.split(text)[0]
    text = DATELINE.split(text)[0] if known.starts.match(text) else text
    pieces = [piece for part in PARTS.split(known.joints.sub("|", " ".join(text.split()))) for piece in part.split("|")]
    for at, piece in enumerate(pieces):
        name = PLACE.sub("", known.starts.sub("", FIGURE.sub("", piece).strip(" .:")).strip(" .:"))
        office = known.offices.search(name) if at == 0 else None
        name = without(name, office.start()) if office else name
        called = is_name(name, known.roles) or (office and HANGUL.fullmatch(name))
        if lowered(name) not in known.roles and called:
            yield name.title() if name.isupper() else name
        if office:
            return


def without(name: str, office: int) -> str:
    """The name before an office that follows with no mark between them: all its words if they are glued, else two."""
    before = name[:office].rstrip()
    words = before.split()
    if words and GLUED.search(words[-1]) and len(words) == PAIR:
        return f"{words[0]} {GLUED.split(words[-1])[0]}"
    return before if len(before) == office else " ".join(words[:PAIR])


def is_name(name: str, roles: frozenset[str]) -> bool:
    """Whether a piece of a by-line is a person's name: two to five words, none of them a role.

    The first and the last are capitalised, in scripts that have capitals.
    """
    if UNSPACED.fullmatch(name) or SPLIT.fullmatch(name):
        return True
    words = name.split()
    return (
        bool(NAME.fullmatch(name))
        and not any(map(str.isdigit, name))
        and not words[0][0].islower()
        and not words[-1][0].islower()
        and not any(word[0].islower() and word.partition("'")[0] not in SMALL for word in words[1:-1])
        and not roles & set(map(lowered, words))
    )


@dataclass(frozen=True, slots=True)
class Lists:
    """How by-lines begin, what follows a "by" inside a line, roles that are no names, and where they follow one.

    `others` is what begins the names of those who did not write: editors, photographers.
    """

    starts: re.Pattern[str]
    inside: re.Pattern[str]
    roles: frozenset[str]
    joints: re.Pattern[str]
    offices: re.Pattern[str]
    others: re.Pattern[str]


@cache
def lists(lang: str) -> Lists:
    """The patterns of a language and of English."""
    codes = dict.fromkeys(("en", lang))
    starts = either({row for code in codes for row in lexicon("byline", code)})
    roles = frozenset(row for code in codes for row in lexicon("roles", code))
    others = {row for code in codes for row in lexicon("others", code)}
    glued = r"(?-i:(?=[A-ZÀ-ÞА-Я]))"
    return Lists(
        starts=re.compile(rf"^(?:(?:{starts})(?:\s*[:：・]\s*|\s+|$|{glued})){{1,2}}", re.IGNORECASE),
        inside=re.compile(r"\s(?:by|von|par|por|di|door|przez)\s+(\S.*)", re.IGNORECASE),
        roles=roles,
        joints=re.compile(r"\s+(?:by|and|AND|und|UND|et|ET|y|e|en|i|и|ve|&|with|mit)\s+"),
        offices=re.compile(rf"(?:(?<=\s)|(?<=\w){glued})(?:{either(roles)})(?!\w)", re.IGNORECASE),
        others=re.compile(rf"(?<!\w)(?:{either(others)})(?!\w)", re.IGNORECASE),
    )


def either(rows: Iterable[str]) -> str:
    """A pattern for any of the rows, the longest first."""
    return "|".join(map(re.escape, sorted(rows, key=lambda row: (-len(row), row))))
