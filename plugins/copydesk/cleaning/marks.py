"""One line's text in, its marks out: numbers that say what the line looks like, wherever it stands."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

from copydesk.cleaning.phrases import KINDS, hits, phrases, tokens
from copydesk.language import lowered
from copydesk.language.tokens import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.phrases import Phrases

    Marked = tuple[tuple[str, ...], array[float]]

NAMES = (
    "indent", "chars", "words", "letters_a_word", "end_stop", "end_colon", "end_cut", "end_comma", "begin_bullet",
    "begin_digit", "begin_small", "begin_quote", "begin_other", "capitals", "shouted", "digits", "function",
    "sentences", "commas", "bars", "address", "gaps", "year", "month", "clock", "quotes", "query", "brackets",
    "by", *KINDS,
)  # fmt: skip
ENDS = frozenset(STOPS)
FULL_STOPS = (".", "。", "।", "۔")
CLOSERS = "\"'”’»«)]“ 」』）■□∎◼"  # the squares end what a magazine or agency prints
# Sentences of Hindi that end with a bar, as it stands on keyboards, where a full stop belongs; a menu's words are few.
BARRED = re.compile(r"(?:[^|]{15,}[\u0900-\u097f]\s?\|\s*)+(?:[^|]{15,}[।?!])?")
OPENERS = "\"'“‘«„»「『"
BULLETS = "*•◦▪-–—+·●■►▸→‣"
BARS = ("|", "›", "»", "•", "·", "→", " / ")
# Each pattern begins with a sign that few places have, and looks back from there: so a search passes over all others.
ADDRESS = re.compile(r"https?:|www\.|@(?:(?<=[\w.\s]@)|(?<=^@))\w|#\w|\.com\b")
GAPS = re.compile(r"\t|\S {3}")
SENTENCES = re.compile(r"[.!?।؟۔。！？](?:(?<=[。！？])|[\"”’»)]? +[\"“‘«(]?[^\W\d_a-z])")
YEAR = re.compile(r"\d(?:(?<!\w\d)(?:(?<=1)9|(?<=2)0)\d\d\b|\d?年)")
CLOCK = re.compile(r"\d(?<!\w\d)\d?(?:[:.]\d\d\b| ?[ap]\.?m\b)")
STOCK = frozenset({"share", "shares"})  # that a company has, where the line speaks of money
MONEY = re.compile(
    r"[$€£¥₹]\s?\d|\d\s?(?:[€£¥%]|per ?cent\b|(?:m|b|tr)illion\b)"
    r"|\b(?:per|diluted|ordinary|common|preferred) shares?\b|\d.*\b(?:a|each) share\b",
    re.IGNORECASE,
)
SHARE = KINDS.index("share")
TYPICAL = 0.4  # the share of function words of English prose, for languages that have no list
FIGURES = 2  # their place in what `shares` gives
SIGNS = 2.0  # of a script without spaces that say as much as a word
CACHED = 20_000  # lines whose marks are remembered: menus come again on a page and on a site
MENU = 200  # characters of such a line at most; longer ones would fill the memory
AT_HAND, PARAGRAPH = 300, 5000  # longer lines that are remembered, about a page's, as several rules ask for their marks
SHOWN = 600  # characters of a line that are looked at: more of a long paragraph tells nothing new


def unbarred(text: str) -> str:
    """A text with full stops for the bars with which its sentences end."""
    return text.replace("|", "।") if "|" in text and BARRED.fullmatch(text) else text


def ending(text: str) -> list[bool]:
    """How a line ends: with a full stop, a colon, cut off, with a comma."""
    bare = unbarred(text.rstrip(CLOSERS))
    last = bare[-1:]
    cut = bare.endswith(("...", "…", "[…", "[..."))
    return [last in ENDS, last == ":", cut, last in (",", ";")]


def is_whole(text: str) -> bool:
    """Whether a line ends as a sentence does, perhaps in quotation marks or brackets."""
    return unbarred(text.strip().rstrip(CLOSERS))[-1:] in ENDS


def beginning(text: str) -> list[bool]:
    """How a line begins: with a bullet, a digit, a small letter, a quotation mark, another sign."""
    first = text[:1]
    marks = [first in BULLETS, first.isdigit(), first.islower(), first in OPENERS]
    return [first != "" and mark for mark in marks] + [not first.isalnum() and not any(marks)]


def shares(words: Sequence[str], small: Sequence[str], known: Phrases) -> list[float]:
    """Of the words, the shares of capitalised, shouted, numeric and function words."""
    size = len(words) or 1
    initials = "".join([word[0] for word in words])
    capitals = sum(map(str.isupper, initials))
    shouted = len([word for word in words if len(word) > 1 and word.isupper()])
    digits = 0 if initials.isalpha() else sum(map(str.isdigit, initials))
    function = sum(map(known.function.__contains__, small)) / size if known.function else TYPICAL
    return [capitals / size, shouted / size, digits / size, min(1.0, known.glue * function)]


def counts(text: str) -> list[float]:
    """How often the signs of sentences, lists of links and tables stand in a line."""
    return [
        len(SENTENCES.findall(text)),
        text.count(",") + text.count("，") + text.count("、"),
        sum(map(text.count, BARS)),
        len(ADDRESS.findall(text)),
        len(GAPS.findall(text)) if "\t" in text or "   " in text else 0,
    ]


def by(small: tuple[str, ...], known: Phrases) -> float:
    """Whether a short line begins as by-lines do."""
    return 1 < len(small) <= 12 and any(small[:n] in known.bylines for n in (1, 2, 3))  # noqa: PLR2004


def marks(text: str, words: Sequence[str], small: tuple[str, ...], known: Phrases) -> list[float]:
    """A line's marks in the order of `NAMES`; `words` are its words, `small` the same in small letters."""
    bare = unbarred(text.strip())
    shown = bare[:SHOWN]
    size = len(words) / SIGNS if known.unspaced else len(words)
    shared = shares(words, small, known)
    figures = shared[FIGURES] > 0  # a clock and a year begin as a word does, and most lines have no such word
    return [
        len(text) - len(text.lstrip()),
        len(bare),
        size,
        sum(map(len, words)) / (size or 1),
        *ending(bare),
        *beginning(bare),
        *shared,
        *counts(shown),
        (figures or "年" in shown) and YEAR.search(shown) is not None,
        not known.months.isdisjoint(small[:30]),
        figures and CLOCK.search(shown) is not None,
        sum(map(shown.count, '"“„«「')),
        "?" in shown,
        shown.count("("),
        by(small, known),
        *spoken_of(shown, small, known),
    ]


def spoken_of(text: str, small: tuple[str, ...], known: Phrases) -> list[float]:
    """How strongly each kind of furniture speaks; what a company's share costs is no offer to share the page."""
    found = hits(small, known)
    if found[SHARE] and of_shares(text, small):
        found[SHARE] = 0.0
    return found


def of_shares(text: str, small: Sequence[str]) -> bool:
    """Whether a text, whose words are these in small letters, tells of a company's shares: what they earn or cost."""
    return not STOCK.isdisjoint(small) and bool(MONEY.search(text[:SHOWN]))


def marked(text: str, lang: str) -> Marked:
    """A line's words in small letters, and its marks."""
    if len(text) <= MENU:
        return remembered(text, lang)
    return at_hand(text, lang) if len(text) <= PARAGRAPH else worked_out(text, lang)


@lru_cache(maxsize=CACHED)
def remembered(text: str, lang: str) -> Marked:
    """As `worked_out`, once for lines that come again."""
    return worked_out(text, lang)


@lru_cache(maxsize=AT_HAND)
def at_hand(text: str, lang: str) -> Marked:
    """As `worked_out`, once for the long lines of a page."""
    return worked_out(text, lang)


def worked_out(text: str, lang: str) -> Marked:
    """As `marked`, anew."""
    words = tokens(text)
    small = tuple(lowered(" ".join(words)).split(" ")) if words else ()
    return small, array("d", marks(text, words, small, phrases(lang)))


def spoken(text: str, lang: str) -> tuple[str, ...]:
    """A line's words in small letters."""
    return marked(text, lang)[0]


def furniture(text: str, lang: str) -> Sequence[float]:
    """How strongly each kind of furniture speaks in a line, in the order of `KINDS`."""
    return marked(text, lang)[1][-len(KINDS) :]
