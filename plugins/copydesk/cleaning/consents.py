"""A sheet in, what its body holds of a board that asks to know of its readers out: cookies, partners, choices."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.marks import is_whole
from copydesk.cleaning.reasons import NAMES
from copydesk.cleaning.sayings import says, speaks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet

LONGEST = 2500  # characters of such a paragraph at most: a longer one is no paragraph of a board
BETWEEN = 6  # lines of a board's own words and labels between two that the lists know, at most


def consents(sheet: Sheet) -> Mapping[int, str]:
    """Lines of the body in the words of such boards, and what stands between two of them: labels, what says "you".

    The boards are bought, and say the same on most sites; no story of the marked pages holds one of their phrases.
    """
    asked = [at for at, line in enumerate(sheet.kept) if asks_leave(sheet.lines[line].text, sheet.lang)]
    held = {at for first, last in gaps(asked) if is_board(sheet, first, last) for at in range(first, last)}
    return dict.fromkeys((sheet.kept[at] for at in sorted({*asked, *held})), NAMES["cookies"])


def asks_leave(text: str, lang: str) -> bool:
    """Whether a text asks for leave to know of who reads it, in the words of a board."""
    return len(text) <= LONGEST and says(text, "consents", lang)


def gaps(asked: Sequence[int]) -> Iterator[tuple[int, int]]:
    """What lies between two such lines close to each other, as first and one past last."""
    yield from ((above + 1, below) for above, below in pairwise(asked) if 1 < below - above <= BETWEEN + 1)


def is_board(sheet: Sheet, first: int, last: int) -> bool:
    """Whether all these lines of the body are labels, or speak to who reads."""
    texts = [sheet.lines[at].text.strip() for at in sheet.kept[first:last]]
    return all(not is_whole(text) or speaks(text, sheet.lang) for text in texts)
