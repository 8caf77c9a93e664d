"""Pelican's articles in, posts out: the bridge between a site and the pure cores of grouping."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from copydesk.model import Post, relative
from copydesk.plain import listed

HEADING = re.compile(r"<h[2-6][^<>]*>")
BLOCK = re.compile(r"</?(?:p|h[1-6]|li|ul|ol|blockquote|div|figure|figcaption|table|tr|pre|br)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")


def generators() -> list[type]:
    """The generators to hand to Pelican, in the order they must run. Pelican is imported here, not before."""
    from copydesk.grouping.story_pages import EditionsGenerator, StoriesGenerator
    from copydesk.grouping.topic_pages import TopicsGenerator

    return [TopicsGenerator, StoriesGenerator, EditionsGenerator]


def post_of(article: Any, root: Path) -> Post:
    """A Pelican article -> the post that grouping sees; `root` is the folder its path is relative to."""
    meta = article.metadata
    return Post(
        path=relative(Path(article.source_path), root),
        slug=article.slug,
        title=html.unescape(TAG.sub("", article.title)),
        date=article.date.date() if hasattr(article, "date") else None,
        lang=getattr(article, "lang", "en"),
        body=text_of(getattr(article, "_content", "") or ""),
        source=said(meta, "source"),
        topics=listed(said(meta, "topics")),
    )


def said(meta: Mapping[str, Any], key: str) -> str:
    """What a header says under a key, "" where it has none; several lines, of which Pelican makes a list, as one."""
    value = meta.get(key, "")
    return " ".join(value) if isinstance(value, list) else str(value)


def text_of(markup: str) -> str:
    """An article's HTML -> its text, a block a line, with `#` before a heading as in Markdown."""
    marked = BLOCK.sub("\n", HEADING.sub("\n\n## ", markup))
    lines = (" ".join(line.split()) for line in html.unescape(TAG.sub("", marked)).splitlines())
    return "\n\n".join(line for line in lines if line)
