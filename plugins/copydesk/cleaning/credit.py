"""A text in, whether it says who made a picture out."""

from __future__ import annotations

import re
from functools import cache

from copydesk.language import lexicon

OF = re.compile(r"(?:[:/：／]|\.{3})")  # between "photo" and its maker
TAIL = 90  # characters at a line's end in which a picture's maker is named
SAYING, CLOSE, MORE = 30, 3, 60  # characters of a caption; lines to where it stands again; characters of its credit


def names_maker(text: str, lang: str) -> bool:
    """Whether a text says who made a picture."""
    return bool(OF.search(text) and credits_in(lang).search(text))


@cache
def credits_in(lang: str) -> re.Pattern[str]:
    """How a language, or English, credits a picture."""
    words = sorted({*lexicon("captions", "en"), *lexicon("captions", lang)}, key=lambda word: (-len(word), word))
    behind = r"(?:^|[\s(\[.!?]|(?-i:(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])))"  # glued to the caption as well: "in AugustImage: …"
    return re.compile(rf"{behind}(?:{'|'.join(map(re.escape, words))})\s?{OF.pattern}\s?\S", re.IGNORECASE)
