"""A sentence in, its trimmed form out, and whether it may be printed, and printed alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from copydesk.describing import frequency
from copydesk.describing.fragments import verbless
from copydesk.language import lexicon, lowered, stopwords
from copydesk.language import words as split_words
from copydesk.language.voices import QUOTED

ENDED = re.compile(r"[.!?。！？][\"'”’»“›)\]」』”’）]*$")
# A capital or a figure, or a name like iPhone.
STARTED = re.compile(r"[\"'“”‘’«»„¿¡(\[「『]*\s?(?:[^\W_a-zà-ÿ]|[a-z]{1,3}[A-Z])")
CUT_OFF = re.compile(r"(?:\.\.|…)[\"'”’»)\]]*$")
# Each begins with a sign that few places have, and looks back from there: so a search passes over all others.
ADDRESS = re.compile(r"https?://|www\.|@(?<=\w@)\w|pic\.twitter|©")
START = "[A-ZÀ-ÖØ-Þ][a-zà-ÿ'’ ]"
GLUED = re.compile(  # the sign before a sentence right behind it: "cher.La", "cher.MAIRIE", 'familial".Le', "2019.La"
    rf"[.!?](?:(?<=[^\W\d_A-Z]{{2}}.)(?={START}|[A-Z]{{3}})|(?<=\w[\"”»].)(?={START})|(?<=\d\d.)(?={START})"
    rf"|(?<=\w{{2}}.)(?=[\"“”«»]{{1,2}}[^\W\d_]))|[\"”»](?<=[^\W\d_].)(?={START})"
)
SINGLE_OPEN, SINGLE_CLOSED = re.compile(r"'(?<!\w')(?=[\w€$£])"), re.compile(r"'(?<=[^\s']')(?!\w)")
SINGLE_END = re.compile(r"[,.!?](?<=\w.)'(?: |$)")  # no apostrophe: it ends what somebody said
# "franceinfoCette fois": a small word with a capital right behind another word begins a sentence.
RUN_ON = re.compile(r"[A-ZÀ-Þ](?<=[^\W\d_A-ZÀ-Þ]{3}.)[a-zà-ÿ]{2,}(?!\w)")
FRONT = re.compile(r"^[\s\"'“”‘’«»„(\[–—-]+")
# "Leeds (WIRE)The mill …", "LEEDS (Yorks) The mill …" and "NEW LEEDS: The mill …": where it was written, and for whom;
# "新华社贵阳4月8日电（记者周启明）…", "（中央社記者林怡君台北17日電）…".
HAN, BRACKETS = "[\u3400-\u9fff]", "(?:[（(][^（）()]{2,30}[）)])"
AGENCY = re.compile(
    r"^(?:(?:[A-Z][\w.,’'-]{1,20} ){0,4}\([A-Z][\w .&/-]{1,20}\)"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ .,'’-]{3,25} ?\([A-Z][\w .&/-]{1,20}\) "
    r"|[A-Z][A-Z .,-]{3,25}: )(?=[\"“]?[A-ZÀ-Þ])"
    rf"|^(?:{HAN}{{2,12}}(?:\d{{1,2}}月)?\d{{1,2}}日[电電]{BRACKETS}?|本[报報][讯訊]{BRACKETS}?|[（(][^（）()]{{2,20}}\d{{1,2}}日[电電][）)])"
)
ITEM = re.compile(r"^\d{1,2}[.)] (?=\D)")  # of a numbered list
# "Ada Orr: We are sad.", "Verdict: Too loud.": a speaker's turn, a point of a list, or a caption's title.
LABELLED = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.’'-]+ ?){1,2}(?<! ): (?=[^\W\d_a-zà-ÿ])")
ASIDE = re.compile(r" ?\(([^()]{1,40})\)(?! [A-ZÀ-Þ])")  # before a capital it ends a caption that ran into a sentence
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
COUNT = "N"  # what the lists of phrases write for a number: lower-case text has no other one
JOINT = re.compile(r"[,;] | [–—-] | \(")
LONG = 600  # characters of a sentence too long to print in which its cut is sought
FOLD = {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'}
QUOTE_SHARE = (
    0.6  # of a sentence inside quotation marks: above it the sentence is somebody's words, and needs a speaker
)
NAMING = 3  # words of a scene that can name somebody
INTRO = 70  # characters before a comma in which a sentence sets its scene
SHORTEST = 5  # words below which a sentence is an exclamation or a scrap
KEPT = 5  # words that must be left when a front is cut off


def trimmed(text: str, lang: str) -> str:
    """The sentence without its leading connective and without asides that point at the page's pictures."""
    pictures = lexicon("calls", lang)
    agency = AGENCY.match(text)
    text = text[agency.end() :] if agency else _lead_in(lang).sub("", ITEM.sub("", text))
    if pictures and "(" in text:
        text = ASIDE.sub(lambda aside: "" if aside.group(1) in pictures else aside.group(), text)
    front = _connective(lang).match(text) if lexicon("connectives", lang) else None
    rest = text[front.end() :] if front else text
    if len(split_words(rest, lang)) < KEPT or not rest[:1].isalpha():
        return text
    capital = "İ" if lang == "tr" and rest[0] == "i" else rest[0].upper()
    return capital + rest[1:]


@cache
def _lead_in(lang: str) -> re.Pattern[str]:
    """What an outlet puts in bold before one paragraph after the other: "Why it matters: …"."""
    return re.compile(rf"^(?:{_any(lexicon('leadins', lang))}): (?-i:(?=[^\W_a-zà-ÿ]))", re.IGNORECASE)


@cache
def _connective(lang: str) -> re.Pattern[str]:
    """A connective with a comma behind it, or a conjunction with or without."""
    return re.compile(
        rf"(?:(?:{_any(lexicon('connectives', lang))}), |(?:{_any(lexicon('conjunctions', lang))}),? )", re.IGNORECASE
    )


def sound(text: str, lang: str) -> bool:
    """Whether the sentence is whole and somebody's: ended, balanced, with a verb, no call, no speakerless quote."""
    return (
        bool(ENDED.search(text))
        and not CUT_OFF.search(text)
        and not ADDRESS.search(text)
        and not GLUED.search(text)
        and not any(lowered(found.group()) in stopwords(lang) for found in RUN_ON.finditer(text))
        and not text.isupper()
        and bool(STARTED.match(text))
        and len(split_words(text, lang)) >= SHORTEST
        and not _calls(lowered(text), lang)
        and _balanced(text)
        and _spoken_for(text, lang)
        and not verbless(text, lang)
    )


def labelled(text: str) -> bool:
    """Whether a short label stands before the sentence: who speaks, or of what the point is."""
    return LABELLED.match(text) is not None


def folded(text: str) -> str:
    """The text with straight quotation marks."""
    for curly, straight in FOLD.items():
        text = text.replace(curly, straight)
    return text


def apart(text: str) -> Iterator[str]:
    """The sentences of a text that a dump ran into each other, without the space between them."""
    start = 0
    for seam in GLUED.finditer(text):
        yield text[start : seam.end()]
        start = seam.end()
    yield text[start:]


def _calls(low: str, lang: str) -> bool:
    """Whether the sentence calls to the reader or points at the page, and does not just hold words of such calls."""
    calls = lexicon("calls", lang)
    if not _holds(low, calls):
        return False
    for phrase in lexicon("uncalled", lang):
        low = low.replace(phrase, "")
    return _holds(low, calls)


def _holds(text: str, phrases: Iterable[str]) -> bool:
    return any(phrase in text for phrase in phrases)


def _balanced(text: str) -> bool:
    straight = folded(text)
    closed = SINGLE_END.search(straight)
    opened = len(SINGLE_OPEN.findall(straight)) > len(SINGLE_CLOSED.findall(straight))
    return (
        straight.count('"') % 2 == 0
        and straight.count("''") % 2 == 0
        and text.count("(") == text.count(")")
        and ("„" in text or text.count("“") == text.count("”"))
        and not opened
        and not (closed and not SINGLE_OPEN.search(straight[: closed.start()]))
    )


def _spoken_for(text: str, lang: str) -> bool:
    """Whether a sentence that is mostly quotation also says whose words these are."""
    outside = QUOTED.sub(" ", text)
    if len(text) - len(outside) < QUOTE_SHARE * len(text):
        return True
    return attributes(outside, lang) and len(split_words(outside, lang)) > 1


def heads(text: str, lang: str) -> Iterator[str]:
    """The beginnings of a sentence that is too long, the longest first, each cut where a clause ends.

    None is given whose rest says whose words the sentence is: an attribution is never dropped. Nor a clause that only
    leads up to the sentence.
    """
    text, far = text[:LONG], text[LONG:]
    hangs = _opening("hanging", lang).match(lowered(text))
    for joint in () if attributes(far, lang) else reversed(list(JOINT.finditer(text))):
        head = f"{text[: joint.start()]}."
        whole = not hangs or ", " in head
        if whole and not attributes(text[joint.end() :], lang) and sound(head, lang):
            yield head


def attributes(text: str, lang: str) -> bool:
    """Whether the text says that somebody says something."""
    said = set(map(lowered, split_words(text, lang)))
    verbs, phrases = _saying(lang)
    return not said.isdisjoint(verbs) or _holds(text, phrases)


@cache
def _saying(lang: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words and the phrases that say that somebody says something."""
    told = lexicon("attribution", lang)
    return frozenset(told), tuple(one for one in told if " " in one)


def leans(text: str, lang: str) -> bool:
    """Whether the sentence needs the one before it: a pronoun without its noun, a connective, "he said"."""
    straight = folded(text)
    front = NUMBER.sub(COUNT, lowered(FRONT.sub("", straight)))
    if _opening("standing", lang).match(front):
        return False
    return bool(
        _opening("connectives", lang).match(front)
        or _opening("pronouns", lang).match(front)
        or _backward(lang).match(front)
        or _pronoun_speaks(lang).search(straight)
        or _points_back(front, lang)
        or _late_pronoun(text, lang)
        or _unnamed(text, lang)
    )


@cache
def _opening(name: str, lang: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_any(lexicon(name, lang))})(?!\w)" if lang not in ("ja", "zh") else _any(lexicon(name, lang))
    )


@cache
def _backward(lang: str) -> re.Pattern[str]:
    """A phrase that points back, unless what follows it says which one is meant."""
    carried = lexicon("carriers", lang)
    tail = rf"(?! (?:{_any(carried)})(?!\w))" if carried else ""
    return re.compile(_opening("backward", lang).pattern + tail)


@cache
def _pronoun_speaks(lang: str) -> re.Pattern[str]:
    who, verb = _any(lexicon("pronouns", lang)), _any(lexicon("attribution", lang))
    return re.compile(rf"[\",'] (?:(?:{who}) (?:{verb})|(?:{verb}|a)[ -](?:t-)?(?:{who}))(?!\w)", re.IGNORECASE)


def _late_pronoun(text: str, lang: str) -> bool:
    """Whether a scene is set before a comma and then a pronoun acts, with nobody named in between."""
    scene, comma, rest = text[:INTRO].partition(", ")
    first = lowered(rest.split(" ", 1)[0])
    inside = scene.split()[1:]
    return (
        bool(comma)
        and first in lexicon("subjects", lang)
        and not _full_name(scene.split(), lang)
        and (len(inside) < NAMING or not any(w[:1].isupper() for w in inside))
    )


def _unnamed(text: str, lang: str) -> bool:
    """Whether a he, she or they comes before any noun with an article and any name: "Below that he would not go"."""
    determiners, subjects = lexicon("determiners", lang), lexicon("subjects", lang)
    for at, word in enumerate(split_words(QUOTED.sub(" ", text[:INTRO]), lang) if determiners else ()):
        if lowered(word) in determiners or (word[:1].isupper() if at else _naming(word, lang)):
            return False
        if lowered(word) in subjects:
            return True
    return False


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
    return found is not None and not _clause(lang).search(front, 0, found.start())


@cache
def _anaphor(lang: str) -> re.Pattern[str]:
    """A phrase that points back, unless a comma ties it to what stands before it in the sentence."""
    return re.compile(rf"(?<![,;:–—-]) (?:{_any(lexicon('anaphors', lang))})(?!\w)")


@cache
def _clause(lang: str) -> re.Pattern[str]:
    """Where a clause ends: at a mark, or at a conjunction."""
    return re.compile(rf"[,;:–—]| (?:{_any(lexicon('conjunctions', lang))}) ")


def _any(entries: Iterable[str]) -> str:
    """A pattern for any of the entries, the longest first; one that never matches where there are none."""
    found = "|".join(re.escape(entry) for entry in sorted(entries, key=lambda entry: (-len(entry), entry)))
    return found or "(?!)"
