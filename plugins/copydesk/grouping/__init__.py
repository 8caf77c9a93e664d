"""Posts in, groups out: topics, same story, related articles, editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.grouping.membership import topics_of, topics_of_post
from copydesk.grouping.rows import Grouped
from copydesk.grouping.topics import check
from copydesk.grouping.topics import load as load_topics
from copydesk.grouping.writing import pin, write_topics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from copydesk.grouping.discovering import Proposal
    from copydesk.model import CopydeskError, Post, Topic

__all__ = [
    "Grouped",
    "check_topics",
    "discover",
    "doubtful",
    "group",
    "load_topics",
    "pin",
    "topics_of",
    "write_topics",
]


def group(
    posts: Iterable[Post],
    topics: Iterable[Topic] = (),
    published: Mapping[str, str] | None = None,
    store: Path | None = None,
) -> tuple[Grouped, ...]:
    """Group posts: one row a post, in the order of publication, whatever the order of the posts.

    `published` names the stories that have an address already: a post's path -> its story's id. `store` is a file that
    remembers what was worked out, so that only what is new need be: the rows are the same with it and without.
    """
    from copydesk.grouping import groups  # NumPy comes with it, which the terminal and the workers can do without

    return groups.group(posts, topics, published, store)


def discover(posts: Sequence[Post], declared: Sequence[Topic]) -> list[Proposal]:
    """The topics that the posts are on and nobody has declared, the largest first."""
    from copydesk.grouping import discovering

    covered = [post.path for post in posts if topics_of_post(post, declared)]
    return discovering.discover(sorted(posts, key=lambda post: post.path), covered, declared)


def doubtful(posts: Sequence[Post], declared: Sequence[Topic]) -> list[tuple[Topic, Post]]:
    """The articles that may belong to a topic and are not in it, the likeliest of each topic first."""
    from copydesk.grouping import reviewing

    return reviewing.doubtful(posts, tuple(declared))


def check_topics(posts: Sequence[Post], declared: Sequence[Topic], root: Path) -> list[CopydeskError]:
    """What is wrong with topics beside these posts: pins to nothing, names of no topic, topics that take all.

    `root` is the folder that the posts' paths start from.
    """
    member = {post.path: topics_of_post(post, declared) for post in posts}
    return check(declared, posts, member, root)
