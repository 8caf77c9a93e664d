"""A sheet and its body in, the pieces out that belong to it because others like them do: a series stays together."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from copydesk.cleaning.ends import LEAD
from copydesk.cleaning.facts import is_day
from copydesk.cleaning.marks import CLOCK, furniture, is_whole, spoken
from copydesk.cleaning.phrases import EDGE
from copydesk.cleaning.prose import asks, is_title

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from copydesk.cleaning.sheet import Sheet

LABEL = 5  # words of what stands before a colon, at most: who speaks, what an entry says each time
SEVERAL = 2  # pieces of the body that are alike, from which a series is told
# "7. To Zagreb", "Step 3: Rinse", "IV. Litigation": what counts, its number, and a sign behind.
NUMBERED = re.compile(
    r"(?:(?P<word>[^\W\d_]{2,12}) )?(?P<number>\d{1,2})(?:[.)] ?(?=\D)|\s?[:–—]\s)|(?P<roman>[IVX]{1,5})\. "
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
HEADING = 0.26  # the chance from which a line is a heading: where found and missed headings balance
ENTRY = 4  # pieces of an entry at most, from its number to the next
NOTE = re.compile(r"\[[^\[\]]{1,60}\]|\([^()]{1,60}\)")  # what a transcript says is heard
BOX = 8  # pieces between two entries of a live report, or turns of a talk, at most: buttons, other stories
HOUR = 4  # words of a line that says the hour of an entry: "15.10 GMT"


def series(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The pieces that the body's own series hold beside those that are wanted."""
    if not wanted:
        return []
    kept = frozenset(wanted)
    return [
        *labelled(sheet, wanted),
        *answers(sheet, kept),
        *counted(sheet, wanted),
        *enumerated(sheet, wanted),
        *hourly(sheet, wanted),
    ]


def labelled(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The pieces with a label that several pieces of the body have: turns of a talk, a price below each entry.

    Inside the body and right above or below it; there what a transcript says is heard is of it too, and a question
    between two turns.
    """
    told = Counter(filter(None, (label(sheet, at) for at in wanted)))
    known = {one for one, often in told.items() if often >= SEVERAL}

    def alike(at: int) -> bool:
        return label(sheet, at) in known or bool(known and NOTE.fullmatch(sheet.text(at).strip()))

    above = takewhile(alike, reversed(range(wanted[0])))
    turns = list(takewhile(lambda at: alike(at) or asks(sheet.text(at)), range(wanted[-1] + 1, len(sheet.pieces))))
    last = max(filter(alike, turns), default=wanted[-1])  # a question without an answer is a box's
    below = [at for at in turns if at <= last]
    if len(known) > 1 and any(asks(sheet.text(at)) for at in wanted if label(sheet, at) in known):
        below += behind(sheet, last, known)
    return [*above, *filter(alike, range(wanted[0], wanted[-1])), *below] if known else []


def behind(sheet: Sheet, last: int, known: Container[str]) -> Iterator[int]:
    """The turns of a talk that follow a piece, boxes of other stories between them."""
    end = len(sheet.pieces)
    while (at := next((at for at in range(last + 1, min(last + BOX, end)) if label(sheet, at) in known), 0)) > 0:
        yield at
        last = at


def label(sheet: Sheet, at: int) -> str:
    """What stands before a piece's colon, "" where that is no label."""
    head, _, told = sheet.folded[at].partition(": ")
    return head if told and head.count(" ") < LABEL else ""


def answers(sheet: Sheet, kept: frozenset[int]) -> Iterator[int]:
    """The lone pieces below a question of the body that end as sentences do, however short they are."""
    lone = (at for at in range(min(kept) + 1, max(kept)) if at not in kept and {at - 1, at + 1} <= kept)
    return (at for at in lone if asks(sheet.text(at - 1)) and ends_plainly(sheet, at))


def counted(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The entries that go on where the body's numbered headings end, and those before its first: "7. To Zagreb"."""
    inside = bare_numbers(sheet, wanted)
    if len(inside) < SEVERAL or not in_turn([*inside.values()]):
        return []
    numbers = bare_numbers(sheet, range(len(sheet.pieces)))
    first, last = min(inside), wanted[-1]
    found = [at for at in range(max(0, first - ENTRY), first) if numbers.get(at) == inside[first] - 1]
    number = inside[max(inside)] + 1
    while at := next((at for at in range(last + 1, last + 1 + ENTRY) if numbers.get(at) == number), 0):
        below = entry(sheet, at, len(sheet.pieces))
        found += [*range(last + 1, at), *below]
        last, number = below[-1], number + 1
    return found


def bare_numbers(sheet: Sheet, pieces: Iterable[int]) -> dict[int, int]:
    """The numbers of those among some pieces that are titles with a number and no word before it."""
    told = ((at, numbered(sheet, at)) for at in pieces)
    return {at: number for at, (word, number) in told if number and not word}


def titled(sheet: Sheet, body: Sequence[int]) -> list[int]:
    """The pieces of the body that are titles because the others of their series are."""
    return [*hourly(sheet, body), *enumerated(sheet, body)]


def enumerated(sheet: Sheet, body: Sequence[int]) -> Iterator[int]:
    """The titles inside the body that count on, where one looks like a heading or half stand right above a paragraph.

    On pages of sites that the labeller never saw all eighteen such lines that it left out were the article's; of those
    that were no headings before three in four were marked as some.
    """
    for run in chains(sheet, range(body[0], body[-1]) if body else ()):
        apart = all(at + 1 < after for at, after in pairwise(run))  # what stands together is a list
        shown = any(sheet.verdicts.heading[at] >= HEADING for at in run)
        if apart and (shown or 2 * sum(above_paragraph(sheet, at) for at in run) >= len(run)):
            yield from run


def chains(sheet: Sheet, pieces: Iterable[int]) -> list[list[int]]:
    """The numbered titles among some pieces that count on from one to the next, by what they count.

    Each section may begin anew.
    """
    found: list[list[int]] = []
    ends: dict[tuple[str, int], list[int]] = {}
    for at in pieces:
        word, number = numbered(sheet, at)
        if number:
            run = ends.pop((word, number - 1), [])
            if not run:
                found.append(run)
            run.append(at)
            ends[word, number] = run
    return [run for run in found if len(run) > SEVERAL]


def above_paragraph(sheet: Sheet, at: int) -> bool:
    """Whether what stands right below a piece is a sentence of some length."""
    return bool(sheet.verdicts.words[at + 1] >= LEAD) and is_whole(sheet.text(at + 1))


def in_turn(numbers: Sequence[int]) -> bool:
    """Whether each number is one more than the one before."""
    return all(one + 1 == after for one, after in pairwise(numbers))


def numbered(sheet: Sheet, at: int) -> tuple[str, int]:
    """What a title counts, "" where it names nothing, and its number, 0 where it bears none."""
    found = NUMBERED.match(sheet.text(at).strip())
    if not found or not is_title(sheet.text(at), sheet.lang):
        return "", 0
    roman = found["roman"]
    if roman:
        return ".", ROMAN.index(roman) + 1 if roman in ROMAN else 0
    return (found["word"] or "").lower(), int(found["number"])


def entry(sheet: Sheet, at: int, end: int) -> list[int]:
    """The pieces of an entry: its title and the sentences below, before `end`."""
    return [at, *takewhile(lambda one: ends_plainly(sheet, one), range(at + 1, min(at + ENTRY, end)))]


def ends_plainly(sheet: Sheet, at: int) -> bool:
    """Whether a piece ends as sentences do and speaks of no furniture."""
    text = sheet.text(at)
    return is_whole(text) and max(furniture(text, sheet.lang)) < EDGE


def hourly(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The titles between the hours of a live report's entries and their first sentences, where there are several.

    And the entries that go on below the body, behind boxes.
    """
    kept = set(wanted)
    near = range(max(1, wanted[0] - 1), wanted[-1]) if wanted else ()
    found = [at for at in near if at + 1 in kept and is_hourly(sheet, at)]
    return [*found, *later(sheet, wanted[-1])] if len(found) >= SEVERAL else []


def later(sheet: Sheet, last: int) -> Iterator[int]:
    """The titles and sentences of the entries of a live report that follow a piece."""
    end = len(sheet.pieces) - 1
    while (at := next((at for at in range(last + 2, min(last + BOX, end)) if is_hourly(sheet, at)), 0)) > 0:
        below = entry(sheet, at, end)
        yield from below
        last = below[-1]


def is_hourly(sheet: Sheet, at: int) -> bool:
    """Whether a piece is a title right below an hour or a day, and right above a sentence."""
    above = sheet.verdicts.words[at + 1] >= LEAD  # asked first, as the quickest
    return bool(above) and is_hour(sheet.text(at - 1), sheet.lang) and is_title(sheet.text(at), sheet.lang)


def is_hour(text: str, lang: str) -> bool:
    """Whether a line says an hour or a day and nothing else: "15.10 GMT"."""
    return is_day(text, lang) or (len(spoken(text, lang)) <= HOUR and bool(CLOCK.search(text)))
