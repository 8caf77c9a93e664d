"""A site's settings and its people's posts in, what the desk knows beside the seed at hand out, gathered once."""

from __future__ import annotations

import datetime
import hashlib
import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk import describing, grouping, posting
from copydesk.engines.limits import Limits
from copydesk.model import CopydeskError, relative
from copydesk.settings import DEFAULT_SEEDS, TAG_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.describing import Memory
    from copydesk.model import Post, Topic
    from copydesk.settings import Settings

EARLIEST = datetime.timezone(datetime.timedelta(hours=14))  # where a day begins first
# What makes a post of a seed: these modules, and the files of these endings in these rooms.
TOOLS = ("addresses.py", "git.py", "markup.py", "model.py", "plain.py", "trees.py")
ROOMS = ("language", "reading", "cleaning", "shaping", "describing", "posting")
SOURCES = frozenset({".py", ".txt", ".json", ".toml", ".npz", ".gz"})


@dataclass(frozen=True, slots=True)
class House:
    """What the desk knows beside the seed at hand, gathered once before: the same for every seed and worker.

    `rules` stands for the desk's own code and for what people's posts teach it: other ones mean that the same seed
    might now make a better post. `seeds` is the folder whose folders are sources, as paths of seeds begin; `lang` the
    site's language.
    """

    root: Path
    today: datetime.date
    memory: Memory
    rules: str
    topics: tuple[Topic, ...] = ()
    seeds: str = DEFAULT_SEEDS
    furniture: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    lang: str = ""


def open_house(settings: Settings, people: Iterable[Post], *, keeps: bool = False) -> House:
    """The house for a site: `people` are the posts that people wrote or edited.

    What is counted of them is taken from the site's cache where it is there, and put there where the desk `keeps` it.
    """
    taught = sorted(people, key=lambda post: post.path)
    tags = settings.path(settings.content, TAG_FILE)
    lessons = hashlib.sha256(tags.read_bytes() if tags.is_file() else b"")
    lessons.update(repr([(post.title, post.tags, post.body) for post in taught]).encode("utf-8", "surrogatepass"))
    drawer = describing.Drawer(settings.path(settings.cache, "memory"), code(), keeps)
    return House(
        root=settings.root,
        today=today(),
        memory=describing.remember(taught, describing.vocabulary(tags), drawer),
        rules=posting.rules(code(), lessons.hexdigest()),
        topics=grouping.load_topics(settings.topics_path).topics,
        seeds=relative(settings.seeds_path, settings.root),
        limits=Limits(settings.cpu_seconds, settings.memory, settings.largest * 1_000_000),
        lang=settings.lang,
    )


def today() -> datetime.date:
    """The day of the build: `SOURCE_DATE_EPOCH` if it is set, for builds that can be repeated, else the clock's.

    The day where days begin first: what is published east of the clock is not of tomorrow. Raises `CopydeskError` where
    that variable is no moment: a build that is to be repeated must not take another day.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(EARLIEST).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), EARLIEST).date()
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
