"""A sheet in, the pieces of its page that are the article's body out: the labeller's, and those that these hold."""

from __future__ import annotations

from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.facts import goes_on, is_sentence, opens
from copydesk.cleaning.marks import ending, furniture, of_shares, spoken
from copydesk.cleaning.phrases import EDGE
from copydesk.cleaning.sources import plain
from copydesk.language.wrapping import ITEM
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from copydesk.cleaning.evidence import Numbers
    from copydesk.cleaning.sheet import Sheet

FEWEST = 8.0  # words of body that a page is expected to hold at least: less is a page of menus
HEADING = 0.26  # the chance from which a line is a heading: where found and missed headings balance
SPARED = 0.15  # the chance of being body from which a heading between body lines stays
CLOSE = 8  # lines above the body in which its first line may stand apart
HARDLY = 1  # line of furniture on a page that is all article: there two in three lines dropped from within were its own


def body(sheet: Sheet) -> list[int]:
    """The pieces of the body, in the order of the page."""
    wanted = entries(sheet) or likeliest(sheet.verdicts.body, sheet.verdicts.words)
    more = (
        opening(sheet, wanted),
        lead(sheet, wanted),
        spared(sheet, wanted),
        held(sheet, wanted),
        listed(sheet, set(wanted)),
    )
    return sorted({*wanted, *chain.from_iterable(more)})


def likeliest(chance: Numbers, words: Numbers) -> list[int]:
    """The lines to keep: those for which precision and recall, as expected from the chances, have the greatest sum."""
    mass = chance * words
    if mass.sum() < FEWEST:
        return []
    order = np.argsort(-chance, kind="stable")
    hit = np.cumsum(mass[order])
    expected = hit / np.maximum(np.cumsum(words[order]), 1.0) + hit / mass.sum()
    return sorted(order[: int(np.argmax(expected)) + 1].tolist())


def entries(sheet: Sheet) -> list[int]:
    """The sentences of an encyclopedia's article: nothing else is told between what stands around it."""
    aside = set(sheet.wiki)
    told = (at for at, piece in enumerate(sheet.pieces) if aside and piece[0] not in aside)
    return [at for at in told if ending(sheet.text(at).strip())[0]]


def spared(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The pieces between body lines that look like headings, though hardly like body, or that are marked so."""
    inside = range(wanted[0], wanted[-1]) if wanted else ()
    title, body = sheet.verdicts.heading, sheet.verdicts.body
    kept = set(wanted)
    like = [at for at in inside if title[at] >= HEADING and body[at] >= SPARED]
    return [*like, *(at for at in inside if at + 1 in kept and is_marked(sheet, at))]


def is_marked(sheet: Sheet, at: int) -> bool:
    """Whether its source's markup says that a piece is a heading, and it does not speak of furniture."""
    marked = sheet.lines[sheet.pieces[at][0]].markup is Label.HEADING
    return marked and max(furniture(sheet.text(at), sheet.lang)) < EDGE


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
    return [*whole, *(at for at in inside if of_shares(sheet.text(at), spoken(sheet.text(at), sheet.lang)))]


def listed(sheet: Sheet, wanted: Set[int]) -> list[int]:
    """The items of lists most of whose items are body: a list's items stay together."""
    runs = (list(run) for item, run in groupby(range(len(sheet.pieces)), key=lambda at: is_item(sheet, at)) if item)
    return [at for run in runs if 2 * sum(one in wanted for one in run) >= len(run) for at in run]


def is_item(sheet: Sheet, at: int) -> bool:
    """Whether a piece begins as an item of a list does."""
    return bool(ITEM.match(sheet.lines[sheet.pieces[at][0]].text))


def bare(sheet: Sheet, wanted: Sequence[int]) -> bool:
    """Whether hardly a line outside the body speaks of furniture: somebody copied the article alone."""
    body = set(wanted)
    outside = (sheet.text(at) for at in range(len(sheet.pieces)) if at not in body)
    speaking = (text for text in outside if max(furniture(text, sheet.lang)) >= EDGE)
    return next(islice(speaking, HARDLY, None), None) is None


def lead(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The piece right below the headline, if it is a sentence: a lead between by-lines and boxes looks lost."""
    title = plain(" ".join(sheet.lines[at].text for at in sheet.headline))
    below = max((at for at, text in enumerate(sheet.folded, 1) if text == title), default=0)
    text = sheet.text(below) if below < len(sheet.pieces) else ""
    return [below] if wanted and 0 < below < wanted[0] <= below + CLOSE and is_sentence(text, sheet.lang) else []


def opening(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The pieces close above the body that begin as a report does: a lead of few words looks like a caption."""
    above = range(max(0, wanted[0] - CLOSE), wanted[0]) if wanted else ()
    return [at for at in above if opens(sheet.lines[sheet.pieces[at][0]].text)][:1]
