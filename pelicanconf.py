import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))  # workers are new processes, and PLUGIN_PATHS means nothing to them

SITENAME = "The Copydesk Digest"
SITESUBTITLE = "A finite newspaper, made from a folder of clippings"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

PATH = "content"
OUTPUT_PATH = "output"
THEME = str(ROOT / "themes" / "broadsheet")
PLUGINS = ["copydesk", "presswork", "pelican.plugins.sitemap"]
PRESSWORK_PURE = ["front", "gettext", "ngettext", "pictured", "shot", "long_date", "full_date", "long_month"]

# Relative links, so that the site can be read from the folder as well as from a server.
RELATIVE_URLS = True
DELETE_OUTPUT_DIRECTORY = False  # the press takes away what no longer belongs there

COPYDESK_DISCOVER = True

ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = [name for name in ("images", "static") if (ROOT / PATH / name).is_dir()]
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "News"
DEFAULT_PAGINATION = 24
FORMATTED_FIELDS = ["summary"]
SUMMARY_MAX_LENGTH = None
TYPOGRIFY = False
WITH_FUTURE_DATES = True
SLUGIFY_SOURCE = "title"

ARTICLE_URL = ARTICLE_LANG_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "articles/{slug}/index.html"
DRAFT_URL = DRAFT_LANG_URL = "drafts/{slug}/"
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = "drafts/{slug}/index.html"
PAGE_URL = PAGE_LANG_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = "{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
TAGS_URL = "tags/"
TAGS_SAVE_AS = "tags/index.html"
ARCHIVES_URL = "archive/"
ARCHIVES_SAVE_AS = "archive/index.html"
YEAR_ARCHIVE_URL = "archive/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "archive/{date:%Y}/index.html"
MONTH_ARCHIVE_URL = "archive/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "archive/{date:%Y}/{date:%m}/index.html"
CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ""
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
DIRECT_TEMPLATES = ["index", "tags", "archives", "search", "404"]
SEARCH_SAVE_AS = "search/index.html"
SEARCH_URL = "search/"
PAGINATED_TEMPLATES = {"tag": None}  # the front page is finite; the archive has the rest

FEED_DOMAIN = "http://localhost:8000"  # where `make serve` shows the site
FEED_ALL_ATOM = "feeds/all.atom.xml"
TAG_FEED_ATOM = "feeds/tags/{slug}.atom.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = False

DISPLAY_CATEGORIES_ON_MENU = False
MENUITEMS = ()
LINKS = ()
SOCIAL = ()

SITEMAP = {"format": "xml", "exclude": ["drafts/", "feeds/", "404.html"]}
