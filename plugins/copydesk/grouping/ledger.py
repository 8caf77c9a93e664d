"""`content/stories.txt` in, the stories that have an address out, and back: a line a story, its posts after it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from copydesk.model import CopydeskError
from copydesk.writing import write

HEAD = "# The addresses of stories told in several articles, and their posts. The build adds to it; commit it.\n"


def read(path: Path) -> dict[str, str]:
    """Slug of a post -> slug of its story; nothing where there is no file. Raises `CopydeskError` if it is no text."""
    if not path.exists():
        return {}
    if not path.is_file():
        raise CopydeskError("stories", "is no regular file.", "Take it away.", str(path))
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CopydeskError("stories", f"cannot be read ({error}).", "Save it as UTF-8.", str(path)) from error
    parts = (line.partition(":") for line in lines if not line.startswith("#"))
    return {post: story.strip() for story, _, posts in parts for post in posts.split()}


def written(story_of: Mapping[str, str]) -> str:
    """The file's text: stories of two posts and more, in the order of their slugs."""
    posts: dict[str, list[str]] = {}
    for post, story in sorted(story_of.items()):
        posts.setdefault(story, []).append(post)
    return HEAD + "".join(f"{story}: {' '.join(posts[story])}\n" for story in sorted(posts) if len(posts[story]) > 1)


def keep(path: Path, story_of: Mapping[str, str]) -> None:
    """Write the file where its text differs; none is made before there is a story in several articles."""
    text = written(story_of)
    before = path.read_text(encoding="utf-8") if path.exists() else HEAD
    if text != before:
        write(path, text)
