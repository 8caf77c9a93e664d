SITENAME = "The Benchmark"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
LOCALE = "C"
PATH = "content"
THEME = "theme"
ARTICLE_PATHS = ["posts"]
DELETE_OUTPUT_DIRECTORY = False
DIRECT_TEMPLATES = ["index"]
DEFAULT_PAGINATION = 10
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None}
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
ARTICLE_URL = "posts/{slug}/"
ARTICLE_SAVE_AS = "posts/{slug}/index.html"
CATEGORY_URL = "sections/{slug}/"
CATEGORY_SAVE_AS = "sections/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_SAVE_AS = ""
MONTH_ARCHIVE_URL = "archive/{date:%Y}-{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "archive/{date:%Y}-{date:%m}/index.html"
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 50
PLUGINS = []
