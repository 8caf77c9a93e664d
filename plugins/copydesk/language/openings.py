"""A paragraph in, its own first sentence and what follows out: without the place, day and agency before a report."""

from __future__ import annotations

import re
from functools import cache

from copydesk.language.days import calendar, days, spelt
from copydesk.language.lexicons import stopwords

NEAR = 90  # characters among which what stands before a report ends
FAR = 250  # characters of what ran into a report before its place and agency: a deck, a caption
PLACE = 5  # words of a place at most: "Palma de Mallorca, Espagne"
SEAM = re.compile(r"\s?(?:--|[–—]|(?<=[\s.)])-)\s(?=[\"“”«„]?\s?[^\W_a-zà-ÿ])")  # before the report's first word
AGENCY = re.compile(r"\(([A-ZÀ-Þ][\w .,&/-]{1,30})\)")
WIRE = re.compile(r"\([A-Z][\w .&/-]{1,25}\) (?:--|[–—-]) (?=[\"“«„]?[A-ZÀ-Þ0-9])")
NOTED = re.compile(r"(?:\[[^\[\]]{1,200}\]\s*)+(?=\S)")  # "[Article by Ada Orr] [Text] "
SITE = re.compile(r"(?:[A-Z][\w-]{1,30}\.(?:com|net|org|de|fr|es|it|at|ch)) [–—-] (?=[A-ZÀ-Þ])")  # "Paper.de - The …"
WORD = re.compile(r"[^\W\d_]+")
DAY = re.compile(r"\d{1,2}(?:er|st|[nr]d|th|\.)?")


def opened(text: str, lang: str) -> str:
    """A report's first paragraph without what stands before its first word, none of which tells anything of it.

    An editor's note in brackets; the address of the site; place, day and agency in any order; what ran into them.
    """
    text = text[noted.end() :] if (noted := NOTED.match(text)) else text
    text = text[site.end() :] if (site := SITE.match(text)) else text
    for seam in SEAM.finditer(text, 2, NEAR):
        if is_opening(text[: seam.start()], lang):
            return text[seam.end() :]
    wire = WIRE.search(text, 0, FAR)
    return text[wire.end() :] if wire and is_dated(text[: wire.start()], lang) else text


def is_opening(head: str, lang: str) -> bool:
    """Whether a text says a place, a day and an agency, at least a day, an agency, or a place in capitals, alone."""
    agency = AGENCY.search(head)
    left = AGENCY.sub(" ", head)
    named = days(left, lang)
    told = " ".join((named[0].before, named[0].after)) if named else left
    words = [word for word in WORD.findall(told) if word.lower() not in dating(lang)]
    dated = bool(named) or len(words) < len(WORD.findall(told))
    figures = DAY.sub(" ", told) if dated else told
    begins = bool(words) and words[0].lower() in stopwords(lang)
    place = len(words) <= PLACE and all(word[0].isupper() or len(word) <= len("del") for word in words) and not begins
    plain = place and not any(map(str.isdigit, figures)) and not set(told) & set('?!:;"“«')
    return plain and (dated or agency is not None or (bool(words) and told.isupper()))


def is_dated(head: str, lang: str) -> bool:
    """Whether a text ends with a day, after which the agency stands."""
    last = [word.lower() for word in WORD.findall(head)[-2:]]
    return bool(days(head[-NEAR:], lang)) or not dating(lang).isdisjoint(last)


@cache
def dating(lang: str) -> frozenset[str]:
    """The words of a date: a calendar's, and the names of months however short."""
    return calendar(lang) | {word.strip(".") for name in spelt(lang)[1] for word in name.split()}
