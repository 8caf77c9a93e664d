"""A page in, who wrote it out: names only, no roles, places, handles, desks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING

from copydesk.language import lexicon
from copydesk.language.days import days
from copydesk.language.wrapping import unquoted
from copydesk.model import Label
from copydesk.shaping.signs import FIELDS, landmarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.model import Line, Page

PARTS = re.compile(r"\s*(?:[|•·,;/、，]|\s[-–—]\s|(?<!\w)@\w+|\(|\))\s*")
NAME = re.compile(
    r"(?:[^\W\d_]\.\s?){0,3}[^\W\d_][\w.'’-]*(?:\s(?:[^\W\d_]\.|(?:de|da|di|du|del|della|van|von|den|der|ter|al|el|bin|la|le)\b|[^\W\d_][\w.'’-]*)){1,4}"
)
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff·]{2,8}")
PLACE = re.compile(r"\s(?:in|at|for|on|en|à|aus|op|am)(?:\s.*)?$", re.IGNORECASE)
FIGURE = re.compile(r"\d.*$")
WORD = re.compile(r"[^\W\d_]+")
GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])")  # what two places showed without a space between them
MOST = 4  # names in a byline
SHOWN = 200  # characters of a line that are looked at
ABOVE, BELOW, AFTER = 3, 5, 3  # lines above and below the headline, and below the article, where by-lines stand
BARE = 40  # characters of a line that is a name and nothing else, at most
PAIR = 2  # words of most names
POSTED = "post header"  # lines dropped as such stand above a post of a feed
HEADED = ("markdown", "text")  # kinds of seeds that name an author outside their text in front matter alone
ADDRESS = re.compile(r"://|\S@\S|^@")
PIECE = re.compile(r"\s*[,;|]\s*")
NAMELESS = "the front matter's author is an address and no name: {}"


def byline(page: Page) -> str:
    """The names in the by-line, joined with "and"; "" where there is none."""
    said = page.seed.told.byline or believed(headed(page), page.seed.lang)
    if said:
        return said
    usage = Usage(page)
    for text in chain(
        [page.seed.found.byline], posters(page), by_lines(page), beside_dates(page, usage), bare(page, usage)
    ):
        found = list(dict.fromkeys(names(text, page.seed.lang)))
        if found:
            return listed(found[:MOST])
    return ""


def headed(page: Page) -> str:
    """The author that front matter names, "" where none does."""
    return page.seed.found.byline if page.seed.kind in HEADED else ""


def nameless(page: Page) -> str:
    """A warning where front matter gives an address for an author, which no reader is shown."""
    text = headed(page)
    return NAMELESS.format(text) if text and not (page.seed.told.byline or believed(text, page.seed.lang)) else ""


def believed(text: str, lang: str) -> str:
    """The people that front matter names: who wrote it knew them, whether their names look like names or not.

    Where some do, an office among the others is one of theirs; where none does, all stands as it is. Addresses are no
    names: programs that keep pages put them there.
    """
    known = lists(lang)
    found: list[str] = []
    for piece in PIECE.split(known.joints.sub(", ", text)):
        offices = known.roles & {piece.lower(), *piece.lower().split()}
        found += list(names(piece, lang)) or ([] if offices or ADDRESS.search(piece) or not piece else [piece])
    if any(names(text, lang)):
        return listed(list(dict.fromkeys(found)))
    return "" if ADDRESS.search(text) else text


def posters(page: Page) -> Iterator[str]:
    """The name above a post that was copied from a feed."""
    yield from (line.text for line in page.lines if line.label is Label.BYLINE and line.dropped_by == POSTED)


def by_lines(page: Page) -> list[str]:
    """The texts of the lines that begin as by-lines do: those around the headline, then those elsewhere."""
    starts = lists(page.seed.lang).starts
    labelled = [line for line in page.lines if line.label is Label.BYLINE and line.dropped_by != FIELDS]
    texts = [unquoted(line.text[:SHOWN]).strip(" ()") for line in (*around(page), *labelled)]
    return [until_date(text, page.seed.lang) for text in texts if starts.match(text)]


def until_date(text: str, lang: str) -> str:
    """What stands before the first date of a text; all of it where nothing does."""
    named = days(text, lang)
    return named[0].before if named and WORD.search(named[0].before) else text


def beside_dates(page: Page, usage: Usage) -> Iterator[str]:
    """What a line with a date around the headline says behind a "by", else what can be a name before the date."""
    inside = lists(page.seed.lang).inside
    for line in around(page):
        named = days(line.text[:SHOWN], page.seed.lang)
        behind = inside.search(line.text[:SHOWN]) if named else None
        if behind:
            yield behind[1]
        elif named and usage.is_strange(named[0].before):
            yield named[0].before


def bare(page: Page, usage: Usage) -> Iterator[str]:
    """The short lines between headline and story that can be a name and nothing else, people in the story last."""
    story = "\n".join(line.text for line in page.kept)
    short = (line.text for line in between(page) if len(line.text) <= BARE)
    texts = [text for text in short if "\t" not in text and not UNSPACED.search(text)]  # a tab parts a table's cells
    yield from sorted((text for text in texts if usage.is_strange(text)), key=lambda text: text.strip() in story)


@dataclass(frozen=True)
class Usage:
    """How a page uses its words, found out when it is first asked: most by-lines name their author plainly."""

    page: Page

    def is_strange(self, text: str) -> bool:
        """Whether none of a text's words is common: names are made of words that stand for nothing else.

        Where letters have no case and words are parted, as in Arabic, nothing shows that a word is common.
        """
        words = [word.casefold() for word in WORD.findall(text)]
        if any(word == word.upper() for word in words) and not UNSPACED.search(text):
            return False
        return bool(words) and menus(self.page.seed.lang).isdisjoint(words) and self.common.isdisjoint(words)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the page writes in small letters somewhere, and those of its headline."""
        title = " ".join(line.text for line in self.page.lines if line.label is Label.HEADLINE)
        words = WORD.findall("\n".join(line.text for line in self.page.lines))
        named = map(str.casefold, WORD.findall(title))
        return frozenset({*filter(str.islower, set(words)), *named})


@cache
def menus(lang: str) -> frozenset[str]:
    """The words of furniture in a language and in English."""
    rows = (*lexicon("furniture", "en"), *lexicon("furniture", lang))
    return frozenset(word.casefold() for row in rows for word in WORD.findall(row))


def between(page: Page) -> list[Line]:
    """The dropped lines right below the headline, above the story's first line."""
    head = next((at for at, line in enumerate(page.lines) if line.label is Label.HEADLINE), None)
    if head is None:
        return []
    below = page.lines[head + 1 : head + 1 + BELOW]
    story = next((at for at, line in enumerate(below) if not line.dropped_by and at > 1), len(below))
    return [line for line in below[:story] if line.dropped_by not in ("", FIELDS)]


def around(page: Page) -> list[Line]:
    """The dropped lines where by-lines stand: below the headline, above it, below the article."""
    lines, where = page.lines, landmarks(page)
    top, last = where.top, where.last
    spots = [*range(top + 1, max(top, where.lead[0]) + BELOW), *range(top - 1, top - 1 - ABOVE, -1)]
    spots += range(last + 1, last + 1 + AFTER)
    near = [lines[at] for at in dict.fromkeys(spots) if 0 <= at < len(lines)]
    return [line for line in near if line.dropped_by not in ("", FIELDS)]


def listed(found: list[str]) -> str:
    """Names as a sentence lists them."""
    return " and ".join([*([", ".join(found[:-1])] if found[:-1] else []), *found[-1:]])


def names(text: str, lang: str) -> Iterator[str]:
    """The names of people in a by-line. An office right behind the first name takes the rest of the line."""
    known = lists(lang)
    text = known.others.split(text)[0]
    pieces = [piece for part in PARTS.split(known.joints.sub("|", " ".join(text.split()))) for piece in part.split("|")]
    for at, piece in enumerate(pieces):
        name = PLACE.sub("", known.starts.sub("", FIGURE.sub("", piece).strip(" .:")).strip(" .:"))
        office = known.offices.search(name) if at == 0 else None
        name = without(name, office.start()) if office else name
        if name.lower() not in known.roles and is_name(name, known.roles):
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
    if UNSPACED.fullmatch(name):
        return True
    words = name.split()
    return (
        bool(NAME.fullmatch(name))
        and not any(map(str.isdigit, name))
        and not words[0][0].islower()
        and not words[-1][0].islower()
        and not roles & {word.lower() for word in words}
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
        starts=re.compile(rf"^(?:(?:{starts})(?:\s*:\s*|\s+|$|{glued})){{1,2}}", re.IGNORECASE),
        inside=re.compile(r"\s(?:by|von|par|por|di|door|przez)\s+(\S.*)", re.IGNORECASE),
        roles=roles,
        joints=re.compile(r"\s+(?:by|and|und|et|y|e|en|i|и|ve|&|with|mit)\s+"),
        offices=re.compile(rf"(?:(?<=\s)|(?<=\w){glued})(?:{either(roles)})(?!\w)", re.IGNORECASE),
        others=re.compile(rf"(?<!\w)(?:{either(others)})(?!\w)", re.IGNORECASE),
    )


def either(rows: Iterable[str]) -> str:
    """A pattern for any of the rows, the longest first."""
    return "|".join(map(re.escape, sorted(rows, key=lambda row: (-len(row), row))))
