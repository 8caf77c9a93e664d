"""Bytes that say of no encoding in, the code page out in which they read as a language.

Code pages give one byte several letters: what is ğ in Turkish is ð in Western Europe. A language's small words and its
letters together tell which is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from copydesk.language import lowered, stopwords

# The likeliest first. Windows' pages are read for ISO's where these are a part of them, as Latin-1 and Latin-5 are.
WESTERN = ("cp1252", "iso8859-15")
CENTRAL = ("cp1250", "iso8859-2")
CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
# Of each language its code pages, and its letters that ASCII has not, with those of the words that it borrows.
LATIN = {
    "en": (WESTERN, "áâàäåçéèêëíïîñóôöøúü"),
    "de": (WESTERN, "äöüßéèáà"),
    "fr": (WESTERN, "àâæçéèêëîïôœùûüÿ"),
    "es": (WESTERN, "áéíñóúüªº"),
    "it": (WESTERN, "àèéìíîòóùú"),
    "pt": (WESTERN, "àáâãçéêíóôõúüªº"),
    "ca": (WESTERN, "àçèéíïòóúü"),
    "nl": (WESTERN, "áâäçèéêëíïóôöúûü"),
    "sv": (WESTERN, "åäöéü"),
    "da": (WESTERN, "æøåéüö"),
    "no": (WESTERN, "æøåéòóôêäö"),
    "fi": (WESTERN, "äöåé"),
    "tr": (("cp1254",), "çğıöşüâîû"),
    "pl": (CENTRAL, "ąćęłńóśźż"),
    "cs": (CENTRAL, "áčďéěíňóřšťúůýž"),
    "sk": (CENTRAL, "áäčďéíĺľňóôŕšťúýž"),
    "hu": (CENTRAL, "áéíóöőúüű"),
    "ro": (CENTRAL, "ăâîşţ"),
    "hr": (CENTRAL, "čćđšž"),
}
OTHERS = {
    "ru": (CYRILLIC, RUSSIAN),
    "bg": (CYRILLIC, RUSSIAN),
    "uk": (("cp1251", "koi8-u", "iso8859-5"), f"{RUSSIAN}ґєії"),
    "el": (("cp1253", "iso8859-7"), "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
}
ALL = LATIN | OTHERS
MICRO = "\xb5"  # of no language: "µg"
# A word, with the signs in it that are no letters: in the wrong page some are.
WORD = re.compile(r"(?:[^\W\d_]|[^\x00-\x7f×‘’“”„‚«»‹›–—…•·©®°§€£\xa0\xad])+")
# Of 2,500 texts, from a paragraph to a page, the lowest that the right language has is .04 of its small words, in
# Turkish, and .83 of its letters; in the bytes of Japanese, Chinese and Korean no page has more than .6 of these.
SMALL, OWN = 0.03, 0.75


@lru_cache(maxsize=2)  # who decodes a text asks, and who warns of it
def code_page(sample: bytes, *, latin: bool) -> str:
    """The code page in which bytes have the most small words and letters of one language; "" where none is sure.

    `latin` is for what reads as Latin text already: a lone blank of it is a word of Russian in another page.
    """
    languages = LATIN if latin else ALL
    pages = {page for pages, _ in languages.values() for page in pages}
    words = {page: Counter(WORD.findall(sample.decode(page, "replace"))) for page in pages}
    found = [(page, *likeness(words[page], lang)) for lang, (pages, _) in languages.items() for page in pages]
    page, small, own = max(found, key=lambda one: one[1] * one[2])
    return page if small >= SMALL and own >= OWN else ""


def likeness(words: Counter[str], lang: str) -> tuple[float, float]:
    """How much words are like a language's: the share of small ones, and of its own among those with more than ASCII.

    One counts as its own beside those that there are: a foreign name alone says little.
    """
    known, letters = stopwords(lang), ALL[lang][1]
    small = sum(times for word, times in words.items() if lowered(word) in known)
    accented = [(word, times) for word, times in words.items() if not word.isascii()]
    own = sum(times for word, times in accented if is_own(word, letters) and (len(word) > 1 or lowered(word) in known))
    return small / max(words.total(), 1), (own + 1) / (sum(times for _, times in accented) + 1)


def is_own(word: str, letters: str) -> bool:
    """Whether a word has only a language's letters, and no capital but the first: Hebrew in KOI8 is all capitals."""
    return (
        all(one.isascii() or one in letters or one == MICRO for one in lowered(word)) and lowered(word[1:]) == word[1:]
    )
