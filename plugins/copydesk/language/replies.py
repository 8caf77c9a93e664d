"""The lines of a mail in, where its own text ends out: above its writer's signature and the mail that it answers."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from copydesk.language.days import days
from copydesk.language.identify import identify
from copydesk.language.mails import ADDRESS, NOTE, blocks, row
from copydesk.language.prints import CLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES = 2  # of "On Friday, 6 November 2026, at 18:02, Ada Orr <ada@example.org> wrote:", which programs wrap
SIGNATURE, SHORT = 6, 40  # lines below a writer's name at most, and characters of each: what they are, telephones
STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")


def beyond(texts: Sequence[str], cited: Sequence[bool], name: str) -> tuple[int, ...]:
    """The lines of a text that are none of it: its writer's signature, and the mail that it answers, up to the end.

    More stands above that mail than in it, and than a note. `cited` says which lines are quoted, `name` who sent the
    text, "" where nothing says so.
    """
    start = min(quoted(texts, cited), addressed(texts, name))
    above, below = (sum(len(text.strip()) for text in part) for part in (texts[:start], texts[start:]))
    end = start if above > NOTE and above >= below else len(texts)
    return (*signature(texts[:end], name), *range(end, len(texts)))


def quoted(texts: Sequence[str], cited: Sequence[bool]) -> int:
    """Where who wrote, and when, is said above a quotation at the end; the number of lines where none is."""
    told = [at for at, text in enumerate(texts) if text.strip()]
    run = [*takewhile(cited.__getitem__, reversed(told))]
    last = told[-len(run) - 1] if 0 < len(run) < len(told) else -1
    starts = (start for start in range(last, max(last - LINES, -1), -1) if is_attribution(texts[start : last + 1]))
    return next(starts, len(texts))


def is_attribution(rows: Sequence[str]) -> bool:
    """Whether rows say who wrote what stands below, by an address, or a day and its hour, which no story gives.

    "Am 6.11.2026 um 18:02 schrieb Ada Orr:".
    """
    text = " ".join(map(str.strip, rows))
    known = ADDRESS.search(text) or (CLOCK.search(text) and days(text, identify(text)))
    return bool(known) and text.endswith((":", "：")) and all(map(str.strip, rows))


def addressed(texts: Sequence[str], name: str) -> int:
    """Where the header of a mail to somebody stands, or of one above which is said that it is the original message.

    The number of lines where none does, or nobody sent the text: a story may print a mail.
    """
    rows = [row(text) for text in texts] if name else []
    for block in blocks(texts, rows):
        marked = any(line is not None and not line.fields for line in rows[block.start : block.stop])
        if marked or any(name in text for text in texts[block.start + 1 : block.stop]):
            return block.start
    return len(texts)


def signature(texts: Sequence[str], name: str) -> range:
    """The short lines below the name of who wrote, which stands alone below more than a note: post and telephone."""
    told = [at for at, text in enumerate(texts) if text.strip()]
    below = [*takewhile(lambda at: texts[at].strip() != name, reversed(told))] if name else []
    if not 0 < len(below) <= min(len(told) - 1, SIGNATURE) or not all(is_short(texts[at]) for at in below):
        return range(0)
    return range(below[-1], len(texts)) if sum(len(text.strip()) for text in texts[: below[-1]]) > NOTE else range(0)


def is_short(text: str) -> bool:
    """Whether a line is short, and no sentence."""
    return len(text.strip()) <= SHORT and not text.rstrip().endswith(STOPS)
