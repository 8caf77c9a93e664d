"""A command in, the processor time, the wall time and the peak memory it took out."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """`cpu` and `wall` in seconds, `memory` (of the largest process) in megabytes; `files` as the press counts them."""

    cpu: float
    wall: float
    memory: float


def cost(command: tuple[str, ...], folder: Path) -> Cost:
    """Run the command with low priority; raises `RuntimeError` with its output if it fails."""
    # Python keeps what it has compiled, as it does for everybody; stock Pelican was compiled when it was installed.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = time.perf_counter()
    with (folder / "build.log").open("w+b") as log:
        process = subprocess.Popen(["nice", *command], cwd=folder, stdout=log, stderr=log, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            raise RuntimeError(log.read().decode())
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - before, used.ru_maxrss / 1024)


def touched(output: Path, since: float) -> int:
    """How many files under the output were written since then (`st_mtime_ns`)."""
    return sum(path.stat().st_mtime_ns > since for path in output.rglob("*") if path.is_file())
