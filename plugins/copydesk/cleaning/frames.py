"""A sheet in, what was found around an article before its lines were judged out: of mails, feeds, wikis, prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.reasons import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

SIGNATURE = 10  # lines of a mail's signature at most


def mail_header(sheet: Sheet) -> Mapping[int, str]:
    """The header of a mail that was forwarded, and what whoever forwarded it wrote above."""
    return dict.fromkeys(sheet.header, "mail header")


def signature(sheet: Sheet) -> Mapping[int, str]:
    """What stands below the last two dashes of a mail, if it is short."""
    last = max(sheet.signature, default=0)
    below = [at for at, line in enumerate(sheet.lines) if last and line.number > last]
    return dict.fromkeys(below, "mail signature") if len(below) <= SIGNATURE else {}


def print_out(sheet: Sheet) -> Mapping[int, str]:
    """What a browser printed around the pages, and the page's address."""
    return dict.fromkeys(sheet.printed, "print-out")


def wiki(sheet: Sheet) -> Mapping[int, str]:
    """What Wikipedia puts around an article."""
    return dict.fromkeys(sheet.wiki, "wiki page")


def posts(sheet: Sheet) -> Mapping[int, str]:
    """What a feed of people's posts puts above one, and the answers below it."""
    return dict.fromkeys(sheet.posted.below, NAMES["comments"]) | dict.fromkeys(sheet.posted.above, "post header")


def elsewhere(sheet: Sheet) -> Mapping[int, str]:
    """Lines of other stories and of comments that a first look took for body."""
    return sheet.elsewhere
