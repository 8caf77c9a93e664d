"""A sheet in, the pieces of its page that are the article's body out: the labeller's, and those that these hold."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.ends import LEAD, LEARNED, beneath, is_plain, is_report, likely, tells_on
from copydesk.cleaning.facts import asks, dated, goes_on, is_person, is_sentence, is_title, opens, signs, tells_facts
from copydesk.cleaning.lists import announced, listed, tables
from copydesk.cleaning.marks import ending, furniture, of_shares, spoken
from copydesk.cleaning.phrases import EDGE
from copydesk.cleaning.series import HEADING, above_paragraph, series
from copydesk.cleaning.sources import plain
from copydesk.language import stopwords
from copydesk.language.lexicons import base
from copydesk.language.wrapping import ITEM
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.evidence import Numbers
    from copydesk.cleaning.sheet import Sheet

FEWEST = 8.0  # words of body that a page is expected to hold at least: less is a page of menus
SPARED = 0.15  # the chance of being body from which a heading between body lines stays
HARDLY_BODY = 0.1  # the chance of being body from which such a one is: short ones have no words that the trees know
FAINT = 0.08  # the chance of being a heading from which one in a language of which few pages were seen is one
CLOSE = 8  # lines above the body in which its first line may stand apart
BEGINNING = 20  # words of a page's first line that is a report's first sentence
TAKEN, STEM = 2, 5  # words of the headline that it takes up at least; their letters that are compared
TITLE, SEVERAL = 12, 2  # words of a heading that only its place shows, at most; such lines of a page, at least
GLUED = 0.1  # the share of paragraphs that follow another without a blank line, where blank lines part paragraphs
HARDLY = 1  # line of furniture on a page that is all article: there two in three lines dropped from within were its own


def body(sheet: Sheet) -> list[int]:
    """The pieces of the body, in the order of the page."""
    wanted = encyclopedic(sheet) or likeliest(sheet.verdicts.body, sheet.verdicts.words) or sheet.brief
    lists = {*announced(sheet, wanted), *tables(sheet, wanted)}
    more = (
        opening(sheet, wanted),
        lead(sheet, wanted),
        spared(sheet, wanted),
        held(sheet, wanted),
        listed(sheet, set(wanted)),
        lists,
        framed(sheet, wanted),
        first(sheet, wanted),
    )
    found = sorted({*wanted, *chain.from_iterable(more)})
    found = sorted({*found, *beneath(sheet, found, lists)})
    return sorted({*found, *series(sheet, found)})


def likeliest(chance: Numbers, words: Numbers) -> list[int]:
    """The lines to keep: those for which precision and recall, as expected from the chances, have the greatest sum."""
    mass = chance * words
    if mass.sum() < FEWEST:
        return []
    order = np.argsort(-chance, kind="stable")
    hit = np.cumsum(mass[order])
    expected = hit / np.maximum(np.cumsum(words[order]), 1.0) + hit / mass.sum()
    return sorted(order[: int(np.argmax(expected)) + 1].tolist())


def brief(sheet: Sheet) -> list[int]:
    """The sentences of a page that says little else, below a title: a report of a paragraph.

    The labeller knows few so short and takes them for teasers; but a front page's teasers stand apart. The report takes
    up words of the title, or who wrote it and when stands beside.
    """
    told = [at for at in range(len(sheet.pieces)) if sheet.verdicts.words[at] >= LEAD and is_plain(sheet, at)]
    run = bool(told) and told[-1] - told[0] < len(told)
    above = [sheet.text(at) for at in range(max(0, told[0] - CLOSE), told[0])] if run else []
    titles = [text for text in above if is_title(text, sheet.lang)]
    signed = bool(titles) and any(tells_facts(text, sheet.lang) for text in above)
    return told if signed or any(shared(text, sheet.text(told[0]), sheet.lang) >= TAKEN for text in titles) else []


def encyclopedic(sheet: Sheet) -> list[int]:
    """The sentences of an encyclopedia's article, and those that a list or formula goes on: all else is beside them."""
    aside = set(sheet.wiki)
    told = (at for at, piece in enumerate(sheet.pieces) if aside and piece[0] not in aside)
    return [at for at in told if is_clause(sheet.text(at))]


def is_clause(text: str) -> bool:
    """Whether a line ends as a sentence, or as a part of one does: with a full stop, a colon, a comma."""
    stop, colon, _, comma = ending(text.strip())
    return stop or colon or comma


def spared(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The pieces between body lines that look like headings, though hardly like body, or that are marked so."""
    inside = range(wanted[0], wanted[-1]) if wanted else ()
    title, body = sheet.verdicts.heading, sheet.verdicts.body
    kept = set(wanted)
    like = [at for at in inside if title[at] >= HEADING and body[at] >= SPARED]
    return [*like, *unlearned(sheet, wanted), *(at for at in inside if at + 1 in kept and is_marked(sheet, at))]


def unlearned(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The short titles right above a paragraph, in languages of which the labeller saw few pages: it knows no words.

    Of such lines of the pages of decision 0018 twelve were headings and two not; in English and German half were.
    """
    if not wanted or base(sheet.lang) in LEARNED:
        return []
    kept = set(wanted)
    above = (at for at in range(wanted[0] + 1, wanted[-1]) if at + 1 in kept and sheet.verdicts.words[at + 1] >= LEAD)
    return [at for at in above if sheet.verdicts.heading[at] >= FAINT and is_short_title(sheet, at)]


def is_short_title(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be a title of few words, and is no name and no question, which an interview asks.

    Without a capital nothing shows a title: in Japanese and Korean most such lines were other stories'.
    """
    text = sheet.text(at)
    few = sheet.verdicts.words[at] <= TITLE and sheet.verdicts.body[at] >= HARDLY_BODY and any(map(str.isupper, text))
    return bool(few) and is_title(text, sheet.lang) and not (asks(text) or signs(text) or is_person(text.split()))


def is_marked(sheet: Sheet, at: int) -> bool:
    """Whether its source's markup says that a piece is a heading, and it does not speak of furniture."""
    marked = sheet.firsts[at].markup is Label.HEADING
    return marked and max(furniture(sheet.text(at), sheet.lang)) < EDGE


def held(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The pieces that the body holds on both sides: lone sentences, and all where no page speaks around them.

    What tells of a company's shares stays too: the labeller learned the word where pages offer to be shared.
    """
    inside = range(wanted[0], wanted[-1]) if wanted else ()
    if bare(sheet, wanted):
        return list(inside)
    kept = set(wanted)
    lone = [at for at in inside if at not in kept and {at - 1, at + 1} <= kept]
    whole = [at for at in lone if is_sentence(sheet.text(at), sheet.lang) or goes_on(sheet.text(at), sheet.lang)]
    return [*whole, *(at for at in inside if of_shares(sheet.text(at), spoken(sheet.text(at), sheet.lang)))]


def bare(sheet: Sheet, wanted: Sequence[int]) -> bool:
    """Whether hardly a line outside the body speaks of furniture: somebody copied the article alone."""
    body = set(wanted)
    outside = (sheet.text(at) for at in range(len(sheet.pieces)) if at not in body)
    speaking = (text for text in outside if max(furniture(text, sheet.lang)) >= EDGE)
    return next(islice(speaking, HARDLY, None), None) is None


def lead(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The piece right below the headline, if it is a sentence: a lead between by-lines and boxes looks lost."""
    title = plain(" ".join(sheet.lines[at].text for at in sheet.headline))
    below = max((at for at, text in enumerate(sheet.folded, 1) if text == title), default=0)
    text = sheet.text(below) if below < len(sheet.pieces) else ""
    return [below] if wanted and 0 < below < wanted[0] <= below + CLOSE and is_sentence(text, sheet.lang) else []


def opening(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The piece close to the body's beginning that begins as a report does: a short lead looks like a caption."""
    near = range(max(0, wanted[0] - CLOSE), min(wanted[0] + CLOSE, wanted[-1])) if wanted else ()
    return [at for at in near if opens(sheet.firsts[at].text)][:1]


def framed(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The short lines of the body's inside that stand as headings do: a blank line above, a paragraph right below.

    Only where several stand so, where blank lines part paragraphs, and where the headings that show themselves do.
    """
    inside = range(wanted[0] + 1, wanted[-1]) if wanted and is_parted(sheet, wanted) else ()
    kept = set(wanted)
    found = [at for at in inside if at + 1 in kept and is_framed(sheet, at)]
    shown = [at for at in inside if at in kept and sheet.verdicts.heading[at] >= HEADING]
    alike = 2 * sum(sheet.gap(at) > 0 and sheet.gap(at + 1) == 0 for at in shown) >= len(shown)
    asked = [at for at in found if asks(sheet.text(at))]
    found = found if 2 * len(asked) <= len(found) else [at for at in found if at not in asked]  # of an interview
    return found if alike and len(found) >= SEVERAL else []


def is_parted(sheet: Sheet, wanted: Sequence[int]) -> bool:
    """Whether blank lines part the paragraphs of these pieces."""
    long = {at for at in wanted if sheet.verdicts.words[at] >= LEAD}
    return sum(at - 1 in long and sheet.gap(at) == 0 for at in long) <= GLUED * len(long)


def is_framed(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be a title, and stands between a blank line, or an entry's hour, and a sentence."""
    apart = sheet.gap(at) > 0 or dated(sheet.text(at - 1), sheet.lang)
    alone = apart and at + 1 < len(sheet.pieces) and sheet.gap(at + 1) == 0
    text = sheet.text(at)
    if not alone or sheet.verdicts.words[at] > TITLE or ITEM.match(text) or not is_title(text, sheet.lang):
        return False
    return above_paragraph(sheet, at)


def first(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The sentence right above the body, if it takes up words of the headline and speaks of nothing else.

    And the page's first line, if it is a report's long sentence: above articles that were copied alone stands nothing.
    """
    if not wanted or wanted[0] == 0:
        return []
    at, words = wanted[0] - 1, sheet.verdicts.words
    begins = words[0] >= BEGINNING and at < CLOSE and likely(sheet, 0) and is_report(sheet.text(0), sheet.lang)
    above = tells_on(sheet, at) and takes_up(sheet, sheet.text(at))
    return [0] * bool(begins) + [at] * above


def takes_up(sheet: Sheet, text: str) -> bool:
    """Whether a text takes up words of the headline."""
    return shared(" ".join(sheet.lines[at].text for at in sheet.headline), text, sheet.lang) >= TAKEN


def shared(title: str, text: str, lang: str) -> int:
    """How many of a title's longer words a text takes up."""
    return len(stems(title, lang) & stems(text, lang))


def stems(text: str, lang: str) -> frozenset[str]:
    """How the longer words of a text begin, without its small ones."""
    return frozenset(word[:STEM] for word in spoken(text, lang) if len(word) >= STEM and word not in stopwords(lang))
