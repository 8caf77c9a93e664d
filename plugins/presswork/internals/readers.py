"""`pelican.readers`: Markdown converted the fast way, or by other processes before it is asked for."""

from __future__ import annotations

import logging
import marshal
import os
from typing import TYPE_CHECKING, Any

from pelican import readers
from pelican.readers import DUPLICATES_DEFINITIONS_ALLOWED
from pelican.readers import MarkdownReader as StockMarkdownReader

from presswork.conversion import Converted, Converter, decoded, is_reusable
from presswork.patches import Patch
from presswork.plates import held
from presswork.state import state
from presswork.workers import conversions, processes

if TYPE_CHECKING:
    from collections.abc import Mapping

logger = logging.getLogger(__name__)

_find_empty_alt: Any = readers.find_empty_alt


class MarkdownReader(StockMarkdownReader):
    """Pelican's Markdown reader, sooner done. It keeps the name, which Pelican writes into every post's metadata."""

    def __init__(self, settings: Any) -> None:
        super().__init__(settings)  # type: ignore[no-untyped-call]
        self.converter = Converter(settings)
        self.key = b""
        self.text = ""
        self.complained = False

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Parse content and metadata of a Markdown file."""
        self._source_path = source_path
        self.complained = False
        converted = self.remembered(source_path)
        if state.edition is not None:
            state.edition.sources[source_path] = self.key
        self.text = converted.content
        return converted.content, self.processed(converted)

    def remembered(self, path: str) -> Converted:
        """A file -> what it says, from the store if it said so before."""
        edition = state.edition
        if edition is None:
            return self.converter.converted(decoded(held(path)))
        self.key = edition.ahead.pop(path, b"")
        if self.key:
            return Converted(*edition.store.text(self.key))
        source = held(path)
        self.key = edition.key_of(source)
        known = edition.store.text(self.key)
        if known is not None:
            return Converted(*known)
        made = self.converter.converted(decoded(source))
        edition.store.put_text(self.key, made)
        return made

    def processed(self, converted: Converted) -> dict[str, Any]:
        """Metadata as written -> metadata as Pelican keeps them: dates, tags, categories."""
        return {
            name.lower(): self.kept(name.lower(), converted.fields.get(name, self.value(name.lower(), raw)))
            for name, raw in converted.meta.items()
        }

    def kept(self, name: str, value: Any) -> Any:
        """A metadatum as written -> the metadatum as Pelican keeps it."""
        return self.process_metadata(name, value)  # type: ignore[no-untyped-call]

    def value(self, name: str, raw: list[str]) -> str | list[str]:
        """A metadatum's lines -> its value: one string, or a list of them where the name may come several times."""
        if len(raw) > 1 and DUPLICATES_DEFINITIONS_ALLOWED.get(name, True):
            return raw
        if len(raw) > 1:
            self.complained = True
            logger.warning("Duplicate definition of `%s` for %s. Using first one.", name, self._source_path)
        return raw[0]


def replacements(classes: Mapping[str, Any], markdown: Mapping[str, Any]) -> dict[str, Any]:
    """For each suffix that stock Pelican reads as Markdown, the reader above, if the settings let it work."""
    if not is_reusable(markdown):
        return {}
    return {suffix: MarkdownReader for suffix, reader in classes.items() if reader is StockMarkdownReader}


def ahead(generator: Any) -> None:
    """In a cold build, convert the generator's Markdown with several processes before it asks for it one by one."""
    edition, settings = state.edition, state.settings
    suffixes = [suffix for suffix, reader in generator.readers.readers.items() if type(reader) is MarkdownReader]
    if edition is None or settings is None or not suffixes or edition.store.has_texts():
        return
    names = generator.get_files(generator.settings["ARTICLE_PATHS"], generator.settings["ARTICLE_EXCLUDES"], suffixes)
    paths = [os.path.abspath(os.path.join(generator.path, name)) for name in sorted(names)]  # noqa: PTH100, PTH118 — as read
    given = {name: generator.settings[name] for name in ("MARKDOWN", "FORMATTED_FIELDS")}
    for path, key, value in conversions(given, edition.reading, paths, processes(settings.workers)):
        if value:
            edition.ahead[path] = key
            edition.store.put_text(key, marshal.loads(value))  # noqa: S302 — the press's own


def has_empty_alt(content: str) -> bool:
    """Whether a text may hold an image of which Pelican complains."""
    return "alt=" in content and ('alt=""' in content or "alt=''" in content)


def find_empty_alt(content: str, path: str) -> None:
    """`pelican.readers.find_empty_alt`, which looks only where there is an empty alt."""
    if has_empty_alt(content):
        _find_empty_alt(content, path)


def patches() -> list[Patch]:
    """What this module replaces."""
    return [Patch(readers, "find_empty_alt", find_empty_alt)]
