"""A Jinja environment in, what its templates hang on beside the theme's files out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pelican
from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader
from jinja2.defaults import DEFAULT_NAMESPACE
from pelican.generators import _FileLoader

from presswork.digests import Doubt, digest
from presswork.ground import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SIMPLE = Path(pelican.__file__).parent / "themes" / "simple" / "templates"


def name_of(environment: Any, settings: Mapping[str, Any]) -> str:
    """A digest of the environment's globals; raises `Doubt` where templates come from elsewhere than the theme."""
    for extension in foreign_extensions(environment):
        raise Doubt(f"the extension {type(extension).__qualname__}")
    known = {Path(settings["THEME"], "templates").absolute(), SIMPLE.absolute()}
    known |= {Path(folder).absolute() for folder in settings["THEME_TEMPLATES_OVERRIDES"]}
    for folder in folders(environment.loader):
        if folder.absolute() not in known:
            raise Doubt(f"templates in {folder}")
    covered = {**DEFAULT_NAMESPACE, **settings["JINJA_GLOBALS"]}  # these are described as a setting
    own = {name: value for name, value in environment.globals.items() if covered.get(name) is not value}
    return digest(Settings().describe(own)).hex()


def foreign_extensions(environment: Any) -> Iterator[Any]:
    """The extensions of an environment that are none of Jinja's: they may look at more than a template's source."""
    for extension in environment.extensions.values():
        if not type(extension).__module__.startswith("jinja2."):
            yield extension


def folders(loader: Any) -> Iterator[Path]:
    """The folders that a loader finds templates in; raises `Doubt` for a loader that is none of Pelican's."""
    if isinstance(loader, ChoiceLoader):
        for one in loader.loaders:
            yield from folders(one)
    elif isinstance(loader, PrefixLoader):
        for one in loader.mapping.values():
            yield from folders(one)
    elif type(loader) is FileSystemLoader:
        yield from map(Path, loader.searchpath)
    elif type(loader) is not _FileLoader:
        raise Doubt(f"the loader {type(loader).__qualname__}")
