"""Text in, what it is made of out: its language, sentences, words, phrases and days.

And the lines of a text in, what programs put around them out, which several rooms ask for: `mails`, `prints`, `pages`,
`archives`, `wikis`, `wrapping`, and the `rows` of tables. The word lists are data files.
"""

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
