"""A site's posts in, the tags that are one thing spelt in several ways out; with --fix each gets its one spelling."""

from __future__ import annotations

import re
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from copydesk import describing, posting
from copydesk.posting import made
from copydesk.settings import TAG_FILE, check_site

if TYPE_CHECKING:
    import argparse

    from copydesk.model import Post
    from copydesk.settings import Settings

EXAMPLE = "copydesk tags --fix"

TAGS = re.compile(r"(?mi)^[ ]{0,3}tags:[^\r\n]*(?:\r?\n[ ]{4,}[^\r\n]*)*")
END = re.compile(r"\n[ \t]*\r?\n")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fix", action="store_true", help="rewrite the tag lines of the posts, and nothing else")


def run(args: argparse.Namespace, settings: Settings) -> int:
    check_site(settings)
    with posting.held(settings.path(settings.cache)) if args.fix else nullcontext():
        return settle(settings, fix=args.fix)


def settle(settings: Settings, *, fix: bool) -> int:
    """Name each post whose tags are spelt otherwise than the site spells them, and rewrite it if it is to be fixed."""
    shelf = posting.load(settings.posts_path, settings.root)
    posts = shelf.posts
    memory = describing.remember(posts, describing.vocabulary(settings.path(settings.content, TAG_FILE)))
    changed = [(post, tags) for post in posts if (tags := describing.house_style(post, memory)) != post.tags]
    for post, tags in changed:
        print(f"{post.path}: {', '.join(post.tags)} -> {', '.join(tags)}")
        if fix:
            rewrite(post, tags, settings)
    print(f"{len(changed)} of {len(posts)} posts {'rewritten' if fix else 'would change'}.")
    for problem in shelf.problems:
        print(f"left out: {problem}", file=sys.stderr)
    return int(bool(shelf.problems or (changed and not fix)))


def rewrite(post: Post, tags: tuple[str, ...], settings: Settings) -> None:
    """Put the tags into a post's header; a post that was the desk's own stays so, for nobody edited its text."""
    path = settings.path(post.path)
    text = posting.read_text(path, settings.root)
    gap = END.search(text)
    header, rest = (text[: gap.start()], text[gap.start() :]) if gap else (text, "")
    fixed = TAGS.sub(lambda _: f"Tags: {', '.join(tags)}", header, count=1) + rest
    posting.write(path, made.altered(text, post.made, fixed))
