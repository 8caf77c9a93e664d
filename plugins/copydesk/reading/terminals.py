"""Lines as a browser in a terminal prints a page in, the same without its numbers of links and its list of them out."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from copydesk.language import lexicon, lowered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copydesk.model import Line

# What a person sets a note behind, or goes on with behind it: "a disgrace”[1]—and", "[1]/[2]".
CLOSING = r".,;:!?…。，、；：！？)\]”’»」』–—/"
# "told [23]CNN affiliate KPAX", "rises.[14][1]": before a link's text and glued to it, as a person sets no note.
NUMBER = re.compile(rf"(?<![^\W_])(?<![{CLOSING}])\[(\d{{1,4}})\](?=[^\s{CLOSING}-])|\[(\d{{1,4}})\](?=\[\d)")
TOLD = re.compile(r"\[(\d{1,4})\]")
ADDRESS = re.compile(r"\[?(\d{1,4})[.\]]\s+[a-z][a-z+.-]*:\S+", re.IGNORECASE)  # "12. https://a.example/"
LISTED = 3  # numbers that show what printed a page where a list at its end has their addresses
ALONE = 10  # those that do without the list: fewer, each said once, may be the points that somebody counts
PARTS = 2  # of a page, between blank lines, that have numbers at the least: somebody counts points in one
GLUED = 0.5  # of all numbers in the text, those that stand before words: with fewer the list at the end is of notes
SKIPPED = 20  # numbers that may be left out between two: those of links without text
STEADY = 0.8  # of the steps from number to number, those that are by one
LINES = "list: "
FIELD = re.compile(r"\[ {4,}\]")  # w3m draws what a reader fills in, as nobody writes
# "[skillet-1]": w3m gives the name of a picture's file where nothing describes it. "[sic]" and "[co-op]" are words,
# "[COVID-19]" is a name: a file's has an underscore, two hyphens, a number behind one and no capitals, or a suffix.
PICTURE = re.compile(
    r"\[(?=[^\]]*[^\W\d_])(?=[^\]]*_|[^\]-]*-[^\]-]*-|[^\]A-Z-]*-\d[^\]A-Z]*\]"
    r"|[^\]]*\.(?i:png|jpe?g|gif|webp|svg|avif|bmp|ico)\])[\w.%+-]+\]"
)


class Mark(NamedTuple):
    """The number of a link, on which line it stands, and where in it."""

    number: int
    at: int
    start: int


def printed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without what Lynx, ELinks and w3m add, where the page proves that one of them printed it.

    The list of addresses and the names of pictures leave their lines empty. All else in brackets stays.
    """
    addresses = listing(lines)
    found = numbers(lines[: min(addresses, default=len(lines))])
    sure = proven(found, lines, addresses)
    marks = {(mark.at, mark.start) for mark in found} if sure else set()
    emptied = (addresses.keys() if sure else set()) | pictures(lines)

    def bare(at: int, line: Line) -> Line:
        if at in emptied:
            return line._replace(text="")
        if not (marks and plain(line)):
            return line
        text = NUMBER.sub(lambda mark: "" if (at, mark.start()) in marks else mark[0], line.text)
        return line._replace(text=text)

    return tuple(bare(at, line) for at, line in enumerate(lines))


def plain(line: Line) -> bool:
    """Whether a line may hold such a mark: its source's markup set nothing apart in it."""
    return "[" in line.text and not line.spans and not line.markup


def numbers(lines: Sequence[Line]) -> list[Mark]:
    """The numbers glued to what follows them that rise through the page: each above the last, and not far above."""
    found: list[Mark] = []
    told = ((at, one) for at, line in enumerate(lines) if plain(line) for one in NUMBER.finditer(line.text))
    for at, one in told:
        number = int(one[1] or one[2])
        if not found or 0 < number - found[-1].number <= SKIPPED:
            found.append(Mark(number, at, one.start()))
    return found


def proven(found: Sequence[Mark], lines: Sequence[Line], addresses: Mapping[int, int]) -> bool:
    """Whether numbers are those of links: they rise one by one through several parts of the page, and mostly before
    words, and the list that ends the page has their addresses, none left out.

    Without the list it takes many of them that begin above 1, behind menus that were left out, as nobody counts points;
    some inside their lines, and each told once: notes are told twice.
    """
    steps = [second.number - first.number for first, second in pairwise(found)]
    part = [*accumulate(not line.text.strip() for line in lines)]
    if steps.count(1) < STEADY * len(steps) or len({part[mark.at] for mark in found}) < PARTS:
        return False
    told = sum(len(TOLD.findall(line.text)) for at, line in enumerate(lines) if at not in addresses)
    listed = sorted(filter(None, addresses.values()))
    if len({mark.number for mark in found} & {*listed}) >= LISTED:
        return whole(listed) and sum(glued(mark, lines) for mark in found) >= GLUED * told
    inside = any(lines[mark.at].text[: mark.start].strip() for mark in found)
    return not listed and found[0].number > 1 and len(found) >= ALONE and inside and told == len(found)


def whole(numbers: Sequence[int]) -> bool:
    """Whether numbers that rise leave none out between them."""
    return all(second - first == 1 for first, second in pairwise(numbers))


def glued(mark: Mark, lines: Sequence[Line]) -> bool:
    """Whether a mark stands before a word, not before another number in brackets."""
    found = NUMBER.match(lines[mark.at].text, mark.start)
    return bool(found and found[1])


def listing(lines: Sequence[Line]) -> dict[int, int]:
    """The indexes of the lines of the list of links that ends a page, and their numbers; 0 for what parts them."""
    found: dict[int, int] = {}
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text.strip()
        address = ADDRESS.fullmatch(text)
        if not (address or not text or lowered(text.rstrip(":")) in headings()):
            break
        found[at] = int(address[1]) if address else 0
    return found if any(found.values()) else {}


def pictures(lines: Sequence[Line]) -> set[int]:
    """The indexes of the lines that are no more than the name of a picture's file, on a page that w3m printed."""
    named = {at for at, line in enumerate(lines) if plain(line) and PICTURE.fullmatch(line.text.strip())}
    return named if named and any(FIELD.search(line.text) for line in lines) else set()


@cache
def headings() -> frozenset[str]:
    """What stands above the list of links."""
    rows = (row for row in lexicon("references", "en") if row.startswith(LINES))
    return frozenset(row.removeprefix(LINES) for row in rows)
