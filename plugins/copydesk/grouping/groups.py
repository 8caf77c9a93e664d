"""Posts and topics in, one row a post out: its story, what it is a copy of, what to read next, its topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from slugify import slugify

from copydesk.grouping.copies import copies
from copydesk.grouping.features import Features, Vocabulary, order
from copydesk.grouping.learning import members
from copydesk.grouping.names import names
from copydesk.grouping.related import Neighbours, reason
from copydesk.grouping.rows import Grouped, Next
from copydesk.grouping.sparse import Sheaf
from copydesk.grouping.stories import Desk, stories
from copydesk.grouping.terms import tokens
from copydesk.language import stem

if TYPE_CHECKING:
    from copydesk.model import Post, Topic


def group(
    posts: Iterable[Post], topics: Iterable[Topic], published: Mapping[str, str] | None = None
) -> tuple[Grouped, ...]:
    """Group posts; the rows come in the order of publication, whatever the order of the posts.

    `published` names the stories that have an address already: a post's path -> its story's id.
    """
    ordered, topics = order(posts), tuple(topics)
    vocabulary = Vocabulary()
    features = [vocabulary.features(post) for post in ordered]
    twin = copies(features)
    desk = Desk()
    story = stories(features, standing(ordered, published or {}), desk)
    ids = story_ids(ordered, reunited(story, twin), published or {})
    member = members(ordered, features, topics, desk.frequencies)
    shelf = Shelf(features, desk, vocabulary, twin)
    return tuple(
        Grouped(
            post=post.path,
            story=ids[number],
            twin_of=ordered[twin[number]].path if number in twin else "",
            related=shelf.next_to(number),
            topics=member[number],
        )
        for number, post in enumerate(ordered)
    )


def reunited(story: Sequence[int], twin: Mapping[int, int]) -> list[int]:
    """The stories, with a copy that stands alone, as it was printed weeks later, in the story of its first version."""
    size = Counter(story)
    return [story[twin.get(number, number)] if size[of] == 1 else of for number, of in enumerate(story)]


def standing(ordered: Sequence[Post], published: Mapping[str, str]) -> dict[int, int]:
    """The stories that stand already: a post's number -> the number of the first post of its story."""
    first: dict[str, int] = {}
    known = [(number, published[post.path]) for number, post in enumerate(ordered) if post.path in published]
    return {number: first.setdefault(story, number) for number, story in known}


def story_ids(ordered: Sequence[Post], story: Sequence[int], published: Mapping[str, str]) -> list[str]:
    """Each post's story by name: the address it has already, or the slug of the post that opened it."""
    seen = Counter(post.slug for post in ordered)
    own = [post.slug if seen[post.slug] == 1 else slugify(post.path) for post in ordered]
    return [
        published.get(post.path) or published.get(ordered[of].path) or own[of]
        for post, of in zip(ordered, story, strict=True)
    ]


class Shelf:
    """What to read next to each post."""

    def __init__(
        self, features: Sequence[Features], desk: Desk, vocabulary: Vocabulary, twin: Mapping[int, int]
    ) -> None:
        self.features, self.desk, self.vocabulary, self.twin = features, desk, vocabulary, twin
        self.neighbours = Neighbours(Sheaf.of(desk.rare), Sheaf.of(desk.broad), desk.days)
        self.named = lru_cache(maxsize=None)(lambda number: frozenset(names(features[number].post)))

    def next_to(self, number: int) -> tuple[Next, ...]:
        """The posts to read next; of copies only the first version, and none of its own."""
        first = self.twin.get(number, number)
        found = self.neighbours.near(number, [*self.twin, first])
        return tuple(Next(self.features[one.number].post.path, self.why(number, one.number)) for one in found)

    def why(self, number: int, other: int) -> str:
        return reason(self.named(number), self.named(other), self.rarity)

    def rarity(self, name: str) -> float:
        """How much a name tells: as much as the rarest of its words."""
        known = (self.vocabulary.terms.get(stem(word, "en")) for word in tokens(name))
        counts = [self.desk.frequencies.counts[term] for term in known if term is not None]
        return -float(min(counts, default=0.0))
