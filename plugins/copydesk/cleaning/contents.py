"""A sheet in, its tables of contents out: short lines in a row each of which stands once more below, in their order."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, groupby
from typing import TYPE_CHECKING

from copydesk.cleaning.facts import is_ago
from copydesk.cleaning.marks import is_whole
from copydesk.cleaning.prose import is_title
from copydesk.cleaning.series import HEADING, above_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet

LISTED, FEWEST = 12, 2  # words of an entry in a table of contents at most; entries that make one
ROW = 3  # entries of a list of which half show that it is a table of contents, at least
PLACES = 2  # where an entry of a table of contents stands: there, and above its section
ORDINAL = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s")  # "2.1 " before an entry
LABEL = 3  # words of its label at most: "Table of contents"


def contents(sheet: Sheet) -> Mapping[int, str]:
    """Short lines in a row that stand once more below, in the same order: the headings of what follows.

    What stands there several times, above a paragraph here too, is a heading that each entry of a guide has; a row that
    stands in a row there too is what two entries have alike ("Sound: 7.5", "Price: $99").
    """
    inside = {text: at for at, text in enumerate(sheet.flat[: sheet.kept[-1] + 1])} if sheet.kept else {}
    below = [inside.get(text, at) for at, text in enumerate(sheet.flat)]
    rows = (row for row in listings(below, sheet.flat) if below[row[-1]] - below[row[0]] >= len(row))
    often = Counter(sheet.flat)
    told = (at for at in chain.from_iterable(rows) if often[sheet.flat[at]] <= PLACES or not sheet.heads(at))
    return dict.fromkeys(told, "table of contents")


def numbered_contents(sheet: Sheet) -> Mapping[int, str]:
    """The same with a number before each line, below the label of the list: "Contents", "1 History", "1.1 The flood".

    It may name what stands below the article too: "5 References".
    """
    counted = {at: found.end() for at, text in enumerate(sheet.flat) if (found := ORDINAL.match(text))}
    if not counted:
        return {}
    last = {text: at for at, text in enumerate(sheet.flat)}
    rows = listings([last.get(text[counted.get(at, 0) :], at) for at, text in enumerate(sheet.flat)], sheet.flat)
    listed = [row for row in rows if counted.keys() >= set(row) and sheet.flat[row[0]][0] == "1"]
    labels = [row[0] - 1 for row in listed if row[0] > 0 and is_label(sheet.flat[row[0] - 1])]
    return dict.fromkeys([*labels, *chain.from_iterable(listed)], "table of contents")


def is_label(text: str) -> bool:
    """Whether a line could be the label of the list below it."""
    return text.count(" ") < LABEL and not is_whole(text)


def above_body(sheet: Sheet) -> Iterator[int]:
    """The pieces of lists whose entries stand below once more, the last of them in the body: its contents, or menus."""
    last = {text: at for at, text in enumerate(sheet.folded)}
    rows = listings([last[text] for text in sheet.folded], sheet.folded)
    return chain.from_iterable(row for row in rows if len(row) >= ROW and last[sheet.folded[row[-1]]] > sheet.begun)


def entitled(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The titles above paragraphs that a list above names in their order, as a table of contents does; each twice.

    Where half of a longer list are such, or look so, its others are titles too: above a list or another title.
    """
    near = range(wanted[0], wanted[-1]) if wanted else ()
    twice = (at for at in near if sheet.often[sheet.folded[at]] == PLACES)
    likely = sheet.verdicts.heading >= HEADING
    titles = (at for at in twice if likely[at] or is_title(sheet.text(at), sheet.lang))
    inside = [at for at in titles if not is_ago(sheet.text(at), sheet.lang)]
    above = [at for at in inside if above_paragraph(sheet, at)]
    shown = {*above, *(at for at in inside if likely[at])}
    lists = (row for row in named_above(sheet, inside) if len(row) >= ROW)
    shown_lists = (row for row in lists if 2 * len(shown.intersection(row)) >= len(row))
    return list(chain.from_iterable((*named_above(sheet, above), *shown_lists)))


def named_above(sheet: Sheet, titles: Sequence[int]) -> Iterator[list[int]]:
    """Of these titles those that a list above names in their order, each list's by themselves."""
    inside = {sheet.folded[at]: at for at in titles}
    below = [inside.get(text, at) for at, text in enumerate(sheet.folded)]
    return ([below[at] for at in row] for row in listings(below, sheet.folded))


def listings(below: Sequence[int], texts: Sequence[str]) -> Iterator[list[int]]:
    """The rows of short texts each of which stands again `below`, in the same order; a text's own index if nowhere."""
    again = [at for at, place in enumerate(below) if place > at and texts[at].count(" ") < LISTED]
    for _, run in groupby(enumerate(again), key=lambda one: one[1] - one[0]):
        row = [at for _, at in run]
        places = [below[at] for at in row]
        if len(row) >= FEWEST and places[0] > row[-1] and places == sorted(set(places)):
            yield row
