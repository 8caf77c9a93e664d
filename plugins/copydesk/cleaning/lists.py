"""A sheet and its body in, the entries of lists and the rows of tables that belong to the body out."""

from __future__ import annotations

import re
from itertools import chain, count, groupby, takewhile
from typing import TYPE_CHECKING

from copydesk.cleaning.facts import RELATED, is_by_line, is_date_line, is_day
from copydesk.cleaning.marks import ADDRESS, furniture, is_whole
from copydesk.cleaning.phrases import EDGE, WHOLE
from copydesk.cleaning.pointing import points_elsewhere
from copydesk.cleaning.prose import names_speaker
from copydesk.language.rows import cells
from copydesk.language.wrapping import ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from copydesk.cleaning.sheet import Sheet

LIST, ENTRY, ROOM = range(2, 21), 120, 1  # lines of a list that a colon announces; characters of one; blanks above
BELOW, NEAR = 4, 6  # pieces below the body among which a table begins that is still of it; among which a list does
# The chance of being body, and the words, of a line with a colon that announces a list: of nine such lines of marked
# pages of sites that the labeller never saw, lines that it left out, eight were the article's with all of their list.
LIKELY, LEAD_IN = 0.1, 3
FIGURE = re.compile(r"[^\W\d][^:]{1,40}: ?\D{0,3}\d.{0,40}")  # "Policy rate: 2.75% (3.25%)"
ROWS = 3  # rows of figures, or entries of a list that nothing announces, at least: of fewer the labeller knows as much
PARAGRAPH = 15  # words of the paragraph below a list that no blank line ends, at least
# Words of a paragraph that stands alone; how many such show, or one for so many lines that stand together, that blank
# lines part paragraphs.
ALONE, PARTED, SHARE = 12, 3, 4
LABELLED = re.compile(r"[^:.?!]{2,50}: \S.*")  # "Early mornings: the harbour is empty"
OPENERS = ('"', "“", "„", "«", "»", "‘")  # of what somebody says
CODE = ("(", ")", "=", "{", "}")  # signs of code, whose lines end with semicolons too
CODED = re.compile(r"[{}<>\[\]=]|\(\)|//|::|\w\.\w+\(")  # what code looks like wherever a line ends


def listed(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The items of lists most of whose items are body, or which a line of the body announces with a colon."""
    runs = (list(run) for item, run in groupby(range(len(sheet.pieces)), key=lambda at: is_item(sheet, at)) if item)
    kept = frozenset(wanted)
    return [at for run in runs if is_listed(sheet, run, kept) for at in run]


def missing(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The one line that the labeller left out of short ones that stand together inside the body: "Nutmeg".

    What stands first there may be a label, and is no sign.
    """
    kept = frozenset(wanted)
    inside = frozenset(range(wanted[0], wanted[-1] + 1)) if wanted else frozenset()
    rest = (run[1:] for run in tight(sheet, inside) if run[0] in kept and len(run) in LIST)
    lists = (run for run in rest if all(is_entry(sheet, at) for at in run))
    lost = ([at for at in run if at not in kept] for run in lists if len(run) >= ROWS)
    return [out[0] for out in lost if len(out) == 1 and any(map(str.isalpha, sheet.text(out[0])))]


def is_listed(sheet: Sheet, run: Sequence[int], wanted: Set[int]) -> bool:
    """Whether a list is the body's: a list's items stay together."""
    if 2 * sum(one in wanted for one in run) >= len(run):
        return True
    announced = len(run) in LIST and run[0] - 1 in wanted and opens_list(sheet.text(run[0] - 1))
    return announced and not any(ADDRESS.search(sheet.text(at)) for at in run)


def is_item(sheet: Sheet, at: int) -> bool:
    """Whether a piece begins as an item of a list does."""
    return bool(ITEM.match(sheet.firsts[at].text))


def announced(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The lists without bullets that lines with a colon announce: of the body's lines, and such lines beside them.

    The labeller takes a list's lead-in and its entries for the titles of other stories where boxes stand around. Below
    the body, where such titles stand, only what is punctuated as one sentence is a list.
    """
    kept = frozenset(wanted)
    near = range(wanted[0], min(wanted[-1] + NEAR, len(sheet.pieces))) if wanted else ()
    found: list[int] = []
    for at in (at for at in near if opens_list(sheet.text(at))):
        told = at <= wanted[-1] and (at in kept or leads_in(sheet, at))
        below = clauses(sheet, at) or (entries(sheet, at) if told else [])
        found += [at, *below] if below else []
    return found


def leads_in(sheet: Sheet, at: int) -> bool:
    """Whether a piece that ends with a colon may be body, and speaks of no furniture."""
    likely = sheet.verdicts.body[at] >= LIKELY and sheet.verdicts.words[at] >= LEAD_IN
    said = furniture(sheet.text(at), sheet.lang)
    return bool(likely) and said[RELATED] < EDGE and max(said) < WHOLE


def opens_list(text: str) -> bool:
    """Whether a text ends with a colon."""
    return text.rstrip().endswith((":", "："))


def entries(sheet: Sheet, at: int) -> list[int]:
    """The entries of the list that a piece announces, none where it announces none."""
    text = sheet.text(at)
    if not opens_list(text) or sheet.gap(at + 1) > ROOM or points_elsewhere(text, sheet.lang):
        return []
    run = together(sheet, at + 1)
    block = len(run) in LIST and all(is_entry(sheet, one) for one in run)
    return run if block else alike(sheet, at + 1)


def unmarked(sheet: Sheet) -> Iterator[int]:
    """The entries of all lists that the body announces or shows, and its figures, but for code, or rows of tables."""
    runs = (*(entries(sheet, at) for at in sheet.kept_pieces), *glued(sheet), *sheet.tallies)
    return chain.from_iterable(run for run in runs if not any(is_code(sheet.text(at)) for at in run))


def glued(sheet: Sheet) -> Iterator[list[int]]:
    """The lines of the body that stand together where blank lines part its paragraphs, and are entries of a list.

    So browsers copy lists, without their bullets.
    """
    titles = {at for at in sheet.kept_pieces if sheet.pieces[at][0] in sheet.headings}
    runs = tight(sheet, frozenset(sheet.kept_pieces) - titles - {*chain.from_iterable(sheet.tallies)})
    alone = sum(len(run) == 1 and sheet.verdicts.words[run[0]] >= ALONE for run in runs)
    below = (run[1:] if opens_list(sheet.text(run[0])) else run for run in runs)
    return (run for run in below if alone >= max(PARTED, len(run) // SHARE) and is_list(sheet, run, titles))


def is_list(sheet: Sheet, run: Sequence[int], titles: Set[int]) -> bool:
    """Whether lines that stand together are a list: below a colon, all with a label, or short ones below a title.

    On pages of sites that the labeller never saw all of 145 such runs below a colon were, 98 of 100 with labels, and
    101 of 116 below a title; the others told prices.
    """
    if len(run) not in LIST:
        return False
    above, texts = run[0] - 1, [sheet.text(at) for at in run]
    if any(text.lstrip().startswith(OPENERS) for text in texts):
        return False  # somebody speaks in several paragraphs
    if above >= 0 and sheet.keeps(above) and opens_list(sheet.text(above)) and sheet.gap(run[0]) <= ROOM:
        return not names_speaker(sheet.text(above), sheet.lang)
    short = above in titles and max(map(len, texts)) <= ENTRY
    return len(run) >= ROWS and (short or all(map(LABELLED.fullmatch, texts)))


def tallies(sheet: Sheet) -> Iterator[list[int]]:
    """The figures of the body that stand together, no blank line between."""
    told = frozenset(at for at in sheet.kept_pieces if is_figure(sheet, at))
    return (run for run in tight(sheet, told) if len(run) >= ROWS)


def tight(sheet: Sheet, pieces: Set[int]) -> list[list[int]]:
    """These pieces, those together between which stand neither a blank line nor another piece."""
    firsts = sorted(at for at in pieces if at - 1 not in pieces or sheet.gap(at) > 0)
    return [[first, *takewhile(lambda at: at in pieces and sheet.gap(at) == 0, count(first + 1))] for first in firsts]


def is_code(text: str) -> bool:
    """Whether a text looks like code, or like a row of a table."""
    return CODED.search(text) is not None or len(cells(text)) > 1


def alike(sheet: Sheet, first: int) -> list[int]:
    """The entries from a piece on where no blank line ends them: no sentences, of one make, above a paragraph.

    All begin in small letters or with a figure, or all have one: "Bread: 1.10 euros", "Orr & Sons, 2014 to 2016".
    """
    near = range(first, min(first + LIST.stop, len(sheet.pieces)))  # one more than a list has shows that it is none
    run = list(takewhile(lambda at: is_entry(sheet, at) and not is_whole(sheet.text(at)), near))
    texts = [sheet.text(at).strip() for at in run]
    small = all(text[0].islower() or text[0].isdigit() for text in texts)
    counted = all(any(map(str.isdigit, text)) for text in texts)
    end = first + len(run)
    goes_on = end < len(sheet.pieces) and sheet.verdicts.words[end] >= PARAGRAPH and is_whole(sheet.text(end))
    sites = any(map(ADDRESS.search, texts))
    return run if len(run) in LIST and goes_on and (small or counted) and not sites else []


def clauses(sheet: Sheet, at: int) -> list[int]:
    """The entries below a piece each but the last of which ends with a semicolon or a comma, and the last one."""
    parts = takewhile(lambda one: is_part(sheet.text(one)), range(at + 1, len(sheet.pieces)))
    run = list(parts)
    last = run[-1] + 1 if run else len(sheet.pieces)
    whole = last < len(sheet.pieces) and len(run) + 1 in LIST and is_whole(sheet.text(last))
    return [*run, last] if whole and len(sheet.text(last)) <= ENTRY else []


def is_part(text: str) -> bool:
    """Whether a text is short, ends as a part of a sentence does, and is no code."""
    text = text.strip()
    return len(text) <= ENTRY and text.endswith((";", ",")) and not any(map(text.__contains__, CODE))


def together(sheet: Sheet, first: int) -> list[int]:
    """The pieces from one on, up to the next blank line, or more than a list has."""
    end = min(first + LIST.stop, len(sheet.pieces))
    last = next((at for at in range(first + 1, end) if sheet.gap(at) > 0), end)
    return list(range(first, last))


def is_entry(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be an entry of a list: short, and no furniture."""
    text = sheet.text(at)
    facts = is_day(text, sheet.lang) or is_date_line(text, sheet.lang) or is_by_line(text, sheet.lang)
    return len(text) <= ENTRY and max(furniture(text, sheet.lang)) < EDGE and not facts


def tables(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The rows of tables, and the chapters of films, inside the body and right below it."""
    inside = range(wanted[0], wanted[-1] + BELOW) if wanted else ()
    return [at for run in (*sheet.tables, *sheet.chapters) if run[0] in inside for at in run]


def figures(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The rows of figures right below the body, each behind what it counts, and the line above that names them all.

    On marked pages such rows, where the labeller finds them possible, are the article's.
    """
    end = wanted[-1] + 1 if wanted else len(sheet.pieces)
    for first in (end, end + 1):
        run = list(takewhile(lambda at: is_figure(sheet, at), range(first, len(sheet.pieces))))
        if len(run) >= ROWS:
            return [*(at for at in range(end, first) if is_entry(sheet, at)), *run]
    return []


def is_figure(sheet: Sheet, at: int) -> bool:
    """Whether a piece is a figure behind what it counts, and may be body."""
    counts = FIGURE.fullmatch(sheet.text(at).strip()) is not None
    return counts and bool(sheet.verdicts.body[at] >= LIKELY) and is_entry(sheet, at)
