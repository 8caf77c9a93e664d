"""Language in, the world's countries out: the key of each with its name."""

from functools import cache

from copydesk.describing.spelling import Key, key
from copydesk.language import lexicon


@cache
def lands(lang: str) -> dict[Key, str]:
    """The countries that a language's list names; of two names with one key the first stands."""
    return {key(name, lang): name for name in reversed(lexicon("countries", lang))}
