"""Files and folders that a person names in, each with the house as its seeds are seen from out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk import desk, reading
from copydesk.model import relative
from copydesk.settings import placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.house import House


def seen(names: Sequence[str | Path], house: House, seeds: Path, workers: int) -> Iterator[tuple[Path, House]]:
    """Each place with the house as its seeds are seen from: as a build sees them where they are among the site's seeds.

    Elsewhere the seeds at all these places say what they share, and the folders there are the sources.
    """
    places = [as_built(placed(name), seeds) for name in names]
    ours = [place.is_relative_to(seeds) for place in places]
    others = [place for place, own in zip(places, ours, strict=True) if not own]
    site = desk.furnish(house, reading.find(seeds), workers) if any(ours) else house
    away = elsewhere(others, house, workers) if others else house
    for place, own in zip(places, ours, strict=True):
        yield place, site if own else away


def elsewhere(places: Sequence[Path], house: House, workers: int) -> House:
    """The house for which the folder that holds all these places, or a folder itself, is the one of all seeds."""
    folder = os.path.commonpath([place if place.is_dir() else place.parent for place in places])
    paths = dict.fromkeys(path for place in places for path in reading.find(place))
    return desk.furnish(replace(house, seeds=relative(Path(folder), house.root)), [*paths], workers)


def as_built(place: Path, seeds: Path) -> Path:
    """A place as a build calls it, which keeps the `..` that the settings may have in their folder of seeds."""
    ours = placed(seeds)
    return seeds / place.relative_to(ours) if place.is_relative_to(ours) else place
