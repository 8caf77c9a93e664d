"""A sheet in, the same without what readers answer, other stories, and what is for editors, out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.ends import ARTICLE
from copydesk.cleaning.facts import is_ago, is_stamp
from copydesk.cleaning.insets import insets
from copydesk.cleaning.marks import is_whole
from copydesk.cleaning.others import other_stories
from copydesk.cleaning.phrases import KINDS, phrases, whole, worded
from copydesk.cleaning.reasons import NAMES
from copydesk.cleaning.wires import wires
from copydesk.language import bilingual, lowered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet

COMMENTS = KINDS.index("comments")
STAMPS, APART = 3, 12  # lines with a day and its minute that make a thread; lines from one mark to the next at most
MARKS = 2  # offers to answer, or marks below a line that announces comments, that make one
SHARED = re.compile(r"\(@[\w.-]{2,40}\)\s*$")  # "A post shared by Ada Orr (@adaorr)": above its day, inside a story
NEAR, HEADER = 4, 5  # lines above a thread in which it is announced; words of that line at most


def alone(sheet: Sheet) -> Sheet:
    """The sheet without other stories and comments, if its body holds some: the labeller looks once more at the rest.

    Beside a report of a few lines they look like its body, and it like a caption or a teaser of theirs. Boxes inside
    the article go too, which look like its end, and what agencies write for editors: a slug looks like a headline.
    """
    others = {**other_stories(sheet), **comments(sheet)}
    lines = {**({} if others.keys().isdisjoint(sheet.kept) else others), **insets(sheet), **wires(sheet)}
    return replace(sheet, elsewhere=lines) if lines else sheet


def elsewhere(sheet: Sheet) -> Mapping[int, str]:
    """Lines of other stories and of comments that a first look took for body."""
    return sheet.elsewhere


def comments(sheet: Sheet) -> Mapping[int, str]:
    """The lines of threads: where line after line says when it was written, or offers to answer it."""
    marks = [at for at in range(len(sheet.lines)) if is_mark(sheet, at)]
    breaks = [at for at, (one, other) in enumerate(pairwise(marks), 1) if other - one > APART]
    runs = [marks[first:last] for first, last in pairwise([0, *breaks, len(marks)])]
    return {at: NAMES["comments"] for run in runs if is_thread(sheet, run) for at in thread(sheet, run)}


def is_mark(sheet: Sheet, at: int) -> bool:
    """Whether a line says when something was written, or offers to answer it; not when a post in the story was."""
    text = sheet.lines[at].text
    told = is_stamp(text, sheet.lang) or is_ago(text, sheet.lang)
    return (told and not (at and SHARED.search(sheet.lines[at - 1].text))) or answers(text, sheet.lang)


def answers(text: str, lang: str) -> bool:
    """Whether a line offers to answer a comment, and says nothing else."""
    return lowered(text.strip()) in bilingual("answers", lang)


def is_thread(sheet: Sheet, marks: Sequence[int]) -> bool:
    """Whether marks that stand close by are those of comments: entries of a live report hardly ever give the day."""
    told = sheet.told_above[marks[0]] if marks else 0
    if told and header(sheet, marks[0]) is not None:
        return len(marks) >= MARKS
    texts = [sheet.lines[at].text for at in marks]
    stamps = sum(is_stamp(text, sheet.lang) for text in texts)
    offers = sum(answers(text, sheet.lang) for text in texts)
    return told >= ARTICLE and (stamps >= STAMPS or offers >= MARKS)


def header(sheet: Sheet, at: int) -> int | None:
    """The line close above that announces comments: "Comments (12)"."""
    near = reversed(range(max(0, at - NEAR), at + 1))
    return next((one for one in near if counts(sheet.lines[one].text, sheet.lang)), None)


def counts(text: str, lang: str) -> bool:
    """Whether a line says how many comments there are."""
    words = worded(text)
    named = [word for word in words if not word.isdigit()]
    counted = len(named) < len(words) <= HEADER
    return counted and whole(" ".join(named), phrases(lang)) == COMMENTS


def thread(sheet: Sheet, marks: Sequence[int]) -> range:
    """The lines of a thread: from what announces it, or the name above its first mark, to its last mark.

    To the end of the page where no more is told.
    """
    head = header(sheet, marks[0])
    name = not is_whole(sheet.lines[marks[0] - 1].text)
    goes_on = sheet.kept[-1] > marks[-1] + APART
    return range(marks[0] - name if head is None else head, marks[-1] if goes_on else len(sheet.lines))
