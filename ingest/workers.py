"""Understands files in processes of their own: a parser that hangs or crashes costs one file, not the run."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Self

from pebble import ProcessExpired, ProcessPool

from corpus.errors import UnavailableError, UnreadableError, ZhikuError
from corpus.model import Document, SourceFile
from ingest import limits

TIMEOUT = 120.0
"""Seconds after which a file that is still being read, or a page of a scan, is given up."""

_AHEAD = 12
"""Files for each process that are understood while others are stored: indexing some hundred takes seconds."""

_HELD = 24_000_000  # bytes of the files among them, of which documents are a multiple

_LONGEST = 3600.0  # for a scan of many pages


@dataclass(frozen=True, slots=True)
class Understood:
    """A file with what it came to: a document, or the reason why not.

    Attributes:
        seconds: how long each stage took, of a document.
        took: seconds until it ended, however it ended.
    """

    source: SourceFile
    document: Document | None
    seconds: dict[str, float]
    error: ZhikuError | None = None
    took: float = 0.0


class Workers:
    """Processes that understand files; results come in the order of the files.

    Args:
        count: how many; 0 works in the calling process, without protection from parsers that hang.
        timeout: seconds for one file, or for a page of a scan.
        memory: bytes that a process may take.
    """

    def __init__(self, count: int, timeout: float = TIMEOUT, memory: int = limits.MEMORY) -> None:
        self._timeout = timeout
        self._window, self._least = _AHEAD * count, 2 * count
        self._pool: Any = None
        if count:
            context = multiprocessing.get_context("forkserver")
            # The server imports the pipeline once; each worker is a fork of it and starts at once.
            context.set_forkserver_preload(["ingest.pipeline"])
            self._pool = ProcessPool(
                max_workers=count,
                context=context,
                initializer=limits.limit_process,
                initargs=[timeout, memory],
            )

    def understand(self, sources: Iterable[SourceFile]) -> Iterator[Understood]:
        """Each file's document or error, in order. Only a few files are held in memory at a time.

        Raises:
            UnavailableError: if no process can be started.
        """
        if self._pool is None:
            for source in sources:
                yield _understood(source)
            return
        waiting: deque[tuple[SourceFile, Any]] = deque()
        held = 0
        for source in sources:
            waiting.append((source, self._pool.schedule(_limited, args=[source], timeout=_LONGEST)))
            held += len(source.content)
            while len(waiting) > self._window or (held > _HELD and len(waiting) > self._least):
                held -= len(waiting[0][0].content)
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def _result(self, source: SourceFile, future: Any) -> Understood:
        try:
            result: Understood = future.result()
        except FutureTimeout:
            return Understood(source, None, {}, self._too_slow(source))
        except BrokenProcessPool:
            raise UnavailableError(
                "The processes that read files end as soon as they begin.",
                "See that this machine has memory left, then run the same command again.",
            ) from None
        except ProcessExpired as error:
            if error.exitcode == -signal.SIGALRM:
                return Understood(source, None, {}, self._too_slow(source))
            message = f"{source.location}: its reader crashed (exit {error.exitcode})."
            cure = "Save it anew in its own program."
            return Understood(source, None, {}, UnreadableError(message, cure, code="crashed"))
        return result

    def _too_slow(self, source: SourceFile) -> UnreadableError:
        message = f"{source.location}: reading it took longer than {self._timeout:.0f} s and was given up."
        cure = "Split the file, or save it as text."
        return UnreadableError(message, cure, code="too_slow", limit=round(self._timeout))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            # What is under way is of no use to anybody once the run has ended.
            self._pool.stop()
            self._pool.join()


def _limited(source: SourceFile) -> Understood:
    limits.more_time()
    began = time.perf_counter()
    try:
        return replace(_understood(source), took=time.perf_counter() - began)
    finally:
        limits.done()


def _understood(source: SourceFile) -> Understood:
    from ingest.pipeline import understand

    try:
        document, seconds = understand(source)
    except ZhikuError as error:
        return Understood(source, None, {}, error)
    return Understood(source, document, seconds)
