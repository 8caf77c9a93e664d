"""Files and folders that a person names in, each with the house as its seeds are seen from out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk import desk, reading
from copydesk.model import relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from copydesk.house import House


def seen(places: Sequence[Path], house: House, seeds: Path, workers: int) -> Iterator[tuple[Path, House]]:
    """Each place with the house as its seeds are seen from: as a build sees them where they are among the site's seeds.

    Elsewhere only the seeds at the place themselves say what they share, and its folders are the sources.
    """
    ours = [place.is_relative_to(seeds) for place in places]
    site = desk.furnish(house, reading.find(seeds), workers) if any(ours) else house
    for place, own in zip(places, ours, strict=True):
        yield place, site if own else desk.furnish(rooted(house, place), reading.find(place), workers)


def rooted(house: House, place: Path) -> House:
    """The house for which a file's folder, or a folder itself, is the one of all seeds."""
    return replace(house, seeds=relative(place if place.is_dir() else place.parent, house.root))
