"""Language in, its word list out: how rare a word is in the news, how often a name, how often a noun."""

import gzip
from dataclasses import dataclass
from functools import cache
from importlib import resources

RAREST = 24  # half-bits: the level of a word the list does not have (in fewer than one text of 4,096)
ENDINGS = (3, 2)  # letters, the longer ending first
EVEN = 5  # of 9: the share of a word that nothing is known about
NAME = 5  # of 9: from this share of capitals within sentences a word counts as a name


@dataclass(frozen=True)
class Frequencies:
    """A language's words: `low word -> (rarity, capitals, nouns)`.

    Rarity is 2·log2(texts / texts with the word), rounded; the shares of capitals within sentences, and of places
    where only a noun can stand, are tenths rounded down. `forms` gives a word's usual form where it is another one.
    """

    words: dict[str, tuple[int, int, int]]
    forms: dict[str, str]

    def rarity(self, low: str) -> int:
        return self.words.get(low, (RAREST, 0, 0))[0]

    def capital(self, low: str) -> bool:
        """Whether a word of unknown case is likelier a name; words the list does not know mostly are."""
        return self.words.get(low, (RAREST, 9, 0))[1] >= NAME

    def capitals(self, low: str) -> int:
        return self.words.get(low, (RAREST, EVEN, 0))[1]

    def usual(self, low: str) -> str:
        """The form a word mostly has: the number, in Russian the case, that the news prefers."""
        return self.forms.get(low, low)

    def usual_form(self, word: str) -> str:
        """The usual form of a word, with the word's own capital; capitals inside it keep it as it is."""
        form = self.usual(word.casefold())
        if form == word.casefold() or not (word.islower() or word.istitle()):
            return word
        return form.capitalize() if word.istitle() else form

    def noun(self, low: str) -> int:
        return self.words.get(low, (RAREST, 0, EVEN))[2]

    def noun_like(self, low: str) -> int:
        """How mostly a small word is a noun; one that the list does not know is judged by its ending."""
        for guess in (low, *["-" + low[-length:] for length in ENDINGS]):
            if guess in self.words:
                return self.words[guess][2]
        return EVEN

    def naming(self, low: str) -> bool:
        """Whether a word that opens a sentence is likelier a name or a noun than another one; without a list none is.

        One that the list does not have is when it has a noun's ending.
        """
        if low not in self.words:
            return bool(self.words) and self.noun_like(low) >= EVEN
        return self.capitals(low) > EVEN or self.noun(low) > EVEN


@cache
def of(lang: str) -> Frequencies:
    """The list of a language; an empty one, which takes every word for rare, where none is bundled."""
    file = resources.files("copydesk.describing").joinpath("data", f"{lang}.txt.gz")
    if not file.is_file():
        return Frequencies({}, {})
    lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    words = {word: figures(level, shares) for word, level, shares, *_ in rows}
    return Frequencies(words, {word: form for word, _, _, *forms in rows for form in forms})


@cache
def figures(level: str, shares: str) -> tuple[int, int, int]:
    """A word's figures as the list has them; thousands of words share theirs."""
    return int(level), int(shares[0]), int(shares[1])
