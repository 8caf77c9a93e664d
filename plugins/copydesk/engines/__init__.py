"""A pure function and its inputs in, its outputs out in the same order: `each(workers)` is another `map`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Engine = Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]

# A new process takes about as long to start as some thirty seeds take to prepare.
WORTH_A_PROCESS = 32
LIGHT = 2000  # pieces of light work, such as reading a file, that are worth one: each takes about a millisecond


def each(workers: int, worth: int = WORTH_A_PROCESS) -> Engine:
    """The engine for this many processes; 0 means one a core, 1 none but this one.

    `worth` says how many items of this work make a second process pay.
    """
    count = workers or cores()

    def run(function: Callable[[Any], Any], items: Sequence[Any]) -> Iterator[Any]:
        if count == 1 or len(items) < worth:
            return map(function, items)
        from copydesk.engines.processes import spread

        return spread(function, items, min(count, len(items) // (worth // 2)))

    return run


def cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
