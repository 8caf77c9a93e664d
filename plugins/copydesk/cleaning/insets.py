"""A sheet in, the boxes of other stories out that a first look took for its article's beginning or end."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from copydesk.cleaning.ends import LEAD, goes_on, is_learned
from copydesk.cleaning.lists import opens_list
from copydesk.cleaning.marks import is_whole, spoken
from copydesk.cleaning.others import stories
from copydesk.cleaning.prose import TITLE, is_sentence, reads_as_title
from copydesk.cleaning.reasons import NAMES
from copydesk.cleaning.wording import said, stems
from copydesk.language.rows import cells

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet

MOST = 8  # titles in a box at most: a page's own list of what is new is longer, and stands below the article
NEAR = 3  # pieces above a box in which a paragraph stands: a picture's caption may be between
BELOW = 3  # pieces below a box among which the labeller took one for body, where the paragraph need share no word
SHORT = 8  # words of a paragraph at least in languages hardly learned: many say in a word what English says in two
BEFORE = 30  # pieces above a box whose words are the article's
# The chance of being body that the paragraph below a box has at least: of 75 put below boxes 68 have it, of 70 teasers
# and notes about writers below marked pages 2.
CHANCE = 0.2
HARDLY = 0.1  # the same in languages of which the labeller saw few pages
SAYING = 3  # letters of a word that a heading shares with its paragraph, at least: "bus"


def insets(sheet: Sheet) -> Mapping[int, str]:
    """The lines of boxes between two paragraphs that tell one story, where the labeller did not know them for boxes.

    It knows few so high or low: it hears in them where an article begins and ends, or takes their titles for body.
    """
    boxes = (inset(sheet, at) for at in sheet.announcements if not goes_on(sheet.text(at), sheet.lang))
    return {line: NAMES["related"] for box in boxes for at in box for line in sheet.pieces[at]}


def inset(sheet: Sheet, label: int) -> Sequence[int]:
    """The pieces of the box that a line announces: itself and the titles below.

    None where no article is around, nor where each title has a sentence below.
    """
    below = range(label + 1, min(label + 1 + MOST, len(sheet.pieces)))
    run = list(takewhile(lambda at: is_entry(sheet.text(at), sheet.lang), below))
    after = label + 1 + len(run)
    above = [at for at in range(max(0, label - BEFORE), label) if is_paragraph(sheet, at)]
    if not run or not parts(sheet, label, above, after) or stories(sheet, label + 1):
        return ()
    titles = run[:-1] if heads(sheet, run, after) else run
    seen = sheet.keeps(above[-1]) and sheet.keeps(after) and not any(map(sheet.keeps, titles))
    return () if seen else (label, *titles)


def is_entry(text: str, lang: str) -> bool:
    """Whether a line is as long as a title, and no sentence, row of a table or lead-in of a list.

    Whatever else it says: a picture's title in a box is one too.
    """
    like = reads_as_title(text, lang) or (len(spoken(text, lang)) in TITLE and not is_whole(text))
    return like and len(cells(text)) == 1 and not opens_list(text)


def parts(sheet: Sheet, label: int, above: Sequence[int], after: int) -> bool:
    """Whether a box parts the paragraphs above, the last of them close by, from one that goes on with their story.

    In languages of which the labeller saw few pages any paragraph may: what it finds likely there tells little.
    """
    if not above or above[-1] < label - NEAR or not is_paragraph(sheet, after):
        return False
    if not is_learned(sheet.lang):
        return bool(sheet.verdicts.body[after] >= HARDLY)
    below = any(map(sheet.keeps, range(after, min(after + BELOW, len(sheet.pieces)))))
    own = (below and sheet.keeps(above[-1])) or not said(sheet, above).isdisjoint(said(sheet, [after]))
    return own and bool(sheet.verdicts.body[after] >= CHANCE)


def is_paragraph(sheet: Sheet, at: int) -> bool:
    """Whether a piece, if there is one, is a sentence as long as a paragraph's."""
    text = sheet.text(at) if at < len(sheet.pieces) else ""
    least = LEAD if is_learned(sheet.lang) else SHORT
    return bool(text) and sheet.verdicts.words[at] >= least and is_sentence(text, sheet.lang)


def heads(sheet: Sheet, run: Sequence[int], after: int) -> bool:
    """Whether the last title of a box is the heading of the paragraph below: apart from the others, or sharing a word.

    Where it stands closer to the title above than to the paragraph, it is another story's whatever it says.
    """
    last = run[-1]
    if sheet.gap(last) > sheet.gap(run[0]):
        return True
    title, text = (stems(sheet.text(at), sheet.lang, SAYING) for at in (last, after))
    return sheet.gap(last) >= sheet.gap(after) and not title.isdisjoint(text)
