"""Hostile shapes at doubling sizes in; the time that a seed of each takes and its exponent out (bars: 2 s, 1.2).

python -m benchmarks.shapes [SHAPE…]
"""

from __future__ import annotations

import datetime
import math
import sys
import tempfile
import time
from pathlib import Path

from copydesk import describing, desk, posting
from copydesk.desk import House
from copydesk.engines.limits import Limits

SIZES = (25_000, 50_000, 100_000, 200_000)  # characters
SHORTEST = 0.05  # seconds: below it the clock's own errors show
REPEATS = 3  # the fastest counts: what else a machine does only ever adds
STEEPEST, SLOWEST = 1.2, 2.0  # the bars: exponent, and seconds at the largest size
DAY = datetime.date(2026, 11, 20)
PROSE = "The ferry sailed at noon and carried more cars than before, the company said on Friday. "
UNITS = {
    "one letter": "a", "one digit": "1", "blanks": " ", "tabs": "\t", "newlines": "\n", "carriage returns": "\r",
    "open brackets": "[", "open parentheses": "(", "links": "[a](", "images": "![a](", "stars": "*", "underscores": "_",
    "backticks": "`", "ampersands": "&", "entities": "&amp", "tags": "<a href=\"{", "comments": "<!--", "braces": "{{",
    "pipes": "|a", "backslashes": "\\", "quotes": '"', "curly quotes": "\u201c\u201d", "dots": ". ", "commas": ",a",
    "hyphens": "a-", "slashes": "a/", "addresses": "http://a.b/", "mail": "a@b.", "dates": "20 November 2026 ",
    "bylines": "By Ann ", "capitals": "Aa ", "combining": "e\u0301", "ideographs": "\u4e2d\u6587",
    "emoji": "\U0001f600",
    "short lines": "ab\n", "menu lines": "News Sport Weather\n", "paragraphs": PROSE + "\n\n", "one line": PROSE,
    "wrapped lines": "the ferry sailed at noon and carried more cars than before to the island\n",
    "lists": "<ul><li>a", "tables": "<table><tr><td>a", "boxes": "<div>", "inline": "<b>a</b> <a href=x>b</a> ",
    "elements": "<p>The ferry sailed at noon and carried more cars than before.</p>\n", "kana": "\u30ab\u30ca\u304b",
    "list items": "- a\n", "quote marks": "> ", "headings": "# a\n\n", "keys": "Key: value\n", "mojibake": "Ã©",
}  # fmt: skip


def seconds(text: str, suffix: str, house: House) -> float:
    """Processor seconds from a seed's file to its post's text."""
    path = house.root / "seeds" / f"shape{suffix}"
    path.write_text(PROSE * 3 + "\n\n" + text + "\n\n" + PROSE * 3, encoding="utf-8")
    begun = time.process_time()
    for outcome in desk.prepare_file(path, house):
        if outcome.story:
            posting.compose(outcome.story, "shape", DAY, "0" * 64)
    return time.process_time() - begun


def exponent(times: list[float]) -> float:
    """The slope of time against doubling size, both as logarithms; 0 where the times are too short to tell."""
    told = [math.log2(time) for time in times if time > SHORTEST]
    return (told[-1] - told[0]) / (len(told) - 1) if len(told) > 1 else 0.0


def main(wanted: list[str]) -> str:
    """Print a row a shape and format; give the names of those beyond a bar."""
    beyond = []
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        (root / "seeds").mkdir()
        memory = describing.remember([], describing.vocabulary(root / "none.toml"))
        house = House(root, DAY, memory, rules="0" * 64, limits=Limits())
        seconds(PROSE, ".txt", house)
        for suffix in (".txt", ".html"):
            for name in wanted or UNITS:
                unit = UNITS[name]
                texts = [unit * (size // len(unit)) for size in SIZES]
                times = [min(seconds(text, suffix, house) for _ in range(REPEATS)) for text in texts]
                print(f"{exponent(times):5.2f}  {times[-1]:7.3f} s  {suffix:<6} {name}", flush=True)
                if exponent(times) > STEEPEST or times[-1] > SLOWEST:
                    beyond.append(name + suffix)
    return ", ".join(beyond) and f"beyond the bars: {', '.join(beyond)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) or None)
