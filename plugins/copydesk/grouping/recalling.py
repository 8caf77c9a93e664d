"""Posts and what was remembered of them in, what need not be worked out again out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from copydesk.grouping.features import Features, Vocabulary
from copydesk.grouping.memo import DIGEST, Memo, code, packed, raw, unpacked
from copydesk.grouping.names import names
from copydesk.grouping.related import HANDFUL, SMALL, Found
from copydesk.grouping.sparse import Row, Sheaf
from copydesk.grouping.stories import Desk, Vectors, batches

if TYPE_CHECKING:
    from copydesk.grouping.copies import Copies
    from copydesk.grouping.features import Ints
    from copydesk.grouping.memo import Text
    from copydesk.grouping.shelf import Shelf
    from copydesk.model import Post, Topic

LITTLE = 0.001  # the share of posts that are sooner worked out again than remembered
MANY = 0.1  # the share of posts to look up from which it is faster to look up all


class Recall:
    """The posts in order, and the memo of last time. `then` are the posts' numbers in it, -1 for new posts.

    `now` are the numbers that the posts of last time have now, -1 for those that went or are not what they were.
    """

    def __init__(self, posts: Sequence[Post], memo: Memo | None, keys: Sequence[bytes]) -> None:
        self.posts, self.memo, self.keys = posts, memo, keys
        self.then = memo.places(keys) if memo else np.full(len(posts), -1)
        self.now = np.full(len(memo.story) if memo else 0, -1, dtype=np.int32)
        kept = np.flatnonzero(self.then >= 0)
        self.now[self.then[kept]] = kept
        self.fresh = np.flatnonzero(self.then < 0)
        self.vocabulary = Vocabulary(unpacked(memo.vocabulary) if memo else ())
        self.features = self.read()

    def read(self) -> list[Features]:
        """Every post's features, read from the post itself where it is new."""
        old = self.memo.features(self.posts, self.then) if self.memo else {}
        return [old.get(number) or self.vocabulary.features(post) for number, post in enumerate(self.posts)]

    def names(self) -> list[str]:
        """Every post's names, each line with tabs between them, the most frequent first."""
        old = unpacked(self.memo.names) if self.memo else []
        return [
            old[then] if then >= 0 else "\t".join(name for name, _ in names(post).most_common())
            for then, post in zip(self.then.tolist(), self.posts, strict=True)
        ]

    def by_words(self, declared: Text) -> list[tuple[str, ...] | None]:
        """Every post's topics by their words; None where they must be worked out."""
        if self.memo is None or self.memo.declared.tobytes() != declared.tobytes():
            return [None] * len(self.posts)
        old = [tuple(line.split("\t")) if line else () for line in unpacked(self.memo.topics)]
        return [old[then] if then >= 0 else None for then in self.then.tolist()]

    def shelf(self) -> tuple[Ints, list[str]]:
        """What was to be read next to each post, and why."""
        if self.memo is None:
            return np.full((len(self.posts), HANDFUL), -1, dtype=np.int32), [""] * len(self.posts)
        related, reasons = self.memo.related[self.then], unpacked(self.memo.reasons)
        return np.where(related >= 0, self.now[related], -1), [reasons[then] for then in self.then.tolist()]

    def other_twins(self, twin: Ints) -> Ints:
        """The posts that are copies of something else than they were; `twin` is what each is a copy of, -1 for none."""
        if self.memo is None:
            return np.arange(len(self.posts))
        was = self.memo.twin[self.then]
        lost = (was >= 0) & (self.now[was] < 0)
        return np.flatnonzero((self.then < 0) | lost | (np.where(was >= 0, self.now[was], -1) != twin))

    def stale(self, start: int, topics: Sequence[Topic]) -> bool:
        """Whether the memo of last time leaves more to work out again than a new one costs to write.

        What has gone is forgotten at once: an article that was taken down must not live on in a cache.
        """
        if self.memo is None or self.memo.declared.tobytes() != declaration(topics).tobytes():
            return True
        return bool((self.now < 0).any()) or len(self.posts) - start > LITTLE * len(self.posts)

    def copies(self) -> Copies | None:
        """What was known of copies; nothing once a post has gone, as what was common may be so no more."""
        return self.memo.copies(self.now) if self.memo and bool((self.now >= 0).all()) else None

    def desk(self, told: Mapping[int, int]) -> Desk:
        """The desk as it stood before the first batch that is not what it was."""
        if self.memo is None:
            return Desk()
        start = self.resumes(self.memo, told)
        vectors = Vectors(*(sheaf.first(start) for sheaf in self.memo.vectors))
        return Desk(self.features[:start], self.memo.story[:start].tolist(), vectors)

    def resumes(self, memo: Memo, told: Mapping[int, int]) -> int:
        """The end of the last batch up to which all is as it was: the posts, and the stories that are published."""
        size = min(len(self.now), len(self.then))
        same = self.then[:size] == np.arange(size)
        story = np.array(
            [told.get(number, was) for number, was in enumerate(memo.story[:size].tolist())], dtype=np.int64
        )
        same &= story == memo.story[:size]
        until = size if same.all() else int(same.argmin())
        ends = {end for _, end in batches(self.features)} & {*memo.ends.tolist()}
        return max((end for end in ends if end <= until), default=0)

    def changed(self, vectors: Vectors, start: int) -> Ints:
        """The posts that are new or whose vectors are not what they were; `start` is where the desk resumed."""
        if self.memo is None:
            return self.fresh
        other = [
            number
            for number in range(start, len(self.posts))
            if self.then[number] < 0 or not alike(vectors, number, self.memo.vectors, int(self.then[number]))
        ]
        return np.array(other, dtype=np.int64)

    def found(self, changed: Ints) -> Found | None:
        """What was found near to each post, without what has changed; nothing where it is better looked up anew."""
        if self.memo is None or len(self.posts) <= SMALL or len(self.now) <= SMALL:
            return None
        if len(changed) > MANY * len(self.posts):
            return None
        still, before = self.now.copy(), self.then.copy()
        still[before[changed[before[changed] >= 0]]] = -1
        return self.memo.found(before, still)


def alike(some: Vectors, number: int, others: Vectors, other: int) -> bool:
    """Whether a post has the same vectors in both."""
    pairs = ((mine[number], yours[other]) for mine, yours in zip(some, others, strict=True))
    return all(np.array_equal(a.terms, b.terms) and np.array_equal(a.values, b.values) for a, b in pairs)


def declaration(topics: Sequence[Topic]) -> Text:
    """What tells these topics from what they were before somebody changed them."""
    plain = [(t.slug, t.title, t.words, t.without, sorted(t.pinned), sorted(t.barred)) for t in topics]
    return raw(hashlib.blake2b(repr(plain).encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest())


def spoken(past: Recall, words: Sheaf) -> list[str]:
    """The vocabulary, by number. Once a post has gone, a word that no other says gives way to what is none."""
    if not (past.now < 0).any():
        return [*past.vocabulary.terms]
    said = {*words.terms.tolist()}
    return [term if number in said else f"#{number}" for term, number in past.vocabulary.terms.items()]


def remembered(
    past: Recall,
    story: Sequence[int],
    vectors: Vectors,
    known: Copies,
    shelf: Shelf,
    by_words: Sequence[tuple[str, ...]],
    topics: Sequence[Topic],
) -> Memo:
    """The memo for next time."""
    words = Sheaf.of([Row(one.terms, one.weights) for one in past.features])
    rows, rare, broad = vectors
    return Memo(
        code=raw(code()),
        keys=raw(b"".join(past.keys)),
        vocabulary=packed(spoken(past, words)),
        terms=words.terms,
        weights=words.values,
        term_counts=words.lengths,
        hashes=np.concatenate([np.zeros(0, np.uint32), *(one.hashes for one in past.features)]),
        hash_counts=np.array([one.length for one in past.features], dtype=np.int64),
        names=packed(shelf.names),
        declared=declaration(topics),
        topics=packed("\t".join(slugs) for slugs in by_words),
        story=np.array(story, dtype=np.int32),
        ends=np.array([end for _, end in batches(past.features)], dtype=np.int64),
        row_terms=rows.terms,
        row_values=rows.values,
        row_lengths=rows.lengths,
        rare_terms=rare.terms,
        rare_values=rare.values,
        rare_lengths=rare.lengths,
        broad_terms=broad.terms,
        broad_values=broad.values,
        broad_lengths=broad.lengths,
        samples=known.samples.shingles,
        sample_owners=known.samples.owner.astype(np.int32),
        pairs=np.array(known.pairs, dtype=np.int64),
        twin=shelf.twin,
        likely=shelf.found.likely,
        cosines=shelf.found.cosines,
        related=shelf.related,
        reasons=packed(shelf.reasons),
    )
