"""The memory of a process and of all that it started, while something runs."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.25  # seconds


@dataclass(slots=True)
class Peak:
    """The most that was in use at one time, in bytes; 0 where the system does not say (it takes Linux's /proc)."""

    size: int = 0


@contextmanager
def peak_memory() -> Iterator[Peak]:
    """Watches this process and its descendants. Pages that they share count once: each process has its part of them."""
    peak = Peak()
    ended = threading.Event()

    def watch() -> None:
        while True:
            peak.size = max(peak.size, sum(_part(process) for process in _family(os.getpid())))
            if ended.wait(_EVERY):
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        ended.set()
        watcher.join()


def _family(process: int) -> list[int]:
    """A process and its descendants."""
    found = [process]
    try:
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            for child in children.read_text(encoding="ascii").split():
                found += _family(int(child))
    except OSError:
        pass  # it has just ended
    return found


def _part(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
