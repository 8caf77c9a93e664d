"""A number in, a site's posts out: the same posts for every generator, for every run, on any machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTIONS = ("World", "Business", "Technology", "Science", "Health", "Culture", "Sport", "Climate")
TAGS = 400
TAGS_A_POST = 5
PARAGRAPHS = 12
"""About 3.5 KB of text a post: a news article of middling length."""
FIRST = datetime(2016, 1, 1, 6)
SPAN = timedelta(days=3000)
SYLLABLES = (
    *("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wa", "ze"),
    *("bri", "cro", "dal", "fen", "gri", "hol", "jun", "kel", "mar", "nor", "pel", "ris", "ston", "tur"),
)


@dataclass(frozen=True)
class Post:
    """One post as every generator gets it: `body` and `summary` are Markdown."""

    slug: str
    title: str
    date: datetime
    section: str
    tags: tuple[str, ...]
    summary: str
    body: str


def posts(count: int) -> Iterator[Post]:
    """`count` posts, oldest first, spread evenly over eight years."""
    words, tags, weights = tagging()
    step = SPAN / count
    for number in range(count):
        yield post(number, FIRST + step * number, words, tags, weights)


def tagging() -> tuple[list[str], list[str], list[float]]:
    """The words, the tags, and how often each tag is used: a few often, most rarely."""
    words = vocabulary()
    tags = [f"{words[n * 3].capitalize()} {words[n * 3 + 1]}" for n in range(TAGS)]
    return words, tags, [1 / (rank + 3) for rank in range(TAGS)]


def vocabulary() -> list[str]:
    """Two thousand made-up words."""
    random = Random(1)
    words = {"".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(4000)}
    return sorted(words)[:2000]


def post(number: int, date: datetime, words: list[str], tags: list[str], weights: list[float]) -> Post:
    """The post of that number; the number is its only seed."""
    random = Random(number)
    title = " ".join(random.choices(words, k=6)).capitalize()
    return Post(
        slug=f"{'-'.join(title.lower().split()[:4])}-{number}",
        title=f"{title} {number}",
        date=date.replace(second=0, microsecond=0),
        section=random.choice(SECTIONS),
        tags=tuple(dict.fromkeys(random.choices(tags, weights, k=TAGS_A_POST * 2)))[:TAGS_A_POST],
        summary=sentence(random, words, 25),
        body="\n\n".join(blocks(random, words)),
    )


def blocks(random: Random, words: list[str]) -> Iterator[str]:
    """The body's blocks: paragraphs with links and emphasis, headings, a list, a quotation."""
    for number in range(PARAGRAPHS):
        if number % 4 == 3:
            yield "## " + " ".join(random.choices(words, k=4)).capitalize()
        yield paragraph(random, words)
    yield "\n".join(f"- {sentence(random, words, 8)}" for _ in range(4))
    yield f"> {sentence(random, words, 20)}"


def paragraph(random: Random, words: list[str]) -> str:
    """Three sentences, one with a link, one with emphasis."""
    first, second, third = (sentence(random, words, random.randint(8, 18)) for _ in range(3))
    link = f"[{' '.join(random.choices(words, k=2))}](https://example.org/{random.choice(words)})"
    return f"{first} {link} {second} *{random.choice(words)}* and **{random.choice(words)}**. {third}"


def sentence(random: Random, words: list[str], length: int) -> str:
    """One sentence of made-up words."""
    return " ".join(random.choices(words, k=length)).capitalize() + "."
