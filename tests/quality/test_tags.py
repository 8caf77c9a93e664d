"""The shared articles with their editors' tags in, floors under the figures of tags out; they only rise."""

import importlib.util

import pytest

from copydesk.describing import Memory
from copydesk.describing.tagging import tags
from copydesk.model import Article, Block, Label, Page, Seed
from tests.quality.test_words import rows
from tests.shared import shared

FLOORS = {  # F1 of all tags that are given; measured on the articles that the weights were fitted on
    "webnews-en": 0.32,
    "webnews-xx": 0.265,
    "wikinews-fr": 0.44,
    "ptbn-pt": 0.285,
}
CLEAN = 0.97
CONSISTENT = 0.995  # uses of a tag that are spelt as most of them are


@pytest.fixture(scope="module")
def figures():
    place = importlib.util.spec_from_file_location("score_tags", shared("bench/tags/score.py"))
    score = importlib.util.module_from_spec(place)
    place.loader.exec_module(score)
    gold = [row for row in rows("bench/tags/dev.jsonl.gz") if row["source"] in FLOORS]
    return score.score(gold, {row["id"]: {"tags": list(tags(article(row), Memory()))} for row in gold})


def article(row):
    blocks = tuple(Block(Label.PARAGRAPH, part) for part in row["body"].split("\n") if part.strip())
    return Article(Page(Seed("", "", "text", ()), ()), row["title"], blocks, lang=row["lang"])


@pytest.mark.parametrize("source", FLOORS)
def test_tags_are_those_that_editors_gave(figures, source):
    assert figures[source]["F1@M"] >= FLOORS[source]


def test_tags_are_clean(figures):
    assert figures["webnews-en"]["clean"] >= CLEAN
    assert figures["webnews-en"]["alias"] == 0
    assert figures["webnews-en"]["cons"] >= CONSISTENT
