"""Candidates in, candidates out: the spellings of one thing made one (surnames, short and long forms)."""

import re
from collections import defaultdict
from collections.abc import Container

from copydesk.describing import frequency
from copydesk.describing.acronyms import Pair
from copydesk.describing.candidates import Candidate
from copydesk.describing.lands import known_as, peoples, twins
from copydesk.describing.spans import listed
from copydesk.describing.spelling import Key
from copydesk.describing.spelling import key as key_of
from copydesk.language import lexicon
from copydesk.language.people import first_name
from copydesk.language.tokens import CAPITALS

CAPITAL = ("en", "de")  # languages that write all words of a name with a capital
PAIR, SEVERAL = 2, 3  # words of a name that is small in its second; how often it stands, at least
NEARLY = 0.8  # of the places of its first word
SURNAME = 5  # of 9: a surname is written with a capital
PLAIN = 4  # letters of a word that another can be a form of
LED = re.compile(rf"-[^\W\d_{CAPITALS}]")  # Iran-backed: no first name goes on in small letters
FULLEST = 4  # words of a person's full name


def folded(
    found: dict[Key, Candidate], pairs: tuple[Pair, ...], lang: str, of_site: Container[Key]
) -> dict[Key, Candidate]:
    """The candidates with short forms, long forms and surnames counted under the one form that stands for them.

    `of_site` are the tags of the site: what its editors use keeps its name.
    """
    settle(found, lang, of_site)
    for half, whole in halves(found, lang):
        if half not in of_site:
            found[whole].kind = found.pop(half).kind
    into = bent(found, lang) | first_names(found, lang) | surnames(found, lang) | acronyms(found, pairs, lang)
    for key in into:
        target = end_of(key, into)
        if key in found and target in found and key != target:
            merge(found, key, target)
    return found


def halves(found: dict[Key, Candidate], lang: str) -> list[tuple[Key, Key]]:
    """Names of one word that hardly ever stand without the small word behind them, and the two: Белый, Белый дом.

    English and German give both a capital.
    """
    if lang in CAPITAL:
        return []
    pairs = [key for key, one in found.items() if one.kind == "mixed" and len(one.lows) == PAIR and key[:1] in found]
    return [
        (key[:1], key)
        for key in pairs
        if found[key[:1]].kind == "name" and len(found[key].places) >= max(SEVERAL, NEARLY * len(found[key[:1]].places))
    ]


def settle(found: dict[Key, Candidate], lang: str, of_site: Container[Key]) -> None:
    """Count a people for its land, whether or not the article names the land itself (a Chinese hunter: China).

    A short or long form that everybody knows for one counts for the other (European Union: EU), for that which the
    site has among its tags where it has only that.
    """
    own = {name: form for form, name in twins(lang).items() if form in of_site}
    for form in [key for key in found if key not in of_site and found[key].kind != "noun"]:
        name = peoples(lang).get(form, "") if known_as(form, found[form].forms, lang) else ""
        land = key_of(name, lang) if name else form
        land = land if land in of_site else own.get(land, land)
        if land != form:
            lows = tuple(name.casefold().split()) or found[form].lows
            found.setdefault(land, Candidate(land, found[form].kind, lows))
            merge(found, form, land)


def bent(found: dict[Key, Candidate], lang: str) -> dict[Key, Key]:
    """Words with an ending that the stemmer does not know -> the plain word, where the article has both.

    (Ираном beside Иран, Pakistanu beside Pakistan, cancers beside cancer.)
    """
    endings, plain = lexicon("endings", lang), {candidate.lows: key for key, candidate in found.items()}
    into = {}
    for key, candidate in found.items():
        low = candidate.lows[-1]
        for ending in filter(low.endswith, endings):
            base = (*candidate.lows[:-1], low.removesuffix(ending))
            if len(base[-1]) >= PLAIN and plain.get(base, key) != key:
                into[key] = plain[base]
    return into


def end_of(key: Key, into: dict[Key, Key]) -> Key:
    """Where a chain of forms ends (a surname of a name that has a short form)."""
    seen = {key}
    while into.get(key, key) not in seen:
        key = into[key]
        seen.add(key)
    return key


def merge(found: dict[Key, Candidate], key: Key, target: Key) -> None:
    """Count one candidate's places for another; its spelling is forgotten."""
    candidate = found.pop(key)
    found[target].places += [place._replace(written="", clear=False) for place in candidate.places]
    found[target].places.sort(key=lambda place: place.at)


def acronyms(found: dict[Key, Candidate], pairs: tuple[Pair, ...], lang: str) -> dict[Key, Key]:
    """A name goes by its short form (NATO), a thing by its long one (electric vehicles).

    So does a name whose short form is better known for another's (England and Wales Cricket Board, not ECB).
    """
    into = {}
    for pair in pairs:
        if pair.name and pair.short in found and not (pair.long in found and borrowed(pair, lang)):
            into[pair.long] = pair.short
        elif pair.long in found:
            into[pair.short] = pair.long
    return into


def borrowed(pair: Pair, lang: str) -> bool:
    """Whether a short form is filed as that of another name."""
    return pair.short in twins(lang).values() and twins(lang).get(pair.long) != pair.short


def surnames(found: dict[Key, Candidate], lang: str) -> dict[Key, Key]:
    """Surnames that stand alone, of one word or two -> the full name of the article that ends in them.

    One that introduced them; else, as in headlines and in leads on presidents, the only one there is, if a first name
    tells that it is somebody's.
    """
    full: dict[Key, list[Key]] = defaultdict(list)
    alone: dict[Key, list[Key]] = defaultdict(list)
    for key, candidate in found.items():
        for last in ends(key, candidate) if personal(candidate, lang) else ():
            if last in found and found[last].kind == "name" and surname(candidate, found[last], lang):
                (full if introduced(candidate, found[last]) else alone)[last].append(key)
    for last, keys in alone.items():
        people = [key for key in keys if not any(key[-len(one) :] == one for one in keys if len(one) < len(key))]
        if last not in full and len(people) == 1 and first_name(found[people[0]].lows[0]):
            full[last] = people
    return {
        last: max(keys, key=lambda key: (len(found[key].places), -found[key].places[0].at))
        for last, keys in full.items()
    }


def first_names(found: dict[Key, Candidate], lang: str) -> dict[Key, Key]:
    """First names that stand alone -> the article's one full name that begins so, if it introduced them (Ada Orr).

    And where who bears one says something: Florence may be a town.
    """
    people: dict[Key, list[Key]] = defaultdict(list)
    for key, candidate in found.items():
        first = key[:1]
        if (
            first in found
            and found[first].kind == "name"
            and personal(candidate, lang)
            and first_name(candidate.lows[0])
        ):
            people[first].append(key)
    return {
        first: whole
        for first, (whole, *more) in people.items()
        if not more and introduced(found[whole], found[first]) and any(place.speaks for place in found[first].places)
    }


def ends(key: Key, candidate: Candidate) -> tuple[Key, ...]:
    """What may be a full name's surname: its last word, or its last two behind a first name (Isabel Díaz Ayuso)."""
    double = len(key) == len(candidate.lows) > PAIR and first_name(candidate.lows[0])
    return (key[-1:], key[-PAIR:]) if double else (key[-1:],)


def surname(full: Candidate, last: Candidate, lang: str) -> bool:
    """Whether a name's end is a surname: a word that is written with a capital, or any behind a first name."""
    return first_name(full.lows[0]) or frequency.of(lang).capitals(last.lows[0]) >= SURNAME


def personal(candidate: Candidate, lang: str) -> bool:
    """Whether a name can be a person's: two words to four, no little word (Bank of England) among them."""
    lows = candidate.lows
    few = candidate.kind == "name" and 1 < len(lows) <= FULLEST and not listed("connectors", lang) & set(lows)
    return few and not LED.search(next(iter(candidate.forms), "").partition(" ")[0])


def introduced(full: Candidate, surname: Candidate) -> bool:
    """Whether an article's body gives the full name before the surname alone, as newspapers do."""
    return in_body(full) <= in_body(surname)


def in_body(candidate: Candidate) -> int:
    """The word of the body a candidate first stands at."""
    return next((place.at for place in candidate.places if place.kind == "body"), candidate.places[-1].at)
