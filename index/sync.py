"""Keeps an engine in step with the catalogue: takes over what changed, finds drift, heals it, builds anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.access import Access
from corpus.catalogue import Catalogue
from index.engine import Engine, IndexingError
from index.schema import SearchUnit
from index.units import units

_BATCH = 200  # versions handed over at a time: each time costs a commit
_BATCH_PROVISIONS = (
    20_000  # and as many provisions, unless a single version has more: they are held in memory
)

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

    def is_behind(self) -> bool:
        """Whether the engine has something to take over, be it everything because its index was taken away."""
        return bool(self._catalogue.reads.pending()) or self._must_rebuild()

    def catch_up(self, progress: Progress | None = None) -> int:
        """Let the engine take over everything that the catalogue noted for it; how many versions that were.

        An index that was built with another schema or analysis, or that was taken away, is built anew instead.

        Raises:
            IndexingError: if the engine refused single units; all others are taken over, and ``verify`` tells the rest.
            UnavailableError: if the engine does not answer. What is noted stays so, and the next call takes it over.
        """
        if self._must_rebuild():
            return self.rebuild(progress)
        waiting = list(self._catalogue.reads.pending())
        refused: dict[str, str] = {}
        for batch in self._batches(waiting):
            held = self._units_of(batch)
            try:
                self._engine.replace({v: held[v][1] if v in held else [] for v in batch})
            except IndexingError as error:
                refused |= error.refused
            # Settled are the states that were written: a version that changed meanwhile stays noted.
            self._catalogue.writes.settle({v: held[v][0] if v in held else None for v in batch})
            if progress:
                progress(len(batch))
        if refused:
            raise IndexingError(refused)
        return len(waiting)

    def _must_rebuild(self) -> bool:
        if not self._engine.is_current():
            return True
        # Before the first write nothing is lacking: all that there is waits in the catalogue's notes.
        return not self._engine.is_built() and bool(
            self._catalogue.reads.fingerprints().keys() - self._catalogue.reads.pending().keys()
        )

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
        """Build the index anew beside the old one and swap; how many versions it holds then.

        What other processes stored or removed meanwhile stays noted, for the next ``catch_up``.
        """
        recorded = {name: state for name, (state, _) in self._catalogue.reads.fingerprints().items()}
        written: dict[str, str | None] = dict.fromkeys(recorded)
        refused: IndexingError | None = None
        try:
            self._engine.rebuild(self._in_batches(sorted(recorded), written), progress)
        except IndexingError as error:  # all the others are in the new index
            refused = error
        waiting = self._catalogue.reads.pending().keys() | self._catalogue.reads.fingerprints().keys()
        self._catalogue.writes.settle(dict.fromkeys(waiting - written.keys()) | written)
        if refused:
            raise refused
        return len(recorded)

    def _in_batches(
        self, versions: Sequence[str], written: dict[str, str | None]
    ) -> Iterator[tuple[str, Sequence[SearchUnit]]]:
        """Versions with their units; ``written`` takes note of the state of each."""
        for batch in self._batches(versions):
            for name, (state, found) in self._units_of(batch).items():
                written[name] = state
                yield name, found

    def _batches(self, versions: Sequence[str]) -> Iterator[list[str]]:
        """The versions in order, as many at a time as memory and commits call for."""
        batch: list[str] = []
        size = 0
        for start in range(0, len(versions), _BATCH):
            part = versions[start : start + _BATCH]
            found = self._catalogue.reads.versions_by_id(part, Access.everything())
            for name in part:
                weight = found[name].provisions if name in found else 0
                if batch and (len(batch) >= _BATCH or size + weight > _BATCH_PROVISIONS):
                    yield batch
                    batch, size = [], 0
                batch.append(name)
                size += weight
        if batch:
            yield batch

    def _units_of(self, versions: Sequence[str]) -> dict[str, tuple[str, list[SearchUnit]]]:
        """The state of each version that there is, as its fingerprint, and its units."""
        # Maintenance sees every label; the units carry theirs, and the engine holds to it.
        everything = Access.everything()
        found = self._catalogue.reads.versions_by_id(versions, everything)
        provisions = self._catalogue.reads.provisions_of(list(found), everything)
        return {
            name: (version.fingerprint, units(version, provisions.get(name, ())))
            for name, version in found.items()
        }
