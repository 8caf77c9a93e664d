"""Seeds in, the furniture of their sources out: the lines that several seeds of one source share."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.model import Seed

SEVERAL = 3  # seeds that must share a line: two may be two versions of one article


def plain(text: str) -> str:
    """A line as furniture is compared: small letters, single blanks."""
    return " ".join(text.lower().split())


def source_of(seed: Seed) -> str:
    """Where a seed comes from: the site in its address, the name that people or the file gave, or its own folder.

    "" if nothing says: a folder of years or days is no source, and neither is the folder of all seeds.
    """
    for facts in (seed.told, seed.found):
        host = urlsplit(facts.url).hostname or ""
        if host or facts.source:
            return host.removeprefix("www.") or facts.source
    inside = seed.path.split("/")[1:-1]
    return next((folder for folder in inside if not folder.isdigit()), "")


def gather(seeds: Iterable[Seed]) -> Mapping[str, frozenset[str]]:
    """Source -> its furniture, as `clean` wants it; seeds of unknown source and prepared ones tell nothing."""
    often: dict[str, Counter[str]] = defaultdict(Counter)
    for seed in seeds:
        source = source_of(seed)
        if source and not seed.prepared:
            often[source].update({plain(line.text) for line in seed.lines if line.text.strip()})
    return {
        source: frozenset(line for line, seeds in count.items() if seeds >= SEVERAL) for source, count in often.items()
    }
