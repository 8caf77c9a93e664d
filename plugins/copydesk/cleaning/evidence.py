"""A page's lines in, a table of evidence out: each line's marks, its neighbours' and where on the page it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from copydesk.cleaning.marks import NAMES, marked
from copydesk.cleaning.phrases import KINDS, phrases
from copydesk.cleaning.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[Any]

INDEX = {name: column for column, name in enumerate(NAMES)}
FURNITURE = slice(INDEX[KINDS[0]], INDEX[KINDS[-1]] + 1)
NEAR = (-3, -2, -1, 1, 2, 3)
SEEN_NEAR = ("words", "end_stop", "function", "capitals", "indent", "blank", "prose", "cue", "begin_bullet", "end_cut")
SEEN_WIDE = ("words", "prose", "cue", "end_stop", "capitals")
WINDOWS = (2, 5, 12, 30)
# The kinds of furniture whose place on the page tells, and how strongly a line must speak of each.
CUES = {
    "related": 3.0, "comments": 3.0, "newsletter": 2.0, "author": 2.0, "rights": 2.0, "updated": 2.0, "share": 3.0,
    "navigation": 3.0,
}  # fmt: skip
SENTENCE = 8  # words of a line of prose at least
GLUED = 0.15  # the share of function words in prose at least: lists of names and titles have fewer
UNSTOPPED = 25  # words from which a line is prose even without a full stop
PARAGRAPH = 30  # words of a full paragraph at least
NUMBER = len(NAMES)  # the column of the number that a line begins with; the blank lines above it and its prose follow
PROSE = NUMBER + 2
FAR = 99.0  # lines away, or more: as good as nowhere on the page
NEVER = 10**6  # lines away is a flag that is not up at all
BREAK = 4.0  # what one line that is no prose costs the main run, in words


def run(score: Numbers) -> tuple[int, int]:
    """The stretch of lines with the greatest sum of scores, as first and one past last."""
    best, start, end, total, begin = 0.0, 0, 0, 0.0, 0
    for at, value in enumerate(score.tolist()):
        if total <= 0:
            total, begin = 0.0, at
        total += value
        if total > best:
            best, start, end = total, begin, at + 1
    return start, end


def shifted(column: Numbers, by: int, fill: float = -1.0) -> Numbers:
    """A column as seen from lines `by` further up (negative: the line before sees...)."""
    return near(column[:, None], (by,), fill)[:, 0]


def near(columns: Numbers, steps: Sequence[int], fill: float = -1.0) -> Numbers:
    """Each column as it is so many lines further down: a column for each of the steps, `fill` beyond the page."""
    size, reach = len(columns), max(map(abs, steps))
    wide = np.full((size + 2 * reach, columns.shape[1]), fill, dtype=columns.dtype)
    wide[reach : reach + size] = columns
    seen = np.empty((*columns.shape, len(steps)), dtype=columns.dtype)
    for at, step in enumerate(steps):
        seen[:, :, at] = wide[reach + step : reach + step + size]
    return seen.reshape(size, -1)


def smoothed(column: Numbers, reach: int) -> Numbers:
    """The mean of a column over the lines at most `reach` away."""
    return around(column[:, None], (reach,))[:, 0]


def around(columns: Numbers, reaches: Sequence[int]) -> Numbers:
    """The mean of each column over the lines at most so far away: a column for each of the reaches."""
    size = len(columns)
    sums = np.zeros((size + 1, columns.shape[1]))
    columns.cumsum(axis=0, out=sums[1:])
    at = np.arange(size)
    means = np.empty((*columns.shape, len(reaches)))
    for number, reach in enumerate(reaches):
        low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, size)
        means[:, :, number] = (sums[high] - sums[low]) / (high - low)[:, None]
    return means.reshape(size, -1)


def median(values: Numbers) -> float:
    """The middle of some numbers; of an even number of them the mean of the two in the middle."""
    ordered, half = np.sort(values), len(values) // 2
    return float(ordered[half] + ordered[~half]) / 2


def prose(table: Numbers) -> Numbers:
    """The words of lines that read like sentences, 0 for all others."""
    words, stop, function = (table[:, INDEX[name]] for name in ("words", "end_stop", "function"))
    sentence = (words >= SENTENCE) & (function >= GLUED) & ((stop > 0) | (words >= UNSTOPPED))
    return np.where(sentence, words, 0.0)


def kin(small: Sequence[tuple[str, ...]]) -> Numbers:
    """How many lines of the page begin with the same word, at most 9, and whether the line above and below do."""
    first = [words[0] if words else "" for words in small]
    total = Counter(first)
    above = [float(a == b) for a, b in zip(first, ["", *first], strict=False)]
    return np.array([[min(total[word], 9) for word in first], above, [*above[1:], 0.0]])


def order(small: Sequence[tuple[str, ...]]) -> Numbers:
    """How often a line's words were a whole line before, and how often they are one on the page."""
    total = Counter(small)
    often = np.array([total[words] for words in small])
    seen: Counter[tuple[str, ...]] = Counter()
    before = np.zeros(len(small))
    for at in np.flatnonzero(often > 1).tolist():
        before[at] = seen[small[at]]
        seen[small[at]] += 1
    return np.asarray(np.minimum(np.column_stack([before, often]), 5.0))


def numbered(small: Sequence[tuple[str, ...]]) -> Numbers:
    """The number that each line begins with, 0 where it begins with none or one of more than three digits."""
    first = [words[0] if words else "" for words in small]
    return np.array([float(word) if word.isdecimal() and len(word) < 4 else 0.0 for word in first])  # noqa: PLR2004


def apart(flags: Numbers) -> Numbers:
    """How many lines above each line a flag is up, and how many below, at most `FAR`: two columns for each flag."""
    at = np.arange(len(flags))[:, None]
    up, away = flags > 0, np.empty((*flags.shape, 2))
    away[:, :, 0] = at - np.maximum.accumulate(np.where(up, at, -NEVER))
    away[:, :, 1] = np.minimum.accumulate(np.where(up, at, NEVER)[::-1])[::-1] - at
    return np.minimum(away.reshape(len(flags), -1), FAR)


def standing(words: Numbers, score: Numbers) -> Numbers:
    """Where each line stands: on the page, and to the longest run of prose."""
    size = len(words)
    at = np.arange(size)
    start, end = run(np.where(score > 0, np.minimum(score, 60.0), -BREAK))
    total = max(1.0, float(words.sum()))
    before = np.cumsum(score) - score
    whole = max(1.0, float(score.sum()))
    columns = [
        at / max(1, size - 1),
        np.minimum(at, 200.0),
        np.minimum(size - 1 - at, 200.0),
        (np.cumsum(words) - words) / total,
        (at >= start) & (at < end),
        np.clip(at - start, -60, 60),
        np.clip(at - end, -60, 60),
        before / whole,
        np.minimum(before, 3000.0),
        np.minimum(score.sum() - before - score, 3000.0),
        *apart(np.column_stack([score > 0, score >= PARAGRAPH])).T,
        *np.repeat([[size], [whole / total], [whole], [(score > 0).mean()]], size, axis=1),
    ]
    return np.column_stack(columns)


def cues(table: Numbers) -> Numbers:
    """How far above and below each line the cues of each kind of furniture stand, where they are clear."""
    return apart(table[:, [INDEX[kind] for kind in CUES]] >= [*CUES.values()])


def evidence(texts: Sequence[str], numbers: Sequence[int], lang: str) -> tuple[Numbers, Words]:
    """The table of evidence, a row a line, and the page's words; no text may be blank."""
    known = phrases(lang)
    small, rows = zip(*[marked(text, lang) for text in texts], strict=True)
    table = np.frombuffer(bytearray().join(rows)).reshape(len(rows), -1)
    number = np.array(numbers)
    blank = np.minimum(np.diff(number, prepend=number[0] - 1) - 1, 3).clip(0)
    score = prose(table)
    page = Words(small, known.function, known.letters)
    cue = table[:, FURNITURE].max(axis=1)
    table[:, INDEX["indent"]] -= median(table[score > 0, INDEX["indent"]]) if score.any() else 0
    own = [
        numbered(small), blank, score, shifted(blank.astype(float), 1, 0.0), cue,
        page.share(np.ones(page.lines)), page.share((score > 0) * 1.0), page.repeated(),
        *order(small).T, *kin(small), shifted(page.share(score / PARAGRAPH), -1),
        table[:, INDEX["words"]] / max(1.0, table[:, INDEX["words"]].max()),
        table[:, INDEX["words"]] / max(1.0, median(score[score > 0]) if score.any() else 1.0),
        np.full(len(texts), blank.mean()), np.full(len(texts), table[:, INDEX["begin_bullet"]].mean()),
    ]  # fmt: skip
    columns = {name: table[:, INDEX[name]] for name in SEEN_NEAR if name in INDEX}
    columns |= {"blank": blank, "prose": score, "cue": cue}
    beside = near(np.column_stack([columns[name] for name in SEEN_NEAR]), NEAR)
    wide = around(np.column_stack([columns[name] for name in SEEN_WIDE]), WINDOWS)
    rest = [standing(table[:, INDEX["words"]], score), cues(table)]
    return np.column_stack([table, *own, beside, wide, *rest]).astype(np.float32), page


def listened(table: Numbers, page: Words, weights: Numbers) -> Numbers:
    """The table with how each line's words sound, and its neighbours', by a vocabulary's weights."""
    says = page.score(weights)
    column = says[:, None]
    return np.column_stack([table, says, near(column, NEAR, 0.0), around(column, WINDOWS)]).astype(np.float32)
