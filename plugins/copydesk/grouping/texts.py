"""Posts in the order of publication in, the features of each out: read now, or as they were remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from copydesk.grouping.features import Vocabulary, day

if TYPE_CHECKING:
    from copydesk.grouping.features import Features, Ints
    from copydesk.grouping.memo import Memo
    from copydesk.model import Post


class Texts:
    """The features of posts, and the day and the number of words of each as columns.

    `then` are the posts' numbers in the memo, -1 for those that are not in it, which are read at once; the others are
    taken from it one by one, when somebody asks.
    """

    def __init__(self, posts: Sequence[Post], memo: Memo | None = None, then: Ints | None = None) -> None:
        self.memo, self.then = memo, np.full(len(posts), -1) if then is None else then
        self.fresh = np.flatnonzero(self.then < 0)
        self.new = {number: self.vocabulary.features(posts[number]) for number in self.fresh.tolist()}
        self.days = np.array([day(post) for post in posts], dtype=np.int64)
        self.lengths = np.zeros(len(posts), np.int64)
        if memo:
            self.lengths[self.then >= 0] = memo.hash_counts[self.then[self.then >= 0]]
        self.lengths[self.fresh] = [one.length for one in self.new.values()]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The numbers of the terms, in the memo and since."""
        return Vocabulary(self.memo.glossary if self.memo else None)

    def __len__(self) -> int:
        return len(self.days)

    def __getitem__(self, number: int) -> Features:
        if number in self.new or self.memo is None:
            return self.new[number]
        return self.memo.features(int(self.then[number]))

    def __iter__(self) -> Iterator[Features]:
        return (self[number] for number in range(len(self)))
