"""Articles and topics in, the front page out: a finite edition, each story on it once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

SECOND, LATEST = 3, 5  # stories in the row below the lead, and headlines in the column beside it
FILING = "filing"  # whence the date of an article comes that tells none: it is no news because it was filed today
BLOCK, REST = 3, 9  # stories a topic, and those that belong to none on the page


@dataclass(frozen=True, slots=True)
class Block:
    """A topic and its stories on the front page."""

    topic: Any
    stories: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The front page from top to bottom."""

    lead: Any
    second: tuple[Any, ...]
    latest: tuple[Any, ...]
    blocks: tuple[Block, ...]
    rest: tuple[Any, ...]

    @property
    def stories(self) -> tuple[Any, ...]:
        """Every story on the page, in reading order."""
        inside = [story for block in self.blocks for story in block.stories]
        return (self.lead, *self.second, *self.latest, *inside, *self.rest)

    @property
    def topics(self) -> int:
        return len({topic.slug for story in self.stories for topic in topics_of(story)})

    @property
    def minutes(self) -> int:
        """How long it takes to read them all."""
        return sum(getattr(story, "minutes", 1) for story in self.stories)


def topics_of(article: Any) -> list[Any]:
    """An article's topics; none where its `topics` is a line of a hand-written post that nothing has read."""
    return [topic for topic in getattr(article, "topics", None) or () if hasattr(topic, "slug")]


def front(articles: Sequence[Any], topics: Iterable[Any] = (), lang: str = "") -> Front | None:
    """The front page, in the language `lang`, of articles that come newest first; `None` where there are none."""
    articles = originals(articles)
    if not articles:
        return None
    news = [article for article in articles if getattr(article, "date_from", "") != FILING] or articles
    lead = leading(news, lang)
    pick = picker({told(lead)})
    second = pick([article for article in news if article.lang == lang] or news, SECOND)
    latest = pick(news, LATEST)
    alive = sorted(
        (topic for topic in topics if topic.articles), key=lambda topic: topic.articles[0].date, reverse=True
    )
    picked = [Block(topic, pick(originals(topic.articles), BLOCK)) for topic in alive]
    return Front(
        lead,
        second,
        latest,
        tuple(block for block in picked if block.stories),
        pick(articles, REST),
    )


def originals(articles: Iterable[Any]) -> list[Any]:
    """The articles without those whose text another printed: a copy of an old one would lead a page as news."""
    return [article for article in articles if not getattr(article, "twin_of", None)]


def leading(articles: Sequence[Any], lang: str) -> Any:
    """The story to lead with: of the newest day's, the one with the most merit."""
    newest = articles[0].date.date()
    today = takewhile(lambda article: article.date.date() == newest, articles)
    return max(today, key=lambda article: merit(article, lang))


def merit(article: Any, lang: str) -> tuple[bool, int, bool, bool, int]:
    """What speaks for an article: the site's language, its story's sources, its own, a topic, its markup's length."""
    known, length = bool(getattr(article, "source", "")), len(getattr(article, "_content", "") or "")
    return article.lang == lang, covered(article), known, bool(topics_of(article)), length


def covered(article: Any) -> int:
    """How many sources tell an article's story, 0 where no other article tells it."""
    return len(getattr(getattr(article, "story", None), "sources", ()))


def told(article: Any) -> str:
    """The address of the story that an article tells: its own, unless others tell it too."""
    return str(getattr(getattr(article, "story", None), "url", article.url))


def picker(shown: set[str]) -> Callable[[Iterable[Any], int], tuple[Any, ...]]:
    """A function that takes the first `n` articles whose story the page does not tell yet, and remembers them."""

    def fresh(article: Any) -> bool:
        new = told(article) not in shown
        shown.add(told(article))
        return new

    return lambda articles, n: tuple(islice(filter(fresh, articles), n))
