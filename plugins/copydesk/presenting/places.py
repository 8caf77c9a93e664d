"""Articles and pages in; those whose place on the site is inside it, sound and free stay, the others are named."""

from __future__ import annotations

import hashlib
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import PelicanTemplateNotFound

from copydesk.presenting import patterns
from copydesk.presenting.intake import UNSAID, Trouble, leave_out, placed_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST = 240  # bytes of a file's name: disks take 255, and a file still being written has a longer one
LONGEST_LABEL = 150  # letters of a tag's, category's or author's address, before what tells it apart
# What a site is or is found by, beside its own pages and feeds.
FILES = ("cname", "robots.txt", "sitemap.xml", ".nojekyll", "feed.json", "topics.opml", "site.webmanifest", "404.html")
LISTS = ("topics/index.html", "editions/index.html")
ANOTHER = "Name another, or leave the line out."
PLACES = "places"  # in the context: each place that is taken, in small letters, and by what


def settle(generator: Any, shelves: Sequence[str], name: str) -> None:
    """Leave out, of the contents on a generator's shelves, those that cannot be written where they want to be.

    Of two that want one place the one that `comes_first` has it. `name` is the template they use where they
    name none. Raises `CopydeskError` for settings that make addresses of what no content says.
    """
    places = generator.context.setdefault(PLACES, dict(reserved(generator.settings)))
    contents = [content for shelf in shelves for content in getattr(generator, shelf, ())]
    patterns.check_said(generator.settings, generator.context.pop(UNSAID, set()), contents)
    homeless, seeds = set(), {content.get_relative_source_path(): seed_of(content) for content in contents}
    for content in sorted(contents, key=comes_first):
        if problem := trouble(content, places, seeds) or untemplated(generator, content, name):
            homeless.add(id(content))
            leave_out(generator, content.get_relative_source_path(), problem)
        else:
            claim(places, place_of(content), content.get_relative_source_path())
    for shelf in shelves:
        setattr(generator, shelf, [one for one in getattr(generator, shelf, ()) if id(one) not in homeless])


def reserved(settings: Any) -> Iterator[tuple[str, str]]:
    """The places of what Pelican and the desk write themselves."""
    for template in settings["DIRECT_TEMPLATES"]:
        save_as = settings.get(f"{template.upper()}_SAVE_AS", f"{template}.html")
        if save_as:
            yield posixpath.normpath(save_as).casefold(), save_as
    for key, value in settings.items():
        if key.endswith(("FEED_ATOM", "FEED_RSS", "FEED_ALL_ATOM", "FEED_ALL_RSS")) and isinstance(value, str):
            yield posixpath.normpath(value).casefold(), value
    yield from ((file, file) for file in (*FILES, *LISTS))
    yield settings["THEME_STATIC_DIR"].casefold(), "the theme's files"


def place_of(content: Any) -> str:
    """Where a content wants to be, in small letters, as some disks do not tell cases apart."""
    return posixpath.normpath(str(content.save_as).replace("\\", "/")).casefold()


def comes_first(content: Any) -> tuple[bool, bool, str]:
    """A key by which a person's contents stand before the desk's, and files named for their slugs before copies."""
    path = str(content.source_path)
    return getattr(content, "by_desk", False), Path(path).stem != getattr(content, "slug", ""), path


def seed_of(content: Any) -> tuple[str, str]:
    """The seed that a content says it was made from, and the language that it is in."""
    return str(content.metadata.get("seed", "")), str(getattr(content, "lang", ""))


def trouble(content: Any, places: dict[str, str], seeds: dict[str, tuple[str, str]]) -> Trouble | None:
    """Why a content cannot be where it wants to be; one that is to be saved nowhere always can.

    `seeds` are those of all contents: a second post of one in its language is not to have another place, but to go.
    """
    if not content.save_as:
        return None
    place, problem, cure = place_of(content), "", ANOTHER
    if any(len(part.encode("utf-8", "replace")) > LONGEST for part in place.split("/")):
        problem = "has an address that is too long for a disk."
    elif owner := next((places[one] for one in (place, *above(place)) if one in places), ""):
        problem = f"would take the place of {owner}: {content.save_as}."
        if (seed := seed_of(content))[0] and seed == seeds.get(owner):
            cure = f"Delete {content.get_relative_source_path()}: both are posts of {seed[0]}."
    elif place + "/" in places or place == ".":
        problem = f"would take the place of a folder: {content.save_as}."
    return Trouble(problem, cure, placed_by(content)) if problem else None


def claim(places: dict[str, str], place: str, owner: str) -> None:
    """Note whose a place is, and which folders that makes."""
    places[place] = owner
    for folder in above(place):
        places[folder + "/"] = owner


def above(place: str) -> Iterable[str]:
    """The folders that a place lies in."""
    parts = place.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def untemplated(generator: Any, content: Any, name: str) -> Trouble | None:
    """Why a content cannot be shown, if it cannot."""
    if content.template == name:
        return None
    try:
        generator.get_template(content.template)
    except PelicanTemplateNotFound:
        problem = f"asks for a template that the theme does not have: {content.template}."
        return Trouble(problem, ANOTHER, ("template", content.template))
    return None


def part(generator: Any) -> None:
    """Give tags, categories and authors an address that a disk can hold and that is no further page of another's.

    `c12` is page 2 of `c1` where pages are numbered without a sign between, as Pelican does by default.
    """
    run_on = any("}{number}" in rule.SAVE_AS for rule in generator.settings["PAGINATION_PATTERNS"])
    for kind, lists in labels(generator.articles).items():
        slugs = {label.slug for label in lists} if run_on else frozenset()
        for label, slug in [(label, label.slug) for label in lists]:
            if any(slug[at:].isdecimal() and slug[:at] in slugs for at in range(1, len(slug))):
                label.slug = f"{slug}-{kind}"
            elif len(slug) > LONGEST_LABEL:
                label.slug = f"{slug[:LONGEST_LABEL]}-{hashlib.sha256(slug.encode()).hexdigest()[:8]}"


def labels(articles: Iterable[Any]) -> dict[str, list[Any]]:
    """What articles are listed under, by kind."""
    return {
        "tag": [tag for article in articles for tag in getattr(article, "tags", ())],
        "category": [article.category for article in articles if hasattr(article, "category")],
        "author": [author for article in articles for author in getattr(article, "authors", ())],
    }
