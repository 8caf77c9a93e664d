"""A sheet in, what it tells of who wrote it and when out: by-lines, days, and what writers are."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from copydesk.cleaning.ends import LEAD
from copydesk.cleaning.facts import (
    AUTHOR,
    FULL,
    is_by_line,
    is_date_line,
    is_day,
    is_person,
    is_signed_day,
    is_update,
    names_two,
    says_by,
    tells_day,
)
from copydesk.cleaning.marks import furniture
from copydesk.cleaning.phrases import WHOLE, tokens
from copydesk.cleaning.prose import says_what
from copydesk.cleaning.reasons import NAMES
from copydesk.cleaning.sayings import says_alone
from copydesk.language import bilingual, lowered, stopwords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

HEAD, SIGNED = 4, 2  # first lines of the body that may tell of who wrote, and when; last ones that tell who
OPENING = 2  # paragraphs of the body above the last of which by-lines stand too: below a standfirst and key points
HANDLE = re.compile(r"@[\w.]+")  # glued to a name: "By Ada Orr@adaorr"
PLACE = 3  # words of a place's name at most
STORY = 5  # lines of a story at least, below which a stranger to it wrote it


def opening(sheet: Sheet) -> tuple[int, ...]:
    """The first lines of the body, and all others above its second paragraph."""
    told = (place for place, at in enumerate(sheet.kept) if sheet.lines[at].text.count(" ") >= LEAD)
    return sheet.kept[: max(HEAD, next(islice(told, OPENING - 1, None), 0))]


def by_lines(sheet: Sheet) -> Mapping[int, str]:
    """Lines at the head of the body that only name the author, perhaps with the day, or say "By"."""
    texts = {at: sheet.lines[at].text for at in opening(sheet)}
    lang = sheet.lang
    return {
        at: "by-line"
        for at, text in texts.items()
        if is_by_line(text, lang) or names_two(text) or is_signed_day(text, lang) or says_by(text, lang)
    }


def date_lines(sheet: Sheet) -> Mapping[int, str]:
    """Lines at the head of the body that name a day, perhaps an hour, and nothing else but that it was published."""
    texts = {at: sheet.lines[at].text for at in opening(sheet)}
    return {at: "date line" for at, text in texts.items() if is_day(text, sheet.lang) or is_dated(text, sheet.lang)}


def is_dated(text: str, lang: str) -> bool:
    """Whether a line says in few words on which day, or how long ago, the page was published or updated."""
    stated = is_update(text, lang) or (is_date_line(text, lang) and tells_day(text, lang))
    return stated or is_dateline(text, lang)


def is_dateline(text: str, lang: str) -> bool:
    """Whether a line is a place, a day, perhaps its hour, and nothing else: "Leeds, 9 May 2026", "PORT ELLERY, 9 May".

    Two words in small letters may be a name.
    """
    place, _, day = text.strip().partition(", ")
    placed = place.isupper() if " " in place else place[:1].isupper()
    return placed and place.count(" ") < PLACE and is_day(day, lang)


def signers(sheet: Sheet) -> Mapping[int, str]:
    """What a page tells of who wrote it, and what they are: at its ends, what begins with a name that signs it.

    Or below it with one that the story names nowhere. Above it also a line that goes on from a name, as beside a
    picture: "is a reviewer who covers homes".
    """
    head, foot = sheet.kept[:HEAD], sheet.kept[-SIGNED:]
    texts = {at: sheet.lines[at].text for at in (*head, *foot)}
    named = dict.fromkeys((at for at in foot if at and presents(sheet, at)), NAMES["author"])
    told = {at for at, text in texts.items() if says_what(text, sheet.lang)}
    if not told:  # as on most pages, whose lines above need not be asked for names
        return named
    names = tuple(filter(None, (signer(line.text, sheet.lang) for line in sheet.lines[: sheet.kept[0]])))
    begun = {piece[0] for piece in sheet.pieces}  # what goes on a broken line is no one's role
    first = (at for at in head if at in begun and (texts[at][:1].islower() or texts[at].startswith(names)))
    last = (at for at in foot if texts[at].startswith(names) or is_stranger(sheet, at))
    return named | dict.fromkeys(told.intersection((*first, *last)), NAMES["author"])


def presents(sheet: Sheet, at: int) -> bool:
    """Whether a line begins with a name right below one that says that it tells of who wrote: "About the authors"."""
    above = sheet.lines[at - 1].text
    about = furniture(above, sheet.lang)[AUTHOR] == WHOLE or says_alone(above, "authors", sheet.lang)
    return about and is_person(sheet.lines[at].text.split()[:FULL])


def is_stranger(sheet: Sheet, at: int) -> bool:
    """Whether a line begins with "Ada Orr is" or the like, below a story of some length that names no Orr."""
    story = [sheet.lines[one].text for one in sheet.kept if one < at]
    words = sheet.lines[at].text.split()
    name, verb = words[:FULL], words[FULL : FULL + 1]
    named = is_person(name) and not name[0].isupper() and lowered(name[0]) not in stopwords(sheet.lang)
    told = named and bool(verb) and verb[0] in bilingual("bios", sheet.lang)
    return told and len(story) >= STORY and not any(name[-1] in tokens(text) for text in story)


def signer(text: str, lang: str) -> str:
    """The name that a line gives and says nothing else but "by", "" where it gives none."""
    plain = HANDLE.sub("", text)
    words = plain.split()
    if not (is_person(words) or is_person(words[1:])):  # as most lines
        return ""
    named = words[1:] if is_by_line(plain, lang) else words
    return " ".join(named) if is_person(named) else ""
