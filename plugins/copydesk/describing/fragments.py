"""A sentence in, whether it is a fragment: words in which none can be a verb."""

from functools import cache

from copydesk.describing import frequency
from copydesk.language import lexicon, stopwords, words

NOUN = 5  # of 9: a word that stands this often where only a noun can is hardly its sentence's verb


def verbless(text: str, lang: str) -> bool:
    """Whether no word of the sentence can be its verb; never in a language without a list of verbs.

    What stands in a clause behind it does not count (On Monday, if the report is poor).

    Any doubt speaks for the sentence: of 8,929 in English news 16 are found, none wrongly. In German and French too
    many verbs are nouns as well.
    """
    if not lexicon("verbs", lang):
        return False
    main, _, rest = text.partition(", ")
    bound = rest.partition(" ")[0] in lexicon("subordinators", lang) and ", " not in rest
    said = words(main if bound else text, lang)
    return not any(acts(word, lang, opens=at == 0) for at, word in enumerate(said))


def acts(word: str, lang: str, *, opens: bool) -> bool:
    """Whether a word can be a verb: a little one that is, or one that no list knows as a noun and no capital names."""
    low = word.lower().replace("’", "'")
    little, endings = verbs(lang)
    if low in little or (lang == "en" and "'" in low):
        return True
    if not word[0].isalpha() or low in stopwords(lang) or (word[0].isupper() and not opens):
        return False
    known = frequency.of(lang)
    return low.endswith(endings) or low not in known.words or known.noun(low) < NOUN


@cache
def verbs(lang: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """A language's little words that are verbs, and the endings of verbs."""
    told = lexicon("verbs", lang)
    return frozenset(told), tuple(entry[1:] for entry in told if entry.startswith("-"))
