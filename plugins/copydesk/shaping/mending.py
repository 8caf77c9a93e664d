"""Text as a dump holds it in, the same words as the outlet wrote them out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.language import lexicon
from copydesk.language.wrapping import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.markup import Span

INVISIBLE = dict.fromkeys("\u00ad\u200b\u2060\ufeff\u200e\u200f", "")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
MENDED = str.maketrans(INVISIBLE | LIGATURES)
BROKEN = re.compile(
    f"[{''.join(INVISIBLE | LIGATURES)}]"
)  # tells much faster than a translation that few lines need it
STARRED = re.compile(r"([*_~])(?=\S)([^*_~]+)(?<=\S)\1([\s\W]*)")  # how chats write strong words, over a whole line
SOFT = "\u00ad"
BULLET = re.compile(rf"^\s*(?:(?:[{BULLETS}]|\d{{1,3}}[.)-])\s+|・\s*)")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")


def mend(text: str) -> str:
    """A line without soft hyphens, ligatures, invisible signs and doubled blanks; quotes and dashes stay."""
    whole = text.translate(MENDED) if BROKEN.search(text) else text
    return " ".join(whole.split())


def mended(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans whose texts are without those signs; their blanks are their own."""
    return tuple(
        replace(one, text=one.text.translate(MENDED), inside=mended(one.inside)) if BROKEN.search(one.words) else one
        for one in spans
    )


def unstarred(text: str) -> str:
    """A line without the stars with which chats set it apart as a whole."""
    return STARRED.sub(r"\2\3", text, count=1) if STARRED.fullmatch(text) else text


def unlisted(text: str) -> str:
    """A list item without its bullet or number."""
    return BULLET.sub("", text)


def joined(first: str, second: str) -> str:
    """Two pieces of a broken line as one: a parted word is whole again, a compound keeps its hyphen."""
    if first.endswith(SOFT):
        return first + second
    if first.endswith("-"):
        return (first[:-1] if parted(first, second) else first) + second
    tight = UNSPACED.match(first[-1:]) and UNSPACED.match(second[:1])
    return first + second if tight else f"{first} {second}"


def parted(first: str, second: str) -> bool:
    """Whether a hyphen at a line's end parts a word: small letters on both sides, and no word that begins compounds.

    Names and German nouns begin with a capital; one letter begins a compound: "U-boat".
    """
    head = first[:-1].rpartition(" ")[2].lstrip("\"'“„‘«(")
    whole = head.isalpha() and head[1:].islower() and second[:1].islower()
    return whole and head.lower() not in lexicon("compounds", "en")
