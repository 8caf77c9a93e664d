"""A site's settings in, its posts on the shelf and a report out: what every build does first."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from copydesk import describing, desk, posting, reading
from copydesk.house import open_house
from copydesk.model import CopydeskError, relative
from copydesk.posting import Action
from copydesk.report import Entry, Report

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from copydesk.desk import Outcome
    from copydesk.house import House
    from copydesk.model import Story
    from copydesk.posting import Past, Shelf, Standing
    from copydesk.settings import Settings

    Watch = Callable[[Iterable[Outcome], int], Iterable[Outcome]]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one digest works: the settings, the shelf as it stood, what the desk knows, what it was asked."""

    settings: Settings
    shelf: Shelf
    house: House
    remake: bool = False
    dry: bool = False

    def decide(self, standing: Standing | None, digest: str) -> Action:
        action = posting.decide(standing, digest, self.house.rules)
        return Action.AGAIN if self.remake and action in posting.DATED else action


def run(settings: Settings, *, remake: bool = False, dry: bool = False, watch: Watch | None = None) -> Report:
    """Make the posts that are wanted and report on every seed.

    `remake` freshens unedited posts that today's desk might make better; `dry` writes nothing; `watch` wraps the
    outcomes while they come in (a progress bar). Raises `CopydeskError` only where a post cannot be written, or where
    another desk is at work on the same posts.
    """
    with nullcontext() if dry else posting.held(settings.path(settings.cache)):
        return work(settings, remake, dry, watch)


def work(settings: Settings, remake: bool, dry: bool, watch: Watch | None) -> Report:
    """As `run`, while nobody else does."""
    if not dry:
        posting.sweep(settings.path(settings.content))
    shelf = posting.load(settings.posts_path, settings.root)
    bench = Bench(settings, shelf, open_house(settings, shelf.people, keeps=not dry), remake, dry)
    seeds = reading.survey(settings.seeds_path, settings.root)
    settled = {path: entry for path in seeds.seeds if (entry := glance(path, bench))}
    wanted = [path for path in seeds.seeds if path not in settled]
    made = make(wanted, seeds.seeds, bench, watch)
    shut = (Entry(refusal.path, refusal=refusal) for refusal in seeds.refusals)
    entries = sorted([*settled.values(), *made, *shut], key=lambda entry: posting.file_of(entry.seed))
    if not dry:
        posting.note(settings.path(settings.cache), (entry.seed for entry in entries if entry.post))
    problems = (
        *stray(seeds.strays, settings.root),
        *posting.review(shelf, settings.root),
    )
    return Report(tuple(entries), problems, orphans(shelf, entries))


def stray(paths: Iterable[Path], root: Path) -> Iterator[CopydeskError]:
    """What to say of side-cars without a seed."""
    hint = "Name it as its seed is named: ferry.toml beside ferry.txt."
    yield from (CopydeskError("side-car", "belongs to no seed.", hint, relative(path, root)) for path in paths)


def glance(path: Path, bench: Bench) -> Entry | None:
    """The entry of a seed that needs no work, told by its bytes alone, or `None` where it has to be prepared."""
    seed = relative(path, bench.house.root)
    standing = bench.shelf.standing.get(seed)
    if standing is None:
        return None
    if standing.trouble:
        return waiting(seed, standing.trouble, standing.path)
    try:
        digest = reading.digest(path, bench.house.root, bench.house.limits.size)
    except CopydeskError as refusal:
        return Entry(seed, post=standing.path, refusal=refusal)
    action = bench.decide(standing, digest)
    return None if posting.wanted(action, standing, digest) else Entry(seed, action, standing.path)


def waiting(seed: str, trouble: CopydeskError, post: str = "") -> Entry:
    """The entry of a seed whose post cannot be read, or may be what cannot be read: it is not made a second time."""
    why = CopydeskError(trouble.kind, trouble.message, "", trouble.path, trouble.line)
    message = f"waits until its post can be read: {why}"
    return Entry(seed, post=post, refusal=CopydeskError("waits", message, trouble.hint, posting.file_of(seed)))


def make(wanted: Sequence[Path], paths: Sequence[Path], bench: Bench, watch: Watch | None) -> Iterator[Entry]:
    """Prepare the wanted files and lay their posts on the shelf."""
    if not wanted:
        return
    house = desk.furnish(bench.house, paths, bench.settings.workers)
    outcomes: Iterable[Outcome] = desk.prepare_files(wanted, house, bench.settings.workers)
    taken = set(bench.shelf.slugs)
    past = posting.recall(bench.settings.posts_path, bench.settings.path(bench.settings.cache))
    model = None if bench.dry else describing.rewriter(bench.settings.llm, bench.settings.path(bench.settings.content))
    for outcome, standing in claimed(watch(outcomes, len(wanted)) if watch else outcomes, bench.shelf):
        if outcome.story is None:
            yield Entry(outcome.seed, post=standing.path if standing else "", refusal=outcome.refusal)
        elif standing and standing.trouble:
            yield waiting(outcome.seed, standing.trouble, standing.path)
        else:
            story = model.revise(outcome.story) if model else outcome.story
            yield file(outcome.seed, story, standing, bench, taken, past)


def claimed(outcomes: Iterable[Outcome], shelf: Shelf) -> Iterator[tuple[Outcome, Standing | None]]:
    """What became of each seed, with the post it has already; the seeds of a file come one after the other."""
    files: dict[str, dict[str, Standing]] = {}
    for seed, standing in shelf.standing.items():
        files.setdefault(posting.file_of(seed), {})[seed] = standing
    for file, run in groupby(outcomes, key=lambda outcome: posting.file_of(outcome.seed)):
        batch = list(run)
        posts = posting.claim([(outcome.seed, outcome.story) for outcome in batch], files.get(file, {}))
        yield from ((outcome, posts.get(outcome.seed)) for outcome in batch)


def file(seed: str, story: Story, standing: Standing | None, bench: Bench, taken: set[str], past: Past) -> Entry:
    """Write the post of one story, or the version to lay beside an edited one; `taken` grows by its slug."""
    digest = story.article.seed.digest
    action = bench.decide(standing, digest)
    slug = standing.slug if standing else posting.slug(story.article.title, taken)
    if standing is None and (trouble := bench.shelf.hidden(slug)):
        return waiting(seed, trouble)
    taken.add(slug)
    date, warnings = day(story, standing, bench)
    path = bench.settings.path(standing.path) if standing else new_path(slug, date, bench)
    if action is Action.NEW and past.had(seed, relative(path, bench.settings.posts_path)):
        action = Action.BACK
    if posting.wanted(action, standing, digest):
        text = posting.compose(story, slug, date, bench.house.rules)
        if not posting.differs(standing, posting.parse_post(text, "").made):
            action = Action.SAME  # today's desk makes the very same post: only the line says so that tells who made it
        if not bench.dry:
            posting.write(path.with_name(path.name + posting.INCOMING) if action is Action.CONFLICT else path, text)
    return Entry(seed, action, relative(path, bench.settings.root), warnings=warnings)


def new_path(slug: str, date: datetime.date, bench: Bench) -> Path:
    """Where a new post goes; a file that somebody else put there is never written over."""
    path = bench.settings.posts_path / f"{date.year:04d}" / f"{slug}.md"
    number = 2
    while path.exists():
        path = path.with_name(f"{slug}-{number}.md")
        number += 1
    return path


def day(story: Story, standing: Standing | None, bench: Bench) -> tuple[datetime.date, tuple[str, ...]]:
    """The post's date: the article's own, else the one its post has, else the day its seed was filed."""
    article = story.article
    if article.date:
        return article.date, article.warnings
    before = posting.parse_post(standing.text, standing.path).date if standing else None
    if before:
        return before, article.warnings
    date, source = posting.filed(bench.settings.path(article.seed.path), bench.house.root)
    said = {"git": "the day git first saw the seed", "file": "the day of the seed's file"}[source]
    return date, (*article.warnings, f"dated {date.isoformat()}, {said}")


def orphans(shelf: Shelf, entries: Sequence[Entry]) -> tuple[str, ...]:
    """The posts made from seeds that are not there any more; of a file or folder that cannot be read nobody knows."""
    there = {entry.post for entry in entries}
    unread = {entry.seed for entry in entries if entry.refusal}
    return tuple(
        standing.path
        for seed, standing in sorted(shelf.standing.items())
        if standing.path not in there and not unread & {*places(seed)}
    )


def places(seed: str) -> Iterator[str]:
    """A seed's name, its file and the folders that this lies in."""
    yield seed
    yield posting.file_of(seed)
    yield from map(str, PurePosixPath(posting.file_of(seed)).parents)
