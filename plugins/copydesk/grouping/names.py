"""A post in, the names of people, places and things in it out."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from copydesk.grouping.features import MARKUP
from copydesk.language import lexicon, pairs, stem, stopwords

if TYPE_CHECKING:
    from babel import Locale

    from copydesk.model import Post

CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"  # no lower-case Latin letter first; `names` looks at the case of the others
NAME = re.compile(rf"\b{CAPITAL}(?: (?:(?:of|de|du|des|la|von|van|der|del|di|da|the) ){{0,2}}{CAPITAL}){{0,4}}")
PEOPLES = ("an", "in", "en", "ese", "ish")  # how English makes a word for a people of a place's name
NOUN = re.compile(r" ([a-z]{3,})\b")
NEAR = 30  # characters that the word beside a name ends in
SPANS = ("year", "quarter", "month", "week", "day", "hour", "minute", "second", "century", "decade")  # in babel
OPENS = '.!?:;"“”„«»•-–—\n('  # what stands before a sentence's first word, which is written large whatever it is


def names(post: Post) -> Counter[str]:
    """Each name as written and how often it stands in the text; a capital that only opens sentences is no name.

    A word for a people names its country: two articles are both on China, not on Chinese. A people of no country that
    the lists know is no name where it only says whose a thing is (the Calderran pound), a German noun none where it
    only stands behind articles, nor any word one that says too little alone (Act, Unternehmen).
    """
    text = MARKUP.sub(" ", post.body)
    weak, empty = dull(post.lang), hollow(post.lang)
    bound: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for found in NAME.finditer(text):
        plain = bare(found[0], weak)
        name = countries(post.lang).get(plain, plain)
        if not name[:1].isupper() or len(name) == 1 or stem(name.casefold(), post.lang) in empty:
            continue
        if name == plain and is_bound(name, found, post.lang):
            bound[name] += 1
        before = text[max(0, found.start() - 2) : found.start()].rstrip(" ")
        first = found[0].startswith(plain) and (not before or before[-1] in OPENS)
        (opening if first else inside)[name] += 1
    counts = {name: count + opening[name] for name, count in inside.items()}
    return Counter({name: count for name, count in counts.items() if bound[name] < count})


def is_bound(name: str, found: re.Match[str], lang: str) -> bool:
    """Whether a name in what was found is no more than an adjective or, in German, any noun behind its article."""
    text, begin = found.string, found.start() + found[0].find(name)
    if lang.startswith("en") and name.endswith(PEOPLES):
        return owning(name, text[begin + len(name) : begin + len(name) + NEAR], lang)
    return lang.startswith("de") and common(name, text[max(0, begin - NEAR) : begin], lang)


def owning(name: str, behind: str, lang: str) -> bool:
    """Whether a word that is made like one for a people stands before a small noun, as an adjective does."""
    noun = NOUN.match(behind)
    return noun is not None and noun[1] not in stopwords(lang) and name not in lexicon("countries", lang)


def common(name: str, before: str, lang: str) -> bool:
    """Whether a single word stands behind an article in German, where every noun is written large."""
    word = before.rstrip(" ").rpartition(" ")[2].casefold()
    return " " not in name and not name.isupper() and word in lexicon("determining", lang)


@cache
def hollow(lang: str) -> frozenset[str]:
    """The stems of words that say too little to be what two articles are both on."""
    return frozenset(stem(word, lang) for name in ("vague", "never") for word in lexicon(name, lang))


@cache
def dull(lang: str) -> frozenset[str]:
    """The words of a language that are no part of a name, whatever their capital."""
    return stopwords(lang) | calendar(lang)


@cache
def countries(lang: str) -> dict[str, str]:
    """The words for the peoples of countries, `Chinese`, each with its country."""
    known = {*lexicon("countries", lang)}
    return {people: country for country, people in pairs("peoples", lang) if country in known}


@cache
def calendar(lang: str) -> frozenset[str]:
    """The days and months of a language, which many write large; none where babel does not know the language."""
    locale = locale_of(lang)
    if locale is None:
        return frozenset()
    days, months = locale.days["format"], locale.months["format"]
    return frozenset(
        name.casefold().strip(".") for kind in (days, months) for width in kind.values() for name in width.values()
    )


@cache
def spans(lang: str) -> frozenset[str]:
    """A language's words for spans of time, `years` and `quarters`; none where babel does not know the language."""
    from babel.units import get_unit_name

    locale = locale_of(lang)
    if locale is None:
        return frozenset()
    found = (get_unit_name(f"duration-{span}", "long", locale) for span in SPANS)
    return frozenset(word.casefold() for name in found if name for word in name.split())


def locale_of(lang: str) -> Locale | None:
    """What babel knows of a language, `None` where it does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return None


def bare(name: str, weak: frozenset[str]) -> str:
    """A name without the `The` or `Then` that a sentence put before it, and without its genitive."""
    words = name.split(" ")
    while words and words[0].casefold() in weak:
        words.pop(0)
    while words and words[-1].casefold() in weak:
        words.pop()
    return " ".join(words).removesuffix("'s").removesuffix("’s").rstrip("'’-")
