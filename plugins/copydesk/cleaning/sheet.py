"""A seed's lines in, the sheet that the rules work on out: lines with text, what the labeller found, the furniture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.labeller import judge

if TYPE_CHECKING:
    from copydesk.cleaning.labeller import Verdicts
    from copydesk.model import Line, Seed

BODY = 0.42  # the chance from which a line is body: where kept and lost words weigh the same over whole pages
HEADING = 0.35
HEADLINE = 0.08  # low: of the lines of a page only the likeliest is asked


def plain(text: str) -> str:
    """A line as furniture is compared: small letters, single blanks."""
    return " ".join(text.lower().split())


@dataclass(frozen=True)
class Sheet:
    """The lines of a seed that hold a letter or digit, and the site's own furniture."""

    lines: tuple[Line, ...]
    lang: str
    furniture: frozenset[str]

    @cached_property
    def verdicts(self) -> Verdicts:
        return judge([line.text for line in self.lines], [line.number for line in self.lines], self.lang)

    @cached_property
    def headline(self) -> int:
        """The index of the headline, -1 where the dump has none."""
        chance = self.verdicts.headline
        best = int(np.argmax(chance))
        return best if chance[best] >= HEADLINE else -1

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """The indexes of the lines that the labeller takes for the article's body."""
        wanted = (self.verdicts.body >= BODY) & (np.arange(len(self.lines)) != self.headline)
        return tuple(np.flatnonzero(wanted).tolist())


def sheet(seed: Seed, furniture: frozenset[str]) -> Sheet:
    """The sheet of a seed; blank lines and lines of mere rules and dots are no lines of it."""
    lines = tuple(line for line in seed.lines if any(map(str.isalnum, line.text)))
    return Sheet(lines, seed.lang, furniture)
