"""Lines in, the same out with what a transcript says as paragraphs, without its time stamps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, mode
from typing import TYPE_CHECKING

from copydesk.language.wrapping import STOP
from copydesk.model import Line
from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOMENT = r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?"
# "0:05", "[00:05]", "1:02:11 words", and a subtitle's "00:00:05,000 --> 00:00:08,000".
ARROW = "-->"
STAMP = re.compile(rf"\s*[\[(]?{MOMENT}(?:\s*{ARROW}\s*[\d:.,]+)?[\])]?(?:\s+(?:[-–—]\s)?|$)")
# "Ada Orr  0:03", "Ada Orr (00:03):": who begins to speak then.
SPEAKER = re.compile(rf"\s*([^\W\d_][\w.'’-]*(?:\s[\w.'’-]+){{0,3}})\s+[\[(]?{MOMENT}[\])]?:?\s*")
CUE = re.compile(r"[\[(][^\[\]()]{1,40}[\])]|[♪♫\s]+")  # [Music]
TAG = re.compile(r"</?[a-z]+(?:[.\s][^<>]*)?>|<\d[\d:.]*>")  # "<v Ada Orr>", "<i>", "<00:00:05.120>" in a subtitle
TURN = re.compile(r"\s*>>+\s*")  # a subtitle's sign that somebody else speaks
NUMBER = re.compile(r"\d{1,9}")  # Python reads no number of thousands of figures
WORD = re.compile(r"[^\W\d_]+")
FEWEST = 4  # stamps of a transcript at least
APART = 6  # lines from one stamp to the next at most
STEP = 30  # seconds between two stamps, usually: captions change every few; chapters, reports and programmes later
SAID = 3  # words of a last line that is surely said, whatever it begins with
EARLY = 60  # seconds at which a transcript's first stamp stands at the latest, if its lines end with their sentences
ENOUGH, MOST = 300, 700  # characters from which a paragraph ends with a sentence, and wherever it is
UNSPACED = "\u3040"  # from here on signs of scripts without spaces


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line with a moment: its index, the moment in seconds, the words behind, and who is named before."""

    at: int
    second: int
    words: str
    speaker: str = ""


def untimed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of each transcript among them joined into paragraphs."""
    made: list[Line] = []
    done = 0
    for run in runs(lines):
        end = ending(run, lines)
        made += [*lines[done : run[0].at], *paragraphs(said(run, lines[:end]))]
        done = end
    return (*made, *lines[done:]) if done else tuple(lines)


def stamps(lines: Sequence[Line]) -> Iterator[Stamp]:
    """The lines that begin with a moment, or name who speaks from one on."""
    for at, line in enumerate(lines):
        found = STAMP.match(line.text) if ":" in line.text else None
        named = SPEAKER.fullmatch(line.text) if not found and ":" in line.text else None
        if found:
            yield Stamp(at, seconds(found.groups()), line.text[found.end() :])
        elif named and not any(word[0].islower() for word in named[1].split()):
            yield Stamp(at, seconds(named.groups()[1:]), f"{named[1]}:", named[1])


def seconds(parts: Sequence[str | None]) -> int:
    """A moment of hours, minutes and seconds in seconds."""
    hour, minute, second = (int(part or 0) for part in parts)
    return 3600 * hour + 60 * minute + second


def runs(lines: Sequence[Line]) -> Iterator[list[Stamp]]:
    """The stamps of each transcript."""
    found = list(stamps(lines))
    breaks = [at for at, pair in enumerate(pairwise(found), 1) if not follows(*pair)]
    for first, last in pairwise([0, *breaks, len(found)]):
        if last - first >= FEWEST and is_transcript(found[first:last], lines):
            yield found[first:last]


def follows(one: Stamp, other: Stamp) -> bool:
    """Whether a stamp is the next of a transcript."""
    return one.second <= other.second and other.at - one.at <= APART


def is_transcript(run: Sequence[Stamp], lines: Sequence[Line]) -> bool:
    """Whether stamps are those of speech, from its beginning on or out of its middle, where sentences break off.

    Who speaks is named as seldom as somebody else begins, and what is said stands below.
    """
    early = run[0].second < EARLY
    if any(stamp.speaker for stamp in run):
        return early and all(stamp.speaker and other.at - stamp.at > 1 for stamp, other in pairwise(run))
    quick = median(other.second - one.second for one, other in pairwise(run)) <= STEP
    return quick and (early or is_broken(said(run, lines[: run[-1].at + 1])))


def is_broken(pieces: Sequence[tuple[int, str]]) -> bool:
    """Whether most pieces begin in a sentence."""
    begun = [piece[:1].islower() for _, piece in pieces if piece]
    return 2 * sum(begun) > len(begun)


def ending(run: Sequence[Stamp], lines: Sequence[Line]) -> int:
    """The index behind what is said last: below the last stamp stand as many lines as usually below one.

    Where sentences break off, few words with a capital or a number below it are the page's: "87 comments".
    """
    last = run[-1].at
    end = min(last + mode(other.at - one.at for one, other in pairwise(run)), len(lines))
    words = [word for line in lines[last + 1 : end] for word in line.text.split()]
    few = 0 < len(words) < SAID and not words[0][0].islower()
    return last + 1 if few and is_broken(said(run, lines[: last + 1])) else end


def said(run: Sequence[Stamp], lines: Sequence[Line]) -> list[tuple[int, str]]:
    """What is said from the first stamp on, in pieces with their lines' numbers; "" where the voice changes.

    What a page says of a moment to those who do not see it is not said: "1 minute, 5 seconds".
    """
    known = {stamp.at: stamp for stamp in run}
    pieces: list[tuple[int, str]] = []
    for at in range(run[0].at, len(lines)):
        text = tidy(TAG.sub("", known[at].words if at in known else lines[at].text))
        if text and not (
            repeats(text, known.get(at - 1)) or counts(text, lines[at + 1 : at + 2]) or CUE.fullmatch(text)
        ):
            voices = ["", text] if is_named(known.get(at)) else TURN.split(text)
            pieces += [(lines[at].number, voice) for voice in voices]
    return pieces


def counts(text: str, below: Sequence[Line]) -> bool:
    """Whether a line is the number of a subtitle, whose time stands below."""
    return text.isdecimal() and bool(below) and ARROW in below[0].text


def is_named(stamp: Stamp | None) -> bool:
    """Whether a line names who begins to speak."""
    return stamp is not None and bool(stamp.speaker)


def repeats(text: str, stamp: Stamp | None) -> bool:
    """Whether a line below a stamp says its moment in words, and nothing else."""
    numbers = [int(number) for number in NUMBER.findall(text)] if stamp else []
    if not stamp or not numbers or len(WORD.findall(text)) > len(numbers) + 1:
        return False
    parts = [stamp.second // 3600, stamp.second // 60 % 60, stamp.second % 60]
    return [number for number in numbers if number] == [part for part in parts if part]


def paragraphs(pieces: Sequence[tuple[int, str]]) -> Iterator[Line]:
    """What is said as lines, each a paragraph that ends with a sentence if one ends in time."""
    text, number = "", 0
    for at, piece in pieces:
        if text and (not piece or len(text) >= MOST or (len(text) >= ENOUGH and STOP.search(text))):
            yield Line(number, text)
            text = ""
        number = number if text else at
        text += piece if not text or piece[:1] > UNSPACED else f" {piece}"
    if text:
        yield Line(number, text)
