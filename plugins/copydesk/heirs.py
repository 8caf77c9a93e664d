"""The shelf, and what became of the seeds that there are now, in; the post that each has already out.

Files are moved, renamed and swapped, joined and split: a post follows its article, and nothing is made twice.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from copydesk import posting, reading
from copydesk.model import CopydeskError, relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
    from pathlib import Path

    from copydesk.desk import Outcome
    from copydesk.digest import Bench
    from copydesk.posting import Shelf, Standing
    from copydesk.reading import Survey
    from copydesk.report import Entry


def owned(
    outcomes: Iterable[Outcome], bench: Bench, there: Set[str], orphaned: posting.Orphans
) -> Iterator[tuple[Outcome, Standing | None]]:
    """What became of each seed, with the post it has already, which may be one of the `orphaned`.

    Last come those whose article was in another file of several when a post was made of it: once all others have
    theirs, it is known whether that file has it still, or has the article of this one's post.
    """
    signs = {
        one for seed, post in bench.shelf.standing.items() if file_of(seed) != seed for one in posting.hashes(post)
    }
    late: list[Outcome] = []
    swapped: list[tuple[Outcome, Standing]] = []
    taken, read, unread = set[str](), set[str](), set[str]()
    for outcome, own in claimed(outcomes, bench.shelf, there):
        standing = own or adopted(outcome, orphaned, bench)
        read.add(file_of(outcome.seed))
        unread |= set() if outcome.story else {outcome.seed}
        taken |= {standing.path} if standing else set()
        strange = sign(outcome) in signs
        if standing is None and strange:
            late.append(outcome)
        elif standing and strange and sign(outcome) not in posting.hashes(standing):
            swapped.append((outcome, standing))
        else:
            yield outcome, standing
    yield from exchanged(swapped, bench)
    if late:
        left = posting.Orphans(left_by(read, bench.shelf, taken, unread))
        yield from ((outcome, adopted(outcome, left, bench)) for outcome in late)


def sign(outcome: Outcome) -> str:
    """The short digest of a seed of which there is a story, else ""."""
    return posting.short(outcome.story.article.seed.digest) if outcome.story else ""


def exchanged(swapped: Sequence[tuple[Outcome, Standing]], bench: Bench) -> Iterator[tuple[Outcome, Standing]]:
    """Some articles, each with the post of its own, where they go by each other's names: their files swapped these."""
    signs = {outcome.seed: sign(outcome) for outcome, _ in swapped}
    posts = followed(signs, {outcome.seed: post for outcome, post in swapped}, bench)
    yield from ((outcome, posts[outcome.seed]) for outcome, _ in swapped)


def left_by(files: Set[str], shelf: Shelf, taken: Set[str], unread: Set[str]) -> dict[str, Standing]:
    """The posts of articles that some files of several have no more, as far as these can be read."""
    return {
        seed: post
        for seed, post in shelf.standing.items()
        if file_of(seed) in files - {seed} and post.path not in taken and not unread & {*places(seed)}
    }


def bereaved(seeds: Survey, standing: Mapping[str, Standing], bench: Bench) -> dict[str, Standing]:
    """The posts whose seeds' files are not there any more; what lies in a folder that cannot be read may be there."""
    paths = {relative(path, bench.house.root) for path in seeds.seeds} | {refusal.path for refusal in seeds.refusals}
    there = {*map(posting.named, paths)}
    return {seed: post for seed, post in standing.items() if not there & {*places(seed)}}


def adopted(outcome: Outcome, orphaned: posting.Orphans, bench: Bench) -> Standing | None:
    """The post that a moved or renamed seed has already, which bears its new name from now on."""
    if outcome.story is None or not orphaned:
        return None
    seed, root, most = outcome.story.article.seed, bench.house.root, bench.house.limits.size
    path, whole = root / seed.path, seed.part <= 1
    older = reading.digests(path, root, most) if whole else ()
    accompanied = reading.accompanied(path, root, bench.strays, most) if whole else ()
    post = orphaned.adopt(outcome.seed, (seed.digest, *older), accompanied)
    return kept(post, bench) if post else None


def kept(post: Standing, bench: Bench) -> Standing:
    """A post that bears its seed's new name, on the disk too if it can be written, as do the others of that seed."""
    try:
        for one in () if bench.dry else (post, *post.others):
            if not one.trouble:
                posting.write(bench.settings.path(one.path), one.text)
    except CopydeskError as trouble:
        if trouble.kind != posting.UNWRITABLE:
            raise
        return replace(post, trouble=trouble.told_from(bench.house.root))
    return post


def handed_on(wanted: Sequence[Path], seeds: Survey, bench: Bench) -> dict[str, Standing]:
    """The shelf's posts by their seeds, where names were handed on by those that the seeds' very bytes bear now."""
    standing = dict(bench.shelf.standing)
    signs: dict[str, str] = {}
    for path in wanted if standing else ():
        with suppress(CopydeskError):  # what cannot be read is set aside with its reason when it is prepared
            digest = reading.digest(path, bench.house.root, bench.house.limits.size)
            signs[posting.named(relative(path, bench.house.root))] = posting.short(digest)
    standing = followed(signs, standing, bench)
    gone = bereaved(seeds, standing, bench) if signs.keys() & standing.keys() else ()
    while moves := posting.overwritten(signs, standing, gone):  # file after file, as where logs are rotated
        standing = moved(moves, standing, bench)
    return standing


def followed(signs: Mapping[str, str], standing: Mapping[str, Standing], bench: Bench) -> dict[str, Standing]:
    """The same posts by their seeds, those by new names that went with the `signs` of their seeds' bytes."""
    return moved(posting.follow(signs, standing), standing, bench)


def moved(moves: Mapping[str, str], standing: Mapping[str, Standing], bench: Bench) -> dict[str, Standing]:
    """The same posts by their seeds, some of which go by another's name now."""
    posts = {new: kept(posting.renamed(standing[old], new), bench) for old, new in moves.items()}
    return {seed: post for seed, post in standing.items() if seed not in moves} | posts


def claimed(outcomes: Iterable[Outcome], shelf: Shelf, there: Set[str]) -> Iterator[tuple[Outcome, Standing | None]]:
    """What became of each seed, with the post it has already; the seeds of a file come one after the other.

    A file that is `there` may be called as a part of another would be: "news.xml#12".
    """

    def place(seed: str) -> str:
        return seed if seed in there else file_of(seed)

    files: dict[str, dict[str, Standing]] = {}
    for seed, standing in shelf.standing.items():
        files.setdefault(place(seed), {})[seed] = standing
    for file, run in groupby(outcomes, key=lambda outcome: place(outcome.seed)):
        batch = list(run)
        posts = posting.claim([(outcome.seed, outcome.story) for outcome in batch], files.get(file, {}))
        yield from ((outcome, posts.get(outcome.seed)) for outcome in batch)


def orphans(shelf: Shelf, entries: Sequence[Entry]) -> dict[str, str]:
    """The names of posts whose seeds are not there any more, by these; of what cannot be read nobody knows."""
    there = {entry.post for entry in entries}
    unread = {entry.seed for entry in entries if entry.refusal}
    return {
        seed: named(standing)
        for seed, standing in sorted(shelf.standing.items())
        if standing.path not in there and not unread & {*places(seed)}
    }


def named(post: Standing) -> str:
    """A post's path, and that a person wrote into it: who reads of it may be about to delete it."""
    return f"{post.path} (edited)" if post.edited else post.path


def places(seed: str) -> Iterator[str]:
    """A seed's name, its file and the folders that this lies in."""
    yield seed
    yield file_of(seed)
    yield from map(str, PurePosixPath(seed).parents)


def file_of(seed: str) -> str:
    """The file of a seed: itself too where it is only called as a part of another, as "Talk#12" beside "Talk".

    Only a file whose name says its format may hold several articles.
    """
    file = posting.file_of(seed)
    return file if reading.is_named(file) else seed
