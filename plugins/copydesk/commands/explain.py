"""A seed in, its lines out, each kept as what it is or dropped by the rule that is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk import describing, desk, posting
from copydesk.commands.places import seen
from copydesk.house import open_house
from copydesk.model import CopydeskError

if TYPE_CHECKING:
    import argparse

    from copydesk.house import House
    from copydesk.model import Line, Seed
    from copydesk.settings import Settings

EXAMPLE = "copydesk explain seeds/harbour-ledger/ferry-fares.txt"
WIDEST = 100  # characters of a line's text: enough to know it again, and the table keeps its columns


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("seed", type=Path, help="the seed's file")
    parser.add_argument("--llm", action="store_true", help="show what a language model would be sent; send nothing")


def run(args: argparse.Namespace, settings: Settings) -> int:
    if not args.seed.is_file():
        problem = "This is no file." if args.seed.exists() else "There is no such file."
        raise CopydeskError("path", problem, "Name the file of one seed.", str(args.seed))
    house = open_house(settings, posting.load(settings.posts_path, settings.root).people)
    ((path, house),) = seen([args.seed], house, settings.seeds_path, settings.workers)
    for seed in desk.read(path, house):
        if isinstance(seed, CopydeskError):
            raise seed
        if args.llm:
            print(sent(seed, house, settings))
            continue
        print(f"{posting.seed_name(seed)} ({seed.kind}, {seed.lang})")
        for line in desk.clean(seed, house).lines:
            print(row(line))
    return 0


def sent(seed: Seed, house: House, settings: Settings) -> str:
    """What the endpoint of `COPYDESK_LLM` would be sent for one seed, as JSON."""
    article = desk.shape(seed, house)
    model = settings.llm.model if settings.llm else ""
    return json.dumps(describing.request(article, model), ensure_ascii=False, indent=1)


def row(line: Line) -> str:
    verdict = f"- {line.dropped_by}" if line.dropped_by else f"+ {line.label or ''}"
    text = line.text.replace("\n", " ")
    text = text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
    return f"{line.number:>5}  {verdict:<40}  {text}".rstrip()
