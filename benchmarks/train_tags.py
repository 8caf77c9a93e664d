"""Tagged articles of the shared benchmark in, the weights of copydesk.describing's ranking out.

Run: python benchmarks/train_tags.py ../shared/bench   (needs scikit-learn; the same input gives the same bytes)
"""

import gzip
import json
import sys
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from copydesk.describing.acronyms import pairs
from copydesk.describing.candidates import candidates
from copydesk.describing.features import features
from copydesk.describing.folding import folded
from copydesk.describing.spelling import key
from copydesk.describing.text import read
from copydesk.model import Article, Block, Label, Page, Seed

WEIGHTS = Path(__file__).parent.parent / "plugins/copydesk/describing/data/weights.json"
SOURCES = {  # how much each kind of editor's tags counts: those of news sites are what we are after
    "webnews-en": 3.0,
    "webnews-xx": 2.0,
    "kptimes-sample": 3.0,
    "wikinews-fr": 1.0,
    "ptbn-pt": 0.5,
    "duc2001": 0.3,
    "reuters21578": 0.3,
    "rt-ru": 0.3,
    "ng-ru": 0.3,
}
STRENGTH = 0.05  # inverse of the regularisation
WANTED = 50  # tenths: tags per article for the cut


def main(bench):
    with gzip.open(bench / "tags/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [example(row) for row in map(json.loads, lines) if row["source"] in SOURCES]
    WEIGHTS.write_text(json.dumps(trained(found), indent=0, sort_keys=True) + "\n", encoding="utf-8")


def article(row):
    blocks = tuple(Block(Label.PARAGRAPH, part.strip()) for part in row["body"].split("\n") if part.strip())
    return Article(Page(Seed(row["id"], "", "text", ()), ()), row["title"], blocks, lang=row["lang"])


def example(row):
    """(source, [features of each candidate], [whether it is a gold tag])"""
    text = read(article(row))
    named = features(folded(candidates(text), pairs(text), text.lang), text)
    gold = {key(tag, row["lang"]) for tag in row["gold_tags"]}
    return row["source"], list(named.values()), [candidate in gold for candidate in named]


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
    return {
        "bias": round(1000 * fit.intercept_[0]),
        "wanted": WANTED,
        "weights": {name: value for name, value in weights.items() if value},
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
