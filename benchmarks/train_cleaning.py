"""Marked pages in, `plugins/copydesk/cleaning/model.npz` out: trains the line labeller.

    PYTHONPATH=plugins python benchmarks/train_cleaning.py [--data ../shared/bench/cleaning/dev.jsonl.gz]

Wants scikit-learn (the dependency group `bench`). The same data and versions give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from gold import label
from sklearn.ensemble import HistGradientBoostingClassifier

from copydesk.cleaning.evidence import INDEX, evidence
from copydesk.cleaning.labeller import surroundings
from copydesk.cleaning.trees import MODEL

STYLES = ("resi_main", "innertext", "blocks", "inscriptis")
FOLDS = 2  # of sites: a page's first look comes from trees that never saw its site
FAR = 12  # lines from any line of the body: furniture there is easy, and three in four such lines are left out
EVENLY = 0.3  # how much of a line's weight does not depend on its words, so that short lines count too
SHAPES = {
    "first": {"max_iter": 80, "max_leaf_nodes": 24, "max_depth": 6, "learning_rate": 0.1},
    "body": {"max_iter": 80, "max_leaf_nodes": 24, "max_depth": 6, "learning_rate": 0.1},
    "heading": {"max_iter": 60, "max_leaf_nodes": 16, "max_depth": 5, "learning_rate": 0.1},
    "headline": {"max_iter": 60, "max_leaf_nodes": 16, "max_depth": 5, "learning_rate": 0.1},
}


def pages(path: Path, every: int):
    """Each dump of each page whose gold is sound, as its evidence and its labels."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][::every]
    for record in records:
        if record["gold_ok"] and record["gold"].get("body"):
            for style in STYLES:
                if page := dump(record, style):
                    yield page


def dump(record, style):
    """One dump as a dictionary of arrays, or nothing where it has no text."""
    rows = [(n, text.rstrip()) for n, text in enumerate((record["dumps"].get(style) or "").split("\n"), 1)]
    rows = [(n, text) for n, text in rows if any(map(str.isalnum, text))]
    if not rows:
        return None
    numbers, texts = zip(*rows, strict=True)
    table, words = evidence(texts, numbers, record["lang"])
    return {
        "id": record["id"],
        "site": record["site"],
        "style": style,
        "core": record["core"],
        "table": table,
        "texts": texts,
        "words": words,
        **label(texts, record["gold"]),
        "size": table[:, INDEX["words"]],
    }


def fold(site: str, folds: int) -> int:
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % folds


def weights(page, target):
    """What a mistake on each line costs: its words, as a share of the article's, and a little for being a line."""
    if target in ("heading", "headline"):
        return np.ones(len(page["size"]))
    words = max(20.0, float(page["size"][page["body"] == 1].sum()))
    lines = max(3.0, float((page["body"] == 1).sum()))
    return np.minimum(page["size"] / words, 1.0) + EVENLY / lines


def thinned(page, chance):
    """The rows to learn from, and how many rows each stands for."""
    near = np.convolve(page["body"], np.ones(2 * FAR + 1), "same")[: len(page["body"])] > 0
    stays = near | (chance.random(len(near)) < 0.25)
    return stays, np.where(near, 1.0, 4.0)


def fit(chosen, target, tables, share=1.0):
    """Boosted trees for one target, from the chosen pages."""
    chance = np.random.default_rng(0)
    parts = []
    for page in chosen:
        stays, stands = thinned(page, chance)
        stays &= chance.random(len(stays)) < share
        use = stays & (page[target] >= 0)
        parts.append((page[tables][use], page[target][use], (weights(page, target) * stands)[use]))
    table, gold, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    trees = HistGradientBoostingClassifier(
        min_samples_leaf=40,
        l2_regularization=5.0,
        early_stopping=False,
        random_state=0,
        **SHAPES[target if target != "body" or tables == "full" else "first"],
    )
    return trees.fit(table, gold, sample_weight=weight / weight.mean())


def look_twice(everything, share):
    """Give each page its full table, with a first look from trees that never saw its site."""
    for number in range(FOLDS):
        trees = fit([p for p in everything if fold(p["site"], FOLDS) != number], "body", "table", share)
        for page in everything:
            if fold(page["site"], FOLDS) == number:
                page["first"] = trees.predict_proba(page["table"])[:, 1]
                page["full"] = surroundings(page["table"], page["words"], page["first"])


def flat(trees):
    """scikit-learn's trees as the arrays that `copydesk.cleaning.trees.Forest` walks."""
    roots, column, threshold, children, value, depth = [], [], [], [], [], 0
    for (tree,) in trees._predictors:  # noqa: SLF001
        start = len(column)
        roots.append(start)
        for at, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            column.append(0 if leaf else int(node["feature_idx"]))
            threshold.append(np.inf if leaf else node["num_threshold"])
            children += [start + at] * 2 if leaf else [start + int(node["left"]), start + int(node["right"])]
            value.append(node["value"] if leaf else 0.0)
            depth = max(depth, int(node["depth"]))
    return {
        "roots": np.array(roots, np.int32),
        "column": np.array(column, np.uint8),
        "threshold": np.array(threshold, np.float32),
        "children": np.array(children, np.uint16),
        "value": np.array(value, np.float32),
        "depth": np.array(depth),
        "base": np.array(float(trees._baseline_prediction.ravel()[0])),  # noqa: SLF001
    }


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/bench/cleaning/dev.jsonl.gz"))
    ask.add_argument("--every", type=int, default=1, help="learn from every n-th page only")
    ask.add_argument("--share", type=float, default=1.0, help="learn from this share of the lines only")
    args = ask.parse_args()
    everything = list(pages(args.data, args.every))
    print(f"{len(everything)} dumps", file=sys.stderr)
    look_twice(everything, args.share)
    forests = {"first": fit(everything, "body", "table", args.share)}
    forests |= {name: fit(everything, name, "full", args.share) for name in ("body", "heading", "headline")}
    arrays = {f"{name}.{key}": value for name, trees in forests.items() for key, value in flat(trees).items()}
    np.savez_compressed(MODEL, **arrays)


if __name__ == "__main__":
    main()
