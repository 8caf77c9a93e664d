"""The posts' folder in, what stands on it out: made posts by their seed, and every slug in use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.model import CopydeskError, Post, relative
from copydesk.posting.deciding import Standing
from copydesk.posting.made import untouched
from copydesk.posting.parsing import parse_post, read_text, torn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

INCOMING = ".incoming"


@dataclass(frozen=True, slots=True)
class Shelf:
    """All posts of a site. `standing` is keyed by the posts' `Seed`; `problems` names what could not be read."""

    posts: tuple[Post, ...]
    standing: Mapping[str, Standing]
    people: tuple[Post, ...]
    problems: tuple[CopydeskError, ...]

    @property
    def slugs(self) -> frozenset[str]:
        """The slugs in use, in lower case: some disks do not tell cases apart."""
        return frozenset(post.slug.casefold() for post in self.posts)


def load(folder: Path, root: Path) -> Shelf:
    """Read every Markdown post below the folder, in the order of their paths; a missing folder is an empty shelf.

    `people` are the posts that a person wrote or edited: only they teach the desk's memory, so that the desk
    does not learn from itself.
    """
    posts: list[Post] = []
    people: list[Post] = []
    problems: list[CopydeskError] = []
    standing: dict[str, Standing] = {}
    for path in sorted(folder.rglob("*.md")):
        try:
            text = read_text(path, root)
        except CopydeskError as problem:
            problems.append(problem)
            continue
        post = parse_post(text, relative(path, root))
        posts.append(post)
        if not untouched(text, post.made):
            people.append(post)
        stands = kept(post, text)
        if stands.seed:
            standing.setdefault(stands.seed, Standing(post.path, stands.slug, text, stands.made, beside(path, root)))
    return Shelf(tuple(posts), standing, tuple(people), tuple(problems))


def kept(post: Post, text: str) -> Post:
    """A post with the seed, slug and `Made` that a slip in its header tears off: it is its seed's all the same."""
    told = {} if post.seed else {key: " ".join(values).strip() for key, values in torn(text).items()}
    if not told.get("seed"):
        return post
    return replace(post, seed=told["seed"], slug=told.get("slug") or post.slug, made=told.get("made") or post.made)


def beside(path: Path, root: Path) -> str:
    """The `Made` value of the version laid beside a post, or ""."""
    try:
        return parse_post(read_text(path.with_name(path.name + INCOMING), root), "").made
    except CopydeskError:
        return ""
