"""A sheet and what was dropped from it in, a label for every line out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.citations import citations
from copydesk.cleaning.decks import DECK, deck
from copydesk.cleaning.facts import NAMED, dated, names_two, signed
from copydesk.cleaning.marks import furniture, spoken
from copydesk.cleaning.phrases import tokens
from copydesk.cleaning.prose import names_speaker
from copydesk.language.wrapping import ITEM
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from copydesk.cleaning.sheet import Sheet

DASH = re.compile(r"\s*[–—]\s")  # no hyphen, with which people type lists
LINE = 60  # characters of a date line beside it at most


def labels(sheet: Sheet, dropped: Mapping[int, str]) -> Iterator[Label]:
    """What each line is, those among them that were dropped by the rules of these names."""
    own = {at for at in deck(sheet, dropped) if dropped.get(at, DECK) == DECK}
    said = citations(sheet, dropped)
    for at, line in enumerate(sheet.lines):
        found = Label.STANDFIRST if at in own else label(sheet, at, dropped)
        yield Label.QUOTE if at in said and found is Label.PARAGRAPH and not line.markup else found


def label(sheet: Sheet, at: int, dropped: Container[int]) -> Label:
    """What a line is: the source's own markup first, then what the labeller and the line's shape say."""
    if at in sheet.headline or (at == sheet.frame.subject and not sheet.headline):
        return Label.HEADLINE
    line = sheet.lines[at]
    if line.markup not in (None, Label.HEADLINE, Label.QUOTE):
        return line.markup
    if at in dropped:
        return line.markup or beside(sheet, at)
    return told(sheet, at)


def told(sheet: Sheet, at: int) -> Label:
    """What a kept line of plain text is."""
    if at in sheet.rows:
        return Label.ROW
    if at in sheet.headings:
        return Label.HEADING
    listed = at in sheet.entries and not names_speaker(sheet.lines[at].text, sheet.lang)
    if listed or (ITEM.match(sheet.lines[at].text) and not is_spoken(sheet, at)):
        return Label.ITEM
    return Label.QUOTE if sheet.is_quoted(at) and not sheet.is_cited else Label.PARAGRAPH


def is_spoken(sheet: Sheet, at: int) -> bool:
    """Whether a line begins with a dash and none beside it does: somebody speaks, or signs what is quoted above.

    Of some 170 such lines of marked pages no sample was an entry of a list; in Russian, Polish and Norwegian people
    speak so.
    """
    near = (one for one in (at - 1, at + 1) if one in sheet.own)
    return DASH.match(sheet.lines[at].text) is not None and not any(DASH.match(sheet.lines[one].text) for one in near)


def beside(sheet: Sheet, at: int) -> Label:
    """What a dropped line is: by-lines and dates near the headline still tell something."""
    text = sheet.lines[at].text
    if at == sheet.frame.posted.name or (at - 1 in sheet.kept[-1:] and signed(text, sheet.lang)):
        return Label.BYLINE
    if at in sheet.frame.posted.above and sheet.frame.posted.title >= 0:
        return Label.DATE if dated(text, sheet.lang) else Label.FURNITURE
    if at not in sheet.head:
        return Label.FURNITURE
    if signed(text, sheet.lang) or names_two(text):
        return Label.BYLINE
    if dated(text, sheet.lang):
        return Label.DATE
    return Label.BYLINE if named(sheet, at) else Label.FURNITURE


def named(sheet: Sheet, at: int) -> bool:
    """Whether a line right by a date, or right below the headline, is a person's name and no furniture."""
    words = tokens(sheet.lines[at].text)
    capital = len(words) in NAMED and all(word[0].isupper() for word in words)
    if not capital or any(furniture(sheet.lines[at].text, sheet.lang)):
        return False
    beside = (sheet.lines[spot].text for spot in (at - 1, at + 1) if 0 <= spot < len(sheet.lines))
    return any(dated(text, sheet.lang) for text in beside if len(text) <= LINE) or signs(sheet, at)


def signs(sheet: Sheet, at: int) -> bool:
    """Whether a line stands between headline and body, and none of its words comes in small letters on the page."""
    if at - 1 not in sheet.headline or at + 1 not in sheet.own:
        return False
    small = set(spoken(sheet.lines[at].text, sheet.lang))
    return not any(small & set(tokens(line.text)) for line in sheet.lines)
