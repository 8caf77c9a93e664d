"""A word in, whether people are called by it out: the first names that are common in news, and what joins names."""

from functools import cache
from pathlib import Path

NAMES = Path(__file__).parent / "data" / "first-names.txt"
AND = "and|und|et|y|e|en|i|и|ve|&"  # what stands between two names, for a pattern
CYRILLIC = range(0x400, 0x500)
CASES = ("", "й", "а", "я", "ь")  # what a Russian name ends in where another case has one letter else
LONGEST_CASE = 2  # letters: Павлом
# The endings of a Russian man's first name in its cases, and in the nominative: Лионеля, Евгению, Скоттом.
HIS = (
    ("я", "й"),
    ("ю", "й"),
    ("ем", "й"),
    ("я", "ь"),
    ("ю", "ь"),
    ("ем", "ь"),
    ("а", ""),
    ("у", ""),
    ("ом", ""),
)


@cache
def first_names() -> frozenset[str]:
    """The first names, in lower case; those of Russians and Ukrainians in the nominative."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def first_name(low: str) -> bool:
    """Whether a word in lower case is a first name; in Cyrillic script in any case."""
    if low in first_names():
        return True
    if ord(low[-1]) not in CYRILLIC:
        return False
    return low[:-LONGEST_CASE] in first_names() or any(low[:-1] + end in first_names() for end in CASES)


def his_name(word: str) -> str:
    """A Russian man's first name as it stands alone; what is no name, or a woman's too, as it is."""
    if word.lower() in first_names():
        return word
    told = (word.removesuffix(bent) + own for bent, own in HIS if word.endswith(bent))
    return next((name for name in told if name.lower() in first_names()), word)
