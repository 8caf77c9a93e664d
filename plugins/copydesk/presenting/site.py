"""Pelican's signals in; the words, dates, front page, feeds and search of the site out."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from pelican import signals
from pelican.generators import Generator
from pelican.urlwrappers import Category

from copydesk.model import CopydeskError
from copydesk.presenting import (
    atom,
    cards,
    feeds,
    hanging,
    intake,
    markup,
    neighbours,
    patterns,
    places,
    rights,
    search,
    sitemaps,
    wishes,
)
from copydesk.presenting.dates import formats
from copydesk.presenting.front import front
from copydesk.presenting.negatives import develop
from copydesk.presenting.pictures import FOLDER as PICTURES
from copydesk.presenting.pictures import pictured, shot
from copydesk.presenting.words import catalogue
from copydesk.settings import Settings, from_pelican
from copydesk.writing import renew

log = logging.getLogger(__name__)

JSON_FEED, OPML, MANIFEST, ROBOTS = "feed.json", "topics.opml", "site.webmanifest", "robots.txt"
PAPER = "#fdfcf9"
SHELVES = ("articles", "hidden_articles", "drafts", "pages", "hidden_pages", "draft_pages")
PAGES = ("pages", "translations", "hidden_pages", "hidden_translations", "draft_pages", "draft_translations")


def connect() -> None:
    """Connect to Pelican's signals; call it after the generators that make topics are connected."""
    signals.initialized.connect(teach)
    signals.generator_init.connect(intake.guard)
    signals.content_object_init.connect(hang)
    signals.content_object_init.connect(prepare)
    signals.article_generator_pretaxonomy.connect(withdraw)
    signals.article_generator_finalized.connect(intake.keep_inside)
    signals.page_generator_finalized.connect(settle_pages)
    signals.all_generators_finalized.connect(arrange)
    signals.get_generators.connect(generator)
    signals.feed_generated.connect(atom.improve)
    signals.finalized.connect(finish)


def teach(pelican: Any) -> None:
    """Give the templates the interface's words, the dates and the front page.

    Raises `CopydeskError` for a setting that the theme or Pelican itself cannot use.
    """
    settings = pelican.settings
    patterns.check_patterns(settings)
    wishes.check_theme(Path(pelican.theme), settings)
    words = catalogue(Path(pelican.theme), settings["DEFAULT_LANG"])
    speak = {"gettext": words.gettext, "ngettext": words.ngettext, "front": front, "pictured": pictured, "shot": shot}
    settings["JINJA_GLOBALS"] = {**speak, **formats(settings["DEFAULT_LANG"]), **settings["JINJA_GLOBALS"]}
    settings.setdefault("JSON_FEED", JSON_FEED)
    settings.setdefault("TOPICS_OPML", OPML)
    settings.setdefault("MANIFEST", MANIFEST)
    if searched(settings):
        settings["OUTPUT_RETENTION"] = [*settings["OUTPUT_RETENTION"], search.FOLDER]  # what stands need not be remade


def hang(content: Any) -> None:
    """Put an article's or a page's pictures in order."""
    text = getattr(content, "_content", None)
    if text and isinstance(text, str):
        elsewhere = content.settings.get("COPYDESK_PICTURES", False)
        content._content = hanging.hang(content, text, elsewhere=elsewhere)  # noqa: SLF001


def prepare(content: Any) -> None:
    """Make an article or page fit for pages and feeds, and tell how it opens and how long it takes to read."""
    for name, value in content.metadata.items():
        if isinstance(value, str) and markup.CONTROL.search(value):
            setattr(content, name, markup.fit(value))
            content.metadata[name] = markup.fit(value)
    text = getattr(content, "_content", None)
    content.sections, content.minutes, content.opening = [], 0, ""
    if text and isinstance(text, str):
        text = excerpt(content, text)
        content._content, content.sections = markup.sections(markup.fit(text))  # noqa: SLF001
        content.minutes = markup.minutes(text)
        content.opening = markup.opening(text, content.lang)


def excerpt(content: Any, text: str) -> str:
    """The part of an article that the site shows, which is all of it unless `COPYDESK_EXCERPT` says how many words."""
    words = content.settings.get("COPYDESK_EXCERPT", 0)
    source, address = (str(getattr(content, key, "")) for key in ("source", "source_url"))
    return rights.excerpt(text, words, source, address)


def withdraw(generator: Any) -> None:
    """Leave out what the take-down list names, then what has no place on the site."""
    house, names = settings_of(generator), rights.withdrawn(Path(generator.settings["PATH"], rights.TAKEDOWN))
    rights.withdraw(generator, names, rights.recall(house.path(house.cache)))
    places.settle(generator, rights.SHELVES, "article")
    places.part(generator)
    for draft in (*generator.drafts, *generator.drafts_translations):
        if not hasattr(draft, "category"):  # Pelican gives none where categories have no pages, and then asks for it
            name, settings = generator.settings["DEFAULT_CATEGORY"], generator.settings
            draft.category = Category(name, settings)  # type: ignore[no-untyped-call]


def settle_pages(generator: Any) -> None:
    """Leave out the pages that have no place on the site, and the files outside it that they link to."""
    places.settle(generator, PAGES, "page")
    generator.context.update(pages=generator.pages, hidden_pages=generator.hidden_pages)
    generator.context.update(draft_pages=generator.draft_pages)
    intake.keep_inside(generator)


def arrange(generators: list[Any]) -> None:
    """Introduce articles to their neighbours, give those without a summary one, and all pages their cards."""
    context = generators[0].context
    for content in contents(context):
        if content.opening:  # now, and not sooner: what groups articles by their words should meet these once
            content.metadata.setdefault("summary", content.opening)
    articles, topics = context.get("articles", []), context.get("topics", [])
    context["entries"] = {version.url: version for one in articles for version in (one, *one.translations)}
    neighbours.introduce(articles, topics)
    editions = [*context.get("editions", []), *context.get("weeks", [])]
    house = settings_of(generators[0])
    sitemaps.settle(articles, editions, Path(generators[0].output_path), house)
    if house.cards:
        cards.assign(masthead(context), articles, topics, card_font(house))
        context["cover"] = cards.cover(masthead(context), card_font(house))
        context["site_card"] = context["cover"].card


def generator(_: Any) -> type:
    """The generator to hand to Pelican."""
    return Extras


class Extras(Generator):
    """Writes what a site needs beside its pages: JSON Feed, OPML, manifest, robots, cards, pictures' copies.

    `last` is the one of this build: what it writes names pages, and so waits for `finish` until all of those lie there.
    """

    last: ClassVar[Extras]

    def generate_context(self) -> None:
        """Nothing to add: `arrange` runs when every generator knows its articles."""

    def generate_output(self, _writer: Any) -> None:
        Extras.last = self

    def lay(self) -> None:
        """Write all of it, where it differs."""
        site, topics = masthead(self.context), self.context.get("topics", [])
        newest = self.context["articles"][: self.settings["FEED_MAX_ITEMS"]]
        house = settings_of(self)
        rights.remember(house.path(house.cache), self.context["met"])
        written = {content.save_as for content in contents(self.context)}
        rights.unpublish(Path(self.output_path), self.context["unpublished"], written)
        drawn = [*self.context["articles"], *topics, self.context["cover"]] if house.cards else []
        cards.draw(site, drawn, Path(self.output_path), house.path(house.cache, "cards"), card_font(house))
        shown = [negative for content in contents(self.context) for negative in getattr(content, "pictures", ())]
        develop(shown, Path(self.output_path, PICTURES), house.path(house.cache, PICTURES))
        feeding = replace(site, url=feeds.home(self.context))
        self.put(JSON_FEED, feeds.json_feed(feeding, JSON_FEED, newest))
        self.put(MANIFEST, manifest(site, self.settings["THEME_STATIC_DIR"]))
        if topics:
            self.put(OPML, feeds.opml(feeding, topics))
        if site.url.startswith("http"):
            self.put(ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {site.url}/sitemap.xml\n")

    def index(self) -> None:
        """Index the pages of the articles for the search page; raises `CopydeskError` where that fails."""
        listed = [one for article in self.context["articles"] for one in (article, *article.translations)]
        printed: dict[str, list[search.Page]] = {}
        for article in listed:
            printed.setdefault(article.lang, []).append((article.date.isoformat(), article.save_as))
        bundle = settings_of(self).search_bundle
        search.index(Path(self.output_path), self.settings["DEFAULT_LANG"], printed, bundle)

    def put(self, name: str, text: str) -> None:
        """Write a file where it differs."""
        renew(Path(self.output_path, name), text)


def contents(context: Any) -> list[Any]:
    """Every article and page that the site writes, drafts and translations among them."""
    found = [content for shelf in SHELVES for content in context.get(shelf, ())]
    return [version for content in found for version in (content, *content.translations)]


def settings_of(generator: Any) -> Settings:
    """The desk's settings as a generator's site has them."""
    return from_pelican(generator.settings, Path(generator.path).parent)


def card_font(house: Settings) -> str:
    """The path of the cards' font, "" for the desk's own."""
    return str(house.path(house.card_font)) if house.card_font else ""


def masthead(context: Any) -> feeds.Masthead:
    """What the site says of itself in its settings."""
    subtitle = context.get("SITESUBTITLE") or ""
    return feeds.Masthead(context["SITENAME"], subtitle, context["SITEURL"], context["DEFAULT_LANG"])


def manifest(site: feeds.Masthead, theme: str) -> str:
    """A web manifest, so that the site can be kept on a phone's first screen."""
    icons = [{"src": f"{site.url}/{theme}/img/icon-512.png", "sizes": "512x512", "type": "image/png"}]
    name = feeds.plain(site.name)
    about = {"name": name, "short_name": name[:12].strip(), "start_url": f"{site.url}/", "display": "browser"}
    return json.dumps({**about, "background_color": PAPER, "theme_color": PAPER, "icons": icons}, indent=1) + "\n"


def searched(settings: Any) -> bool:
    """Whether the site has a search page."""
    return "search" in settings["DIRECT_TEMPLATES"]


def finish(pelican: Any) -> None:
    """Lay what names the pages beside them, now that they are there, and index them if there is a search page."""
    Extras.last.lay()
    done = Path(pelican.output_path, search.FOLDER).is_dir() and search.watched(sys.argv)
    if searched(pelican.settings) and not done:
        try:
            Extras.last.index()
        except CopydeskError as problem:
            log.error("%s", problem)  # noqa: TRY400  (a sentence for a person, who needs no traceback)
