"""Markdown sources in, their conversions out, by several processes where that saves more than it costs."""

from __future__ import annotations

import marshal
import multiprocessing
import os
import pickle
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SAMPLE = 40
"""Sources converted by the build itself, to see how long the others will take."""

WORTH = 4.0
"""Seconds of conversion from which more processes pay; starting one costs about half a second."""

CHUNK = 50

OPENERS = (b"[", b"<", b"*", b"_", b"`")
MANY = 1_000
"""Signs that may open something in one source; what Python-Markdown does with more of them can take minutes."""


def processes(asked: int) -> int:
    """How many processes to use: as many as asked for, or one a core."""
    return asked or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else asked or os.cpu_count() or 1


def conversions(settings: dict[str, Any], sources: Sequence[bytes], workers: int) -> Iterator[tuple[bytes, bytes]]:
    """Each source with its conversion, as the store keeps it; nothing more once the sample shows that it pays not.

    The conversion is empty where there is none: the build itself says why when it comes to that source.
    """
    begun = time.process_time()
    yield from zip(sources[:SAMPLE], converted(settings, sources[:SAMPLE]), strict=True)
    each = (time.process_time() - begun) / SAMPLE
    rest = sources[SAMPLE:]
    if workers > 1 and each * len(rest) >= WORTH and is_portable(settings):
        yield from shared_out(settings, rest, workers)


def shared_out(settings: dict[str, Any], sources: Sequence[bytes], workers: int) -> Iterator[tuple[bytes, bytes]]:
    """The conversions of all sources by so many processes; where they fail, what is missing is left to the build."""
    chunks = [sources[start : start + CHUNK] for start in range(0, len(sources), CHUNK)]
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
            for chunk, made in zip(chunks, pool.map(converted, [settings] * len(chunks), chunks), strict=True):
                yield from zip(chunk, made, strict=True)
    except (OSError, BrokenExecutor):
        return


def is_portable(settings: dict[str, Any]) -> bool:
    """Whether the settings can be sent to another process."""
    try:
        pickle.dumps(settings)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


def converted(settings: dict[str, Any], sources: Iterable[bytes]) -> list[bytes]:
    """The conversions of some sources."""
    from presswork.internals.readers import MarkdownReader

    reader = MarkdownReader(settings)
    return [conversion(reader, source) for source in sources]


def conversion(reader: Any, source: bytes) -> bytes:
    """One source's conversion, empty where it cannot be decoded, or Markdown breaks down or takes for ever."""
    from presswork.internals.readers import decoded

    if sum(map(source.count, OPENERS)) > MANY:
        return b""
    try:
        made = reader.converted(decoded(source))
    except Exception:  # noqa: BLE001  any of Markdown's extensions, and the build meets the same fault where it names it
        return b""
    return marshal.dumps((made.content, made.meta, made.fields))
