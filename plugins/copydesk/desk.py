"""The flow on one page: seeds in, stories out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from copydesk import cleaning, describing, grouping, posting, reading, shaping
from copydesk.engines import LIGHT, each
from copydesk.engines.limits import within
from copydesk.model import CopydeskError, relative

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from copydesk.house import House
    from copydesk.model import Article, Page, Seed, Story

    Reader = Callable[[Path, Path, int], Sequence[Seed | CopydeskError]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one seed: its story, or the reason why it was set aside. `seed` is the name its post bears."""

    seed: str
    story: Story | None = None
    refusal: CopydeskError | None = None


def furnish(house: House, paths: Sequence[Path], workers: int) -> House:
    """The house with the furniture that the seeds at these paths share, by source."""
    files = each(workers, LIGHT)(partial(read, house=house, reader=reading.glance), paths)
    seeds = (seed for file in files for seed in file if not isinstance(seed, CopydeskError))
    return replace(house, furniture=cleaning.gather(seeds, house.seeds))


def read(path: Path, house: House, reader: Reader = reading.read) -> Sequence[Seed | CopydeskError]:
    """The seeds of one file, or the reason why it has none."""
    where = relative(path, house.root)
    try:
        with within(house.limits, where):
            return reader(path, house.root, house.limits.size)
    except CopydeskError as error:
        return [error]
    except Exception as problem:  # noqa: BLE001  a fault of the desk in one seed must not lose the others
        return [fault(problem, where)]


def clean(seed: Seed, house: House) -> Page:
    """The lines of one seed, each kept or dropped."""
    return cleaning.clean(seed, cleaning.shared_lines(seed, house.furniture, house.seeds))


def shape(seed: Seed, house: House) -> Article:
    """One seed as a clean article; raises `CopydeskError` where it holds none."""
    return shaping.shape(clean(seed, house), house.today, house.lang)


def prepare(seed: Seed, house: House) -> Story:
    """One seed as a story, by a pure function of the two; raises `CopydeskError` where it holds no article."""
    article = shape(seed, house)
    text = posting.body(article.blocks) if house.topics else ""  # without topics nobody reads it
    topics = grouping.topics_of(article.title, text, article.lang, house.topics, seed.topics)
    return replace(describing.describe(article, house.memory), topics=topics)


def prepare_file(path: Path, house: House) -> list[Outcome]:
    """What became of each article of one file."""
    name = posting.named(relative(path, house.root))
    return [
        Outcome(name, refusal=seed) if isinstance(seed, CopydeskError) else outcome(seed, house)
        for seed in read(path, house)
    ]


def outcome(seed: Seed, house: House) -> Outcome:
    """What became of one seed; nothing it holds can stop the others."""
    key = posting.seed_name(seed)
    try:
        with within(house.limits, seed.path):
            return Outcome(key, story=prepare(seed, house))
    except CopydeskError as refusal:
        return Outcome(key, refusal=refusal)
    except Exception as problem:  # noqa: BLE001  a fault of the desk in one seed must not lose the others
        return Outcome(key, refusal=fault(problem, seed.path))


def fault(problem: Exception, path: str) -> CopydeskError:
    """What the desk did not foresee, as the refusal of one seed."""
    hint = "This is a fault of the desk: please report it with the seed."
    return CopydeskError("fault", f"cannot be prepared: {problem!r}.", hint, path)


def prepare_files(paths: Sequence[Path], house: House, workers: int) -> Generator[Outcome, None, None]:
    """What became of each article of these files, in their order, over as many processes."""
    for outcomes in each(workers)(partial(prepare_file, house=house), paths):
        yield from outcomes
