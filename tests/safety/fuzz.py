"""Bytes that a fuzzer thinks up in, the seeds that bring the desk down out; `make fuzz` runs it, one room a time.

python -m tests.safety.fuzz reading|cleaning|shaping|posting CORPUS -max_total_time=600
"""

import datetime
import html
import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import atheris
from markdown import Markdown

with atheris.instrument_imports(include=["copydesk"]):
    from copydesk import cleaning, posting, reading, shaping
    from copydesk.language import LANGUAGES
    from copydesk.model import Block, CopydeskError, Line, Seed
    from copydesk.posting.markdown import one_line
    from tests.safety.hostile import KINDS, TEXTS

DAY = datetime.date(2026, 11, 20)
CASES = Path(__file__).parents[1] / "cases"
ROOT = Path(tempfile.mkdtemp())
READER = Markdown(
    extensions=["markdown.extensions.codehilite", "markdown.extensions.extra", "markdown.extensions.meta"]
)
SUFFIXES = sorted(reading.FORMATS)


def read(data: bytes):
    """The first byte names the format, the rest is the file."""
    path = ROOT / f"seed{SUFFIXES[data[0] % len(SUFFIXES)]}"
    path.write_bytes(data[1:])
    return reading.read(path, ROOT)


def dump(data: bytes):
    """The first byte names the language, the rest is a page's lines as text."""
    text = data[1:].decode("utf-8", "replace")
    tongue = sorted(LANGUAGES)[data[0] % len(LANGUAGES)]
    numbered = tuple(Line(number, line) for number, line in enumerate(text.splitlines(), 1))
    return Seed("seeds/seed.txt", "0" * 64, "text", numbered, lang=tongue)


def clean(data: bytes):
    seed = dump(data)
    gathered = cleaning.gather([seed, replace(seed, path="seeds/other.txt")], "seeds")
    page = cleaning.clean(seed, cleaning.shared_lines(seed, gathered, "seeds"))
    assert [line.text for line in page.lines] == [line.text for line in seed.lines if any(map(str.isalnum, line.text))]


def shape(data: bytes):
    shaping.shape(cleaning.clean(dump(data)), DAY)


def post(data: bytes):
    """Every other line is a heading, an item or a quote; what Markdown makes of the post is the text and no more."""
    lines = data.decode("utf-8", "replace").splitlines()
    blocks = [Block(KINDS[number % len(KINDS)], line, 2) for number, line in enumerate(lines)]
    told = f"Title: x\n\n{posting.body(blocks)}"
    posting.parse_post(told, "post.md")
    READER.reset()
    shown = html.unescape(re.sub(r"<[^>]*>", " ", READER.convert(told)))
    assert shown.split() == " ".join(one_line(line) for line in lines).split()


ROOMS = {"reading": read, "cleaning": clean, "shaping": shape, "posting": post}


def once(data: bytes) -> None:
    """One try: refusals are as good as articles, anything else is a crash."""
    try:
        if data:
            ROOMS[sys.argv[1]](data)
    except CopydeskError:
        pass


def begin(corpus: Path) -> None:
    """Give an empty corpus our own seeds and hostile texts to start from."""
    if not any(corpus.iterdir()):
        cases = [path.read_bytes() for path in sorted(CASES.glob("*/seed.*"))]
        for number, data in enumerate([*cases, *(text.encode("utf-8", "replace") for text in TEXTS)]):
            (corpus / f"own-{number}").write_bytes(bytes([number % len(SUFFIXES)]) + data)


if __name__ == "__main__":
    begin(Path(sys.argv[2]))
    atheris.Setup([sys.argv[0], *sys.argv[2:]], once)
    atheris.Fuzz()
