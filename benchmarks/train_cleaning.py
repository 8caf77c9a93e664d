"""Marked pages in, `plugins/copydesk/cleaning/model.npz` out: trains the line labeller.

    OMP_NUM_THREADS=1 PYTHONPATH=plugins python -m benchmarks.train_cleaning [--data FILE] [--check]

Wants scikit-learn (the dependency group `bench`). The same data and versions give the same bytes. `--check` prints
figures of pages whose sites the trees never saw, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from benchmarks.line_gold import label
from copydesk.cleaning.evidence import INDEX, evidence, listened
from copydesk.cleaning.labeller import TITLE, surroundings
from copydesk.cleaning.sheet import likeliest
from copydesk.cleaning.words import BUCKETS, MODEL

STYLES = ("resi_main", "innertext", "blocks", "inscriptis")
FOLDS = 3  # of sites: what a page's second look learns from comes from a first look that never saw its site
FAR = 12  # lines from any line of the body: furniture there is easy, and three in four such lines are left out
STAYS = 0.25  # of the far lines, the share that stays, each then counting as much more
EVENLY = 0.3  # how much of a line's weight does not depend on its words, so that short lines count too
SHAPES = {
    "first": {"max_iter": 90, "max_leaf_nodes": 24, "max_depth": 6, "learning_rate": 0.1},
    "body": {"max_iter": 130, "max_leaf_nodes": 24, "max_depth": 6, "learning_rate": 0.08},
    "heading": {"max_iter": 80, "max_leaf_nodes": 16, "max_depth": 5, "learning_rate": 0.1},
    "headline": {"max_iter": 80, "max_leaf_nodes": 16, "max_depth": 5, "learning_rate": 0.1},
}


def pages(path, every):
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
    about = {key: record[key] for key in ("id", "site", "core", "lang")}
    place = {"fold": fold(record["site"]), "style": style, "texts": texts, "numbers": numbers}
    marked = label(texts, record["gold"])
    return {**about, **place, **marked, "table": table, "words": words, "size": table[:, INDEX["words"]]}


def fold(site):
    """The fold of a site: the same whatever other sites there are."""
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS


def weights(page, target):
    """What a mistake on each line costs: its words, as a share of the article's, and a little for being a line."""
    if target in ("heading", "headline"):
        return np.ones(len(page["size"]))
    words = max(20.0, float(page["size"][page["body"] == 1].sum()))
    lines = max(3.0, float((page["body"] == 1).sum()))
    return np.minimum(page["size"] / words, 1.0) + EVENLY / lines


def chosen(page, target, chance):
    """The rows to learn a target from, and how much each weighs."""
    near = np.convolve(page["body"], np.ones(2 * FAR + 1), "same")[: len(page["body"])] > 0
    use = (near | (chance.random(len(near)) < STAYS)) & (page[target] >= 0)
    if target in ("heading", "headline"):
        use &= page["size"] <= TITLE
    return use, (weights(page, target) * np.where(near, 1.0, 1 / STAYS))[use]


def vocabulary(learned):
    """The weights of words and pairs of words: a logistic regression from what a line says to whether it is body."""
    chance = np.random.default_rng(0)
    columns, values, starts, gold, weight = [], [], [0], [], []
    for page in learned:
        use, weigh = chosen(page, "body", chance)
        line, bucket = page["words"].heard()
        often = np.bincount(line, minlength=len(use))
        by_line = np.argsort(line, kind="stable")
        by_line = by_line[use[line[by_line]]]
        columns.append(bucket[by_line])
        values.append(1 / np.sqrt(often[line[by_line]]))
        starts.extend(starts[-1] + np.cumsum(often[use]))
        gold.append(page["body"][use])
        weight.append(weigh)
    rows = csr_matrix((np.concatenate(values), np.concatenate(columns), starts), shape=(len(starts) - 1, BUCKETS))
    weight = np.concatenate(weight)
    fitted = LogisticRegression(C=1.0, max_iter=60).fit(rows, np.concatenate(gold), weight / weight.mean())
    return fitted.coef_[0].astype(np.float16).astype(np.float32)


def fit(learned, name, table):
    """Boosted trees for one target: `first` and `body` both learn the body."""
    target = "body" if name == "first" else name
    chance = np.random.default_rng(0)
    parts = []
    for page in learned:
        use, weigh = chosen(page, target, chance)
        parts.append((page[table][use], page[target][use], weigh))
    rows, gold, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    trees = HistGradientBoostingClassifier(
        min_samples_leaf=50, l2_regularization=5.0, max_bins=128, early_stopping=False, random_state=0, **SHAPES[name]
    )
    say(f"{name}: {len(rows)} lines")
    return trees.fit(rows, gold, sample_weight=weight / weight.mean())


def apart(everything):
    """For each fold, the pages of the other folds and its own."""
    for number in range(FOLDS):
        yield (
            [page for page in everything if page["fold"] != number],
            [page for page in everything if page["fold"] == number],
        )


def look_twice(everything):
    """Give each page its full table, from a vocabulary and a first look that never saw its site."""
    for others, own in apart(everything):
        weigh = vocabulary(others)
        for page in own:
            page["table"] = listened(page["table"], page["words"], weigh)
    for others, own in apart(everything):
        trees = fit(others, "first", "table")
        for page in own:
            page["first"] = trees.predict_proba(page["table"])[:, 1]
            page["full"] = surroundings(page["table"], page["words"], page["first"])


def check(everything, name):
    """Give each page the chances that trees find which never saw its site."""
    for others, own in apart(everything):
        trees = fit(others, name, "full")
        for page in own:
            page[f"{name}_chance"] = trees.predict_proba(page["full"])[:, 1]


def figures(everything):
    """Print for each style, and each fold of sites, the precision and recall of words on pages not learned from."""
    for style in STYLES:
        for number in (*range(FOLDS), None):
            rows = [
                kept(page)
                for page in everything
                if page["style"] == style and page["core"] and number in (None, page["fold"])
            ]
            precision, recall = np.mean(rows, axis=0)
            print(style, "all" if number is None else number, f"P {precision:.3f} R {recall:.3f}")


def kept(page):
    """The precision and recall of the words of a page's kept lines."""
    lines = likeliest(page["body_chance"], page["size"])
    right = (page["size"] * page["body"])[lines].sum()
    return right / max(1.0, page["size"][lines].sum()), right / max(1.0, (page["size"] * page["body"]).sum())


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
        "roots": np.array(roots, np.uint16),
        "column": np.array(column, np.uint8),
        "threshold": np.array(threshold, np.float32),
        "children": np.array(children, np.uint16),
        "value": np.array(value, np.float32),
        "depth": np.array(depth),
        "base": np.array(float(trees._baseline_prediction.ravel()[0])),  # noqa: SLF001
    }


def say(text):
    print(text, file=sys.stderr, flush=True)


def train(everything):
    """The arrays of the model."""
    forests = {"first": fit(everything, "first", "table")}
    forests |= {name: fit(everything, name, "full") for name in ("body", "heading", "headline")}
    arrays = {f"{name}.{key}": value for name, trees in forests.items() for key, value in flat(trees).items()}
    return {"vocabulary": vocabulary(everything).astype(np.float16), **arrays}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/bench/cleaning/dev.jsonl.gz"))
    ask.add_argument("--every", type=int, default=1, help="learn from every n-th page only")
    ask.add_argument("--check", action="store_true", help="print figures of pages not learned from, and write nothing")
    args = ask.parse_args()
    everything = list(pages(args.data, args.every))
    say(f"{len(everything)} dumps")
    look_twice(everything)
    if args.check:
        check(everything, "body")
        figures(everything)
        return
    np.savez_compressed(MODEL, **train(everything))


if __name__ == "__main__":
    main()
