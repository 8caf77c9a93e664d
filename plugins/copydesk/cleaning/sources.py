"""Seeds in, the furniture of their sources out: the lines that several stories of one source share."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copydesk.addresses import host

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from copydesk.model import Seed

SEVERAL = 3  # stories that must share a line: two may be two versions of one that are told in different words
MOST = 12  # seeds with a line that are looked at
TOLD = 60  # characters from which a line tells of its story: a menu's are shorter
ALIKE = 0.5  # the share of such lines' characters from which two seeds are versions of one story
UNNAMED = 1 / 3  # of the seeds whose source nobody names: what so many share is a site's; two may share a heading


def plain(text: str) -> str:
    """A line as furniture is compared: small letters, single blanks."""
    return " ".join(text.lower().split())


def source_of(seed: Seed, folder: str) -> str:
    """Where a seed comes from: the site in its address, the name that people or the file gave, or a folder.

    `folder` is that of all seeds, as paths of seeds begin, and no source itself; nor are folders of years or days
    inside it. "" if nothing says.
    """
    for facts in (seed.told, seed.found):
        if name := host(facts.url) or facts.source:
            return name
    inside = seed.path.removeprefix(f"{folder}/").split("/")[:-1] if seed.path.startswith(f"{folder}/") else ()
    return next((name for name in inside if not name.isdigit()), "")


def gather(seeds: Iterable[Seed], folder: str) -> Mapping[str, frozenset[str]]:
    """Source -> its furniture, as `clean` wants it, the seeds of unknown source together; prepared ones tell nothing.

    `folder` is that of all seeds (see `source_of`).
    """
    found: dict[str, Pages] = defaultdict(Pages)
    for seed in seeds:
        if not seed.prepared:
            found[source_of(seed, folder)].add({plain(line.text) for line in seed.lines if line.text.strip()})
    return {source: pages.furniture(0 if source else UNNAMED) for source, pages in found.items()}


@dataclass(frozen=True)
class Pages:
    """The seeds of one source: what each tells, how many have a line, and the first of those."""

    told: list[frozenset[str]] = field(default_factory=list)
    often: Counter[str] = field(default_factory=Counter)
    where: dict[str, tuple[int, ...]] = field(default_factory=dict)
    known: dict[tuple[int, int], bool] = field(default_factory=dict)

    def add(self, lines: Iterable[str]) -> None:
        number, lines = len(self.told), sorted(lines)
        self.told.append(frozenset(line for line in lines if len(line) >= TOLD))
        self.often.update(lines)
        for line in lines:
            seen = self.where.get(line, ())
            if len(seen) < MOST:
                self.where[line] = (*seen, number)

    def furniture(self, share: float) -> frozenset[str]:
        """The lines of several stories in this share of the seeds: what copies of one story share is the story."""
        least = max(SEVERAL, share * len(self.told))
        shared = ((line, self.where[line]) for line, times in self.often.items() if times >= least)
        return frozenset(line for line, seen in shared if self.stories(seen) >= SEVERAL)

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
            longer = max(sum(map(len, self.told[one])), sum(map(len, self.told[other])))
            both = sum(map(len, self.told[one] & self.told[other]))
            self.known[one, other] = both >= ALIKE * longer
        return self.known[one, other]
