"""A name's words in, the words as it stands alone out: German, Russian and Turkish names bend with their sentence."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from copydesk.describing.frequency import Frequencies
from copydesk.describing.spans import listed
from copydesk.language import lexicon, pairs
from copydesk.language.people import his_name

BENT = ("de", "ru", "tr")  # languages that decline names
ENDINGS = ("en", "em", "es", "e")  # of German adjectives; Berliner, Leipziger and their like end in "er" and never bend
GENITIVES = ("s", "es")
MANIES = ("en", "n")  # plurals of nouns
# The case behind what belongs to something (Müstekler Mahallesi|nde, Kösoğlu|nun), in a word too long for a first name.
OWNED = re.compile(
    r"(?:(?<=\w{4}[ıiuü])n(?:d[ae]n?|[ıiuü]n|c[ae]|daki|deki)|(?<=\w{3}s[ıiuü])n[ae]|(?<=\w{3}l[uü])n[ae])$"
)
PLURAL = re.compile(r"en?$")  # of nouns with an umlaut; what ends in "er" may be a doer (Käufer, Täter)
PLAIN = str.maketrans("äöü", "aou")
HELD = 8  # of 9: a noun has its capital everywhere (Wärme is not of warm)
NOTHING = "-"  # what the lists write for an ending of no letters
PAIR = 2
FEMININE = ("ой", "ую")  # of Russian adjectives in a case that is no nominative
ADJECTIVES = ("ий", "ый", "ой", "ие", "ые")
QUALIFIERS = (*ADJECTIVES, "ая", "яя", "ое", "ее")
SINGULAR = ("ий", "ый", "ая")  # of adjectives in the nominative
SOFT = {"ых": "их", "ым": "им", "ыми": "ими"}  # of adjectives like российский
HUSHED = ("г", "к", "х", "ж", "ш", "ч", "щ")  # no ы follows them
QUALIFYING = {"m": ("ый", "ий"), "f": ("ая", "ая"), "n": ("ое", "ое"), "p": ("ые", "ие")}
STRESSED = 6  # half-bits by which an adjective in "ой", which a woman's can be in a case, must be more usual
NOUN = 4  # of 9: a word that stands where only a noun can as often as not
WOMEN = ("а", "я")
HERS = ("овой", "евой", "ёвой", "иной", "ской")  # of a woman's surname, which a man's is not in any case
# Of her first name where a man has the same in its common form: Евгения, not Евгений.
HER_NAME = (("ии", "ия"), ("ей", "я"), ("ой", "а"), ("ы", "а"), ("е", "а"))
LANDS = ("ии", "ее", "еи")  # of lands like Индия and Корея
VOWELS = "аеёиоуыэюя"
BY_HIM = ("ом", "ым")  # of a man's first and last name in the instrumental
NEUTERS = ("ов", "ев", "ин")  # before the "о" of Домодедово
MANY = ("ы", "и")  # endings of a nominative, if of many
HER_CASES = ("у", "ой", "ю", "ью")  # endings of what is no man's word beside one of these
SHORTEST = 5  # letters of a name whose last one can be an ending (Trumps, not Hans)


def nominative(words: Sequence[str], known: Frequencies, lang: str) -> list[str]:
    """The words in the form that the news prefers, where that is none of a case; a German adjective fits its noun.

    (Samsungs: Samsung; Weißen Haus: Weißes Haus; Globalen Südens: Globaler Süden.) A longer name stays as it is unless
    its first word says that it is bent: Liam Williams is no William.
    """
    if lang == "de":
        return [one(upright(words[0], known), known)] if len(words) == 1 else agreed(words, known)
    if lang == "tr":
        return [*words[:-1], OWNED.sub("", words[-1])] if len(words) > 1 else list(words)
    if len(words) != PAIR or any(word.isupper() for word in words):
        return [known.usual_form(word) for word in words] if len(words) == 1 else list(words)
    return fitted(words[0], words[1], known) if words[1][0].isupper() else titled(words[0], words[1], known)


def phrase(words: Sequence[str], known: Frequencies, lang: str) -> list[str]:
    """A Russian phrase of two words as it stands alone; as it is where the list does not have its noun so.

    (Ядерной сделки: ядерная сделка; чемпионата мира: чемпионат мира.)
    """
    if lang != "ru" or len(words) != PAIR:
        return list(words)
    first, last = words
    usual = known.usual_form(first)
    noun = first.startswith(usual) or known.noun(usual.lower()) >= NOUN
    thing = noun and not any(word.lower().endswith(QUALIFIERS) for word in (first, usual))
    return qualified(first, last, known) or [usual if thing else first, last]


def qualified(first: str, last: str, known: Frequencies) -> list[str]:
    """A Russian adjective and its noun in the nominative; nothing where they stand in it or the list tells of none."""
    for adjective, noun, gender, ending, proof in cases():
        stem, base = first.removesuffix(adjective), last.removesuffix(noun)
        bent = stem != first and last.endswith(noun)
        if bent and (base + proof).lower() in known.words:
            return [adjectival(stem, gender, known), base + ending]
    return []


@cache
def cases() -> list[tuple[str, str, str, str, str]]:
    """The endings of Russian adjectives with those of their nouns, and what tells the nominative of both."""
    found = []
    for bent, straight in pairs("phrase-cases", "ru"):
        adjective, noun = bent.replace(NOTHING, "").split(" ")
        gender, ending, *proof = straight.replace(NOTHING, "").split(" ")
        told = noun, gender, ending, proof[0] if proof else ending
        found += [(each, *told) for each in (adjective, SOFT.get(adjective)) if each]
    return found


def adjectival(stem: str, gender: str, known: Frequencies) -> str:
    """A Russian adjective in the nominative; a man's may end in "ой", which the list tells (большой)."""
    word, stressed = stem + QUALIFYING[gender][stem.endswith(HUSHED)], f"{stem}ой"
    rather = known.rarity(word.lower()) - known.rarity(stressed.lower()) >= STRESSED
    return stressed if gender == "m" and rather else word


def titled(first: str, last: str, known: Frequencies) -> list[str]:
    """A Russian name whose second word is small as it stands alone: an adjective and its noun, a thing and whose it is.

    (Белого дома: Белый дом; Лиги чемпионов: Лига чемпионов.) As it stands where the list knows no better form.
    """
    if first.endswith(QUALIFIERS) and not first.endswith(FEMININE):
        return [first, last]
    pair = qualified(first, last, known)
    if pair:
        return pair
    pair = fitted(first, last, known)
    if pair[0].endswith(SINGULAR):
        return pair
    usual = known.usual_form(first)
    bent = usual.lower().endswith((*lexicon("oblique-phrases", "ru"), *ADJECTIVES))
    return [first if bent else usual, last]


def fitted(first: str, last: str, known: Frequencies) -> list[str]:
    """A Russian name of two words as it stands alone: a land with its adjective, a person, or a thing and whose it is.

    (Российской Федерации: Российская Федерация; Тимура Бекмамбетова: Тимур Бекмамбетов; Комитета Госдумы: Комитет
    Госдумы.)
    """
    noun, usual = known.usual_form(last), known.usual_form(first)
    if first.endswith(FEMININE):
        noun = f"{last[:-1]}я" if last.endswith(LANDS) else noun
        return [f"{first[:-2]}ая", noun] if noun.endswith(WOMEN) else [first, last]
    usual = his_name(first) if usual == first else usual
    if usual == first and first.endswith(BY_HIM) and last.endswith(BY_HIM):
        usual = first.removesuffix(BY_HIM[0])
    if usual == first or first.lower() in listed("names-both", "ru"):
        return [first, last]
    if last.endswith(HERS) and not usual.endswith(WOMEN):
        usual = next((first.removesuffix(old) + new for old, new in HER_NAME if first.endswith(old)), usual)
    surname = unbent(last, woman=usual.endswith(WOMEN))
    if surname or noun == last:
        return [usual, surname or last] if surname or not usual.endswith(ADJECTIVES) else [first, last]
    return [usual, noun if usual.endswith(ADJECTIVES) else last]


def unbent(surname: str, *, woman: bool) -> str:
    """A Russian surname out of the case that its first name stands in; nothing where its ending does not tell."""
    for old, new in pairs("surnames-women" if woman else "surnames-men", "ru"):
        if surname.endswith(old):
            return surname.removesuffix(old) + new.removeprefix(NOTHING)
    return ""


def risen(form: str, forms: Collection[str], known: Frequencies, *, named: bool) -> str:
    """A Russian word in the nominative, where the list does not have it and an article's `forms` of it do.

    (Ливерпуля beside Ливерпуль; of a name also Питтсбургом beside Питтсбурга.)
    """
    low, there = form.lower(), {one.lower() for one in forms}
    for old, new in () if low in known.words else pairs("nominatives", "ru"):
        base, ending = low.removesuffix(old), new.removeprefix(NOTHING)
        proves = singular(base, old, there, named=named) if ending else masculine(base, there, named=named)
        if base != low and proves and (base + ending in there or not ending):
            return form[: len(base)] + ending
    return form


def masculine(base: str, there: Collection[str], *, named: bool) -> bool:
    """Whether a word without an ending is a nominative, and not the genitive of many (ракета, ракет).

    A man's case tells (лазером): of a name with two, but for one in "ово" or "ино", even where it is not there itself.
    """
    his = f"{base}ом" in there
    if base in there:
        return named or his
    return named and his and not base.endswith(NEUTERS) and not {f"{base}а", f"{base}у"}.isdisjoint(there)


def singular(base: str, old: str, there: Collection[str], *, named: bool) -> bool:
    """Whether a word in "ы" or "и" is in a case, and not of many: a case that only a woman's word has stands beside it.

    (Вырубки beside вырубку; not теннисисты beside теннисиста.)
    """
    return named or old not in MANY or any(base + ending in there for ending in HER_CASES)


def erect(form: str, lang: str) -> int:
    """How likely a Russian name or phrase of several words stands in the nominative: 0, 1 or 2; 0 in other languages.

    Of a person's names the last tells (Загитову, Загитова), of a phrase the adjective before (фигурном, фигурное). What
    ends in a vowel can be another man's genitive (Климова), which his own name without it outweighs (Климов).
    """
    first, _, rest = form.partition(" ")
    if lang != "ru" or not rest:
        return 0
    named = rest.rpartition("-")[2][:1].isupper()  # ан-Нусра is named too
    word = rest if named else first
    return (
        0 if word.endswith(lexicon("oblique" if named else "oblique-phrases", lang)) else 1 + (word[-1] not in VOWELS)
    )


def agreed(words: Sequence[str], known: Frequencies) -> list[str]:
    """A German name as it stands alone: an adjective fits its noun, a noun that comes first bends by itself."""
    first, *rest, last = words
    noun = bare(last, known)
    adjective = inflected(first, agreeing(noun))
    return [adjective, *rest, noun] if adjective else [upright(first, known), *rest, last]


def upright(word: str, known: Frequencies) -> str:
    """A German noun in its usual number, out of the genitive and the dative."""
    form = known.usual_form(word)
    return bare(word if form in (f"{word}n", f"{word}s", f"{word}es") else form, known)


def one(word: str, known: Frequencies) -> str:
    """A German plural with an umlaut as the singular, where the list has both, that one as often (Ärzte: Arzt)."""
    low = word.lower()
    plurals = [form for form in (low, f"{low}n") if form in known.words and PLURAL.search(low)]
    base = PLURAL.sub("", low).translate(PLAIN)
    nouns = all(known.capitals(form) >= HELD for form in (base, *plurals))
    bent = plurals and base in known.words and not low.startswith(base)
    if bent and nouns and known.rarity(base) <= known.rarity(plurals[0]):
        return base.capitalize()
    return single(word, known)


def single(word: str, known: Frequencies) -> str:
    """A German plural in "n" or "en" as the singular, where the list has that alone (Wohnungen: Wohnung)."""
    low = word.lower()
    for base in map(low.removesuffix, () if low in known.words else MANIES):
        if base != low and known.capitals(base) >= HELD and base in known.words and known.noun(base) >= NOUN:
            return word[: len(base)]
    return word


def bare(word: str, known: Frequencies) -> str:
    """A German noun without the genitive's ending, where the list has it only or more without."""
    low = word.lower()
    for base in map(low.removesuffix, GENITIVES):
        head = base.rpartition("-")[2]
        if base != low and len(head) >= SHORTEST and head in known.words and rarer(low, head, known):
            return word[: len(base)]
    return word


def rarer(low: str, head: str, known: Frequencies) -> bool:
    """Whether a form is used less than the plain one, or is known to be its form."""
    form = low.rpartition("-")[2]
    return known.rarity(form) > known.rarity(head) or known.usual(head) == form


def agreeing(noun: str) -> str:
    """The ending of an adjective before a German noun (Haus: es); nothing where its gender is not known."""
    low = noun.casefold()
    return next((ending for tail, ending in genders() if low.endswith(tail.casefold())), "")


@cache
def genders() -> list[tuple[str, str]]:
    """The ends of German nouns with the ending of an adjective before them, the longest first."""
    return sorted(pairs("genders", "de"), key=lambda pair: -len(pair[0]))


def inflected(adjective: str, ending: str) -> str:
    """A German adjective with another ending; nothing of any other word, or without an ending."""
    for old in ENDINGS if ending else ():
        stem = adjective.removesuffix(old)
        if stem != adjective and bends(stem.rpartition("-")[2].lower()):
            return stem + ending
    return ""


def bends(stem: str) -> bool:
    """Whether a stem is an adjective's."""
    known = listed("adjectives", "de")
    return stem in known or any(stem.endswith(one[1:]) for one in known if one.startswith("-"))
