"""A sheet and pieces of its body in, the section headings out: by the labeller, and by how they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.contents import entitled
from copydesk.cleaning.credit import is_credit
from copydesk.cleaning.ends import LEAD, is_learned
from copydesk.cleaning.facts import ADVERT, dated, is_ago, is_person, signed
from copydesk.cleaning.marks import ADDRESS, BARS, ending, furniture, is_whole
from copydesk.cleaning.phrases import EDGE, KINDS, WHOLE, tokens
from copydesk.cleaning.prose import asks, goes_on, is_title, names_speaker, signs
from copydesk.cleaning.series import HEADING, above_paragraph, titled
from copydesk.language.wrapping import ITEM
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.sheet import Sheet

HARDLY_BODY = 0.1  # the chance of being body from which a title is a heading: the trees know no words of short ones
FAINT = 0.08  # the chance of being a heading from which one in a language of which few pages were seen is one
TITLE, SEVERAL = 12, 2  # words of a heading that only its place shows, at most; such lines of a page, at least
GLUED = 0.1  # the share of paragraphs that follow another without a blank line, where blank lines part paragraphs
# Words of a heading that only the blank lines around it and its small letters show: other stories' titles have more.
# On marked pages the labeller missed out few such lines; but for repeated ones and names all were headings.
LONE = range(2, 7)
CASELESS, FEWEST = "\u0e00", 3  # letters before this have no case where all are alike: Hebrew, Arabic, those of India;
# two words there may well be somebody's name
ALIKE = 3  # lines with the same label and a colon, from which they are no headings: what people say, a thing's parts
# The share of the titles between paragraphs that are headings, and the chance of one from which it is one too: three in
# five were on pages of sites that the labeller never saw, elsewhere one in six.
NEARLY, HARDLY = 0.75, 0.2
NAVIGATION = KINDS.index("navigation")
SPEAKS = re.compile(r"[\"“”«»„]|[?!] ")  # inside a line that ends with a full stop
HEARD = re.compile(r"\([^()]+\)|\[[^\[\]]+\]")


def headings(sheet: Sheet) -> frozenset[int]:
    """The pieces that are section headings, if they are kept."""
    likely = np.flatnonzero(sheet.verdicts.heading >= HEADING).tolist()
    shown = (at for at in likely if not (goes_on(sheet.text(at), sheet.lang) or is_aside(sheet, at)))
    body = sheet.kept_pieces
    named = entitled(sheet, body)
    placed = (
        *framed(sheet, body),
        *apart(sheet, body),
        *unlearned(sheet, body),
        *among(sheet, body),
        *over_figures(sheet, body),
    )
    return frozenset((*shown, *placed, *titled(sheet, body), *named))


def among(sheet: Sheet, body: Sequence[int]) -> list[int]:
    """The titles between two paragraphs on pages where nearly all others of the kind, at least two, are headings."""
    kept = frozenset(body)
    between = (at for at in body if {at - 1, at + 1} <= kept and sheet.verdicts.words[at - 1] >= LEAD)
    lone = [at for at in between if is_whole(sheet.text(at - 1)) and above_paragraph(sheet, at) and is_short(sheet, at)]
    shown = [at for at in lone if sheet.verdicts.heading[at] >= HEADING]
    if len(shown) < SEVERAL or len(shown) < NEARLY * (len(lone) - 1):
        return []
    return [at for at in lone if sheet.verdicts.heading[at] >= HARDLY and is_like_heading(sheet, at)]


def over_figures(sheet: Sheet, body: Sequence[int]) -> list[int]:
    """The titles right above figures that stand together: "Day's numbers"."""
    above = {run[0] - 1 for run in sheet.tallies}.intersection(body)
    return [at for at in above if is_short(sheet, at) and is_like_heading(sheet, at)]


def is_short(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be a title of few words."""
    return bool(sheet.verdicts.words[at] <= TITLE) and is_title(sheet.text(at), sheet.lang)


def is_like_heading(sheet: Sheet, at: int) -> bool:
    """Whether a piece is like a heading, and no item of a list, name of who says what follows or field of a form."""
    text = sheet.text(at)
    return is_headlike(text, sheet.lang) and ": " not in text and not (ITEM.match(text) or is_aside(sheet, at))


def is_aside(sheet: Sheet, at: int) -> bool:
    """Whether a piece is in brackets, as what a transcript says is heard, has a label, or signs what is said.

    Or ends as a sentence in which somebody speaks or that stands behind another: of nine such one was a heading.
    """
    text = sheet.text(at).strip()
    spoken = text.endswith(".") and SPEAKS.search(text) is not None
    return spoken or bool(HEARD.fullmatch(text)) or signs(text) or is_field(sheet, at)


def is_field(sheet: Sheet, at: int) -> bool:
    """Whether a piece says who says what follows, or has a label of others too: "Ada Orr: Why?", "Fee: $9"."""
    label, colon, _ = sheet.folded[at].partition(": ")
    return (colon != "" and sheet.labels[label] >= ALIKE) or names_speaker(sheet.text(at), sheet.lang)


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


def is_framed(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be a title, and stands between a blank line, or an entry's hour, and a sentence."""
    if sheet.verdicts.words[at] > TITLE or at + 1 == len(sheet.pieces) or sheet.gap(at + 1) > 0:
        return False
    text = sheet.text(at)
    apart = sheet.gap(at) > 0 or dated(sheet.text(at - 1), sheet.lang)
    return apart and not ITEM.match(text) and is_title(text, sheet.lang) and above_paragraph(sheet, at)


def apart(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The short titles with blank lines around above a paragraph of the body, below a sentence of it or below a box.

    Only where blank lines part paragraphs. Titles of a box stand right below its label.
    """
    inside = range(wanted[0] + 1, wanted[-1]) if wanted and is_parted(sheet, wanted) else ()
    kept = set(wanted)
    lone = (at for at in inside if at + 1 in kept and sheet.gap(at) > 0 < sheet.gap(at + 1))
    near = (at for at in lone if above_paragraph(sheet, at) and is_phrase(sheet, at))
    return [at for at in near if ends_box(sheet, at - 1) or (at - 1 in kept and is_whole(sheet.text(at - 1)))]


def is_phrase(sheet: Sheet, at: int) -> bool:
    """Whether a piece is a few words that can be no name, stand on the page once and are like a heading."""
    text, number = sheet.text(at).strip(), sheet.verdicts.words[at]
    few = number in LONE and (is_unnamed(text) if text[:1].isupper() else number >= FEWEST and is_caseless(text))
    return bool(few) and sheet.often[sheet.folded[at]] == 1 and is_headlike(text, sheet.lang)


def is_unnamed(text: str) -> bool:
    """Whether half of the words of a text are in small letters, as in no name."""
    words = tokens(text)
    small = sum(map(str.islower, words))
    return small > 0 and 2 * small >= len(words)


def is_caseless(text: str) -> bool:
    """Whether a text is in a script whose words stand apart and have no capitals to tell names by; not in Korean.

    There most such lines were other stories' titles.
    """
    return text.upper() == text.lower() and text[:1].isalpha() and max(text) < CASELESS


def is_headlike(text: str, lang: str) -> bool:
    """Whether a text ends openly, and is neither a by-line nor a day, a credit, an address or furniture of any kind.

    But a menu's word may begin or end it: "What happens next".
    """
    said = furniture(text, lang)
    speaks = max(said) >= EDGE and max(said) != said[NAVIGATION]
    facts = signed(text, lang) or dated(text, lang) or is_ago(text, lang) or is_person(text.split())
    odd = any(map(text.__contains__, (*BARS, "."))) or ADDRESS.search(text) or any(ending(text))
    return not (speaks or facts or odd) and said[NAVIGATION] < WHOLE and not is_credit(text, lang)


def ends_box(sheet: Sheet, at: int) -> bool:
    """Whether a piece is the last of a block whose first line announces other stories, or an advert's label."""
    if furniture(sheet.text(at), sheet.lang)[ADVERT] == WHOLE:
        return True
    first = next((one for one in range(at, -1, -1) if sheet.gap(one) > 0), 0)
    return first < at and first in sheet.announcements


def is_parted(sheet: Sheet, wanted: Sequence[int]) -> bool:
    """Whether blank lines part the paragraphs of these pieces: there are some."""
    long = {at for at in wanted if sheet.verdicts.words[at] >= LEAD}
    apart = any(sheet.gap(at) for at in wanted)
    return apart and sum(at - 1 in long and sheet.gap(at) == 0 for at in long) <= GLUED * len(long)


def unlearned(sheet: Sheet, wanted: Sequence[int]) -> list[int]:
    """The short titles right above a paragraph, in languages of which the labeller saw few pages: it knows no words.

    Of such lines of the pages of decision 0018 twelve were headings and two not; in English and German half were.
    Several questions are an interview's.
    """
    if not wanted or is_learned(sheet.lang):
        return []
    kept = set(wanted)
    above = (at for at in range(wanted[0] + 1, wanted[-1]) if at + 1 in kept and sheet.verdicts.words[at + 1] >= LEAD)
    titles = [at for at in above if sheet.verdicts.heading[at] >= FAINT and is_short_title(sheet, at)]
    asked = [at for at in titles if asks(sheet.text(at))]
    return [at for at in titles if at not in asked] if len(asked) >= SEVERAL else titles


def is_short_title(sheet: Sheet, at: int) -> bool:
    """Whether a piece could be a title of few words, and is no name.

    Without a capital nothing shows a title: in Japanese and Korean most such lines were other stories'.
    """
    text = sheet.text(at)
    likely = sheet.verdicts.body[at] >= HARDLY_BODY and any(map(str.isupper, text))
    return bool(likely) and is_short(sheet, at) and not (signs(text) or is_person(text.split()))


def is_marked(sheet: Sheet, at: int) -> bool:
    """Whether its source's markup says that a piece is a heading, and it does not speak of furniture."""
    marked = sheet.firsts[at].markup is Label.HEADING
    return marked and max(furniture(sheet.text(at), sheet.lang)) < EDGE
