"""A site in, the state of each seed out: new, made, edited, in conflict, set aside, and why."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from copydesk import digest
from copydesk.commands.progress import bar
from copydesk.posting import DATED, INCOMING, Action
from copydesk.settings import check_site

if TYPE_CHECKING:
    import argparse

    from copydesk.report import Entry, Report
    from copydesk.settings import Settings

EXAMPLE = "copydesk status"
ROUTINE = frozenset({Action.SAME, Action.KEPT}) | DATED


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a seed")


def run(args: argparse.Namespace, settings: Settings) -> int:
    check_site(settings)
    show(digest.run(settings, dry=True, watch=bar), as_json=args.json, every=True)
    return 0


def show(report: Report, *, as_json: bool, every: bool) -> None:
    """Print the report; without `every`, seeds that needed nothing and posts whose seeds are gone are only counted."""
    for entry in report.entries:
        if as_json:
            print(json.dumps(row(entry), ensure_ascii=False))
        elif every or entry.action not in ROUTINE or entry.warnings:
            print("\n".join(lines(entry)))
    for line in closing(report, every=every):
        print(line, file=sys.stderr if as_json else sys.stdout)


def row(entry: Entry) -> dict[str, Any]:
    refusal = entry.refusal
    return {
        "seed": entry.seed,
        "state": entry.action or "set aside",
        "post": entry.post or None,
        "warnings": [*entry.warnings, *entry.borne],
        "error": refusal and {key: getattr(refusal, key) for key in ("kind", "message", "hint", "path", "line")},
    }


def lines(entry: Entry) -> list[str]:
    if entry.refusal:
        return [f"set aside              {entry.refusal}"]
    state = f"{entry.action:<22} {entry.seed} -> {entry.post}"
    if entry.action is Action.CONFLICT:
        says = "the new version lies in" if entry.in_conflict else "a digest lays the new version into"
        state += f"; {says} {entry.post}{INCOMING}"
    return [state, *(f"{'':<23}{warning}" for warning in (*entry.warnings, *entry.borne))]


def closing(report: Report, *, every: bool) -> list[str]:
    """What the report says at its end: problems on the shelf, what is gone, the count."""
    gone = [f"no seed                {post} was made from a seed that is gone; it stays" for post in report.orphans]
    out = [f"problem                {problem}" for problem in report.problems]
    out += [*(gone if every else report.left), *report.notices]
    dated = sum(entry.action in DATED for entry in report.entries)
    if dated:
        posts, they = ("1 post is", "it, should it") if dated == 1 else (f"{dated} posts are", "those that would")
        older = f"{posts} of an older desk, or of before your edits, from which it learns"
        out.append(f"{older}; `copydesk digest --remake` freshens {they} differ")
    return [*out, str(report)]
