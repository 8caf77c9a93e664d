"""Text in, words and their stems out."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from copydesk.language.lexicons import base, lexicon

# The capitals of Latin and Cyrillic scripts, for a pattern's set of characters.
CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮİĶŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁ"
STOPS = ".!?…।؟۔。！？"  # what a sentence ends with, for a pattern's set
HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HIRAGANA = "\u3041-\u309f"
KATAKANA = "\u30a0-\u30ff"
SPACELESS = re.compile(f"[{HAN}]+|[{HIRAGANA}]+|[{KATAKANA}]+|[^{HAN}{HIRAGANA}{KATAKANA}]+")
HAN_RUN = re.compile(f"[{HAN}]+")
IS_SPACELESS = re.compile(f"[{HAN}{HIRAGANA}{KATAKANA}]")
# Signs of Devanagari, Bengali and Thai that write a vowel, or that there is none, and that Python takes for no letters.
VOWELS = (
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0955-\u0957\u0962\u0963"
    "\u0980-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
LETTERS = rf"(?>[^\W\d_]+[{VOWELS}]*)+"  # a word of letters alone
PLAIN = re.compile(r"[0-9A-Za-z]+")  # a word of letters and digits in ASCII, found in half the time of others
INSIDE = rf"[\w\u0300-\u036f{VOWELS}\u200c]"  # the last parts the halves of a Persian word: "می‌گوید"
# Letters and digits, held together by the marks that stand inside words and numbers: rock'n'roll, S.p.A, 1,500.5, C++.
WORD = re.compile(rf"\w{INSIDE}*+(?>(?:(?:['’.\-‑&/](?=\w)|(?<=\d),(?=\d)){INSIDE}*+)*)[+#]{{0,2}}")
STEMMERS = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese",
    "nl": "dutch", "ru": "russian", "tr": "turkish", "pl": "polish",
}  # fmt: skip
LONGEST = 60  # letters: what is longer is no word of a language, and is not kept
SENTENCE, SENTENCES_KEPT = 1000, 100  # characters of a sentence at most, and how many stay: many ask for one's words
STEMS_KEPT = 200_000  # words of a large edition; a stem is a few dozen bytes


def words(text: str, lang: str) -> list[str]:
    """The words of a text as they are written, without punctuation.

    Elided articles stand apart (`l'usine` gives `l'` and `usine`). In scripts without spaces a run of Han characters
    gives its overlapping pairs, which is how search engines do without a dictionary; runs of kana stay whole.
    """
    return list(_remembered(text, lang)) if len(text) <= SENTENCE else _words(text, lang)


@lru_cache(maxsize=SENTENCES_KEPT)
def _remembered(text: str, lang: str) -> tuple[str, ...]:
    return tuple(_words(text, lang))


def _words(text: str, lang: str) -> list[str]:
    elided = _elisions(base(lang))
    found = WORD.findall(text)
    if not elided and (text.isascii() or not IS_SPACELESS.search(text)):
        return found
    return [part for word in found for part in _parts(word, elided)]


def _parts(word: str, elided: frozenset[str]) -> Iterator[str]:
    if IS_SPACELESS.search(word):
        for run in SPACELESS.findall(word):
            yield from _pairs(run) if HAN_RUN.match(run) else (run,)
        return
    mark = max(word.find("'"), word.find("’"))
    if elided and mark > 0 and word[:mark].lower() in elided and mark + 1 < len(word):
        yield word[: mark + 1]
        yield word[mark + 1 :]
    else:
        yield word


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(max(1, len(run) - 1))]


@cache
def _elisions(lang: str) -> frozenset[str]:
    return frozenset(lexicon("elisions", lang))


@cache
def _stemmer(lang: str) -> Callable[[str], str]:
    from Stemmer import Stemmer

    if lang not in STEMMERS:
        return str
    stemmer: Callable[[str], str] = Stemmer(STEMMERS[lang], maxCacheSize=0).stemWord  # `_stem` remembers
    return stemmer


def stem(word: str, lang: str) -> str:
    """The word in lower case without its endings, by Snowball; the lower-case word itself in other languages."""
    return _stem(word, lang) if len(word) <= LONGEST else word.lower()


@lru_cache(maxsize=STEMS_KEPT)
def _stem(word: str, lang: str) -> str:
    return _stemmer(base(lang))(word.lower())
