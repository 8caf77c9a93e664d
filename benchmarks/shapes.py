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
from copydesk.engines.limits import Limits
from copydesk.house import House

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
    "lead-ins": "The ferry sails on these days:\n", "phrases": "sign up for ",
    "related links": "<p><a href=a>Read more</a></p>\n",
    "related stories": f"{PROSE * 4}\nRead more\nA bridge for the old town\n{PROSE}\nA roof for a school\n{PROSE}\n",
}  # fmt: skip
MARKED = UNITS | {
    "dash rows": "---\n", "rows of heading signs": "###\n", "number signs": "#", "hyphens alone": "-",
    "rules": "- - -\n\n", "equal signs": "a\n===\n", "quoted lines": "> a\n", "lazy quotations": "> a\nb\n\n",
    "lists in one line": "- ", "numbered items": "1. a\n", "quoted items": "> - a\n> b\n",
    "indented items": "- a\n\n    b\n\n", "whole links": "[a](https://a.b/) ",
    "links in links": "[a [b](https://a.b/) ", "whole images": "![a](b.png) ", "references": "[a]: https://a.b/\n",
    "referring": "[a][b] ", "notes": "[^1]: a\n\n", "noted": "a[^1] ", "bare addresses": "<https://a.b/> ",
    "closing brackets": "]", "brackets and parentheses": "[]()", "titles": "[a](b 'c ", "emphasis": "*a* ",
    "emphasis begun": "*a ", "strong begun": "**a ", "underscores begun": "_a ", "mixed emphasis": "*_a",
    "emphasis in emphasis": "*a **b ", "emphasis ended": "a* ", "many stars": "a***b", "struck": "~~a ",
    "code in a line": "`a` ", "code begun": "``a` ", "fences": "```\n", "tildes": "~~~\n",
    "indented code": "    a\n", "rows": "|a|b|\n|-|-|\n", "cells": "|a|b|\n", "dashes in cells": "|-",
    "definitions": "a\n: b\n\n", "broken rows": "a  \n", "instructions": "<?", "declarations": "<!A",
    "sections": "<![CDATA[", "closed tags": "<b></b>", "front matter": "---\na: b\n",
}  # fmt: skip
# What grows deeper line by line: how a line begins, as often as its number says, and how it goes on.
STAIRS = {
    "nested lists": ("  ", "- a"), "nested numbers": ("   ", "1. a"), "deep quotes": ("> ", "a"),
    "deep brackets": ("[", "a"), "lists in quotes": ("> - ", "a"), "longer ticks": ("`", " a"),
    "longer stars": ("*", "a"), "longer fences": ("`", "\n"), "wider rows": ("|a", "|"),
    "ever more number signs": ("#", " a"), "ever longer rules": ("-", "\n"),
}  # fmt: skip
SHAPES = {".txt": UNITS, ".html": UNITS, ".md": {**MARKED, **STAIRS}}


def text_of(shape: str | tuple[str, str], size: int) -> str:
    """A text of a shape and about so many characters."""
    if isinstance(shape, str):
        return shape * (size // len(shape))
    step, rest = shape
    lines = math.isqrt(2 * size // len(step))
    return "\n".join(step * number + rest for number in range(lines))


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
        for suffix, shapes in SHAPES.items():
            for name in [name for name in shapes if name in wanted or not wanted]:
                texts = [text_of(shapes[name], size) for size in SIZES]
                times = [min(seconds(text, suffix, house) for _ in range(REPEATS)) for text in texts]
                print(f"{exponent(times):5.2f}  {times[-1]:7.3f} s  {suffix:<6} {name}", flush=True)
                if exponent(times) > STEEPEST or times[-1] > SLOWEST:
                    beyond.append(name + suffix)
    return ", ".join(beyond) and f"beyond the bars: {', '.join(beyond)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) or None)
