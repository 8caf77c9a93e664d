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
    return {key(people, lang): name for name, people in (*pairs("peoples", lang), *pairs("twins", lang))}


@cache
def filed(lang: str) -> dict[Key, str]:
    """The names that peoples, parties, faiths and twins are filed under, each under its own key."""
    return {key(name, lang): name for name in peoples(lang).values()}
