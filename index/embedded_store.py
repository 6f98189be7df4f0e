"""Where the embedded index lives: a folder with generations of the index, or the memory of this process.

The file ``current.json`` names the folder of the present generation and its fingerprint. A rebuild writes a new folder
and then replaces that file in one step, so a reader sees the old index or the new one and never a half-built one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import tantivy
from filelock import FileLock, Timeout

from corpus.errors import UnavailableError
from index.embedded_schema import create, opened
from index.fields import INDEX_FINGERPRINT

_POINTER = "current.json"
_LOCK = "writer.lock"
_NAME = re.compile(r"index-[0-9a-f]{12}")
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Generation:
    """One index, with the fingerprint of the schema and analysis that it was built with."""

    index: tantivy.Index
    name: str
    fingerprint: str


class Store(Protocol):
    """Keeps generations and hands out the present one."""

    place: str

    def current(self) -> Generation | None:
        """The present generation as last committed by any process; ``None`` before the first write."""
        ...

    def writing(self) -> AbstractContextManager[object]:
        """The right to write, for one writer at a time."""
        ...

    def begin(self) -> Generation:
        """A new, empty generation beside the present one."""
        ...

    def swap(self, generation: Generation) -> None:
        """Make it the present one."""
        ...

    def sweep(self) -> None:
        """Remove every generation but the present one. Only for those who have the right to write."""
        ...

    def close(self) -> None:
        """Forget open files."""
        ...


class MemoryStore:
    """Generations in memory, for tests and short lives."""

    place = "memory"

    def __init__(self) -> None:
        self._current: Generation | None = None
        self._lock = threading.Lock()

    def current(self) -> Generation | None:
        """See ``Store.current``."""
        if self._current is not None:
            self._current.index.reload()
        return self._current

    def writing(self) -> AbstractContextManager[object]:
        """See ``Store.writing``."""
        return self._lock

    def begin(self) -> Generation:
        """See ``Store.begin``."""
        return Generation(create(None), "memory", INDEX_FINGERPRINT)

    def swap(self, generation: Generation) -> None:
        """See ``Store.swap``."""
        self._current = generation

    def sweep(self) -> None:
        """See ``Store.sweep``: the memory of an old generation goes by itself."""

    def close(self) -> None:
        """See ``Store.close``."""
        self._current = None


class FolderStore:
    """Generations in sub-folders of a folder that several processes share.

    Args:
        folder: is created at the first write.
        patience: seconds for which a writer waits for another one.
    """

    def __init__(self, folder: Path, patience: float) -> None:
        self.place = str(folder)
        self._folder = folder
        self._patience = patience
        self._open: Generation | None = None
        self._seen: tuple[object, object] = (None, None)
        self._lock = threading.Lock()

    def current(self) -> Generation | None:
        """See ``Store.current``."""
        with self._lock:
            for attempt in range(_ATTEMPTS):
                try:
                    return self._refreshed()
                except (OSError, ValueError) as error:
                    # Another process may have swapped between our two looks; else the index is damaged.
                    self._open, self._seen = None, (None, None)
                    if attempt == _ATTEMPTS - 1:
                        raise _damaged(self.place, error) from error
            raise AssertionError

    def _refreshed(self) -> Generation | None:
        pointer = _stamp(self._folder / _POINTER)
        if pointer is None:
            self._open = None
            return None
        if self._open is None or pointer != self._seen[0]:
            name, fingerprint = _pointed(self._folder / _POINTER)
            self._open = Generation(opened(self._folder / name), name, fingerprint)
            self._seen = (pointer, None)
        committed = _stamp(self._folder / self._open.name / "meta.json")
        if committed != self._seen[1]:
            self._open.index.reload()
            self._seen = (pointer, committed)
        return self._open

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # A lock of its own for each writer: threads of one process exclude each other as processes do.
            lock = FileLock(self._folder / _LOCK, thread_local=False)
            lock.acquire(timeout=self._patience)
        except Timeout:
            raise UnavailableError(
                f"Another process is writing to the index in {self.place}.",
                "Wait until it is done, or end it, and try again.",
                code="index_busy",
            ) from None
        except OSError as error:
            raise UnavailableError(
                f"The index folder {self.place} cannot be written: {error}.",
                "Check its rights and the space left.",
                code="index_failed",
            ) from error
        try:
            yield
        finally:
            lock.release()

    def writing(self) -> AbstractContextManager[object]:
        """See ``Store.writing``."""
        return self._writing()

    def begin(self) -> Generation:
        """See ``Store.begin``."""
        name = f"index-{uuid.uuid4().hex[:12]}"
        (self._folder / name).mkdir()
        return Generation(create(self._folder / name), name, INDEX_FINGERPRINT)

    def swap(self, generation: Generation) -> None:
        """See ``Store.swap``."""
        draft = self._folder / f"{_POINTER}.new"
        with draft.open("w", encoding="utf-8") as file:
            json.dump({"folder": generation.name, "fingerprint": generation.fingerprint}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._folder / _POINTER)

    def sweep(self) -> None:
        """See ``Store.sweep``."""
        present = None
        with suppress(OSError, ValueError):
            present, _ = _pointed(self._folder / _POINTER)
        for folder in self._folder.glob("index-*"):
            if folder.name != present and folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """See ``Store.close``."""
        with self._lock:
            self._open, self._seen = None, (None, None)


def _pointed(pointer: Path) -> tuple[str, str]:
    """The folder and the fingerprint of the present generation.

    Raises:
        ValueError: if the pointer is damaged, or names another folder than one of a generation.
    """
    content = json.loads(pointer.read_text(encoding="utf-8"))
    if not isinstance(content, dict) or not _NAME.fullmatch(str(content.get("folder"))):
        raise ValueError(f"{pointer.name} names no index")
    return str(content["folder"]), str(content.get("fingerprint"))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Changes whenever the file is replaced."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _damaged(place: str, error: Exception) -> UnavailableError:
    return UnavailableError(
        f"The index in {place} cannot be opened: {error}.",
        "Run zhiku rebuild to build it anew.",
        code="index_failed",
    )
