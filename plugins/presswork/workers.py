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


def processes(asked: int) -> int:
    """How many processes to use: as many as asked for, or one a core."""
    return asked or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else asked or os.cpu_count() or 1


def conversions(settings: dict[str, Any], sources: Sequence[bytes], workers: int) -> Iterator[tuple[bytes, bytes]]:
    """Each source with its conversion, as the store keeps it; nothing more once the sample shows that it pays not."""
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
    from presswork.internals.readers import MarkdownReader, decoded

    reader = MarkdownReader(settings)
    made = (reader.converted(decoded(source)) for source in sources)
    return [marshal.dumps((one.content, one.meta, one.fields)) for one in made]
