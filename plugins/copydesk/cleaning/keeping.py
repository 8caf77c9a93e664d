"""A sheet in, the pieces of its page that are the article's body out: the labeller's, and those that these hold."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.contents import entitled
from copydesk.cleaning.ends import LEAD, beneath, is_plain, likely, tells_on
from copydesk.cleaning.facts import tells_facts
from copydesk.cleaning.headings import apart, framed, is_marked, unlearned
from copydesk.cleaning.lists import announced, figures, listed, missing, tables
from copydesk.cleaning.marks import ending, furniture, of_shares, spoken
from copydesk.cleaning.phrases import EDGE
from copydesk.cleaning.prose import goes_on, is_report, is_sentence, is_title, opens
from copydesk.cleaning.series import HEADING, series
from copydesk.cleaning.sources import plain
from copydesk.cleaning.wording import takes_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.cleaning.evidence import Numbers
    from copydesk.cleaning.sheet import Sheet

FEWEST = 8.0  # words of body that a page is expected to hold at least: less is a page of menus
SPARED = 0.15  # the chance of being body from which a heading between body lines stays
BODY = 0.5  # the chance of being body from which a line is likelier body than headline
SURE = 0.7  # the chance of a line that begins the body; of a headline that is likelier body: of 60 below it none was
CLOSE = 8  # lines above the body in which its first line may stand apart
BEGINNING = 20  # words of a page's first line that is a report's first sentence
HARDLY = 1  # line of furniture on a page that is all article: there two in three lines dropped from within were its own


def body(sheet: Sheet) -> list[int]:
    """The pieces of the body, in the order of the page.

    First those that the labeller wants, and beside them those that nine rules find, each by itself; then what goes on
    below all of these; last what belongs to a series, a table of contents or a block of all that was found.
    """
    wanted = encyclopedic(sheet) or likeliest(sheet.verdicts.body, sheet.verdicts.words) or sheet.brief
    lists = {*announced(sheet, wanted), *tables(sheet, wanted), *figures(sheet, wanted)}
    more = (
        opening(sheet, wanted),
        lead(sheet, wanted),
        spared(sheet, wanted),
        held(sheet, wanted),
        listed(sheet, wanted),
        lists,
        framed(sheet, wanted),
        apart(sheet, wanted),
        first(sheet, wanted),
    )
    found = together(wanted, *more)
    found = together(found, beneath(sheet, found, lists))
    return together(found, series(sheet, found), entitled(sheet, found), missing(sheet, found))


def together(*pieces: Iterable[int]) -> list[int]:
    """All of these pieces, in the order of the page."""
    return sorted({*chain.from_iterable(pieces)})


def likeliest(chance: Numbers, words: Numbers) -> list[int]:
    """The lines to keep: those for which precision and recall, as expected from the chances, have the greatest sum."""
    mass = chance * words
    if mass.sum() < FEWEST:
        return []
    order = np.argsort(-chance, kind="stable")
    hit = np.cumsum(mass[order])
    expected = hit / np.maximum(np.cumsum(words[order]), 1.0) + hit / mass.sum()
    return sorted(order[: int(np.argmax(expected)) + 1].tolist())


def beginning(sheet: Sheet) -> int:
    """The first piece that is surely body, or likelier so than not where none is sure, or of a brief; else -1."""
    for least in (SURE, BODY):
        found = np.flatnonzero(sheet.verdicts.body >= least)
        if len(found):
            return int(found[0])
    return next(iter(sheet.brief), -1)


def brief(sheet: Sheet) -> list[int]:
    """The sentences of a page that says little else, below a title: a report of a paragraph.

    The labeller knows few so short and takes them for teasers; but a front page's teasers stand apart. The report takes
    up words of the title, or who wrote it and when stands beside.
    """
    told = [at for at in range(len(sheet.pieces)) if sheet.verdicts.words[at] >= LEAD and is_plain(sheet, at)]
    run = bool(told) and told[-1] - told[0] < len(told)
    above = [sheet.text(at) for at in range(max(0, told[0] - CLOSE), told[0])] if run else []
    titles = [text for text in above if is_title(text, sheet.lang)]
    signed = bool(titles) and any(tells_facts(text, sheet.lang) for text in above)
    return told if signed or any(takes_up(sheet.text(told[0]), text, sheet.lang) for text in titles) else []


def encyclopedic(sheet: Sheet) -> list[int]:
    """The sentences of an encyclopedia's article, and those that a list or formula goes on: all else is beside them."""
    aside = set(sheet.frame.wiki)
    told = (at for at, piece in enumerate(sheet.pieces) if aside and piece[0] not in aside)
    return [at for at in told if is_clause(sheet.text(at))]


def is_clause(text: str) -> bool:
    """Whether a line ends as a sentence, or as a part of one does: with a full stop, a colon, a comma."""
    stop, colon, _, comma = ending(text.strip())
    return stop or colon or comma


def spared(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The pieces between body lines that look like headings, though hardly like body, or that are marked so."""
    inside = range(wanted[0], wanted[-1]) if wanted else ()
    title, body = sheet.verdicts.heading, sheet.verdicts.body
    kept = set(wanted)
    like = [at for at in inside if title[at] >= HEADING and body[at] >= SPARED]
    return [*like, *unlearned(sheet, wanted), *(at for at in inside if at + 1 in kept and is_marked(sheet, at))]


def held(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The pieces that the body holds on both sides: lone sentences, and all where no page speaks around them.

    What tells of a company's shares stays too: the labeller learned the word where pages offer to be shared.
    """
    inside = range(wanted[0], wanted[-1]) if wanted else ()
    if bare(sheet, wanted):
        return list(inside)
    kept = set(wanted)
    lone = [at for at in inside if at not in kept and {at - 1, at + 1} <= kept]
    whole = [at for at in lone if is_sentence(sheet.text(at), sheet.lang) or goes_on(sheet.text(at), sheet.lang)]
    return [*whole, *(at for at in inside if at not in kept and tells_shares(sheet.text(at), sheet.lang))]


def tells_shares(text: str, lang: str) -> bool:
    """Whether a text speaks of what a company's share costs or earns."""
    return of_shares(text, spoken(text, lang))


def bare(sheet: Sheet, wanted: Sequence[int]) -> bool:
    """Whether hardly a line outside the body speaks of furniture: somebody copied the article alone."""
    body = set(wanted)
    outside = (sheet.text(at) for at in range(len(sheet.pieces)) if at not in body)
    speaking = (text for text in outside if max(furniture(text, sheet.lang)) >= EDGE)
    return next(islice(speaking, HARDLY, None), None) is None


def lead(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The piece right below the headline, if it is a sentence: a lead between by-lines and boxes looks lost."""
    title = plain(sheet.title)
    below = max((at for at, text in enumerate(sheet.folded, 1) if text == title), default=0)
    text = sheet.text(below) if below < len(sheet.pieces) else ""
    return [below] if wanted and 0 < below < wanted[0] <= below + CLOSE and is_sentence(text, sheet.lang) else []


def opening(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The piece close to the body's beginning that begins as a report does: a short lead looks like a caption."""
    near = range(max(0, wanted[0] - CLOSE), min(wanted[0] + CLOSE, wanted[-1])) if wanted else ()
    return [at for at in near if opens(sheet.firsts[at].text)][:1]


def first(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The sentence right above the body, if it takes up words of the headline and speaks of nothing else.

    And the page's first line, if it is a report's long sentence: above articles that were copied alone stands nothing.
    """
    if not wanted or wanted[0] == 0:
        return []
    at, words = wanted[0] - 1, sheet.verdicts.words
    begins = words[0] >= BEGINNING and at < CLOSE and likely(sheet, 0) and is_report(sheet.text(0), sheet.lang)
    above = tells_on(sheet, at) and takes_up(sheet.text(at), sheet.title, sheet.lang)
    return [0] * bool(begins) + [at] * above
