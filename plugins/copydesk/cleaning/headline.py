"""A sheet in, its headline out: the likeliest piece, or the one beside it that where they stand shows to be it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.credit import is_credit
from copydesk.cleaning.facts import dated, is_person, tells_facts
from copydesk.cleaning.heads import CERTAIN, TITLED, barred, may_head
from copydesk.cleaning.keeping import BODY, CLOSE, SURE
from copydesk.cleaning.mastheads import below_masthead, copied_along
from copydesk.cleaning.phrases import tokens
from copydesk.cleaning.prose import is_long_title, is_title
from copydesk.cleaning.wording import TAKEN, said, stems

if TYPE_CHECKING:
    from copydesk.cleaning.evidence import Numbers
    from copydesk.cleaning.sheet import Sheet

HEADLINE = 0.3  # low: of the lines of a page only the likeliest is asked, and two in five right above it are right
TIE = 0.9  # of the chance of a piece: of what stood above it and had as much more were headlines than of those below
BLOCK = 0.5  # the same of the first line of a block that ends with who wrote and when: a title above its standfirst
FOREMOST, AHEAD = 0.2, 3  # enough for one that is so many times likelier than any other line of its page
SLIGHT, FACTS = 0.15, 3  # enough for a title with a by-line or a day so many lines below
ABOVE_FACTS = 3  # titles above a by-line that are compared: the headline, a standfirst, a name
HARDLY = 0.1  # the chance of being the headline from which a title above who wrote is one
FAINT = 0.05  # the same of one of which the body takes up most words
OPENING = 30  # pieces of the body that are asked


def headline(sheet: Sheet) -> int | None:
    """The piece that is the headline, `None` where the page has none.

    The labeller's choice is mended by what the body tells, then by the names that stand above or below it.
    """
    at = likeliest(sheet)
    at = told_below(sheet, at if at is None else upper(sheet, at))
    if at is None:
        return copied_along(sheet)
    at = above_writer(sheet, above_author(sheet, at))
    return again(sheet, below_masthead(sheet, at) or at)


def again(sheet: Sheet, at: int) -> int:
    """The piece right below a headline that says the same words once more: it stands nearer to who wrote and when."""
    return at + 1 if at + 1 < len(sheet.pieces) and is_again(sheet, at + 1) else at


def is_again(sheet: Sheet, at: int) -> bool:
    """Whether a piece says the same words as the one right above."""
    return tokens(sheet.folded[at]) == tokens(sheet.folded[at - 1])


def likeliest(sheet: Sheet) -> int | None:
    """The likeliest piece, or the title above a by-line; `None` where no chance is enough and nothing shows more."""
    chances = enumerate(sheet.verdicts.headline)
    likely = np.array([chance if chance and not barred(sheet, at) else 0.0 for at, chance in chances])
    best = int(np.argmax(likely))
    if likely[best] >= enough(sheet, best, likely):
        return best
    above = above_facts(sheet) if likely[best] < HEADLINE else None
    return best if above is None and likely[best] >= SLIGHT and tells_head(sheet, best) else above


def enough(sheet: Sheet, best: int, likely: Numbers) -> float:
    """The chance from which the likeliest piece is the headline."""
    if sheet.verdicts.body[best] >= BODY:
        return SURE
    return FOREMOST if stands_out(sheet, best, likely) else HEADLINE


def stands_out(sheet: Sheet, best: int, likely: Numbers) -> bool:
    """Whether a piece close above the body could be a title, and no other comes near it."""
    near = sheet.begun - CLOSE <= best < sheet.begun and is_title(sheet.text(best), sheet.lang)
    return near and likely[best] > AHEAD * np.delete(likely, best).max(initial=0.0)


def above_facts(sheet: Sheet) -> int | None:
    """The likeliest of the titles right above a by-line or a date, above the body: there headlines stand."""
    for at in range(sheet.begun - 2, max(sheet.begun - CLOSE - 2, -1), -1):
        if tells_facts(sheet.firsts[at + 1].text, sheet.lang) and may_title(sheet, at):
            near = range(at, max(at - ABOVE_FACTS, -1), -1)
            titles = takewhile(lambda one: may_title(sheet, one), near)
            return max(titles, key=lambda one: (sheet.verdicts.headline[one], one))
    return None


def may_title(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be a title, and may be the headline."""
    text = sheet.firsts[at].text
    return (is_title(text, sheet.lang) or is_long_title(text, sheet.lang)) and not barred(sheet, at)


def tells_head(sheet: Sheet, at: int) -> bool:
    """Whether what stands right below the likeliest line, however unlikely it is, shows that it is the headline."""
    below = (sheet.text(line) for line in range(at + 1, min(at + 1 + FACTS, len(sheet.pieces))))
    return may_head(sheet, at) and any(tells_facts(text, sheet.lang) for text in below)


def upper(sheet: Sheet, at: int) -> int:
    """The piece right above one that is about as likely the headline: what stands below is its standfirst."""
    above = sheet.verdicts.headline[at - 1] if at > 0 else 0.0
    least = BLOCK if above >= HEADLINE and heads_block(sheet, at - 1) else TIE
    tied = above >= least * sheet.verdicts.headline[at] and may_head(sheet, at - 1)
    return at - 1 if tied and not is_again(sheet, at) else at


def heads_block(sheet: Sheet, at: int) -> bool:
    """Whether a piece is the first of a block whose third is a person's name, with a day below: letters begin so."""
    if at + 3 >= len(sheet.pieces) or any(map(sheet.gap, range(at + 1, at + 4))) or (at and sheet.gap(at) == 0):
        return False
    name = sheet.text(at + 2)
    return is_person(name.split()) and not tells_facts(name, sheet.lang) and dated(sheet.text(at + 3), sheet.lang)


def told_below(sheet: Sheet, chosen: int | None) -> int | None:
    """The title above the body of whose longer words the body takes up most, where none is chosen or hardly one.

    A name of a few words may be the site's; where the body takes up few words of any title, it stays.
    """
    sure = chosen is not None and sheet.verdicts.headline[chosen] >= CERTAIN
    if chosen is not None and (sure or len(tokens(sheet.text(chosen))) >= TITLED):
        return chosen
    opening = said(sheet, range(sheet.begun, min(sheet.begun + OPENING, len(sheet.pieces))))
    least = FAINT if chosen is not None else 0.0  # a title that the body tells is better than none
    likely = [at for at in range(sheet.begun) if sheet.verdicts.headline[at] >= least and may_head(sheet, at)]
    titles = [at for at in likely if not is_credit(sheet.text(at + 1), sheet.lang)]  # above a credit stands a caption
    words = {at: stems(sheet.text(at), sheet.lang) for at in titles}
    told = {at: len(words[at] & opening) for at in titles if max(TAKEN, len(words[at]) / 2) <= len(words[at] & opening)}
    return max(told, key=lambda at: (told[at], sheet.verdicts.headline[at]), default=chosen)


def above_author(sheet: Sheet, at: int) -> int:
    """The headline right above a piece that is a person's name with a day right below, else the piece itself."""
    named = 0 < at < len(sheet.pieces) - 1 and is_person(sheet.text(at).split())
    return at - 1 if named and dated(sheet.text(at + 1), sheet.lang) and may_head(sheet, at - 1) else at


def above_writer(sheet: Sheet, at: int) -> int:
    """The title right above the names of who wrote, above a piece that was taken for the headline; else that piece.

    A standfirst stands below those names as other headlines do; what is surely the headline stays it.
    """
    above = at - 1
    if sheet.verdicts.headline[at] >= CERTAIN:
        return at
    while above > 0 and is_person(sheet.text(above).split()):
        above -= 1
    likely = above < at - 1 and sheet.verdicts.headline[above] >= HARDLY
    return above if likely and may_head(sheet, above) else at
