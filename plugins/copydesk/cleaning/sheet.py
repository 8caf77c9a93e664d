"""A seed's lines in, the sheet that the rules work on out: lines with text, what the labeller found, the furniture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.contents import above_body
from copydesk.cleaning.ends import LEAD
from copydesk.cleaning.facts import RIGHTS
from copydesk.cleaning.frames import Frame, frame
from copydesk.cleaning.headings import headings
from copydesk.cleaning.headline import headline
from copydesk.cleaning.heads import hourly_titles
from copydesk.cleaning.keeping import beginning, body, brief
from copydesk.cleaning.labeller import judge
from copydesk.cleaning.lists import tallies, unmarked
from copydesk.cleaning.marks import FULL_STOPS, is_whole
from copydesk.cleaning.pointing import announces
from copydesk.cleaning.prose import unsigned
from copydesk.cleaning.sources import plain
from copydesk.cleaning.wording import stems
from copydesk.language.rows import chapters, rows
from copydesk.language.wrapping import paragraphs, unquoted
from copydesk.model import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.labeller import Verdicts
    from copydesk.model import Line, Seed

NEAR = 12  # lines from the headline or the first body line within which by-lines and dates stand
QUOTED = re.compile(r"\s*>\s?\S")


@dataclass(frozen=True)
class Sheet:
    """The lines of a seed that hold a letter or digit, and the site's own furniture."""

    lines: tuple[Line, ...]
    lang: str
    furniture: frozenset[str]
    frame: Frame
    elsewhere: Mapping[int, str] = field(default_factory=dict)  # other stories and comments by index, and why they go

    @cached_property
    def pieces(self) -> list[list[int]]:
        """The indexes of the lines of each paragraph: several where a mail program broke them.

        Its frame is no part of the page that the labeller knows, nor are other stories and comments.
        """
        aside = self.frame.lines.union(self.elsewhere)
        told = [at for at in range(len(self.lines)) if at not in aside] or list(range(len(self.lines)))
        lines = [self.lines[at] for at in told]
        groups = paragraphs([line.text for line in lines], [self.numbers[at] for at in told], self.lang)
        return [[told[at] for at in group] for group in groups]

    @cached_property
    def numbers(self) -> list[int]:
        """The number of each line as it would be without other stories and comments: a box leaves no hole."""
        above = [0, *(line.number for line in self.lines)]
        steps = (line.number - above[at] for at, line in enumerate(self.lines))
        return list(accumulate(0 if at in self.elsewhere else step for at, step in enumerate(steps)))

    @cached_property
    def firsts(self) -> list[Line]:
        """The first line of each piece."""
        return [self.lines[piece[0]] for piece in self.pieces]

    @cached_property
    def verdicts(self) -> Verdicts:
        """What the labeller found each piece to be."""
        texts = [unsigned(" ".join([unquoted(self.lines[at].text) for at in piece])) for piece in self.pieces]
        joined = np.cumsum([0, *(len(piece) - 1 for piece in self.pieces[:-1])])
        numbers = np.array([self.numbers[piece[0]] for piece in self.pieces])
        return judge(texts, (numbers - joined).tolist(), self.lang)

    @cached_property
    def flat(self) -> list[str]:
        """The text of each line as furniture is compared."""
        return [plain(line.text) for line in self.lines]

    @cached_property
    def folded(self) -> list[str]:
        """The text of each piece as furniture is compared."""
        return [" ".join(map(self.flat.__getitem__, piece)) for piece in self.pieces]

    @cached_property
    def often(self) -> Counter[str]:
        """How many pieces say each text, as furniture is compared."""
        return Counter(self.folded)

    @cached_property
    def labels(self) -> Counter[str]:
        """How many pieces begin with each text and a colon."""
        return Counter(label for label, colon, _ in (text.partition(": ") for text in self.folded) if colon)

    @cached_property
    def texts(self) -> list[str]:
        """The text of each piece."""
        return [" ".join([self.lines[at].text for at in piece]) for piece in self.pieces]

    def text(self, at: int) -> str:
        """The text of a piece."""
        return self.texts[at]

    def gap(self, at: int) -> int:
        """The blank lines above a piece."""
        if not 0 < at < len(self.pieces):
            return 0
        return self.numbers[self.pieces[at][0]] - self.numbers[self.pieces[at - 1][-1]] - 1

    @cached_property
    def headline(self) -> tuple[int, ...]:
        """The indexes of the lines of the headline, none where the dump has no headline or it is named elsewhere."""
        if self.frame.wiki:
            return ()
        if self.frame.posted.title >= 0:
            return (self.frame.posted.title,)
        found = headline(self)
        return () if found is None else tuple(self.pieces[found])

    @cached_property
    def title(self) -> str:
        """The text of the headline."""
        return " ".join([self.lines[at].text for at in self.headline])

    @cached_property
    def tables(self) -> list[list[int]]:
        """The pieces of each table."""
        return rows([line.text for line in self.firsts])

    @cached_property
    def tallies(self) -> list[list[int]]:
        """The pieces of each run of figures of the body."""
        return list(tallies(self))

    @cached_property
    def chapters(self) -> list[list[int]]:
        """The pieces of each list of a film's chapters."""
        return chapters([line.text for line in self.firsts])

    @cached_property
    def listed(self) -> frozenset[int]:
        """The pieces of lists above the body whose entries stand below once more: its contents, or menus."""
        return frozenset(above_body(self))

    @cached_property
    def chaptered(self) -> frozenset[int]:
        """The indexes of the lines that name a film's chapters."""
        return frozenset(self.pieces[piece][0] for run in self.chapters for piece in run)

    @cached_property
    def rows(self) -> frozenset[int]:
        """The indexes of the lines that are rows of tables, if they are kept."""
        return frozenset(at for table in self.tables for piece in table for at in self.pieces[piece])

    @cached_property
    def entries(self) -> frozenset[int]:
        """The indexes of the lines that are entries of lists without bullets, if they are kept."""
        return self.chaptered | {self.pieces[piece][0] for piece in unmarked(self)}

    @cached_property
    def begun(self) -> int:
        """The first piece that is surely body, or likelier so than not where none is sure, or of a brief; else -1."""
        return beginning(self)

    @cached_property
    def brief(self) -> list[int]:
        """The pieces of a report of a paragraph, where the page is one."""
        return brief(self)

    @cached_property
    def hourly(self) -> frozenset[str]:
        """The titles of a live report's entries that its contents above name too, as furniture is compared."""
        return frozenset(hourly_titles(self))

    @cached_property
    def announcements(self) -> frozenset[int]:
        """The pieces that say that other stories follow, and nothing else."""
        return frozenset(at for at, text in enumerate(self.texts) if announces(text, self.lang))

    @cached_property
    def rights(self) -> str:
        """The lines that say whose the page is, as one text."""
        return " ".join(plain(line.text) for line in self.firsts if RIGHTS.match(line.text))

    @cached_property
    def headings(self) -> frozenset[int]:
        """The indexes of the lines that are section headings, if they are kept."""
        return frozenset(at for piece in headings(self) for at in self.pieces[piece])

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """The indexes of the lines that the labeller takes for the article's body."""
        return tuple(at for piece in body(self) for at in self.pieces[piece] if at not in self.headline)

    @cached_property
    def own(self) -> frozenset[int]:
        """The same without their order: whether a line is kept is asked of many."""
        return frozenset(self.kept)

    @cached_property
    def head(self) -> frozenset[int]:
        """The indexes around the headline and the first line of the body: there by-lines and dates stand."""
        anchors = (*self.headline[:1], *self.kept[:1])
        return frozenset(at for anchor in anchors for at in range(anchor - NEAR, anchor + NEAR + 1))

    @cached_property
    def kept_pieces(self) -> list[int]:
        """The pieces whose first lines are kept."""
        return [at for at in range(len(self.pieces)) if self.keeps(at)]

    def keeps(self, at: int) -> bool:
        """Whether the first line of a piece is kept."""
        return self.pieces[at][0] in self.own

    @cached_property
    def first_said(self) -> Mapping[str, int]:
        """The piece of the body in which each longer word, by how it begins, stands first."""
        return {stem: at for at in reversed(self.kept_pieces) for stem in stems(self.text(at), self.lang)}

    def heads(self, at: int) -> bool:
        """Whether a line is no sentence, and a paragraph of the body stands right below."""
        text, below = self.lines[at].text.strip(), self.lines[at + 1].text.strip() if at + 1 in self.own else ""
        return not text.endswith(FULL_STOPS) and is_whole(below) and below.count(" ") + 1 >= LEAD

    def is_quoted(self, at: int) -> bool:
        """Whether a line is part of a quotation, by its markup or by the mark before it."""
        return self.lines[at].markup is Label.QUOTE or bool(QUOTED.match(self.lines[at].text))

    @cached_property
    def is_cited(self) -> bool:
        """Whether most of the body is a quotation: so mail programs set what is forwarded."""
        return 2 * sum(map(self.is_quoted, self.kept)) > len(self.kept)

    @cached_property
    def told_above(self) -> list[int]:
        """For each line the characters of the body above it."""
        return [0, *accumulate(len(line.text) * (at in self.own) for at, line in enumerate(self.lines))]


def sheet(seed: Seed, furniture: frozenset[str]) -> Sheet:
    """The sheet of a seed; blank lines and lines of mere rules and dots are no lines of it."""
    told = [at for at, line in enumerate(seed.lines) if any(map(str.isalnum, line.text))]
    return Sheet(tuple(map(seed.lines.__getitem__, told)), seed.lang, furniture, frame(seed, told))
