"""A page in, a warning out where another article begins below its own, as where two were pasted into one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from copydesk.language import UNSPACED, lowered
from copydesk.language.days import days
from copydesk.language.wrapping import ITEM, STOP, unquoted
from copydesk.model import Label
from copydesk.shaping.names import lists, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copydesk.model import Line, Page

SECOND = "seems to hold another article, “{}”{}: give each a file of its own"
TEXT = "text"  # the kind of files whose lines an editor counts
PASTED = (TEXT, "docx", "pdf")  # kinds of files that people paste into; others keep what a page had around
FACTS = 80  # characters of a line that names who wrote or when, at most
STAMP = 14  # letters beside a day on a line that is its alone: a weekday, an hour, a zone
NEAR = 4  # lines in which a title's by-line and day stand
TITLE, WORDS = 200, 2  # characters of a title at most, and words at least
ROW = 50  # characters from which a line is of a story, be it broken at a width, and no title or teaser
STORY = 500  # letters of a story above and below at least: some eighty words; teasers and briefs have fewer
BRIEF = 150  # the same where both begin with a title, a by-line and a day: so does no teaser
MENU = 20  # lines at least of the end of one page and the beginning of another, pasted whole
SIGN = 3  # letters that say as much as a sign where words are not parted
WORD = re.compile(r"[^\W\d_]+")


class Head(NamedTuple):
    """How an article begins: the indexes of its title and of its first line below by-line and day.

    It is `signed` where there are both of these, and `dated` where a day stands right below the title.
    """

    title: int
    story: int
    signed: bool
    dated: bool


UNSAID = Head(-1, 0, signed=False, dated=False)  # of a page that says neither who wrote it nor when


def second(page: Page) -> str:
    """What to say of a page on which another article begins behind its own story, and tells one itself; else "".

    Of 3,364 dumps of single pages it is said of thirteen, some of which hold several articles; of pairs that were put
    together of four in five with a day above both texts, and of two in five where whole pages were.
    """
    found = next(others(page.lines, page.seed.lang), None) if page.seed.kind in PASTED and not page.seed.part else None
    if found is None:
        return ""
    place = f", which begins in line {found.number}" if page.seed.kind == TEXT else ""
    return SECOND.format(found.text.strip(), place)


def others(lines: Sequence[Line], lang: str) -> Iterator[Line]:
    """The titles of the articles below a page's own.

    One is known by a by-line and a day; by a day alone if the page's own headline has one right below it as well; by
    either where the menus of a page stand above. Teasers have no story below, and few parts of one a by-line and day.
    """
    known = list(heads(lines, lang))
    top = next((at for at, line in enumerate(lines) if line.label is Label.HEADLINE), -1)
    own = next((head for head in known if head.title == top), UNSAID)
    begun, said = top + 1, first_said(lines)
    ends = [*(head.title for head in known), len(lines)]
    for head, end in zip(known, ends[1:], strict=True):
        above = kept(lines[begun : head.title])
        below = lines[head.story : end] if head.signed else kept(lines[head.story : end])
        sure = head.signed or (head.dated and own.dated) or is_parted(lines[max(0, head.title - MENU) : head.title])
        new = said[folded(lines[head.title])] == head.title  # a page may say its headline twice
        least = BRIEF if own.signed and head.signed else STORY
        if sure and new and min(size(above, lang), size(below, lang)) >= least:
            yield lines[head.title]
        begun = max(begun, head.story)


def kept(lines: Iterable[Line]) -> list[Line]:
    """The lines that are printed."""
    return [line for line in lines if not line.dropped_by]


def is_parted(above: Sequence[Line]) -> bool:
    """Whether the lines right above are as many as the end of one page and the menus of another, and all dropped."""
    return len(above) == MENU and not kept(above)


def first_said(lines: Sequence[Line]) -> dict[str, int]:
    """The index of the first line with each text."""
    return {folded(lines[at]): at for at in reversed(range(len(lines)))}


def folded(line: Line) -> str:
    """A line's text as titles are compared."""
    return lowered(line.text.strip())


def size(lines: Iterable[Line], lang: str) -> int:
    """How many letters of a story some lines have."""
    each = SIGN if lang in UNSPACED else 1
    return sum(length for line in lines if (length := each * len(line.text)) >= ROW)


def heads(lines: Sequence[Line], lang: str) -> Iterator[Head]:
    """Where articles begin: a title, perhaps a standfirst, and lines that name who wrote or when."""
    texts = [unquoted(line.text).strip() for line in lines]
    told = [facts(text, lang) for text in texts]
    story = 0
    for at in range(1, len(lines)):
        if at < story or not told[at]:
            continue
        near = [one for one in range(at, min(at + NEAR, len(lines))) if told[one]]
        story = near[-1] + 1
        title = at - 2 if at > 1 and STOP.search(texts[at - 1]) else at - 1
        if is_title(lines[title].text, texts[title], lang):
            kinds = set[str]().union(*(told[one] for one in near))
            yield Head(title, story, len(kinds) > 1, is_day(texts[title + 1], lang))


def facts(text: str, lang: str) -> frozenset[str]:
    """Which of by-line and day a line names that is short and no sentence."""
    if len(text) > FACTS or STOP.search(text):
        return frozenset()
    starts = lists(lang).starts.match(text)
    signed = starts is not None and starts.end() < len(text) and any(names(text, lang))
    return frozenset({*(["by-line"] if signed else []), *(["day"] if days(text, lang) else [])})


def is_day(text: str, lang: str) -> bool:
    """Whether a line is a day, perhaps with an hour, and little else."""
    named = days(text, lang) if len(text) <= FACTS else []
    return bool(named) and sum(map(len, WORD.findall(named[0].before + named[-1].after))) <= STAMP


def is_title(line: str, text: str, lang: str) -> bool:
    """Whether a line can be a title: some words, no sentence, no item of a list and no address."""
    whole = len(text) <= TITLE and len(WORD.findall(text)) >= (1 if lang in UNSPACED else WORDS)
    return whole and not text.endswith((".", ":", ",", "…")) and "://" not in text and not ITEM.match(line)
