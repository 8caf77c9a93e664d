"""A sheet and its body in, the last sentences that the labeller missed out: those right below what it took."""

from __future__ import annotations

import re
from itertools import chain, groupby, takewhile
from typing import TYPE_CHECKING

from copydesk.cleaning.facts import ADVERT, is_person
from copydesk.cleaning.marks import furniture
from copydesk.cleaning.phrases import WHOLE
from copydesk.cleaning.pointing import points_elsewhere
from copydesk.cleaning.prose import is_report, is_said, is_sentence, unsigned
from copydesk.cleaning.sayings import LABEL, says
from copydesk.language import lowered, stopwords
from copydesk.language.lexicons import base
from copydesk.language.tokens import CAPITALS

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from copydesk.cleaning.sheet import Sheet

LIKELY, LEAD = 0.25, 12  # the chance of being body, and the words, of a sentence beside the body that is of it
ARTICLE = 200  # characters of an article at least that stand above what ends it: comments, notes, a letter's farewell
LEARNED = ("en", "de")  # languages of all but some fifty of the pages that the labeller learned from
BOXED, SEVERAL = 12, 2  # pieces below the body among which it goes on behind a box; sentences that do
POINTER = 3  # pieces below the body among which a pointer to another story is looked for
# The chance of being body from which a sentence below it that speaks to nobody closes it, and how many such may stand
# there. On pages of sites that the labeller never saw two in three are the article's; without the last test one in two.
CLOSING, MOST = 0.15, 2
OWN = 2  # of the body's last pieces, those that show how far apart its paragraphs stand
FAINT = 0.05  # that chance in languages of which the labeller saw few pages
# A sentence behind a box is the article's if it may be body and names so many of the body's things; so far behind, and
# right below. On pages of sites that the labeller never saw 30 of 33 such sentences were.
NAMING, NAMES, PAIR, BEHIND, CLOSE_BY = 0.18, 3, 2, 9, 3
NAMED = re.compile(rf"[{CAPITALS}][\w’'-]{{3,}}")
INSIDE = re.compile(rf"(?<=[a-zß-ÿ,] ){NAMED.pattern}")  # not opening a sentence, where any word has a capital


def is_learned(lang: str) -> bool:
    """Whether the labeller learned from many pages in a language."""
    return base(lang) in LEARNED


def beneath(sheet: Sheet, told: Sequence[int], lists: Container[int]) -> list[int]:
    """The pieces below the body that are still of it; `lists` are those of the body that are of lists and tables."""
    if not told:
        return []
    more = (last(sheet, told, lists), around(sheet, told), resumed(sheet, told), named_again(sheet, told))
    found = list(chain.from_iterable(more))
    return [*found, *closing(sheet, sorted({*told, *found}))]


def last(sheet: Sheet, told: Sequence[int], lists: Container[int]) -> list[int]:
    """The sentence right below a table or list that ends the body: who knew no table there took it for a foot."""
    at = told[-1] + 1 if told[-1] in lists else len(sheet.pieces)
    likely = at < len(sheet.pieces) and sheet.verdicts.body[at] >= CLOSING and sheet.verdicts.words[at] >= LEAD
    return [at] if likely and is_sentence(sheet.text(at), sheet.lang) else []


def around(sheet: Sheet, told: Sequence[int]) -> list[int]:
    """The sentences right above and below a pointer to another story, or an advert's label, that ends the body.

    In languages of which the labeller saw many pages it knows better: there a plug may stand below, but for a line that
    says that the story goes on.
    """
    near = range(told[-1] + 1, min(told[-1] + POINTER, len(sheet.pieces)))
    tells = goes_on if is_learned(sheet.lang) else parts
    pointer = next((at for at in near if tells(sheet.text(at), sheet.lang)), None)
    beside = () if pointer is None else range(told[-1] + 1, min(pointer + 2, len(sheet.pieces)))
    return [at for at in beside if is_plain(sheet, at)]


def resumed(sheet: Sheet, told: Sequence[int]) -> list[int]:
    """The sentences below the body that follow each other behind a box: several in a row are no teasers.

    In languages of which the labeller saw many pages it knows better.
    """
    if is_learned(sheet.lang):
        return []
    near = range(told[-1] + 1, min(told[-1] + BOXED, len(sheet.pieces)))
    runs = [list(run) for goes, run in groupby(near, key=lambda at: tells_on(sheet, at)) if goes]
    return next((run for run in runs if len(run) >= SEVERAL), [])


def named_again(sheet: Sheet, told: Sequence[int]) -> list[int]:
    """The sentences behind a box below the body that name what the body names: three things, or right below it two.

    What the page names above its story and outside of it, as its outlet and writer, tells nothing.
    """
    body, words = sheet.verdicts.body, sheet.verdicts.words
    near = range(told[-1] + 1, min(told[-1] + 1 + BEHIND, len(sheet.pieces)))
    below = [at for at in near if body[at] >= NAMING and words[at] >= LEAD]
    if not below:  # as on most pages, whose names need not be gathered
        return []
    kept = frozenset(told)
    above = (sheet.text(at) for at in range(told[-1]) if at not in kept)
    around = frozenset(name for text in above for name in NAMED.findall(text))
    own = frozenset(name for at in told for name in INSIDE.findall(sheet.text(at))) - around
    return [at for at in below if names_again(sheet, at, own, around, NAMES if at > told[-1] + CLOSE_BY else PAIR)]


def names_again(sheet: Sheet, at: int, own: frozenset[str], around: frozenset[str], wanted: int) -> bool:
    """Whether a piece is a report that names so many of the body's things, and does not begin with who wrote."""
    text = sheet.text(at)
    begins = text.split()[:2]
    stranger = is_person(begins) and lowered(begins[0]) not in stopwords(sheet.lang) and begins[-1] not in own
    if stranger or around.intersection(begins) or len(own.intersection(NAMED.findall(text))) < wanted:
        return False
    return is_plain(sheet, at) and is_report(text, sheet.lang)


def tells_on(sheet: Sheet, at: int) -> bool:
    """Whether a piece of some length may be body, and speaks of no furniture."""
    return bool(sheet.verdicts.words[at] >= LEAD) and likely(sheet, at)


def likely(sheet: Sheet, at: int) -> bool:
    """Whether a piece may be body, and speaks of no furniture."""
    return bool(sheet.verdicts.body[at] >= LIKELY) and is_plain(sheet, at)


def parts(text: str, lang: str) -> bool:
    """Whether a line that stands between paragraphs points to another story, or announces an advert."""
    return points_elsewhere(text, lang) or furniture(text, lang)[ADVERT] == WHOLE


def goes_on(text: str, lang: str) -> bool:
    """Whether a line says that the story goes on below an advert."""
    return len(text) <= LABEL and says(text, "continues", lang)


def closing(sheet: Sheet, told: Sequence[int]) -> list[int]:
    """The sentences right below the body, as far apart as its own, that speak of the story and to nobody.

    A short last paragraph, often somebody's words, looks like what stands below articles.
    """
    below = range(told[-1] + 1, min(told[-1] + 1 + MOST, len(sheet.pieces)))
    apart = min(map(sheet.gap, told[-OWN:]))  # of one alone a box may stand above
    return list(takewhile(lambda at: closes(sheet, at, apart), below))


def closes(sheet: Sheet, at: int, apart: int) -> bool:
    """Whether a piece could be the article's last: so many blank lines above it, and a plain report."""
    least = CLOSING if is_learned(sheet.lang) else FAINT
    likely = sheet.verdicts.body[at] >= least and sheet.gap(at) == apart
    told = is_plain(sheet, at) or is_said(sheet.text(at))
    return bool(likely) and told and is_report(sheet.text(at), sheet.lang)


def is_plain(sheet: Sheet, at: int) -> bool:
    """Whether a piece is a sentence that speaks of no furniture at all."""
    text = unsigned(sheet.text(at))
    return is_sentence(text, sheet.lang) and not any(furniture(text, sheet.lang))
