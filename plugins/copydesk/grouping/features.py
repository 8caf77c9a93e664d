"""Posts in, what they are compared by out: weighted terms as arrays, and the sequence of their words."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.grouping.terms import root, tokens
from copydesk.language import stopwords

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

    terms: Ints
    weights: Floats
    hashes: NDArray[np.uint32]

    @property
    def length(self) -> int:
        return len(self.hashes)


class Glossary(NamedTuple):
    """Terms by their numbers, a line each, as they stand in a file; each is found by its hash, and no other is read."""

    lines: NDArray[np.uint8]
    starts: Ints
    hashes: NDArray[np.uint32]
    numbers: Ints

    @classmethod
    def of(cls, terms: Sequence[str]) -> Glossary:
        """The glossary of some terms."""
        told = [term.encode("utf-8", "surrogatepass") + b"\n" for term in terms]
        hashes = np.array([zlib.crc32(line) for line in told], dtype=np.uint32)
        numbers = np.argsort(hashes, kind="stable")
        lengths = np.array([len(line) for line in told], dtype=np.int64)
        starts = np.cumsum(lengths) - lengths
        return cls(np.frombuffer(b"".join(told), np.uint8), starts, hashes[numbers], numbers)

    def find(self, term: str) -> int | None:
        """The number of a term."""
        line = term.encode("utf-8", "surrogatepass") + b"\n"
        code = np.uint32(zlib.crc32(line))
        place = int(np.searchsorted(self.hashes, code))
        while place < len(self.hashes) and self.hashes[place] == code:
            number = int(self.numbers[place])
            start = self.starts[number]
            if self.lines[start : start + len(line)].tobytes() == line:
                return number
            place += 1
        return None

    def terms(self) -> list[str]:
        """All of them."""
        return self.lines.tobytes().decode("utf-8", "surrogatepass").split("\n")[:-1]


class Vocabulary:
    """The terms seen so far, numbered as they came. A word looks up its term, and whether it is a name, at once."""

    def __init__(self, known: Glossary | None = None) -> None:
        self.known = known or Glossary.of(())
        self.new: dict[str, int] = {}
        self.words: dict[str, Words] = {}

    def __len__(self) -> int:
        return len(self.known.starts) + len(self.new)

    def number(self, term: str) -> int:
        """The number of a term, a new one where it has none."""
        number = self.new.get(term)
        if number is None and len(self.known.starts):
            number = self.known.find(term)
        return self.new.setdefault(term, len(self)) if number is None else number

    def terms(self) -> list[str]:
        """All of them, by number."""
        return [*self.known.terms(), *self.new]

    def of(self, lang: str) -> Words:
        if lang not in self.words:
            self.words[lang] = Words(self, lang)
        return self.words[lang]

    def features(self, post: Post) -> Features:
        """A post's features. A word's weight is 1 + log of how often it stands there."""
        words = self.of(post.lang)
        title, body = tokens(post.title), tokens(MARKUP.sub(" ", post.body))
        head = np.array([words[token][0] for token in title], dtype=np.int64)
        told = chain.from_iterable(map(words.__getitem__, body))
        found = np.fromiter(told, np.int64, 3 * len(body)).reshape(-1, 3)
        terms, weights = weigh(head, found)
        hashes = np.concatenate([found[:, 2], [words[token][2] for token in title]])
        return Features(terms, weights, hashes.astype(np.uint32))


class Words(dict[str, tuple[int, int, int]]):
    """Word as written -> its term's number, 1 for a capital, its hash; filled as words come by."""

    def __init__(self, vocabulary: Vocabulary, lang: str) -> None:
        super().__init__()
        self.vocabulary, self.lang = vocabulary, lang
        self.stopwords = stopwords(lang)

    def __missing__(self, word: str) -> tuple[int, int, int]:
        low = word.casefold()
        weak = low in self.stopwords or (len(low) == 1 and low.isascii() and not low.isdigit())
        term = NO_TERM if weak else self.vocabulary.number(root(low, self.lang))
        self[word] = (term, int(word[0].isupper() or word[0].isdigit()), zlib.crc32(low.encode()))
        return self[word]


def weigh(head: Ints, body: Ints) -> tuple[Ints, Floats]:
    """The headline's terms and the body's (term, capital, hash) rows -> the post's terms, each once, and weights.

    The terms come as the post says them: their numbers hang on what else was read before.
    """
    body = body[body[:, 0] != NO_TERM]
    head = head[head != NO_TERM]
    terms, first, place = np.unique(np.concatenate([head, body[:, 0]]), return_index=True, return_inverse=True)
    count = np.bincount(place[len(head) :], minlength=len(terms))
    capital = np.bincount(place[len(head) :], weights=body[:, 1], minlength=len(terms))
    named = (count > 0) & (capital >= NAME_SHARE * count)
    often = count + TITLE_WEIGHT * np.bincount(place[: len(head)], minlength=len(terms))
    weights = (1 + np.log(often)) * np.where(named, NAME_WEIGHT, 1.0)
    said = np.argsort(first)
    return terms[said].astype(np.int32), weights[said]


def day(post: Post) -> int:
    """A post's day as a number; an undated post stands before all others."""
    return post.date.toordinal() if post.date else 0


def order(posts: Iterable[Post]) -> list[Post]:
    """Posts as they were published; on one day by slug, so that the order of the files never shows."""
    return sorted(posts, key=lambda post: (day(post), post.slug, post.path))


class Frequencies:
    """In how many posts each term stands, and so how much it tells."""

    def __init__(self, posts: int = 0, counts: Floats | None = None) -> None:
        self.posts = posts
        self.counts: Floats = np.zeros(1024) if counts is None else counts

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
        self.grow(int(terms.max(initial=0)) + 1)
        plain = np.maximum(np.log((self.posts + 1) / (self.counts[terms] + 0.5)), 0.0)
        return np.asarray((np.round(plain / STEP) * STEP) ** power)
