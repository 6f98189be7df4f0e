"""Keeps an engine in step with the catalogue: takes over what changed, finds drift, heals it, builds anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.access import Access
from corpus.catalogue import Catalogue
from index.engine import Engine
from index.schema import SearchUnit
from index.units import units

_BATCH = 200  # versions handed over at a time, some ten thousand units: each time costs a commit

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Drift:
    """How an index differs from the catalogue, as ids of versions in order.

    Attributes:
        missing: in the catalogue, not (or not wholly) in the index.
        stale: in both, but the index holds an earlier state.
        orphaned: in the index only.
    """

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    orphaned: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.orphaned)


class IndexSync:
    """An engine and the catalogue that it follows."""

    def __init__(self, catalogue: Catalogue, engine: Engine) -> None:
        self._catalogue = catalogue
        self._engine = engine

    def catch_up(self, progress: Progress | None = None) -> int:
        """Let the engine take over everything that the catalogue noted for it; how many versions that were.

        An index that was built with another schema or analysis is built anew instead.

        Raises:
            UnavailableError: if the engine does not answer. What is noted stays so, and the next call takes it over.
        """
        if not self._engine.is_current():
            return self.rebuild(progress)
        pending = self._catalogue.reads.pending()
        waiting = list(pending)
        for start in range(0, len(waiting), _BATCH):
            batch = waiting[start : start + _BATCH]
            held = self._units_of(batch)
            self._engine.replace({version: held.get(version, []) for version in batch})
            # Settled are the states that were written: a version that changed meanwhile stays noted.
            written = {v: held[v][0].fingerprint if held.get(v) else pending[v] for v in batch}
            self._catalogue.writes.settle(written)
            if progress:
                progress(len(batch))
        return len(waiting)

    def verify(self) -> Drift:
        """Compare the index with the catalogue, version by version.

        In an index that was built with another schema or analysis every version is stale.
        """
        recorded = self._catalogue.reads.fingerprints()
        if not self._engine.is_current():
            return Drift((), tuple(sorted(recorded)), ())
        held = self._engine.inventory()
        missing, stale = [], []
        for version, (fingerprint, count) in sorted(recorded.items()):
            indexed = held.get(version)
            if count and (indexed is None or indexed.units < count):
                missing.append(version)
            elif indexed and (indexed.units != count or indexed.fingerprints != {fingerprint}):
                stale.append(version)
        orphaned = sorted(held.keys() - recorded.keys())
        return Drift(tuple(missing), tuple(stale), tuple(orphaned))

    def repair(self, drift: Drift, progress: Progress | None = None) -> None:
        """Heal what ``verify`` found."""
        recorded = self._catalogue.reads.fingerprints()
        touched = (*drift.missing, *drift.stale, *drift.orphaned)
        self._catalogue.writes.mark_pending({v: recorded[v][0] if v in recorded else None for v in touched})
        self.catch_up(progress)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew beside the old one and swap; how many versions it holds then."""
        pending = self._catalogue.reads.pending()
        recorded = sorted(self._catalogue.reads.fingerprints())
        self._engine.rebuild(self._in_batches(recorded), progress)
        self._catalogue.writes.settle(pending)
        return len(recorded)

    def _in_batches(self, versions: Sequence[str]) -> Iterator[tuple[str, Sequence[SearchUnit]]]:
        for start in range(0, len(versions), _BATCH):
            yield from self._units_of(versions[start : start + _BATCH]).items()

    def _units_of(self, versions: Sequence[str]) -> dict[str, list[SearchUnit]]:
        # Maintenance sees every label; the units carry theirs, and the engine holds to it.
        everything = Access.everything()
        found = self._catalogue.reads.versions_by_id(versions, everything)
        provisions = self._catalogue.reads.provisions_of(list(found), everything)
        return {name: units(version, provisions.get(name, ())) for name, version in found.items()}
