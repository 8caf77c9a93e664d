"""Words in, the key that all spellings of one thing share out."""

import re
import unicodedata
from functools import lru_cache

from copydesk.language import stem

Key = tuple[str, ...]

WORDS_KEPT = 100_000  # words of a large edition: what hostile seeds make up must not fill the memory
PART = re.compile(r"[^\s\-‐‑–/]+")
INITIALS = re.compile(r"(?:\w\.)+\w?")
POSSESSIVE = re.compile(r"'s$")
KEPT = re.compile(r"\w[\w.'’&+#]*[\w+#]|\w")


def key(text: str, lang: str) -> Key:
    """A tag's key: stems of its words; case, accents, hyphens, plural and dots between initials do not count."""
    parts = (KEPT.search(part) for part in PART.findall(unicodedata.normalize("NFC", text)))
    return tuple(stemmed(folded(part.group()), lang) for part in parts if part)


def plain_key(text: str) -> Key:
    """A tag's key in any language: its words without case, accents and hyphens, but with their endings."""
    return tuple(unaccented(folded(part)) for part in PART.findall(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=WORDS_KEPT)
def low_key(low: str, lang: str) -> Key:
    """The key of one word as the text has it; a compound with hyphens has several parts."""
    plain = low.isascii() and low.isalpha()  # most words are: they are folded and one part already
    return (stemmed(low, lang),) if plain else key(low, lang)


@lru_cache(maxsize=WORDS_KEPT)
def stemmed(low: str, lang: str) -> str:
    """The stem of a plain word; C++ and COVID-19 have none."""
    return unaccented(stem(low, lang)) if low.isalpha() else low


def folded(word: str) -> str:
    """Lower case, one apostrophe, no possessive, no dots between initials."""
    return undotted(POSSESSIVE.sub("", word.casefold().replace("’", "'")))


def undotted(low: str) -> str:
    """A word without the dots between initials."""
    return low.replace(".", "") if "." in low and INITIALS.fullmatch(low) else low


def unaccented(word: str) -> str:
    """A word without its accents; letters that carry their own sense without them (й, ё aside) stay."""
    if word.isascii():
        return word
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain) if plain.isascii() else word.replace("ё", "е")
