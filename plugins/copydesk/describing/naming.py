"""Candidate and Memory in, the tag's one spelling out."""

import re
from collections.abc import Iterable, Sequence

from copydesk.describing import frequency
from copydesk.describing.candidates import Candidate
from copydesk.describing.declining import BENT, erect, nominative, phrase, risen
from copydesk.describing.lands import filed, known_as, lands, peoples, small_words
from copydesk.describing.lessons import language
from copydesk.describing.memory import Memory
from copydesk.describing.spelling import Key, key, unaccented
from copydesk.language import lexicon
from copydesk.model import Post

LETTERS = 3  # of an acronym at most, in a name of nothing else
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.?")
NOUN = 6  # of 9: a word that stands where a noun can more often than not
SEVERAL = re.compile(r"([A-Z]{2,})s")


def spelt(tag: Key, candidate: Candidate | None, memory: Memory, lang: str) -> str:
    """The site's spelling of a tag it knows; else the one the article uses most, in the form the news prefers."""
    here = memory.spelling(tag, lang)
    if here or candidate is None:
        return here or next(iter(memory.tags[tag].spellings.values()))
    name = filing(tag, candidate, lang)
    if name:
        return accented(name, candidate)
    land = lands(lang).get(tag, "")
    # "mal" is a price in Turkish, not Malta's stem
    if land in candidate.forms or (land and lang in BENT and candidate.kind != "noun"):
        return land
    known = frequency.of(lang)
    words = [plain(word) for word in straight(preferred(candidate, known, lang), candidate, known, lang).split()]
    if lang in BENT and candidate.kind in ("name", "phrase", "mixed"):
        return " ".join(nominative(words, known, lang) if candidate.kind == "name" else phrase(words, known, lang))
    if candidate.kind == "name" and len(words) == 1:
        return grouped(words[0], candidate, known)
    if candidate.kind == "noun" or (candidate.kind in ("phrase", "mixed") and lang == "en"):
        words[-1] = known.usual_form(words[-1])
    return " ".join(words)


def filing(tag: Key, candidate: Candidate, lang: str) -> str:
    """The name a people, a party, a faith or a twin is filed under, nothing of any other word.

    It must be written as one of the lists, a small word just so (algériens: Algérie): others have the stem only
    (francs, turkey; George is not Géorgie, nor OM OMS).
    """
    if candidate.kind == "noun":
        return peoples(lang).get(tag, "") if small_words(lang).issuperset(candidate.forms) else ""
    return filed(lang).get(tag, "") if known_as(tag, candidate.forms, lang) else ""


def accented(name: str, candidate: Candidate) -> str:
    """A name with the accents that the article gives it, if it gives it any (Polónia, Polônia; not Etats-Unis)."""
    same = (form for form in candidate.forms if unaccented(form) == unaccented(name) and not form.isascii())
    return next(same, name)


def preferred(candidate: Candidate, known: frequency.Frequencies, lang: str) -> str:
    """The form an article uses most: not the shouted one, nor a common word's with the capital of an office.

    In Russian a form of the nominative is preferred to those of the other cases.
    """
    forms, small = candidate.forms, len(candidate.lows) == 1 and not known.capital(candidate.lows[0])
    quiet = [form for form in forms if small <= form.islower() and (candidate.kind == "acronym" or not form.isupper())]
    best = max(quiet or forms, key=lambda form: (erect(form, lang), forms[form]))
    names = any(known.capital(low) for low in candidate.lows) and all(low in known.words for low in candidate.lows)
    long = any(len(word) > LETTERS for word in best.split())  # СБ ООН is no name in capitals
    return best.title() if best.isupper() and candidate.kind == "name" and names and long else best


def straight(form: str, candidate: Candidate, known: frequency.Frequencies, lang: str) -> str:
    """A name without the ending that it mostly has, where the article also uses it plain (Pakistanu, Pakistan)."""
    named = candidate.kind == "name"
    if lang == "ru" and len(candidate.lows) == 1:
        form = risen(form, candidate.forms, known, named=named)
    if not named:
        return form
    used, ended = candidate.forms, (ending for ending in lexicon("endings", lang) if form.endswith(ending))
    return next((base for base in map(form.removesuffix, ended) if base in used), form)


def plain(word: str) -> str:
    """Initials without their dots (U.S.), an acronym without its plural (EVs)."""
    if INITIALS.fullmatch(word):
        return word.replace(".", "")
    several = SEVERAL.fullmatch(word)
    return several.group(1) if several else word


def grouped(word: str, candidate: Candidate, known: frequency.Frequencies) -> str:
    """A name's usual number where both are used like nouns (a Democrat, the Democrats; not Williams and William).

    It is made less only where the article has some of a kind, with a word before them: who lives in Queens has none.
    """
    form = known.usual_form(word)
    kind = len(form) >= len(word) or form in candidate.forms or any(place.determined for place in candidate.places)
    return form if kind and min(known.noun(word.casefold()), known.noun(form.casefold())) >= NOUN else word


def renamed(found: Iterable[str], memory: Memory, lang: str) -> list[str]:
    """The tags under the names the editor's vocabulary and the site give them, each once, without the banned ones."""
    aliases = {key(short, lang): tag for short, tag in memory.vocabulary.aliases}
    never = banned(memory, lang)
    named: dict[Key, str] = {}
    for tag in found:
        name = aliases.get(key(tag, lang)) or twin(tag, memory, lang)
        if key(name, lang) not in never:
            named.setdefault(key(name, lang), name)
    return list(named.values())


def banned(memory: Memory, lang: str) -> set[Key]:
    """The tags that the editor never wants."""
    return {key(tag, lang) for tag in memory.vocabulary.banned}


def twin(tag: str, memory: Memory, lang: str) -> str:
    """The form of a tag that the site uses more, where it knows a short and a long one."""
    return memory.spelling(memory.twins.get(key(tag, lang), ()), lang) or tag


def house_style(post: Post, memory: Memory) -> tuple[str, ...]:
    """A post's own tags in the site's one spelling."""
    return in_house_style(post.tags, memory, language(post))


def in_house_style(given: Sequence[str], memory: Memory, lang: str) -> tuple[str, ...]:
    """Tags that people gave, each in the site's one spelling, under the editor's name for it, once, unless banned."""
    return tuple(renamed([memory.spelling(key(tag, lang), lang) or tag for tag in given], memory, lang))
