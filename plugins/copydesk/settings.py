"""Every knob, once: Pelican's settings in, one frozen `Settings` out."""

from __future__ import annotations

import os
import re
from dataclasses import Field, dataclass, field, fields
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from copydesk.model import CopydeskError
from copydesk.nearest import offer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CONF = "pelicanconf.py"
PREFIX = "COPYDESK_"
MEND = f"Mend it in {CONF}."
APART = f"Give each a folder of its own in {CONF}."
PELICANS = {"PATH": "content", "OUTPUT_PATH": "output"}  # Pelican's own folders, and what the desk takes them for
LANG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}")  # a language's code as BCP 47 has it: en, pt-BR
UTC = "UTC"  # where a site that names no time zone is, for Pelican too
BASENAME = "basename"  # what `SLUGIFY_SOURCE` is where addresses come from files' names, and not from titles
DEFAULT_SEEDS = "seeds"  # this one may be missing: a site may well begin without
KINDS = {int: "a whole number", bool: "True or False", str: "a text", dict: "a table"}  # of settings, as people say it
TAG_FILE = "tags.toml"  # in the content folder


def knob(default: Any, meaning: str, least: int = 0, read: Callable[[str, Any], Any] | None = None) -> Any:
    """A setting's default and its meaning in one sentence; `least` is the smallest number that means anything.

    `read` makes the value of what a person wrote where that is more than a text, a number or a yes or no: it gets the
    setting's name and what was written, and raises `CopydeskError` for what cannot be used.
    """
    return field(default=default, metadata={"meaning": meaning, "least": least, "read": read})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A language model that may be asked, at an address that speaks OpenAI's chat completions.

    `key_env` names the environment variable that holds its key, "" where it wants none; `calls` is how many new
    summaries a build may ask for.
    """

    base_url: str
    model: str
    key_env: str = ""
    calls: int = 20


PARTS = get_type_hints(Endpoint)


def endpoint(name: str, told: Any) -> Endpoint | None:
    """The endpoint that a table names, `None` where it is empty; raises `CopydeskError` for what cannot be used."""
    if not isinstance(told, dict):
        raise ill_typed(name, told, dict)
    for part, value in told.items():
        if part not in PARTS:
            raise CopydeskError("setting", f"{name} has no part {part!r}.", f"Known are {', '.join(PARTS)}.")
        check(f"{name}'s {part}", value, PARTS[part])
    if told and not (told.get("model") and told.get("base_url", "").startswith(("http://", "https://"))):
        message = f"{name} wants a model, and a base_url that begins with http:// or https://."
        raise CopydeskError("setting", message, MEND)
    return Endpoint(**told) if told else None


@dataclass(frozen=True)
class Settings:
    """What the desk may be told. Paths are relative to `root`, the folder that the settings file lies in.

    A field `seeds` is set as `COPYDESK_SEEDS` in `pelicanconf.py`; `root`, `content`, `lang`, `timezone` and
    `slugs_by_name` come from Pelican's own settings (`PATH`, `DEFAULT_LANG`, `TIMEZONE`, `SLUGIFY_SOURCE`).
    """

    root: Path = Path()
    content: str = "content"
    lang: str = "en"
    timezone: str = UTC
    slugs_by_name: bool = False
    seeds: str = knob(DEFAULT_SEEDS, "The folder of raw articles.")
    posts: str = knob("articles", "The folder of posts, inside the content folder.")
    topics: str = knob("topics", "The folder of topics, inside the content folder.")
    tag_min: int = knob(
        0, "How many articles give a tag a page; 0 means two, three from 200 on, and one where the theme links to all."
    )
    discover: bool = knob(
        False, "Whether a build writes a file for a clear new topic, for an editor to keep or delete."
    )
    workers: int = knob(0, "Processes that prepare seeds; 0 means one a core, 1 means none but the build's own.")
    cache: str = knob(".cache/copydesk", "The folder of what only saves time; it may be deleted at any moment.")
    cards: bool = knob(True, "Whether each article and topic gets a picture that other sites show of it.")
    card_font: str = knob(
        "",
        "The path of a font file for those pictures; empty means Source Serif, which knows Latin, Greek and Cyrillic.",
    )
    cpu_seconds: int = knob(2, "Seconds of processor time after which a seed is set aside; 0 means any.")
    memory: int = knob(256, "MiB of memory beyond which a seed is set aside; 0 means any.")
    largest: int = knob(20, "Megabytes beyond which a seed's file is set aside.", least=1)
    trust_edits: bool = knob(
        True, "Whether posts that a person wrote or edited may hold any HTML; what the desk wrote is always cleaned."
    )
    pictures: bool = knob(False, "Whether pictures from other sites are shown; else a link stands in their place.")
    llm: Endpoint | None = knob(  # noqa: RUF009  a field, as the others
        None, "The language model that may write summaries; empty means none.", read=endpoint
    )
    excerpt: int = knob(0, "Words of an article from elsewhere that its page shows; 0 means all of them.")
    canonical: bool = knob(False, "Whether the page of an article from elsewhere names the original as canonical.")
    noindex: bool = knob(False, "Whether search engines are told to leave out the pages of articles from elsewhere.")
    search_bundle: int = knob(
        2000, "Articles that share a part of the search index; only changed parts are made anew.", least=1
    )
    strict: bool = knob(False, "Whether a seed set aside or a file left out makes the build fail.")

    def path(self, *parts: str) -> Path:
        """The absolute path of a file or folder named relative to the site's root."""
        return Path(self.root, *parts)

    @property
    def seeds_path(self) -> Path:
        return self.path(self.seeds)

    @property
    def posts_path(self) -> Path:
        return self.path(self.content, self.posts)

    @property
    def topics_path(self) -> Path:
        return self.path(self.content, self.topics)


@cache
def knobs() -> Mapping[str, Field[Any]]:
    """The settings a person may set: `COPYDESK_NAME` -> its dataclass field."""
    return {PREFIX + f.name.upper(): f for f in fields(Settings) if "meaning" in f.metadata}


def from_pelican(pelican: Mapping[str, Any], root: Path) -> Settings:
    """Pelican's settings -> `Settings`; raises `CopydeskError` for an unknown or ill-typed knob.

    And for what is no time zone or no language.
    """
    given = {name: value for name, value in pelican.items() if name.startswith(PREFIX)}
    timezone = pelican.get("TIMEZONE") or UTC
    check_timezone(timezone)
    check_lang(pelican.get("DEFAULT_LANG", "en"))
    content, output = (Path(pelican.get(key) or default) for key, default in PELICANS.items())
    settings = Settings(
        root=root,
        content=str(content.relative_to(root) if content.is_relative_to(root) else content),
        lang=str(pelican.get("DEFAULT_LANG", "en")),
        timezone=timezone,
        slugs_by_name=pelican.get("SLUGIFY_SOURCE") == BASENAME,
        **dict(told(name, value) for name, value in given.items()),
    )
    check_folders(settings, settings.path(str(output)))
    check_read(settings, pelican.get("ARTICLE_PATHS"))
    return settings


def root_of(path: str | Path) -> Path:
    """The site's root, by Pelican's `PATH`: the folder above its content, wherever a link may lead from there."""
    return placed(path).parent


def placed(path: str | Path) -> Path:
    """An absolute path by the names that a person wrote, as Pelican makes one: links stay what they are, `..` go."""
    return Path(os.path.abspath(path))  # noqa: PTH100  `resolve` follows links, `absolute` leaves `..` in


@cache
def check_folders(settings: Settings, output: Path) -> None:
    """Raise `CopydeskError` for a folder inside another: the desk would read what it wrote, or write where it reads."""
    content, cached = settings.path(settings.content), settings.path(settings.cache)
    folders = {"COPYDESK_SEEDS": settings.seeds_path, "COPYDESK_POSTS": settings.posts_path}
    folders |= {"COPYDESK_TOPICS": settings.topics_path, "COPYDESK_CACHE": cached, "OUTPUT_PATH": output}
    for name in ("COPYDESK_POSTS", "COPYDESK_TOPICS"):
        if not within(folders[name], content):
            message = f"{name} is {str(folders[name])!r}, which is not inside {settings.content}/."
            raise CopydeskError("setting", message, MEND)
    for (one, folder), (other, second) in combinations(folders.items(), 2):
        if within(folder, second) or within(second, folder):
            message = f"{one} and {other} name one folder, or one inside the other: {folder} and {second}."
            raise CopydeskError("setting", message, APART)
    if within(cached, content):
        raise CopydeskError("setting", f"COPYDESK_CACHE is {cached}, inside the content {content}.", APART)


def within(folder: Path, other: Path) -> bool:
    """Whether a folder is another one or lies in it, whatever links lead there."""
    return folder.resolve().is_relative_to(other.resolve())


def check_read(settings: Settings, paths: Any) -> None:
    """Raise `CopydeskError` where Pelican reads no article in the folder of posts: the site would stay empty."""
    if not isinstance(paths, (list, tuple)):
        return  # Pelican's own default is all of the content
    posts, content = placed(settings.posts_path), settings.path(settings.content)
    if not any(posts.is_relative_to(placed(content / str(path))) for path in paths):
        message = f"COPYDESK_POSTS is {settings.posts!r}, where ARTICLE_PATHS has no article read: {[*paths]}."
        raise CopydeskError("setting", message, f"Name it in ARTICLE_PATHS in {CONF}.")


def check_disk(settings: Settings) -> None:
    """Raise `CopydeskError` for what lies on the disk otherwise than the settings have it."""
    content, topics = settings.path(settings.content), settings.topics_path
    if (content / CONF).is_file():
        message = f"PATH is {content}, the folder of the settings, where seeds and site would be its content."
        raise CopydeskError("setting", message, f'Write PATH = "content" in {CONF}, and put posts and pages there.')
    check_seeds(settings)
    font = settings.path(settings.card_font)
    if settings.cards and settings.card_font and not font.is_file():
        raise CopydeskError("setting", f"COPYDESK_CARD_FONT is {font}, which is no file that is there.", MEND)
    if topics.exists() and not topics.is_dir():
        raise CopydeskError(
            "setting", f"COPYDESK_TOPICS is {topics}, which is no folder.", f"Make it one, or mend it in {CONF}."
        )
    if (content / TAG_FILE).is_dir():
        raise CopydeskError("setting", "is a folder, and not the file that has the last word on tags.",
                            "Take it away, or give it another name.", str(content / TAG_FILE))  # fmt: skip


def check_seeds(settings: Settings) -> None:
    """Raise `CopydeskError` for seeds that a person has and the desk would not see."""
    seeds = settings.seeds_path
    if seeds.is_dir():
        return
    if seeds.exists() or seeds.is_symlink() or settings.seeds != DEFAULT_SEEDS:
        what = "is no folder" if seeds.exists() else "leads nowhere" if seeds.is_symlink() else "is not there"
        raise CopydeskError("setting", f"COPYDESK_SEEDS is {seeds}, which {what}.", f"Make it, or mend it in {CONF}.")
    above = settings.root.parents if not (settings.root / CONF).exists() else ()
    home = next((folder for folder in above if (folder / CONF).exists()), settings.root)
    if (home / settings.seeds).is_dir():
        message = f"The seeds lie in {home / settings.seeds}, the content in {settings.path(settings.content)}."
        raise CopydeskError("setting", message, f"The desk wants them beside each other: move them to {seeds}.")


def leave_topics(pelican: dict[str, Any], topics: str) -> None:
    """Have Pelican's settings leave the folder of topics alone: these are no articles, wherever a site keeps those."""
    for name in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES"):
        if topics not in pelican[name]:  # with automatic reloading the settings outlive the build
            pelican[name] = [*pelican[name], topics]


def told(name: str, value: Any) -> tuple[str, Any]:
    """What a person set -> the field of `Settings` and its value; raises `CopydeskError` where it cannot be used."""
    known = knobs().get(name)
    if known is None:
        raise CopydeskError("setting", f"{name} is no setting of copydesk.", offer(name, knobs()))
    if known.metadata["read"]:
        return known.name, known.metadata["read"](name, value)
    check(name, value, type(known.default), known.metadata["least"])
    return known.name, value


def check_timezone(name: Any) -> None:
    """Raise `CopydeskError` for a time zone that nobody knows: Pelican would read no article at all."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        hint = "Name one such as Europe/Berlin in pelicanconf.py."
        raise CopydeskError("setting", f"TIMEZONE is {name!r}, which is no time zone.", hint) from None


def check_lang(code: Any) -> None:
    """Raise `CopydeskError` for a language that is no code of one: nothing would know in what language the site is."""
    if not (isinstance(code, str) and LANG.fullmatch(code)):
        hint = f"Name one such as en, de or pt-BR in {CONF}."
        raise CopydeskError("setting", f"DEFAULT_LANG is {code!r}, which is no language's code.", hint)


def check_site(settings: Settings) -> None:
    """Raise `CopydeskError` where nothing lies that makes a folder a site: settings, seeds or content."""
    if not (settings.path(CONF).is_file() or settings.seeds_path.is_dir() or settings.path(settings.content).is_dir()):
        message = f"There is no site here: neither {CONF} nor {settings.seeds}/."
        raise CopydeskError("site", message, "Go to the site's folder, or name its settings.", str(settings.root))


def check(name: str, value: Any, wanted: type[Any], least: int = 0) -> None:
    """Raise `CopydeskError` unless the value is of the wanted type, and a number no smaller than makes sense."""
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ill_typed(name, value, wanted)
    if wanted is int and value < least:
        raise CopydeskError("setting", f"{name} is {value}, but wants {least} or more.", MEND)


def ill_typed(name: str, value: Any, wanted: type[Any]) -> CopydeskError:
    """The error of a setting that is something else than it wants."""
    return CopydeskError("setting", f"{name} is {value!r}, but wants {KINDS[wanted]}.", MEND)
