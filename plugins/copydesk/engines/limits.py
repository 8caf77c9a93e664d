"""A piece of work in, its end or a refusal out: nothing takes more than its share of the machine.

A clock that runs on the processor's time ticks while the work is done, and each tick weighs it. That stops Python code
and regular expressions, wherever there are signals and in a process's main thread; elsewhere there is no limit.
"""

from __future__ import annotations

import mmap
import signal
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.engines.undisturbed import undisturbed
from copydesk.model import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

IMPORTING = "<frozen importlib"  # the file that Python's own frames name while a module is loaded
TICK = 0.05  # seconds of processor time: fine enough to stop in time, coarse enough to cost nothing
LOADING = 5  # seconds of its own time for which a process may still be reading models, which is no seed's fault
MIB = 1 << 20
WEIGHT = Path("/proc/self/statm")  # Linux alone tells a process's weight this cheaply


@dataclass(frozen=True, slots=True)
class Limits:
    """The share of one seed: seconds of processor time and MiB of memory, where 0 means any, and bytes of its file."""

    seconds: float = 0
    memory: int = 0
    size: int = 20_000_000


@contextmanager
def within(limits: Limits, path: str) -> Iterator[None]:
    """Do the work of the block within the limits; raises `CopydeskError` naming the path when it goes beyond them.

    While a module is loaded nothing is refused, and what it holds does not count: half a module would fail every seed
    that comes after this one.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    start, weight = time.process_time(), resident() if limits.memory else 0
    grace = LOADING if start < LOADING else 0

    def weigh(_signal: int, frame: FrameType | None) -> None:
        nonlocal weight
        if importing(frame):
            weight = resident() if limits.memory else 0
            return
        if limits.seconds and time.process_time() - start > limits.seconds + grace:
            raise beyond("slow", f"takes more than {limits.seconds:g} seconds of processor time.", "CPU_SECONDS", path)
        if limits.memory and resident() - weight > limits.memory * MIB:
            raise beyond("memory", f"takes more than {limits.memory} MiB of memory.", "MEMORY", path)

    before = signal.signal(signal.SIGVTALRM, weigh)
    signal.setitimer(signal.ITIMER_VIRTUAL, TICK, TICK)
    try:
        with undisturbed():
            yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def importing(frame: FrameType | None) -> bool:
    """Whether a module is being loaded in this frame or in one that waits for it."""
    while frame and not frame.f_code.co_filename.startswith(IMPORTING):
        frame = frame.f_back
    return frame is not None


def beyond(kind: str, message: str, knob: str, path: str) -> CopydeskError:
    """The refusal of work that went beyond a limit."""
    return CopydeskError(kind, message, f"Cut it to the article, or raise COPYDESK_{knob}.", path)


def resident() -> int:
    """The bytes of memory that this process holds; 0 where the system does not tell."""
    try:
        return int(WEIGHT.read_text().split()[1]) * mmap.PAGESIZE
    except OSError:
        return 0
