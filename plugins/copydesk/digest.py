"""A site's settings in, its posts on the shelf and a report out: what every build does first."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from copydesk import describing, desk, posting, reading
from copydesk.house import open_house
from copydesk.model import CopydeskError, relative
from copydesk.posting import Action
from copydesk.presenting.rights import TAKEDOWN

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

DOUBTS = 20  # warnings that a build prints before it only counts: what fits a screen
DRAFT = "draft"  # the kind of refusal that a person asked for: it is named, but nothing needs mending
NOTICES = {  # what to say of what became of posts, and what a person can do
    Action.BACK: (
        "Missing, and made again as the seed is still there",
        f"To take an article down for good, write its slug into {TAKEDOWN} in the content folder.",
    ),
    Action.CONFLICT: (
        "Edited, and the seed has changed since",
        f"The new version lies beside, as {posting.INCOMING}; `copydesk resolve POST` makes one of the two.",
    ),
}
NAMED = 5  # posts that a sentence names before it only counts: more than that nobody reads


@dataclass(frozen=True, slots=True)
class Entry:
    """One seed in the report: what was done about it, the post it has, or the refusal that set it aside."""

    seed: str
    action: Action | None = None
    post: str = ""
    refusal: CopydeskError | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a digest did: every seed once, in order, and what it noticed on the shelf.

    `orphans` are posts that the desk made from seeds that are gone; they stay.
    """

    entries: tuple[Entry, ...]
    problems: tuple[CopydeskError, ...] = ()
    orphans: tuple[str, ...] = ()

    @property
    def set_aside(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.refusal)

    @property
    def refused(self) -> tuple[CopydeskError, ...]:
        """Why seeds were set aside that nobody wished to be: all but drafts."""
        refusals = (entry.refusal for entry in self.entries)
        return tuple(refusal for refusal in refusals if refusal and refusal.kind != DRAFT)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What was not sure in the seeds that were read this time, each with its seed's name; many are counted."""
        said = [f"{entry.seed}: {warning}" for entry in self.entries for warning in entry.warnings]
        left = len(said) - DOUBTS
        more = (
            (f"{left} more such warnings; `copydesk convert SEED` says those of a seed or a folder",)
            if left > 0
            else ()
        )
        return (*said[:DOUBTS], *more)

    @property
    def notices(self) -> tuple[str, ...]:
        """What to say of posts that were missing and are made again, and of edited ones whose seed has changed."""
        return tuple(filter(None, (self.told(action, *said) for action, said in NOTICES.items())))

    def told(self, action: Action, message: str, cure: str) -> str:
        """What to say of the posts of which the same became, "" where there are none."""
        posts = [entry.post for entry in self.entries if entry.action is action]
        more = f" and {len(posts) - NAMED} more" if len(posts) > NAMED else ""
        return f"{message}: {', '.join(posts[:NAMED])}{more}. {cure}" if posts else ""

    def __str__(self) -> str:
        return ", ".join(self.parts())

    def parts(self) -> Iterator[str]:
        count = Counter(entry.action for entry in self.entries)
        yield f"{len(self.entries)} seed{'' if len(self.entries) == 1 else 's'}"
        yield from (f"{count[action]} {action}" for action in Action if count[action])
        if self.set_aside:
            yield f"{len(self.set_aside)} set aside"


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
    paths, strays = reading.survey(settings.seeds_path)
    settled = {path: entry for path in paths if (entry := glance(path, bench))}
    wanted = [path for path in paths if path not in settled]
    made = make(wanted, paths, bench, watch)
    entries = sorted([*settled.values(), *made], key=lambda entry: posting.file_of(entry.seed))
    if not dry:
        posting.note(settings.path(settings.cache), (entry.seed for entry in entries if entry.post))
    problems = (
        *stray(strays, settings.root),
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
    try:
        digest = reading.digest(path, bench.house.root, bench.house.limits.size)
    except CopydeskError as refusal:
        return Entry(seed, post=standing.path, refusal=refusal)
    action = bench.decide(standing, digest)
    return None if posting.wanted(action, standing, digest) else Entry(seed, action, standing.path)


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
    """The posts made from seeds that are not there any more; of a file that cannot be read nobody knows."""
    there = {entry.post for entry in entries}
    unread = {entry.seed for entry in entries if entry.refusal}
    return tuple(
        standing.path
        for seed, standing in sorted(shelf.standing.items())
        if standing.path not in there and not unread & {seed, posting.file_of(seed)}
    )
