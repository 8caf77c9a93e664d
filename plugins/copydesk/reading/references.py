"""Lines in, the same out without the marks that wikis put behind words and headings: "[1]", "[citation needed]"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.language.lexicons import LANGUAGES, lexicon
from copydesk.model import Label
from copydesk.reading.terminals import printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.model import Line

GLUE = "[\u200b\u2060]{0,3}"  # stands around a mark where no line may break
BEHIND = r"(?<=[^\s\[(])"  # a mark is glued to what it is of; what an outlet adds in brackets has a blank before it
STOPS = '.,;:!?…。，、；：！？"”’»)'
NUMBER = r"\d{1,3}(?:\s?[-–,]\s?\d{1,3})*"  # "[3]", "[3, 4]"; "[2026]" is a year
NUMBERED = r"[^\W\d_]{1,2}\s?\d{1,3}"  # "[A 1]", "[nb 2]"
LETTER = r"(?<=[.,;:!?…\]]\[)[a-z](?!\]\w)"  # "the[y]" and "[a] farce" are an outlet's own
PAGES = r"(?::\s?\d+(?:[-–]\d+)?(?:,\s?\d+(?:[-–]\d+)?)*)?"  # ":12–14", in the book that the mark names
CITED = re.compile(rf"{BEHIND}{GLUE}\[(\d{{1,3}})\]")
ENDED = re.compile(rf"[{STOPS}]{GLUE}\[\d{{1,3}}\]")
NOTE = re.compile(r"\s*\[(\d{1,3})\]\s?[^\s\[]")  # a note that the page has itself, which its marks lead to
SECTION = re.compile(r"\s?\[([^\[\]]{2,60})\]\s*$")
EMPTY = re.compile(r"([^\W\d_][^.;=(){}\[\]]{0,60}(?<=\w))\[\]\s*")  # "History[]", whose links lost their words
STEP = re.compile(r"\s*[|·]\s*")  # between the ways to edit a section
EDIT, WANTS = "edit: ", "note: "
PAIR = 2  # marks that show that a page has some; one behind a full stop does too
WORD, OTHER = re.compile(r"[^\W\d_]+"), r"[^\w\[\]]"  # few of the others stand beside a word: no search takes long


def unmarked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without marks; "[sic]", "[he]" and marks whose notes stand on the page are the outlet's own.

    What a source's own markup set in pieces is left as it is.
    """
    if not any("[" in line.text for line in lines):
        return tuple(lines)  # as nearly all pages
    lines = printed(lines)
    marks = patterns(cites(lines))
    noted = {found[1] for line in lines if "[" in line.text and (found := NOTE.match(line.text))}
    kept = re.compile(rf"\[(?:{'|'.join(noted)})\]") if noted else None

    def bare(line: Line) -> Line:
        if line.spans or "[" not in line.text:
            return line
        text = marks.sub(lambda found: found[0] if kept and kept.search(found[0]) else "", line.text)
        return line._replace(text=text)

    return tuple(map(bare, titled(lines)))


def titled(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, headings without the ways to edit their section, which stand behind them or below and show them."""
    told = [at for at, line in enumerate(lines) if line.text.strip()]
    above = {at: heading for heading, at in pairwise(told)}
    ways = {at: found.start() for at in told if "[" in lines[at].text and (found := edited(lines[at]))}
    bare = (at for at in told if "[]" in lines[at].text and not lines[at].spans)
    empty = {at: found.end(1) for at in bare if (found := EMPTY.fullmatch(lines[at].text))}
    ways |= empty if len(empty) >= PAIR else {}
    alone = {at for at, start in ways.items() if not lines[at].text[:start].strip()}
    headings = {above.get(at, at) if at in alone else at for at in ways}
    for at, line in enumerate(lines):
        text = line.text[: ways.get(at, len(line.text))]
        yield (
            line._replace(text=text, markup=line.markup or Label.HEADING)
            if at in headings
            else line._replace(text=text)
        )


def edited(line: Line) -> re.Match[str] | None:
    """The ways to edit a section at a line's end."""
    found = None if line.spans else SECTION.search(line.text)
    return found if found and all(way in edits() for way in STEP.split(found[1].casefold().strip())) else None


def cites(lines: Sequence[Line]) -> bool:
    """Whether a page has marks in numbers: several, or one behind a full stop; an index in code may be 0."""
    texts = [line.text for line in lines if "[" in line.text]
    found = {number for text in texts for number in CITED.findall(text)}
    return "0" not in found and (len(found) >= PAIR or any(map(ENDED.search, texts)))


@cache
def patterns(numbers: bool) -> re.Pattern[str]:
    """Marks in a row, with the commas between them and the pages behind; in `numbers` too where the page has such."""
    kinds = [*map(wanting, listed(WANTS)), NUMBERED, *((NUMBER, LETTER) if numbers else ())]
    mark = rf"\[(?=[^\[\]]{{1,60}}\])(?:{'|'.join(kinds)})\]{PAGES}{GLUE}"  # looks for its end before what it may be
    return re.compile(rf"{BEHIND}{GLUE}{mark}(?:,?{GLUE}{mark})*", re.IGNORECASE)


def wanting(phrase: str) -> str:
    """The pattern of a note's words, with a number between or behind them."""
    between, around = rf"{OTHER}{{1,3}}(?:\d{{1,5}}{OTHER}{{1,3}})?", rf"{OTHER}{{0,3}}"
    return around + between.join(WORD.findall(phrase)) + rf"{around}\d{{0,3}}{around}"


@cache
def edits() -> frozenset[str]:
    """What a wiki calls the ways to edit a section, in any language."""
    return frozenset(row.casefold() for row in listed(EDIT))


def listed(kind: str) -> Iterator[str]:
    """The phrases of a kind in all languages, each once and the longest first."""
    rows = {row.removeprefix(kind) for lang in LANGUAGES for row in lexicon("references", lang) if row.startswith(kind)}
    yield from sorted(rows, key=lambda row: (-len(row), row))
