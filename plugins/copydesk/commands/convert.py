"""Files or folders in, their posts or JSON lines on standard output: nothing is written."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk import desk, posting, reading, shaping
from copydesk.commands.places import seen
from copydesk.commands.progress import bar
from copydesk.commands.workers import chosen, offer_workers
from copydesk.desk import Outcome
from copydesk.engines import each
from copydesk.house import open_house
from copydesk.model import CopydeskError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from copydesk.house import House
    from copydesk.model import Line, Story
    from copydesk.settings import Settings

    Form = Callable[[Outcome, House], str]

EXAMPLE = "copydesk convert seeds/harbour-ledger --json"
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Printed:
    """A seed as it is printed, what the desk was not sure of, and whether the seed was set aside."""

    text: str
    warnings: tuple[str, ...]
    refused: bool


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="+", help="a file, a folder, or - for one dump on standard input")
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a seed; `date` is when it was published, or null"
    )
    parser.add_argument(
        "--posts", type=Path, metavar="DIR", help="the posts that serve as memory (default: the site's)"
    )
    offer_workers(parser)


def run(args: argparse.Namespace, settings: Settings) -> int:
    for name in args.path:
        if name != STANDARD_INPUT:
            refuse_odd(name)
    if args.posts and not args.posts.is_dir():
        raise CopydeskError("path", "There is no such folder of posts.", "Mend --posts.", str(args.posts))
    posts = args.posts or settings.posts_path
    workers = chosen(args, settings)
    house = open_house(settings, posting.load(posts, settings.root).people)
    form = line if args.json else partial(text, zone=settings.timezone)
    failed = False
    for one in bar(printed(args.path, house, settings.seeds_path, workers, form), 0):
        failed = failed or one.refused
        print(one.text)
        for warning in () if args.json else one.warnings:
            print(warning, file=sys.stderr)
    return int(failed)


def refuse_odd(name: str) -> None:
    """Raise `CopydeskError` for a path that leads to nothing, or to what a folder of seeds may not hold."""
    path = Path(name)
    if not path.exists():
        raise CopydeskError("path", "There is no such file or folder.", "Name a seed, or a folder of seeds.", name)
    if not path.is_file() and not path.is_dir():
        hint = "Give it on standard input: copydesk convert - < FILE."
        raise CopydeskError("path", "This is neither a file nor a folder.", hint, name)


def printed(names: Sequence[str], house: House, seeds: Path, workers: int, form: Form) -> Iterator[Printed]:
    """What becomes of each seed that the names stand for, in their order; `seeds` are the site's."""
    places = seen([name for name in names if name != STANDARD_INPUT], house, seeds, workers)
    for name in names:
        if name == STANDARD_INPUT:
            yield from standard_input(house, form)
        else:
            place, furnished = next(places)
            told = reading.survey(place, house.root)
            for shown in each(workers)(partial(file, house=furnished, form=form), told.seeds):
                yield from shown
            if not told.seeds and not told.refusals:
                print(f"{name}: holds no seeds.", file=sys.stderr)
            yield from (printed_as(Outcome(one.path, refusal=one), house, form) for one in told.refusals)


def file(path: Path, house: House, form: Form) -> list[Printed]:
    """What becomes of the seeds of one file, printed where it is prepared: a page is long to send."""
    return [printed_as(outcome, house, form) for outcome in desk.prepare_file(path, house)]


def printed_as(outcome: Outcome, house: House, form: Form) -> Printed:
    """What became of one seed, as it is printed."""
    return Printed(form(outcome, house), warned(outcome), outcome.refusal is not None)


def warned(outcome: Outcome) -> tuple[str, ...]:
    """What the desk was not sure of in a seed, each with the seed's name."""
    return tuple(f"{outcome.seed}: {said}" for said in shaping.doubts(outcome.story.article)) if outcome.story else ()


def standard_input(house: House, form: Form) -> list[Printed]:
    """One dump from standard input, read as a text file would be: one that has no end is too large in the end.

    It is called by its name alone: where it lies meanwhile is another place every time.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "standard-input.txt")
        path.write_bytes(sys.stdin.buffer.read(house.limits.size + 1))
        return file(path, replace(house, root=path.parent), form)


def text(outcome: Outcome, house: House, zone: str) -> str:
    """A post as a build would write a new one, or a comment that says why there is none."""
    if outcome.story is None:
        return f"<!-- {outcome.refusal} -->\n"
    article = outcome.story.article
    date = article.date or article.updated or posting.filed(house.root / article.seed.path, house.root, zone)[0]
    return posting.compose(outcome.story, posting.slug(article.title, ()), date, house.rules)


def line(outcome: Outcome, _: House) -> str:
    """One JSON object: the keys are a contract with other programs."""
    fields = told(outcome.story) if outcome.story else NOTHING
    row = {"seed": outcome.seed, **fields, "error": outcome.refusal and error(outcome.refusal)}
    return json.dumps(row, ensure_ascii=False)


def told(story: Story) -> dict[str, Any]:
    """What is known of a story: its `date` is that of publication, and not one that a post takes in its place."""
    article = story.article
    return {
        "title": article.title,
        "date": article.date and article.date.isoformat(),
        "date_from": article.date_from or None,
        "byline": article.byline or None,
        "source": article.source or None,
        "url": article.url or None,
        "lang": article.lang,
        "body": posting.body(article.blocks),
        "headings": list(article.headings),
        "tags": list(story.tags),
        "topics": list(story.topics),
        "summary": story.summary,
        "key_points": list(story.key_points),
        "dropped": [dropped(one) for one in article.page.dropped],
        "warnings": list(shaping.doubts(article)),
    }


NOTHING: dict[str, Any] = {
    **dict.fromkeys(("title", "date", "date_from", "byline", "source", "url", "lang", "body"), None),
    **{key: [] for key in ("headings", "tags", "topics")},
    "summary": None,
    **{key: [] for key in ("key_points", "dropped", "warnings")},
}


def dropped(one: Line) -> dict[str, Any]:
    return {"line": one.number, "text": one.text, "rule": one.dropped_by}


def error(refusal: CopydeskError) -> dict[str, Any]:
    return {"kind": refusal.kind, "message": refusal.message, "hint": refusal.hint}
