"""Posts in, groups out: topics, same story, related articles, editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.grouping.membership import topics_of
from copydesk.grouping.rows import Grouped, Next
from copydesk.grouping.topics import load as load_topics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.model import Post, Topic

__all__ = ["Grouped", "Next", "group", "load_topics", "topics_of"]


def group(
    posts: Iterable[Post], topics: Iterable[Topic] = (), published: Mapping[str, str] | None = None
) -> tuple[Grouped, ...]:
    """Group posts: one row a post, in the order of publication, whatever the order of the posts.

    `published` names the stories that have an address already: a post's path -> its story's id.
    """
    from copydesk.grouping import groups  # NumPy comes with it, which the terminal and the workers can do without

    return groups.group(posts, topics, published)
