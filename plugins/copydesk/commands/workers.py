"""The option `--workers`: the word that a person types in, a number of processes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model import CopydeskError

if TYPE_CHECKING:
    import argparse

    from copydesk.settings import Settings


def offer_workers(parser: argparse.ArgumentParser) -> None:
    """Give a command the option."""
    parser.add_argument("--workers", type=counted, metavar="N", help="processes to use (default: one a core)")


def counted(word: str) -> int:
    """The number of processes that a word names; raises `CopydeskError` where it names none."""
    try:
        count = int(word)
    except ValueError:
        count = 0
    if count < 1:
        hint = "Leave the option out for one process a core."
        raise CopydeskError("option", f"--workers is “{word}”, but wants a whole number from 1 on.", hint)
    return count


def chosen(args: argparse.Namespace, settings: Settings) -> int:
    """The processes that the command line asks for, else those of the site's settings."""
    return args.workers or settings.workers
