"""Marked dumps in, `plugins/copydesk/shaping/signs.toml` out: learns what the signs of a day are worth.

    PYTHONPATH=plugins python -m benchmarks.train_dates [--data ../shared/bench/cleaning] [--check]

Wants scikit-learn (the dependency group `bench`). Learns from every dump with a marked day, of shops' and forums'
pages too. `--check` prints figures by five folds of sites, of articles alone, instead of writing the weights. The same
data and versions give the same bytes.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import hashlib
import json
import sys
from collections import defaultdict
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from copydesk.cleaning import clean
from copydesk.model import Line, Seed
from copydesk.reading import language
from copydesk.shaping.dates import LIKELY
from copydesk.shaping.signs import WEIGHTS, candidates

STYLES = ("resi_main", "innertext", "blocks", "inscriptis")
FOLDS = 5  # of sites
STRENGTH = 1.0  # of the fit against the pull towards nothing: flat between .1 and 1
TODAY = datetime.date(2026, 11, 22)  # after every page of the data
HEAD = """# What each sign of a day is worth, as log-odds that it is the article's (benchmarks/train_dates.py).

[weights]
"""


def pages(data: Path):
    """Each dump of a page with a marked day: style ("" where it is no article's), fold, day, and its candidates."""
    sys.path.insert(0, str(data))
    import score

    with gzip.open(data / "dev.jsonl.gz", "rt", encoding="utf-8") as text:
        records = [record for record in map(json.loads, text) if record["gold_ok"]]
    for record in records:
        gold = score.day(record["gold"].get("date"))
        fold = int(hashlib.md5(record["site"].encode()).hexdigest(), 16) % FOLDS
        for style in STYLES:
            if gold and record["dumps"].get(style):
                found = [one for one in candidates(page(record["dumps"][style])) if one.day <= TODAY]
                yield style if record["core"] else "", fold, gold, found


def page(dump: str):
    """A dump as the desk cleans it."""
    lines = tuple(Line(number, text.rstrip()) for number, text in enumerate(dump.split("\n"), 1))
    seed = Seed("seeds/page.txt", "", "text", lines)
    return clean(replace(seed, lang=language(seed)))


def right(day: datetime.date, gold: datetime.date) -> bool:
    """As the score counts: within a day, as some dumps give another time zone's."""
    return abs((day - gold).days) <= 1


def learn(everything) -> dict[str, float]:
    """The weight of each sign; a page counts as much as another, whatever days it names."""
    rows = [(one, right(one.day, gold), len(found) ** -0.5) for _, _, gold, found in everything for one in found]
    table = DictVectorizer()
    values = table.fit_transform([dict.fromkeys(one.signs, 1.0) for one, _, _ in rows])
    mean = sum(weight for _, _, weight in rows) / len(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(values, [good for _, good, _ in rows], sample_weight=[weight / mean for _, _, weight in rows])
    weights = dict(zip(table.get_feature_names_out(), model.coef_[0], strict=True))
    return {"every day": model.intercept_[0]} | dict(sorted(weights.items()))


def chosen(found, weights, least: float):
    """The day that the desk would take."""
    scored = [(weights["every day"] + sum(weights.get(sign, 0.0) for sign in one.signs), one.day) for one in found]
    best = max(scored, key=lambda pair: pair[0], default=(least, None))
    return best[1] if best[0] > least else None


def check(everything) -> None:
    """Print right and wrong by style, by folds of sites, for some thresholds."""
    weights = [learn([one for one in everything if one[1] != fold]) for fold in range(FOLDS)]
    for least in (LIKELY - 0.5, LIKELY - 0.25, LIKELY, LIKELY + 0.25):
        counts = defaultdict(lambda: [0, 0, 0])
        for style, fold, gold, found in filter(itemgetter(0), everything):
            day = chosen(found, weights[fold], least)
            counts[style][2] += 1
            counts[style][0 if day and right(day, gold) else 1] += bool(day)
        print(least, {style: f"{good / n:.3f}/{bad / n:.3f}" for style, (good, bad, n) in counts.items()})


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/bench/cleaning"))
    ask.add_argument("--check", action="store_true", help="print figures by folds of sites, write nothing")
    args = ask.parse_args()
    everything = list(pages(args.data))
    if args.check:
        check(everything)
        return
    rows = (f'"{sign}" = {weight:.2f}\n' for sign, weight in learn(everything).items())
    WEIGHTS.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
