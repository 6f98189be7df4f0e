"""What a process that understands files may take: time and memory.

Both are the operating system's own limits, so they hold inside libraries too: a process that hangs in one is ended by
its alarm, and one that asks for too much memory is refused it.
"""

from __future__ import annotations

import resource
import signal

from corpus.errors import UnreadableError

MEMORY = 1024**3
"""Bytes of memory of its own that a process may take to understand a file."""

_allowed: float | None = None


def limit_process(seconds: float, memory: int) -> None:
    """Limit this process: call it in a worker, never in a process that does anything else.

    Args:
        seconds: after which the process is ended, counted from ``more_time`` on, unless ``done`` is called before.
        memory: bytes of data.
    """
    global _allowed
    _allowed = seconds
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    soft = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)


def more_time() -> None:
    """Begin the time that is allowed anew: a page was done, the file goes on. Without limits nothing happens."""
    if _allowed is not None:
        signal.setitimer(signal.ITIMER_REAL, _allowed)


def out_of_memory(location: str) -> UnreadableError:
    """What to say of a file for which the memory was not enough."""
    soft, _ = resource.getrlimit(resource.RLIMIT_DATA)
    limit = (MEMORY if soft == resource.RLIM_INFINITY else soft) // 1024**2
    return UnreadableError(
        f"{location}: reading it took more than {limit:,} MiB of memory and was given up.",
        "Split the file, or save it as text.",
        code="too_much_memory",
        limit=limit,
    )


def done() -> None:
    """End the time limit."""
    if _allowed is not None:
        signal.setitimer(signal.ITIMER_REAL, 0)
