"""Language in, the world's countries out, and the words for their people: the key of each with its name."""

from functools import cache

from copydesk.describing.spelling import Key, key
from copydesk.language import lexicon, pairs


@cache
def lands(lang: str) -> dict[Key, str]:
    """The countries that a language's list names; of two names with one key the first stands."""
    return {key(name, lang): name for name in reversed(lexicon("countries", lang))}


@cache
def peoples(lang: str) -> dict[Key, str]:
    """A word for a people, a party or a faith, or a twin -> the name it is filed under (Chinese: China, USA: US)."""
    return {key(word, lang): name for name, word in (*words_for(lang), *pairs("twins", lang))}


@cache
def twins(lang: str) -> dict[Key, Key]:
    """The other forms of a land's or an organisation's name -> the one it is filed under (European Union: EU)."""
    return {key(form, lang): key(name, lang) for name, form in pairs("twins", lang)}


@cache
def small(lang: str) -> frozenset[str]:
    """Those words for a people that begin with a small letter, as in many languages (algériens)."""
    return frozenset(word for _, word in words_for(lang) if word.islower())


def words_for(lang: str) -> list[tuple[str, str]]:
    """The names of a language's list of peoples, each with every one of its words."""
    return [(name, word) for name, words in pairs("peoples", lang) for word in words.split(", ")]


@cache
def filed(lang: str) -> dict[Key, str]:
    """The names that peoples, parties, faiths and twins are filed under, each under its own key."""
    return {key(name, lang): name for name in peoples(lang).values()}
