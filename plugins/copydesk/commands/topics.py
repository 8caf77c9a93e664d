"""A site's posts in, topics it has and nobody named out; with `--review`, the doubtful members, one by one."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk import grouping, posting
from copydesk.settings import check_site

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from copydesk.model import Post, Topic
    from copydesk.settings import Settings

EXAMPLE = "copydesk topics --write"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `copydesk topics` takes."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--write", action="store_true", help="make a file for each, marked `Status: proposed`")
    one.add_argument("--review", action="store_true", help="ask about articles that may belong to a topic")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Suggest, write or review."""
    check_site(settings)
    told = grouping.load_topics(settings.topics_path)
    declared, shelf = told.topics, posting.load(settings.posts_path, settings.root, by_name=settings.slugs_by_name)
    for problem in (*told.problems, *shelf.problems):
        print(f"left out: {problem.told_from(settings.root)}", file=sys.stderr)
    posts = [post if post.lang else replace(post, lang=settings.lang) for post in shelf.posts]
    return review(posts, declared) if args.review else suggest(posts, declared, settings, write=args.write)


def suggest(posts: Sequence[Post], declared: Sequence[Topic], settings: Settings, *, write: bool) -> int:
    """Print the proposals, and write their files where asked."""
    proposals = grouping.discover(posts, declared)
    for one in proposals:
        print(f"{one.title}  ({len(one.articles)} articles; words: {', '.join(one.words)})")
    for path in grouping.write_topics(proposals, settings.topics_path) if write else ():
        print(f"wrote {settings.topics}/{path.name}")
    if not proposals:
        print("Nothing to suggest: no subject outside the topics has enough articles.")
    return 0


def review(posts: Sequence[Post], declared: Sequence[Topic]) -> int:
    """Ask about each doubtful article: y takes it in, n keeps it out, q or the end of input stops, else it is left."""
    doubtful = grouping.doubtful(posts, declared)
    if not doubtful:
        print("Nothing to ask: no article is in doubt.")
    for topic, post in doubtful:
        print(
            f"{topic.title}: {post.title}\n    {post.summary or post.body[:200]}\n  belongs? [y/n/q] ",
            end="",
            flush=True,
        )
        line = sys.stdin.readline()
        answer = line.strip().casefold()
        if answer == "q" or not line:
            break
        if answer in {"y", "n"}:
            grouping.pin(topic, post.slug, belongs=answer == "y")
    return 0
