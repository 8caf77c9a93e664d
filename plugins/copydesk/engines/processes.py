"""The engine of several processes: a function and its inputs in, its outputs out in the same order."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from copydesk.model import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

CHUNK = 8  # items handed over at once: few enough to share the work evenly, enough not to be all talk
# New things after which a worker searches for circles: a search after each seed took a fortieth of the time for little.
SELDOM = 100_000
_held: list[Callable[[Any], Any]] = []  # what a worker works with; sent once, not with every item


def hold(function: Callable[[Any], Any]) -> None:
    """Keep the function in this worker."""
    gc.set_threshold(SELDOM)
    _held[:] = [function]


def call(item: Any) -> Any:
    """Apply the function that this worker keeps."""
    return _held[0](item)


@contextmanager
def deaf() -> Iterator[None]:
    """Have what is begun in the block not hear Ctrl-C, which a terminal tells all: the first ends the others."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def spread(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> Iterator[Any]:
    """Map over processes. Started afresh on every system, so that they see what a spawned process sees anywhere."""
    context = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(workers, context, initializer=hold, initargs=(function,)) as pool:
            with deaf():
                outcomes = pool.map(call, items, chunksize=CHUNK)  # begins the processes
            yield from outcomes
    except BrokenProcessPool as error:
        raise CopydeskError(
            "worker", "A worker process died.", "Perhaps memory ran out; try again with --workers 1."
        ) from error
