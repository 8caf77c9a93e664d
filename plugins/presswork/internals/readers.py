"""`pelican.readers`: Markdown converted by the fast dialect, or by Markdown instances that are used again."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions.meta import MetaPreprocessor
from pelican import readers
from pelican.readers import DUPLICATES_DEFINITIONS_ALLOWED
from pelican.readers import MarkdownReader as StockMarkdownReader

from presswork import dialect
from presswork.patches import Patch
from presswork.state import state
from presswork.workers import conversions, processes

if TYPE_CHECKING:
    from collections.abc import Mapping

logger = logging.getLogger(__name__)

PLAIN = frozenset({"codehilite", "extra", "meta"})
"""Pelican's default extensions: with these and no others, the dialect means what it means to Python-Markdown."""

REUSABLE = PLAIN | {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes"),
    *("md_in_html", "nl2br", "sane_lists", "smarty", "tables", "toc"),
}
"""Extensions whose state `Markdown.reset` clears, so that one instance converts many texts as new ones would."""

HEADER_REFUSED = ("\t", "\r", "\x02", "\x03")
"""Characters that Python-Markdown takes out or turns into others before it reads the metadata."""

_find_empty_alt: Any = readers.find_empty_alt


@dataclass(frozen=True)
class Converted:
    """One Markdown file: its HTML, its metadata as written, and the HTML of those of them that are Markdown."""

    content: str
    meta: dict[str, list[str]]
    fields: dict[str, str]


class MarkdownReader(StockMarkdownReader):
    """Pelican's Markdown reader, sooner done. It keeps the name, which Pelican writes into every post's metadata."""

    def __init__(self, settings: Any) -> None:
        super().__init__(settings)  # type: ignore[no-untyped-call]
        self.formatted = frozenset(settings["FORMATTED_FIELDS"])
        self.plain = is_plain(settings["MARKDOWN"])
        self.bodies: Markdown | None = None
        self.values: Markdown | None = None
        self.key = b""
        self.text = ""
        self.complained = False

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Parse content and metadata of a Markdown file."""
        self._source_path = source_path
        self.complained = False
        converted = self.remembered(Path(source_path).read_bytes())
        if state.edition is not None:
            state.edition.sources[source_path] = self.key
        self.text = converted.content
        return converted.content, self.processed(converted)

    def remembered(self, source: bytes) -> Converted:
        """The file's bytes -> what it says, from the store if it said so before."""
        edition = state.edition
        if edition is None:
            return self.converted(decoded(source))
        self.key = key = edition.key_of(source)
        known = edition.store.text(key)
        if known is not None:
            return Converted(*known)
        made = self.converted(decoded(source))
        edition.store.put_text(key, (made.content, made.meta, made.fields))
        return made

    def converted(self, text: str) -> Converted:
        """The file's text -> what it says, by the dialect if it is plain."""
        if self.plain and not any(sign in text for sign in HEADER_REFUSED):
            lines = text.split("\n")
            meta = header(lines)
            content = dialect.convert("\n".join(lines))
            if content is not None:
                return Converted(content, meta, self.formatted_fields(meta))
        return self.converted_slowly(text)

    def converted_slowly(self, text: str) -> Converted:
        """The file's text -> what it says, by Python-Markdown."""
        if self.bodies is None:
            self.bodies = Markdown(**self.settings["MARKDOWN"])
        self.bodies.reset()
        content = self.bodies.convert(text)
        meta = getattr(self.bodies, "Meta", {})
        return Converted(content, meta, self.formatted_fields(meta))

    def formatted_fields(self, meta: dict[str, list[str]]) -> dict[str, str]:
        """The HTML of those metadata that are Markdown, such as the summary."""
        return {name: self.formatted_field("\n".join(meta[name])) for name in meta if name.lower() in self.formatted}

    def formatted_field(self, text: str) -> str:
        """One metadatum's Markdown -> its HTML."""
        html = dialect.convert(text) if self.plain else None
        if html is not None:
            return html
        if self.values is None:
            self.values = Markdown(**self.settings["MARKDOWN"])
            self.values.preprocessors.deregister("meta")
        self.values.reset()
        return self.values.convert(text)

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


class _Header:
    """What `MetaPreprocessor` calls its Markdown: a place to leave the metadata."""

    Meta: dict[str, list[str]]


def header(lines: list[str]) -> dict[str, list[str]]:
    """Take the metadata off the head of the lines, as Python-Markdown's own extension does."""
    md = _Header()
    if any(line.strip() for line in lines):
        lines[:] = MetaPreprocessor(md).run(lines)  # type: ignore[arg-type]
        return md.Meta
    return {}


def decoded(source: bytes) -> str:
    """A file's text as `pelican.utils.pelican_open` gives it: no byte order mark, every line ended by a line feed."""
    text = source.decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def names(markdown: Mapping[str, Any]) -> frozenset[str] | None:
    """The extensions of a `MARKDOWN` setting by their short names; None if one is not given by a known name."""
    given = [*markdown.get("extensions", ()), *markdown.get("extension_configs", {})]
    if not all(isinstance(one, str) for one in given):
        return None
    return frozenset(one.removeprefix("markdown.extensions.") for one in given)


def is_plain(markdown: Mapping[str, Any]) -> bool:
    """Whether the settings leave the dialect's meaning alone."""
    extra = {"codehilite", "markdown.extensions.codehilite"}
    configs = {name: config for name, config in markdown.get("extension_configs", {}).items() if name not in extra}
    known = names(markdown)
    return (
        known is not None
        and known <= PLAIN
        and not any(configs.values())
        and set(markdown) <= {"extensions", "extension_configs", "output_format"}
    )


def is_reusable(markdown: Mapping[str, Any]) -> bool:
    """Whether one Markdown instance may convert many texts."""
    known = names(markdown)
    configs = markdown.get("extension_configs", {})
    unique = any("UNIQUE_IDS" in str(config) for config in configs.values())
    return known is not None and known <= REUSABLE and not unique


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
    paths = generator.get_files(generator.settings["ARTICLE_PATHS"], generator.settings["ARTICLE_EXCLUDES"], suffixes)
    sources = [Path(generator.path, path).read_bytes() for path in sorted(paths)]
    given = {name: generator.settings[name] for name in ("MARKDOWN", "FORMATTED_FIELDS")}
    for source, value in conversions(given, sources, processes(settings.workers)):
        if value:
            edition.store.fresh[edition.key_of(source)] = value


def has_empty_alt(content: str) -> bool:
    """Whether a text may hold an image of which Pelican complains."""
    return 'alt=""' in content or "alt=''" in content


def find_empty_alt(content: str, path: str) -> None:
    """`pelican.readers.find_empty_alt`, which looks only where there is an empty alt."""
    if has_empty_alt(content):
        _find_empty_alt(content, path)


def patches() -> list[Patch]:
    """What this module replaces."""
    return [Patch(readers, "find_empty_alt", find_empty_alt)]
