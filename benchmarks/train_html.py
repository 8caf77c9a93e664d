"""Marked pages in, `plugins/copydesk/reading/page/model.npz` out: trains the judge of HTML blocks.

    PYTHONPATH=plugins python -m benchmarks.train_html [--data ../shared/bench/cleaning] [--every 1] [--check]

Wants LightGBM (the dependency group `bench`). `--check` prints figures by five folds of sites instead of writing the
model. The same data and versions give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import tarfile
from pathlib import Path

import lightgbm
import numpy as np

from benchmarks.flat_trees import flat
from copydesk.model import Label
from copydesk.reading.html import mark
from copydesk.reading.page.blocks import blocks
from copydesk.reading.page.evidence import evidence
from copydesk.reading.page.facts import facts
from copydesk.reading.page.features import families, rows
from copydesk.reading.page.judge import MODEL, settled, surroundings
from copydesk.reading.page.lines import lines
from copydesk.reading.page.statements import statements
from copydesk.reading.page.tree import tree
from copydesk.shaping.blocks import BODY

FOLDS = 5  # of sites: a first verdict comes from trees that never saw its site
NEAR = 25  # blocks around the article: of the furniture farther off, one block in seven is enough
FAR_SHARE = 0.15
SHAPE = {
    "num_leaves": 16,
    "max_depth": 7,
    "learning_rate": 0.1,
    "min_child_samples": 40,
    "reg_lambda": 5.0,
    "colsample_bytree": 0.4,
    "max_bin": 127,
    "n_estimators": 150,
    "random_state": 0,
    "deterministic": True,
    "force_row_wise": True,
    "n_jobs": 2,
    "verbose": -1,
}


def pages(data: Path, every: int):
    """Each saved page whose gold is sound, as its features and labels."""
    sys.path.insert(0, str(data))
    import score

    with gzip.open(data / "dev.jsonl.gz", "rt", encoding="utf-8") as text:
        records = [json.loads(line) for line in text]
    with tarfile.open(data / "html.tar") as tar:
        saved = {member.name: member for member in tar.getmembers()}
        for record in [r for r in records if r["html_path"] in saved and r["gold_ok"] and r["core"]][::every]:
            yield page(record, gzip.decompress(tar.extractfile(saved[record["html_path"]]).read()), score)


def page(record, content, score):
    root = tree(content, record["id"])
    found = blocks(root)
    said = statements(root)
    texts = [block.text for block in found]
    title = facts(root, said).title
    return {
        "record": record,
        "fold": int(hashlib.md5(record["site"].encode()).hexdigest(), 16) % FOLDS,
        "lines": lines(found),
        "title": title,
        "size": np.array([len(text) for text in texts], dtype=float),
        "table": rows(found, evidence(root, said, title)),
        "families": families(found),
        "body": in_body(texts, record["gold"], score),
    }


def in_body(texts, gold, score):
    """Which blocks stand in the gold body: as the score counts them, short ones only next to what stood before."""
    body = score.strip_title(gold["body"], gold.get("title"))
    known, text = score.Ref(body), f" {score.norm(body)} "
    found, end = [], 0
    for words in map(score.norm, texts):
        at = text.find(f" {words} ", max(0, end - 2)) if words else -1
        placed = at >= 0 and (words in known.ln or at <= end + 3)
        good = known.covers(words) if words.count(" ") > 2 else placed
        if good and 0 <= at < end + 2000:
            end = at + len(words) + 1
        found.append(int(good))
    return np.array(found)


def chosen(page, chance):
    """The blocks to learn from and how many blocks each stands for."""
    near = np.convolve(page["body"], np.ones(2 * NEAR + 1))[NEAR:-NEAR] > 0
    stays = near | (chance.random(len(near)) < FAR_SHARE)
    return stays, np.where(near, 1.0, 1 / FAR_SHARE)


def weights(page):
    """What a mistake on a block costs: the root of its length, as a share of its page's."""
    cost = np.sqrt(np.minimum(page["size"] + 20, 400))
    return cost / cost.sum() * np.sqrt(len(cost))


def fit(everything, target, table):
    """Boosted trees for one target, from the pages given."""
    chance = np.random.default_rng(0)
    parts = []
    for one in everything:
        stays, stands = chosen(one, chance)
        parts.append((one[table][stays], one[target][stays], (weights(one) * stands)[stays]))
    values, gold, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    return lightgbm.LGBMClassifier(**SHAPE).fit(values, gold, sample_weight=weight / weight.mean())


def apart(everything, target, table):
    """Set each page's probabilities for a target, by trees that never saw its site."""
    for number in range(FOLDS):
        trees = fit([one for one in everything if one["fold"] != number], target, table)
        for one in everything:
            if one["fold"] == number:
                one[f"{target}?"] = trees.predict_proba(one[table])[:, 1]
        print(f"{target} by {table}, fold {number}", file=sys.stderr)


def look_twice(everything):
    """Give each page its full table, with first verdicts from trees that never saw its site."""
    apart(everything, "body", "table")
    for one in everything:
        one["first"] = one["body?"]
        one["full"] = np.hstack([one["table"], surroundings(one["first"], one["size"], one["families"])]).astype(
            np.float32
        )


def check(everything):
    """Print the figures of the whole judge, by folds of sites: of all pages, and the spread over the folds."""
    apart(everything, "body", "full")
    import score

    pairs = [(one["record"], made(one)) for one in everything]
    print(json.dumps(score.figures(pairs, by="source")))
    for number in range(FOLDS):
        part = [pair for pair, one in zip(pairs, everything, strict=True) if one["fold"] == number]
        figures = score.figures(part)
        print(number, {key: figures[key] for key in ("n", "F1", "P", "R", "clean", "hF1")})


def made(one):
    """What the desk would print for a page: the lines of its body and its headings."""
    headings = [line.markup is Label.HEADING for line in one["lines"]]
    body = settled((one["first"] + one["body?"]) / 2, headings)
    kept = [line for line in mark(one["lines"], body, one["title"]) if line.markup in BODY]
    return {
        "body": "\n".join(line.text for line in kept),
        "headings": [line.text for line in kept if line.markup is Label.HEADING],
    }


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/bench/cleaning"))
    ask.add_argument("--every", type=int, default=1, help="learn from every n-th page only")
    ask.add_argument("--check", action="store_true", help="print figures by folds of sites, write nothing")
    args = ask.parse_args()
    everything = list(pages(args.data, args.every))
    print(f"{len(everything)} pages", file=sys.stderr)
    look_twice(everything)
    if args.check:
        check(everything)
        return
    forests = {
        "first": fit(everything, "body", "table"),
        "body": fit(everything, "body", "full"),
    }
    arrays = {f"{name}.{key}": array for name, trees in forests.items() for key, array in flat(trees).items()}
    np.savez_compressed(MODEL, **arrays)
    print(f"{MODEL}: {MODEL.stat().st_size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
