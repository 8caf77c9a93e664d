"""A language and a list's name in, the list's entries out: `data/<language>/<name>.txt`, one entry a line."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unicodedata import normalize

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ja", "zh")
UNSPACED = ("ja", "zh")  # written without blanks between words and sentences
KIN = {"bs": "hr", "sr": "hr"}  # languages whose words stand in the lists of another, in both scripts
UNACCENTED = ("el",)  # languages whose capitals bear no accents
ACCENTS = re.compile("[\u0301\u0344]")  # the Greek tonos, apart from its vowel
DATA = Path(__file__).parent / "data"
CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}")  # as BCP 47 has it: en, pt-BR, zh-Hant-TW


def lang_code(told: str) -> str:
    """What a source says its language is, "" where that is no code of one: files and addresses are named by it."""
    return told if CODE.fullmatch(told) else ""


def lowered(text: str) -> str:
    """A text in small letters, as the lists have it: of the Turkish İ Python makes an i and a dot for itself."""
    return text.lower().replace("i\u0307", "i")


def plainly(text: str) -> str:
    """A text in small letters and with straight apostrophes, as the lists of phrases have it."""
    return lowered(text).replace("’", "'")


def base(lang: str) -> str:
    """`en-GB`, `en_US` and `EN` are `en`."""
    return lang.replace("_", "-").partition("-")[0].lower()


@cache
def lexicon(name: str, lang: str) -> tuple[str, ...]:
    """The entries of a word list in the file's order; empty where the language has no such list.

    Blank lines and lines that start with `#` are no entries.
    """
    path = DATA / KIN.get(base(lang), base(lang)) / f"{name}.txt"
    if not path.is_file():
        return ()
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def bilingual(name: str, lang: str) -> frozenset[str]:
    """The entries of a word list in a language and in English, which menus and notices speak everywhere."""
    return frozenset((*lexicon(name, lang), *lexicon(name, "en")))


@cache
def multilingual(name: str) -> frozenset[str]:
    """The entries of a word list in all our languages."""
    return frozenset(row for lang in LANGUAGES for row in lexicon(name, lang))


@cache
def pairs(name: str, lang: str, between: str = " = ") -> tuple[tuple[str, str], ...]:
    """The entries `one = other` of a word list, in the file's order; empty where the language has no such list.

    Another sign may stand between the two, as in lists of several kinds: `kind: entry`.
    """
    return tuple((one, other) for one, _, other in (entry.partition(between) for entry in lexicon(name, lang)))


def either(rows: Iterable[str]) -> str:
    """A pattern for any of the rows, the longest first."""
    return "|".join(map(re.escape, sorted(rows, key=lambda row: (-len(row), row))))


def variants(entry: str, lang: str) -> tuple[str, ...]:
    """An entry, and how capitals write it where they bear no accents: "ΔΙΑΒΑΣΤΕ" for "διαβάστε"."""
    bare = ACCENTS.sub("", normalize("NFD", entry)) if base(lang) in UNACCENTED else entry
    return tuple(dict.fromkeys((entry, normalize("NFC", bare))))


@cache
def stopwords(lang: str) -> frozenset[str]:
    """The words of a language that carry grammar and no subject, in lower case: of some languages the commonest."""
    return frozenset(lexicon("stopwords", lang) or lexicon("function", lang))


@cache
def jobs(kind: str, lang: str) -> frozenset[str]:
    """What people are, or what stands between that and where, in a language and in English."""
    return frozenset(said for code in (lang, "en") for name, said in pairs("jobs", code, ": ") if name == kind)
