"""A judged page's lines in, those of its body out that say by themselves that they are none of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.boxes import bereft, is_box
from copydesk.cleaning.captions import CAPTION
from copydesk.cleaning.consents import asks_leave
from copydesk.cleaning.credit import tells_whose
from copydesk.cleaning.facts import is_notice
from copydesk.cleaning.pointing import announces, points_elsewhere
from copydesk.cleaning.reasons import NAMES
from copydesk.cleaning.sayings import says_alone
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence, Set

    from copydesk.model import Line

    Test = Callable[[str, str], bool]

ASKED = (Label.PARAGRAPH, Label.HEADING, Label.ITEM)  # a table's row says much in bars, and what is quoted is said

# The rules that need a line's text and language alone, in their order among `rules.RULES`. Those that go by a line's
# neighbours are for dumps: a page's markup told what stands where, and its own lists of contents are links that work.
TESTS: tuple[tuple[str, Test], ...] = (
    (NAMES["advert"], lambda text, lang: is_box(text, lang) or says_alone(text, "labels", lang)),
    (NAMES["cookies"], asks_leave),
    (NAMES["rights"], lambda text, _: is_notice(text)),
    (NAMES["credit"], lambda text, lang: len(text) <= CAPTION and tells_whose(text, lang)),
    (NAMES["related"], points_elsewhere),
)


def declared(lines: Sequence[Line], lang: str) -> Mapping[int, str]:
    """The index of each such line -> the reason; with the headings of sections that hold nothing else.

    And the links right below what announces other stories, with that line if nothing else stands there.

    Of some 170 such lines of marked pages 120 were none of the article's by its marks, and most others by any reader's
    ("Read more: …", "Never miss a story: sign up …").
    """
    body = [at for at, line in enumerate(lines) if not line.dropped_by and line.label is not Label.HEADLINE]
    told = {at: declares(lines[at].text, lang) for at in body if lines[at].label in ASKED}
    found = {at: why for at, why in told.items() if why}
    found |= dict.fromkeys(announced(lines, told.keys(), lang), NAMES["related"])
    heads = frozenset(at for at in body if lines[at].label is Label.HEADING)
    return found | {head: found[below] for head, below in bereft(body, heads, found.keys())}


def declares(text: str, lang: str) -> str:
    """What furniture a line says it is, "" where it says nothing of the kind."""
    return next((why for why, test in TESTS if test(text, lang)), "")


def announced(lines: Sequence[Line], asked: Set[int], lang: str) -> Iterator[int]:
    """Of some lines the links right below a line that announces other stories, and that line where such or none stand.

    Of 10,500 such links of marked pages 27 are of the article by its marks. Where none of those asked about is a link,
    the other lines, most of a page, need not be looked at.
    """
    linked, listed = any(lines[at].address for at in asked), False
    for at, line in enumerate(lines):
        listed = listed and bool(line.address)
        heads = (linked or at in asked) and announces(line.text, lang)
        alone = all(one.address or one.dropped_by for one in lines[at + 1 : at + 2])
        if at in asked and (listed or (heads and alone)):
            yield at
        listed = listed or heads
