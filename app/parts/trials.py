"""Files that are understood before anything is stored: what was made of each, and what somebody wants changed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.base import Base
from app.parts.upload import WORKERS, Upload, merged
from corpus.catalogue import Confirmed, Stored
from corpus.corrections import Change, Correction, corrected
from corpus.errors import UnreadableError, UsageError
from corpus.model import Document, SourceFile
from ingest.discover import from_upload, load
from ingest.report import Outcome
from ingest.workers import Understood, Workers

MOST_FILES = 200
"""Files of one trial: what was understood of them is kept in memory until somebody has looked at it."""


@dataclass(slots=True)
class Tried:
    """A file that was understood.

    Attributes:
        confirmed: its document, with the changes that somebody made.
        leave_out: whether it is not to be stored.
        becomes: what would become of it, as far as its reader may know.
    """

    confirmed: Confirmed
    leave_out: bool = False
    becomes: Stored | None = None

    @property
    def source(self) -> SourceFile:
        """The file."""
        return self.confirmed.source

    @property
    def read(self) -> Document:
        """What was read."""
        return self.confirmed.document

    def document(self, by: str, on: str) -> Document:
        """What was read, with the changes that were made."""
        made = [
            Correction(n, c.part, c.key, c.field, c.value, None, by, on)
            for n, c in enumerate(self.confirmed.changes)
        ]
        return corrected(self.read, made)

    def change(self, changes: Sequence[Change]) -> None:
        """Let changes take the place of earlier ones of the same fields."""
        kept = {(c.part, c.key, c.field): c for c in (*self.confirmed.changes, *changes)}
        self.confirmed = replace(self.confirmed, changes=tuple(kept.values()))


@dataclass(slots=True)
class Trial:
    """One batch of files that is being looked at.

    Attributes:
        name: by which the one who started it finds it again; nobody can guess it.
        total: how many files there are, ``None`` until archives were opened.
        done: how many were understood so far.
        current: the file that was understood last.
        tried: the files that were understood.
        outcomes: what became of those that were not.
        placed: whether it is known what would become of them.
        error: why it broke off.
        ended: set when all were understood.
    """

    name: str
    access: str | None = None
    total: int | None = None
    done: int = 0
    current: str = ""
    tried: list[Tried] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    placed: bool = False
    error: str | None = None
    ended: threading.Event = field(default_factory=threading.Event)

    def understand(self, uploads: Sequence[Upload]) -> None:
        """Understand files in a process of their own; none is stored."""
        found = merged([from_upload(upload.name, upload.content) for upload in uploads])
        candidates = found.candidates[:MOST_FILES]
        self.outcomes += [Outcome(each.location, "skipped", reason=each.reason) for each in found.skipped]
        self.outcomes += [Outcome(each.location, "failed", reason=each.error.note) for each in found.failed]
        self.total = len(candidates)
        sources = []
        for candidate in candidates:
            try:
                sources.append(load(candidate))
            except UnreadableError as error:
                self._told(Outcome(candidate.location, "failed", reason=error.note))
        with Workers(WORKERS) as workers:
            for understood in workers.understand(sources):
                self._take(understood)

    def _take(self, understood: Understood) -> None:
        location = understood.source.location
        if understood.document is None:
            reason = understood.error.note if understood.error else None
            self._told(Outcome(location, "failed", reason=reason))
            return
        self.tried.append(Tried(Confirmed(understood.document, understood.source, self.access)))
        self.done += 1
        self.current = location

    def _told(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.done += 1
        self.current = outcome.source

    def find_places(self, base: Base, by: str) -> None:
        """Work out what would become of the files that are to be stored, in their order."""
        kept = self.kept()
        self.placed = True
        try:
            stored = base.catalogue.writes.try_out([tried.confirmed for tried in kept], by)
        except UsageError:
            stored = []
        for tried in self.tried:
            tried.becomes = None
        for tried, becomes in zip(kept, stored, strict=False):
            tried.becomes = becomes

    def kept(self) -> list[Tried]:
        """The files that are to be stored."""
        return [tried for tried in self.tried if not tried.leave_out]


def label_of(tried: Tried) -> str:
    """The label that a file gets."""
    return tried.confirmed.label
