"""A piece of a sheet in, whether it may be the headline at all out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.captions import names_maker
from copydesk.cleaning.facts import is_no_title, is_published_in, reads_as_title
from copydesk.cleaning.feeds import is_role
from copydesk.cleaning.marks import furniture
from copydesk.cleaning.phrases import EDGE, KINDS, phrases, tokens, whole
from copydesk.cleaning.rivals import WHOLE
from copydesk.language.days import days

if TYPE_CHECKING:
    from copydesk.cleaning.sheet import Sheet

CREDIT = KINDS.index("credit")
STEP = " > "  # between the steps of the way to a page
TITLED = 4  # words of a headline that nothing but its place shows


def barred(sheet: Sheet, at: int) -> bool:
    """Whether a piece is no headline: below the body's first, a name, a role, a credit, a way, no title itself."""
    text = sheet.text(at)
    below = 0 <= sheet.begun < at or sheet.pieces[at][0] in sheet.chaptered
    other = is_name(sheet, at) or is_credit(text, sheet.lang) or is_way(sheet, at)
    return below or other or is_no_title(text, sheet.lang)


def is_name(sheet: Sheet, at: int) -> bool:
    """Whether a piece names the site, the magazine that the line above says the page is from, or a writer's role."""
    folded = sheet.folded[at]
    sites = folded in sheet.furniture or folded.removeprefix("the ") in sheet.rights
    magazine = at > 0 and is_published_in(sheet.text(at - 1), sheet.lang)
    return sites or magazine or (at == 1 and is_role(sheet.text(0), sheet.text(at), sheet.lang))


def is_credit(text: str, lang: str) -> bool:
    """Whether a text credits a picture."""
    return furniture(text, lang)[CREDIT] >= EDGE or names_maker(text, lang)


def is_way(sheet: Sheet, at: int) -> bool:
    """Whether a piece is the way to the page: from home, in steps, or to what stands right below it, alone."""
    text = sheet.folded[at]
    start, step, _ = text.partition(STEP)
    home = bool(step) and whole(start, phrases(sheet.lang)) is not None
    ends = sheet.folded[at + 1 : at + 3]
    leads = any(WHOLE <= len(end) < len(text) and text.endswith(end) for end in ends)
    return home or leads or text.count(STEP) > 1


def may_head(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be the headline by its words alone, which may name a year and no day."""
    text = sheet.text(at)
    title = len(tokens(text)) >= TITLED and reads_as_title(text, sheet.lang)
    return title and not (barred(sheet, at) or days(text, sheet.lang))
