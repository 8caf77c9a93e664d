"""Pelican's articles and the topic files in, `/topics/`, a page and a feed a topic out."""

from __future__ import annotations

import html
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2.exceptions import TemplateNotFound
from markdown import Markdown
from pelican.generators import Generator, PelicanTemplateNotFound

from copydesk.grouping import briefs
from copydesk.grouping.arranging import arrange
from copydesk.grouping.proposing import propose
from copydesk.grouping.site import post_of
from copydesk.grouping.topics import HIDDEN, check, load
from copydesk.settings import from_pelican, leave_topics

if TYPE_CHECKING:
    from copydesk.model import Post, Topic

INDEX = "topics/index.html"
UNLISTED = ("hidden_articles", "drafts")

log = logging.getLogger(__name__)


@dataclass(eq=False)
class TopicPage:
    """A topic as templates see it: `title` and `intro` are HTML, `articles` newest first, `dates` by the archive."""

    title: str
    slug: str
    intro: str = ""
    status: str = ""
    articles: list[Any] = field(default_factory=list)
    dates: list[Any] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"topics/{self.slug}/"

    @property
    def save_as(self) -> str:
        return f"topics/{self.slug}/index.html"

    @property
    def feed_url(self) -> str:
        return f"topics/{self.slug}/feed.atom.xml"

    def __str__(self) -> str:
        return self.title

    @property
    def new(self) -> list[briefs.Brief]:
        """The newest developments, one article a story: `.article`, `.lead`."""
        return briefs.what_is_new(self.articles)

    @property
    def months(self) -> list[briefs.Month]:
        """The time line, newest month first: `.first`, `.articles`."""
        return briefs.months(self.articles)

    @property
    def names(self) -> list[tuple[str, int]]:
        """Who and what appears most, and in how many articles."""
        return briefs.who(self.title, self.articles)

    @property
    def related(self) -> list[TopicPage]:
        """The topics it most often shares articles with."""
        return briefs.neighbours(self)

    @property
    def chart(self) -> briefs.Chart | None:
        """Articles a week, ready to be drawn."""
        return briefs.chart(self.articles)


def covered(listed: Mapping[Post, Any]) -> frozenset[str]:
    """The paths of the posts that have a topic."""
    return frozenset(post.path for post, article in listed.items() if article.topics)


class TopicsGenerator(Generator):
    """Gives every article its `topics`, the templates all `topics`, and writes their pages and feeds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        house = from_pelican(self.settings, Path(self.path).parent)
        self.folder, self.cache, self.discover = house.topics_path, house.path(house.cache), house.discover
        self.topics: list[TopicPage] = []
        self.settings["PAGINATED_TEMPLATES"].setdefault("topic", None)
        leave_topics(self.settings, house.topics)

    def generate_context(self) -> None:
        """Work out who belongs where, before any page is written."""
        content = Path(self.path)
        articles = (one for article in self.context["articles"] for one in (article, *article.translations))
        listed = {post_of(article, content): article for article in articles}
        unlisted = {post_of(article, content): article for article in self.unlisted()}
        found = load(self.folder)
        self.arrange(listed, unlisted, found.topics)
        if self.discover and propose(listed, covered(listed), found.topics, self.folder):
            found = load(self.folder)
            self.arrange(listed, unlisted, found.topics)
        member = {post.path: tuple(topic.slug for topic in article.topics) for post, article in listed.items()}
        for problem in (*found.problems, *check(found.topics, listed, member, content, unlisted)):
            log.warning("%s", problem.told_from(content.parent))

    def arrange(self, listed: Mapping[Post, Any], unlisted: Mapping[Post, Any], topics: Iterable[Topic]) -> None:
        """Give the articles their topics and stories, and the topics their articles."""
        declared = tuple(topic for topic in topics if topic.status not in HIDDEN)
        pages = {topic.slug: self.page(topic) for topic in declared}
        gone = self.context.get("withdrawn", ())
        self.context["stories"] = arrange(listed, unlisted, declared, pages, Path(self.path), self.cache, gone)
        self.fill(pages)
        self.topics = sorted(pages.values(), key=lambda page: (page.title.casefold(), page.slug))
        self.context["topics"] = self.topics

    def unlisted(self) -> Iterator[Any]:
        """The hidden and draft articles, and their translations."""
        for article in chain.from_iterable(self.context.get(kind, ()) for kind in UNLISTED):
            yield article
            yield from article.translations

    def page(self, topic: Topic) -> TopicPage:
        markdown = Markdown(**{"extensions": [], **self.settings["MARKDOWN"]})
        title = html.escape(topic.title, quote=False)
        return TopicPage(title, topic.slug, markdown.convert(topic.intro), topic.status)

    def fill(self, pages: dict[str, TopicPage]) -> None:
        """Put the published articles into their topics, the newest first."""
        newest = sorted(self.context["articles"], key=lambda article: article.slug)
        for article in sorted(newest, key=lambda article: article.date, reverse=True):
            for page in article.topics:
                page.articles.append(article)
        for page in pages.values():
            page.dates = [*page.articles] if self.settings["NEWEST_FIRST_ARCHIVES"] else page.articles[::-1]

    def generate_output(self, writer: Any) -> None:
        try:
            index, each = map(self.get_template, ("topics", "topic"))
        except (PelicanTemplateNotFound, TemplateNotFound):
            if self.topics:
                log.warning("The theme has no topics.html and topic.html, so the site gets no topic pages.")
            return
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        write(INDEX, index, self.context, page_name="topics/index", template_name="topics", url="topics/")
        for topic in self.topics:
            self.write(topic, each, write)
            writer.write_feed(topic.articles, self.context, topic.feed_url, feed_title=html.unescape(topic.title))

    def write(self, topic: TopicPage, template: Any, write: Any) -> None:
        write(
            topic.save_as,
            template,
            self.context,
            topic=topic,
            articles=topic.articles,
            dates=topic.dates,
            all_articles=self.context["articles"],
            template_name="topic",
            page_name=f"topics/{topic.slug}/index",
            url=topic.url,
        )
