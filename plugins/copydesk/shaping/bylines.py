"""A page in, who wrote it out: names only, no roles, places, handles, desks."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from copydesk.language import lowered
from copydesk.language.days import days
from copydesk.language.lexicons import jobs
from copydesk.language.wrapping import unquoted
from copydesk.model import Label, Reason
from copydesk.shaping.names import HANGUL, PLACE, lists, names, written
from copydesk.shaping.signs import THEIRS, landmarks
from copydesk.shaping.usage import BARE, SHOWN, WORD, Usage, begins_as_people, until_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from copydesk.model import Line, Page

# "（记者 周晓彤）", "（中央社記者林怡君台北17日電）": a place of two or three signs follows a name of two or three.
REPORTER = r"[（(][^（）()]{0,8}[记記]者[\s:：]*"
WIRE = re.compile(
    REPORTER + r"([\u3400-\u9fff]{2,3}(?:、[\u3400-\u9fff]{2,3})*)(?:[）)]|[\u3400-\u9fff]{2,3}\d{1,2}日[电電])"
)
# "記者王小明／台南報導", "原创 林晓舟 城事手记 2026年1月18日".
PLACED = re.compile(r"(?:[记記]者\s*(?=\S{2,4}\s*[／/])|^原[创創]\s+(?=\S{2,4}\s))([\u3400-\u9fff]{2,4})")
COUNTED = re.compile(r"(?<=\w)\s\d")  # "15 October 2026 Ada Orr 6 Comments"
GAP = re.compile(r"\u3000|\t|\s{2,}|\s[|·•]\s")  # parts what a line with the date says beside it
SIGNED = re.compile(r"\([^()]{1,60}\)\s*$")  # how a story is signed at its end: "(Ada Orr, 14.1.2026)"
JOINED = re.compile(r"(?:[,&]|\band)\s+$")  # before the last part of an office's name: "Food & Rural Affairs"
OPENING = 40  # characters of a report in which it names its reporter
MOST = 4  # names in a byline
ABOVE, BELOW, AFTER = 3, 5, 3  # lines above and below the headline, and below the article, where by-lines stand
FAR = 8  # lines below the headline in which a bare name stands: buttons are between
FARTHER = 16  # those in which one stands that begins with a first name
NAMED = 80  # characters of a line that names people and what or where they are, at most
TOLD = 8  # words of a line that ends as a sentence does, from which it is no by-line: "By subscribing, I agree to …"
HEADED = ("markdown", "text")  # kinds of seeds that name an author outside their text in front matter alone
HEADS = (Label.HEADLINE, Label.STANDFIRST)  # kept above the story's first line
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
        [page.seed.found.byline],
        posters(page),
        by_lines(page),
        below_starts(page, usage),
        in_wire(page),
        beside_dates(page, usage),
        bare(page, usage),
        offices(page, usage),
        above(page, usage),
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
        offices = known.roles & {lowered(piece), *lowered(piece).split()}
        found += list(names(piece, lang)) or ([] if offices or ADDRESS.search(piece) or not piece else [piece])
    if any(names(text, lang)):
        return listed(list(dict.fromkeys(found)))
    return "" if ADDRESS.search(text) else text


def posters(page: Page) -> Iterator[str]:
    """The name above a post that was copied from a feed."""
    yield from (line.text for line in page.lines if line.label is Label.BYLINE and line.dropped_by == Reason.POST)


def by_lines(page: Page) -> list[str]:
    """The texts of the lines that begin as by-lines do: those around the headline, then those elsewhere."""
    starts = lists(page.seed.lang).starts
    labelled = [line for line in page.lines if line.label is Label.BYLINE and line.dropped_by not in THEIRS]
    texts = [unquoted(line.text[:SHOWN]).strip().strip(" ()") for line in (*around(page), *labelled)]
    begun = [(text, found) for text in texts if (found := starts.match(text))]
    return [until_date(text, page.seed.lang) for text, found in begun if not goes_on(text[found.end() :])]


def goes_on(rest: str) -> bool:
    """Whether a line goes on as a sentence does behind the word that it begins with as by-lines do."""
    return rest[:1].islower() and len(rest.split()) >= TOLD


def below_starts(page: Page, usage: Usage) -> Iterator[str]:
    """The lines of names below one around the headline that holds no more than how by-lines begin: "By", "Authors"."""
    known = lists(page.seed.lang)
    near = {id(line) for line in around(page)}
    for at, (line, below) in enumerate(pairwise(page.lines)):
        text = line.text.strip()
        begun = id(line) in near and (known.starts.fullmatch(text) or lowered(text.rstrip(":")) in known.authors)
        post = begun and is_office(line.text, page.seed.lang) and usage.sole(page.lines[at - 1].text)  # of who is above
        if begun and not post and usage.is_strange(below.text):
            rest = page.lines[at + 1 : at + 1 + FAR]
            named = {one for one, line in enumerate(rest) if begins_as_people(usage.sole(line.text))}
            others = (rest[one].text for one in block(0, rest, named, page.seed.lang) if one)
            yield " | ".join((below.text[:SHOWN], *others))


def beside_dates(page: Page, usage: Usage) -> Iterator[str]:
    """What a line with a date around the headline says behind a "by", else what can be a name before the date."""
    known = lists(page.seed.lang)
    for line in around(page):
        text = written(line.text[:SHOWN], page.seed.lang)
        named = days(text, page.seed.lang)
        behind = known.inside.search(text) if named else None
        pieces = (piece for piece in GAP.split(text)[1:] if named and known.starts.match(piece))
        if behind:
            yield behind[1]
        elif piece := next(pieces, ""):
            yield piece
        elif named:
            behind_day = COUNTED.split(named[-1].after.lstrip(" -–—/"))[0]
            yield usage.strange_pieces(named[0].before) or usage.strange_pieces(behind_day)


def bare(page: Page, usage: Usage) -> Iterator[str]:
    """The short lines between headline and story that can be a name and nothing else, with the others of their block.

    First that beside a day, then those that stand twice, as a writer's does and a photographer's not; those who took
    pictures and people in the story come last.
    """
    if any(line.dropped_by == Reason.POST for line in page.lines):
        return  # who wrote a post is named above it
    often = Counter(line.text.strip() for line in page.dropped)
    dated = {
        one.text for pair in pairwise(page.lines) for one in pair if any(line.label is Label.DATE for line in pair)
    }
    story = "\n".join(SIGNED.sub("", line.text) for line in page.kept)
    close, near = len(between(page)), between(page, FARTHER)
    named = {at: name for at, line in enumerate(near) if (name := usage.sole(line.text))}
    named = {at: name for at, name in named.items() if at < close or begins_as_people(name)}
    late = {at: (name in story, near[at].dropped_by == Reason.CREDIT) for at, name in named.items()}
    for at in sorted(named, key=lambda at: (*late[at], near[at].text not in dated, -often[near[at].text.strip()])):
        own = {one for one in named if not any(late[one]) and (near[at].text in dated or begins_as_people(named[one]))}
        yield " | ".join(named[one] for one in block(at, near, own, page.seed.lang))


def block(at: int, near: Sequence[Line], named: Set[int], lang: str) -> list[int]:
    """The lines that name those who wrote with who stands at an index: what they are stands between, and no menu."""
    found = {at}
    for step in (-1, 1):
        one = at + step
        while one in named or (0 <= one < len(near) and is_of_one(near[one].text, lang)):
            found |= {one} & named
            one += step
    return sorted(found)


def offices(page: Page, usage: Usage) -> Iterator[str]:
    """The short lines between headline and story that name people with an office or a place, and nothing else.

    Then names with an office on the line below, as they stand beside a picture of who wrote.
    """
    known = lists(page.seed.lang)
    near = [line.text for line in between(page) if len(line.text) <= NAMED and line.dropped_by != Reason.CREDIT]
    told = {line.text.strip() for line in page.lines}
    placed = [text for text in near if known.offices.search(text) or (PLACE.search(text) and text[-1:] != ".")]
    parted = (text.strip().partition(", ") for text in near)
    placed += [name for name, _, paper in parted if paper and paper in told]
    outside = [line.text for line in aside(page.lines) if len(line.text) <= NAMED]
    titled = (name for name, office in pairwise(outside) if is_office(office, page.seed.lang) and len(name) <= BARE)
    for text in chain(placed, titled):
        found = list(names(text, page.seed.lang))
        joined = bool(found) and JOINED.search(text.partition(found[0])[0])
        strange = all(HANGUL.fullmatch(name) or usage.is_strange(name) for name in found)  # an office stands behind it
        if found and not joined and "\t" not in text and strange:
            yield text


def above(page: Page, usage: Usage) -> Iterator[str]:
    """The short lines above the headline that can be a name and nothing else, where a day stands beside."""
    top = landmarks(page).top
    near = short(aside(page.lines[max(0, top - ABOVE) : top]))
    if any(days(text, page.seed.lang) for text in near):
        yield from filter(usage.are_strange, near)


def short(found: Iterable[Line]) -> list[str]:
    """The texts of the lines that are no longer than names, and no rows of a table."""
    return [line.text for line in found if len(line.text) <= BARE and "\t" not in line.text]


def aside(found: Iterable[Line]) -> list[Line]:
    """The lines that are dropped, but for those that name others than who wrote."""
    return [line for line in found if line.dropped_by not in ("", *THEIRS)]


def is_of_one(text: str, lang: str) -> bool:
    """Whether a line says of who is named above what they are, or how to reach them: "Partner, Leeds", "+ Follow"."""
    words = WORD.findall(lowered(PIECE.split(text.strip())[0]))
    offices = lists(lang).roles | jobs("job", lang)
    return bool(ADDRESS.search(text)) or not words or words[-1] in offices or words[0] in offices


def is_office(text: str, lang: str) -> bool:
    """Whether a line is what somebody is: "Senior Reporter, Climate"; "News" is a role, and mostly a menu's."""
    told = lowered(PIECE.split(text.strip())[0])
    return told in lists(lang).roles and not jobs("job", lang).isdisjoint(told.split())


def in_wire(page: Page) -> Iterator[str]:
    """The reporter whom a report in Chinese names in brackets where it begins, or above, before a place."""
    first = next((line.text for line in page.kept if line.label is Label.PARAGRAPH), "")
    texts = (line.text for line in around(page) if len(line.text) <= BARE)
    found = (WIRE.search(first[:OPENING]), *map(PLACED.search, texts))
    yield from (one[1] for one in found if one)


def between(page: Page, room: int = FAR) -> list[Line]:
    """The dropped lines right below the headline, above the story's first line; `room` counts all lines."""
    head = next((at for at, line in enumerate(page.lines) if line.label is Label.HEADLINE), None)
    if head is None:
        return []
    below = page.lines[head + 1 : head + 1 + room]
    kept = (at for at, line in enumerate(below) if not line.dropped_by and line.label not in HEADS)
    story = next((at for at in kept if at > 1), len(below))
    return aside(below[:story])


def around(page: Page) -> list[Line]:
    """The dropped lines where by-lines stand: below the headline, above it, below the article."""
    lines, where = page.lines, landmarks(page)
    top, last = where.top, where.last
    spots = [*range(top + 1, max(top, where.lead[0]) + BELOW), *range(top - 1, top - 1 - ABOVE, -1)]
    spots += range(last + 1, last + 1 + AFTER)
    return aside(lines[at] for at in dict.fromkeys(spots) if 0 <= at < len(lines))


def listed(found: list[str]) -> str:
    """Names as a sentence lists them."""
    return " and ".join([*([", ".join(found[:-1])] if found[:-1] else []), *found[-1:]])
