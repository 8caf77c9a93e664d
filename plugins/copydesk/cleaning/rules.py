"""A sheet in, the lines to drop out: all rules, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning import (
    boxes,
    captions,
    consents,
    contents,
    decks,
    frames,
    newsletters,
    notes,
    others,
    pictures,
    pull_quotes,
    reasons,
    repeats,
    signers,
    threads,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from copydesk.cleaning.sheet import Sheet

    Rule = Callable[[Sheet], Mapping[int, str]]  # a sheet -> the index of each line to drop, and the reason

# Each rule looks at the sheet alone, at no other rule's findings. Of several that drop a line the first gives the
# reason: what shows for sure what it is stands before what only looks like it, and the labeller last.
RULES: tuple[Rule, ...] = (
    repeats.site_furniture,
    repeats.doubled,
    contents.contents,
    contents.numbered_contents,
    repeats.headline_again,
    boxes.phrases_only,
    frames.around,
    newsletters.mailings,
    frames.signature,
    signers.by_lines,
    signers.date_lines,
    boxes.offers,
    boxes.boxes,
    boxes.plugs,
    consents.consents,
    boxes.notices,
    repeats.begun_twice,
    notes.numbers,
    notes.references,
    captions.captions,
    pictures.captioned,
    pictures.above_credits,
    captions.sourced,
    captions.signed_captions,
    pictures.subjects,
    pictures.pictured,
    captions.shown_again,
    pull_quotes.pull_quotes,
    others.pointers,
    others.digested,
    others.below_labels,
    others.boxed,
    threads.elsewhere,
    signers.signers,
    decks.decks,
    reasons.labeller,
)


def dropped(sheet: Sheet) -> dict[int, str]:
    """The index of each dropped line -> the reason of the first rule that drops it."""
    found: dict[int, str] = {}
    for rule in reversed(RULES):
        found.update(rule(sheet))
    return found
