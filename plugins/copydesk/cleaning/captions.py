"""A sheet in, the captions of pictures among its body out: lines that say who made a picture, or stand below such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.credit import (
    CLOSE,
    MORE,
    SAYING,
    TAIL,
    adds_agency,
    begins_as_credit,
    credits_in,
    ends_as_credit,
    is_maker,
    names_maker,
    shows_agency,
    signed_behind,
)
from copydesk.cleaning.facts import CREDIT, is_person
from copydesk.cleaning.headings import is_parted
from copydesk.cleaning.lists import ENTRY
from copydesk.cleaning.marks import ending, furniture
from copydesk.cleaning.phrases import EDGE
from copydesk.language import lexicon, lowered, sentences
from copydesk.language.people import first_name
from copydesk.language.wrapping import ITEM

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from copydesk.cleaning.sheet import Sheet

AND = re.compile(r", | (?:and|und|et|y|e|en|i|и|ve|&|och|og) ")  # between two names
FEW = 0.25  # of a body's headings at most that are names of people, where these are of pictures
FULL = 2  # words of a full name
ROLE = range(3, 71)  # characters of what somebody is
CAPTION = 350  # characters of a caption at most
UNDER = 150  # of one that stands under its credit: longer ones are leads
NAME = r"[^\W\d_a-z][\w’'-]+"
# Four words end a sentence; two or three names and the outlet follow, without a full stop.
MAKER = re.compile(rf"(?:\S+ ){{3}}\S+[.!?][\"”]? (?:{NAME} ){{2,3}}for (?:[Tt]he )?{NAME}(?: {NAME}){{0,3}}$")
# "…を出る容疑者＝13日、東京・霞ケ関で（潟沼義樹撮影）": what a picture shows, and behind the sign day, place, maker.
SHOT = re.compile(r"＝[^。＝]{2,60}$")
# "… le 14 février 2026. CENTRE ATHÉNAS", "… in Leeds. ADA ORR / AFP": behind the full stop the maker in capitals.
SHOUTED = re.compile(r"[.!?»”\"] [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .,'’«»/-]{4,50}$")
# "… before the school © VS Tristach", "© Ada Orr/MODIS": of fifteen such on marked pages none was the article's.
OWNED = re.compile(r"(?:^|\S ?)© ?[^.!?©]{2,60}$")
SHOUTED_FIRST = re.compile(r"(?:[A-Z][A-Z.'’-]+ ){0,2}(?:PH|F)OTOS?(?: BY)? [A-Z]")  # "SUBMITTED PHOTO Ada Orr …"
FILE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}(?:\.[a-z]{3,4})?")  # "milk-truck-hero": what stands for a picture


def captions(sheet: Sheet) -> Mapping[int, str]:
    """Lines that say who made a picture, as "Photo: name", "Record photo/name" or "Ada Orr/Post", or name its file.

    A short item of a list says what a thing has ("• Video: 4K"): of fifteen on marked pages all were the article's.
    """
    return {
        at: "picture credit"
        for at, tail in ends(sheet).items()
        if (names_maker(tail, sheet.lang) and not is_short_item(sheet.lines[at].text))
        or FILE.fullmatch(tail.strip())
        or is_maker(sheet.lines[at].text)
        or (is_brief(sheet, at) and tells_whose(sheet.lines[at].text, sheet.lang))
    }


def tells_whose(text: str, lang: str) -> bool:
    """Whether a text no longer than captions are ends with an agency or an owner, or begins as credits do."""
    text = text.strip()
    first = (len(text) <= UNDER and begins_as_credit(text, lang)) or ends_as_credit(text, lang)
    owned = "©" in text and OWNED.search(text) is not None
    return first or owned or shows_agency(text) or SHOUTED_FIRST.match(text) is not None


def is_short_item(text: str) -> bool:
    """Whether a line is a short item of a list."""
    return len(text) <= ENTRY and ITEM.match(text) is not None


def ends(sheet: Sheet) -> dict[int, str]:
    """The end of each line of the body."""
    return {at: sheet.lines[at].text[-TAIL:] for at in sheet.kept}


def captioned(sheet: Sheet) -> Mapping[int, str]:
    """A short line right under one that is a picture's credit and nothing else, where blank lines part the paragraphs.

    Of such lines of marked pages headings and paragraphs were the article's.
    """
    credit = credits_in(sheet.lang)
    numbers = [line.number for line in sheet.lines]
    return {
        at: "picture credit"
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
    return {at: "picture credit" for at in near if owns(sheet, at + 1) and is_shown(sheet, at)}


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
    return dict.fromkeys(names, "picture credit")


def is_subject(text: str) -> bool:
    """Whether a text is the names of people, each with a first name that is known, and nothing else."""
    return all(is_called(name.split()) for name in AND.split(text))


def is_called(words: list[str]) -> bool:
    """Whether words are a first name that is known, and a surname: of more, half began as names do and were none."""
    named = len(words) == FULL and is_person(words) and words[-1].isalpha() and not words[-1].isupper()
    return named and words[-1][0].isupper() and first_name(lowered(words[0]))


def has_role(text: str) -> bool:
    """Whether a text is a person's name and what they are, and nothing else: "Ada Orr, mayor of the island"."""
    name, comma, told = text.partition(", ")
    return bool(comma) and is_called(name.split()) and len(told) in ROLE and not any(ending(told))


def signed_captions(sheet: Sheet) -> Mapping[int, str]:
    """Lines that end with who made the picture, for whom: "… of the mill. Ada Orr for the Post"; in Japanese, when."""
    tails = {at: tail.rstrip() for at, tail in ends(sheet).items()}
    made = {at for at, tail in tails.items() if " for " in tail and MAKER.search(tail)}
    given = {at for at, tail in tails.items() if tail.endswith((")", "]")) and signed_behind(tail, sheet.lang)}
    taken = {at for at, tail in tails.items() if "＝" in tail and SHOT.search(tail)}
    inside = sheet.kept[:-1]  # the last paragraph may end with the agency: "…, it added. REUTERS"
    added = {at for at in inside if is_brief(sheet, at) and (is_shouted(tails[at]) or adds_agency(tails[at]))}
    return dict.fromkeys(made | given | taken | added, "picture credit")


def is_shouted(tail: str) -> bool:
    """Whether a name in capitals stands behind the last full stop of a line's end."""
    return tail.rstrip(" »")[-1:].isupper() and SHOUTED.search(tail) is not None


def sourced(sheet: Sheet) -> Mapping[int, str]:
    """A short line inside the body that names a chart's or a picture's source: "Source: Statistics Office".

    Of twenty-two such lines of marked pages, headings aside, none was the article's.
    """
    words = tuple(f"{word}:" for lang in ("en", sheet.lang) for word in lexicon("origin", lang)[:1])
    inside = (at for at in sheet.kept[:-1] if at not in sheet.headings and len(sheet.lines[at].text) <= TAIL)
    found = [at for at in inside if lowered(sheet.lines[at].text.strip()).replace(" :", ":").startswith(words)]
    return dict.fromkeys((at for at in found if not ending(sheet.lines[at].text.strip())[0]), "picture credit")


def is_brief(sheet: Sheet, at: int) -> bool:
    """Whether a line is no longer than captions are."""
    return len(sheet.lines[at].text) <= CAPTION


def pictured(sheet: Sheet) -> Mapping[int, str]:
    """Lines that stand alone with a picture's credit below, blank lines around the two: its caption, or what it shows.

    Where blank lines part the paragraphs. Of such lines of marked pages none but headings was the article's.
    """
    body = sheet.kept_pieces
    pairs = (at for at in body[1:] if is_pair(sheet, at) and not ITEM.match(sheet.text(at)))
    found = {at for at in pairs if is_credit(sheet, sheet.pieces[at + 1][0])}
    others = [at for at in body if not found & {at, at - 1}]
    shown = [line for at in found for line in sheet.pieces[at] if line not in sheet.headings]
    return dict.fromkeys(shown if shown and is_parted(sheet, others) else (), "picture credit")


def is_pair(sheet: Sheet, at: int) -> bool:
    """Whether a piece and the next stand together between two blank lines."""
    last = len(sheet.pieces) - 1
    return at < last and sheet.gap(at + 1) == 0 < sheet.gap(at) and (at + 1 == last or sheet.gap(at + 2) > 0)


def is_credit(sheet: Sheet, at: int) -> bool:
    """Whether a line says who made a picture, at its end or alone."""
    text = sheet.lines[at].text.strip()
    alone = is_maker(text) or (at not in sheet.kept and furniture(text, sheet.lang)[CREDIT] >= EDGE)
    return alone or names_maker(text[-TAIL:], sheet.lang) or shows_agency(text) or signed_behind(text, sheet.lang)


def shown_again(sheet: Sheet) -> Mapping[int, str]:
    """Lines that one close by outside the body says too, with little more: the picture's maker, its source."""
    kept = set(sheet.kept)
    return {at: "picture credit" for at in sheet.kept if len(sheet.flat[at]) >= SAYING and credited(sheet, at, kept)}


def credited(sheet: Sheet, at: int, kept: Set[int]) -> bool:
    """Whether a line that was dropped close by begins as a line does, and ends with little more."""
    text = sheet.flat[at]
    near = (other for other in range(max(0, at - CLOSE), min(at + CLOSE + 1, len(sheet.flat))) if other not in kept)
    return any(sheet.flat[one].startswith(text) and 0 < len(sheet.flat[one]) - len(text) <= MORE for one in near)
