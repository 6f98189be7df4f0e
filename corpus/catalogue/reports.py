"""Reports of ingestion runs, and what of them may be shown to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.access import INTERNAL, Access


@dataclass(frozen=True, slots=True)
class RunEntry:
    """What became of one file in a run."""

    location: str
    status: str
    version: str | None
    reason: str | None


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
