"""Sentences and a reference in, ROUGE-1, ROUGE-2 and ROUGE-L (summary level) out, for many sets of sentences at once.

Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004. Words are stemmed by Snowball.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from copydesk.language import sentences, stem

Figures = tuple[float, float, float]


def tokens(text: str, lang: str) -> list[str]:
    return [stem(word, lang) for word in re.findall(r"\w+", text.lower())]


def f1(hits: int, told: int, wanted: int) -> float:
    return 2 * hits / (told + wanted) if told + wanted > 0 else 0.0


def common(a: list[str], b: list[str]) -> frozenset[int]:
    """The places of `a` that lie in one longest common subsequence with `b`."""
    table = [[0] * (len(b) + 1)]
    for word in a:
        above, row = table[-1], [0]
        for at, other in enumerate(b):
            row.append(above[at] + 1 if word == other else max(above[at + 1], row[at]))
        table.append(row)
    i, j, places = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]:
            places.append(i - 1)
            i, j = i - 1, j - 1
        elif table[i][j - 1] > table[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return frozenset(places)


class Reference:
    """One reference, with what each of the article's sentences has in common with it."""

    def __init__(self, text: str, told: Sequence[str], lang: str) -> None:
        self.lines = [tokens(one, lang) for one in sentences(text, lang)]
        self.words = [word for line in self.lines for word in line]
        self.singles, self.pairs = Counter(self.words), Counter(pairwise(self.words))
        self.told = [tokens(one, lang) for one in told]
        self.places = [[common(line, said) for line in self.lines] for said in self.told]

    def figures(self, chosen: Sequence[int]) -> Figures:
        said = [word for at in chosen for word in self.told[at]]
        singles = sum((self.singles & Counter(said)).values())
        pairs = sum((self.pairs & Counter(pairwise(said))).values())
        told, wanted = len(said), len(self.words)
        longest = sum((self.matched(chosen) & Counter(said)).values())
        return f1(singles, told, wanted), f1(pairs, told - 1, wanted - 1), f1(longest, told, wanted)

    def matched(self, chosen: Sequence[int]) -> Counter[str]:
        """The reference's words that lie in the union, over the chosen sentences, of each one's subsequences."""
        found: Counter[str] = Counter()
        for at, line in enumerate(self.lines):
            found.update(line[place] for place in frozenset().union(*(self.places[one][at] for one in chosen)))
        return found
