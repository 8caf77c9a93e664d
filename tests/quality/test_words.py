"""The shared texts in, floors under the figures of sentences and standfirsts out; they only rise."""

import gzip
import json
from collections import Counter, defaultdict

import pytest
from benchmarks.rouge import Reference
from benchmarks.train_summaries import article

from copydesk.describing import Memory, describe
from copydesk.describing.leaning import leans
from copydesk.describing.telling import length
from copydesk.language import sentences
from tests.shared import shared

BOUNDARIES = {
    "gum_news(en)": 0.964,
    "ewt(en,web)": 0.88,
    "pud(en)": 0.998,
    "gsd(de)": 0.91,
    "gsd(es)": 0.966,
    "gsd(fr)": 0.978,
    "golden(en)": 0.89,
}
EVERY = 8  # of the articles: enough for a floor, and done in seconds
ROUGE = (0.38, 0.18, 0.34)


def rows(name):
    with gzip.open(shared(name), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def ends(parts):
    total, out = 0, set()
    for part in parts:
        total += len("".join(part.split()))
        out.add(total)
    return out - {total}


def test_sentences_end_where_people_say_they_do():
    count = defaultdict(Counter)
    for row in rows("bench/sentences/dev.jsonl.gz"):
        gold, said = ends(row["sentences"]), ends(sentences(row["text"], row["lang"]))
        count[row["set"]].update(hits=len(gold & said), all=len(gold) + len(said), right=gold == said, texts=1)
    for name, floor in BOUNDARIES.items():
        one = count[name]
        figure = one["right"] / one["texts"] if name.startswith("golden") else 2 * one["hits"] / one["all"]
        assert figure >= floor, name


@pytest.mark.slow
def test_standfirsts_tell_what_editors_told():
    figures = []
    for row in rows("bench/summaries/dev.jsonl.gz")[::EVERY]:
        told = article(row)
        story = describe(told, Memory())
        parts = sentences(story.summary, told.lang)
        assert length(story.summary) <= 60
        assert all(not leans(point, told.lang) for point in story.key_points)
        figures.append(max(Reference(text, parts, told.lang).figures(range(len(parts))) for text in row["refs"]))
    for figure, floor in zip(zip(*figures, strict=True), ROUGE, strict=True):
        assert sum(figure) / len(figures) >= floor
