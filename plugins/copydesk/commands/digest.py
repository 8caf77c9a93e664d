"""Seeds in, posts out: exactly what a build does first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk import digest
from copydesk.commands import status
from copydesk.commands.progress import bar
from copydesk.commands.workers import chosen, offer_workers
from copydesk.settings import check_site

if TYPE_CHECKING:
    import argparse

    from copydesk.settings import Settings

EXAMPLE = "copydesk digest --dry-run"


def arguments(parser: argparse.ArgumentParser) -> None:
    offer_workers(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and write nothing")
    parser.add_argument(
        "--remake",
        action="store_true",
        help="also freshen unedited posts that today's desk, memory or other seeds make better",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a seed was set aside that is no draft")
    parser.add_argument("--json", action="store_true", help="one JSON object a seed")


def run(args: argparse.Namespace, settings: Settings) -> int:
    check_site(settings)
    settings = replace(settings, workers=chosen(args, settings))
    report = digest.run(settings, remake=args.remake, dry=args.dry_run, watch=bar)
    status.show(report, as_json=args.json, every=False)
    return int(bool(report.unwritten or (report.refused and (args.strict or settings.strict))))
