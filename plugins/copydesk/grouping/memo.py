"""A file under the cache folder in, what was worked out of each post last time out, and back: it only saves time."""

from __future__ import annotations

import hashlib
import json
import mmap
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from copydesk import language
from copydesk.grouping.features import Features, Frequencies, Glossary
from copydesk.grouping.sparse import Index, Sheaf
from copydesk.writing import whole

if TYPE_CHECKING:
    from copydesk.grouping.features import Floats, Ints
    from copydesk.model import Post

DIGEST = 32  # bytes of SHA-256, which processors compute by themselves; two posts do not share so many by chance
LINE = 64  # bytes: each array begins at a multiple of as many as a processor reads at a time
Text = NDArray[np.uint8]


@dataclass(frozen=True)
class Memo:
    """Everything as arrays, read from the file only where somebody looks. Lists of words are UTF-8, a line each."""

    keys: Text
    term_lines: Text
    term_starts: Ints
    term_hashes: NDArray[np.uint32]
    term_numbers: Ints
    counts: Floats
    terms: Ints
    weights: Floats
    term_counts: Ints
    hashes: NDArray[np.uint32]
    hash_counts: Ints
    names: Text
    declared: Text
    topics: Text
    story: Ints
    told: Ints
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
    index_owner: Ints
    index_values: Floats
    index_start: Ints
    samples: NDArray[np.uint64]
    sample_owners: Ints
    sample_counts: Ints
    pairs: Ints
    twin: Ints
    likely: Ints
    cosines: Floats
    least: Floats
    related: Ints
    enough: Floats
    company: Ints
    close: Floats
    reasons: Text

    def __len__(self) -> int:
        return len(self.story)

    @property
    def glossary(self) -> Glossary:
        """The terms that were known."""
        return Glossary(self.term_lines, self.term_starts, self.term_hashes, self.term_numbers)

    @cached_property
    def vectors(self) -> tuple[Sheaf, Sheaf, Sheaf]:
        """The posts' vectors, for stories, by their rare words and by all of them."""
        rows = Sheaf(self.row_terms, self.row_values, self.row_lengths)
        rare = Sheaf(self.rare_terms, self.rare_values, self.rare_lengths)
        return rows, rare, Sheaf(self.broad_terms, self.broad_values, self.broad_lengths)

    @property
    def index(self) -> Index:
        """The vectors by rare words the other way round."""
        return Index(self.index_owner, self.index_values, self.index_start, len(self))

    @cached_property
    def words(self) -> Sheaf:
        """Each post's terms and their weight in it."""
        return Sheaf(self.terms, self.weights, self.term_counts)

    @cached_property
    def hash_ends(self) -> Ints:
        return np.cumsum(self.hash_counts)

    def features(self, number: int) -> Features:
        """The features of a post by the number that it had."""
        end = self.hash_ends[number]
        return Features(*self.words[number], self.hashes[end - self.hash_counts[number] : end])

    def frequencies(self, count: int) -> Frequencies:
        """The frequencies of the terms in the first posts."""
        later = self.terms[self.words.first(count).terms.size :]
        return Frequencies(count, self.counts - np.bincount(later, minlength=len(self.counts)))

    def places(self, keys: Sequence[bytes]) -> Ints:
        """The number that each post had then, -1 for a post that was not there."""
        if not len(self):
            return np.full(len(keys), -1)
        known, mine = (wide(told) for told in (self.keys, raw(b"".join(keys))))
        by_head = np.argsort(known[:, 0])
        then = by_head[np.searchsorted(known[by_head, 0], mine[:, 0]).clip(max=len(known) - 1)]
        return np.where((known[then] == mine).all(axis=1), then, -1)


def wide(keys: Text) -> NDArray[np.uint64]:
    """Keys as rows of numbers."""
    return np.ascontiguousarray(keys).view(np.uint64).reshape(-1, DIGEST // 8)


def key(post: Post) -> bytes:
    """What tells a post from every other, and from what it was before somebody changed it."""
    told = "\0".join((post.path, post.slug, str(post.date), post.lang, ",".join(post.topics), post.title, post.body))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()


@cache
def code() -> str:
    """What tells this version of the code from every other: another one may see other things in the same posts.

    The files' bytes say so: their times are new in every clone, and may be one and the same in a packed image.
    """
    rooms = (Path(__file__).parent, Path(language.__file__).parent)
    return fingerprint(rooms)


def fingerprint(rooms: Iterable[Path]) -> str:
    """The hex digest of all files of code and words below some folders, wherever those lie."""
    found = sorted((path[len(str(room)) :], path) for room in rooms for path in files(str(room)))
    told = hashlib.sha256()
    for name, path in found:
        with open(path, "rb") as file:  # noqa: PTH123  a Path for each of some hundred files would double the time
            told.update(f"{name}\0".encode() + hashlib.sha256(file.read()).digest())
    return told.hexdigest()


def files(folder: str) -> Iterator[str]:
    """The files of code and words below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files(entry.path)
            elif entry.name.endswith((".py", ".txt")):
                yield entry.path


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
            told = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = json.loads(told.readline())
        return (unrolled(told, head["arrays"]) or None) if head["code"] == code() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def unrolled(told: mmap.mmap, arrays: Iterable[tuple[str, list[int]]]) -> Memo:
    """The arrays that stand one after the other behind the first line, given the kind and the shape of each."""
    found: list[NDArray[Any]] = []
    at = told.tell()
    for kind, shape in arrays:
        at += -at % LINE
        found.append(np.frombuffer(told, kind, int(np.prod(shape)), at).reshape(shape))
        at += found[-1].nbytes
    return Memo(*found)


def save(path: Path, memo: Memo) -> None:
    """Write the file whole, or leave the one that was there; a folder that takes none goes without."""
    arrays = [np.ascontiguousarray(getattr(memo, field.name)) for field in fields(memo)]
    head = {"code": code(), "arrays": [(array.dtype.str, array.shape) for array in arrays]}
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as file:
            file.write(json.dumps(head).encode() + b"\n")
            for array in arrays:
                file.write(b"\0" * (-file.tell() % LINE))
                file.write(array.data)
