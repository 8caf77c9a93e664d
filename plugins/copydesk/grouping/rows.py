"""What grouping says of each post."""

from __future__ import annotations

from typing import NamedTuple


class Grouped(NamedTuple):
    """What grouping says of a post. `twin_of` is the path of the version it is a copy of, "" for none.

    `related` are the paths of what to read next, and `reasons` why, one for each; `names` the people, places and things
    that stand in it most often.
    """

    post: str
    story: str
    twin_of: str = ""
    related: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
