"""What the articles of a file may be called in, short names that tell them apart out."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DIGITS = 10  # hexadecimal: two of a file's articles are the same by chance once in millions of files


def key(name: str) -> str:
    """A short name for a long one; "" for none."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS] if name else ""


def distinct(named: Sequence[Sequence[str]]) -> list[str]:
    """A key for each article, from the first of its names that no other article has; all have as many names.

    Where several are the same to the last name, the first of them are numbered.
    """
    counts = [Counter(names) for names in zip(*named, strict=True)]
    return numbered(
        [
            key(next((name for name, count in zip(names, counts, strict=True) if count[name] == 1), names[-1]))
            for names in named
        ]
    )


def numbered(keys: Sequence[str]) -> list[str]:
    """The keys, the last of those that are the same as they are: what is new comes first in most files."""
    left = Counter(keys)
    made = []
    for one in keys:
        left[one] -= 1
        made.append(f"{one}-{left[one]}" if one and left[one] else one)
    return made
