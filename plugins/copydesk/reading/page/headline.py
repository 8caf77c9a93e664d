"""What a page gives as its headline in several places in, the headline out: by agreement."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from copydesk.reading.page.statements import Statements

WORD = re.compile(r"\w+")
GLUE = re.compile(r"\s+(?:[|–—·»«•:-]|::|\|\||>|/)\s+|\s*[|｜]\s*")
MEDIA = re.compile(r"\s+[\[(](?:video|watch|photos?|gallery|audio|listen)[\])]$", re.IGNORECASE)  # no words of it
RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright\b)[\s©]*(?:(?:19|20)\d\d[\s,–—-]*)*(?:by\s+)?(\S.{0,60})", re.IGNORECASE)
HOME = {"/", "./", "index.html", "/index.html"}
LONGEST = 300  # characters of a headline
CROWD = 100  # h1s that are weighed, each against all others: of 810 saved pages none has more than 17
# What a place's word is worth: readers see the h1; og:title and the linked data are often shortened for sharing, and
# <title> has the site's name glued on. An h2 that the head gives as the headline is what readers see; the h1 is then
# written for search engines.
WORTH = {"h2": 8.0, "h1": 4.5, "linked": 1.5, "og:title": 2.0, "twitter:title": 1.0, "title": 1.5}
ALONE = 0.3  # an h1 that shares no word with any other place is the site's or a section's
FEW = 3  # words of a name behind a bar, and fewer than a headline has
KIN = 0.5  # what a longer or shorter form of a candidate adds to it, as a share of its worth


def headline(tree: HtmlElement, said: Statements) -> str:
    """The candidate that the most and the best places agree on; "" where a page has none."""
    site = names(said) | mastheads(tree, said)
    found = [(place, text) for place, text in candidates(tree, said) if text and folded(text) not in site]
    told = [(place, text if place == "h1" else trimmed(text, found, site)) for place, text in found]
    told += seconded(tree, told)
    return MEDIA.sub("", bare(max(told, key=lambda one: votes(one, told), default=("", ""))[1], told))


def seconded(tree: HtmlElement, told: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The page's first h2, if that is what the linked data or the title for sharing give as the headline."""
    text = next((" ".join(element.text_content().split()) for element in tree.iter("h2")), "")
    stated = {folded(title) for place, title in told if place in {"linked", "og:title"}}
    return [("h2", text)] if len(folded(text)) > FEW and folded(text) in stated else []


def bare(title: str, told: Iterable[tuple[str, str]]) -> str:
    """A headline without the kicker before it, where the title for sharing is the rest alone."""
    words = folded(title)
    rests = (text for place, text in told if place == "og:title" and FEW < len(folded(text)) < len(words))
    return next((text for text in rests if words[-len(folded(text)) :] == folded(text)), title)


def candidates(tree: HtmlElement, said: Statements) -> list[tuple[str, str]]:
    """(place, text) of each, the places in the order of their worth."""
    ones = dict.fromkeys(" ".join(element.text_content().split()) for element in tree.iter("h1"))
    short = (text for text in ones if len(text) <= LONGEST)
    return [
        *(("h1", text) for text in islice(short, CROWD)),
        ("linked", said.said("headline")),
        ("og:title", said.first("og:title")),
        ("twitter:title", said.first("twitter:title")),
        ("title", said.title),
    ]


def votes(one: tuple[str, str], told: list[tuple[str, str]]) -> float:
    """What the places say for a candidate: in full where they say the same, in part where one holds the other."""
    mine = folded(one[1])
    total = 0.0
    rivals = sum(place == "h1" for place, _ in told)
    counted = {"h1"} if one[0] != "h1" and rivals > 1 else set()
    for place, text in sorted(told, key=lambda other: folded(other[1]) != mine):
        if place in counted:
            continue
        other = folded(text)
        if mine == other:
            total += WORTH[place] * (ALONE if place == "h1" and lonely(mine, told) else 1)
            counted.add(place)
        elif len(mine) > 1 and holds(mine, other):
            total += WORTH[place] * KIN
            counted.add(place)
    return total


def lonely(mine: tuple[str, ...], told: list[tuple[str, str]]) -> bool:
    """Whether the other places say something else altogether."""
    rest = [set(folded(text)) for place, text in told if place != "h1"]
    return bool(rest) and not any(len(set(mine) & words) > 1 or set(mine) <= words for words in rest)


def holds(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one headline is the beginning of the other, or shares nearly all its words."""
    short, long = sorted((one, other), key=len)
    return bool(short) and (long[: len(short)] == short or len(set(short) & set(long)) >= 0.8 * len(set(long)))


def trimmed(text: str, found: Iterable[tuple[str, str]], site: set[tuple[str, ...]]) -> str:
    """A title without the site's name: the side of a separator that another place has too, or that is not the site."""
    cuts = [(match.start(), match.end()) for match in GLUE.finditer(text)]
    others = {folded(other) for _, other in found if other != text}
    for start, end in cuts:
        for part in (text[:start], text[end:]):
            if folded(part) in others:
                return part
    for start, end in reversed(cuts):
        if is_site(text[end:], site) or tailed(text, start, end):
            return trimmed(text[:start], (), site)
    for start, end in cuts[:1]:
        if is_site(text[:start], site):
            return text[end:]
    return text


def tailed(text: str, start: int, end: int) -> bool:
    """Whether a few words behind a bar follow a headline: a site or section that names itself nowhere else."""
    return "|" in text[start:end] and len(folded(text[end:])) <= FEW and len(folded(text[:start])) > FEW


def is_site(part: str, site: set[tuple[str, ...]]) -> bool:
    """Whether a part of a title is the site's name."""
    mine = folded(part)
    return mine in site or "".join(mine) in {"".join(name) for name in site}


def names(said: Statements) -> set[tuple[str, ...]]:
    """What the site calls itself: its name, its publisher's, its domain."""
    listed = [
        said.first("og:site_name"),
        said.first("application-name"),
        said.publisher,
        said.first("twitter:site").lstrip("@"),
    ]
    host = re.match(r"https?://(?:www\.)?([^/:]+)", said.first("og:url"))
    listed += [host[1], host[1].split(".")[0]] if host else []
    return {folded(name) for name in listed if name}


def mastheads(tree: HtmlElement, said: Statements) -> set[tuple[str, ...]]:
    """The short h1s that are the site's name though its head does not name the site.

    The site owns the page's rights, is the link that leads home, or is all that <title> says where the head gives a
    headline of other words.
    """
    ones = (folded(element.text_content()) for element in tree.iter("h1"))
    short = {mine for mine in ones if 0 < len(mine) <= FEW}
    told = [words for words in (folded(said.said("headline")), folded(said.first("og:title"))) if len(words) > FEW]
    strange = {mine for mine in short if mine == folded(said.title) and told and not set(mine) & set().union(*told)}
    return strange | (short & owners(tree) if short else set())


def owners(tree: HtmlElement) -> set[tuple[str, ...]]:
    """What the page's rights and its ways home are called: of longer names the first words, one, two and three."""
    ways = (element.text_content() for element in tree.iter("a") if element.get("href", "").strip() in HOME)
    rights = (hit[1] for text in tree.itertext() for hit in RIGHTS.finditer(text))
    whole = {folded(text) for text in ways}
    return whole | {folded(text)[:size] for text in rights for size in range(1, FEW + 1)}


def folded(text: str) -> tuple[str, ...]:
    """A text's words, whatever their case and the marks between them."""
    return tuple(WORD.findall(text.replace("\xad", "").casefold()))
