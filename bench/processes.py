"""What a process and all that it started take of memory and processors, while something runs."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.25  # seconds


@dataclass(slots=True)
class Taken:
    """What was taken; all zero where the system does not say (it takes Linux's /proc).

    Attributes:
        memory: the most that was in use at one time, in bytes.
        processor: seconds of the processors, which do not grow with what else the machine does.
    """

    memory: int = 0
    processor: float = 0.0


@contextmanager
def watched() -> Iterator[Taken]:
    """Watches this process and its descendants. Pages that they share count once: each process has its part of them."""
    taken = Taken()
    ended = threading.Event()
    before = {process: _seconds(process) for process in _family(os.getpid())}
    last: dict[int, float] = {}

    def watch() -> None:
        while True:
            family = _family(os.getpid())
            taken.memory = max(taken.memory, sum(_part(process) for process in family))
            last.update((process, _seconds(process) or last.get(process, 0.0)) for process in family)
            if ended.wait(_EVERY):
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield taken
    finally:
        ended.set()
        watcher.join()
        taken.processor = sum(seconds - before.get(process, 0.0) for process, seconds in last.items())


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


def _seconds(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _part(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
