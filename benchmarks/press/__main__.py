"""`make bench`: the same site built by stock Pelican, the press, Hugo and Eleventy; what each build cost.

`python -m benchmarks.press --help` tells how to leave engines or sizes out. Engines are found on the
way: Hugo on the path or where `--hugo` says, Eleventy under the `node_modules` named by `--eleventy`.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import shutil
import statistics
import tempfile
import time
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.press import engines
from benchmarks.press.corpus import post, posts, tagging
from benchmarks.press.measure import Cost, cost, touched

if TYPE_CHECKING:
    from benchmarks.press.corpus import Post
    from benchmarks.press.engines import Engine

STOCK, PRESS, OLDEST = "stock", "presswork", "presswork, numbered from the oldest"
INCREMENTAL = ("unchanged", "one new post", "one edit", "one theme change")
SETTLED = 3
"""Seconds between laying a site and building it: the press reads again, once, what changed less than two before."""


def main() -> None:
    options = arguments()
    chosen = found(options)
    if options.work:
        Path(options.work).mkdir(parents=True, exist_ok=True)
    for size in options.sizes:
        table: dict[str, dict[str, list[Cost]]] = {}
        files: dict[str, int] = {}
        pages: dict[str, set[str]] = {}
        laid = list(posts(size))
        # All sites stay until the last is built: for minutes after many files were removed, ext4 makes new ones slowly.
        with tempfile.TemporaryDirectory(dir=options.work) as folder:
            for turn, engine in itertools.product(range(options.turns), chosen):
                print(f"{size} posts, turn {turn + 1}: {engine.name}", flush=True)
                site = Path(folder, f"{turn} {engine.name}")
                run(engine, site, laid, table.setdefault(engine.name, {}), files, options.full)
                pages[engine.name] = engine.pages(site)
        report(size, table, files, pages)
        if options.json:
            save(Path(options.json), size, table)


def run(
    engine: Engine, site: Path, laid: list[Post], costs: dict[str, list[Cost]], files: dict[str, int], full: bool
) -> None:
    """One engine's builds: in full, and after each kind of change."""
    engine.lay(site, laid)
    time.sleep(SETTLED)
    costs.setdefault("full", []).append(cost(engine.command, site))
    if full or not engine.name.startswith(PRESS):
        return
    for change in INCREMENTAL:
        alter(engine, site, laid, change)
        since = time.time_ns()
        costs.setdefault(change, []).append(cost(engine.command, site))
        files[f"{engine.name}: {change}"] = touched(site / engine.output, since)


def alter(engine: Engine, site: Path, laid: list[Post], change: str) -> None:
    """Make one change to a site that has been built."""
    if change == "one new post":
        words, tags, weights = tagging()
        engine.add(site, post(len(laid) + 1, laid[-1].date + timedelta(hours=1), words, tags, weights))
    elif change == "one edit":
        path = site / engine.posts / f"{laid[len(laid) // 2].slug}.md"
        path.write_text(path.read_text("utf-8") + "\nOne more paragraph.\n", "utf-8")
    elif change == "one theme change":
        path = site / engine.template
        path.write_text(path.read_text("utf-8").replace("is a benchmark", "is but a benchmark"), "utf-8")


def report(
    size: int, table: dict[str, dict[str, list[Cost]]], files: dict[str, int], pages: dict[str, set[str]]
) -> None:
    """Print one size's table, in Markdown."""
    print(f"\n### {size:,} posts\n\n| build | CPU s | wall s | MB | of stock | of Hugo | files written |")
    print("|---|---|---|---|---|---|---|")
    stock, hugo = middle(table.get(STOCK, {}).get("full")), middle(table.get("hugo", {}).get("full"))
    for name, builds in table.items():
        for build, costs in builds.items():
            now = middle(costs)
            assert now
            label = f"{name}: {build}"
            ratios = " | ".join(f"{now.cpu / one.cpu:.3f}" if one else "–" for one in (stock, hugo))
            print(
                f"| {label} | {now.cpu:.2f} | {now.wall:.1f} | {now.memory:.0f} | {ratios} | {files.get(label, '')} |"
            )
    for name, found_pages in pages.items():
        compared = pages.get(STOCK) or next(iter(pages.values()))
        if name in (STOCK, "hugo", "eleventy"):
            print(f"\n{name}: {len(found_pages):,} pages, {len(found_pages ^ compared)} of them not in stock's list.")
    print(flush=True)


def middle(costs: list[Cost] | None) -> Cost | None:
    """The build of median processor time."""
    return sorted(costs, key=lambda one: one.cpu)[len(costs) // 2] if costs else None


def save(path: Path, size: int, table: dict[str, dict[str, list[Cost]]]) -> None:
    """Keep the medians, and print how costs grow with the number of posts."""
    known = json.loads(path.read_text()) if path.exists() else {}
    known[str(size)] = {
        f"{name}: {build}": statistics.median(one.cpu for one in costs)
        for name, builds in table.items()
        for build, costs in builds.items()
    }
    path.write_text(json.dumps(known, indent=1))
    sizes = sorted(map(int, known))
    for small, large in pairwise(sizes):
        for build, cpu in known[str(large)].items():
            if build in known[str(small)]:
                power = math.log(cpu / known[str(small)][build]) / math.log(large / small)
                print(f"growth {small:,} to {large:,}, {build}: {power:.2f}")


def found(options: argparse.Namespace) -> list[Engine]:
    """The engines that are asked for and there."""
    press = ('PLUGINS=["presswork"]',)
    every = [
        engines.pelican(PRESS, *press),
        engines.pelican(OLDEST, *press, "PRESSWORK_OLDEST_FIRST=true"),
        engines.pelican(STOCK),
    ]
    binary = options.hugo or shutil.which("hugo")
    if binary:
        every.append(engines.hugo(str(Path(binary).absolute())))
    if options.eleventy and shutil.which("node"):
        every.append(engines.eleventy(Path(options.eleventy).absolute()))
    return [engine for engine in every if not options.only or engine.name in options.only]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000], help="numbers of posts")
    parser.add_argument("--turns", type=int, default=1, help="how often each engine has its turn")
    parser.add_argument("--only", nargs="+", help="names of engines: stock, presswork, hugo, eleventy")
    parser.add_argument("--full", action="store_true", help="full builds alone")
    parser.add_argument("--hugo", help="the Hugo binary, if it is not on the path")
    parser.add_argument("--eleventy", help="a node_modules folder with @11ty/eleventy")
    parser.add_argument("--work", help="the folder to build in")
    parser.add_argument("--json", help="a file that keeps the medians, to work out how costs grow")
    return parser.parse_args()


if __name__ == "__main__":
    main()
