"""Posts and topics in, one row a post out: its story, what it is a copy of, what to read next, its topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from slugify import slugify

from copydesk.engines.undisturbed import undisturbed
from copydesk.grouping.copies import copies, first_versions
from copydesk.grouping.features import order
from copydesk.grouping.learning import members, taught
from copydesk.grouping.memo import key, load, save
from copydesk.grouping.recalling import Recall, remembered
from copydesk.grouping.rows import Grouped, on_topic
from copydesk.grouping.shelf import shelve
from copydesk.grouping.stories import stories

if TYPE_CHECKING:
    from pathlib import Path

    from copydesk.model import Post, Topic


def group(
    posts: Iterable[Post],
    topics: Iterable[Topic],
    published: Mapping[str, str] | None = None,
    store: Path | None = None,
) -> tuple[Grouped, ...]:
    """Group posts; the rows come in the order of publication, whatever the order of the posts.

    `published` names the stories that have an address already: a post's path -> its story's id. `store` is a file that
    remembers what was worked out, so that only what is new need be: the rows are the same with it and without.
    """
    with undisturbed():
        return work(order(posts), tuple(topics), published or {}, store)


def work(
    ordered: list[Post], topics: tuple[Topic, ...], published: Mapping[str, str], store: Path | None
) -> tuple[Grouped, ...]:
    """Group posts that stand in the order of publication."""
    told = standing(ordered, published)
    past = Recall(ordered, load(store) if store else None, [key(post) for post in ordered] if store else [], told)
    known = copies(past.texts, past.copies())
    twin = first_versions(past.texts, known.pairs)
    desk = past.desk()
    start = len(desk.story)
    story = stories(desk, told)
    shelf = shelve(past, desk, start, twin)
    found = past.by_words(topics)
    if store and past.stale(start, topics):
        save(store, remembered(past, desk, known, shelf, found, topics))
    ids = story_ids(ordered, reunited(story, twin), published)
    member = members(ordered, found, taught(ordered, past.texts, topics, desk.frequencies), topics)
    first = (ordered[twin[number]].path if number in twin else "" for number in range(len(ordered)))
    paths = (post.path for post in ordered)
    rows = tuple(map(Grouped, paths, ids, first, shelf.nexts(ordered), shelf.whys(), member, shelf.often()))
    on = {row.post: row.topics for row in rows if row.topics}
    return tuple(on_topic(row, on) for row in rows) if on else rows


def reunited(story: Sequence[int], twin: Mapping[int, int]) -> list[int]:
    """The stories, with a copy that stands alone, as it was printed weeks later, in the story of its first version."""
    size = Counter(story)
    return [story[twin.get(number, number)] if size[of] == 1 else of for number, of in enumerate(story)]


def standing(ordered: Sequence[Post], published: Mapping[str, str]) -> dict[int, int]:
    """The stories that stand already: a post's number -> the number of the first post of its story."""
    first: dict[str, int] = {}
    stories = (published.get(post.path) for post in ordered) if published else ()
    known = [(number, story) for number, story in enumerate(stories) if story is not None]
    return {number: first.setdefault(story, number) for number, story in known}


def story_ids(ordered: Sequence[Post], story: Sequence[int], published: Mapping[str, str]) -> list[str]:
    """Each post's story by name: the address it has already, or the slug of the post that opened it."""
    slugs = [post.slug for post in ordered]
    seen = Counter(slugs)
    known = [published.get(post.path) for post in ordered]
    return [
        mine or known[of] or (slugs[of] if seen[slugs[of]] == 1 else slugify(ordered[of].path))
        for mine, of in zip(known, story, strict=True)
    ]
