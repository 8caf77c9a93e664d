"""Story in, a post's text out: Pelican's Markdown with its metadata."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from copydesk.addresses import web_address
from copydesk.plain import one_line
from copydesk.posting import markdown, slugs
from copydesk.posting.made import sign

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from copydesk.model import Article, Seed, Story

# Pelican splits lists at commas and semicolons, and prints names as they are.
NOT_IN_NAMES = re.compile(r"[<>\";,\\]")
# Of files' names: blanks stay as they are, for two files may differ in them alone.
LINELESS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|\\s$")
# What the desk writes into a header: every other key there is a person's.
KEYS = frozenset({
    "title", "date", "date_from", "slug", "lang", "tags", "summary", "summary_by", "key_points", "authors", "topics",
    "source", "source_url", "embargo", "warnings", "seed", "made",
})  # fmt: skip
LONGEST_NAME = 80  # characters; what is longer names nothing, and a disk's names end at 255 bytes
# Where a post's date comes from if nothing told its article's: the day of an update, or that its seed was filed.
UPDATE, FILING = "update", "filing"


def compose(story: Story, slug: str, date: datetime.date, rules: str) -> str:
    """The post's whole text, signed by its `Made` line. `rules` is the hex digest of the desk and its memory."""
    header = "\n".join(f"{key}: {value}".rstrip() for key, value in metadata(story, slug, date))
    text = f"{header}\n\n{markdown.body(story.article.blocks)}\n"
    return sign(text, story.article.seed.digest, rules)


def metadata(story: Story, slug: str, date: datetime.date) -> Iterator[tuple[str, str]]:
    """The header's keys and values in their order; a key without a value is left out."""
    article = story.article
    yield "Title", as_html(article.title)
    yield "Date", date.isoformat()
    yield from given("Date_from", "" if article.date else stand_in(article, date))
    yield "Slug", slug
    yield "Lang", article.lang
    yield from given("Tags", names(story.tags))
    yield from given("Summary", markdown.escape_block(story.summary))
    yield from given("Summary_by", as_html(story.summary_by))
    yield from given("Key_points", "\n    ".join(filter(None, map(as_html, story.key_points))))
    yield from given("Authors", names(authors(article)))
    yield from given("Topics", names(article.seed.topics))
    yield from given("Source", as_html(article.source))
    yield from given("Source_url", web_address(article.url))
    yield from given("Embargo", as_html(article.embargo))
    yield from given("Warnings", "\n    ".join(map(as_html, article.warnings)))
    yield "Seed", seed_name(article.seed)


def stand_in(article: Article, date: datetime.date) -> str:
    """What a date stands in by for that of an article which tells none."""
    return UPDATE if date == article.updated else FILING


def given(key: str, value: str) -> Iterator[tuple[str, str]]:
    """The key with its value, or nothing."""
    if value:
        yield key, value


def as_html(text: str) -> str:
    """Text for a metadata value that Pelican prints as it is."""
    return html.escape(one_line(text), quote=False)


def names(values: Iterable[str]) -> str:
    """Names as Pelican's comma-separated list, without those that can have no page of their own."""
    clean = (one_line(NOT_IN_NAMES.sub(" ", value)) for value in values)
    return ", ".join(dict.fromkeys(name for name in clean if len(name) <= LONGEST_NAME and slugs.spells(name)))


def authors(article: Article) -> list[str]:
    """The people of a byline, without the outlet; commas, semicolons, ampersands and "and" part them."""
    parts = re.split(r"\s*[,;&]\s*|\s+(?:and|und|et|y|e|en|i|ve|и)\s+", article.byline)
    return [part for part in parts if part.casefold() != article.source.casefold()]


def seed_name(seed: Seed) -> str:
    """The name a post finds its seed by: its path, and `#` with the article's key or number in a file of several."""
    return named(f"{seed.path}#{seed.key or seed.part}" if seed.part else seed.path)


def named(path: str) -> str:
    """A path as the one line of a header that gives it back: what no line holds, or loses at its end, is spelt out.

    Letters and accents are one sign: Macs write them apart, git and other systems do not, and it is the same seed.
    """
    return LINELESS.sub(lambda found: f"\\u{ord(found[0]):04x}", unicodedata.normalize("NFC", path))
