"""A sheet in, the page's own standfirst out: what its editor wrote below the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.credit import is_credit
from copydesk.cleaning.facts import dated, signed, tells_facts
from copydesk.cleaning.marks import furniture, is_whole, spoken
from copydesk.cleaning.phrases import EDGE
from copydesk.cleaning.pictures import owns
from copydesk.cleaning.sayings import says
from copydesk.cleaning.wording import STEM, TAKEN, said, stems
from copydesk.language.wrapping import ITEM

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet

DECK = "standfirst"  # why its lines are no part of the body
WORDS = range(8, 61)  # of a standfirst: fewer tell nothing, more are a lead
# Words of one without a full stop, and the share of its longer words that the body takes up, at least: 22 of the marked
# pages have such a line below their headline, each a standfirst.
UNSTOPPED, MOST_OF = 12, 0.6
BRIEF = range(5, 61)  # of one above who wrote and when
OPENING = 12  # pieces of the body that are asked what it tells


def deck(sheet: Sheet, gone: Container[int]) -> tuple[int, ...]:
    """The lines right below the headline that tell the story, and are apart from it; none where there are none.

    What the body, without the lines that are `gone`, begins with is a standfirst only if something stands between it
    and the rest: who wrote, the day.
    """
    last = max(sheet.headline, default=len(sheet.lines))
    at = next((at for at, piece in enumerate(sheet.pieces) if piece[0] == last + 1), len(sheet.pieces))
    body = [one for one in sheet.kept_pieces if one >= at and sheet.pieces[one][0] not in gone]
    below = [one for one in body if one > at]
    if not below or (at in body and below[0] == at + 1) or not is_own(sheet.text(at), sheet.lang):
        return ()
    return tuple(sheet.pieces[at]) if tells_story(sheet, at, below) or stands_signed(sheet, at, below) else ()


def decks(sheet: Sheet) -> Mapping[int, str]:
    """The lines of the page's own standfirst, where it stands apart from the body: they are printed above it."""
    return {at: DECK for at in deck(sheet, ()) if at not in sheet.own}


def is_own(text: str, lang: str) -> bool:
    """Whether a text is no by-line, box, caption or furniture."""
    page = signed(text, lang) or says(text, "boxes", lang) or is_credit(text, lang)
    return not page and max(furniture(text, lang)) < EDGE


def tells_story(sheet: Sheet, at: int, below: Sequence[int]) -> bool:
    """Whether a piece says as sentences do what the body below takes up, and stands on the page once."""
    text, lang = sheet.text(at).strip(), sheet.lang
    whole = is_whole(text)
    like = len(spoken(text, lang)) in WORDS and (whole or is_unstopped(text, lang))
    if not like or sheet.often[sheet.folded[at]] > 1 or is_credit(sheet.text(at + 1), lang):
        return False
    told = stems(text, lang)
    return len(told & said(sheet, below[:OPENING])) >= (TAKEN if whole else max(MOST_OF * len(told), 2 * TAKEN))


def stands_signed(sheet: Sheet, at: int, below: Sequence[int]) -> bool:
    """Whether a piece is a sentence, however short, with who wrote or when between it and the body below.

    It may stand above a picture's caption, not above its credit alone. Of twenty such lines on sites that the labeller
    never saw nineteen were standfirsts, and one the headline once more.
    """
    text, lang = sheet.text(at).strip(), sheet.lang
    whole = is_whole(text) and len(spoken(text, lang)) in BRIEF and not (ITEM.match(text) or dated(text, lang))
    if not whole or sheet.folded[at] in map(sheet.folded.__getitem__, below) or owns(sheet, sheet.pieces[at + 1][0]):
        return False
    facts = any(tells_facts(sheet.text(one), lang) for one in range(at + 1, below[0]))
    return facts and not stems(text, lang).isdisjoint(said(sheet, below[:OPENING]) | stems(sheet.title, lang))


def is_unstopped(text: str, lang: str) -> bool:
    """Whether a text is as long as a sentence, and most of its longer words are in small letters, as in one."""
    words = [word for word in text.split() if len(word) >= STEM]
    return len(spoken(text, lang)) >= UNSTOPPED and 2 * sum(word[0].islower() for word in words) > len(words)
