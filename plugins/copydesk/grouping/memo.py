"""A file under the cache folder in, what was worked out of each post last time out, and back: it only saves time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk import language
from copydesk.grouping.copies import Copies, Samples
from copydesk.grouping.features import Features
from copydesk.grouping.related import Found
from copydesk.grouping.sparse import Sheaf
from copydesk.grouping.stories import Vectors
from copydesk.writing import whole

if TYPE_CHECKING:
    from copydesk.grouping.features import Floats, Ints
    from copydesk.model import Post

DIGEST = 16  # bytes; two posts do not share so many by chance
Text = NDArray[np.uint8]


class Memo(NamedTuple):
    """Everything as arrays, one after the other in one file. Lists of words are UTF-8, a line each."""

    code: Text
    keys: Text
    vocabulary: Text
    terms: Ints
    weights: Floats
    term_counts: Ints
    hashes: NDArray[np.uint32]
    hash_counts: Ints
    names: Text
    declared: Text
    topics: Text
    story: Ints
    ends: Ints
    row_terms: Ints
    row_values: Floats
    row_lengths: Ints
    rare_terms: Ints
    rare_values: Floats
    rare_lengths: Ints
    broad_terms: Ints
    broad_values: Floats
    broad_lengths: Ints
    samples: NDArray[np.uint64]
    sample_owners: Ints
    pairs: Ints
    twin: Ints
    likely: Ints
    cosines: Floats
    related: Ints
    reasons: Text

    @property
    def vectors(self) -> Vectors:
        rows = Sheaf(self.row_terms, self.row_values, self.row_lengths)
        rare = Sheaf(self.rare_terms, self.rare_values, self.rare_lengths)
        return Vectors(rows, rare, Sheaf(self.broad_terms, self.broad_values, self.broad_lengths))

    def features(self, posts: Sequence[Post], then: Ints) -> dict[int, Features]:
        """The features of the posts that were there, given the number of each then."""
        words, ends = Sheaf(self.terms, self.weights, self.term_counts), np.cumsum(self.hash_counts)
        starts = ends - self.hash_counts
        return {
            number: Features(posts[number], *words[was], self.hashes[starts[was] : ends[was]])
            for number, was in enumerate(then.tolist())
            if was >= 0
        }

    def places(self, keys: Sequence[bytes]) -> Ints:
        """The number that each post had then, -1 for a post that was not there."""
        whole = self.keys.tobytes()
        then = {whole[at : at + DIGEST]: at // DIGEST for at in range(0, len(whole), DIGEST)}
        return np.array([then.get(key, -1) for key in keys], dtype=np.int64)

    def copies(self, now: Ints) -> Copies:
        """What was known of copies, by the numbers that the posts have now."""
        pairs = [(a, b) for a, b in now[self.pairs.reshape(-1, 2)].tolist()]
        return Copies(Samples(self.samples, now[self.sample_owners]), pairs)

    def found(self, then: Ints, now: Ints) -> Found:
        """What was looked up for posts with these numbers then; `now` maps numbers then to numbers now."""
        likely, cosines = self.likely[then], self.cosines[then]
        likely[then < 0], cosines[then < 0] = -1, 0.0
        return Found(np.where(likely >= 0, now[likely], -1), cosines)


def key(post: Post) -> bytes:
    """What tells a post from every other, and from what it was before somebody changed it."""
    parts = (post.path, post.slug, str(post.date), post.lang, ",".join(post.topics), post.title, post.body)
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()


@cache
def code() -> bytes:
    """What tells this version of the code from every other: another one may see other things in the same posts."""
    rooms = (Path(__file__).parent, Path(language.__file__).parent)
    files = sorted(path for room in rooms for path in room.rglob("*") if path.suffix in {".py", ".txt"})
    return hashlib.blake2b(b"".join(path.read_bytes() for path in files), digest_size=DIGEST).digest()


def packed(lines: Iterable[str]) -> Text:
    """Lines as an array; no line holds a line's end."""
    return raw("\n".join(lines).encode("utf-8", "surrogatepass"))


def unpacked(text: Text) -> list[str]:
    """The lines of an array; there is always one."""
    return text.tobytes().decode("utf-8", "surrogatepass").split("\n")


def raw(told: bytes) -> Text:
    """Bytes as an array."""
    return np.frombuffer(told, dtype=np.uint8)


def load(path: Path) -> Memo | None:
    """What stands in the file; nothing where there is none, or another version's, or half of one."""
    try:
        with path.open("rb") as file:
            memo = Memo(*(np.load(file, allow_pickle=False) for _ in Memo._fields))
    except (OSError, ValueError, EOFError):
        return None
    return memo if memo.code.tobytes() == code() else None


def save(path: Path, memo: Memo) -> None:
    """Write the file whole, or leave the one that was there; a folder that takes none goes without."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as file:
            for array in memo:
                np.save(file, array, allow_pickle=False)
