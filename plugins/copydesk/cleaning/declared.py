"""A judged page's lines in, those of its body out that say by themselves that they are none of the article."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.boxes import is_box
from copydesk.cleaning.captions import CAPTION
from copydesk.cleaning.consents import asks_leave
from copydesk.cleaning.credit import tells_whose
from copydesk.cleaning.facts import is_notice
from copydesk.cleaning.pointing import points_elsewhere
from copydesk.cleaning.reasons import NAMES
from copydesk.cleaning.sayings import says_alone
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence, Set

    from copydesk.model import Line

    Test = Callable[[str, str], bool]

ASKED = (Label.PARAGRAPH, Label.HEADING, Label.ITEM)  # a table's row says much in bars, and what is quoted is said

# The rules that need a line's text and language alone, in their order among `rules.RULES`. Those that go by a line's
# neighbours are for dumps: a page's markup told what stands where, and its own lists of contents are links that work.
TESTS: tuple[tuple[str, Test], ...] = (
    ("advert", lambda text, lang: is_box(text, lang) or says_alone(text, "labels", lang)),
    (NAMES["cookies"], asks_leave),
    (NAMES["rights"], lambda text, _: is_notice(text)),
    (NAMES["credit"], lambda text, lang: len(text) <= CAPTION and tells_whose(text, lang)),
    (NAMES["related"], points_elsewhere),
)


def declared(lines: Sequence[Line], lang: str) -> Mapping[int, str]:
    """The index of each such line -> the reason; with the headings of sections that hold nothing else.

    Of some 170 such lines of marked pages 120 were none of the article's by its marks, and most others by any reader's
    ("Read more: …", "Never miss a story: sign up …").
    """
    body = [at for at, line in enumerate(lines) if not line.dropped_by and line.label is not Label.HEADLINE]
    told = {at: declares(lines[at].text, lang) for at in body if lines[at].label in ASKED}
    found = {at: why for at, why in told.items() if why}
    return found | {at: found[below] for at, below in bereft(lines, body, found.keys())}


def declares(text: str, lang: str) -> str:
    """What furniture a line says it is, "" where it says nothing of the kind."""
    return next((why for why, test in TESTS if test(text, lang)), "")


def bereft(lines: Sequence[Line], body: Sequence[int], found: Set[int]) -> list[tuple[int, int]]:
    """The headings below which nothing but such lines stand up to the next heading, each with the line below it."""
    heads = [place for place, at in enumerate(body) if lines[at].label is Label.HEADING and at not in found]
    sections = pairwise([*heads, len(body)])
    held = ((body[head], body[head + 1 : end]) for head, end in sections)
    return [(head, below[0]) for head, below in held if below and found >= {*below}]
