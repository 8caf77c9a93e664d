"""The posts' folder in, what stands on it out: made posts by their seed, and every slug in use."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from copydesk.folders import walk
from copydesk.model import CopydeskError, Post, relative
from copydesk.posting.composing import FILING, named
from copydesk.posting.deciding import Standing
from copydesk.posting.made import untouched
from copydesk.posting.parsing import date_from, parse_post, read_anyhow, read_text, said, torn
from copydesk.posting.unmerged import one_side, unmerged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

INCOMING = ".incoming"
MEANT = frozenset({".txt", ".text"})  # how people may end a post's name
SUFFIXES = (".md", ".markdown", ".mkd", ".mdown")  # of files that Pelican's reader of Markdown takes


@dataclass(frozen=True, slots=True)
class Shelf:
    """All posts of a site. `standing` is keyed by the posts' `Seed`; `problems` names what could not be read.

    `people` are the posts that a person wrote or edited, with their texts. Of posts that are no UTF-8 or not merged the
    `garbled` hold what can be told; `locked` names, by the slug that their names bear, files of which nothing can be
    told, and `dark` a folder of such. `loose` are by their slugs the posts that name no seed: made by hand, or robbed
    of a line; those that only their seeds dated have no date. `versions` are the paths of what was laid beside posts.
    """

    posts: tuple[Post, ...]
    standing: Mapping[str, Standing]
    people: Mapping[Post, str]
    problems: tuple[CopydeskError, ...]
    garbled: tuple[Post, ...] = ()
    locked: Mapping[str, CopydeskError] = field(default_factory=dict)
    dark: CopydeskError | None = None
    loose: Mapping[str, Post] = field(default_factory=dict)
    versions: tuple[str, ...] = ()

    @property
    def slugs(self) -> frozenset[str]:
        """The slugs in use, in lower case: some disks do not tell cases apart.

        The files' names are among them: where a post says no slug, a site may have Pelican take it from there.
        """
        posts = (*self.posts, *self.garbled)
        return frozenset(name.casefold() for post in posts for name in (post.slug, PurePosixPath(post.path).stem))

    @property
    def copies(self) -> Mapping[str, str]:
        """Second posts of a seed, by the paths of the two: of this kind one is too many, but for translations."""
        pairs = ((post, self.standing[post.seed]) for post in self.posts if post.seed in self.standing)
        return {post.path: first.path for post, first in pairs if post.path != first.path and post.lang == first.lang}

    def hidden(self, slug: str) -> CopydeskError | None:
        """Why nobody knows whether the post of a slug is there already."""
        return self.dark or self.locked.get(slug)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the shelf: its text, the post that this is, and why it cannot be read as it should be."""

    path: Path
    text: str
    post: Post
    trouble: CopydeskError | None


def load(folder: Path, root: Path, *, by_name: bool = False) -> Shelf:
    """Read every Markdown post below the folder, in the order of their paths; a missing folder is an empty shelf.

    Posts that say no slug have it from their titles, or `by_name` from their files'. Only those of `people` teach the
    desk's memory, so that the desk does not learn from itself.
    """
    found = walk(folder, root, hidden=True)
    problems = [*found.refusals, *(misnamed(path, root) for path in found.files if is_misnamed(path, root))]
    sheets: list[Sheet] = []
    locked: dict[str, CopydeskError] = {}
    for path in (path for path in found.files if path.suffix.lower() in SUFFIXES):
        try:
            sheets.append(sheet(path, root, by_name=by_name))
        except CopydeskError as problem:
            problems.append(problem)
            locked[path.stem.casefold()] = problem
    plain = [one for one in sheets if not one.trouble]
    return Shelf(
        posts=tuple(one.post for one in plain),
        standing=made_posts(sheets, root),
        people={one.post: one.text for one in plain if not untouched(one.text, one.post.made)},
        problems=(*problems, *(one.trouble for one in sheets if one.trouble)),
        garbled=tuple(one.post for one in sheets if one.trouble),
        locked=locked,
        dark=next(iter(found.refusals), None),
        loose={one.post.slug.casefold(): undated(one) for one in plain if not kept(one.post, one.text).seed},
        versions=tuple(relative(path, root) for path in found.files if path.name.endswith(INCOMING)),
    )


def is_misnamed(path: Path, root: Path) -> bool:
    """Whether a text among the posts begins as one, and Pelican would pass over it for its name."""
    if path.suffix.lower() not in MEANT:
        return False
    try:
        return bool(parse_post(read_text(path, root), "").title)
    except CopydeskError:
        return False


def misnamed(path: Path, root: Path) -> CopydeskError:
    """The error of a post whose name does not say that it is one."""
    hint = f"Call it {path.stem}{SUFFIXES[0]}, or put it elsewhere."
    return CopydeskError("name", f"is no post, as its name does not end in {SUFFIXES[0]}.", hint, relative(path, root))


def sheet(path: Path, root: Path, *, by_name: bool) -> Sheet:
    """What a file says; raises `CopydeskError` if nothing can be read of it."""
    try:
        text = read_text(path, root)
        trouble = unmerged(text, relative(path, root))
        text = one_side(text) if trouble else text
    except CopydeskError as problem:
        if problem.kind != "encoding":
            raise
        text, trouble = read_anyhow(path), problem
    return Sheet(path, text, parse_post(text, relative(path, root), by_name=by_name), trouble)


def made_posts(sheets: Iterable[Sheet], root: Path) -> dict[str, Standing]:
    """The posts that were made from seeds, by the seeds' names; of two posts of one seed the one that `comes_first`."""
    standing: dict[str, list[Standing]] = {}
    for one in sheets:
        post = kept(one.post, one.text)
        if post.seed:
            version = beside(one.path, root)
            stands = Standing(post.path, post.slug, one.text, post.made, version, one.trouble, lang=post.lang)
            standing.setdefault(post.seed, []).append(stands)
    return {seed: foremost(posts) for seed, posts in standing.items()}


def foremost(posts: list[Standing]) -> Standing:
    """The one of a seed's posts that is the seed's, with the others."""
    first = min(originals(posts), key=comes_first)
    return replace(first, others=tuple(post for post in posts if post is not first))


def originals(posts: list[Standing]) -> list[Standing]:
    """The posts of a seed but for the translations that a person made of a copy, which keeps the seed's name.

    The seed's own language is that of the post that nobody edited, else of the one whose file bears its slug.
    """
    spoken = {post.lang for post in posts if not post.edited} or {post.lang for post in posts if bears_slug(post)}
    return [post for post in posts if post.lang in spoken] or posts


def comes_first(post: Standing) -> tuple[bool, bool]:
    """A key by which an edited post stands before others, and one whose file bears its slug before its copies."""
    return not post.edited, not bears_slug(post)


def bears_slug(post: Standing) -> bool:
    """Whether a post's file is called as the desk called it."""
    return PurePosixPath(post.path).stem == post.slug


def kept(post: Post, text: str) -> Post:
    """A post with the seed, slug and `Made` that a slip in its header tears off: it is its seed's all the same."""
    told = {} if post.seed else torn(text)
    seed = said(told, "seed")
    if not seed:
        return post
    return replace(post, seed=named(seed), slug=said(told, "slug") or post.slug, made=said(told, "made") or post.made)


def undated(one: Sheet) -> Post:
    """A post without its day where that is only its seed's, which says another one as soon as it is copied."""
    return replace(one.post, date=None) if date_from(one.text) == FILING else one.post


def beside(path: Path, root: Path) -> str:
    """The `Made` value of the version laid beside a post, or ""."""
    try:
        return parse_post(read_text(path.with_name(path.name + INCOMING), root), "").made
    except CopydeskError:
        return ""


def penned(path: Path, root: Path) -> bool:
    """Whether the version beside a post is not the desk's own: a person wrote into it, or it cannot be read."""
    version = path.with_name(path.name + INCOMING)
    try:
        text = read_text(version, root)
    except CopydeskError:
        return version.exists()
    return not untouched(text, parse_post(text, "").made)
