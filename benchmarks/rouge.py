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


def common(a: list[str], b: list[str]) -> int:
    """The places of `a` that lie in one longest common subsequence with `b`, as bits."""
    table = [[0] * (len(b) + 1)]
    for word in a:
        above, row = table[-1], [0]
        for at, other in enumerate(b):
            row.append(above[at] + 1 if word == other else max(above[at + 1], row[at]))
        table.append(row)
    i, j, bits = len(a), len(b), 0
    while i and j:
        if a[i - 1] == b[j - 1]:
            bits |= 1 << (i - 1)
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return bits


class Reference:
    """One reference, with what each of the article's sentences has in common with it."""

    def __init__(self, text: str, told: Sequence[str], lang: str) -> None:
        lines = [tokens(one, lang) for one in sentences(text, lang)]
        self.words = [word for line in lines for word in line]
        self.singles, self.pairs = Counter(self.words), Counter(pairwise(self.words))
        self.told = [tokens(one, lang) for one in told]
        self.bits = [[common(line, said) for line in lines] for said in self.told]

    def figures(self, chosen: Sequence[int]) -> Figures:
        said = [word for at in chosen for word in self.told[at]]
        singles = sum((self.singles & Counter(said)).values())
        pairs = sum((self.pairs & Counter(pairwise(said))).values())
        unions = [0] * len(self.bits[0]) if self.bits else []
        for at in chosen:
            unions = [old | new for old, new in zip(unions, self.bits[at], strict=True)]
        longest = min(singles, sum(bits.bit_count() for bits in unions))
        told, wanted = len(said), len(self.words)
        return f1(singles, told, wanted), f1(pairs, told - 1, wanted - 1), f1(longest, told, wanted)
