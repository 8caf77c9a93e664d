"""Seeds in, the furniture of their sources out: the lines that the stories of one source share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from copydesk.addresses import host

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from copydesk.model import Seed

    Furniture = Mapping[str, frozenset[str]]

SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # of Chinese, Japanese and Korean
LETTERS = 3  # characters that say as much as such a sign: two signs make a word, six characters with its blank
SEVERAL = 3  # stories that must share a line: two may be two versions of one that are told in different words
MOST = 12  # seeds with a line that are looked at
TOLD = 60  # characters from which a line tells of its story, or speaks of the site at length: a menu's are shorter
# Of a source's seeds that have a line, at least: stories have "Background" too, and the same sentence seldom. A folder
# may hold pages of many outlets: then it takes most of them to show what one prints on each.
SHORT_SHARE, LONG_SHARE = 1 / 2, 1 / 5
ALIKE = 0.5  # the share of such lines' characters from which two seeds are versions of one story


def plain(text: str) -> str:
    """A line as furniture is compared: small letters, single blanks."""
    return " ".join(text.lower().split())


def size(line: str) -> int:
    """How many characters a line has, where a sign of Chinese, Japanese or Korean counts as several."""
    return len(line) if line.isascii() else len(line) + (LETTERS - 1) * len(SIGN.findall(line))


def sources(seed: Seed, folder: str) -> frozenset[str]:
    """Whatever may be a seed's source: the site in its address, the names that people or the file gave, its folders.

    `folder` is that of all seeds, as paths of seeds begin. All are asked, as of one outlet's pages some may tell their
    address, some its name and some nothing.
    """
    told = (name for facts in (seed.told, seed.found) for name in (host(facts.url), facts.source) if name)
    around = (parent for parent in PurePosixPath(seed.path).parents if parent.is_relative_to(folder))
    return frozenset((*told, *map(str, around)))


def gather(seeds: Iterable[Seed], folder: str) -> Furniture:
    """Source -> its furniture, as `shared_lines` wants it; prepared seeds tell nothing.

    `folder` is that of all seeds (see `sources`).
    """
    pages = [(sources(seed, folder), lines(seed)) for seed in seeds if not seed.prepared]
    often = Counter(line for _, told in pages for line in told)
    found: dict[str, Pages] = defaultdict(Pages)
    for names, told in pages:
        common = sorted(line for line in told if often[line] >= SEVERAL)
        long = frozenset(line for line in told if size(line) >= TOLD)
        for name in names:
            found[name].add(common, long)
    return {name: some for name, those in found.items() if (some := those.furniture())}


def shared_lines(seed: Seed, furniture: Furniture, folder: str) -> frozenset[str]:
    """The furniture of all that may be a seed's source."""
    return frozenset().union(*(furniture.get(name, ()) for name in sources(seed, folder)))


def lines(seed: Seed) -> frozenset[str]:
    """The lines of a seed, as furniture is compared."""
    return frozenset(plain(line.text) for line in seed.lines if line.text.strip())


@dataclass(frozen=True)
class Pages:
    """The seeds of one source: what each tells, how many have a common line, and the first of those."""

    told: list[frozenset[str]] = field(default_factory=list)
    often: Counter[str] = field(default_factory=Counter)
    where: dict[str, tuple[int, ...]] = field(default_factory=dict)
    known: dict[tuple[int, int], bool] = field(default_factory=dict)

    def add(self, common: Sequence[str], long: frozenset[str]) -> None:
        """Add a seed by those of its lines that others have too, and its long ones."""
        number = len(self.told)
        self.told.append(long)
        self.often.update(common)
        for line in common:
            seen = self.where.get(line, ())
            if len(seen) < MOST:
                self.where[line] = (*seen, number)

    def furniture(self) -> frozenset[str]:
        """The lines that enough seeds have, of several stories: what copies of one story share is the story."""
        likely = (line for line, times in self.often.items() if times >= self.least(line))
        return frozenset(line for line in likely if self.stories(self.where[line]) >= SEVERAL)

    def least(self, line: str) -> float:
        """How many seeds a line must stand in at least."""
        return max(SEVERAL, (LONG_SHARE if size(line) >= TOLD else SHORT_SHARE) * len(self.told))

    def stories(self, seen: Sequence[int]) -> int:
        """How many stories some seeds tell, as far as it matters."""
        picked: list[int] = []
        for number in seen:
            if len(picked) < SEVERAL and not any(self.alike(one, number) for one in picked):
                picked.append(number)
        return len(picked)

    def alike(self, one: int, other: int) -> bool:
        """Whether two seeds tell the same story: half of what the longer says is in the shorter too."""
        if (one, other) not in self.known:
            longer = max(sum(map(size, self.told[one])), sum(map(size, self.told[other])))
            both = sum(map(size, self.told[one] & self.told[other]))
            self.known[one, other] = both >= ALIKE * longer
        return self.known[one, other]
