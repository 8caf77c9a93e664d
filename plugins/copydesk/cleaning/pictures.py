"""A sheet in, the lines of its body out that stand beside a picture's credit, or where a picture says whom it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.credit import TAIL, credits_in, is_maker, names_maker, shows_agency, signed_behind
from copydesk.cleaning.facts import CREDIT, FULL, is_person
from copydesk.cleaning.headings import is_parted
from copydesk.cleaning.marks import ending, furniture
from copydesk.cleaning.phrases import EDGE
from copydesk.cleaning.reasons import NAMES
from copydesk.language import bilingual, lowered, sentences
from copydesk.language.people import AND, first_name
from copydesk.language.wrapping import ITEM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.sheet import Sheet

WHY = NAMES["credit"]
BETWEEN = re.compile(rf", | (?:{AND}|och|og) ")  # between two names
FEW = 0.25  # of a body's headings at most that are names of people, where these are of pictures
ROLE = range(3, 71)  # characters of what somebody is
UNDER = 150  # characters of a caption that stands beside its credit at most: longer ones are leads


def captioned(sheet: Sheet) -> Mapping[int, str]:
    """A short line right under one that is a picture's credit and nothing else, where blank lines part the paragraphs.

    Of such lines of marked pages headings and paragraphs were the article's.
    """
    credit = credits_in(sheet.lang)
    numbers = [line.number for line in sheet.lines]
    return {
        at: WHY
        for at in sheet.kept
        if 0 < at < len(numbers) - 1
        and numbers[at - 1] + 1 == numbers[at] < numbers[at + 1] - 1
        and credit.match(sheet.lines[at - 1].text)
        and is_shown(sheet, at)
    }


def above_credits(sheet: Sheet) -> Mapping[int, str]:
    """A short line right above a picture's credit that says nothing else, with no blank line between.

    Of some twenty such lines of marked pages two were the article's.
    """
    numbers = [line.number for line in sheet.lines]
    near = (at for at in sheet.kept[:-1] if at + 1 < len(numbers) and numbers[at] + 1 == numbers[at + 1])
    return {at: WHY for at in near if owns(sheet, at + 1) and is_shown(sheet, at)}


def owns(sheet: Sheet, at: int) -> bool:
    """Whether a line is a picture's credit and says nothing else: "Photo: Ada Orr", "© Ada Orr/Post"."""
    text = sheet.lines[at].text.strip(" ()[]")
    found = credits_in(sheet.lang).match(text)
    named = found.group() if found else ""
    credit = named[-1:].isalpha() and not named[-1].islower() and "/" not in named
    return len(text) <= TAIL and (credit or text.startswith("©"))


def is_shown(sheet: Sheet, at: int) -> bool:
    """Whether a line says what a picture shows: it is no heading, one sentence at most, and short."""
    text = sheet.lines[at].text
    return at not in sheet.headings and len(text) <= UNDER and len(sentences(text, sheet.lang)) == 1


def pictured(sheet: Sheet) -> Mapping[int, str]:
    """Lines that stand alone with a picture's credit below, blank lines around the two: its caption, or what it shows.

    Where blank lines part the paragraphs. Of such lines of marked pages none but headings was the article's.
    """
    body = sheet.kept_pieces
    pairs = (at for at in body[1:] if is_pair(sheet, at) and not ITEM.match(sheet.text(at)))
    found = {at for at in pairs if shows_maker(sheet, sheet.pieces[at + 1][0])}
    others = [at for at in body if not found & {at, at - 1}]
    shown = [line for at in found for line in sheet.pieces[at] if line not in sheet.headings]
    return dict.fromkeys(shown if shown and is_parted(sheet, others) else (), WHY)


def is_pair(sheet: Sheet, at: int) -> bool:
    """Whether a piece and the next stand together between two blank lines, or below the word for a picture alone."""
    last = len(sheet.pieces) - 1
    first = sheet.gap(at) > 0 or (
        at > 1 and sheet.gap(at - 1) > 0 and sheet.folded[at - 1] in bilingual("captions", sheet.lang)
    )
    return at < last and sheet.gap(at + 1) == 0 and first and (at + 1 == last or sheet.gap(at + 2) > 0)


def shows_maker(sheet: Sheet, at: int) -> bool:
    """Whether a line says who made a picture, at its end or alone."""
    text = sheet.lines[at].text.strip()
    alone = is_maker(text) or (at not in sheet.own and furniture(text, sheet.lang)[CREDIT] >= EDGE)
    return alone or names_maker(text[-TAIL:], sheet.lang) or shows_agency(text) or signed_behind(text, sheet.lang)


def subjects(sheet: Sheet) -> Mapping[int, str]:
    """The headings of a body that are names and no more, where few are such: they say whom a picture shows.

    Of fourteen names that were the only heading of marked pages one was a heading; of thirteen names of people beside
    other headings three; of nine with what they are ("Ada Orr, mayor") none. Where many are names, they head a list.
    """
    heads = [at for at in sheet.kept if at in sheet.headings]
    texts = {at: sheet.lines[at].text.strip() for at in heads}
    people = [at for at in heads if is_subject(texts[at])]
    names = people if len(people) <= FEW * len(heads) else []
    names += [at for at in heads if len(heads) == 1 and is_person(texts[at].split())]
    names += [at for at in heads if has_role(texts[at])]
    return dict.fromkeys(names, WHY)


def is_subject(text: str) -> bool:
    """Whether a text is the names of people, each with a first name that is known, and nothing else."""
    return all(is_called(name.split()) for name in BETWEEN.split(text))


def is_called(words: list[str]) -> bool:
    """Whether words are a first name that is known, and a surname: of more, half began as names do and were none."""
    named = len(words) == FULL and is_person(words) and words[-1].isalpha() and not words[-1].isupper()
    return named and words[-1][0].isupper() and first_name(lowered(words[0]))


def has_role(text: str) -> bool:
    """Whether a text is a person's name and what they are, and nothing else: "Ada Orr, mayor of the island"."""
    name, comma, told = text.partition(", ")
    return bool(comma) and is_called(name.split()) and len(told) in ROLE and not any(ending(told))
