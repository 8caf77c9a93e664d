"""What grouping says of each post."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Next:
    """A related post by its path, and why."""

    post: str
    why: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """What grouping says of a post. `twin_of` is the path of the version it is a copy of, "" for none.

    `names` are the people, places and things that stand in it most often.
    """

    post: str
    story: str
    twin_of: str = ""
    related: tuple[Next, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
