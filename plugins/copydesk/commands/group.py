"""Markdown posts in, their stories, twins, related articles and topics out; writes nothing."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.grouping import group, load_topics
from copydesk.model import CopydeskError
from copydesk.posting import load, read_post

if TYPE_CHECKING:
    import argparse

    from copydesk.grouping import Grouped
    from copydesk.model import Post
    from copydesk.settings import Settings

EXAMPLE = "copydesk group content/articles --topics content/topics --json"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="a folder of posts, or one post")
    parser.add_argument("--topics", type=Path, metavar="DIR", help="the topics' folder (default: the site's)")
    parser.add_argument("--json", action="store_true", help="one JSON object a post")


def run(args: argparse.Namespace, settings: Settings) -> int:
    for path, cure in ((args.path, "Name a folder of posts."), (args.topics, "Name a folder of topics.")):
        if path and not path.exists():
            raise CopydeskError("path", "There is no such file or folder.", cure, str(path))
    if args.topics and not args.topics.is_dir():
        raise CopydeskError("path", "This is no folder.", "Name the folder that the topics lie in.", str(args.topics))
    declared = load_topics(args.topics or settings.topics_path)
    posts, unread = read(args.path, settings.lang)
    if not posts and not unread:
        print(f"{args.path}: holds no posts.", file=sys.stderr)
    for row in group(posts, declared.topics):
        print(json.dumps(plain(row), ensure_ascii=False) if args.json else said(row))
    for problem in declared.problems:
        print(f"topic set aside: {problem.told_from(settings.root)}", file=sys.stderr)
    for problem in unread:
        print(f"post left out: {problem}", file=sys.stderr)
    return int(bool(unread))


def read(path: Path, lang: str) -> tuple[list[Post], tuple[CopydeskError, ...]]:
    """The posts at a path, in the site's language where they name none, and why others cannot be read."""
    if path.is_dir():
        shelf = load(path, path)
        return [told(post, lang) for post in shelf.posts], shelf.problems
    try:
        return [told(read_post(path, path.parent), lang)], ()
    except CopydeskError as problem:
        return [], (problem,)


def told(post: Post, lang: str) -> Post:
    """A post in the site's language where it names none."""
    return post if post.lang else replace(post, lang=lang)


def plain(row: Grouped) -> dict[str, Any]:
    """A row with the keys that other programs read."""
    return {
        "post": row.post,
        "story": row.story,
        "twin_of": row.twin_of or None,
        "related": list(row.related),
        "topics": list(row.topics),
    }


def said(row: Grouped) -> str:
    """A row for people."""
    lines = [f"{row.post}  story {row.story}" + (f", topics {', '.join(row.topics)}" if row.topics else "")]
    if row.twin_of:
        lines.append(f"    the same text as {row.twin_of}")
    return "\n".join(
        [
            *lines,
            *(
                f"    see {p}" + (f" (both on {why})" if why else "")
                for p, why in zip(row.related, row.reasons, strict=True)
            ),
        ]
    )
