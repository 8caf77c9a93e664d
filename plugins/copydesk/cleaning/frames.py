"""A seed in, the frame around its article out, of mails, feeds, wikis and prints; and the rules that take it away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning.feeds import ELSEWHERE, Posted, posted
from copydesk.cleaning.newsletters import notices
from copydesk.cleaning.reasons import NAMES
from copydesk.language.mails import Header, bears_mark
from copydesk.language.pages import pages
from copydesk.language.prints import header
from copydesk.language.replies import beyond
from copydesk.language.wikis import wiki
from copydesk.language.wrapping import unquoted
from copydesk.model import Label, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet
    from copydesk.model import Line, Seed

SIGNATURE = 10  # lines of a mail's signature at most


@dataclass(frozen=True)
class Frame:
    """What programs put around an article, by the indexes of a sheet's lines: no part of the page to be judged."""

    header: tuple[int, ...] = ()  # of a forwarded mail, and what stands above it
    subject: int = -1  # the line of its subject
    beyond: tuple[int, ...] = ()  # the signature of who sent a mail, and the mail that it answers
    signature: tuple[int, ...] = ()  # the numbers of the dashes above a mail's signature, which are no lines of it
    notices: tuple[int, ...] = ()  # what a newsletter says of itself above its article
    posted: Posted = ELSEWHERE  # what a feed puts above a post and below it
    printed: tuple[int, ...] = ()  # what a browser printed around the pages, and the page's address
    wiki: tuple[int, ...] = ()  # what Wikipedia puts around an article

    @property
    def lines(self) -> frozenset[int]:
        """All of them."""
        told = (self.header, self.beyond, self.notices, self.printed, self.wiki, self.posted.above, self.posted.below)
        return frozenset().union(*told)


def frame(seed: Seed, told: Sequence[int]) -> Frame:
    """The frame of a seed, of whose lines those that are `told` are a sheet's."""
    texts = [line.text for line in seed.lines]
    lines = [seed.lines[line] for line in told]
    place = {line: at for at, line in enumerate(told)}

    def placed(found: Iterable[int]) -> tuple[int, ...]:
        return tuple(place[line] for line in found if line in place)

    mail = header(texts) or Header(())
    sender = seed.found.source if seed.kind == "mail" and not mail.lines else ""
    above, encyclopedia = placed(mail.lines), placed(wiki(texts).lines)
    start = next((at for at, line in enumerate(above) if at != line), len(above))  # answers are the header's too
    return Frame(
        header=above,
        subject=place.get(mail.subject_at, -1),
        beyond=placed(beyond(texts, [is_cited(line) for line in seed.lines], sender)),
        signature=tuple(line.number for line in seed.lines if is_dashes(line.text)),
        notices=tuple(notices(lines, start, seed.lang)),
        posted=ELSEWHERE if above or encyclopedia else posted([line.text for line in lines], seed.lang),
        printed=placed(pages(texts).lines),
        wiki=encyclopedia,
    )


def is_cited(line: Line) -> bool:
    """Whether a line is part of a quotation, by its markup or by the mark before it."""
    return line.markup is Label.QUOTE or bears_mark(line.text)


def is_dashes(text: str) -> bool:
    """Whether a line is the two dashes that mail programs put above a signature."""
    return "--" in text and unquoted(text).strip() == "--"


def around(sheet: Sheet) -> Mapping[int, str]:
    """What programs put around the article: a mail's header, what a feed, a browser or Wikipedia shows beside it."""
    frame = sheet.frame
    told = (
        (frame.wiki, Reason.WIKI),
        (frame.printed, Reason.PRINT),
        (frame.posted.below, NAMES["comments"]),
        (frame.posted.above, Reason.POST),
        ((*frame.header, *frame.beyond), Reason.MAIL),
    )
    return {at: why for lines, why in told for at in lines}


def signature(sheet: Sheet) -> Mapping[int, str]:
    """What stands below the last two dashes of a mail, if it is short."""
    last = max(sheet.frame.signature, default=0)
    below = [at for at, line in enumerate(sheet.lines) if last and line.number > last]
    return dict.fromkeys(below, "mail signature") if len(below) <= SIGNATURE else {}
