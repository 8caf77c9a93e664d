"""What grouping says of each post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Grouped(NamedTuple):
    """What grouping says of a post. `twin_of` is the path of the version it is a copy of, "" for none.

    `related` are the paths of what to read next, and `reasons` the names that both are on, one text for each; `names`
    the people, places and things that stand in it most often.
    """

    post: str
    story: str
    twin_of: str = ""
    related: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def on_topic(row: Grouped, topics: Mapping[str, Sequence[str]]) -> Grouped:
    """The row without what to read next that is on other topics only and shares no name with it.

    `topics` are the topics of each post that has any, by its path. Where editors have said what belongs together, two
    articles on subjects apart are not brought together by common words alone.
    """
    if not row.topics or all(row.reasons):
        return row
    pairs = zip(row.related, row.reasons, strict=True)
    stay = [(path, why) for path, why in pairs if why or not apart(row.topics, topics.get(path, ()))]
    return row._replace(related=tuple(path for path, _ in stay), reasons=tuple(why for _, why in stay))


def apart(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether both have topics, and none in common."""
    return bool(some and others) and set(some).isdisjoint(others)
