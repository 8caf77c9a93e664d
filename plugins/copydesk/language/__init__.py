"""Text in, sentences, words and phrases out."""

from copydesk.language.boundaries import place_line, sentences
from copydesk.language.identify import identify
from copydesk.language.lexicons import (
    LANGUAGES,
    UNSPACED,
    bilingual,
    either,
    lang_code,
    lexicon,
    lowered,
    multilingual,
    pairs,
    plainly,
    stopwords,
)
from copydesk.language.phrasebook import phrasebook
from copydesk.language.tokens import stem, words

__all__ = [
    "LANGUAGES",
    "UNSPACED",
    "bilingual",
    "either",
    "identify",
    "lang_code",
    "lexicon",
    "lowered",
    "multilingual",
    "pairs",
    "phrasebook",
    "place_line",
    "plainly",
    "sentences",
    "stem",
    "stopwords",
    "words",
]
