"""A piece of a sheet in, whether it may be the headline at all out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.credit import CLOSE, MORE, SAYING, is_credit, names_maker
from copydesk.cleaning.facts import is_ago, is_published_in, names_writer
from copydesk.cleaning.feeds import is_role
from copydesk.cleaning.marks import CLOCK
from copydesk.cleaning.phrases import phrases, tokens, whole
from copydesk.cleaning.prose import is_double, is_no_title, reads_as_title
from copydesk.cleaning.rivals import TELLING
from copydesk.cleaning.sayings import says
from copydesk.cleaning.series import is_hourly
from copydesk.language.days import days
from copydesk.language.rows import cells

if TYPE_CHECKING:
    from copydesk.cleaning.sheet import Sheet

MENU = 2  # words with tabs between, from which a line is a menu's
LOGO, LINK = " logo", re.compile(r"https?://")  # what stands for a picture of the site's name; what leads elsewhere
STEP = " > "  # between the steps of the way to a page
TITLED = 4  # words of a headline that nothing but its place shows
CERTAIN = 0.7  # the chance of being the headline from which a piece is no caption


def barred(sheet: Sheet, at: int) -> bool:
    """Whether a piece is no headline: below the body's first, a name, a role, a credit, a way, no title itself."""
    text = sheet.text(at)
    if 0 <= sheet.begun < at or sheet.pieces[at][0] in sheet.chaptered or at in sheet.listed:
        return True
    if len(cells(text)) > MENU or is_count(text) or LINK.search(text) or text.lower().rstrip().endswith(LOGO):
        return True
    names = is_name(sheet, at) or is_way(sheet, at) or names_writer(text, sheet.lang)
    if names or is_credit(text, sheet.lang) or is_caption(sheet, at) or is_no_title(text, sheet.lang):
        return True
    return says(text, "boxes", sheet.lang) or is_hourly_title(sheet, at)


def is_count(text: str) -> bool:
    """Whether a text is a number alone, as of comments, or tells the hour in few words: "Updated today, 15:02"."""
    return not any(map(str.isalpha, text)) or (bool(CLOCK.search(text)) and len(tokens(CLOCK.sub("", text))) < TITLED)


def is_name(sheet: Sheet, at: int) -> bool:
    """Whether a piece names the site, the magazine that the line above says the page is from, or a writer's role."""
    folded = sheet.folded[at]
    sites = folded in sheet.furniture or folded.removeprefix("the ") in sheet.rights
    magazine = at > 0 and is_published_in(sheet.text(at - 1), sheet.lang)
    return sites or magazine or (at == 1 and is_role(sheet.text(0), sheet.text(at), sheet.lang))


def is_caption(sheet: Sheet, at: int) -> bool:
    """Whether a piece stands close by once more with little behind it, or without that: a picture's two captions.

    What is surely the headline is one nevertheless: a link's text says it with the lead's first words.
    """
    places = [one for one in range(max(0, at - CLOSE), min(at + CLOSE + 1, len(sheet.pieces))) if one != at]
    if any(sheet.text(one).startswith(sheet.text(at)) and names_maker(sheet.text(one), sheet.lang) for one in places):
        return True
    if sheet.verdicts.headline[at] >= CERTAIN:
        return False
    near = map(sheet.folded.__getitem__, places)
    return any(adds_credit(*sorted((text, sheet.folded[at]), key=len)) for text in near)


def adds_credit(short: str, long: str) -> bool:
    """Whether a text says another one over again and adds a few words, with no sign between as before a site's name."""
    rest = long.removeprefix(short).strip() if len(short) >= SAYING and long.startswith(f"{short} ") else ""
    return rest[:1].isalpha() and len(rest) <= MORE


def is_way(sheet: Sheet, at: int) -> bool:
    """Whether a piece is the way to the page: from home, in steps, or to what stands right below it, alone."""
    text = sheet.folded[at]
    start, step, _ = text.partition(STEP)
    home = bool(step) and whole(start, phrases(sheet.lang)) is not None
    ends = sheet.folded[at + 1 : at + 3]
    leads = any(TELLING <= len(end) < len(text) and text.endswith(end) for end in ends)
    return home or leads or text.count(STEP) > 1


def is_hourly_title(sheet: Sheet, at: int) -> bool:
    """Whether a piece stands below once more as the title of a live report's entry: above it is one of its contents."""
    again = (below for below in range(at + 1, len(sheet.pieces) - 1) if sheet.folded[below] == sheet.folded[at])
    return any(is_hourly(sheet, below) for below in again)


def may_head(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be the headline by its words alone, which may name a year and no day."""
    text = sheet.text(at)
    if len(tokens(text)) < TITLED or not (reads_as_title(text, sheet.lang) or is_double(text, sheet.lang)):
        return False
    return not (is_ago(text, sheet.lang) or days(text, sheet.lang) or barred(sheet, at))
