"""A text in, whether it holds a phrase of a list out, however long the list is."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """A list's phrases, each below a word that stands inside it: what holds the phrase has the word, as few texts do.

    A phrase of one or two words has none, as its ends may be parts of other words.
    """

    inside: Mapping[str, tuple[str, ...]]
    short: tuple[str, ...]

    def in_text(self, text: str) -> bool:
        """Whether a text, written as the list is (see `plainly`), holds a phrase."""
        return any(True for _ in self.found(text))

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """The phrases of the list that a text holds, each with its first place."""
        likely = (self.inside[word] for word in self.inside.keys() & set(WORD.findall(text)))
        places = ((text.find(phrase), phrase) for phrases in (self.short, *likely) for phrase in phrases)
        return ((at, phrase) for at, phrase in places if at >= 0)


@cache
def phrasebook(name: str, *langs: str) -> Phrasebook:
    """The phrases of a list in these languages."""
    inside: dict[str, list[str]] = defaultdict(list)
    short = []
    for phrase in dict.fromkeys(phrase for lang in langs for phrase in lexicon(name, lang)):
        words = WORD.findall(phrase)[1:-1]
        if words:
            inside[max(words, key=len)].append(phrase)
        else:
            short.append(phrase)
    return Phrasebook({word: tuple(phrases) for word, phrases in inside.items()}, tuple(short))
