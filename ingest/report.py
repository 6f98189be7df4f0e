"""What an ingestion run tells: an outcome for each file, and a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

STATUSES = ("added", "changed", "unchanged", "copy", "failed", "skipped")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        source: the location by which people know it.
        status: one of ``STATUSES``.
        version: id of the version that holds its text, where there is one.
        provisions: how many provisions that has.
        reason: why it failed or was passed over, or what a person should know about it.
        warnings: doubts about single fields.
        seconds: time by stage.
    """

    source: str
    status: str
    version: str | None = None
    provisions: int | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)

    def line(self) -> dict[str, Any]:
        """The form that scripts read."""
        return {
            "source": self.source,
            "status": self.status,
            "version": self.version,
            "provisions": self.provisions,
            "reason": self.reason,
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts by status and seconds by stage.

    Attributes:
        counts: number of files for each status, all statuses named.
        seconds: time by stage, added up over all workers, and ``total`` by the clock.
        unindexed: why the index could not follow the catalogue, or ``None`` where it did.
    """

    counts: Mapping[str, int]
    seconds: Mapping[str, float]
    unindexed: str | None = None

    @property
    def failed(self) -> bool:
        """Whether something in the run failed."""
        return bool(self.counts["failed"]) or self.unindexed is not None

    def line(self) -> dict[str, Any]:
        """The form that scripts read."""
        rounded = {stage: round(seconds, 3) for stage, seconds in self.seconds.items()}
        return {"summary": {**self.counts, "seconds": rounded, "unindexed": self.unindexed}}


def counts_of(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many files came to each status, all statuses named."""
    counted = Counter(outcome.status for outcome in outcomes)
    return {status: counted[status] for status in STATUSES}


def summarise(outcomes: Iterable[Outcome], total: float, indexing: float, unindexed: str | None) -> Summary:
    """Add up the outcomes of a run."""
    listed = list(outcomes)
    seconds: Counter[str] = Counter()
    for outcome in listed:
        seconds.update(outcome.seconds)
    return Summary(
        counts=counts_of(listed),
        seconds={**seconds, "index": indexing, "total": total},
        unindexed=unindexed,
    )
