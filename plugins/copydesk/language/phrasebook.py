"""A text in, whether it holds a phrase of a list out, however long the list is."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from copydesk.language.lexicons import lexicon
from copydesk.language.tokens import PLAIN, VOWELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORD = re.compile(rf"(?>[^\W_]+[{VOWELS}]*)+")
FEW = 50  # phrases up to which to look for each takes less than to find the words of a text first


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """A list's phrases, each below a word that stands inside it: what holds the phrase has the word, as few texts do.

    A phrase of one or two words has none, as its ends may be parts of other words; it is `sought` in every text, as are
    all phrases of a short list.
    """

    inside: Mapping[str, tuple[str, ...]]
    sought: tuple[str, ...]

    def in_text(self, text: str) -> bool:
        """Whether a text, written as the list is (see `plainly`), holds a phrase."""
        return any(map(text.__contains__, self.likely(text)))

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """The phrases of the list that a text holds, each with its first place."""
        return ((text.find(phrase), phrase) for phrase in self.likely(text) if phrase in text)

    def likely(self, text: str) -> Iterator[str]:
        """The phrases that a text may hold."""
        told = self.inside.keys() & (PLAIN if text.isascii() else WORD).findall(text) if self.inside else ()
        return chain(self.sought, *map(self.inside.__getitem__, told))


@cache
def phrasebook(name: str, *langs: str) -> Phrasebook:
    """The phrases of a list in these languages."""
    inside: dict[str, list[str]] = defaultdict(list)
    sought = []
    for phrase in dict.fromkeys(phrase for lang in langs for phrase in lexicon(name, lang)):
        words = WORD.findall(phrase)[1:-1]
        if words:
            inside[max(words, key=len)].append(phrase)
        else:
            sought.append(phrase)
    if sum(map(len, inside.values())) <= FEW:
        return Phrasebook({}, (*sought, *chain.from_iterable(inside.values())))
    return Phrasebook({word: tuple(phrases) for word, phrases in inside.items()}, tuple(sought))
