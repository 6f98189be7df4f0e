"""Reports of ingestion runs, and what of them may be shown to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from corpus.access import INTERNAL, Access
from corpus.notes import Note


@dataclass(frozen=True, slots=True)
class RunEntry:
    """What became of one file in a run; ``reason`` is a ``Note`` where it has a code."""

    location: str
    status: str
    version: str | None
    reason: str | None

    @property
    def note(self) -> dict[str, Any] | None:
        """Code and facts of the reason, as the catalogue keeps them beside it."""
        if not isinstance(self.reason, Note) or not self.reason.code:
            return None
        return {"code": self.reason.code, "facts": dict(self.reason.facts)}

    @classmethod
    def of(cls, row: Row[Any]) -> RunEntry:
        """An entry from its row."""
        reason = Note(row.reason, row.note["code"], **row.note["facts"]) if row.note else row.reason
        return cls(row.location, row.status, row.version, reason)


@dataclass(frozen=True, slots=True)
class RunReport:
    """One ingestion run; ``finished`` is ``None`` while it goes on, or where it was ended from outside."""

    id: int
    started: str
    finished: str | None
    summary: Mapping[str, Any]
    entries: tuple[RunEntry, ...]


def visible_summary(
    entries: Sequence[RunEntry], summary: Mapping[str, Any], access: Access
) -> Mapping[str, Any]:
    """A run's summary as it may be shown: numbers of files that one may not see are told to nobody else."""
    if access.labels is None:
        return summary
    counts = Counter(entry.status for entry in entries)
    seen = {name: counts[name] if isinstance(value, int) else value for name, value in summary.items()}
    if not access.sees(INTERNAL):
        seen["unindexed"] = None  # it names addresses and folders
    return seen
