"""Sites of more and more seeds in; the time and memory that a digest of each takes out (bars: 1.2, 1 GiB, 2 s).

python -m benchmarks.crowd [SIZE…]
"""

from __future__ import annotations

import math
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

from copydesk import digest
from copydesk.settings import Settings

SIZES = (2_500, 10_000)  # seeds
STEEPEST, MOST, LONGEST = 1.2, 1024, 2.0  # the bars: exponent of the time, MiB, seconds that a huge seed takes
HUGE = 200_000_000  # bytes
OUTLETS, LINES = 20, 12  # folders of the seeds; paragraphs of one
PARAGRAPH = (
    "The council of Port Corran voted on day {n} to raise the fares of line {m} by {k} per cent, after {n} passengers "
    "had crossed to island {k} in one week, said Mira Solheim, who heads committee {m} of the harbour."
)


def seed(number: int) -> str:
    """A dump of an article between the furniture of its outlet; no two are the same."""
    lines = [PARAGRAPH.format(n=number, m=number % 97, k=number % 89 + line) for line in range(LINES)]
    top = ["Harbour Ledger", "Home", "News", "Subscribe", f"Fares of line {number} rise", "By Dana Whitlock"]
    return "\n\n".join([*top, "November 12, 2026", *lines, "You May Also Like", "© 2026 Harbour Ledger."]) + "\n"


def lay_out(root: Path, size: int) -> None:
    """A site of so many seeds."""
    for number in range(size):
        path = root / "seeds" / f"outlet-{number % OUTLETS}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(seed(number), encoding="utf-8")


def measure(root: Path) -> tuple[float, float, int, int]:
    """Digest a site -> its processor seconds, the most MiB it held, its posts, its seeds set aside."""
    begun = time.process_time()
    report = digest.run(Settings(root=root, workers=1))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return time.process_time() - begun, most, len(report.entries) - len(report.set_aside), len(report.set_aside)


def alone(root: Path) -> tuple[float, float, int, int]:
    """`measure` in a process of its own, whose memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (root,))


def huge() -> float:
    """The seconds that one seed of 200 MB costs a site of one other."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        lay_out(root, 1)
        digest.run(Settings(root=root, workers=1))
        (root / "seeds" / "huge.txt").write_bytes(b"The ferry sails at noon. \n" * (HUGE // 26))
        begun = time.perf_counter()
        report = digest.run(Settings(root=root, workers=1))
        assert len(report.set_aside) == 1
        return time.perf_counter() - begun


def main(sizes: tuple[int, ...]) -> str:
    """Print a row a size; give what is beyond a bar."""
    times, beyond = [], []
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            lay_out(Path(place), size)
            seconds, most, made, aside = alone(Path(place))
        print(f"{size:6} seeds  {seconds:7.1f} s  {most:6.0f} MiB  {made} made, {aside} set aside", flush=True)
        times.append(seconds)
        beyond += ["memory"] if most > MOST else []
    slope = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0]) if len(sizes) > 1 else 0.0
    waited = huge()
    print(f"exponent {slope:.2f}; a seed of 200 MB costs {waited:.2f} s")
    beyond += ["time"] if slope > STEEPEST else []
    beyond += ["the huge seed"] if waited > LONGEST else []
    return f"beyond the bars: {', '.join(beyond)}" if beyond else ""


if __name__ == "__main__":
    sys.exit(main(tuple(map(int, sys.argv[1:])) or SIZES) or None)
