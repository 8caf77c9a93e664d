"""Marked pages in, `plugins/copydesk/cleaning/model.npz` out: trains the line labeller.

    OMP_NUM_THREADS=1 PYTHONPATH=plugins python -m benchmarks.train_cleaning [--data FILE] [--check]

Wants LightGBM and scikit-learn (the dependency group `bench`). The same data and versions give the same bytes.
`--check` prints figures of pages whose sites the trees never saw, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from pathlib import Path

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.flat_trees import flat
from benchmarks.line_gold import label
from copydesk.cleaning.evidence import INDEX, evidence, listened, smoothed
from copydesk.cleaning.keeping import likeliest
from copydesk.cleaning.labeller import CLEAR, HAZE, SECOND, SLIGHT, TITLE, surroundings
from copydesk.cleaning.rivals import Proof, comparisons, rivals
from copydesk.cleaning.series import HEADING
from copydesk.cleaning.titles import Shapes
from copydesk.cleaning.words import BUCKETS, MODEL
from copydesk.trees import chance

STYLES = ("resi_main", "innertext", "blocks", "inscriptis")
FOLDS = 3  # of sites: what a page's second look learns from comes from a first look that never saw its site
FAR = 12  # lines from any line of the body: furniture there is easy, and three in four such lines are left out
STAYS = 0.25  # of the far lines, the share that stays, each then counting as much more
EVENLY = 0.3  # how much of a line's weight does not depend on its words, so that short lines count too
FOREMOST = 3  # places of the headline's rivals whose order is learned
COMMON = {
    "min_child_samples": 50,
    "reg_lambda": 5.0,
    "colsample_bytree": 0.4,
    "max_bin": 63,
    "random_state": 0,
    "deterministic": True,
    "force_row_wise": True,
    "n_jobs": 1,
    "verbose": -1,
}
# Thresholds drawn by chance (extra trees) learn less of the pages by heart: on sites not seen the precision of the body
# rose from .912 to .917 and F1 of headings from .684 to .697. Twice the trees, each learning half as much, leave more
# of the pages there whole (.313 for .298); those of headings learn on at their pace, and find more (F1 .711 for .706).
SHAPES = {
    "first": {"n_estimators": 400, "num_leaves": 24, "max_depth": 7, "learning_rate": 0.05, "extra_trees": True},
    "body": {"n_estimators": 600, "num_leaves": 24, "max_depth": 7, "learning_rate": 0.04, "extra_trees": True},
    "heading": {
        "n_estimators": 600,
        "num_leaves": 16,
        "max_depth": 6,
        "learning_rate": 0.04,
        "min_child_samples": 150,
        "reg_lambda": 20.0,
    },
    "draft": {"n_estimators": 400, "num_leaves": 16, "max_depth": 6, "learning_rate": 0.05, "extra_trees": True},
    "headline": {"n_estimators": 500, "num_leaves": 8, "max_depth": 5, "learning_rate": 0.03, "min_child_samples": 30},
}
TABLES = {
    "first": "table",
    "body": "full",
    "heading": "titles",
    "draft": "titles",
    "headline": "rivals",
}  # what each forest reads


TARGETS = {"first": "body", "draft": "headline"}  # what else than its name a forest learns


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


def chosen(page, target, dice):
    """The rows to learn a target from, and how much each weighs."""
    near = np.convolve(page["body"], np.ones(2 * FAR + 1), "same")[: len(page["body"])] > 0
    use = (near | (dice.random(len(near)) < STAYS)) & (page[target] >= 0)
    if target in ("heading", "headline"):
        use &= page["size"] <= TITLE
    if target == "heading":
        use &= page["both"] > SLIGHT
    return use, (weights(page, target) * np.where(near, 1.0, 1 / STAYS))[use]


def vocabulary(learned):
    """The weights of words and pairs of words: a logistic regression from what a line says to whether it is body."""
    dice = np.random.default_rng(0)
    columns, values, starts, gold, weight = [], [], [0], [], []
    for page in learned:
        use, weigh = chosen(page, "body", dice)
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


def lessons(page, name, dice):
    """The rows of a page that a forest learns from, their answers and their weights."""
    if name == "headline":
        right = page["headline"][page["lines"]] != 0
        use = np.full(len(right), right.any() and (page["headline"] == 0).any())
        return page["rivals"][use], right[use].astype(int), np.ones(use.sum())
    target = TARGETS.get(name, name)
    use, weigh = chosen(page, target, dice)
    return page[TABLES[name]][use], page[target][use], weigh


def fit(learned, name):
    """Boosted trees for one target; those of the headline learn the order of a page's rivals."""
    dice = np.random.default_rng(0)
    parts = [lessons(page, name, dice) for page in learned]
    rows, gold, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    say(f"{name}: {len(rows)} lines")
    if name == "headline":
        ranked = lightgbm.LGBMRanker(**{**COMMON, **SHAPES[name]}, lambdarank_truncation_level=FOREMOST)
        return ranked.fit(rows, gold, group=[len(part[1]) for part in parts if len(part[1])])
    trees = lightgbm.LGBMClassifier(**{**COMMON, **SHAPES[name]})
    return trees.fit(rows, gold, sample_weight=weight / weight.mean())


def apart(everything):
    """For each fold, the pages of the other folds and its own."""
    for number in range(FOLDS):
        yield (
            [page for page in everything if page["fold"] != number],
            [page for page in everything if page["fold"] == number],
        )


def listen(everything):
    """Give each page how its words sound, by a vocabulary that never saw its site."""
    for others, own in apart(everything):
        weigh = vocabulary(others)
        for page in own:
            page["table"] = listened(page["table"], page["words"], weigh)


def judge(everything, name):
    """Give each page the odds that a forest finds which never saw its site."""
    for others, own in apart(everything):
        trees = fit(others, name)
        for page in own:
            rows = page[TABLES[name]]
            page[f"{name} odds"] = trees.predict(rows, raw_score=True) if len(rows) else np.zeros(0)


def look(everything):
    """Give each page the tables that the forests read, none of which knows of its own site's labels."""
    listen(everything)
    judge(everything, "first")
    for page in everything:
        page["full"] = surroundings(Shapes(page["table"], page["words"]), chance(page["first odds"]))
    judge(everything, "body")
    for page in everything:
        page["both"] = chance((1 - SECOND) * page["first odds"] + SECOND * page["body odds"])
        page["titles"] = surroundings(Shapes(page["table"], page["words"]), page["both"])
    judge(everything, "draft")
    for page in everything:
        near = (smoothed(chance(page["first odds"]), HAZE) > CLEAR) & (page["size"] <= TITLE)
        draft = np.where(near, chance(page["draft odds"]), 0.0)
        page["lines"] = rivals(draft, page["texts"], page["lang"])
        proof = Proof(page["texts"], page["lang"], page["words"], page["titles"])
        rows = comparisons(proof, draft, page["lines"])
        page["rivals"] = np.column_stack([page["titles"][page["lines"]], rows])


def figures(everything):
    """Print for each style, and each fold of sites, what comes out on pages not learned from."""
    for style in STYLES:
        for number in (*range(FOLDS), None):
            rows = [
                (*kept(page), *titled(page))
                for page in everything
                if page["style"] == style and page["core"] and number in (None, page["fold"])
            ]
            precision, recall, headline = np.nanmean(rows, axis=0)[:3]
            right, found, wanted = np.sum(rows, axis=0)[3:]
            print(
                style,
                "all" if number is None else number,
                f"P {precision:.3f} R {recall:.3f} headline {headline:.3f} headings {2 * right / (found + wanted):.3f}",
            )


def titled(page):
    """Whether the likeliest headline is right; how many headings are right, found and wanted."""
    known = (page["headline"] >= 0).any() and len(page["lines"])
    right = known and page["headline"][page["lines"][np.argmax(page["headline odds"])]] != 0
    found = (page["size"] <= TITLE) & (page["both"] > SLIGHT) & (chance(page["heading odds"]) >= HEADING)
    return float(right) if known else np.nan, (found * page["heading"]).sum(), found.sum(), page["heading"].sum()


def kept(page):
    """The precision and recall of the words of a page's kept lines."""
    lines = likeliest(page["both"], page["size"])
    right = (page["size"] * page["body"])[lines].sum()
    return right / max(1.0, page["size"][lines].sum()), right / max(1.0, (page["size"] * page["body"]).sum())


def say(text):
    print(text, file=sys.stderr, flush=True)


def train(everything):
    """The arrays of the model."""
    forests = {name: fit(everything, name) for name in SHAPES}
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
    look(everything)
    if args.check:
        judge(everything, "heading")
        judge(everything, "headline")
        figures(everything)
        return
    np.savez_compressed(MODEL, **train(everything))


if __name__ == "__main__":
    main()
