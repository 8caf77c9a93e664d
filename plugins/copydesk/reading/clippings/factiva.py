"""A document of Factiva in, its Clipping out: with its codes before each part, or as a page shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.model import Label
from copydesk.reading.clippings.documents import (
    RIGHTS,
    Clipping,
    Form,
    clipping,
    facts,
    first,
    pattern,
    said,
    signs,
    told,
)
from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.model import Line

# The codes in the order in which they come: a line of the text may begin with the letters of one that is past.
HEAD = ("SE", "CLM", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX")
TEXT = ("LP", "TD")
CODES = (*HEAD, *TEXT, "CT", "ART", "RF", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN")
# A code alone on its line, or apart from what stands behind it; in the head and before the number by one blank.
CODE = re.compile(rf"\s*(?:({'|'.join(CODES)})(?:\s*$|\s*[\t|]\s*|\s{{2,}})|({'|'.join(HEAD)}) |(AN) (?=Do[ck]u))")
NUMBER = rf"(?:{said('document', written=str.title)})[ \xa0]([A-Za-z0-9]{{20,32}})"
EDGE = pattern(rf"(?:AN[ \t|]+)?{NUMBER}")
UNIT = rf"\d[\d.,]* (?:{said('words')})"
WORDS, COUNTED = pattern(UNIT, re.IGNORECASE), pattern(rf"WC(?:[ \t|]+{UNIT})?", re.IGNORECASE)
NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: (?:de|di|la|van|von|der|den|[^\W\d_a-z][\w.'’-]*)){0,3} [^\W\d_a-z][\w.'’-]*"
)
LONG = 5  # words of a headline from which a few with capitals below are a name: a section has fewer
HOUR = re.compile(r"\d{1,2}:\d\d(?:\s?[AP]M)?(?:\s[A-Z]{3,4})?$")
BELOW = 12  # lines of a head below the number of words at most
SHORT = 60  # characters of such a line at most


def coded(lines: Sequence[Line]) -> Clipping:
    """The clipping of a document whose parts have codes."""
    parts = split(lines)
    value = {code: " ".join(told(part)) for code, part in parts.items()}
    found = facts(*(value.get(code, "") for code in ("HD", "BY", "SN", "PD")))
    number = re.search(NUMBER, value.get("AN", "") or " ".join(told(lines[-3:])))
    text = [line for code in TEXT for line in parts.get(code, ())]
    return clipping(found, text, number[1] if number else "", lines[0])


def split(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines of each part, by its code."""
    parts: dict[str, list[Line]] = {}
    last = -1
    for line in lines:
        hit = CODE.match(line.text)
        code = str(hit[hit.lastindex or 0]) if hit else ""
        if hit and CODES.index(code) > last:
            last = CODES.index(code)
            markup = Label.PARAGRAPH if line.markup is Label.ROW else line.markup  # a page has a row for each code
            parts[code] = [line._replace(text=line.text[hit.end() :], markup=markup)]
        elif last >= 0:
            parts[CODES[last]].append(line)
    return parts


def shown(lines: Sequence[Line]) -> Clipping:
    """The clipping of a document without codes: headline, by-line, number of words, day, outlet, owner, text."""
    counted = first(WORDS, lines)
    above, head = told(lines[:counted]), below(lines, counted + 1)
    byline = above.pop() if signed(above) else ""
    texts = [text for text in told(lines[counted + 1 : head]) if not HOUR.match(text)]
    number = re.search(NUMBER, lines[-1].text)
    found = facts("".join(above[-1:]), byline, "".join(texts[1:2]), "".join(texts[:1]))
    return clipping(found, lines[head:-1], number[1] if number else "", lines[0])


def signed(above: Sequence[str]) -> bool:
    """Whether the last line of a head is its by-line: as by-lines are, or a name right below a long headline."""
    below_title = len(above) > 1 and len(above[-2].split()) >= LONG
    return len(above) > 1 and (signs(above[-1]) or (below_title and NAME.fullmatch(above[-1]) is not None))


def below(lines: Sequence[Line], start: int) -> int:
    """The index behind a head: below its last line that names an owner, else below short lines."""
    near = range(start, min(start + BELOW, len(lines)))
    last = next((at for at in near if RIGHTS.match(lines[at].text)), len(lines))
    while last + 1 < len(lines) and RIGHTS.match(lines[last + 1].text):
        last += 1
    long = next((at for at in near if len(tidy(lines[at].text)) > SHORT), start)
    return last + 1 if last < len(lines) else long


FORMS = (Form(EDGE, COUNTED, coded, ends=True), Form(EDGE, WORDS, shown, ends=True))
