"""A by-line's text in, the names of people in it out: no roles, places, handles, desks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language import bilingual, either, lexicon, lowered
from copydesk.language.lexicons import jobs
from copydesk.language.people import AND, first_name
from copydesk.language.tokens import VOWELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARTS = re.compile(r"\s*(?:[|•·,;/、，،]|\s[-–—]\s|[\w.+-]+@[\w-]+\.[\w.-]+|@[\w.]+|\(|\))\s*")
INSIDE = rf"[\w.'’{VOWELS}\u200c-]"  # signs of a name behind its first letter
NAME = re.compile(
    rf"(?:[^\W\d_]\.\s?){{0,3}}[^\W\d_]{INSIDE}*"
    rf"(?:\s(?:[^\W\d_]\.|(?:de|da|di|du|del|della|van|von|den|der|ter|al|el|bin|la|le)\b|[^\W\d_]{INSIDE}*)){{1,4}}"
)
UNSPACED = re.compile(r"[々\u3040-\u30ff\u3400-\u9fff·]{2,8}")
HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}")  # a name in Korean, which any word is like: only before an office
# A name in Japanese: "高瀬　真由".
SPLIT = re.compile(r"[\u3400-\u9fff]{1,3}[ \u3000][\u3040-\u30ff\u3400-\u9fff]{1,3}")
PLACE = re.compile(r"\s(?:in|at|for|on|en|à|aus|op|am)(?:\s.*)?$", re.IGNORECASE)
BEHIND = " .:-–—"  # signs behind a name; before one a dash stands below what somebody says
WIDE = re.compile(r"\s{2,}")  # parts names, and a name from an outlet, where a page's markup was lost
# What people put behind their names in capitals. A name in capitals keeps its last word: "Selin MA".
DEGREES = frozenset(
    {
        *("md", "dds", "dvm", "np", "fnp", "pt", "rd", "rdn", "rn", "mph", "phd", "psyd", "ba", "bsc", "ma", "ms"),
        *("msc", "mba", "jd", "llm", "esq", "cfa", "cfp", "cpa", "cpp"),
    }
)
DATELINE = re.compile(r"(?<=\w)(?:,[^,—–]{1,40})? [—–] ")  # "Por Ada Orr, g7 Leeds — Leeds": outlet and place
FIGURE = re.compile(r"\d.*$")
GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])")  # what two places showed without a space between them
PAIR = 2  # words of most names
BY = ("by", "von", "par", "por", "di", "door", "przez")  # what names who wrote inside a line
NEVER = frozenset(
    {"your", "our", "my", "this", "these", "key", "frequently"}
)  # begin what is no person: "Your Site Articles"
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
    text = written(text, lang)
    text = DATELINE.split(text)[0] if known.starts.match(text) else text
    pieces = [piece for part in PARTS.split(known.joints.sub("|", parted(text))) for piece in part.split("|")]
    named = False
    for at, piece in enumerate(pieces):
        name = PLACE.sub("", bare(known.starts.sub("", bare(FIGURE.sub("", piece)))))
        office = known.offices.search(name) if at == 0 else None
        name = without(name, office.start()) if office else name
        name = untitled(name)
        called = is_name(name, known.roles) or (office and HANGUL.fullmatch(name))
        if lowered(name) not in known.roles and called and not (named and is_post(name, lang)):
            named = True
            yield name.title() if name.isupper() else name
        if office:
            return


def bare(piece: str) -> str:
    """A piece of a by-line without the signs at its ends."""
    return piece.lstrip(" .:").rstrip(BEHIND)


def written(text: str, lang: str) -> str:
    """A by-line without those who edited, pictured or reviewed what others wrote; who alone reviewed it, wrote it."""
    known = lists(lang)
    own = known.others.sub("|", known.noted.sub("|", text))
    alone = known.reviewers.sub("|", own)
    return alone if any(map(str.isalpha, alone)) else own


def parted(text: str) -> str:
    """A text with bars for wide gaps where they part names, which have two words at least, and single spaces."""
    pieces = [" ".join(piece.split()) for piece in WIDE.split(text.strip())]
    return ("|" if all(len(piece.split()) >= PAIR for piece in pieces) else " ").join(pieces)


def untitled(name: str) -> str:
    """A name without degrees and its owner's agency or paper behind its words: "Ada Orr MD", "Ada Orr USA TODAY"."""
    found = employers().search(name)
    words = (name[: found.start()] if found and len(name[: found.start()].split()) >= PAIR else name).split()
    while len(words) > PAIR and not name.isupper() and words[-1].replace(".", "").lower() in DEGREES:
        words.pop()
    return " ".join(words)


def is_post(name: str, lang: str) -> bool:
    """Whether what stands behind a name is what its owner is, or is with: "Chief Technology Officer", an agency."""
    words = lowered(name).split()
    post = bool(words) and words[-1] in jobs("job", lang) and not first_name(words[0])
    return post or employers().fullmatch(name) is not None


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
        and lowered(words[0]) not in NEVER
        and not roles & set(map(lowered, words))
    )


@dataclass(frozen=True, slots=True)
class Lists:
    """How by-lines begin, what follows a "by" inside a line, roles that are no names, and where they follow one.

    `others` are those who did not write, editors and photographers, from the word that says so to the next who wrote;
    `noted` are the same where brackets behind a name say so; `reviewers` those who looked a text over;
    `authors` what stands alone above the names of those who wrote.
    """

    starts: re.Pattern[str]
    inside: re.Pattern[str]
    roles: frozenset[str]
    joints: re.Pattern[str]
    offices: re.Pattern[str]
    others: re.Pattern[str]
    noted: re.Pattern[str]
    reviewers: re.Pattern[str]
    authors: frozenset[str]


@cache
def lists(lang: str) -> Lists:
    """The patterns of a language and of English."""
    starts, roles, others = (bilingual(name, lang) for name in ("byline", "roles", "others"))
    writers = {row for row in starts if row.split()[-1] in BY}
    glued = r"(?-i:(?=[A-ZÀ-ÞА-Я]))"
    return Lists(
        starts=re.compile(rf"^(?:(?:{either(starts)})(?:\s*[:：・]\s*|\s+|$|{glued})){{1,2}}", re.IGNORECASE),
        inside=re.compile(rf"\s(?:{either(BY)})\s+(\S.*)", re.IGNORECASE),
        roles=roles,
        joints=re.compile(rf"\s+(?:by|{AND}|AND|UND|ET|with|mit)\s+"),
        offices=re.compile(rf"(?:(?<=\s)|(?<=\w){glued})(?:{either(roles)})(?!\w)", re.IGNORECASE),
        others=stretch(others, writers),
        noted=re.compile(rf"[^,;|()]*\((?:{either(row.rpartition(' ')[0] or row for row in others)})\)", re.IGNORECASE),
        reviewers=stretch(bilingual("reviewers", lang), writers),
        authors=bilingual("authors", lang),
    )


def stretch(begun: Iterable[str], ended: Iterable[str]) -> re.Pattern[str]:
    """The pattern of what begins with any of some words, up to the next of others or the end."""
    return re.compile(
        rf"(?<!\w)(?:{either(begun)})(?!\w).*?(?=(?<!\w)(?:{either(ended)})\s|$)", re.IGNORECASE | re.DOTALL
    )


@cache
def employers() -> re.Pattern[str]:
    """Agencies and papers of several words, where a name ends in one."""
    known = (row for row in (*lexicon("agencies", "en"), *lexicon("outlets", "en")) if " " in row)
    return re.compile(rf"(?:^|\s)(?:{either(known)})$", re.IGNORECASE)
