"""A line that the labeller dropped in, the reason in words out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.credit import TAIL, names_maker
from copydesk.cleaning.marks import NAMES as MARKS
from copydesk.cleaning.marks import ending, marked
from copydesk.cleaning.phrases import EDGE, KINDS
from copydesk.cleaning.sayings import says
from copydesk.model import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

NAMES = {
    "share": "share bar",
    "newsletter": "newsletter box",
    "cookies": "cookie notice",
    "account": "account links",
    "paywall": Reason.PAYWALL,
    "comments": "comments",
    "related": "related stories",
    "advert": "advert",
    "navigation": "menu",
    "rights": "legal notice",
    "app": "player or app box",
    "credit": Reason.CREDIT,
    "author": "about the author",
    "updated": "date line",
}
BY = MARKS.index("by")
PAYWALL = KINDS.index("paywall")
SHORT = 5  # words of a menu's entry at most
TITLE = 20  # words of a teaser's title at most


def labeller(sheet: Sheet) -> Mapping[int, str]:
    """Lines that the learned labeller takes for furniture, each with the reason in words."""
    stays = {*sheet.kept, *sheet.headline}
    return {at: reason(sheet, at) for at in range(len(sheet.lines)) if at not in stays}


def reason(sheet: Sheet, at: int) -> str:
    """Why a line went: what it says, else what it looks like, and where it stands."""
    text = sheet.lines[at].text
    words, row = marked(text, sheet.lang)
    if row[BY]:
        return "by-line"
    found = row[-len(KINDS) :]
    strongest = max(found)
    if len(words) <= TITLE and (found[PAYWALL] or says(text, "paywall", sheet.lang)):
        return NAMES["paywall"]
    if strongest >= EDGE and len(words) <= TITLE:
        return NAMES[KINDS[found.index(strongest)]]
    if names_maker(text[-TAIL:], sheet.lang):
        return NAMES["credit"]
    return shape(text, len(words), place(sheet, at))


def shape(text: str, words: int, where: str) -> str:
    """What a line that names no furniture looks like."""
    stop, _, cut, _ = ending(text.strip())
    if cut:
        return f"teaser: cut off, {where}"
    if words <= SHORT and not stop:
        return "menu" if where == "before the first body line" else f"menu or label, {where}"
    return f"title of another story, {where}" if words <= TITLE and not stop else f"not of the article, {where}"


def place(sheet: Sheet, at: int) -> str:
    """Where a line stands to the body."""
    if not sheet.kept:
        return "on a page without an article"
    if at < sheet.kept[0]:
        return "before the first body line"
    return "after the last body line" if at > sheet.kept[-1] else "between body lines"
