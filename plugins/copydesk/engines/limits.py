"""A piece of work in, its end or a refusal out: nothing takes more than its share of the machine.

A clock that runs on the processor's time ticks while the work is done, and each tick weighs it. That stops Python code
and regular expressions, wherever there are signals and in a process's main thread; elsewhere there is no limit.
"""

from __future__ import annotations

import mmap
import re
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

# The files that Python's frames name while a module is loaded, and while patterns are compiled or a model is read.
IMPORTING = re.compile(r"<frozen importlib")
PREPARING = re.compile(rf"{IMPORTING.pattern}|\b(?:re[/\\]_(?:compiler|parser)|lzma)\.py|npyio")
TICK = 0.05  # seconds of processor time: fine enough to stop in time, coarse enough to cost nothing
GRACE = 5  # seconds in which a seed may do that at no expense: slow machines take 2, and its words make patterns too
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

    What loading modules takes of both does not count, nor the time that patterns and models take: it falls on whichever
    seed comes first. While a module is loaded nothing is refused: half a module would fail every seed that comes after
    this one.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    weight = resident() if limits.memory else 0
    start = before_tick = time.process_time()
    prepared = 0.0

    def weigh(_signal: int, frame: FrameType | None) -> None:
        nonlocal weight, before_tick, prepared
        now = time.process_time()
        if runs(frame, PREPARING):
            prepared = min(prepared + now - before_tick, GRACE)
        before_tick = now
        if runs(frame, IMPORTING):
            weight = resident() if limits.memory else 0
            return
        if limits.seconds and now - start - prepared > limits.seconds:
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


def runs(frame: FrameType | None, files: re.Pattern[str]) -> bool:
    """Whether code of such files runs in this frame or in one that waits for it."""
    while frame and not files.search(frame.f_code.co_filename):
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
