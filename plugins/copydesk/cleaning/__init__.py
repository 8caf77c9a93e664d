"""Seed in, Page out: every line labelled, and kept or dropped by a named rule.

A `sheet` holds what is known of a page: its frame (`frames`), what the learned `labeller` found, its `headline`, the
body that holds together (`keeping`) and the `headings`. Where that body holds other stories, or comments (`threads`),
the labeller looks once more without them. Then the `rules` drop lines, each by its name, and `labels` say what each is.
What a line says is asked by modules that take its text alone: `marks`, `phrases`, `sayings`, `facts`, `prose`,
`pointing`, `credit`; where it stands, by those that take the sheet.
"""

from __future__ import annotations

from copydesk.cleaning.sources import TOLD, gather, plain, shared_lines
from copydesk.model import Label, Line, Page, Seed

ASIDE = (Label.FURNITURE, Label.DATE, Label.BYLINE)

__all__ = ["clean", "gather", "shared_lines"]


def clean(seed: Seed, furniture: frozenset[str] = frozenset()) -> Page:
    """Label every line that holds text, and drop by a named rule what is not of the article.

    `furniture` are the lines that the seed's source puts on its pages (see `shared_lines`). Of a prepared seed and of
    a web page, whose lines were judged when it was read, only what that found to be furniture is dropped.
    """
    if seed.prepared or any(line.markup is Label.FURNITURE for line in seed.lines):
        known = frozenset() if seed.prepared else furniture
        return Page(seed, tuple(as_judged(line, known) for line in seed.lines if line.text.strip()))
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


def as_judged(line: Line, furniture: frozenset[str]) -> Line:
    """A line of a page or a prepared seed: what its markup showed it to be; a short heading may come again."""
    heads = line.markup is Label.HEADING and len(line.text) < TOLD
    known = not heads and plain(line.text) in furniture
    dropped_by = "site furniture" if known else "markup" if line.markup in ASIDE else ""
    return line.judged(line.markup or Label.PARAGRAPH, dropped_by)
