"""A site's settings in, its posts on the shelf and a report out: what every build does first."""

from __future__ import annotations

from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk import describing, desk, heirs, posting, reading, shaping
from copydesk.house import open_house
from copydesk.model import CopydeskError, relative
from copydesk.posting import Action
from copydesk.report import DRAFT, Entry, Report, stray, unsettled, waiting

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from copydesk.describing import Rewriter
    from copydesk.desk import Outcome
    from copydesk.house import House
    from copydesk.model import Post, Story
    from copydesk.posting import Past, Shelf, Standing
    from copydesk.settings import Settings

    Watch = Callable[[Iterable[Outcome], int], Generator[Outcome, None, None]]

# The readers whose seeds are articles already: they have no furniture, nor tell any. A build that wants none but such,
# as a draft or a feed does every time, need not read all others to know theirs.
PREPARED = frozenset({"markdown.read", "jsonlines.read", "feed.read"})


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one digest works: the settings, the shelf as it stood, what the desk knows, what it was asked.

    `strays` are the side-cars that stand beside no seed.
    """

    settings: Settings
    shelf: Shelf
    house: House
    remake: bool = False
    dry: bool = False
    strays: tuple[Path, ...] = ()

    def decide(self, standing: Standing | None, digest: str) -> Action:
        """What to do about a seed; what the others share may have changed what is best even where nothing else has."""
        action = posting.decide(standing, digest, self.house.rules)
        return Action.AGAIN if self.remake and action in (*posting.DATED, Action.SAME) else action


@dataclass(slots=True)
class Names:
    """The slugs in use, which grow, and by theirs the posts that name no seed, each of which is found once.

    `seeds` are those that have posts, by what these bear of their digests.
    """

    taken: set[str]
    loose: dict[str, Post]
    seeds: dict[str, str]

    def found(self, title: str, date: datetime.date) -> Post | None:
        """The post that a seed had before a person took its name out of it, told by the slug and day it would have.

        One that has no day is told by its slug alone.
        """
        slug = posting.slug(title, self.taken - self.loose.keys()) if self.loose else ""
        post = self.loose.get(slug)
        return self.loose.pop(slug) if post and post.date in (None, date) else None

    def doubled(self, seed: str, digest: str) -> tuple[str, ...]:
        """What to say of a new seed that says the same as another, as one does that was saved twice."""
        first = self.seeds.setdefault(posting.short(digest), seed)
        return (f"says the same, word for word, as {first}",) if first != seed else ()


def run(settings: Settings, *, remake: bool = False, dry: bool = False, watch: Watch | None = None) -> Report:
    """Make the posts that are wanted and report on every seed.

    `remake` freshens unedited posts that today's desk might make better; `dry` writes nothing; `watch` wraps the
    outcomes while they come in (a progress bar). Raises `CopydeskError` only where no post can be written, or where
    another desk is at work on the same posts. What stops it bears as notes what it has to say of the posts it made.
    """
    with nullcontext() if dry else posting.held(settings.path(settings.cache)):
        return work(settings, remake, dry, watch)


def work(settings: Settings, remake: bool, dry: bool, watch: Watch | None) -> Report:
    """As `run`, while nobody else does."""
    if not dry:
        posting.sweep(settings.path(settings.content))
    shelf = posting.load(settings.posts_path, settings.root, by_name=settings.slugs_by_name)
    seeds = reading.survey(settings.seeds_path, settings.root)
    bench = Bench(settings, shelf, open_house(settings, shelf.people, keeps=not dry), remake, dry, seeds.strays)
    settled = {path: entry for path in seeds.seeds if (entry := glance(path, bench))}
    wanted = [path for path in seeds.seeds if path not in settled]
    bench = replace(bench, shelf=replace(shelf, standing=heirs.handed_on(wanted, seeds, bench)))
    moved = heirs.bereaved(seeds, bench.shelf.standing, bench)
    made = noted(make(wanted, seeds.seeds, bench, posting.Orphans(moved), watch))
    shut = (Entry(posting.named(refusal.path), refusal=refusal) for refusal in seeds.refusals)
    entries = sorted([*settled.values(), *made, *shut], key=lambda entry: posting.file_of(entry.seed))
    gone = heirs.orphans(bench.shelf, entries)
    before = posting.noted(settings.path(settings.cache))
    if not dry:
        known = {seed for seed in bench.shelf.standing if seed not in gone}
        posting.note(settings.path(settings.cache), known | {entry.seed for entry in entries if entry.post})
    problems = (
        *(stray(path, settings.root) for path in seeds.strays),
        # The shelf as it was loaded: its posts name the seeds that they had then.
        *posting.review(shelf, bench.house.today),
        *posting.left_over(shelf, {entry.post: entry.in_dispute for entry in entries}),
    )
    bereft = tuple(post for seed, post in gone.items() if seed in before and seed in moved)
    return Report(tuple(entries), problems, tuple(gone.values()), bereft)


def noted(entries: Iterator[Entry]) -> list[Entry]:
    """All the entries. What is to be said of those before a stop goes with it as notes: no later digest says it."""
    made: list[Entry] = []
    try:
        made.extend(entries)  # one by one, so that they are there when the next is not
    except BaseException as stop:
        report = Report(tuple(made))
        for said in (*report.doubts, *report.notices):
            stop.add_note(said)
        raise
    return made


def glance(path: Path, bench: Bench) -> Entry | None:
    """The entry of a seed that needs no work, told by its bytes alone, or `None` where it has to be prepared."""
    seed = posting.named(relative(path, bench.house.root))
    standing = bench.shelf.standing.get(seed)
    if standing is None:
        return None
    if standing.trouble:
        return waiting(seed, standing.trouble, standing.path)
    try:
        digests = reading.digests(path, bench.house.root, bench.house.limits.size)
    except CopydeskError as refusal:
        return Entry(seed, post=standing.path, refusal=refusal)
    digest = posting.known(standing, digests)
    action = bench.decide(standing, digest)
    if posting.wanted(action, standing, digest):
        return None
    return Entry(seed, action, standing.path, borne=standing.warnings)


def make(
    wanted: Sequence[Path], paths: Sequence[Path], bench: Bench, orphaned: posting.Orphans, watch: Watch | None
) -> Iterator[Entry]:
    """Prepare the wanted files and lay their posts on the shelf, where the `orphaned` may be theirs."""
    if not wanted:
        return
    house = furnished(wanted, paths, bench)
    signs = {sign: seed for seed, post in bench.shelf.standing.items() for sign in posting.hashes(post)}
    names = Names(set(bench.shelf.slugs), dict(bench.shelf.loose), signs)
    past = posting.recall(bench.settings.posts_path, bench.settings.path(bench.settings.cache))
    past = replace(past, seeds=past.seeds - {post.seed for post in bench.shelf.posts})  # theirs is there
    model = None if bench.dry else describing.rewriter(bench.settings.llm, bench.settings.path(bench.settings.content))
    there = frozenset(posting.named(relative(path, bench.house.root)) for path in paths)
    with prepared(wanted, house, bench, watch) as outcomes:
        for outcome, standing in heirs.owned(outcomes, bench, there, orphaned):
            if outcome.story is None:
                yield set_aside(outcome, standing)
            elif standing and standing.trouble:
                yield waiting(outcome.seed, standing.trouble, standing.path)
            else:
                yield laid(outcome.seed, outcome.story, standing, bench, names, past, model)


@contextmanager
def prepared(wanted: Sequence[Path], house: House, bench: Bench, watch: Watch | None) -> Iterator[Iterable[Outcome]]:
    """What becomes of the wanted files: whatever stops the block ends the workers and the bar, and waits for that."""
    with closing(desk.prepare_files(wanted, house, bench.settings.workers)) as outcomes:
        if watch is None:
            yield outcomes
        else:
            with closing(watch(outcomes, len(wanted))) as watched:
                yield watched


def set_aside(outcome: Outcome, standing: Standing | None) -> Entry:
    """The entry of a seed of which no post can be made, as of one that is a draft again though its post is printed."""
    if standing is None or outcome.refusal is None or outcome.refusal.kind != DRAFT or standing.unlisted:
        return Entry(outcome.seed, post=standing.path if standing else "", refusal=outcome.refusal)
    message = f"says that it is a draft, but its post stays on the site: {standing.path}."
    hint = "Write `Status: draft` into the post, or take that line out of the seed."
    refusal = CopydeskError("printed", message, hint, posting.file_of(outcome.seed))
    return Entry(outcome.seed, post=standing.path, refusal=refusal)


def furnished(wanted: Sequence[Path], paths: Sequence[Path], bench: Bench) -> House:
    """The house in which the wanted files are prepared: with the furniture of all if one of them may have some."""
    if not any(map(is_raw, wanted)):
        return bench.house
    return desk.furnish(bench.house, [*filter(is_raw, paths)], bench.settings.workers)


def is_raw(path: Path) -> bool:
    """Whether a file may hold furniture, so that a site's others tell it from the article."""
    return reading.FORMATS.get(path.suffix.lower()) not in PREPARED


def laid(
    seed: str, story: Story, standing: Standing | None, bench: Bench, names: Names, past: Past, model: Rewriter | None
) -> Entry:
    """As `file`, with the model's summary; one post that cannot be written costs the others nothing."""
    try:
        return file(seed, model.revise(story) if model else story, standing, bench, names, past)
    except CopydeskError as refusal:
        if refusal.kind != posting.UNWRITABLE:
            raise
        return Entry(seed, post=standing.path if standing else "", refusal=refusal.told_from(bench.house.root))


def file(seed: str, story: Story, standing: Standing | None, bench: Bench, names: Names, past: Past) -> Entry:
    """Write the post of one story, or the version to lay beside an edited one; its slug is among the `names` then."""
    digest = story.article.seed.digest
    action = bench.decide(standing, digest)
    slug = standing.slug if standing else posting.slug(story.article.title, names.taken)
    date, warnings = day(story, standing, bench)
    if standing is None and (trouble := bench.shelf.hidden(slug)):
        return waiting(seed, trouble)
    if standing is None and (loose := names.found(story.article.title, date)):
        return Entry(seed, Action.LOOSE, loose.path)
    names.taken.add(slug)
    path = bench.settings.path(standing.path) if standing else new_path(slug, date, bench)
    if action is Action.NEW and past.had(seed, relative(path, bench.settings.posts_path)):
        action = Action.BACK
    where = relative(path, bench.settings.root)
    if not posting.wanted(action, standing, digest):
        # What was not sure was said when it was made; files of several are read anew.
        return Entry(seed, action, where, borne=standing.warnings if standing else ())
    if action is Action.CONFLICT and posting.penned(path, bench.house.root):
        return unsettled(seed, where)
    text = posting.compose(story, slug, date, bench.house.rules)
    if not posting.differs(standing, posting.parse_post(text, "").made):
        action = Action.SAME  # today's desk makes the very same post: only the line says so that tells who made it
    warnings += replacing(standing, text) if standing else names.doubled(seed, digest)
    if not bench.dry:
        posting.write(path.with_name(path.name + posting.INCOMING) if action is Action.CONFLICT else path, text)
    return Entry(seed, action, where, warnings=warnings, laid=not bench.dry)


def replacing(standing: Standing, text: str) -> tuple[str, ...]:
    """What to say of a seed whose post is made anew, of another article as it seems."""
    old = posting.displaced(standing, text)
    return (f"held “{old}” before, of which nothing is left: give each article a file of its own",) if old else ()


def new_path(slug: str, date: datetime.date, bench: Bench) -> Path:
    """Where a new post goes; a file that somebody else put there is never written over."""
    path = bench.settings.posts_path / f"{date.year:04d}" / f"{slug}.md"
    number = 2
    while path.exists():
        path = path.with_name(f"{slug}-{number}.md")
        number += 1
    return path


def day(story: Story, standing: Standing | None, bench: Bench) -> tuple[datetime.date, tuple[str, ...]]:
    """The post's date: the article's own, else the one its post has, else an update's, else the day it was filed.

    One that is an update's follows it: of the day of an earlier one the post would say that it was filed then.
    """
    article, warnings = story.article, doubts(story, standing)
    if article.date:
        return article.date, warnings
    before = posting.parse_post(standing.text, standing.path).date if standing else None
    follows = standing is not None and posting.date_from(standing.text) == posting.UPDATE
    known = (article.updated if follows else None) or before or article.updated
    if known:
        return known, warnings
    date, source = posting.filed(bench.settings.path(article.seed.path), bench.house.root, bench.settings.timezone)
    said = {"git": "the day git first saw the seed", "file": "the day of the seed's file"}[source]
    return date, (*warnings, f"dated {date.isoformat()}, {said}")


def doubts(story: Story, standing: Standing | None) -> tuple[str, ...]:
    """What was not sure in a story; of an embargo nothing where its post waits already, or names it by itself."""
    known = standing is not None and (standing.unlisted or standing.embargo)
    return story.article.warnings if known else shaping.doubts(story.article)
