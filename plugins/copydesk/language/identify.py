"""Text in, its language out."""

from __future__ import annotations

from functools import cache
from typing import Any

LIKELY = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ja", "zh"})
# What a language we know the words of gains over one that we do not, in natural log: it settles short texts only.
# Measured on 987 headlines: .969 right with 0, .985 with 6 and with 10.
PRIOR = 6.0
DEFAULT = "en"
SAMPLE = 1000  # characters: of 756 pages none was told otherwise by twice as many


def identify(text: str) -> str:
    """The text's language as an ISO 639-1 code; "en" for a text that shows none."""
    if not any(character.isalpha() for character in text[:SAMPLE]):
        return DEFAULT
    ranked: list[tuple[str, float]] = model().rank(text[:SAMPLE])
    best = max(((score + PRIOR * (lang in LIKELY), lang) for lang, score in ranked if len(lang) == len(DEFAULT)))
    return best[1]


@cache
def model() -> Any:
    """The model, read once in a process (0.7 s) and only when a text must be told."""
    from py3langid import langid

    identifier: Any = langid.LanguageIdentifier
    return identifier.from_model_file(langid.MODEL_FILE)
