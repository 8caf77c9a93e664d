"""The stories and the days of a site in, `/stories/<slug>/`, editions by day and week, and the sources out."""

from __future__ import annotations

import datetime
import html
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound

from copydesk.grouping.editions import Edition, by_day, by_week

WEEKS_FEED = "editions/feed.atom.xml"

log = logging.getLogger(__name__)


class StoriesGenerator(Generator):
    """Writes a page for each story that several articles tell, with `story` and `articles`, by `story.html`."""

    def generate_output(self, writer: Any) -> None:
        template = template_of(self, "story")
        if template is None:
            return
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        for story in self.context["stories"]:
            more = {"story": story, "articles": story.articles, "page_name": f"stories/{story.slug}/index"}
            write(story.save_as, template, self.context, template_name="story", url=story.url, **more)


@dataclass(eq=False)
class WeekEntry:
    """A week as Pelican's feed writer wants it: its date is the Monday, so its id stays when articles arrive."""

    title: str
    content: str
    url: str
    date: datetime.datetime
    modified: datetime.datetime
    summary: None = None

    def get_content(self, _siteurl: str) -> str:
        """The text; its links are whole already."""
        return self.content


class EditionsGenerator(Generator):
    """Puts `editions`, `weeks` and `sources` into the context and writes `edition.html`, `week.html`, `editions.html`.

    The weeks have a feed of their own, an entry a week by `week_entry.html`, which sets `name` and `feed`.

    `sources` are pairs of an outlet's name and how many articles came from it, the most first.
    """

    def generate_context(self) -> None:
        articles = [article for article in self.context["articles"] if article.twin_of is None]
        self.days = by_day(articles, weight)
        self.weeks = by_week(self.days, weight)
        self.context.update(editions=self.days, weeks=self.weeks, sources=outlets(self.context["articles"]))

    def generate_output(self, writer: Any) -> None:
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        for name, editions in (("edition", self.days), ("week", self.weeks)):
            template = template_of(self, name)
            for one in editions if template else ():
                more = {"edition": one, "articles": one.articles, "page_name": f"{one.url}index"}
                write(one.save_as, template, self.context, template_name=name, url=one.url, **more)
        template = template_of(self, "editions")
        if template:
            more = {"page_name": "editions/index", "template_name": "editions", "url": "editions/"}
            write("editions/index.html", template, self.context, **more)
        self.write_feed(writer, template_of(self, "week_entry"))

    def write_feed(self, writer: Any, template: Any) -> None:
        """Write the feed of the weeks, if there are any and the theme says how."""
        if template and self.weeks:
            newest = self.weeks[: self.settings["FEED_MAX_ITEMS"]]
            told = [template.make_module({**self.context, "edition": week}) for week in newest]
            entries = [entry(week, module) for week, module in zip(newest, told, strict=True)]
            writer.write_feed(entries, self.context, WEEKS_FEED, feed_title=html.unescape(str(told[0].feed)))


def entry(week: Edition, told: Any) -> WeekEntry:
    """A week as an entry of the feed; `told` is the template's module."""
    latest = week.articles[0].date
    monday = datetime.datetime.combine(week.first, datetime.time(), latest.tzinfo)
    return WeekEntry(str(told.name).strip(), str(told).strip(), week.url, monday, latest)


def template_of(generator: Generator, name: str) -> Any:
    """A template of the theme, None where the theme has none: then the site goes without these pages."""
    try:
        return generator.get_template(name)  # type: ignore[no-untyped-call]
    except PelicanTemplateNotFound:
        log.info("The theme has no %s.html, so the site gets no such pages.", name)
        return None


def weight(article: Any) -> float:
    """How much news an article is: the outlets and the articles that tell its story, and its copies."""
    story = article.story
    told = len(story.articles) + len(story.sources) if story else 1 + bool(article.outlet)
    return float(told + len(article.twins))


def outlets(articles: Iterable[Any]) -> list[tuple[str, int]]:
    """Pairs of an outlet and how many articles came from it, the most first; of two spellings the commoner names it."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        if article.outlet:
            spellings[article.outlet.casefold()][article.outlet] += 1
    named = [(max(count, key=lambda name: (count[name], name)), count.total()) for count in spellings.values()]
    return sorted(named, key=lambda entry: (-entry[1], entry[0].casefold()))
