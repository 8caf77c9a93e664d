"""A sentence in, who speaks in it outside of quotations out: the writer, or the writer to the reader."""

from __future__ import annotations

import re
from functools import cache

from copydesk.language.lexicons import lexicon, lowered, plainly, stopwords
from copydesk.language.tokens import words as split_words

QUOTED = re.compile(
    r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"|「[^「」]*」|''[^']*''"
    r"|'(?<!\w')[^'‘’]{12,}['’](?!\w)|‘(?<!\w‘)[^'‘’]{12,}['’](?!\w)"
)


def own_voice(text: str, lang: str) -> bool:
    """Whether the writer speaks, or speaks to the reader (Ajoutez le bouillon), outside of quotations; US is not us.

    Words of courtesy that only their capital tells apart (Sie, Ihr) count behind the first word.
    """
    told = split_words(QUOTED.sub(" ", text), lang)
    said = {lowered(word) for word in told if len(word) == 1 or not word.isupper()}
    return not voices(lang).isdisjoint({*said, *told[1:]}) or any(orders(word, lang) for word in told[:1])


@cache
def voices(lang: str) -> frozenset[str]:
    """The words that stand for the writer and for the reader."""
    return frozenset((*lexicon("firstperson", lang), *lexicon("secondperson", lang)))


def orders(word: str, lang: str) -> bool:
    """Whether a word that opens a sentence has the ending of an order to the reader."""
    low = lowered(word)
    return low.endswith(lexicon("orders", lang)) and low not in stopwords(lang)


def corrects(text: str, lang: str) -> bool:
    """Whether a paragraph corrects its article: it says once more what was wrong, and when that was found."""
    low = plainly(text)
    return any(map(low.__contains__, lexicon("corrections", lang)))
