"""News with its editors' topics in; how good the names of discovered topics are out (bars: all well formed, .55).

python -m benchmarks.topic_names [--list] [FOLDER]

A proposal's true topic is the one that most of its articles have. A name is good if it holds a word of that topic's.
Only Reuters names its topics; the other sets file articles under sections (Entertainment, White House), whose words no
name of a subject need hold (Box office): they show what the names look like, and the bar for form is theirs too.
"""

from __future__ import annotations

import datetime
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copydesk.grouping import discover
from copydesk.grouping.terms import key, tokens
from copydesk.language import stopwords
from copydesk.model import Post

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from copydesk.grouping.discovering import Proposal

NAMED = "reuters"  # the set whose topics have names
SETS = (NAMED, "allsides_stories", "roundup_ledes", "bbc")
FOLDER = Path(__file__).parents[2] / "shared" / "bench" / "grouping"
NAMES = "reuters_topic_names.json"
GOOD = 0.55  # the bar: the share of names that hold a word of the true topic's name
FORM = re.compile(r"[A-Z0-9][^\s,;:.!?\d]*(?: [^\s,;:.!?\d]+){0,4}")  # one to five words, the first one large
LONGEST = 40  # characters of a name


class Judged(NamedTuple):
    """A proposal, the name of its true topic, the share of its articles that have it, and what the name is worth."""

    proposal: Proposal
    topic: str
    share: float
    well_formed: bool
    good: bool


def read(path: Path) -> list[tuple[Post, tuple[str, ...]]]:
    """The articles of a set, and the topics of each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(post(number, row), tuple(row["labels"])) for number, row in enumerate(rows)]


def post(number: int, row: Mapping[str, str]) -> Post:
    """An article of a set as the desk sees it."""
    day = datetime.date.fromisoformat(row["date"][:10]) if row.get("date") else None
    title = row.get("title") or row["text"][:80]
    return Post(f"{number}.md", f"p{number:06d}", title, day, "en", row["text"])


def words(text: str) -> frozenset[str]:
    """The stems of a name's words, without those of grammar."""
    weak = stopwords("en")
    return frozenset(key(word, "en")[0] for word in tokens(text) if word.casefold() not in weak)


def judged(one: Proposal, topics: Mapping[str, Iterable[str]], names: Mapping[str, str], texts: str) -> Judged:
    """What a proposal's name is worth; `topics` are each article's, `texts` all that was written."""
    count = Counter(label for slug in one.articles for label in topics[slug])
    label, often = min(count.items(), key=lambda entry: (-entry[1], entry[0]))
    name = names.get(label, label)
    formed = FORM.fullmatch(one.title) and len(one.title) <= LONGEST and one.title.casefold() in texts
    return Judged(one, name, often / len(one.articles), bool(formed), bool(words(one.title) & words(name)))


def measure(folder: Path, name: str) -> list[Judged]:
    """All proposals of a set."""
    told = read(folder / f"{name}.jsonl.gz")
    topics = {post.slug: labels for post, labels in told}
    names = json.loads((folder / NAMES).read_text(encoding="utf-8")) if name == NAMED else {}
    texts = "\n".join(f"{post.title}\n{post.body}" for post, _ in told).casefold()
    return [judged(one, topics, names, texts) for one in discover([post for post, _ in told], ())]


def main(arguments: Sequence[str]) -> str:
    """Print a row a set, and with `--list` each name; give what is below a bar."""
    folder = next((Path(one) for one in arguments if not one.startswith("-")), FOLDER)
    every = {name: measure(folder, name) for name in SETS}
    for name, found in every.items():
        if "--list" in arguments:
            for one in found:
                mark = "+" if one.good else "-"
                print(f"  {mark} {one.proposal.title} ({len(one.proposal.articles)})  {one.topic} {one.share:.2f}")
        print(f"{name}: {told(found)}")
    below = [] if all(one.well_formed for found in every.values() for one in found) else ["the form"]
    below += ["the names"] if sum(one.good for one in every[NAMED]) < GOOD * len(every[NAMED]) else []
    return f"below the bars: {', '.join(below)}" if below else ""


def told(found: Sequence[Judged]) -> str:
    """A row for people."""
    many = max(1, len(found))
    formed, good = sum(one.well_formed for one in found), sum(one.good for one in found)
    share = sum(one.share for one in found) / many
    return f"{len(found)} names, {formed} well formed, {good} good ({good / many:.3f}); of one topic {share:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) or None)
