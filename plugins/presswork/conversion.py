"""A Markdown file's bytes in, what it says out: by the dialect if it is plain, else by Python-Markdown.

Nothing here knows Pelican, so that a process which only converts starts soon.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown import Markdown
from markdown.extensions.meta import MetaPreprocessor

from presswork import dialect

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN = frozenset({"codehilite", "extra", "meta"})
"""Pelican's default extensions: with these and no others, the dialect means what it means to Python-Markdown."""

REUSABLE = PLAIN | {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes"),
    *("md_in_html", "nl2br", "sane_lists", "smarty", "tables", "toc"),
}
"""Extensions whose state `Markdown.reset` clears, so that one instance converts many texts as new ones would."""

HEADER_REFUSED = ("\t", "\r", "\x02", "\x03")
"""Characters that Python-Markdown takes out or turns into others before it reads the metadata."""


class Converted(NamedTuple):
    """One Markdown file: its HTML, its metadata as written, and the HTML of those of them that are Markdown."""

    content: str
    meta: dict[str, list[str]]
    fields: dict[str, str]


class Converter:
    """Converts one text after another, by the site's settings `MARKDOWN` and `FORMATTED_FIELDS`."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.markdown = settings["MARKDOWN"]
        self.formatted = frozenset(settings["FORMATTED_FIELDS"])
        self.plain = is_plain(self.markdown)
        self.bodies: Markdown | None = None
        self.values: Markdown | None = None

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
            self.bodies = Markdown(**self.markdown)
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
            self.values = Markdown(**self.markdown)
            self.values.preprocessors.deregister("meta")
        self.values.reset()
        return self.values.convert(text)


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


def key_of(source: bytes, reading: bytes) -> bytes:
    """The name under which a source's conversion is kept; `reading` is the fingerprint of how sources are read."""
    return blake2b(source, key=reading, digest_size=16).digest()


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
