"""The shared web pages in, floors under the figures of reading HTML out; they only rise."""

import datetime
import gzip
import importlib.util
import json
import tarfile

import pytest

from copydesk.cleaning import clean
from copydesk.model import CopydeskError
from copydesk.reading import read
from copydesk.shaping import shape
from tests.shared import shared

EVERY = 15  # of the pages: enough for a floor, and done in seconds
TODAY = datetime.date(2026, 11, 22)
FLOORS = {"F1": 0.975, "clean": 0.45, "t_norm": 0.93, "hF1": 0.92, "d_ok": 0.92}


def scorer():
    spec = importlib.util.spec_from_file_location("score", shared("bench/cleaning/score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made(path):
    try:
        article = shape(clean(read(path, path.parent)[0]), TODAY)
    except CopydeskError:
        return {}
    return {
        "body": "\n\n".join(block.text for block in article.blocks),
        "title": article.title,
        "date": str(article.date or ""),
        "headings": list(article.headings),
    }


@pytest.mark.slow
def test_pages_give_what_people_marked(tmp_path):
    score = scorer()
    with gzip.open(shared("bench/cleaning/dev.jsonl.gz"), "rt", encoding="utf-8") as lines:
        records = [record for record in map(json.loads, lines) if record["core"] and record["gold_ok"]][::EVERY]
    pairs = []
    with tarfile.open(shared("bench/cleaning/html.tar")) as tar:
        saved = {member.name: member for member in tar.getmembers()}
        for record in (record for record in records if record["html_path"] in saved):
            path = tmp_path / "page.html"
            path.write_bytes(gzip.decompress(tar.extractfile(saved[record["html_path"]]).read()))
            pairs.append((record, made(path)))
    figures = score.figures(pairs)
    assert figures["n"] > 40
    assert {key: figures[key] for key, floor in FLOORS.items() if figures[key] < floor} == {}
