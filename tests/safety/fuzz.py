"""Bytes that a fuzzer thinks up in, the seeds that bring the desk down out; `make fuzz` runs it, one room a time.

python -m tests.safety.fuzz reading|shaping|posting CORPUS -max_total_time=600
"""

import datetime
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["copydesk"]):
    from copydesk import cleaning, posting, reading, shaping
    from copydesk.model import Block, CopydeskError, Label

DAY = datetime.date(2026, 11, 20)
ROOT = Path(tempfile.mkdtemp())
SUFFIXES = sorted(reading.FORMATS)


def read(data: bytes):
    """The first byte names the format, the rest is the file."""
    path = ROOT / f"seed{SUFFIXES[data[0] % len(SUFFIXES)]}"
    path.write_bytes(data[1:])
    return reading.read(path, ROOT)


def shape(data: bytes):
    for seed in read(data):
        shaping.shape(cleaning.clean(seed), DAY)


def post(data: bytes):
    text = data.decode("utf-8", "replace")
    posting.parse_post(posting.body([Block(label, text, 2) for label in Label]), "post.md")


ROOMS = {"reading": read, "shaping": shape, "posting": post}


def once(data: bytes) -> None:
    """One try: refusals are as good as articles, anything else is a crash."""
    try:
        if data:
            ROOMS[sys.argv[1]](data)
    except CopydeskError:
        pass


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], once)
    atheris.Fuzz()
