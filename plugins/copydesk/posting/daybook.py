"""What git and the cache know of earlier digests in; whether a post that is made as a new one was there before out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError
from copydesk.posting.filing import deleted
from copydesk.writing import renew

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DAYBOOK = "daybook.txt"  # in the cache folder: a line a seed that had a post when the last digest ended


@dataclass(frozen=True, slots=True)
class Past:
    """The `seeds` that had a post, and the `posts` that git saw deleted, by their paths in the folder of posts.

    It is told to people and decides nothing: without it the same posts are made.
    """

    seeds: frozenset[str]
    posts: frozenset[str]

    def had(self, seed: str, post: str) -> bool:
        """Whether a seed without a post had one before."""
        return seed in self.seeds or post in self.posts


def recall(posts: Path, cache: Path) -> Past:
    """What is known of the past of a folder of posts; where neither git nor the cache says anything, nothing."""
    return Past(noted(cache), deleted(posts))


def noted(cache: Path) -> frozenset[str]:
    """The seeds that had a post when the last digest ended, as far as the cache knows."""
    try:
        return frozenset((cache / DAYBOOK).read_bytes().decode("utf-8", "replace").split("\n"))
    except OSError:
        return frozenset()


def note(cache: Path, seeds: Iterable[str]) -> None:
    """Keep for the next digest which seeds have a post now; a disk that may not be written is no trouble."""
    with suppress(CopydeskError, OSError):
        renew(cache / DAYBOOK, "\n".join(sorted(seeds)).encode("utf-8", "replace"))
