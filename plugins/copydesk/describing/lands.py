"""Language in, the world's countries out, and the words for their people: the key of each with its name."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

from copydesk.describing.spelling import Key, folded, key, unaccented
from copydesk.language import lexicon, pairs

SHORT, ENDING = 5, 2  # letters of a name that are all its own; of what differs in a longer one


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
def small_words(lang: str) -> frozenset[str]:
    """Those words for a people that begin with a small letter, as in many languages (algériens)."""
    return frozenset(word for _, word in words_for(lang) if word.islower())


@cache
def known_words(lang: str) -> dict[Key, tuple[str, ...]]:
    """Every word of the lists of peoples and twins, and what they are filed under, by its key."""
    words = chain.from_iterable((*words_for(lang), *pairs("twins", lang)))
    by_key: dict[Key, dict[str, None]] = {}
    for word in words:
        by_key.setdefault(key(word, lang), {})[word] = None
    return {stems: tuple(same) for stems, same in by_key.items()}


def known_as(stems: Key, forms: Iterable[str], lang: str) -> bool:
    """Whether a name that is written so is one of the lists', and has not only the stem of one (George: Géorgie)."""
    listed = known_words(lang).get(stems, ())
    return len(stems) > 1 or not forms or any(alike(form, word) for form in forms for word in listed)


def alike(form: str, word: str) -> bool:
    """Whether two words of one stem are the same but for their endings; an acronym is nothing but itself."""
    one, other = (unaccented(each[:1]) + each[1:] for each in (folded(form), folded(word)))
    shortest = min(len(one), len(other))
    same = shortest if shortest <= SHORT else shortest - ENDING
    return one == other or (not form.isupper() and one[:same] == other[:same])


def words_for(lang: str) -> list[tuple[str, str]]:
    """The names of a language's list of peoples, each with every one of its words."""
    return [(name, word) for name, words in pairs("peoples", lang) for word in words.split(", ")]


@cache
def filed(lang: str) -> dict[Key, str]:
    """The names that peoples, parties, faiths and twins are filed under, each under its own key."""
    return {key(name, lang): name for name in peoples(lang).values()}
