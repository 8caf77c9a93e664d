"""An edited post whose seed has changed in; the person's edits and the new version as one post out."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk import desk, posting, reading
from copydesk.house import open_house
from copydesk.model import CopydeskError, relative
from copydesk.posting import INCOMING, made
from copydesk.reading import sidecar
from copydesk.settings import placed

if TYPE_CHECKING:
    import argparse

    from copydesk.model import Post
    from copydesk.settings import Settings

HELP = "Merge an edited post with the version that its changed seed would make, and settle the conflict."
EXAMPLE = "copydesk resolve content/articles/2026/ferry-fares.md"
HOW = "Settle it with --take mine or --take theirs"


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
        raise CopydeskError("resolve", "has no new version beside it.", "Only posts in conflict do.", str(args.post))
    mine, theirs = (posting.read_text(file, settings.root) for file in (path, incoming))
    if trouble := posting.unmerged(mine, str(args.post)):
        raise trouble
    merged = merge(mine, theirs, base(path, mine, settings), args.take)
    if merged is None:
        print(posting.difference(mine, theirs))
        print(f"git does not know the unedited post, so these two cannot be merged. {HOW}, which takes one as a whole.")
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
    return posting.Merge(posting.seen(mine if take == "mine" else theirs, theirs), 0) if take else None


def base(path: Path, mine: str, settings: Settings) -> str:
    """The unedited post: git's memory of it, else made again from git's memory of its old seed, else ""."""
    post = posting.parse_post(mine, relative(path, settings.root))
    try:
        return posting.base_of(path, post.made) or made_again(post, settings)
    except CopydeskError:
        return ""  # without git the two are compared, not merged


def made_again(post: Post, settings: Settings) -> str:
    """The post that the old version of its seed makes, or "" where git never saw that version."""
    path = settings.path(post.seed)
    with tempfile.TemporaryDirectory() as place:
        root = Path(place).resolve()
        seed = root / post.seed
        if not seed.resolve().is_relative_to(root):
            return ""
        seed.parent.mkdir(parents=True, exist_ok=True)
        for version in posting.versions(path, *sidecar.names(path)):
            for file, content in zip((seed, *sidecar.names(seed)), version, strict=True):
                file.unlink(missing_ok=True)
                if content:
                    file.write_bytes(content)
            if is_from(seed, post, root):
                return remade(seed, post, settings, root)
    return ""


def is_from(seed: Path, post: Post, root: Path) -> bool:
    """Whether a post was made from this version of its seed; one that cannot be read made none."""
    signed = made.parse(post.made)
    try:
        digests = reading.digests(seed, root)
    except CopydeskError:
        return False
    return signed is not None and signed.seed in map(made.short, digests)


def remade(seed: Path, post: Post, settings: Settings, root: Path) -> str:
    """The post of a seed that lies elsewhere, under the address and date that it has."""
    people = posting.load(settings.posts_path, settings.root).people
    house = desk.furnish(open_house(settings, people), reading.find(settings.seeds_path), settings.workers)
    (outcome, *more) = desk.prepare_file(seed, replace(house, root=root))
    if more or outcome.story is None:
        return ""
    date = outcome.story.article.date or post.date
    return posting.compose(outcome.story, post.slug, date, house.rules) if date else ""
