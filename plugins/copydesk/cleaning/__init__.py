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

    `furniture` are the lines that the seed's source puts on its pages (see `shared_lines`). Of a prepared seed only
    what its markup says to be furniture is dropped; of a web page, whose lines were judged when it was read, that too,
    what its source's pages share, and what says so itself.
    """
    if seed.prepared:
        return Page(seed, tuple(as_judged(line, frozenset()) for line in seed.lines if line.text.strip()))
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


def judged_page(seed: Seed, furniture: frozenset[str]) -> Page:
    """The lines of a web page, as they were judged when it was read."""
    from copydesk.cleaning.declared import declared

    lines = [as_judged(line, furniture) for line in seed.lines if line.text.strip()]
    gone = declared(lines, seed.lang)
    return Page(seed, tuple(line._replace(dropped_by=gone.get(at, line.dropped_by)) for at, line in enumerate(lines)))


def as_judged(line: Line, furniture: frozenset[str]) -> Line:
    """A line of a page or a prepared seed: what its markup showed it to be; a short heading may come again."""
    heads = line.markup is Label.HEADING and len(line.text) < TOLD
    known = not heads and plain(line.text) in furniture
    dropped_by = "site furniture" if known else "markup" if line.markup in ASIDE else ""
    return line.judged(line.markup or Label.PARAGRAPH, dropped_by)
