"""A site's settings in, the fingerprint of everything that all its pages stand on out."""

from __future__ import annotations

import locale
import os
import sys
from functools import cache, partial
from hashlib import blake2b
from importlib import metadata, util
from pathlib import Path
from types import CodeType, FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from presswork.digests import Describer, Doubt, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LIBRARIES = ("pelican", "jinja2", "markupsafe", "markdown", "pygments", "docutils", "feedgenerator", "unidecode")
"""What turns posts into pages; a plugin's own libraries count with the plugin's own files."""

IRRELEVANT = frozenset(
    {
        *("AUTORELOAD", "BIND", "CACHE_PATH", "DEBUG", "DELETE_OUTPUT_DIRECTORY", "LOG_FILTER"),
        *("OUTPUT_RETENTION", "PORT", "PRESSWORK_STORE", "PRESSWORK_WORKERS"),
    }
)
"""Settings that change how a site is built, but no page of it."""

READING = ("MARKDOWN", "FORMATTED_FIELDS")
"""The settings that the conversion of a Markdown file hangs on."""


def of(settings: Mapping[str, Any]) -> dict[str, str]:
    """The fingerprint, part by part; the names of the parts are words for people."""
    return {
        "Python": sys.version,
        "the press": files_under([Path(__file__).parent], "*.py"),
        "a library": versions(),
        "the locale": locale.setlocale(locale.LC_ALL),
        "a plugin": plugins(settings),
        "the theme": theme(settings),
        **{f"the setting {name}": of_setting(settings[name]) for name in sorted(settings.keys() - IRRELEVANT)},
    }


def of_posts(settings: Mapping[str, Any]) -> dict[str, str]:
    """The fingerprint of what posts hang on beside their files: everything but the theme."""
    return {name: part for name, part in of(settings).items() if name != "the theme"}


def of_reading(settings: Mapping[str, Any]) -> bytes:
    """The fingerprint of what the conversion of a Markdown file hangs on beside the file."""
    values = [of_setting(settings[name]) for name in READING]
    return digest(" ".join([sys.version, files_under([Path(__file__).parent], "*.py"), versions(), *values]))


def changed(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """The first part in which two fingerprints differ, as words; empty if they are the same."""
    for name in [*new, *old]:
        if old.get(name) != new.get(name):
            return f"{name} has changed"
    return ""


def versions() -> str:
    """The versions of the libraries that make pages."""
    return " ".join(version(name) for name in LIBRARIES)


@cache
def version(name: str) -> str:
    """A library's version, or nothing where it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def plugins(settings: Mapping[str, Any]) -> str:
    """The code and data of every plugin."""
    return files_under((root_of(name) for name in settings["PLUGINS"] or ()), "*")


def root_of(name: str) -> Path | None:
    """The folder of a plugin's package, or its file if it is a single module; None where nobody can tell."""
    module = sys.modules.get(name)
    origin = getattr(module, "__file__", None) or getattr(util.find_spec(name), "origin", None)
    if origin is None:
        return None
    path = Path(origin)
    return path.parent if path.name == "__init__.py" else path


def theme(settings: Mapping[str, Any]) -> str:
    """Every template that a page may be rendered with."""
    folders = [Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"]]
    pages = [Path(settings["PATH"], source) for source in settings["TEMPLATE_PAGES"]]
    return files_under([*folders, Path(settings["THEME"], "templates"), *pages], "*")


def files_under(roots: Iterable[Path | None], pattern: str) -> str:
    """A digest of the names and bytes of all files under the roots; another each time if a root is unknown."""
    summed = blake2b(digest_size=16)
    for root in roots:
        if root is None:
            return os.urandom(16).hex()
        for path in sorted(root.rglob(pattern)) if root.is_dir() else [root]:
            if path.is_file() and path.suffix != ".pyc":
                summed.update(f"{path.relative_to(root)}\0{path.stat().st_size}\0".encode())
                summed.update(path.read_bytes())
    return summed.hexdigest()


def of_setting(value: Any) -> str:
    """A setting's digest; another each time for a value that cannot be compared between builds."""
    try:
        return digest(Settings().describe(value)).hex()
    except Doubt:
        return os.urandom(16).hex()


class Settings(Describer):
    """Describes settings: as values are described, and functions by their code."""

    def describe(self, value: Any, depth: int = 12) -> str:
        """The value as text; raises `Doubt`."""
        if isinstance(value, partial):
            return f"partial {self.describe([value.func, value.args, value.keywords], depth - 1)}"
        if isinstance(value, FunctionType) and depth:
            held = [cell.cell_contents for cell in value.__closure__ or ()]
            parts = [value.__defaults__, value.__kwdefaults__, held]
            return (
                f"{value.__module__}.{value.__qualname__} {of_code(value.__code__)} {self.describe(parts, depth - 1)}"
            )
        if isinstance(value, MethodType) and depth:
            return f"method {self.describe([value.__func__, value.__self__], depth - 1)}"
        if hasattr(value, "__wrapped__") and depth:
            return f"wrapped {self.describe(value.__wrapped__, depth - 1)}"
        try:
            return super().describe(value, depth)
        except Doubt:
            return self.thing(value, depth)

    def thing(self, value: Any, depth: int) -> str:
        """An object of a kind of its own: what it holds."""
        if not hasattr(value, "__dict__") or not depth:
            raise Doubt(f"an object of {type(value).__qualname__}")
        return f"{type(value).__module__}.{type(value).__qualname__} {self.mapping(vars(value), depth - 1)}"


def of_code(code: CodeType) -> str:
    """A function's code: its instructions, names and constants."""
    constants = [of_code(one) if isinstance(one, CodeType) else repr(one) for one in code.co_consts]
    return repr((code.co_code, code.co_names, constants))
