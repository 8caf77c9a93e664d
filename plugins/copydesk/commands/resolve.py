"""An edited post whose seed has changed in; the person's edits and the new version as one post out."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk import desk, heirs, posting, reading
from copydesk.house import open_house
from copydesk.model import CopydeskError, Seed, relative
from copydesk.posting import INCOMING, made
from copydesk.reading import sidecar
from copydesk.settings import placed

if TYPE_CHECKING:
    import argparse

    from copydesk.house import House
    from copydesk.model import Post
    from copydesk.settings import Settings

EXAMPLE = "copydesk resolve content/articles/2026/ferry-fares.md"
HOW = "Settle it with --take mine or --take theirs"
UNKNOWN = "These two cannot be merged: git knows no post as the desk wrote it, by which to tell whose each change is."
REMEMBER = "What git knows is merged place by place: git init && git add content seeds && git commit -m Begin."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("post", type=post_of, help="the post's file, or that of the new version beside it")
    parser.add_argument("--take", choices=("mine", "theirs"), default="", help="whose words to take where both changed")
    parser.add_argument("--dry-run", action="store_true", help="print the merged post and write nothing")


def post_of(name: str) -> Path:
    """The post's file, where the new version's may be named."""
    return Path(name.removesuffix(INCOMING))


def run(args: argparse.Namespace, settings: Settings) -> int:
    path = placed(args.post)
    incoming = path.with_name(path.name + INCOMING)
    if not path.is_file():
        raise CopydeskError(
            "resolve", "There is no such post.", "Name its file, as `copydesk status` does.", str(args.post)
        )
    if not incoming.is_file():
        hint = "If `copydesk status` says that it is in conflict, run `copydesk digest`: that lays it there."
        raise CopydeskError("resolve", "has no new version beside it.", hint, str(args.post))
    mine, theirs = (posting.read_text(file, settings.root) for file in (path, incoming))
    if trouble := posting.unmerged(mine, str(args.post)):
        raise trouble
    merged = merge(mine, theirs, base(path, mine, settings), args.take)
    if merged is None:
        print(posting.difference(mine, theirs))
        print(f"{UNKNOWN} {HOW}, which takes one as a whole, or edit the post and then take mine. {REMEMBER}")
        return 1
    if merged.clashes and not args.take:
        print(merged.text)
        places = "1 place was" if merged.clashes == 1 else f"{merged.clashes} places were"
        print(f"{places} changed by both. {HOW} there, or edit the post and then take mine.")
        return 1
    if args.dry_run:
        print(merged.text)
    else:
        with posting.held(settings.path(settings.cache)):
            posting.write(path, merged.text)
            incoming.unlink()
        print(f"{args.post} is settled; what it says now is {whose(merged.text)}.")
    return 0


def whose(text: str) -> str:
    """Whose a settled post is: the desk's where no word in it is a person's, to be made again when its seed changes."""
    return "the desk's" if made.untouched(text, posting.parse_post(text, "").made) else "yours"


def merge(mine: str, theirs: str, base: str, take: str) -> posting.Merge | None:
    """The two as one; `None` where that needs a person."""
    if base:
        return posting.merge(mine, base, theirs, take)
    if sifted := posting.sift(mine, theirs):
        return sifted
    whole = mine if take == "mine" else posting.kept(theirs, mine)
    return posting.Merge(posting.seen(whole, theirs), 0) if take else None


def base(path: Path, mine: str, settings: Settings) -> str:
    """The unedited post: git's memory of it, else made again from git's memory of its old seed, else ""."""
    post = posting.parse_post(mine, relative(path, settings.root))
    try:
        return posting.base_of(path, post.made) or made_again(post, settings)
    except CopydeskError:
        return ""  # without git the two are told apart, or compared


def made_again(post: Post, settings: Settings) -> str:
    """The post that the old version of its seed makes, or "" where git never saw that version."""
    name = heirs.file_of(post.seed)
    path = settings.path(name)
    with tempfile.TemporaryDirectory() as place:
        root = Path(place).resolve()
        file = root / name
        if not file.resolve().is_relative_to(root):
            return ""
        file.parent.mkdir(parents=True, exist_ok=True)
        house = open_house(settings, posting.load(settings.posts_path, settings.root).people)
        for version in posting.versions(path, *sidecar.names(path)):
            for old, content in zip((file, *sidecar.names(file)), version, strict=True):
                old.unlink(missing_ok=True)
                if content:
                    old.write_bytes(content)
            if seed := origin(file, post, replace(house, root=root)):
                furnished = desk.furnish(house, reading.find(settings.seeds_path), settings.workers)
                return remade(seed, post, replace(furnished, root=root))
    return ""


def origin(file: Path, post: Post, house: House) -> Seed | None:
    """The article of a file that a post was made from; `None` where it is none of this version's."""
    signed = made.parse(post.made)
    for seed in desk.read(file, house):
        if isinstance(seed, Seed) and signed and signed.seed in map(made.short, signs(seed, file, house)):
            return seed
    return None


def signs(seed: Seed, file: Path, house: House) -> tuple[str, ...]:
    """The digests that a post of an article may bear: of one that has its file for itself those of older desks too."""
    return (seed.digest,) if seed.part else reading.digests(file, house.root, house.limits.size)


def remade(seed: Seed, post: Post, house: House) -> str:
    """The post of a seed that lies elsewhere, under the address and date that it has."""
    story = desk.outcome(seed, house).story
    date = story.article.date or post.date if story else None
    return posting.compose(story, post.slug, date, house.rules) if story and date else ""
