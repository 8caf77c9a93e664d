"""Posts in, what they are compared by out: weighted terms as arrays, and the sequence of their words."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from copydesk.grouping.terms import tokens
from copydesk.language import stem, stopwords

if TYPE_CHECKING:
    from copydesk.model import Post

MARKUP = re.compile(r"\]\([^()\s]*\)|<[^<>]*>|https?://\S+")
TITLE_WEIGHT = 2  # a word of the headline counts as often as it stands there, twice
NAME_WEIGHT = 1.3  # who and where tells stories apart better than what
NAME_SHARE = 0.6  # a word that is written with a capital this often is a name
NO_TERM = -1
STEP = 0.25  # so one post more changes what few terms tell, and few posts need be compared again

Ints = NDArray[np.integer[Any]]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Features:
    """A post for comparing: its terms' numbers in the vocabulary, their weight in it, and its words' hashes."""

    post: Post
    terms: Ints
    weights: Floats
    hashes: NDArray[np.uint32]

    @property
    def day(self) -> int:
        """The day as a number; an undated post stands before all others."""
        return self.post.date.toordinal() if self.post.date else 0

    @property
    def length(self) -> int:
        return len(self.hashes)


class Vocabulary:
    """The terms seen so far, numbered as they came. A word looks up its term, and whether it is a name, at once."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.terms: dict[str, int] = {term: number for number, term in enumerate(known)}
        self.words: dict[str, Words] = {}

    def __len__(self) -> int:
        return len(self.terms)

    def number(self, term: str) -> int:
        return self.terms.setdefault(term, len(self.terms))

    def of(self, lang: str) -> Words:
        if lang not in self.words:
            self.words[lang] = Words(self, lang)
        return self.words[lang]

    def features(self, post: Post) -> Features:
        """A post's features. A word's weight is 1 + log of how often it stands there."""
        words = self.of(post.lang)
        title, body = tokens(post.title), tokens(MARKUP.sub(" ", post.body))
        head = np.array([words[token][0] for token in title], dtype=np.int64)
        found = np.array([words[token] for token in body], dtype=np.int64).reshape(-1, 3)
        terms, weights = weigh(head, found)
        hashes = np.concatenate([found[:, 2], [words[token][2] for token in title]])
        return Features(post, terms, weights, hashes.astype(np.uint32))


class Words(dict[str, tuple[int, int, int]]):
    """Word as written -> its term's number, 1 for a capital, its hash; filled as words come by."""

    def __init__(self, vocabulary: Vocabulary, lang: str) -> None:
        super().__init__()
        self.vocabulary, self.lang = vocabulary, lang
        self.stopwords = stopwords(lang)

    def __missing__(self, word: str) -> tuple[int, int, int]:
        low = word.casefold()
        weak = low in self.stopwords or (len(low) == 1 and low.isascii() and not low.isdigit())
        term = NO_TERM if weak else self.vocabulary.number(stem(low, self.lang))
        self[word] = (term, int(word[0].isupper() or word[0].isdigit()), zlib.crc32(low.encode()))
        return self[word]


def weigh(head: Ints, body: Ints) -> tuple[Ints, Floats]:
    """The headline's terms and the body's (term, capital, hash) rows -> the post's terms, each once, and weights."""
    body = body[body[:, 0] != NO_TERM]
    head = head[head != NO_TERM]
    terms, place = np.unique(np.concatenate([head, body[:, 0]]), return_inverse=True)
    count = np.bincount(place[len(head) :], minlength=len(terms))
    capital = np.bincount(place[len(head) :], weights=body[:, 1], minlength=len(terms))
    named = (count > 0) & (capital >= NAME_SHARE * count)
    often = count + TITLE_WEIGHT * np.bincount(place[: len(head)], minlength=len(terms))
    return terms.astype(np.int32), (1 + np.log(often)) * np.where(named, NAME_WEIGHT, 1.0)


def order(posts: Iterable[Post]) -> list[Post]:
    """Posts as they were published; on one day by slug, so that the order of the files never shows."""
    return sorted(posts, key=lambda post: (post.date.toordinal() if post.date else 0, post.slug, post.path))


class Frequencies:
    """In how many posts each term stands, and so how much it tells."""

    def __init__(self) -> None:
        self.posts = 0
        self.counts: Floats = np.zeros(1024)

    def add(self, features: Iterable[Features]) -> None:
        new = [one.terms for one in features]
        flat = np.concatenate([np.zeros(0, np.int64), *new])
        self.grow(int(flat.max(initial=0)) + 1)
        self.counts += np.bincount(flat, minlength=len(self.counts))
        self.posts += len(new)

    def grow(self, size: int) -> None:
        if size > len(self.counts):
            self.counts = np.concatenate([self.counts, np.zeros(max(size, 2 * len(self.counts)) - len(self.counts))])

    def tell(self, terms: Ints, power: float = 1.0) -> Floats:
        """How much terms tell: the logarithm of the share of posts without them (inverse frequency), in steps."""
        plain = np.maximum(np.log((self.posts + 1) / (self.counts[terms] + 0.5)), 0.0)
        return np.asarray((np.round(plain / STEP) * STEP) ** power)
