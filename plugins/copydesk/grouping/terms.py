"""Text in, the keys it is compared by out: stems, and acronyms as they are written."""

from __future__ import annotations

import re
from functools import cache

from copydesk.language import lexicon, stem
from copydesk.language.tokens import PLAIN

CJK = "\u3040-\u30ff\u3400-\u9fff"
WORD = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")  # a script without spaces is read sign by sign
ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,5}|[0-9][A-Z]{1,2}")
SPELLED = re.compile(r"\(([A-Z][A-Z0-9]{1,5})s?\)")
LEFT = 3  # letters of an Arabic noun without its article: fewer may be a word that only begins so
UMLAUT = "\u0308"
Key = tuple[str, str]  # a word's stem, and the acronym it is ("" where it is none)


def tokens(text: str) -> list[str]:
    """The words of a text as written; signs of Chinese and Japanese one by one."""
    return (PLAIN if text.isascii() else WORD).findall(text)


def root(word: str, lang: str) -> str:
    """The stem that a word shares with its forms: without the Arabic article, which is written as one with it.

    The German stemmer drops the umlauts of plurals (Märkte), and so what parts Küche from Kuchen: such words keep one.
    """
    low = word.lower()
    joined = next((one for one in lexicon("joined", lang) if low.startswith(one) and len(low) >= len(one) + LEFT), "")
    apart = UMLAUT if low.startswith(lexicon("umlauts", lang)) else ""
    return stem(low.removeprefix(joined), lang) + apart


class Keys(dict[str, Key]):
    """Word as written -> its key; filled as words come by. A site's words are few beside its texts."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.lang = lang

    def __missing__(self, token: str) -> Key:
        bare = token[:-1] if token.endswith("s") and ACRONYM.fullmatch(token[:-1]) else token
        self[token] = found = root(bare, self.lang), bare if ACRONYM.fullmatch(bare) else ""
        return found


@cache
def known(lang: str) -> Keys:
    """The keys of a language's words."""
    return Keys(lang)


def key(token: str, lang: str) -> Key:
    """`EVs` -> ("ev", "EV"); `Vehicles` -> ("vehicl", "")."""
    return known(lang)[token]


def keys(text: str, lang: str) -> list[Key]:
    """The keys of a text in order. In a line that shouts every word is capitals, so none counts as an acronym."""
    found = list(map(known(lang).__getitem__, tokens(text)))
    return [(stem, "") for stem, _ in found] if text.isupper() else found


def phrase(words: str, lang: str) -> tuple[str, ...]:
    """An editor's word or phrase -> what each of its words must be: an acronym exactly, anything else by its stem."""
    return tuple(acronym or stem for stem, acronym in (key(token, lang) for token in tokens(words)))


def spelled_out(text: str, lang: str) -> dict[str, tuple[str, ...]]:
    """The acronyms a text explains: `electric vehicles (EVs)` -> {"EV": ("electr", "vehicl")}."""
    out = {}
    for found in SPELLED.finditer(text):
        acronym = found[1]
        before = tokens(text[max(0, found.start() - 30 * len(acronym)) : found.start()])[-len(acronym) :]
        if "".join(word[0] for word in before).upper() == acronym:
            out[acronym] = tuple(root(word, lang) for word in before)
    return out
