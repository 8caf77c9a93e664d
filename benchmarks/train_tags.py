"""Tagged articles of the shared benchmark in, the weights of copydesk.describing's ranking out.

Run: PYTHONPATH=plugins python -m benchmarks.train_tags [../shared/bench]
Needs scikit-learn; the same input gives the same bytes.
"""

import gzip
import json
import sys
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from copydesk.describing import Memory, Vocabulary, remember
from copydesk.describing.choosing import view
from copydesk.describing.features import printed
from copydesk.describing.key_points import key_points
from copydesk.describing.spelling import key
from copydesk.describing.standfirst import standfirst
from copydesk.describing.tagging import choices
from copydesk.describing.telling import sentences_of
from copydesk.describing.text import read
from copydesk.model import Article, Block, Label, Page, Post, Seed

WEIGHTS = Path(__file__).parent.parent / "plugins/copydesk/describing/data/weights.json"
SOURCES = {  # how much each kind of editor's tags counts: those of news sites are what we are after
    "webnews-en": 3.0,
    "webnews-xx": 2.5,
    "kptimes-sample": 3.0,
    "wikinews-fr": 2.0,
    "ptbn-pt": 1.5,
    "duc2001": 0.3,
    "reuters21578": 0.3,
    "rt-ru": 0.3,
    "ng-ru": 0.3,
}
REMEMBERING = ("rt-ru", "reuters21578", "wikinews-fr", "ptbn-pt", "webnews-en")
SLIGHT = 3  # thousandths: a weight that moves nothing is left out
STRENGTH = 0.1  # inverse of the regularisation
DOUBT = 900  # thousandths off a name whose ends no place of the text proves: better no tag than half a name
WANTED = 60  # tenths: tags an editor gives an article, near enough the mean of the news sites


def main(bench):
    plain = [row for row in rows(bench / "tags/dev.jsonl.gz") if row["source"] in SOURCES]
    told = {
        "plain": trained([example(row, Memory()) for row in plain]),
        "site": trained(list(with_memory(plain, rows(bench / "tags/history-ng-ru.jsonl.gz")))),
    }
    WEIGHTS.write_text(json.dumps(told, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def with_memory(plain, history):
    """Examples of sites that remember: ng-ru with its older articles, others with one half teaching the other."""
    past = remember([post(row, number) for number, row in enumerate(history)], Vocabulary())
    yield from (example(row, past) for row in plain if row["source"] == "ng-ru")
    for source in REMEMBERING:
        of_source = [row for row in plain if row["source"] == source]
        for half in (0, 1):
            taught = [post(row, number) for number, row in enumerate(of_source) if number % 2 == half]
            memory = remember(taught, Vocabulary())
            yield from (example(row, memory) for number, row in enumerate(of_source) if number % 2 != half)


def post(row, number):
    name = f"{number:05d}"
    return Post(name, name, row["title"], None, row["lang"], row["body"], tuple(row["gold_tags"]))


def article(row):
    blocks = tuple(Block(Label.PARAGRAPH, part.strip()) for part in row["body"].split("\n") if part.strip())
    return Article(Page(Seed("", "", "text", ()), ()), row["title"], blocks, lang=row["lang"])


def told(of):
    """What the desk would print of an article."""
    seen = view(sentences_of(of), of.title, of.lang)
    summary = standfirst(of, seen)
    return printed(summary, key_points(seen, summary), of.lang)


def example(row, memory):
    """(source, [features of each choice], [whether it is a gold tag])"""
    of = article(row)
    found = choices(read(of), memory, told(of))
    gold = {key(tag, row["lang"]) for tag in row["gold_tags"]}
    return row["source"], [choice.features for choice in found.values()], [tag in gold for tag in found]


def trained(found):
    names = sorted({name for _, rows, _ in found for row in rows for name in row})
    column = {name: number for number, name in enumerate(names)}
    rows = [row for _, rows, _ in found for row in rows]
    gold = numpy.array([hit for _, _, hits in found for hit in hits])
    weight = numpy.array([SOURCES[source] for source, rows, _ in found for _ in rows])
    cells = [column[name] for row in rows for name in row]
    starts = numpy.cumsum([0] + [len(row) for row in rows])
    matrix = csr_matrix((numpy.ones(len(cells)), cells, starts), shape=(len(rows), len(names)))
    fit = LogisticRegression(C=STRENGTH, solver="lbfgs", max_iter=1000, tol=1e-8).fit(matrix, gold, weight)
    weights = {name: round(1000 * value) for name, value in zip(names, fit.coef_[0], strict=True)}
    weights["unclear"] -= DOUBT
    return {
        "bias": round(1000 * fit.intercept_[0]),
        "wanted": WANTED,
        "weights": {name: value for name, value in weights.items() if abs(value) > SLIGHT},
    }


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else "../shared/bench"))
