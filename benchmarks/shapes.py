"""Hostile shapes at doubling sizes in; the exponent of the time that a seed of each takes out (bar: 1.2).

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
    """The slope of time against size, both as logarithms, over the two largest sizes; 0 where too short to tell."""
    return math.log2(times[-1] / times[-2]) if times[-2] > 0.05 else 0.0


def main(wanted: list[str]) -> None:
    """Print a row a shape and format, slowest growth last."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        (root / "seeds").mkdir()
        memory = describing.remember([], describing.vocabulary(root / "none.toml"))
        house = House(root, DAY, memory, rules="0" * 64, limits=Limits())
        seconds(PROSE, ".txt", house)
        for suffix in (".txt", ".html"):
            for name in wanted or UNITS:
                unit = UNITS[name]
                times = []
                for size in SIZES:
                    times.append(seconds(unit * (size // len(unit)), suffix, house))
                    if times[-1] > 10:
                        break
                print(f"{exponent(times):5.2f}  {times[-1]:7.3f} s  {suffix:<6} {name}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
