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
WINDOWS = (2, 5, 12, 30)
SENTENCE = 8  # words of a line of prose at least
GLUED = 0.15  # the share of function words in prose at least: lists of names and titles have fewer
UNSTOPPED = 25  # words from which a line is prose even without a full stop
PARAGRAPH = 30  # words of a full paragraph at least
NUMBER = len(NAMES)  # the column of the number that a line begins with; the blank lines above it and its prose follow
PROSE = NUMBER + 2
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
    out = np.full_like(column, fill)
    if abs(by) >= len(column):
        return out
    if by > 0:
        out[:-by] = column[by:]
    else:
        out[-by:] = column[:by]
    return out


def smoothed(column: Numbers, reach: int) -> Numbers:
    """The mean of a column over the lines at most `reach` away."""
    sums = np.concatenate([[0.0], np.cumsum(column)])
    at = np.arange(len(column))
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(column))
    return np.asarray((sums[high] - sums[low]) / (high - low))


def median(values: Numbers) -> float:
    """The middle of some numbers; of an even number of them the mean of the two in the middle."""
    ordered, half = np.sort(values), len(values) // 2
    return float(ordered[half] + ordered[~half]) / 2


def prose(table: Numbers) -> Numbers:
    """The words of lines that read like sentences, 0 for all others."""
    words, stop, function = (table[:, INDEX[name]] for name in ("words", "end_stop", "function"))
    sentence = (words >= SENTENCE) & (function >= GLUED) & ((stop > 0) | (words >= UNSTOPPED))
    return np.where(sentence, words, 0.0)


def kin(small: Sequence[Sequence[str]]) -> Numbers:
    """How many lines of the page begin with the same word, at most 9, and whether the line above and below do."""
    first = [words[0] if words else "" for words in small]
    total = Counter(first)
    above = [float(a == b) for a, b in zip(first, ["", *first], strict=False)]
    return np.array([[min(total[word], 9) for word in first], above, [*above[1:], 0.0]])


def order(small: Sequence[Sequence[str]]) -> Numbers:
    """How often a line's words were a whole line before, and how often they are one on the page."""
    keys = [" ".join(words) for words in small]
    total = Counter(keys)
    seen: Counter[str] = Counter()
    rows = []
    for key in keys:
        rows.append((min(seen[key], 5), min(total[key], 5)))
        seen[key] += 1
    return np.array(rows, dtype=np.float64).reshape(-1, 2)


def numbered(small: Sequence[Sequence[str]]) -> Numbers:
    """The number that each line begins with, 0 where it begins with none or one of more than three digits."""
    first = [words[0] if words else "" for words in small]
    return np.array([float(word) if word.isdecimal() and len(word) < 4 else 0.0 for word in first])  # noqa: PLR2004


def since(flag: Numbers, limit: float = 99.0) -> Numbers:
    """How many lines ago the flag was last up, at most `limit`."""
    at = np.arange(len(flag))
    last = np.maximum.accumulate(np.where(flag > 0, at, -(10**6)))
    return np.minimum(at - last, limit)


def standing(words: Numbers, score: Numbers) -> list[Numbers]:
    """Where each line stands: on the page, and to the longest run of prose."""
    size = len(words)
    at = np.arange(size)
    start, end = run(np.where(score > 0, np.minimum(score, 60.0), -BREAK))
    total = max(1.0, float(words.sum()))
    before = np.cumsum(score) - score
    whole = max(1.0, float(score.sum()))
    return [
        at / max(1, size - 1),
        np.minimum(at, 200.0),
        np.minimum(size - 1 - at, 200.0),
        (np.cumsum(words) - words) / total,
        ((at >= start) & (at < end)).astype(float),
        np.clip(at - start, -60, 60).astype(float),
        np.clip(at - end, -60, 60).astype(float),
        before / whole,
        np.minimum(before, 3000.0),
        np.minimum(score.sum() - before - score, 3000.0),
        since(score > 0),
        since(score[::-1] > 0)[::-1],
        since(score >= PARAGRAPH),
        since(score[::-1] >= PARAGRAPH)[::-1],
        np.full(size, float(size)),
        np.full(size, whole / total),
        np.full(size, float(whole)),
        np.full(size, float((score > 0).mean())),
    ]


def cues(table: Numbers) -> list[Numbers]:
    """How far above and below each line the cues of each kind of furniture stand, where they are clear."""
    columns = []
    for kind in ("related", "comments", "newsletter", "author", "rights", "updated", "share", "navigation"):
        flag = table[:, INDEX[kind]] >= (3.0 if kind in ("related", "comments", "share", "navigation") else 2.0)
        columns += [since(flag), since(flag[::-1])[::-1]]
    return columns


def evidence(texts: Sequence[str], numbers: Sequence[int], lang: str) -> tuple[Numbers, Words]:
    """The table of evidence, a row a line, and the page's words; no text may be blank."""
    known = phrases(lang)
    rows = [marked(text, lang) for text in texts]
    small = [words for words, _ in rows]
    table = np.array([row for _, row in rows])
    number = np.array(numbers)
    blank = np.minimum(np.diff(number, prepend=number[0] - 1) - 1, 3).clip(0)
    score = prose(table)
    page = Words(small, known.function)
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
    near = dict(zip(("blank", "prose", "cue"), (blank.astype(float), score, cue), strict=True))
    columns = {name: table[:, INDEX[name]] for name in SEEN_NEAR if name in INDEX} | near
    around = [shifted(columns[name], step) for name in SEEN_NEAR for step in NEAR]
    wide = [
        smoothed(columns[name], reach)
        for name in ("words", "prose", "cue", "end_stop", "capitals")
        for reach in WINDOWS
    ]
    rest = [*standing(table[:, INDEX["words"]], score), *cues(table)]
    return np.column_stack([table, *own, *around, *wide, *rest]).astype(np.float32), page


def listened(table: Numbers, page: Words, weights: Numbers) -> Numbers:
    """The table with how each line's words sound, and its neighbours', by a vocabulary's weights."""
    says = page.score(weights)
    columns = [says, *(shifted(says, step, 0.0) for step in NEAR), *(smoothed(says, reach) for reach in WINDOWS)]
    return np.column_stack([table, *columns]).astype(np.float32)
