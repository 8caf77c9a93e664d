"""A word that is none of those known in, what to tell who wrote it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known words that may have been meant, the likeliest first; case does not count."""
    from difflib import get_close_matches

    spelt = {name.casefold(): name for name in known}
    return [spelt[name] for name in get_close_matches(word.casefold(), spelt)]


def offer(word: str, known: Iterable[str]) -> str:
    """What may have been meant, where anything is near, and all that there is."""
    known = tuple(known)
    near = nearest(word, known)
    return (f"Did you mean {' or '.join(near)}? " if near else "") + f"Known are {', '.join(known)}."
