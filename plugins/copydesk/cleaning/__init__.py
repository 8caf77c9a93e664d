"""Seed in, Page out: every line labelled, and kept or dropped by a named rule.

A `sheet` holds what is known of a page: its frame (`frames`), what the learned `labeller` found, its `headline`, the
body that holds together (`keeping`) and the `headings`. Where that body holds other stories, or comments (`threads`),
the labeller looks once more without them. Then the `rules` drop lines, each by its name, and `labels` say what each is.
What a line says is asked by modules that take its text alone: `marks`, `phrases`, `sayings`, `facts`, `prose`,
`pointing`, `credit`; where it stands, by those that take the sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.sources import TOLD, gather, plain, shared_lines
from copydesk.model import Label, Line, Page, Seed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CAPTION = "caption of a picture that is left out"
CAPTIONED = (Label.PICTURE, Label.QUOTE, Label.CODE, Label.ROW)  # what figures hold that a post shows
ASIDE = (Label.FURNITURE, Label.DATE, Label.BYLINE)

__all__ = ["clean", "gather", "shared_lines"]


def clean(seed: Seed, furniture: frozenset[str] = frozenset()) -> Page:
    """Label every line that holds text, and drop by a named rule what is not of the article.

    `furniture` are the lines that the seed's source puts on its pages (see `shared_lines`). Of a prepared seed only
    what its markup says to be furniture is dropped, and the captions of pictures that it does not hold; of a web page,
    whose lines were judged when it was read, that furniture, what its source's pages share, and what says so itself.
    """
    if seed.prepared:
        lines = [as_judged(line, frozenset()) for line in seed.lines if line.text.strip()]
        return Page(seed, tuple(uncaptioned(lines)))
    if any(line.markup is Label.FURNITURE for line in seed.lines):
        return judged_page(seed, furniture)
    from copydesk.cleaning.labels import labels  # NumPy comes with them, which who only gathers can do without
    from copydesk.cleaning.rules import dropped
    from copydesk.cleaning.sheet import sheet
    from copydesk.cleaning.threads import alone

    work = sheet(seed, furniture)
    if not work.lines:
        return Page(seed, ())
    work = alone(work)
    gone = dropped(work)
    judged = zip(work.lines, labels(work, gone), strict=True)
    return Page(seed, tuple(line.judged(found, gone.get(at, "")) for at, (line, found) in enumerate(judged)))


def uncaptioned(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a prepared seed; captions go with pictures that were left out, as those of feeds are.

    One that belongs to what is there stays: below a picture, a quotation or code, above or below a table.
    """
    there = False
    for at, line in enumerate(lines):
        caption = line.label is Label.CAPTION
        there = there if caption else line.label in CAPTIONED
        heads = any(below.label is Label.ROW for below in lines[at + 1 : at + 2])
        yield line._replace(dropped_by=CAPTION) if caption and not there and not heads else line


def judged_page(seed: Seed, furniture: frozenset[str]) -> Page:
    """The lines of a web page, as they were judged when it was read."""
    from copydesk.cleaning.bylines import WHY, bylines
    from copydesk.cleaning.declared import declared

    lines = [as_judged(line, furniture) for line in seed.lines if line.text.strip()]
    for at, label in bylines(lines, seed.found.byline, seed.lang).items():
        lines[at] = lines[at].judged(label, WHY[label])
    gone = declared(lines, seed.lang)
    return Page(seed, tuple(line._replace(dropped_by=gone.get(at, line.dropped_by)) for at, line in enumerate(lines)))


def as_judged(line: Line, furniture: frozenset[str]) -> Line:
    """A line of a page or a prepared seed: what its markup showed it to be; a short heading may come again."""
    heads = line.markup is Label.HEADING and len(line.text) < TOLD
    known = not heads and plain(line.text) in furniture
    dropped_by = "site furniture" if known else "markup" if line.markup in ASIDE else ""
    return line.judged(line.markup or Label.PARAGRAPH, dropped_by)
