"""Page in, Article out: headline, byline, date, source, language, blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.addresses import host
from copydesk.language import lexicon, plainly
from copydesk.model import UNTOLD, Article, Block, CopydeskError, Label, Reason
from copydesk.shaping.blocks import blocks
from copydesk.shaping.bylines import byline, nameless
from copydesk.shaping.dates import doubted, habit, horizon, published, updated
from copydesk.shaping.embargoes import EMBARGO, embargo
from copydesk.shaping.headline import PARAGRAPH, headline, is_paragraph, shortened
from copydesk.shaping.keywords import keywords
from copydesk.shaping.seconds import second
from copydesk.shaping.teasers import teaser

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from copydesk.model import Page

__all__ = ["doubts", "shape"]

WALL = "The seed holds what a server says instead of the page, but no article."
LINK = re.compile(r"(?:https?://|www\.)\S+")
FEW = 80  # words of what a server says at most; an article of fewer that quotes such words would be refused
PAYWALLED = "the page is paywalled: this may be only the beginning of the article"


def shape(page: Page, today: datetime.date, home: str = "") -> Article:
    """The article of a page; `home` is the language of the site that prints it, "" where that is not known.

    Raises `CopydeskError` `empty` for a seed without text, `no-article` for one of menus, `wall` where a server says
    something instead of the page.
    """
    body = blocks(page.kept, page.seed.lang)
    told = telling(page, body)
    title, body, built = headed(page, body, told)
    written = habit(page, horizon(today), home)
    day, said_by = published(page, written)
    changed = None if day else updated(page, written)
    deck = blocks([line for line in page.lines if line.label is Label.STANDFIRST], page.seed.lang)
    brief = paywalled(page) or teaser(page, told)
    unsure = (built, doubted(page, day, changed, written), nameless(page), brief, second(page))
    return Article(
        page=page,
        title=title,
        blocks=body,
        date=day,
        date_from=said_by,
        updated=changed,
        byline=byline(page),
        source=source(page),
        url=page.seed.told.url or page.seed.found.url,
        lang=page.seed.told.lang or page.seed.lang,
        standfirst=" ".join(block.text for block in deck),
        keywords=keywords(page),
        embargo=embargo(page, today),
        warnings=(*page.seed.warnings, *filter(None, unsure)),
    )


def doubts(article: Article) -> tuple[str, ...]:
    """What to say of an article to whom its post is not there yet: its warnings, and that it is held back."""
    return (*article.warnings, EMBARGO.format(article.embargo)) if article.embargo else article.warnings


def telling(page: Page, body: Sequence[Block]) -> list[Block]:
    """The blocks that tell the story; raises `CopydeskError` where none does, or where they are a server's words."""
    told = [block for block in body if block.kind not in UNTOLD]
    if not any(block.kind is not Label.HEADING and has_words(block.text) for block in told):
        raise missing(page)
    if not page.seed.prepared and walled(page, told):
        raise CopydeskError("wall", WALL, "Open the page in a browser, and copy the article there.", page.seed.path)
    return told


def headed(page: Page, body: tuple[Block, ...], told: Sequence[Block]) -> tuple[str, tuple[Block, ...], str]:
    """The headline, the body without the block that serves as one, and a warning, "" where there is nothing to say.

    A headline that is a paragraph is shortened, and stands whole above the body.
    """
    title, built = headline(page, told)
    if built and body[0].text == title and len(body) > 1:
        body = body[1:]
    if is_paragraph(title, page):
        return shortened(title), (Block(Label.PARAGRAPH, title), *body), PARAGRAPH.format(len(title))
    return title, body, built


def has_words(text: str) -> bool:
    """Whether a text says anything beside addresses: a list of links is no article."""
    return any(map(str.isalnum, LINK.sub("", text)))


def missing(page: Page) -> CopydeskError:
    """What to say of a seed that holds no article."""
    if not page.lines:
        what = f"The article “{page.seed.found.title}”" if page.seed.part and page.seed.found.title else "The seed"
        hint = "Paste the page's text into it, or delete it."
        return CopydeskError("empty", f"{what} holds no text.", hint, page.seed.path)
    if not any(has_words(line.text) for line in page.lines):
        hint = "Save the pages that are wanted; `copydesk fetch` does so for their addresses."
        return CopydeskError("no-article", "The seed holds addresses, but no article.", hint, page.seed.path)
    hint = "Copy the article's page, not a front page or menu; `copydesk explain` shows why each line went."
    return CopydeskError("no-article", "The seed holds menus and notices, but no article.", hint, page.seed.path)


def walled(page: Page, told: Sequence[Block]) -> bool:
    """Whether a page holds a few words, and such as a server says to whom it takes for a program."""
    few = sum(len(block.text.split()) for block in told) <= FEW
    said = [plainly(line.text) for line in page.lines] if few else []
    lost = any(text.strip(" .!。") in lexicon("missing", "en") for text in said)
    return lost or any(phrase in text for text in said for phrase in lexicon("walls", "en"))


def source(page: Page) -> str:
    """The name of the outlet: as told, as found, else the site in the address."""
    told, found = page.seed.told, page.seed.found
    return told.source or found.source or host(told.url or found.url)


def paywalled(page: Page) -> str:
    """A warning where the page says that the rest is for subscribers."""
    return PAYWALLED if any(line.dropped_by == Reason.PAYWALL for line in page.lines) else ""
