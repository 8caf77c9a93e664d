"""The theme without any plugin: what `pelican-quickstart` leaves, posts written by hand, own templates."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

THEME = Path(__file__).parents[2] / "themes" / "broadsheet"
QUICKSTART = """
AUTHOR = "Ann Lee"
SITENAME = "Notes & queries"
SITEURL = ""
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "en"
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
LINKS = (("Pelican", "https://getpelican.com/"), ("You can modify those links in your config file", "#"))
SOCIAL = (("You can add links in your config file", "#"),)
DEFAULT_PAGINATION = 2
"""
POSTS = {
    "one.md": "Title: One & only\nDate: 2026-11-01\nTags: first, R&D\nCategory: News\n\n## Part\n\nText, *set*.\n",
    "two.md": "Title: Two\nDate: 2026-11-02\nModified: 2026-11-05\nAuthors: Bo Ek; Ann Lee\nCategory: News\n\nMore.\n",
    "zwei.md": "Title: Zwei\nDate: 2026-11-02\nSlug: two\nLang: de\n\nMehr.\n",
    "three.rst": "Three\n#####\n\n:date: 2025-01-03\n:tags: first\n\nIn reStructuredText.\n",
    "four.md": "Title: Four\nDate: 2024-02-29\nSummary: A *summary*.\n\nText.\n",
    "draft.md": "Title: Draft\nDate: 2026-11-03\nStatus: draft\n\nNot yet.\n",
    "hidden.md": "Title: Hidden\nDate: 2026-11-03\nStatus: hidden\n\nSecret.\n",
    "pages/about.md": "Title: About me\n\nHello.\n",
}
BLOCKS = ("title", "head", "body", "header", "nav", "content", "footer", "meta", "canonical")


class Links(HTMLParser):
    """A page's addresses and ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, _, attrs):
        told = dict(attrs)
        self.ids.add(told.get("id"))
        self.addresses += [told[name] for name in ("href", "src") if told.get(name)]


@pytest.fixture
def build(tmp_path):
    for name, text in POSTS.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(more: str = "", **templates: str) -> Path:
        (tmp_path / "mine").mkdir(exist_ok=True)
        for name, text in templates.items():
            (tmp_path / "mine" / f"{name}.html").write_text(text, encoding="utf-8")
        conf = f'{QUICKSTART}\nTHEME = "{THEME}"\nTHEME_TEMPLATES_OVERRIDES = ["mine"]\n{more}'
        (tmp_path / "pelicanconf.py").write_text(conf, encoding="utf-8")
        command = [sys.executable, "-W", "error", "-m", "pelican", "content", "--fatal", "errors", "-D"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return tmp_path / "output"

    return run


def broken(output: Path) -> list[tuple[str, str]]:
    """Links that lead nowhere."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in output.rglob("*.html")}
    found = []
    for path, page in pages.items():
        here = f"https://x.example/{path.relative_to(output).as_posix()}"
        for address in page.addresses:
            whole, fragment = urldefrag(urljoin(here, address))
            target = output / unquote(urlsplit(whole).path).lstrip("/")
            target = target / "index.html" if target.is_dir() else target
            if urlsplit(whole).netloc == "x.example" and (
                not target.is_file() or (fragment and fragment not in pages[target].ids)
            ):
                found.append((path.name, address))
    return found


VARIANTS = {
    "stock": "",
    "relative": "RELATIVE_URLS = True",
    "feeds": 'FEED_ALL_ATOM = "feeds/all.atom.xml"\nFEED_ALL_RSS = "feeds/rss.xml"',
    "icon": 'BROADSHEET_ICON = "theme/img/icon-180.png"',
    "unpaginated": "DEFAULT_PAGINATION = False",
    "lean": 'DIRECT_TEMPLATES = ["index", "404"]\nAUTHOR_SAVE_AS = TAG_SAVE_AS = ""\n'
    'DISPLAY_CATEGORIES_ON_MENU = False\nYEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"\n'
    'MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"',
}


@pytest.mark.parametrize("more", VARIANTS.values(), ids=VARIANTS)
def test_a_quickstart_site_reads_well(build, more):
    output = build(more)
    assert broken(output) == []
    pages = {path.relative_to(output).as_posix(): path.read_text(encoding="utf-8") for path in output.rglob("*.html")}
    assert {"index.html", "one-only.html", "two.html", "two-de.html", "pages/about-me.html", "drafts/draft.html"} <= {
        *pages
    }
    for name, page in pages.items():
        assert page.count("<h1") == 1, name
        assert "Undefined" not in page, name
        assert "None" not in page, name
        assert "<p></p>" not in page, name
    assert "Bo Ek" in pages["two.html"]
    assert 'hreflang="de"' in pages["two.html"]
    assert 'hreflang="en"' in pages["two.html"]
    assert '<meta name="robots" content="noindex">' in pages["drafts/draft.html"]
    assert "secret" not in pages["index.html"].lower()


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_can_be_filled_anew(build, block):
    filled = f"{{% block {block} %}}<!-- {block} of mine -->{{{{ super() }}}}{{% endblock %}}"
    output = build(base='{% extends "!theme/base.html" %}' + filled)
    for name in ("one-only.html", "pages/about-me.html"):
        page = (output / name).read_text(encoding="utf-8")
        filled_by_page = block in ("title", "content", "meta")
        assert (f"<!-- {block} of mine -->" in page) != filled_by_page, name


def test_a_template_of_one_s_own_extends_the_theme_s(build):
    output = build(
        article='{% extends "!theme/article.html" %}{% block footer %}{{ super() }}<p>Mine.</p>{% endblock %}',
        page='{% extends "!simple/base.html" %}{% block content %}<p>{{ page.title }}, plainly.</p>{% endblock %}',
        neighbours="<p>No neighbours.</p>",
        archives='{% extends "base.html" %}{% block html_lang %}fr{% endblock %}{% block content %}A{% endblock %}',
    )
    article = (output / "one-only.html").read_text(encoding="utf-8")
    assert article.index("colophon") < article.index("<p>Mine.</p>") < article.index("</footer>")
    assert "<p>No neighbours.</p>" in article
    assert "<p>About me, plainly.</p>" in (output / "pages/about-me.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in (output / "archives.html").read_text(encoding="utf-8")
