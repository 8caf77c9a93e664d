"""Articles with reference summaries in, `describing/standfirst.json` out: what makes a set of sentences a standfirst.

  PYTHONPATH=plugins python -m benchmarks.train_summaries [FILE.jsonl.gz] [--folds 5]

Each article gives every set of sentences that the desk would search, with the set's figures and its ROUGE. The weights
make the ROUGE to be expected of a set drawn with probability softmax(weights × figures) as high as they can (Adam,
full batches, from zero, so that the same data give the same weights). With `--folds` it prints the figures that the
weights reach on articles they were not fitted to, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.rouge import Reference
from copydesk.describing import choosing
from copydesk.describing.telling import Sentence, sentences_of
from copydesk.model import Article, Block, Label, Page, Seed

SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
FIELD = 16  # sentences of an article that enter the sets learned from
STEPS, RATE = 300, 0.05
SHRINK = 0.1  # as good in folds as a tenth of it, and a change of the gates turns the weights about less
NAMES = 0.6  # worth of all the lead's names against that of a perfect ROUGE
Array = np.ndarray


@dataclass
class Lesson:
    """One article: its sets' figures (sets × figures), ROUGE (sets × 3) and share of the lead's names (sets)."""

    id: str
    figures: Array
    rouge: Array
    names: Array


def article(row: dict[str, object]) -> Article:
    seed = Seed(path=str(row["id"]), digest="", kind="text", lines=(), lang=str(row["lang"]))
    blocks = tuple(Block(Label.PARAGRAPH, line.strip()) for line in str(row["body"]).splitlines() if line.strip())
    return Article(Page(seed, ()), str(row.get("title") or ""), blocks, lang=seed.lang)


def entering(seen: choosing.View) -> list[Sentence]:
    """The sentences learned from: near the top, close to the title, and full of what the article is about."""

    def promise(one: Sentence) -> float:
        title = len(one.stems & seen.title) / max(1, len(seen.title))
        return 10 * seen.share(seen.held[one.place].weight) + 3 / (1 + one.place) + 2 * title

    allowed = [one for one in seen.sentences if seen.allows(one)]
    return sorted(sorted(allowed, key=lambda one: -promise(one))[:FIELD], key=lambda one: one.place)


def lesson(row: dict[str, object]) -> Lesson | None:
    told = article(row)
    seen = choosing.view(sentences_of(told), told.title, told.lang)
    field = entering(seen)
    sets = list(choosing.sets(field))
    if not sets:
        return None
    alone = {one.place: np.array(choosing.facets(one, seen)) for one in field}
    together = [choosing.traits(chosen, seen) for chosen in sets]
    figures = [[*sum(alone[one.place] for one in chosen), *rest] for chosen, rest in zip(sets, together, strict=True)]
    at = {one.place: n for n, one in enumerate(field)}
    references = [Reference(text, [one.text for one in field], told.lang) for text in row["refs"]]
    rouge = [np.mean([r.figures([at[one.place] for one in chosen]) for r in references], axis=0) for chosen in sets]
    names = [rest[choosing.TRAITS.index("covers names")] for rest in together]
    return Lesson(str(row["id"]), np.array(figures), np.array(rouge), np.array(names))


def fit(lessons: list[Lesson]) -> Array:
    """The weights of the figures, in the order of `FACETS` and `TRAITS`."""
    rows = np.vstack([one.figures for one in lessons])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    data = [((one.figures - mean) / scale, 100 * (one.rouge.mean(axis=1) + NAMES * one.names)) for one in lessons]
    weights, first, second = (np.zeros(rows.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = sum(pull(weights, figures, worth) for figures, worth in data) / len(data) - SHRINK * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights = weights + RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights / scale


def pull(weights: Array, figures: Array, worth: Array) -> Array:
    """The slope of one article's expected worth."""
    drawn = np.exp((pull := figures @ weights) - pull.max())
    drawn /= drawn.sum()
    return (drawn * (worth - drawn @ worth)) @ figures


def tried(lessons: list[Lesson], folds: int) -> Array:
    """ROUGE-1, -2, -L and names kept, on articles the weights were not fitted to."""
    parts = [int(hashlib.sha256(one.id.encode()).hexdigest(), 16) % folds for one in lessons]
    got = []
    for fold in range(folds):
        weights = fit([one for one, part in zip(lessons, parts, strict=True) if part != fold])
        for one in (one for one, part in zip(lessons, parts, strict=True) if part == fold):
            best = int(np.argmax(one.figures @ weights))
            got.append([*one.rouge[best], one.names[best]])
    return 100 * np.mean(got, axis=0)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", nargs="?", type=Path, default=SHARED / "bench/summaries/dev.jsonl.gz")
    ask.add_argument("--folds", type=int, default=0)
    args = ask.parse_args()
    with gzip.open(args.file, "rt", encoding="utf-8") as lines:
        lessons = [made for made in map(lesson, map(json.loads, lines)) if made]
    if args.folds:
        print("ROUGE-1/2/L and names kept:", *(f"{figure:.1f}" for figure in tried(lessons, args.folds)))
        return
    weights = [round(float(one), 3) for one in fit(lessons)]
    parts = {"facets": choosing.FACETS, "traits": choosing.TRAITS}
    told = iter(weights)
    text = json.dumps({part: {name: next(told) for name in names} for part, names in parts.items()}, indent=1)
    choosing.WEIGHTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
