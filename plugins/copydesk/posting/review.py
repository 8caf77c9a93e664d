"""The shelf in, every post that Pelican would drop, mix up or stumble over out, with the cure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from copydesk.language.days import past
from copydesk.model import CopydeskError
from copydesk.posting import composing
from copydesk.posting.parsing import KEY, seam, split
from copydesk.posting.shelf import INCOMING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from copydesk.model import Post
    from copydesk.posting.shelf import Shelf

# What a header may say; any other key may be the beginning of the text.
KEYS = composing.KEYS | {
    "modified", "keywords", "category", "author", "status", "template", "save_as", "url", "description", "translation",
    "image", "image_alt", "caption", "subtitle",
}  # fmt: skip
SENTENCE, STOPS = 3, (".", "!", "?", "…")  # words of one at least, and how it ends


def review(shelf: Shelf, today: datetime.date) -> tuple[CopydeskError, ...]:
    """Everything on the shelf that a person should mend today, what could not be read first."""
    problems = [*shelf.problems]
    for post in shelf.posts:
        problems += missing(post)
        problems += unseen(post)
    for post, text in shelf.people.items():
        plain = text.replace("\r\n", "\n")
        problems += swallowed(post, plain)
        problems += spilt(post, plain)
    return (*problems, *held(shelf, today), *doubles(shelf))


def held(shelf: Shelf, today: datetime.date) -> Iterator[CopydeskError]:
    """The made posts that are printed though an embargo is not over."""
    for post in shelf.standing.values():
        embargo = post.embargo
        if embargo and not post.unlisted and not past(embargo, post.lang, today):
            message = f"is under an embargo (“{embargo}”), and is printed."
            hint = "Write `Status: draft` into it until then, or take the line `Embargo: …` out."
            yield CopydeskError("embargo", message, hint, post.path)


def missing(post: Post) -> Iterator[CopydeskError]:
    """What Pelican leaves a post out for."""
    if not post.title:
        yield CopydeskError("title", "has no title.", "Begin the file with a line `Title: …`.", post.path)
    if post.date is None:
        hint = "Give it a line such as `Date: 2026-11-20`."
        yield CopydeskError("date", "has no date that can be read.", hint, post.path)


def unseen(post: Post) -> Iterator[CopydeskError]:
    """A name that Pelican does not see, as it knows the endings of posts in small letters alone."""
    stem, dot, ending = post.path.rpartition(".")
    if ending != ending.lower():
        hint = f"Rename it {stem}{dot}{ending.lower()}."
        yield CopydeskError("name", "is left out by Pelican, which does not know this ending.", hint, post.path)


def swallowed(post: Post, text: str) -> Iterator[CopydeskError]:
    """Lines of the text that stand where Markdown takes them for the header, as "London: snow fell on Friday."."""
    header, _ = split(text)
    for key, values in header.items():
        if key not in KEYS and len(values[-1].split()) >= SENTENCE and values[-1].rstrip("\"”’'»)").endswith(STOPS):
            hint = "Leave a line blank above the text."
            yield CopydeskError("header", f"has a line of text in its header: {key}: …", hint, post.path)


def spilt(post: Post, text: str) -> Iterator[CopydeskError]:
    """A line that is no part of a header and so ends it, where the header goes on: what follows is printed as text."""
    above, first, rest = seam(text)
    keys = [found[1] for line in rest.split("\n") if (found := KEY.match(line)) and found[1].lower() in KEYS]
    if keys and above.strip():
        message = f"ends its header with the line “{first.strip()}”, so that {keys[0]}: … is text."
        hint = "Give the line a key, or indent it by four blanks to go on with the one above."
        yield CopydeskError("header", message, hint, post.path, above.count("\n") + 1)


def left_over(shelf: Shelf, disputed: Mapping[str, bool]) -> Iterator[CopydeskError]:
    """The versions that lie beside no post, or beside one about which there is no dispute any more.

    Of the posts of seeds, by their paths, it is known whether they are `disputed`.
    """
    there = {post.path for post in (*shelf.posts, *shelf.garbled)} | {*disputed}
    for version in shelf.versions:
        post = version.removesuffix(INCOMING)
        if post not in there:
            hint = "Give it its post's name with this ending, or delete it."
            yield CopydeskError("incoming", "is a new version of a post that is not there.", hint, version)
        elif not disputed.get(post):
            hint = f"Delete it, or have what it says with `copydesk resolve {post}`."
            yield CopydeskError("incoming", "lies beside a post that is in no conflict.", hint, version)


def doubles(shelf: Shelf) -> list[CopydeskError]:
    """Posts that claim the same slug, on disks that do not tell cases apart too, and copies: one of them is reached.

    Translations of each other share a slug: that is how Pelican knows them.
    """
    copies = shelf.copies
    alone = [post for post in shelf.posts if post.path not in copies]
    slugs = Counter((post.slug.casefold(), post.lang) for post in alone)
    return [
        *(copy(post, copies[post.path]) for post in shelf.posts if post.path in copies),
        *(double(post) for post in alone if slugs[post.slug.casefold(), post.lang] > 1),
    ]


def copy(post: Post, first: str) -> CopydeskError:
    """The error of a second post of a seed: its first one is what a person edited, or stands first."""
    hint = f"Delete {post.path}, once {first} has all that you want of it."
    return CopydeskError("double", f"is a second post of {post.seed}, beside {first}.", hint, post.path)


def double(post: Post) -> CopydeskError:
    """The error of a post that claims a slug that another claims too."""
    message = f"has the same slug as another post: {post.slug}."
    return CopydeskError("double", message, "Give it another slug.", post.path)
