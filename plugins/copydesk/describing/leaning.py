"""A sentence in, whether it leans on one before it out: a pronoun without its noun, a connective, a phrase back."""

from __future__ import annotations

import re
from functools import cache

from copydesk.describing import frequency
from copydesk.describing.phrasing import ENDED, any_of, attributes, folded, opening
from copydesk.describing.spans import NOUNS_WITH_CAPITALS
from copydesk.language import lexicon, lowered, stopwords
from copydesk.language import words as split_words
from copydesk.language.voices import QUOTED

FRONT = re.compile(r"^[\s\"'“”‘’«»„(\[–—-]+")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
COUNT = "N"  # what the lists of phrases write for a number: lower-case text has no other one
NAMING = 3  # words of a scene that can name somebody
PARTICIPLE = 5  # letters: a king does nothing
VERB_BEHIND = ("en",)  # its subject: behind a comma no verb stands before a he
INTRO = 70  # characters before a comma in which a sentence sets its scene


def leans(text: str, lang: str, *, first: bool = False) -> bool:
    """Whether the sentence needs the one before it: a pronoun without its noun, a connective, "he said".

    What an article's `first` one points at in its midst is in the headline, which stands above it.
    """
    straight = folded(text)
    front = NUMBER.sub(COUNT, lowered(FRONT.sub("", straight)))
    if opening("standing", lang).match(front):
        return not first and _points_back(front, lang)
    return bool(
        opening("connectives", lang).match(front)
        or opening("pronouns", lang).match(front)
        or _backward(lang).match(front)
        or _pronoun_speaks(lang).search(straight)
        or (not first and (_points_back(front, lang) or _demonstrates(front, lang)))
        or _late_pronoun(text, lang)
        or (not _names_ahead(text, lang) and (_unnamed(text, lang) or _set_scene(text, lang)))
        or _reports(text, lang)
    )


@cache
def _backward(lang: str) -> re.Pattern[str]:
    """A phrase that points back, unless what follows it says which one is meant."""
    carried = any_of(lexicon("carriers", lang))
    return re.compile(rf"{opening('backward', lang).pattern}(?! ?(?:{carried}){ENDED})")


@cache
def _pronoun_speaks(lang: str) -> re.Pattern[str]:
    """He says behind a quotation, with a verb of saying; with any behind a dash or turned round (-t-il).

    Behind a comma alone the verb may be that of the subject before it, and go on to what is said ("Orr, who owns it,
    said it will close") or done ("Orr, maire depuis 2014, explique son départ").
    """
    who, verb = any_of(lexicon("pronouns", lang)), any_of(lexicon("attribution", lang))
    he, turned = any_of(lexicon("subjects", lang)), rf"(?:{verb}|a)[ -](?:t-)?"
    spoken = rf"(?:{turned}(?:{who})|(?:{verb}) (?:{any_of(lexicon('backward', lang))}))"
    last = r"(?!\w| \w)"
    goes_on = last if lang in VERB_BEHIND else r"(?!\w)"
    return re.compile(
        rf"[\",'] (?:{who}) (?:{verb})(?!\w)"
        rf"|[\"'],? {spoken}(?!\w)|(?<![\"']), (?:{turned}(?:{he}){goes_on}|{spoken}{last})"
        rf"|[,\"!?] [–—-] [^\W\d]+ (?:{he})(?!\w)|[\",'] [^\W\d]+-(?:t-)?(?:{he})(?!\w)",
        re.IGNORECASE,
    )


def _late_pronoun(text: str, lang: str) -> bool:
    """Whether a scene is set before a comma and then a pronoun acts, with nobody named in between."""
    scene, comma, rest = text[:INTRO].partition(", ")
    first = lowered(rest.split(" ", 1)[0])
    inside = scene.split()[1:]
    return (
        bool(comma)
        and first in lexicon("subjects", lang)
        and not _full_name(scene.split(), lang)
        and (len(inside) < NAMING or not any(w[:1].isupper() for w in inside) or _acts(scene, lang))
    )


def _acts(scene: str, lang: str) -> bool:
    """Whether a scene is what its subject does, so nobody named in it is the subject: "After beating Orr, he …"."""
    acts = tuple(lexicon("participles", lang))
    low = lowered(scene)
    begun = opening("hanging", lang).match(low)
    word = low[begun.end() if begun else 0 :].lstrip().partition(" ")[0]
    return len(word) >= PARTICIPLE and word.endswith(acts)


def _unnamed(text: str, lang: str) -> bool:
    """Whether a he, she or they comes before any noun with an article and any name: "Below that he would not go"."""
    determiners, subjects = lexicon("determiners", lang), lexicon("subjects", lang)
    for at, word in enumerate(split_words(QUOTED.sub(" ", text[:INTRO]), lang) if determiners else ()):
        if lowered(word) in determiners or (word[:1].isupper() if at else _naming(word, lang)):
            return False
        if lowered(word) in subjects:
            return True
    return False


def _set_scene(text: str, lang: str) -> bool:
    """Whether a preposition sets a scene and then a he or she acts who has not been named: "At the age of 18 she …".

    Where nouns have capitals none of them is taken for a name.
    """
    scene = QUOTED.sub(" ", text[:INTRO]).partition(",")[0]
    begun = opening("hanging", lang).match(lowered(scene))
    if not begun or opening("subordinators", lang).match(lowered(scene)):
        return False
    for word in split_words(scene[begun.end() :], lang):
        if word in lexicon("subjects", lang):
            return True
        if word[:1].isupper() and lang not in NOUNS_WITH_CAPITALS:
            return False
    return False


def _names_ahead(text: str, lang: str) -> bool:
    """Whether a scene is that of whom its comma brings: "In her speech, Orr said"; not "Sentencing her, Orr said"."""
    scene, comma, rest = QUOTED.sub(" ", text[:INTRO]).partition(", ")
    pronoun = next((word for word in split_words(scene, lang) if word in lexicon("subjects", lang)), "")
    name = rest.partition(" ")[0]
    named = name[:1].isupper() and lowered(name) not in stopwords(lang)
    owned = pronoun in lexicon("possessives", lang) and not scene.endswith(pronoun)
    return bool(comma) and owned and named


def _reports(text: str, lang: str) -> bool:
    """Whether the first clause is reported speech and the sentence does not say whose ("Man brauche die Menschen")."""
    said = {lowered(word) for word in split_words(QUOTED.sub(" ", text).partition(",")[0], lang)}
    return not said.isdisjoint(lexicon("reported", lang)) and not attributes(text, lang)


def _full_name(scene: list[str], lang: str) -> bool:
    """Whether what stands before a comma is nothing but somebody's name: "Ada Orr, her sons and the …"."""
    return len(scene) > 1 and all(word[:1].isupper() for word in scene) and _naming(scene[0], lang)


def _naming(word: str, lang: str) -> bool:
    """Whether a sentence's first word is a name or a noun, so that a pronoun behind it can stand for that."""
    low = lowered(word)
    return low not in stopwords(lang) and frequency.of(lang).naming(low)


def _points_back(front: str, lang: str) -> bool:
    """Whether a phrase points back in the first clause; behind it the sentence itself can hold what is meant."""
    found = _anaphor(lang).search(front)
    return found is not None and not _clause(lang).search(front, 0, found.start() + 1)


def _demonstrates(front: str, lang: str) -> bool:
    """Whether the first clause points at a thing told before (this claim, cette porte), and at no time (this week).

    Behind a comma too where the first clause only leads up to the second.
    """
    found = _demonstrative(lang).search(front)
    if found is None:
        return False
    ends = [mark.group() for mark in _clause(lang).finditer(front, 0, found.start())]
    return not ends or (ends == [","] and opening("hanging", lang).match(front) is not None)


@cache
def _demonstrative(lang: str) -> re.Pattern[str]:
    pointing, times = any_of(lexicon("demonstratives", lang)), any_of(lexicon("times", lang))
    return re.compile(rf"(?:^|(?<= ))(?:{pointing})(?:(?<=')| )(?!(?:{times})(?!\w))[^\W\d]")


@cache
def _anaphor(lang: str) -> re.Pattern[str]:
    """A phrase that points back, unless a comma ties it to what stands before it in the sentence."""
    return re.compile(rf"(?<![,;:–—-]) (?:{any_of(lexicon('anaphors', lang))})(?!\w)")


@cache
def _clause(lang: str) -> re.Pattern[str]:
    """Where a clause ends: at a mark, or at a conjunction."""
    return re.compile(rf"[,;:–—]| - | (?:{any_of(lexicon('conjunctions', lang))}) ")
