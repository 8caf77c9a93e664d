"""What a publisher may ask for in; an article cut to its beginning, or taken off the site, out."""

from __future__ import annotations

import html
import logging
from typing import TYPE_CHECKING, Any

from copydesk.model import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

log = logging.getLogger(__name__)

TAKEDOWN = "takedown.txt"
SHELVES = ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations")
WEB = ("http://", "https://")


def excerpt(markup: str, words: int, source: str, address: str) -> str:
    """The first words of an article, then the link to where the rest stands; one without a source stays whole."""
    from pelican.utils import truncate_html_words

    if not words or not address.startswith(WEB):
        return markup
    cut = truncate_html_words(markup, words, "…")
    if cut == markup:
        return markup
    link = f'<a href="{html.escape(address)}" rel="noopener nofollow ugc">{source or html.escape(address)}</a>'
    return f"{cut}\n<p>{link}</p>"


def withdrawn(path: Path) -> tuple[str, ...]:
    """The addresses and slugs of the take-down list, each once; a `#` begins a remark. No list is an empty one."""
    if not path.exists():
        return ()
    if not path.is_file():
        raise CopydeskError("takedown", "The take-down list is no regular file.", "Take it away.", str(path))
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        hint = "Mend it, as nothing may be published until it can be."
        raise CopydeskError("takedown", "The take-down list cannot be read.", hint, str(path)) from error
    return tuple(dict.fromkeys(name for line in lines if (name := bare(line.split(" #")[0])) and name[0] != "#"))


def bare(address: str) -> str:
    """An address without what differs between two ways of writing it: scheme, `www.`, fragment, last slash."""
    address = address.strip().partition("#")[0] or address.strip()
    return address.partition("://")[2].removeprefix("www.").rstrip("/") if "://" in address else address.strip("/")


def withdraw(generator: Any, names: Iterable[str]) -> None:
    """Take the named articles away from Pelican before it makes a page or a feed of any; warn of names not met.

    No link leads to them any more. The context keeps, as `withdrawn`, the slugs that may not be heard of again.
    """
    left, gone = set(names), generator.context.setdefault("withdrawn", set(names))
    for shelf in SHELVES:
        for article in [one for one in getattr(generator, shelf, ()) if called(one) & {*names}]:
            getattr(generator, shelf).remove(article)
            for other in article.translations:
                other.translations = [one for one in other.translations if one is not article]
            generator.context["generated_content"].pop(article.get_relative_source_path(), None)
            gone.add(article.slug)
            left -= called(article)
    for name in sorted(left):
        log.warning("%s: no article is called %s.", TAKEDOWN, name)


def called(article: Any) -> set[str]:
    """Every name by which the take-down list may call an article."""
    site = article.settings.get("SITEURL", "")
    address = str(getattr(article, "source_url", ""))
    return {article.slug, article.url.strip("/"), bare(f"{site}/{article.url}"), bare(address)} - {""}
