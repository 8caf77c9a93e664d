"""What a publisher may ask for in; an article cut to its beginning, or taken off the site, out."""

from __future__ import annotations

import hashlib
import html
import logging
import re
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from copydesk.addresses import URL_SAFE
from copydesk.git import asked
from copydesk.model import CopydeskError
from copydesk.nearest import nearest
from copydesk.writing import renew

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

log = logging.getLogger(__name__)

TAKEDOWN = "takedown.txt"
MET = "withdrawn.txt"  # in the cache folder: what was taken down, and so may be gone, in signs that tell nobody what
SHELVES = ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations")
SPELT = "xn--"  # how a part of a site's name begins that has letters beyond ASCII
PORT = re.compile(":(?:80|443)$")  # where http and https are without being told
FRAGMENT = re.compile("(?<=.)#(?![/!]).*")  # behind "#/" and "#!" stands which page it is, as a script reads it
# Signs that mean one thing as they are and another one spelt: "a%2Fb" is no folder, "%2B" no blank.
MEANING = re.compile("%(2[356BF]|3[BDF])", re.IGNORECASE)
BYTES = "surrogateescape"  # how Python keeps what is no UTF-8: of older sites "%E4" and "%F6" are two pages
WEB = ("http://", "https://")
# What git's changes say of a post's header.
SLUG, SOURCED = re.compile(r"[-+]Slug: (.+?)\r?"), re.compile(r"[-+]Source_url: https?://(?:www\.)?(.+?)/?\r?")
SIGNS = re.compile(r"[.^$*+?(){}|\\\[\]]")  # what git's patterns mean something by


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


def withdrawn(path: Path) -> dict[str, int]:
    """The take-down list's addresses and slugs, with their lines; a `#` begins a remark. No list is an empty one."""
    if not path.exists() and not path.is_symlink():  # a link that leads nowhere is a list that is lost
        return {}
    if not path.is_file():
        hint = "Put the list there, or take this away: until then nothing may be published."
        raise CopydeskError("takedown", "The take-down list is no regular file.", hint, str(path))
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        hint = "Mend it, as nothing may be published until it can be."
        raise CopydeskError("takedown", "The take-down list cannot be read.", hint, str(path)) from error
    told = ((line.split(" #")[0].strip(), number) for number, line in enumerate(lines, 1))
    names = ((bare(name), number) for name, number in told if not name.startswith("#"))
    return {name: number for name, number in names if name}


def bare(address: str) -> str:
    """An address without what differs between two ways of writing it, as a server and a browser do; a slug as it is.

    That is the scheme and its port, `www.`, the fragment (but one that names a page), the last slash and a "?" with
    nothing behind it, the case of the site's name, and how letters and signs are spelt.
    """
    address = FRAGMENT.sub("", address.strip())
    site, slash, path = (address.partition("://")[2] or address).lstrip("/").rstrip("/?").partition("/")
    if not slash and "." not in site:
        return site
    name = PORT.sub("", composed(site).lower()).removeprefix("www.")
    plain = composed(MEANING.sub(lambda found: f"%25{found[1].upper()}", path))
    return ".".join(map(lettered, name.split("."))) + slash + quote(plain, safe=URL_SAFE, errors=BYTES)


def composed(spelt: str) -> str:
    """What percent signs spell, with each letter and its accents one sign; bytes that are no letters are kept apart."""
    return unicodedata.normalize("NFC", unquote(spelt, errors=BYTES))


def lettered(label: str) -> str:
    """A part of a site's name in its own letters, where it is spelt in ASCII's for the servers that look names up."""
    try:
        return label.removeprefix(SPELT).encode("ascii").decode("punycode") if label.startswith(SPELT) else label
    except UnicodeError:
        return label


def withdraw(generator: Any, names: Mapping[str, int], met: Set[str]) -> None:
    """Take the named articles away from Pelican before it makes a page or a feed of any; warn of names never met.

    No link leads to them any more. The context keeps, as `withdrawn`, the slugs that may not be heard of again, as
    `unpublished` the pages that they had, and as `met` the signs of the names that an article had now or, as the `met`
    of earlier builds or else git tell, once.
    """
    left, gone = set(names), generator.context.setdefault("withdrawn", set(names))
    pages = generator.context.setdefault("unpublished", set())
    for shelf in SHELVES:
        for article in [one for one in getattr(generator, shelf, ()) if called(one) & {*names}]:
            getattr(generator, shelf).remove(article)
            for other in article.translations:
                other.translations = [one for one in other.translations if one is not article]
            generator.context["generated_content"].pop(article.get_relative_source_path(), None)
            gone.add(article.slug)
            pages.add(article.save_as)
            left -= called(article)
    slugs = {article.slug for shelf in SHELVES for article in getattr(generator, shelf, ())}
    left = {name for name in left if sign(name) not in met}
    left -= seen(left, slugs, Path(generator.path))
    generator.context["met"] = {sign(name) for name in names if name not in left}
    for name in sorted(left, key=names.__getitem__):
        log.warning("%s", unmet(name, names[name], slugs, Path(generator.path).name))


def unpublish(output: Path, pages: Set[str], written: Set[str]) -> None:
    """Delete from an output the pages of withdrawn articles that an earlier build left there; none that was `written`.

    A folder that held a page alone goes with it.
    Raises `CopydeskError` where one cannot be deleted: it would stay on the site without a word.
    """
    for page in sorted(pages - written):
        path = Path(output, page)
        if page and path.resolve().is_relative_to(output.resolve()):
            try:
                path.unlink(missing_ok=True)
                with suppress(OSError):  # it holds more, or is gone
                    path.parent.rmdir()
            except OSError as error:
                message = f"The page of an article that was taken down cannot be deleted ({error.strerror})."
                raise CopydeskError(
                    "takedown", message, "Delete it, or mend its folder's rights.", str(path)
                ) from error


def sign(name: str) -> str:
    """What stands for a name that is not to be heard of again."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


def seen(names: Set[str], slugs: Set[str], content: Path) -> set[str]:
    """Those of some names that posts have had, or sources at such an address, as git has seen the content folder.

    None has one now. An address of the site's own ends with a slug, and may be mistaken for that of one of the `slugs`.
    """
    asking = [name for name in names if "\0" not in name]  # which no question may hold
    if not asking:
        return set()
    ends = {name: slug for name in asking if (slug := slug_of(name)) not in slugs}
    address, slug = ("|".join(map(escaped, told)) for told in (asking, ends.values()))
    pattern = rf"^(Source_url: https?://(www\.)?({address})/?{f'|Slug: ({slug})' if slug else ''})$"
    log = ("log", "--format=", "--patch", "--unified=0", "--no-textconv", f"-G{pattern}", "--", ".")
    changes = asked(content, *log).split("\n")
    posts = {found[1] for line in changes if (found := SLUG.fullmatch(line))}
    sources = {found[1] for line in changes if (found := SOURCED.fullmatch(line))}
    return {name for name in asking if name in sources or ends.get(name) in posts}


def slug_of(name: str) -> str:
    """What an address of the site's own, or a name alone, says of the slug."""
    return name.rpartition("/")[2].removesuffix(".html")


def escaped(text: str) -> str:
    """A text as a pattern of git's that finds it and nothing else."""
    return SIGNS.sub(r"\\\g<0>", text)


def unmet(name: str, line: int, slugs: Set[str], folder: str) -> CopydeskError:
    """The error of a name that no article has had since the desk or git remembers, with the slug most like it."""
    near = nearest(name, slugs)
    hint = f"Did you mean {near[0]}?" if near else "Write its slug, or its address or that of its source."
    return CopydeskError("takedown", f"no article is called {name}.", hint, f"{folder}/{TAKEDOWN}", line)


def recall(cache: Path) -> frozenset[str]:
    """The signs of names that articles had in earlier builds, as far as the cache knows."""
    try:
        return frozenset((cache / MET).read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()


def remember(cache: Path, met: Iterable[str]) -> None:
    """Keep these signs for the next build; a disk that may not be written is no trouble."""
    with suppress(CopydeskError, OSError):
        renew(cache / MET, "".join(f"{one}\n" for one in sorted(met)))


def called(article: Any) -> set[str]:
    """Every name by which the take-down list may call an article."""
    site = article.settings.get("SITEURL", "")
    address = str(getattr(article, "source_url", ""))
    return {article.slug, bare(article.url), bare(f"{site}/{article.url}"), bare(address)} - {""}
