"""A paragraph in, the same without the sentences at its ends that only thank or greet the reader."""

from __future__ import annotations

import re
from functools import cache

from copydesk.language import lexicon

MARKS = ".!…。！"
TAIL = 100  # characters at a paragraph's end in which its courtesies stand


def unthanked(text: str, lang: str) -> str:
    """The paragraph without a "Thanks for reading." that opens or closes it; empty where it says no more than that.

    A live blog's last entry stands first in the story, where its courtesy to those who stayed would be the lead.
    """
    front, end = _courtesies(lang)
    greeted = front.match(text)
    text = text[greeted.end() :] if greeted else text
    thanked = end.search(text, max(0, len(text) - TAIL))
    return text[: thanked.start()].rstrip() if thanked else text


@cache
def _courtesies(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Courtesies with their marks where a text begins, and where it ends behind another sentence."""
    phrases = "|".join(map(re.escape, lexicon("courtesies", lang))).replace("'", "['’]") or "(?!)"
    return (
        re.compile(rf"(?>(?:(?:{phrases})(?:[{MARKS}]++\s*+|$))+)", re.IGNORECASE),
        re.compile(rf"(?:(?<=[{MARKS}?？])|(?<=[{MARKS}?？] ))(?>(?:(?:{phrases})[{MARKS}]*+\s*+)+)$", re.IGNORECASE),
    )
