"""A dump's lines and the page's gold answers in, each line's label out."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections import Counter

import numpy as np

WORD = re.compile(r"\w+")
MARK = re.compile(r"^(?:#{1,6}\s+|[-*+•◦▪]\s+|\d+\.\s+|>\s?)")
SPAN = 4  # words that must stand together in the gold body
COVERED = 0.8  # of a line's spans, to take it for a line of the body


def plain(text):
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def bare(text):
    return plain(MARK.sub("", text.strip()))


def spans(words):
    return [tuple(words[at : at + SPAN]) for at in range(len(words) - SPAN + 1)]


def label(texts, gold):
    """`body`, `heading` and `headline` for each line: 1, 0, or -1 where the gold can't tell."""
    lines = [bare(text) for text in texts]
    title = plain(gold.get("title"))
    rows = [row for row in (bare(row) for row in gold["body"].split("\n")) if row]
    rows = rows[1:] if rows and rows[0] == title else rows
    body = in_body(lines, rows)
    headings = Counter(map(plain, gold.get("headings") or []))
    named = [line in headings or plain(text) in headings for line, text in zip(lines, texts, strict=True)]
    heading = body * np.array(named, int)
    headline = in_title(lines, body, title)
    taken = (headline != 0) & np.array([line not in rows for line in lines])
    return {
        "body": np.where(taken, 0, body),
        "heading": np.where(headline != 0, 0, heading),
        "headline": headline if title else np.full(len(lines), -1),
    }


def in_body(lines, rows):
    """Which lines stand in the body: by their spans; short ones as whole rows in their place."""
    text = " ".join(rows)
    known, whole = set(spans(text.split())), set(rows)
    body = np.zeros(len(lines), int)
    unsure = []
    for at, line in enumerate(lines):
        words = line.split()
        if len(words) >= SPAN:
            found = spans(words)
            body[at] = line in whole or sum(span in known for span in found) / len(found) >= COVERED
        elif line in whole:
            unsure.append(at)
    padded = f" {text} "
    place = {at: padded.find(f" {lines[at]} ") for at in np.flatnonzero(body) if len(lines[at].split()) >= 6}
    chain = longest({at: p for at, p in place.items() if p >= 0}, lines)
    drop_doubles(body, lines, rows, place, set(chain))
    for at in unsure:
        after = bisect(chain, at)
        low = place[chain[after - 1]] + len(lines[chain[after - 1]]) if after else 0
        high = place[chain[after]] + 2 if after < len(chain) else len(padded)
        body[at] = padded.find(f" {lines[at]} ", max(0, low - 1), high) >= 0 if chain else 1
    return body


def longest(place, lines):
    """The lines that stand in the same order on the page and in the gold, with the most words."""
    keys = sorted(place)
    weigh = [len(lines[at].split()) for at in keys]
    best, back = list(weigh), [-1] * len(keys)
    for here, at in enumerate(keys):
        for there in range(max(0, here - 300), here):
            if place[keys[there]] < place[at] and best[there] + weigh[here] > best[here]:
                best[here], back[here] = best[there] + weigh[here], there
    chain, here = [], int(np.argmax(best)) if best else -1
    while here >= 0:
        chain.append(keys[here])
        here = back[here]
    return chain[::-1]


def drop_doubles(body, lines, rows, place, chain):
    """Of lines that stand on the page more often than in the gold, only those in order stay body."""
    often, wanted = Counter(lines[at] for at in np.flatnonzero(body)), Counter(rows)
    for at in place:
        if at not in chain and often[lines[at]] > max(1, wanted[lines[at]]):
            body[at] = 0
            often[lines[at]] -= 1


def in_title(lines, body, title):
    """1 for the headline above the article, -1 for its other copies, 0 for all else."""
    found = [at for at, line in enumerate(lines) if title and line == title]
    marks = np.zeros(len(lines), int)
    if found:
        long = [at for at in np.flatnonzero(body) if len(lines[at].split()) >= 12]
        start = long[0] if long else len(lines)
        above = [at for at in found if at <= start]
        marks[found] = -1
        marks[above[-1] if above else found[0]] = 1
    return marks
