"""Text as a dump holds it in, the same words as the outlet wrote them out."""

from __future__ import annotations

import re

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f"))
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
QUOTE = re.compile(r"^(?:\s?>)+\s?")
BULLET = re.compile(r"^\s*(?:[*•◦▪●■►▸‣·+–—-]|\d{1,3}[.)])\s+")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")


def mend(text: str) -> str:
    """A line without soft hyphens, ligatures, invisible signs and doubled blanks; quotes and dashes stay."""
    return " ".join(text.translate(INVISIBLE).translate(LIGATURES).split())


def unquoted(text: str) -> str:
    """A line without the signs of e-mail quoting."""
    return QUOTE.sub("", text)


def unlisted(text: str) -> str:
    """A list item without its bullet or number."""
    return BULLET.sub("", text)


def joined(first: str, second: str) -> str:
    """Two pieces of a broken line as one: a word that was parted at a hyphen keeps it, scripts without spaces none."""
    if first.endswith("\u00ad"):
        return first[:-1] + second
    tight = first.endswith("-") or (UNSPACED.match(first[-1:]) and UNSPACED.match(second[:1]))
    return first + second if tight else f"{first} {second}"
