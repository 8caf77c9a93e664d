"""Markdown files in, their conversions out, by several processes where that saves more than it costs."""

from __future__ import annotations

import marshal
import os
import pickle
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from presswork.conversion import Converter, decoded, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SAMPLE = 40
"""Files converted by the build itself, to see how long the others will take."""

WORTH = 8.0
"""Seconds of conversion from which more processes pay: for ten thousand plain posts, whose conversion is a fifth of the
build, starting and feeding them costs a twentieth; what only Python-Markdown can convert takes twenty times as long."""

CHUNK = 50

OPENERS = (b"[", b"<", b"*", b"_", b"`")
MANY = 1_000
"""Signs that may open something in one source; what Python-Markdown does with more of them can take minutes."""


class Made(NamedTuple):
    """A file, its source's key, and its conversion as the store keeps it.

    The conversion is empty where there is none: the build itself says why when it comes to that file.
    """

    path: str
    key: bytes
    value: bytes


def processes(asked: int) -> int:
    """How many processes to use: as many as asked for, or one a core."""
    return asked or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()) or 1


def conversions(settings: dict[str, Any], reading: bytes, paths: Sequence[str], workers: int) -> Iterator[Made]:
    """Each file with its conversion; nothing more once the sample shows that it pays not."""
    begun = time.process_time()
    yield from converted(settings, reading, paths[:SAMPLE])
    each = (time.process_time() - begun) / SAMPLE
    rest = paths[SAMPLE:]
    if workers > 1 and each * len(rest) >= WORTH and is_portable(settings):
        yield from shared_out(settings, reading, rest, workers)


def shared_out(settings: dict[str, Any], reading: bytes, paths: Sequence[str], workers: int) -> Iterator[Made]:
    """The conversions of all files by so many processes; where they fail, what is missing is left to the build."""
    import multiprocessing  # here, as few builds need it, and it takes long
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    chunks = [paths[start : start + CHUNK] for start in range(0, len(paths), CHUNK)]
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
            for made in pool.map(partial(converted, settings, reading), chunks):
                yield from made
    except (OSError, BrokenExecutor):
        return


def is_portable(settings: dict[str, Any]) -> bool:
    """Whether the settings can be sent to another process."""
    try:
        pickle.dumps(settings)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


def converted(settings: dict[str, Any], reading: bytes, paths: Iterable[str]) -> list[Made]:
    """The conversions of some files."""
    converter = Converter(settings)
    return [conversion(converter, reading, path) for path in paths]


def conversion(converter: Converter, reading: bytes, path: str) -> Made:
    """One file's conversion; none where it cannot be read, or Markdown breaks down or takes for ever."""
    try:
        source = Path(path).read_bytes()
        if sum(map(source.count, OPENERS)) > MANY:
            return Made(path, b"", b"")
        made = converter.converted(decoded(source))
    except Exception:  # noqa: BLE001  any of Markdown's extensions, and the build meets the same fault where it names it
        return Made(path, b"", b"")
    return Made(path, key_of(source, reading), marshal.dumps(tuple(made)))
