"""A varied site on disk, and builds of it: what the tests of equality compare."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

CONF = """
SITENAME = "Site & Sons"
SITEURL = "https://example.org"
AUTHOR = "A Writer"
TIMEZONE = "Europe/Paris"
LOCALE = "C"
PATH = "content"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = 3
DEFAULT_DATE = (2020, 1, 2, 3, 4)
DEFAULT_METADATA = {"desk": "news"}
STATIC_PATHS = ["images", "extra/robots.txt"]
EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "robots.txt"}}
TEMPLATE_PAGES = {"special.html": "special/index.html"}
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
DATE_FORMATS = {"en": "%-d %B %Y, week %V", "fr": "%d/%m/%y"}
FEED_ALL_RSS = "feeds/all.rss.xml"
TAG_FEED_ATOM = "feeds/tag/{slug}.atom.xml"
OUTPUT_SOURCES = True
PLUGINS = []
"""

FILES = {
    "plain.md": "Title: Plain\nDate: 2024-03-01\nTags: One, Two & Three\nSummary: A *short* one.\n\n"
    "# Head\n\nA paragraph with *emphasis*, **strength** and a [link](https://example.org/a_b).\n\n- one\n- two\n\n"
    "> Said.\n\n1. first\n2. second\n",
    "rich.md": "Title: Rich <b>title</b>\nDate: 2024-03-02 10:20\nModified: 2024-03-05T11:12:13\nCategory: Deep\n"
    "Tags: one; code\nAuthors: Ann Lee; Bo Ek\n\n```python\nprint(1)\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    "Text[^1] with <em>raw</em> HTML & more. HTML\n\n*[HTML]: Markup\n\n[^1]: A note.\n\n    code\n",
    "rich2.md": "Title: Richer\nDate: 2024-03-02\nTags: code\nSummary: with a note[^1] `x`\n    and a second\n"
    "\nText[^1], [ref], <div markdown='1'>*x*</div>\n\n[ref]: http://x.y\n\n[^1]: Another note.\n",
    "links.md": "Title: Links\nDate: 2024-02-01\nSummary: see [plain]({filename}plain.md)\n\n"
    "[plain]({filename}plain.md) ![pic]({static}/images/pic.svg) [file]({attach}attached.txt) [tag]({tag}one)\n",
    "attached.txt": "attached\n",
    "news/draft.md": "Title: A draft\nDate: 2024-04-01\nStatus: draft\n\nNot yet.\n",
    "news/hidden.md": "Title: A hidden one\nDate: 2024-04-02\nStatus: hidden\nTags: one\n\nSecret.\n",
    "news/skip.md": "Title: Skipped\nStatus: skip\n\nNever.\n",
    "news/bad.md": "Date: 2024-04-02\n\nNo title.\n",
    "news/both.md": "Title: Both\nDate: 2024-01-09\nSlug: both\nTags: one\n\nEnglish.\n",
    "news/both-fr.md": "Title: Les deux\nDate: 2024-01-09\nSlug: both\nLang: fr\nTags: one\n\nFrançais.\n",
    "news/2023-05-06-named.md": "Title: Named by its file\nTags: one, One\n\nBody - with _underscores_ and a & b.\n",
    "news/override.md": "Title: Elsewhere\nDate: 2022-01-01\nurl: else/\nsave_as: else/index.html\n\nHere.\n",
    "news/empty.md": "Title: Empty\nDate: 2021-01-01\n",
    "rest.rst": "In reST\n#######\n\n:date: 2023-07-08 09:10\n:tags: one, rest\n:summary: A *reST* one.\n\n"
    "Head\n====\n\nText with |sub| and ``code``.\n\n.. |sub| replace:: more\n\nHead two\n========\n\n"
    ".. code-block:: python\n\n"
    "   print(1)\n",
    "page.html": '<html><head><title>In HTML</title><meta name="date" content="2023-08-09"/>'
    '<meta name="tags" content="one, html"/></head><body><p>Text <img src="x.png" alt=""> &amp; more</p></body></html>',
    "pages/about.md": "Title: About\n\nUs, and [links]({filename}../links.md).\n",
    "pages/secret.md": "Title: Secret page\nStatus: hidden\n\nHush.\n",
    "pages/later.md": "Title: Later page\nStatus: draft\n\nSoon.\n",
    "images/pic.svg": "<svg/>\n",
    "extra/robots.txt": "User-agent: *\n",
    "special.html": "{% for a in articles %}{{ a.title }} {{ a.url }}\n{% endfor %}{{ SITENAME }}\n",
    **{
        f"news/many-{n}.md": f"Title: Many {n}\nDate: 2022-0{n % 9 + 1}-1{n % 3}\nTags: one, t{n % 4}\n\nWords {n}.\n"
        for n in range(11)
    },
}


def make(root: Path, files: dict[str, str] = FILES, conf: str = CONF) -> Path:
    """Write a site into `root`."""
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "pelicanconf.py").write_text(conf)
    return root


def build(root: Path, output: str, plugins: tuple[str, ...] = (), **settings: object) -> str:
    """Build the site into `root/output` as a person does; what Pelican said."""
    settings = {"PLUGINS": list(plugins), **settings}
    extra = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
    command = [sys.executable, "-W", "error", "-m", "pelican", "content", "-o", output, "-s", "pelicanconf.py"]
    done = subprocess.run(
        [*command, "-e", *extra],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "500"},
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def press(root: Path, output: str, plugins: tuple[str, ...] = ("presswork",), **settings: object) -> str:
    """Build the site with the press."""
    return build(root, output, plugins, **settings)


def outputs(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def assert_same(one: Path, other: Path) -> None:
    """Both folders hold the same files with the same bytes."""
    left, right = outputs(one), outputs(other)
    assert sorted(left) == sorted(right)
    assert [name for name in left if left[name] != right[name]] == []
