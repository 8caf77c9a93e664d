"""A sentence in, its trimmed form out, and whether it may be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copydesk.describing.fragments import verbless
from copydesk.describing.phrasing import any_of, attributes, folded, holds, opening
from copydesk.language import UNSPACED, lexicon, lowered, phrasebook, stopwords
from copydesk.language import words as split_words
from copydesk.language.voices import QUOTED

ENDED = re.compile(r"[.!?।؟۔。！？][\"'”’»“›)\]」』”’）]*$")
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
SINGLE_OPEN, SINGLE_CLOSED = re.compile(r"'(?<![\w.]')(?=[\w€$£])"), re.compile(r"'(?<=[^\s']')(?!\w)")
SINGLE_END = re.compile(r"[,.!?](?<=\w.)'(?: |$)")  # no apostrophe: it ends what somebody said
# "franceinfoCette fois": a small word with a capital right behind another word begins a sentence.
RUN_ON = re.compile(r"[A-ZÀ-Þ](?<=[^\W\d_A-ZÀ-Þ]{3}.)[a-zà-ÿ]{2,}(?!\w)")
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
LABELLED = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.’'-]{1,40} ?){1,2}(?<! ): (?=[^\W\d_a-zà-ÿ])")
ASIDE = re.compile(r" ?\(([^()]{1,40})\)(?! [A-ZÀ-Þ])")  # before a capital it ends a caption that ran into a sentence
# "(See the counter for details.)" adds to the sentence before.
ASIDE_ALONE = re.compile(r"[(（][^()（）]*[)）][.!?。]?$")
# "So, for other reasons, does the White House": without its opener, which turned it around, it would ask.
INVERTED = re.compile(
    r"(?:so|nor),? (?:[^,]{1,40}, )?"
    r"(?:am|are|is|was|were|do|does|did|has|have|had|can|could|may|might|must|should|will|would) ",
    re.IGNORECASE,
)
JOINT = r"[,;] | [–—-] | \("
LONG = 600  # characters of a sentence too long to print in which its cut is sought
QUOTE_SHARE = (
    0.6  # of a sentence inside quotation marks: above it the sentence is somebody's words, and needs a speaker
)
SHORTEST = 5  # words below which a sentence is an exclamation or a scrap
LOOSE = ("en", "fr")
KEPT = 5  # words that must be left when a front is cut off


def trimmed(text: str, lang: str) -> str:
    """The sentence without its leading connective and without asides that point at the page's pictures."""
    pictures = lexicon("calls", lang)
    agency = AGENCY.match(text)
    text = text[agency.end() :] if agency else _lead_in(lang).sub("", ITEM.sub("", text))
    if pictures and "(" in text:
        text = ASIDE.sub(lambda aside: "" if aside.group(1) in pictures else aside.group(), text)
    front = _connective(lang).match(text)
    if front is None:
        return text
    rest = text[front.end() :]
    turned = lang == "en" and INVERTED.match(text)
    if len(split_words(rest, lang)) < KEPT or not rest[:1].isalpha() or not _begins(rest, lang) or turned:
        return text
    capital = "İ" if lang == "tr" and rest[0] == "i" else rest[0].upper()
    return capital + rest[1:]


def _begins(rest: str, lang: str) -> bool:
    """Whether a sentence can begin so without its connective: with an article, a name or a noun, no little word.

    In English and French most other beginnings do as well.
    """
    if lang in LOOSE or lang in UNSPACED:
        return True
    first = lowered(next(iter(split_words(rest, lang)), ""))
    return first in lexicon("determiners", lang) or first not in stopwords(lang)


@cache
def _lead_in(lang: str) -> re.Pattern[str]:
    """What an outlet puts in bold before one paragraph after the other: "Why it matters: …"."""
    return re.compile(rf"^(?:{any_of(lexicon('leadins', lang))}): (?-i:(?=[^\W_a-zà-ÿ]))", re.IGNORECASE)


@cache
def _connective(lang: str) -> re.Pattern[str]:
    """A connective with a comma behind it, or a conjunction with or without."""
    return re.compile(
        rf"(?:(?:{any_of(lexicon('connectives', lang))}), |(?:{any_of(lexicon('conjunctions', lang))}),? )",
        re.IGNORECASE,
    )


def sound(text: str, lang: str) -> bool:
    """Whether the sentence is whole and somebody's: ended, balanced, with a verb, no call, no speakerless quote."""
    return (
        bool(ENDED.search(text))
        and not CUT_OFF.search(text)
        and not ADDRESS.search(text)
        and not GLUED.search(text)
        and not any(lowered(found.group()) in stopwords(lang) for found in RUN_ON.finditer(text))
        and not _run_together(lang).search(text)
        and not text.isupper()
        and bool(STARTED.match(text))
        and len(split_words(text, lang)) >= SHORTEST
        and not _calls(lowered(text), lang)
        and not ASIDE_ALONE.match(text)
        and _balanced(text)
        and _spoken_for(text, lang)
        and not verbless(text, lang)
    )


@cache
def _run_together(lang: str) -> re.Pattern[str]:
    """Where a sentence starts inside another, as a caption or heading runs into it: "a busy part of town The mill"."""
    starts = any_of(word.capitalize() for word in lexicon("starts", lang))
    return re.compile(rf" (?<=[^\W\d_] )(?:{starts}) (?=[a-zà-ÿ])")


def labelled(text: str) -> bool:
    """Whether a short label stands before the sentence: who speaks, or of what the point is."""
    return LABELLED.match(text) is not None


def apart(text: str) -> Iterator[str]:
    """The sentences of a text that a dump ran into each other, without the space between them."""
    start = 0
    for seam in GLUED.finditer(text):
        yield text[start : seam.end()]
        start = seam.end()
    yield text[start:]


@cache
def _joint(lang: str) -> re.Pattern[str]:
    """Where a clause may end: at a mark, or before a conjunction that has a comma behind it ("and, at sea")."""
    return re.compile(rf"{JOINT}| (?:{any_of(lexicon('conjunctions', lang))}), ")


@cache
def _onward(lang: str) -> re.Pattern[str]:
    """A beginning that ends on a word with which a sentence goes on, or on such a word and one aside."""
    return re.compile(rf"(?<!\w)(?:{any_of(lexicon('onward', lang))})(?:, [^,;]*)?\.$")


def _calls(low: str, lang: str) -> bool:
    """Whether the sentence calls to the reader or points at the page, and does not just hold words of such calls."""
    if phrasebook("boxes", lang).in_text(folded(low)):
        return True
    calls = lexicon("calls", lang)
    if not holds(low, calls):
        return False
    for phrase in lexicon("uncalled", lang):
        low = low.replace(phrase, "")
    return holds(low, calls)


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
    leads up to the sentence, nor one that goes on ("… and, on Monday").
    """
    text, far = text[:LONG], text[LONG:]
    hangs = opening("hanging", lang).match(lowered(text))
    for joint in () if attributes(far, lang) else reversed(list(_joint(lang).finditer(text))):
        head = f"{text[: joint.start()]}."
        whole = (not hangs or ", " in head) and not _onward(lang).search(head)
        if whole and not attributes(text[joint.end() :], lang) and sound(head, lang):
            yield head
