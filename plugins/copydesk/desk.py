"""The flow on one page: seeds in, stories out."""

from __future__ import annotations

import datetime
import hashlib
import os
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk import cleaning, describing, grouping, posting, reading, shaping
from copydesk.engines import LIGHT, each
from copydesk.engines.limits import Limits, within
from copydesk.model import CopydeskError, relative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from copydesk.describing import Memory
    from copydesk.model import Article, Page, Post, Seed, Story, Topic
    from copydesk.settings import Settings

    Reader = Callable[[Path, Path, int], Sequence[Seed]]


@dataclass(frozen=True, slots=True)
class House:
    """What the desk knows beside the seed at hand, gathered once before: the same for every seed and worker.

    `rules` stands for the desk's own code and for what people's posts teach it: other ones mean that the same seed
    might now make a better post.
    """

    root: Path
    today: datetime.date
    memory: Memory
    rules: str
    topics: tuple[Topic, ...] = ()
    furniture: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one seed: its story, or the reason why it was set aside. `seed` is the name its post bears."""

    seed: str
    story: Story | None = None
    refusal: CopydeskError | None = None


def open_house(settings: Settings, people: Iterable[Post], *, keeps: bool = False) -> House:
    """The house for a site: `people` are the posts that people wrote or edited.

    What is counted of them is taken from the site's cache where it is there, and put there where the desk `keeps` it.
    """
    taught = sorted(people, key=lambda post: post.path)
    tags = settings.path(settings.content, "tags.toml")
    lessons = hashlib.sha256(tags.read_bytes() if tags.is_file() else b"")
    lessons.update(repr([(post.title, post.tags, post.body) for post in taught]).encode("utf-8", "surrogatepass"))
    drawer = describing.Drawer(settings.path(settings.cache, "memory"), code(), keeps)
    return House(
        root=settings.root,
        today=today(),
        memory=describing.remember(taught, describing.vocabulary(tags), drawer),
        rules=posting.rules(code(), lessons.hexdigest()),
        topics=grouping.load_topics(settings.topics_path).topics,
        limits=Limits(settings.cpu_seconds, settings.memory, settings.largest * 1_000_000),
    )


def today() -> datetime.date:
    """The day of the build: `SOURCE_DATE_EPOCH` if it is set, for builds that can be repeated, else the clock's.

    Raises `CopydeskError` where that variable is no moment: a build that is to be repeated must not take another day.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is {epoch!r}, but wants seconds since 1970."
        raise CopydeskError("setting", message, "Mend or unset it in the environment.") from error


@cache
def code() -> str:
    """The hex digest of the rooms that make a post from a seed."""
    package = Path(__file__).parent
    files = [path for room in ROOMS for path in sorted((package / room).rglob("*")) if path.suffix in SOURCES]
    files += [package / name for name in TOOLS]
    return hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files)).hexdigest()


TOOLS = ("addresses.py", "model.py", "plain.py", "trees.py")
ROOMS = ("language", "reading", "cleaning", "shaping", "describing", "posting")
SOURCES = frozenset({".py", ".txt", ".json", ".toml", ".npz", ".gz"})


def furnish(house: House, paths: Sequence[Path], workers: int) -> House:
    """The house with the furniture that the seeds at these paths share, by source."""
    files = each(workers, LIGHT)(partial(read, house=house, reader=reading.glance), paths)
    seeds = (seed for file in files for seed in file if not isinstance(seed, CopydeskError))
    return replace(house, furniture=cleaning.gather(seeds))


def seen(places: Sequence[Path], house: House, seeds: Path, workers: int) -> Iterator[tuple[Path, House]]:
    """Each place with the house as its seeds are seen from: as a build sees them where they are among the site's seeds.

    Elsewhere only the seeds at the place themselves say what they share.
    """
    ours = [place.is_relative_to(seeds) for place in places]
    site = furnish(house, reading.find(seeds), workers) if any(ours) else house
    for place, own in zip(places, ours, strict=True):
        yield place, site if own else furnish(house, reading.find(place), workers)


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
    return cleaning.clean(seed, house.furniture.get(cleaning.source_of(seed), frozenset()))


def shape(seed: Seed, house: House) -> Article:
    """One seed as a clean article; raises `CopydeskError` where it holds none."""
    return shaping.shape(clean(seed, house), house.today)


def prepare(seed: Seed, house: House) -> Story:
    """One seed as a story, by a pure function of the two; raises `CopydeskError` where it holds no article."""
    article = shape(seed, house)
    text = posting.body(article.blocks) if house.topics else ""  # without topics nobody reads it
    topics = grouping.topics_of(article.title, text, article.lang, house.topics, seed.told.topics)
    return replace(describing.describe(article, house.memory), topics=topics)


def prepare_file(path: Path, house: House) -> list[Outcome]:
    """What became of each article of one file."""
    return [
        Outcome(relative(path, house.root), refusal=seed) if isinstance(seed, CopydeskError) else outcome(seed, house)
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


def prepare_files(paths: Sequence[Path], house: House, workers: int) -> Iterator[Outcome]:
    """What became of each article of these files, in their order, over as many processes."""
    for outcomes in each(workers)(partial(prepare_file, house=house), paths):
        yield from outcomes
