"""Text of a script without spaces in, the phrases that its own statistics or its change of script give out.

Han characters come as overlapping pairs (see `copydesk.describing.words`), so that a phrase of five is a chain of four.
"""

import re
from collections import Counter
from collections.abc import Iterator

from copydesk.describing.text import Segment, Text
from copydesk.describing.words import IS_KANA, Words
from copydesk.language import stopwords
from copydesk.language.tokens import HAN_RUN, IS_SPACELESS

LONGEST = 8  # characters of a Chinese phrase: a shorter limit gives two halves of one name, each a tag
LONGEST_RUN = 8  # characters of a Japanese compound: kana on both sides give its ends
IS_KATAKANA = re.compile("[\u30a1-\u30ff]{3,}")

Place = tuple[Segment, int, int]  # a segment, and a phrase's first word and the one after its last


def phrases(text: Text) -> Iterator[Place]:
    """Where the phrases stand: runs of one script in Japanese, what is said twice in Chinese."""
    segments = [segment for segment in text.segments if IS_SPACELESS.search(segment.words.source)]
    chains = [(segment, start, end) for segment in segments for start, end in runs(segment.words)]
    if any(IS_KANA.search(segment.words.source) for segment in segments):
        yield from (chain for chain in chains if chain[2] - chain[1] < LONGEST_RUN)
    else:
        yield from repeated(chains, text.lang)


def runs(words: Words) -> Iterator[tuple[int, int]]:
    """The longest chains of overlapping pairs, and each run of katakana."""
    start, spans = 0, [(begin, words.end(at)) for at, begin in enumerate(words.starts)]
    for at, (begin, end) in enumerate([*spans[1:], (0, 0)] if spans else [], 1):
        if (begin - 1, end - 1) == spans[at - 1]:
            continue
        text = words.texts[start]
        if len(text) > 1 and (HAN_RUN.match(text) or IS_KATAKANA.match(text)):
            yield start, at
        start = at


def repeated(chains: list[Place], lang: str) -> Iterator[Place]:
    """The parts of the chains that stand twice, do not begin or end in a little word, and are part of no longer one."""
    counts = Counter(phrase for chain in chains for _, phrase in parts(*chain))
    inside = {
        piece for phrase, count in counts.items() for piece in (phrase[1:], phrase[:-1]) if counts[piece] == count
    }
    little = {word for word in stopwords(lang) if len(word) == 1}
    for chain in chains:
        for part, phrase in parts(*chain):
            if counts[phrase] > 1 and phrase not in inside and phrase[0] not in little and phrase[-1] not in little:
                yield part


def parts(segment: Segment, start: int, end: int) -> Iterator[tuple[Place, str]]:
    """Every part of a chain, up to the longest phrase, with its characters; each word begins one behind the last."""
    text = segment.words.written(start, end)
    size = end - start
    more = len(text) - size  # characters of a word but the first
    for first in range(size):
        for last in range(first + 1, min(size, first + LONGEST - 1) + 1):
            yield (segment, start + first, start + last), text[first : last + more]
