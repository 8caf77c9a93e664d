"""An article's title and text in, the topics it belongs to out: by words, strict enough to publish unread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from copydesk.grouping.terms import Key, keys, phrase, spelled_out
from copydesk.grouping.topics import named

if TYPE_CHECKING:
    from copydesk.model import Post, Topic

LEAD_WORDS = 60  # a news lead tells who and what within about sixty words
LINK = re.compile(r"\]\([^()\s]*\)")
TITLE, HEADING, LEAD = 3, 2, 2  # what a mention there is worth; one in the rest is worth 1
ENOUGH = 4  # the title and one mention more; a heading and the lead; the lead and two more; or four in the rest
VARIETY = 2  # points at most for different words of the topic, one for each beyond the first
LENGTH = 400  # words of an ordinary article: in a longer one a mention in the rest weighs less

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Zones:
    """Where things stand in an article: the keys of its title, headings, lead and rest."""

    title: Sequence[Key]
    headings: Sequence[Key]
    lead: Sequence[Key]
    rest: Sequence[Key]


@dataclass(slots=True)
class Index:
    """The phrases of many topics by their first word, so that one walk through a text finds them all."""

    first: dict[str, list[tuple[Phrase, str]]] = field(default_factory=dict)

    def add(self, words: Phrase, slug: str) -> None:
        if words:
            self.first.setdefault(words[0], []).append((words, slug))
            self.first[words[0]].sort(key=lambda entry: (-len(entry[0]), entry))

    def owners(self, words: Phrase) -> list[str]:
        return [slug for found, slug in self.first.get(words[0], []) if found == words]

    def mentions(self, text: Sequence[Key]) -> dict[str, list[Phrase]]:
        """Each topic's phrases that stand in a text, in order; a longer phrase hides the shorter ones in it."""
        found: dict[str, list[Phrase]] = {}
        free: dict[str, int] = {}
        for place in self.openings(text):
            for words, slug in self.at(text[place]):
                if place >= free.get(slug, 0) and stands(words, text, place):
                    found.setdefault(slug, []).append(words)
                    free[slug] = place + len(words)
        return found

    def openings(self, text: Sequence[Key]) -> list[int]:
        """Where in a text a phrase may begin."""
        first = self.first
        return [place for place, (stem, acronym) in enumerate(text) if stem in first or acronym in first]

    def at(self, key: Key) -> list[tuple[Phrase, str]]:
        stem, acronym = key
        return self.first.get(stem, []) + (self.first.get(acronym, []) if acronym else [])


def stands(words: Phrase, text: Sequence[Key], place: int) -> bool:
    """Whether a phrase stands at this place of a text."""
    return place + len(words) <= len(text) and all(
        word in text[place + offset] for offset, word in enumerate(words) if word
    )


@lru_cache(maxsize=64)
def index(topics: tuple[Topic, ...], lang: str, *, without: bool = False) -> Index:
    """The index of the topics' `Words`, or of their `Without`."""
    made = Index()
    for topic in topics:
        for words in topic.without if without else topic.words:
            made.add(phrase(words, lang), topic.slug)
    return made


def topics_of(
    title: str, text: str, lang: str, topics: Iterable[Topic], pinned: Iterable[str] = (), slug: str = ""
) -> tuple[str, ...]:
    """The slugs of the topics an article belongs to, sorted.

    `text` is plain text or Markdown; `pinned` the post's own `Topics`, which win over everything; `slug` the post's,
    by which a topic's `Articles` and `Not` know it.
    """
    topics = tuple(topics)
    own = {named(name, topics) for name in pinned} - {""}
    if own:
        return tuple(sorted(own))
    told = {topic.slug for topic in topics if slug in topic.pinned}
    barred = {topic.slug for topic in topics if slug in topic.barred}
    return tuple(sorted((by_words(title, text, lang, topics) | told) - barred))


def topics_of_post(post: Post, topics: Iterable[Topic]) -> tuple[str, ...]:
    """The slugs of the topics a post belongs to, sorted: by its words, by its own `Topics`, by the topics' pins."""
    return topics_of(post.title, post.body, post.lang, topics, post.topics, post.slug)


def by_words(title: str, text: str, lang: str, topics: tuple[Topic, ...]) -> set[str]:
    """The topics whose words an article is about, not merely mentions."""
    if not topics:
        return set()
    where = zones(title, text, lang)
    words = with_acronyms(index(topics, lang), spelled_out(text, lang))
    every = (where.title, where.headings, where.lead, where.rest)
    likely = {slug for slug, points in score(words, where).items() if points >= ENOUGH}
    return likely.difference(*(index(topics, lang, without=True).mentions(zone) for zone in every if likely))


def with_acronyms(words: Index, learned: dict[str, Phrase]) -> Index:
    """The index with what this text spells out: where `EV` stands for a topic's phrase it is one of its words."""
    pairs = sorted(learned.items())
    more: list[tuple[Phrase, str]] = [
        ((acronym,), slug) for acronym, spelled in pairs for slug in words.owners(spelled)
    ]
    more += [(spelled, slug) for acronym, spelled in pairs for slug in words.owners((acronym,))]
    if not more:
        return words
    wider = Index({first: list(entries) for first, entries in words.first.items()})
    for entry in more:
        wider.add(*entry)
    return wider


def score(words: Index, where: Zones) -> dict[str, float]:
    """Each topic's points. A headline with no text below it speaks for itself."""
    title, headings, lead, rest = (words.mentions(z) for z in (where.title, where.headings, where.lead, where.rest))
    length = len(where.lead) + len(where.rest)
    share = min(1.0, LENGTH / max(1, length))
    alone = TITLE if length else ENOUGH
    return {
        slug: alone * (slug in title)
        + HEADING * (slug in headings)
        + LEAD * (slug in lead)
        + max(0, len(lead.get(slug, ())) - 1)
        + share * len(rest.get(slug, ()))
        + min(VARIETY, max(0, len({*lead.get(slug, ()), *rest.get(slug, ())}) - 1))
        for slug in sorted({*title, *headings, *lead, *rest})
    }


def zones(title: str, text: str, lang: str) -> Zones:
    """An article's keys by where they stand; a heading is a line that starts with `#`."""
    headings: list[Key] = []
    lead: list[Key] = []
    rest: list[Key] = []
    for line in LINK.sub("] ", text).splitlines():
        found = keys(line, lang)
        if line.startswith("#"):
            headings += found
        else:
            (lead if len(lead) < LEAD_WORDS else rest).extend(found)
    return Zones(keys(title, lang), headings, lead[:LEAD_WORDS], lead[LEAD_WORDS:] + rest)
