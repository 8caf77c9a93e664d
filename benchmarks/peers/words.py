"""Articles with tags or summaries in, what other tools make of them out, by the scorers that bench.py uses.

    PYTHONPATH=plugins python -m benchmarks.peers.words tags|summaries [--data FOLDER]

Wants `snowballstemmer`, and `yake` for tags, `sumy nltk rouge-score` for summaries. YAKE is tried with phrases of at
most one, two and three words, TF-IDF counts over the articles of each source; of sumy's summaries as many sentences are
taken as bring 60 words, three at most.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from copydesk.language import sentences, stopwords

FOLDER = Path(__file__).parents[3] / "shared" / "bench"
SOURCES = ("webnews-en", "reuters21578", "wikinews-fr", "ptbn-pt", "webnews-xx")
MOST = 10  # tags
WORDS, SENTENCES = 60, 3  # of a standfirst at most
METHODS = ("lex_rank.LexRank", "text_rank.TextRank", "lsa.Lsa", "luhn.Luhn")
SPEECH = {"en": "english", "fr": "french", "tr": "turkish"}  # the names by which sumy knows languages
STEMMED = ("english", "french")  # those whose endings it knows
PIECE = re.compile(r"[.!?;:,()\n\"“”]")

Record = Mapping[str, Any]


def records(path: Path) -> list[Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def yake(rows: Sequence[Record], longest: int) -> Iterator[list[str]]:
    """YAKE's tags, of phrases of so many words at most."""
    made: dict[str, Any] = {}
    extractor = import_module("yake").KeywordExtractor
    for row in rows:
        tool = made.get(row["lang"]) or made.setdefault(row["lang"], extractor(lan=row["lang"], n=longest, top=MOST))
        yield [phrase for phrase, _ in tool.extract_keywords(f"{row['title']}\n\n{row['body']}")]


def phrases(row: Record, longest: int) -> Counter[str]:
    """How often an article says each phrase that neither begins nor ends with a small word."""
    small, found = stopwords(row["lang"]), Counter[str]()
    for piece in PIECE.split(f"{row['title']}\n{row['body']}"):
        said = [word.strip("'’‘-–—[]") for word in piece.split()]
        for start in range(len(said)):
            for end in range(start + 1, min(start + longest, len(said)) + 1):
                words = said[start:end]
                if all(words) and len(words[0]) > 1 and not {words[0].lower(), words[-1].lower()} & small:
                    found[" ".join(words)] += 1
    return found


def tf_idf(rows: Sequence[Record], longest: int) -> Iterator[list[str]]:
    """The phrases of an article that most set it apart from the others of its source."""
    counted = [phrases(row, longest) for row in rows]
    often: dict[str, Counter[str]] = defaultdict(Counter)
    size = Counter(row["source"] for row in rows)
    for row, found in zip(rows, counted, strict=True):
        often[row["source"]].update(found.keys())
    for row, found in zip(rows, counted, strict=True):
        known, all_of_them = often[row["source"]], size[row["source"]] + 1
        weigh = {phrase: count * math.log(all_of_them / (1 + known[phrase])) for phrase, count in found.items()}
        yield sorted(found, key=weigh.__getitem__, reverse=True)[:MOST]


def tags(folder: Path) -> None:
    """Print F1@10 of each tool on each source."""
    score = import_module("score")
    rows = [row for row in records(folder / "dev.jsonl.gz") if row["source"] in SOURCES]
    for name, tool in (("YAKE", yake), ("TF-IDF", tf_idf)):
        for longest in (1, 2, 3):
            made = dict(zip((row["id"] for row in rows), ({"tags": one} for one in tool(rows, longest)), strict=True))
            figures = {source: round(100 * row["F1@10"], 1) for source, row in score.score(rows, made).items()}
            print(f"{name}, {longest} words at most", json.dumps(figures), flush=True)


def lead(row: Record) -> list[str]:
    """The first sentences of an article."""
    return sentences(row["body"], row["lang"])


class Tokens:
    """How sumy is told where sentences and words end: by our own splitter, as its own wants data from elsewhere."""

    def __init__(self, lang: str) -> None:
        self.lang, self.language = lang, SPEECH.get(lang, "english")

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return tuple(sentences(paragraph, self.lang))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(re.findall(r"[^\W\d_]+", sentence))


def sumy(method: str) -> Callable[[Record], list[str]]:
    """The sentences that a method of sumy's ranks first, in the order of the article."""
    module, name = method.split(".")
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), f"{name}Summarizer")
    parser = import_module("sumy.parsers.plaintext").PlaintextParser
    stems, words = import_module("sumy.nlp.stemmers"), import_module("sumy.utils")

    def chosen(row: Record) -> list[str]:
        known = SPEECH.get(row["lang"])
        tool = summarizer(stems.Stemmer(known) if known in STEMMED else stems.null_stemmer)
        tool.stop_words = words.get_stop_words(known) if known in STEMMED else stopwords(row["lang"])
        return [str(one) for one in tool(parser.from_string(row["body"], Tokens(row["lang"])).document, SENTENCES)]

    return chosen


def within(told: Sequence[str]) -> list[str]:
    """As many of some sentences as a standfirst has room for, one at least."""
    taken: list[str] = []
    for one in told[:SENTENCES]:
        if taken and sum(len(each.split()) for each in (*taken, one)) > WORDS:
            break
        taken.append(one)
    return taken


def summaries(folder: Path) -> None:
    """Print ROUGE and the share that passes all gates, of each method."""
    score = import_module("score")
    rows = records(folder / "dev.jsonl.gz")
    methods = {"lead": lead} | {f"sumy {one.split('.')[1]}": sumy(one) for one in METHODS}
    for name, method in methods.items():
        told = {row["id"]: within(method(row)) for row in rows}
        figures = score.agg(score.evaluate(told, rows))
        print(name, {key: round(100 * figures[key], 1) for key in ("r1", "r2", "rl", "clean", "ents")}, flush=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("task", choices=["tags", "summaries"])
    ask.add_argument("--data", type=Path, default=FOLDER)
    args = ask.parse_args()
    folder = args.data / args.task
    sys.path.insert(0, str(folder))
    {"tags": tags, "summaries": summaries}[args.task](folder)


if __name__ == "__main__":
    main()
