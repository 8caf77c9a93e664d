"""Settings of the site that the browser tests read; SITEURL and RELATIVE come from the environment."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "plugins"))

SITENAME = "The Morning Digest"
SITESUBTITLE = "News of batteries, rates & fruit"
SITEURL = os.environ.get("SITEURL", "")
RELATIVE_URLS = bool(os.environ.get("RELATIVE"))
PATH = "content"
THEME = str(Path(__file__).parents[2] / "themes" / "broadsheet")
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = 20
ARTICLE_PATHS = ["articles"]
USE_FOLDER_AS_CATEGORY = False
DISPLAY_CATEGORIES_ON_MENU = False
ARTICLE_URL = ARTICLE_LANG_URL = "{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = ARTICLE_URL + "index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archive/", "archive/index.html"
SEARCH_URL, SEARCH_SAVE_AS = "search/", "search/index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "archives", "404", "search"]
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_ALL_ATOM = "feeds/all.atom.xml"
TAG_FEED_ATOM = "tags/{slug}/feed.atom.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
LINKS = (("Pelican", "https://getpelican.com/"),)


class Desk:
    """What the browser tests need of the desk: topics and the presentation, no seeds."""

    __name__ = "desk"

    @staticmethod
    def register() -> None:
        from pelican import signals

        from copydesk.grouping import tag_pages
        from copydesk.grouping.site import generators
        from copydesk.presenting import site

        signals.article_generator_finalized.connect(lambda made: tag_pages.thin(made, 2), weak=False)
        signals.get_generators.connect(lambda _: tuple(generators()), weak=False)
        site.connect()


PLUGINS = [Desk()]
