"""Texts of the shared benchmarks in, copydesk.describing's word lists out: numbers, none of their sentences.

Run: python benchmarks/count_words.py ../shared/bench
"""

import collections
import gzip
import json
import math
import sys
from pathlib import Path

from copydesk.describing.text import shouting
from copydesk.describing.words import split
from copydesk.language import stem

DATA = Path(__file__).parent.parent / "plugins/copydesk/describing/data"
MOST = 30_000  # words a language
SHORTEST = 3  # letters of a word that has forms
NAME = 5  # of 9: the share of capitals that makes a name
INFLECTING = ("ru",)
PLURALS = (
    ("", "s"),
    ("", "es"),
    ("y", "ies"),
    ("au", "aux"),
    ("al", "aux"),
    ("ão", "ões"),
    ("", "e"),
    ("", "en"),
    ("", "n"),
)
ENDINGS = (3, 2)  # letters that tell the kind of a word the list does not have
FEWEST_WORDS = 10  # with an ending, to say what words with it are
NOUN = 3  # of 9: the share of places that makes a noun
FEWEST_TEXTS = 40  # fewer texts than this make no list
MARKERS = json.loads((Path(__file__).parent / "markers.json").read_text(encoding="utf-8"))


def main(bench):
    DATA.mkdir(exist_ok=True)
    by_lang = collections.defaultdict(set)
    for lang, text in texts(bench):
        by_lang[lang].add(text)
    for lang, found in sorted(by_lang.items()):
        if len(found) >= FEWEST_TEXTS:
            write(lang, count(lang, sorted(found)), len(found))


def texts(bench):
    for row in rows(
        bench / "tags/dev.jsonl.gz", bench / "tags/history-ng-ru.jsonl.gz", bench / "summaries/dev.jsonl.gz"
    ):
        yield row["lang"], row["body"]
    for row in rows(bench / "cleaning/dev.jsonl.gz"):
        yield row["lang"], row["gold"].get("body") or ""
    for row in rows(*(bench / f"grouping/{name}.jsonl.gz" for name in ("allsides_stories", "bbc", "reuters"))):
        yield "en", row["text"]


def rows(*paths):
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def count(lang, found):
    tally = {name: collections.Counter() for name in ("texts", "inside", "large", "noun", "other", "opens")}
    nouns = frozenset(MARKERS["before nouns"].get(lang, "").split())
    verbs = frozenset(MARKERS["before verbs"].get(lang, "").split())
    for text in found:
        seen = set()
        for line in text.split("\n"):
            words = split(line, lang)
            loud = shouting(words)
            for at, low in enumerate(words.lows):
                seen.add(low)
                tally["opens"][low] += words.gaps[at].opens
                if not (words.gaps[at].opens or loud):
                    tally["inside"][low] += 1
                    tally["large"][low] += words.names[at]
                if words.gaps[at].joined:
                    before = words.lows[at - 1]
                    ends = not words.gaps[at + 1].joined or words.stops[at + 1]
                    tally["noun"][low] += before in nouns and ends
                    tally["other"][low] += before in verbs or (before in nouns and not ends)
        tally["texts"].update(seen)
    return tally


def write(lang, tally, total):
    rows = {}
    for word, texts in sorted(tally["texts"].items(), key=lambda item: (-item[1], item[0]))[:MOST]:
        if texts < (3 if total > 1000 else 2) or not any(letter.isalpha() for letter in word):
            continue
        level = min(24, round(2 * math.log2(total / texts)))
        large = share(tally["large"][word], tally["inside"][word])
        noun = share(tally["noun"][word], tally["noun"][word] + tally["other"][word])
        rows[word] = (level, large, noun)
    usual = usual_forms(lang, rows, tally)
    rows |= endings(rows)
    lines = [
        f"{word}\t{level}\t{large}{noun}" + (f"\t{usual[word]}" if word in usual else "")
        for word, (level, large, noun) in rows.items()
    ]
    packed = gzip.compress(("\n".join(sorted(lines)) + "\n").encode("utf-8"), 9, mtime=0)
    (DATA / f"{lang}.txt.gz").write_bytes(packed)
    print(lang, total, "texts", len(lines), "words", len(packed), "bytes")


def endings(rows):
    """`-ing` and its like -> a row that says how mostly the small words with it are nouns."""
    nouns = collections.defaultdict(list)
    for word, (_, large, noun) in rows.items():
        for length in ENDINGS:
            if large < NAME and len(word) > max(ENDINGS) + 1:
                nouns["-" + word[-length:]].append(noun)
    return {end: (24, 0, round(sum(each) / len(each))) for end, each in nouns.items() if len(each) >= FEWEST_WORDS}


def usual_forms(lang, rows, tally):
    """Word -> the form its stem mostly has, where that is another: Russian names as they open sentences, else the
    number that more texts have.
    """
    families = collections.defaultdict(list)
    for word, (_, large, _) in rows.items():
        if word.isalpha() and len(word) >= SHORTEST:
            families[stem(word, lang), large >= NAME].append(word)
    count = tally["opens"] if lang in INFLECTING else tally["texts"]
    usual = {}
    for family in families.values():
        for numbers in [family] if lang in INFLECTING else by_number(family, rows):
            best = max(numbers, key=lambda word: (count[word], tally["texts"][word], word))
            usual |= {word: best for word in numbers if word != best}
    return usual


def by_number(family, rows):
    """A stem's nouns parted into those that are one another's plurals: product and products, production."""
    groups = []
    for word in sorted(family, key=lambda word: (len(word), word)):
        near = [group for group in groups if any(plural(word, other) for other in group)]
        if rows[word][1] < NAME and rows[word][2] < NOUN:
            continue
        groups = [group for group in groups if group not in near] + [[word, *(w for group in near for w in group)]]
    return groups


def plural(one, other):
    """Whether one of two words is the other's plural, as far as endings tell."""
    short, long = sorted((one, other), key=len)
    return any(short.removesuffix(end) + ending == long for end, ending in PLURALS if short.endswith(end))


def share(part, whole):
    """A share in tenths, 0 to 9, drawn towards the middle where little was seen."""
    return min(9, int(10 * (part + 0.5) / (whole + 1)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
