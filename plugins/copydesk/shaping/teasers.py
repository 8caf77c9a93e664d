"""A page and what it tells in, a warning out where that seems to be a teaser, or several, and no article."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.markup import Mark
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.model import Block, Page

LISTED = "it lists articles with a link to each, and may hold none itself"
BRIEF = "the feed gives a few sentences: this may be a teaser, and the article lies at its address"
BROKEN = "the text breaks off: this may be a teaser, or only the beginning of the article"

FEED = "feed"
FEW = 60  # words of a teaser at most: a headline, an outlet, two sentences or three; briefs are longer
LINE = 12  # words of a headline or a signature at most
SEVERAL = 3  # teasers from which they are a list: an article may name a source or two so
ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?")
BREAKS_OFF = re.compile(r"(?:…|\.\.\.)[\])]?$")


def teaser(page: Page, told: Sequence[Block]) -> str:
    """What to say of a page whose blocks tell so little, or of so many things; "" of an article."""
    if is_list([line.text.strip() for line in page.lines if line.text.strip()]) or are_links(told):
        return LISTED
    if page.seed.kind == FEED and words(block.text for block in told) <= FEW:
        return BRIEF
    return BROKEN if breaks_off(told) else ""


def is_list(texts: Sequence[str]) -> bool:
    """Whether links stand alone, each below something else, and little is told of each."""
    links = [ADDRESS.fullmatch(text) is not None for text in texts]
    teasers = sum(link and not above for above, link in pairwise(links))
    return (
        teasers >= SEVERAL and words(text for text, link in zip(texts, links, strict=True) if not link) <= FEW * teasers
    )


def are_links(told: Sequence[Block]) -> bool:
    """Whether some blocks, but for headings, are links and nothing else, as where somebody keeps what is to be read."""
    rows = [block for block in told if block.kind is not Label.HEADING]
    return len(rows) >= SEVERAL and all(map(is_link, rows))


def is_link(block: Block) -> bool:
    """Whether a block has no word beside its links."""
    spoken = [span for span in block.spans if span.words.strip()]
    return bool(spoken) and all(span.mark is Mark.LINK for span in spoken)


def words(texts: Iterable[str]) -> int:
    """How many words some texts have."""
    return sum(len(text.split()) for text in texts)


def breaks_off(told: Sequence[Block]) -> bool:
    """Whether the last paragraph ends in dots, or most do that are no mere line, as of what a search has found."""
    texts = [block.text for block in told if block.kind is Label.PARAGRAPH]
    dotted = [BREAKS_OFF.search(text) is not None for text in texts if len(text.split()) > LINE]
    return any(map(BREAKS_OFF.search, texts[-1:])) or (sum(dotted) >= SEVERAL and 2 * sum(dotted) > len(dotted))
