"""A page in, its headline out: told, found, read, the first heading, or built from the first sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.language import sentences
from copydesk.language.mails import subject
from copydesk.language.openings import opened
from copydesk.language.wrapping import unquoted
from copydesk.model import Label, Reason
from copydesk.shaping.mending import mend, unstarred

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.model import Block, Line, Page

BUILT = "no headline in the seed: built from the first sentence"
FIRST = "no headline in the seed: the first heading serves as one"
PARAGRAPH = "the headline is a paragraph of {} characters: it is shortened, and stands whole above the text"
MOST = 300  # characters of a headline: the longest of a thousand pages has 175, some journals' have 250
LONGEST = 90  # characters of a built headline: what a reader takes in at one look
SHORTEST = 20  # characters of a sentence that tells something: the place where a report was written is shorter
OPENING = 3  # blocks among which that sentence stands
CLAUSE = 45  # characters of a clause that may stand for a long sentence
ENDED = re.compile(r"[.!?।؟۔。！？][\"'”’»)\]]*$")
# "Leeds (WIRE)The mill": where a report was written, and for whom.
WIRE = re.compile(r"^(?:[\w.,’'-]{1,20} ){0,4}\([A-Z][\w .&/-]{1,20}\)(?: ?(?:[–—]|--?))? ?(?=[\"“]?[A-Z])")
# What a button that copies headline and address leaves, and the site that a list of links names behind it.
ADDRESS = re.compile(r" https?://\S+$| \((?:[\w-]+\.)+[a-z]{2,}\)$")
SIGNS = "\u2022\u25a0-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
ADORNED = re.compile(rf"^[\s{SIGNS}]+|\s+[{SIGNS}]+$")  # squares, stars and emoji around a headline
# What an agency's headline says to editors: "UPDATE 2-Ferry fares to rise".
ASKED = re.compile(r"^(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|REPEAT)(?: \d{1,2})?-)+(?=\S)")
BAR = " | "  # only names of sites and sections stand behind it
GLUE = (BAR, " – ", " — ", " - ", " · ", " » ")  # what stands between a headline and a site's name
STEP = " > "  # between the steps of the way to a page, whose last is the headline


def headline(page: Page, blocks: Sequence[Block]) -> tuple[str, str]:
    """The headline and a warning, "" where there is nothing to warn of."""
    said = page.seed.told.title or ASKED.sub("", page.seed.found.title)
    if said:
        return mend(said), ""
    read = " ".join(shown(line) for line in page.lines if line.label is Label.HEADLINE)
    if read:
        return unglued(unadorned(read).lstrip("# "), page), ""
    if len(blocks) > 1 and blocks[0].kind is Label.HEADING:
        return blocks[0].text, FIRST
    return built(blocks, page.seed.lang), BUILT


def is_paragraph(title: str, page: Page) -> bool:
    """Whether a headline is so long that a paragraph was taken for one; what people told is theirs to say."""
    return len(title) > MOST and not page.seed.told.title


def shown(line: Line) -> str:
    """A line of the headline, or the subject of the mail that has no headline."""
    return subject(line.text) if line.dropped_by == Reason.MAIL else unquoted(line.text)


def unadorned(title: str) -> str:
    """A headline without the signs, and a chat's stars, around it."""
    plain = mend(ASKED.sub("", ADORNED.sub("", title)))
    return unstarred(plain) or mend(title)


def unglued(title: str, page: Page) -> str:
    """A headline without its address, the way to it, and the site's name where the page says that elsewhere too."""
    title = ADDRESS.sub("", title) or title
    last = title.rpartition(STEP)[2]
    title = last if " " in last else title
    for glue in GLUE:
        head, found, tail = title.rpartition(glue)
        if found and len(head) > len(tail) and (glue == BAR or is_site(tail, page)):
            return head.strip()
    return title


def is_site(name: str, page: Page) -> bool:
    """Whether a name is the source's, or stands on the page as a line of its own."""
    known = (page.seed.told.source, page.seed.found.source)
    return name in known or any(line.text.strip() == name for line in page.dropped)


def built(blocks: Sequence[Block], lang: str) -> str:
    """The first sentence of the article, as brief as a headline.

    A line or two above it may tell nothing yet: "Transcript".
    """
    texts = [block.text for block in blocks if block.kind is not Label.HEADING][:OPENING] or [blocks[0].text]
    told = [one for text in texts for one in sentences(opened(WIRE.sub("", text), lang), lang) or [text]]
    return shortened(next((one for one in told if len(one) >= SHORTEST and ENDED.search(one)), told[0]))


def shortened(first: str) -> str:
    """A sentence as a headline, cut with an ellipsis where it is long: at a comma, else at a word."""
    if len(first) <= LONGEST:
        return first.rstrip(".。।۔")
    cut = first[:LONGEST]
    clause = cut.rpartition(", ")[0]
    return (clause if len(clause) >= CLAUSE else cut.rpartition(" ")[0] or cut).rstrip(",;:–—- ") + "…"
