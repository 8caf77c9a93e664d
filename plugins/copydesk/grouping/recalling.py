"""Posts and what was remembered of them in, what need not be worked out again out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from copydesk.grouping import copies, related
from copydesk.grouping.features import Glossary
from copydesk.grouping.membership import topics_of_post
from copydesk.grouping.memo import Memo, packed, raw, unpacked
from copydesk.grouping.names import names
from copydesk.grouping.related import COMPANY, HANDFUL, SMALL, Edges
from copydesk.grouping.sparse import Index, Row, Sheaf
from copydesk.grouping.stories import YOUNG, Desk, Vectors, batches
from copydesk.grouping.texts import Texts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from copydesk.grouping.features import Frequencies, Ints
    from copydesk.grouping.memo import Text
    from copydesk.grouping.shelf import Shelf
    from copydesk.model import Post, Topic

LITTLE = 0.001  # the share of posts that are new from which a new memo is worth its writing
AGAIN = 0.02  # the share of posts that are joined again from which it is
MANY = 0.1  # the share of posts to look up from which it is faster to look up all
GONE = -2  # in place of a post that is there no more


class Recall:
    """The posts in order, and the memo of last time. `then` are the posts' numbers in it, -1 for the `fresh` ones.

    `told` are the stories that are published, as the number of the first post of each, -1 for none.
    `now` are the numbers that the posts of last time have now, -1 for those that went or are not what they were.
    """

    def __init__(
        self, posts: Sequence[Post], memo: Memo | None, keys: Sequence[bytes], told: Mapping[int, int]
    ) -> None:
        self.posts, self.memo, self.keys = posts, memo, keys
        self.told = np.full(len(posts), -1, dtype=np.int32)
        self.told[[*told]] = [*told.values()]
        self.then = memo.places(keys) if memo else np.full(len(posts), -1)
        self.now = np.full(len(memo) if memo else 0, -1, dtype=np.int32)
        kept = np.flatnonzero(self.then >= 0)
        self.now[self.then[kept]] = kept
        self.texts = Texts(posts, memo, self.then)
        self.fresh = self.texts.fresh.tolist()

    def names(self) -> list[str]:
        """Every post's names, each line with tabs between them, the most frequent first."""
        new = {number: "\t".join(name for name, _ in names(self.posts[number]).most_common()) for number in self.fresh}
        return self.lines(self.memo.names, new) if self.memo else [*new.values()]

    def lines(self, old: Text, new: Mapping[int, str]) -> list[str]:
        """A line a post, as it was but for those that are new."""
        lines = [*map(unpacked(old).__getitem__, self.then.tolist())]
        for number, line in new.items():
            lines[number] = line
        return lines

    def by_words(self, topics: tuple[Topic, ...]) -> list[tuple[str, ...]]:
        """Every post's topics by their words, by pins and by its own word."""
        if self.memo is None or not declares(self.memo, topics):
            return [topics_of_post(post, topics) for post in self.posts]
        new = {number: "\t".join(topics_of_post(self.posts[number], topics)) for number in self.fresh}
        return [tuple(line.split("\t")) if line else () for line in self.lines(self.memo.topics, new)]

    def shelf(self) -> tuple[Ints, Edges, list[str]]:
        """What was to be read next to each post, what another must be to change that, and why that was to be read."""
        memo, count = self.memo, len(self.posts)
        if memo is None:
            edges = Edges(np.zeros(count), blank(count, COMPANY), np.zeros(count))
            return blank(count, HANDFUL), edges, [""] * count
        edges = Edges(memo.enough[self.then], self.numbered(memo.company[self.then]), memo.close[self.then])
        return self.numbered(memo.related[self.then]), edges, self.lines(memo.reasons, {})

    def numbered(self, was: Ints) -> Ints:
        """Posts by the number that they have now: -1 for no more, and `GONE` for what is there no more."""
        now = np.where(self.now < 0, GONE, self.now)
        return np.where(was >= 0, now[was], -1)

    def bereft(self, before: related.Before | None, twin: Ints) -> Ints:
        """The posts that are copies of something else than they were, and those that had one of them near.

        `twin` is what each is a copy of, -1 for none.
        """
        if self.memo is None or before is None:
            return np.arange(len(self.posts))
        was = self.memo.twin[self.then]
        lost = (was >= 0) & (self.now[was] < 0)
        other = (self.then < 0) | lost | (np.where(was >= 0, self.now[was], -1) != twin)
        some = np.zeros(len(self.now), dtype=np.bool_)
        some[self.then[other & (self.then >= 0)]] = True
        return np.union1d(np.flatnonzero(other), before.beside(some))

    def stale(self, start: int, topics: Sequence[Topic]) -> bool:
        """Whether the memo of last time leaves more to work out again than a new one costs to write.

        What has gone is forgotten at once: an article that was taken down must not live on in a cache.
        """
        if self.memo is None or not declares(self.memo, topics):
            return True
        count = len(self.posts)
        return bool((self.now < 0).any()) or len(self.fresh) > LITTLE * count or count - start > AGAIN * count

    def copies(self) -> copies.Before | None:
        """What was known of copies."""
        if self.memo is None:
            return None
        samples = copies.Samples(self.memo.samples, self.memo.sample_owners)
        return copies.Before(samples, self.memo.sample_counts, self.memo.pairs, self.now)

    def desk(self) -> Desk:
        """The desk as it stood before the first batch that is not what it was."""
        if self.memo is None:
            return Desk(self.texts)
        faithful = self.faithful(self.memo)
        start = self.resumes(self.memo, faithful)
        vectors = Vectors.of(*(sheaf.first(start) for sheaf in self.memo.vectors))
        story, kept = self.memo.story[:start].tolist(), self.weighed(self.memo, start)
        stood = self.stood(self.memo, start, faithful, kept)
        return Desk(self.texts, story, vectors, self.memo.frequencies(start), kept, stood)

    def weighed(self, memo: Memo, start: int) -> dict[int, tuple[Row, Row, Row]]:
        """The vectors of the first batch anew: it was, and is, weighed by what was read before it.

        Not where the day itself counts, as the day is no more what it was.
        """
        if start < YOUNG:
            return {}
        was, now = following(memo.ends, start), following(self.ends, start)
        rows, rare, broad = memo.vectors
        some = ((number, int(self.then[number])) for number in range(start, now))
        return {number: (rows[then], rare[then], broad[then]) for number, then in some if start <= then < was}

    def stood(self, memo: Memo, start: int, faithful: NDArray[np.bool_], kept: Iterable[int]) -> dict[int, int]:
        """The stories in which the first batch anew stood, where nobody has left it; `kept` are those still there."""
        numbers = np.array([*kept], dtype=np.int64)
        if len(numbers) < following(memo.ends, start) - start or not faithful[numbers].all():
            return {}
        stories = self.now[memo.story[self.then[numbers]]]
        return dict(zip(numbers.tolist(), stories.tolist(), strict=True))

    @cached_property
    def ends(self) -> Ints:
        """Where the batches end."""
        return np.array([end for _, end in batches(self.texts.days)], dtype=np.int64)

    def faithful(self, memo: Memo) -> NDArray[np.bool_]:
        """The posts that are what they were, and of which the same story is published, or now the one they stood in."""
        was, story = self.numbered(memo.told[self.then]), self.numbered(memo.story[self.then])
        return np.asarray((self.then >= 0) & ((self.told == was) | ((was == -1) & (self.told == story))))

    def resumes(self, memo: Memo, faithful: NDArray[np.bool_]) -> int:
        """The end of the last batch up to which all is as it was: the posts, and the stories that are published."""
        same = faithful & (self.then == np.arange(len(self.then)))
        until = len(same) if same.all() else int(same.argmin())
        ends = {*self.ends.tolist()} & {*memo.ends.tolist()}
        return max((end for end in ends if end <= until), default=0)

    def changed(self, desk: Desk, start: int) -> Ints:
        """The posts that are new or whose vectors are not what they were; `start` is where the desk resumed."""
        if self.memo is None:
            return self.texts.fresh
        then, were = self.then.tolist(), self.memo.vectors
        again = (number for number in range(start, len(self.posts)) if number not in desk.kept)
        other = [one for one in again if then[one] < 0 or not alike(desk.vectors, one, were, then[one])]
        return np.array(other, dtype=np.int64)

    def found(self, changed: Ints) -> related.Before | None:
        """What was found near to each post, without what has changed; nothing where it is better looked up anew."""
        memo, count = self.memo, len(self.posts)
        if memo is None or count <= SMALL or len(memo) <= SMALL or len(changed) > MANY * count:
            return None
        still, were = self.now.copy(), self.then[changed]
        still[were[were >= 0]] = -1
        return related.Before(memo.likely, memo.cosines, memo.least, memo.index, self.then, still)


def following(ends: Ints, start: int) -> int:
    """The end of the batch that begins at `start`; `start` itself where none does."""
    return min((end for end in ends.tolist() if end > start), default=start)


def blank(count: int, size: int) -> Ints:
    """Rows of no posts."""
    return np.full((count, size), -1, dtype=np.int32)


def alike(some: Vectors, number: int, others: Sequence[Sheaf], other: int) -> bool:
    """Whether a post has the same vectors in both."""
    pairs = ((mine[number], yours[other]) for mine, yours in zip(some, others, strict=True))
    return all(np.array_equal(a.terms, b.terms) and np.array_equal(a.values, b.values) for a, b in pairs)


def declaration(topics: Sequence[Topic]) -> Text:
    """What tells these topics from what they were before somebody changed them."""
    plain = [(t.slug, t.title, t.words, t.without, sorted(t.pinned), sorted(t.barred)) for t in topics]
    return raw(hashlib.sha256(repr(plain).encode("utf-8", "surrogatepass")).digest())


def declares(memo: Memo, topics: Sequence[Topic]) -> bool:
    """Whether a memo is of these very topics."""
    return memo.declared.tobytes() == declaration(topics).tobytes()


def spoken(texts: Texts, frequencies: Frequencies) -> list[str]:
    """The vocabulary, by number. A word that no post says any more gives way to what is none."""
    said = {*np.flatnonzero(frequencies.counts).tolist()}
    return [term if number in said else f"#{number}" for number, term in enumerate(texts.vocabulary.terms())]


def laid_out(name: str, whole: object, *parts: str) -> dict[str, Any]:
    """The arrays of a whole, as the memo names them."""
    return {f"{name}_{part}": getattr(whole, part) for part in parts}


def remembered(
    past: Recall,
    desk: Desk,
    known: copies.Copies,
    shelf: Shelf,
    by_words: Sequence[tuple[str, ...]],
    topics: Sequence[Topic],
) -> Memo:
    """The memo for next time."""
    every = [*past.texts]
    terms = Glossary.of(spoken(past.texts, desk.frequencies))
    words = Sheaf.of([Row(one.terms, one.weights) for one in every])
    rows, rare, broad = (rows.sheaf() for rows in desk.vectors)
    index = Index.of(rare)
    samples = known.samples
    likely, cosines = shelf.found.table()
    return Memo(
        keys=raw(b"".join(past.keys)),
        **laid_out("term", terms, "lines", "starts", "hashes", "numbers"),
        counts=desk.frequencies.counts,
        terms=words.terms,
        weights=words.values,
        term_counts=words.lengths,
        hashes=np.concatenate([np.zeros(0, np.uint32), *(one.hashes for one in every)]),
        hash_counts=past.texts.lengths,
        names=packed(shelf.names),
        declared=declaration(topics),
        topics=packed("\t".join(slugs) for slugs in by_words),
        story=np.array(desk.story, dtype=np.int32),
        told=past.told,
        ends=past.ends,
        **laid_out("row", rows, "terms", "values", "lengths"),
        **laid_out("rare", rare, "terms", "values", "lengths"),
        **laid_out("broad", broad, "terms", "values", "lengths"),
        **laid_out("index", index, "owner", "values", "start"),
        samples=samples.shingles,
        sample_owners=samples.owner.astype(np.int32),
        sample_counts=known.sizes,
        pairs=np.array(known.pairs, dtype=np.int64).reshape(-1, 2),
        twin=shelf.twin,
        likely=likely,
        cosines=cosines,
        least=shelf.found.least,
        related=shelf.related,
        enough=shelf.edges.enough,
        company=shelf.edges.company,
        close=shelf.edges.close,
        reasons=packed(shelf.reasons),
    )
