"""A sheet in, what its body holds of other stories out: pointers to them, and their titles and openings."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from copydesk.cleaning.facts import is_by_line, is_day
from copydesk.cleaning.headings import is_parted
from copydesk.cleaning.lists import together
from copydesk.cleaning.marks import is_whole
from copydesk.cleaning.pointing import points_elsewhere, shouts
from copydesk.cleaning.prose import asks, is_sentence, opens, reads_as_title
from copydesk.cleaning.reasons import NAMES
from copydesk.cleaning.sayings import LABEL, says_alone
from copydesk.cleaning.series import HEADING
from copydesk.cleaning.wording import stems, takes_up
from copydesk.language.rows import cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.cleaning.sheet import Sheet

TITLES = 5  # titles below a line that announces them, at most
DIGEST = 6  # sentences of a program's summary, at most
TEASER = 40  # words of a teaser at most; paragraphs behind a box and a heading have more
OWN = 3  # longer words that a sentence has from the article above, at least, to go on with it
SEVERAL = 2  # titles with a sentence each, below a line that announces other stories, that show what they are


def pointers(sheet: Sheet) -> Mapping[int, str]:
    """Lines of the body that point to another story."""
    return {at: NAMES["related"] for at in sheet.kept if points_elsewhere(sheet.lines[at].text, sheet.lang)}


def below_labels(sheet: Sheet) -> Mapping[int, str]:
    """The titles below a line that announces other stories, the last of which looks like a section's heading."""
    likely = (at for at, chance in enumerate(sheet.verdicts.heading) if chance >= HEADING and is_teased(sheet, at))
    return {line: NAMES["related"] for at in likely for line in sheet.pieces[at] if line in sheet.own}


def boxed(sheet: Sheet) -> Mapping[int, str]:
    """The titles, even those that are sentences, in one block with a line that announces other stories.

    Only where blank lines part the paragraphs. A single line goes only if it is a title right below that line: any
    other may be the article's, where the titles between were not copied.
    """
    calls = (at for at, text in enumerate(sheet.texts) if shouts(text, sheet.lang))
    runs = [together(sheet, at + 1) for at in sheet.announcements.union(calls, ranked(sheet))]
    several = (run for run in runs if len(run) >= SEVERAL or is_sole(sheet, run))
    found = [run for run in several if all(is_boxed(sheet, at, run[0]) for at in run)]
    titles = [line for run in found for at in run for line in sheet.pieces[at] if line in sheet.own]
    return dict.fromkeys(titles if titles and is_parted(sheet, sheet.kept_pieces) else (), NAMES["related"])


def ranked(sheet: Sheet) -> Iterator[int]:
    """The pieces above titles each of which stands below its number, "1", "2", of which hardly one is body."""
    bare = [text.strip() for text in sheet.texts]
    for at in (at for at in range(len(bare) - 3) if bare[at + 1] == "1" and bare[at + 3] == "2"):
        run = together(sheet, at + 1)
        if sum(map(sheet.keeps, run)) < SEVERAL:
            yield at


def is_sole(sheet: Sheet, run: Sequence[int]) -> bool:
    """Whether a run is one title, right below the line above it."""
    return len(run) == 1 and sheet.gap(run[0]) == 0 and reads_as_title(sheet.text(run[0]), sheet.lang)


def is_boxed(sheet: Sheet, at: int, first: int) -> bool:
    """Whether a piece can be a title in a box whose first is given: below a blank line only what reads as one."""
    text = sheet.text(at)
    titled = sheet.gap(first) == 0 or (reads_as_title(text, sheet.lang) and len(cells(text)) == 1)
    return len(text) <= LABEL and titled


def is_teased(sheet: Sheet, at: int) -> bool:
    """Whether a title stands below a line that announces other stories, and nothing but titles between.

    Some of these head what follows, and stay. Where no blank lines part the paragraphs it is the last title above one:
    so were eight of ten on marked pages. Where they do it is the only title, with blank lines on both sides, as the
    box's own were not copied; or the last one, apart from others that stand together.
    """
    near = range(at, max(at - TITLES - 1, -1), -1)
    above = next((one for one in near if not reads_as_title(sheet.text(one), sheet.lang)), at)
    if above == at or above not in sheet.announcements:
        return False
    body = sheet.kept_pieces
    if at + 1 in body and not is_parted(sheet, body):
        return False
    if above == at - 1:
        return sheet.gap(at + 1) == 0 or sheet.gap(at) == 0
    return not sheet.gap(at) > sheet.gap(at - 1) == 0


def digested(sheet: Sheet) -> Mapping[int, str]:
    """A summary that a program made: the line that says so, and sentences up to the button that hides it, or the story.

    Where neither shows that it ends, nothing goes: it may not have come along, and the sentences be the article's.
    """
    found: dict[int, str] = {}
    for label in (at for at, text in enumerate(sheet.texts) if says_alone(text, "digests", sheet.lang)):
        below = range(label + 1, min(label + 2 + DIGEST, len(sheet.pieces)))
        told = list(takewhile(lambda one: sums_up(sheet.text(one)), below))
        end = below[len(told) :][:1]
        button = [at for at in end if says_alone(sheet.text(at), "hides", sheet.lang)]
        if button or any(opens(sheet.text(at)) for at in end):
            found |= {line: "automatic summary" for at in (label, *told, *button) for line in sheet.pieces[at]}
    return found


def sums_up(text: str) -> bool:
    """Whether a line is a sentence that does not open a report with its place."""
    return is_whole(text) and not opens(text)


def other_stories(sheet: Sheet) -> Mapping[int, str]:
    """The titles and sentences of other stories below a line that announces them."""
    labels = sheet.announcements
    return {line: NAMES["related"] for at in labels for piece in stories(sheet, at + 1) for line in sheet.pieces[piece]}


def stories(sheet: Sheet, first: int) -> range:
    """The pieces from one on that are titles with one sentence each; none where these tell of the article's own story.

    A title may stand alone, and a day or a name below it. A sentence with another below it is the article's again, and
    so is one apart from titles that stand together; what is mostly questions is an interview.
    """
    at, end, told, asked = first, first, [], 0
    while at < len(sheet.pieces) and reads_as_title(sheet.text(at), sheet.lang):
        asked += asks(sheet.text(at))
        close = at > first and sheet.gap(at) == 0
        at = below(sheet, at)
        if is_statement(sheet, at) and close and sheet.gap(at):
            break
        if is_statement(sheet, at) and not is_statement(sheet, below(sheet, at)):
            told.append(at)
            at = end = below(sheet, at)
    own = sum(is_own(sheet, one, first) for one in told)
    return range(first, end if len(told) >= SEVERAL and 2 * max(own, asked) < len(told) else first)


def is_statement(sheet: Sheet, at: int) -> bool:
    """Whether a piece, if there is one, is a sentence and no title that asks."""
    text = sheet.text(at) if at < len(sheet.pieces) else ""
    return is_sentence(text, sheet.lang) and not reads_as_title(text, sheet.lang)


def is_own(sheet: Sheet, at: int, first: int) -> bool:
    """Whether a sentence below a title goes on with the body above `first`, or tells more than teasers do."""
    text = sheet.text(at)
    above = sum(sheet.first_said.get(stem, first) < first for stem in stems(text, sheet.lang))
    return takes_up(text, sheet.title, sheet.lang) or above >= OWN or bool(sheet.verdicts.words[at] > TEASER)


def below(sheet: Sheet, at: int) -> int:
    """The next piece that is no day and no by-line."""
    after = ((one, sheet.text(one)) for one in range(at + 1, len(sheet.pieces)))
    told = (one for one, text in after if not (is_day(text, sheet.lang) or is_by_line(text, sheet.lang)))
    return next(told, len(sheet.pieces))
