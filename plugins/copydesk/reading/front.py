"""The rows of a file in, what its front matter says as Facts and the row where its text begins out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from copydesk.language import LANGUAGES, lang_code, stopwords
from copydesk.model import CopydeskError, Facts
from copydesk.reading.dates import dated
from copydesk.reading.heads import ENDS, Head, head
from copydesk.reading.lines import tidy

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from copydesk.reading.yaml import Value

DRAFTS = {"draft", "hidden", "skip"}  # what Pelican calls posts that no list shows
NAMES = {
    "author": "byline",
    "authors": "byline",
    "source_url": "url",
    "link": "url",
    "category": "categories",
    "language": "lang",
}
DATES = ("date", "publishdate", "pubdate", "published", "date_published")
YES, NO = {"true", "yes", "on"}, {"false", "no", "off"}
JEKYLL = re.compile(r"(?:^|/)\d{4}-\d{2}-\d{2}-[^/]+$")  # the names of its posts
ADDRESS = re.compile(r"\s*<[^<>]*>")  # of mail, behind a name
ADDRESSED = re.compile(r"https?://\S+$")
WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")  # a link to another note of Obsidian's, with its shown name
CLIPPED = "clippings"  # the tag that Obsidian's clipper gives every page: where it was kept, not what it tells
FENCES, MOST = ENDS.keys(), 60  # what opens front matter, and its rows at most where it is another article's
SEVERAL = 3  # small words in a row from which they are tags, and no tag of so many words
AGAIN = "front matter stands once more in line {}: give each article a file of its own"
UNDATED = "the front matter's date could not be understood: {}"


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter says, the index of the row where the text begins, and what could not be understood."""

    facts: Facts
    start: int
    warnings: tuple[str, ...] = ()


def front_matter(rows: Sequence[str], path: str, sure: bool = False) -> Front:
    """What the head of a file says, of one that is `sure` to be a head if that is asked; raises for a draft."""
    found = head(rows)
    if sure and not found.sure:
        return Front(Facts(), 0)
    sorts = found.values.get("taxonomies", "")  # what Zola and Hugo sort by
    values = {**(sorts if isinstance(sorts, dict) else {}), **found.values}
    named = {NAMES.get(key, key): value for key, value in reversed(values.items())}
    if is_draft(named):
        raise CopydeskError("draft", "The seed says that it is a draft.", "Take that line out when it is done.", path)
    told = next(
        (words for words in (said(named.get(key, "")) for key in DATES) if words and words.lower() not in YES), ""
    )
    about = [said(named.get(key, "")) for key in ("url", "source")]
    date = dated(told, lang_code(said(named.get("lang", ""))), rows[found.start :], about)
    wrong = (UNDATED.format(told),) if told and not date else ()
    more = (AGAIN.format(at + 1) for at in range(found.start + 1, len(rows) - 1) if begins_again(rows, at))
    warnings = (*found.warnings, *wrong, *islice(more, 1))
    return Front(facts(named, date, tags(named, found, path)), found.start, warnings)


def begins_again(rows: Sequence[str], at: int) -> bool:
    """Whether a row opens the front matter of another article: right below with a title, and nothing right above."""
    if rows[at].strip() not in FENCES or rows[at - 1].strip() or not rows[at + 1].strip():
        return False
    found = head(rows[at : at + MOST])
    return found.sure and "title" in found.values and not found.warnings


def is_draft(named: dict[str, Value]) -> bool:
    """Whether a head says that the text is not to be published yet; behind the word a comment may stand."""
    draft, status, published = (
        said(named.get(key, "")).lower().partition(" ")[0] for key in ("draft", "status", "published")
    )
    return draft in YES or status in DRAFTS or published in NO


def facts(named: dict[str, Value], date: datetime.date | None, tags: list[str]) -> Facts:
    """What the keys say; a source that is an address is where the text was taken from."""
    source = said(named.get("source", ""))
    return Facts(
        title=said(named.get("title", "")),
        date=date,
        date_from="metadata" if date else "",
        byline=ADDRESS.sub("", said(named.get("byline", ""))),
        source="" if ADDRESSED.match(source) else source,
        url=said(named.get("url", "")) or (source if ADDRESSED.match(source) else ""),
        lang=lang_code(said(named.get("lang", ""))),
        topics=tuple(listed(named.get("topics", ""))),
        tags=tuple(tags),
    )


def tags(named: dict[str, Value], found: Head, path: str) -> list[str]:
    """The tags; categories where no tags are given, as in a feed."""
    value = named.get("tags") or named.get("categories", "")
    blanks = isinstance(value, str) and found.fenced and are_several(value, is_jekyll(found, path))
    parts = value.split() if isinstance(value, str) and blanks else listed(value)
    return [tag for part in parts if (tag := part.removeprefix("#")) != CLIPPED]


def said(value: Value) -> str:
    """A value as words: of a list all with commas between them, of a table its name."""
    if isinstance(value, dict):
        return said(value.get("name", ""))
    if isinstance(value, list):
        return ", ".join(filter(None, map(said, value)))
    return tidy(WIKI.sub(r"\1", value))


def listed(value: Value) -> list[str]:
    """What a list holds, or what stands between commas."""
    parts = map(said, value) if isinstance(value, list) else said(value).split(",")
    return [part.strip() for part in parts if part.strip()]


def are_several(words: str, jekyll: bool) -> bool:
    """Whether each word is a tag, as Jekyll has it, and not what stands between commas, as everyone else has it.

    Two words that were one tag ("night ferries") would be two tags that say too much; two tags that became one still
    tell the truth. So a blank parts tags only in a file that shows to be Jekyll's, where words have joints or signs of
    their own ("new-york"), and where small words are too many for one tag and none is a mere joint: "cost of living".
    """
    if "," in words:
        return False
    parts = words.split()
    joined = any("-" in part or part.startswith("#") for part in parts)
    joints = any(part in stopwords(lang) for part in parts for lang in LANGUAGES)
    return jekyll or joined or (len(parts) >= SEVERAL and words.islower() and not joints)


def is_jekyll(found: Head, path: str) -> bool:
    """Whether a file is a post of Jekyll's: its head names a layout, or its name begins with the day."""
    return "layout" in found.values or bool(JEKYLL.search(path))
