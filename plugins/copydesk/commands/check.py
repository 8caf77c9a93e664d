"""A site in, whatever a person should mend out: file, line and cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import digest, grouping, posting
from copydesk.commands.progress import bar
from copydesk.model import CopydeskError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from copydesk.model import Post
    from copydesk.settings import Settings

HELP = "Look over topics, posts, settings and seeds; exits 1 with file, line and cure if something needs mending."
EXAMPLE = "copydesk check"


def arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # it takes none


def run(args: argparse.Namespace, settings: Settings) -> int:
    del args
    problems = list(found(settings))
    for problem in problems:
        print(problem)
    print("Nothing needs mending." if not problems else f"{len(problems)} to mend.")
    return int(bool(problems))


def found(settings: Settings) -> Iterator[CopydeskError]:
    """Every problem of the site, topics first."""
    topics = grouping.load_topics(settings.topics_path)
    yield from topics.problems
    shelf = posting.load(settings.posts_path, settings.root)
    yield from shelf.problems
    yield from posting.doubles(shelf)
    for post in shelf.posts:
        yield from missing(post)
    yield from grouping.check_topics(shelf.posts, topics.topics)
    for entry in digest.run(settings, dry=True, watch=bar).entries:
        if entry.refusal:
            yield entry.refusal


def missing(post: Post) -> Iterator[CopydeskError]:
    """What Pelican would drop a post for without a word."""
    if not post.title:
        yield CopydeskError("title", "has no title.", "Begin the file with a line `Title: …`.", post.path)
    if post.date is None:
        hint = "Give it a line such as `Date: 2026-11-20`."
        yield CopydeskError("date", "has no date that can be read.", hint, post.path)
