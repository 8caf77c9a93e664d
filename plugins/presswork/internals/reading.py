"""`pelican.readers.Readers`: a post whose file has not changed comes from the morgue, and is not read again."""

from __future__ import annotations

from typing import Any

from pelican.contents import Article, Content, Page
from pelican.readers import Readers

from presswork.internals.contents import has_links, is_plain_name
from presswork.internals.generators import suffix
from presswork.internals.readers import MarkdownReader, has_empty_alt
from presswork.patches import Patch
from presswork.state import state

_read_file: Any = Readers.read_file


def read_file(
    self: Readers,
    base_path: Any,
    path: Any,
    content_class: type[Content] = Page,
    fmt: str | None = None,
    context: dict[str, Any] | None = None,
    *senders: Any,
    **signals: Any,
) -> Content:
    """`Readers.read_file`."""
    place = f"{base_path}/{path}"
    reader: Any = self.readers.get(fmt or suffix(place[place.rfind("/") + 1 :]))
    morgue = state.edition.morgue if state.edition is not None and content_class in (Article, Page) else None
    plain = type(reader) is MarkdownReader and place.startswith("/") and is_plain_name(place)
    if morgue is not None and morgue.open and context is not None and plain:
        found = morgue.find(content_class, place, str(path), context)
        if found is not None:
            return found
    post: Content = _read_file(self, base_path, path, content_class, fmt, context, *senders, **signals)
    if morgue is not None and morgue.open and plain and type(post) is content_class and is_plain_post(post, reader):
        morgue.keep(post, place, reader.key)
    return post


def is_plain_post(post: Content, reader: MarkdownReader) -> bool:
    """Whether reading a post again would say the same and say nothing else: no link to follow, no complaint."""
    text = post._content  # noqa: SLF001
    if text is not reader.text or reader.complained or has_empty_alt(text):
        return False
    return not any(isinstance(one, str) and has_links(post, one) for one in (text, *post.metadata.values()))


def patches() -> list[Patch]:
    """What this module replaces."""
    return [Patch(Readers, "read_file", read_file)]
