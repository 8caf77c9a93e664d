"""Article in, the sentences that could speak for it out, in order, each with what a choice needs to know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from copydesk.describing.standing import leans, sound, trimmed
from copydesk.language import sentences, stem, stopwords, words
from copydesk.model import Article, Label

TOLD = (Label.STANDFIRST, Label.PARAGRAPH)
READ = 60  # sentences of an article that are looked at: what matters in news stands before
COUNTED = re.compile(r"\w+(?:['’.\-]\w+)*")
WIDE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
NAME = re.compile(r"(?<=[\w,;:’'\"”»)] )[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁİ][\w’'.-]+|\d[\d.,]*%?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    `place` counts the article's sentences from 0; `opens` is true for the first of its paragraph; `text` is the
    sentence as it would be printed, `length` its words; `stems` are those of its content words, `pairs` their
    neighbours; `names` its names and numbers. `leans` is true where it needs the sentence before it, `sound` false
    where it must not be printed; `standfirst` true where the page itself set it as its standfirst.
    """

    place: int
    opens: bool
    text: str
    length: int
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    leans: bool
    sound: bool
    standfirst: bool = False


def sentences_of(article: Article) -> list[Sentence]:
    """The sentences of the article's paragraphs, trimmed, in order; at most `READ` of them."""
    said = [
        (sentence, at == 0, block.kind is Label.STANDFIRST)
        for block in article.blocks
        if block.kind in TOLD
        for at, sentence in enumerate(sentences(block.text, article.lang))
    ]
    return [_sentence(place, *told, article.lang) for place, told in enumerate(said[:READ])]


def _sentence(place: int, sentence: str, opens: bool, standfirst: bool, lang: str) -> Sentence:
    text = trimmed(sentence, lang)
    stems = content(text, lang)
    return Sentence(
        place=place,
        opens=opens,
        text=text,
        length=length(text),
        stems=frozenset(stems),
        pairs=frozenset(pairwise(stems)),
        names=names(text),
        leans=leans(text, lang),
        sound=sound(text, lang),
        standfirst=standfirst,
    )


def length(text: str) -> int:
    """Words of a text as a reader counts them; two characters of a script without spaces count as one."""
    wide = len(WIDE.findall(text))
    return len(COUNTED.findall(WIDE.sub(" ", text) if wide else text)) + (wide + 1) // 2


def content(text: str, lang: str) -> tuple[str, ...]:
    """The stems of the words that carry the subject, in order."""
    small = stopwords(lang)
    return tuple(stem(word, lang) for word in words(text, lang) if len(word) > 1 and word.lower() not in small)


def names(text: str) -> frozenset[str]:
    """The capitalised words inside a text, and its numbers."""
    return frozenset(name.rstrip(".,'’-").lower() for name in NAME.findall(text))
