"""The engine that needs no server: tantivy in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Order, Query

from corpus.access import Access
from corpus.closing import Closing
from corpus.errors import UnavailableError, ZhikuError
from index import embedded_query as compiled
from index.embedded_schema import document, refusal
from index.embedded_store import FolderStore, Generation, MemoryStore, Store
from index.engine import IndexingError
from index.fields import INDEX_FINGERPRINT, indexed, read_unit
from index.plan import plan, scores
from index.schema import (
    FacetCount,
    IndexedVersion,
    Scored,
    SearchPage,
    SearchRequest,
    SearchUnit,
    Sort,
    Suggestion,
)
from index.suggestions import MOST_TITLES, Beginning, ranked

_HEAP = 128_000_000
_MOST_VALUES = 60_000  # of one facet; below tantivy's limit of 65,000 buckets

_SORT_KEYS = {Sort.RELEVANCE: None, Sort.NEWEST: "newest", Sort.OLDEST: "oldest"}

Hit = tuple[float, tantivy.DocAddress]


class EmbeddedEngine(Closing):
    """An index in a folder, or in memory with ``folder=None``.

    Args:
        folder: is made at the first write; several processes may share it, one of them writing at a time.
        patience: seconds for which a writer waits for another one before it gives up.
    """

    def __init__(self, folder: Path | None, patience: float = 10.0) -> None:
        self._store: Store = MemoryStore() if folder is None else FolderStore(folder, patience)

    # --- writing -----------------------------------------------------------------------------------------------

    def replace(self, versions: Mapping[str, Sequence[SearchUnit]]) -> None:
        """See ``Engine.replace``."""
        refused: dict[str, str] = {}
        with self._store.writing(), self._named():
            generation = self._store.current()
            if generation is None:
                generation = self._store.begin()
                self._store.swap(generation)
            self._require_current(generation)
            with self._writer(generation.index) as writer:
                for version, units in versions.items():
                    writer.delete_documents_by_term("version", version)
                    refused |= _add(writer, units)
            self._store.sweep()
        if refused:
            raise IndexingError(refused)

    def rebuild(
        self,
        versions: Iterable[tuple[str, Sequence[SearchUnit]]],
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """See ``Engine.rebuild``."""
        refused: dict[str, str] = {}
        with self._store.writing():
            try:
                with self._named():
                    generation = self._store.begin()
                with self._writer(generation.index) as writer:
                    for _, units in versions:
                        with self._named():
                            refused |= _add(writer, units)
                        if progress is not None:
                            progress(1)
                with self._named():
                    self._store.swap(generation)
            finally:
                self._store.sweep()
        if refused:
            raise IndexingError(refused)

    def is_current(self) -> bool:
        """See ``Engine.is_current``. Where nothing was written yet, there is nothing old."""
        generation = self._store.current()
        return generation is None or generation.fingerprint == INDEX_FINGERPRINT

    def is_built(self) -> bool:
        """See ``Engine.is_built``."""
        return self._store.current() is not None

    # --- reading -----------------------------------------------------------------------------------------------

    def search(self, request: SearchRequest) -> SearchPage:
        """See ``Engine.search``."""
        with self._searcher() as searcher:
            if searcher is None:
                return SearchPage((), 0, dict.fromkeys(request.facets, ()))
            wanted = plan(request.query)
            base = compiled.joined(compiled.scoring(wanted), compiled.conditions(request))
            query = compiled.joined(base, compiled.filtered(request))
            hits, total = _page(searcher, query, request, scores(wanted))
            scored = tuple(Scored(unit, score) for score, unit in hits)
            return SearchPage(scored, total, _facets(searcher, base, request))

    def fetch(self, ids: Sequence[str], access: Access) -> dict[str, SearchUnit]:
        """See ``Engine.fetch``."""
        with self._searcher() as searcher:
            if searcher is None or not ids:
                return {}
            query = compiled.joined(compiled.any_value("id", set(ids)), compiled.visible(access))
            hits = searcher.search(query, limit=len(set(ids)), count=False).hits
            found = {unit.id: unit for unit in (_unit(searcher, address) for _, address in hits)}
            return {id_: found[id_] for id_ in ids if id_ in found}

    def suggest(self, prefix: str, access: Access, limit: int = 10) -> list[Suggestion]:
        """See ``Engine.suggest``."""
        found = Beginning.of(prefix)
        with self._searcher() as searcher:
            if searcher is None or found is None:
                return []
            query = compiled.beginning(found, access)
            hits = searcher.search(
                query, limit=MOST_TITLES, count=False, order_by_field="newest", order=Order.Asc
            ).hits
            return ranked((_unit(searcher, address) for _, address in hits), prefix, limit)

    def inventory(self) -> dict[str, IndexedVersion]:
        """See ``Engine.inventory``."""
        with self._searcher() as searcher:
            if searcher is None:
                return {}
            return _inventory(searcher)

    def close(self) -> None:
        """See ``Engine.close``."""
        self._store.close()

    # --- inside ------------------------------------------------------------------------------------------------

    @contextmanager
    def _searcher(self) -> Iterator[tantivy.Searcher | None]:
        """What was last committed, by whichever process."""
        generation = self._store.current()
        if generation is None:
            yield None
            return
        self._require_current(generation)
        with self._named():
            yield generation.index.searcher()

    def _require_current(self, generation: Generation) -> None:
        if generation.fingerprint != INDEX_FINGERPRINT:
            raise UnavailableError(
                f"The index in {self._store.place} was built by another release of the program.",
                "Run zhiku rebuild; the documents stay in the catalogue.",
                code="index_release",
            )

    @contextmanager
    def _writer(self, index: tantivy.Index) -> Iterator[tantivy.IndexWriter]:
        """A writer whose work is committed at the end, or not at all."""
        with self._named():
            writer = index.writer(_HEAP, 1)
        try:
            yield writer
            with self._named():
                writer.commit()
        except BaseException:
            with suppress(ValueError):  # what failed before is what is told
                writer.rollback()
            raise
        finally:
            with suppress(ValueError):  # merging only tidies up: the next writer does it again
                writer.wait_merging_threads()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """tantivy reports damaged files, a full disk and the like as ``ValueError``."""
        try:
            yield
        except ZhikuError:
            raise
        except (ValueError, OSError) as error:
            raise UnavailableError(
                f"The index in {self._store.place} failed: {error}.",
                "Check the space left and the folder's rights; if it persists, run zhiku rebuild.",
                code="index_failed",
            ) from error


def _add(writer: tantivy.IndexWriter, units: Sequence[SearchUnit]) -> dict[str, str]:
    """Add units; the reasons for those that the index cannot hold, by id."""
    refused: dict[str, str] = {}
    for entry in indexed(units):
        reason = refusal(entry)
        if reason is None:
            writer.add_document(document(entry))
        else:
            refused[entry.id] = reason
    return refused


def _unit(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> SearchUnit:
    return read_unit(bytes(searcher.doc(address)["unit"][0]))


def _page(
    searcher: tantivy.Searcher, query: Query, request: SearchRequest, scored: bool
) -> tuple[list[tuple[float, SearchUnit]], int]:
    # tantivy makes room for as many hits as are asked for, whether there are so many or not.
    most = int(searcher.num_docs)
    limit, offset = min(max(request.limit, 0), most), min(max(request.offset, 0), most)
    key = _SORT_KEYS[request.sort] or (None if scored else "natural")
    if key is not None:
        result = searcher.search(
            query, limit=max(limit, 1), offset=offset, order_by_field=key, order=Order.Asc
        )
        return [(0.0, _unit(searcher, address)) for _, address in result.hits[:limit]], _count(result)
    wanted = offset + limit
    result = searcher.search(query, limit=wanted + 1)
    hits: list[Hit] = result.hits
    size = wanted + 1
    # Hits that tie with the last one of the page may stand behind it: their order is decided here, not by tantivy.
    while wanted and len(hits) > wanted and hits[-1][0] == hits[wanted - 1][0] and size < _count(result):
        size = min(size * 4, _count(result))
        hits = searcher.search(query, limit=size, count=False).hits
    return _ordered(searcher, hits, offset, wanted), _count(result)


def _count(result: tantivy.SearchResult) -> int:
    return int(result.count)  # type: ignore[attr-defined]  # it is missing in the package's stub


def _ordered(
    searcher: tantivy.Searcher, hits: list[Hit], start: int, end: int
) -> list[tuple[float, SearchUnit]]:
    """Hits ``start`` to ``end``; those with one score in the order of version, place in it, and id."""
    page: list[tuple[float, SearchUnit]] = []
    place = 0
    for score, group in groupby(hits, key=lambda hit: hit[0]):
        tied = list(group)
        if place < end and place + len(tied) > start:
            units = [_unit(searcher, address) for _, address in tied]
            if len(units) > 1:
                units.sort(key=lambda unit: (unit.version, unit.order, unit.id))
            page += ((score, unit) for unit in units[max(start - place, 0) : end - place])
        place += len(tied)
    return page


def _facets(
    searcher: tantivy.Searcher, base: Query, request: SearchRequest
) -> dict[str, tuple[FacetCount, ...]]:
    """Counts of the facets asked for, each without its own filter; facets without one share a look-up."""
    groups: dict[str | None, list[str]] = {}
    for name in request.facets:
        groups.setdefault(name if name in request.filters else None, []).append(name)
    counted: dict[str, tuple[FacetCount, ...]] = {}
    for own, names in groups.items():
        query = compiled.joined(base, compiled.filtered(request, without=own))
        asked = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in names}
        answer = searcher.aggregate(query, asked)
        for name in names:
            counted[name] = _counts(answer[name]["buckets"], request.facet_size)
    return {name: counted[name] for name in request.facets}


def _counts(buckets: list[dict[str, Any]], size: int) -> tuple[FacetCount, ...]:
    ordered = sorted((-int(bucket["doc_count"]), str(bucket["key"])) for bucket in buckets)
    return tuple(FacetCount(value, -count) for count, value in ordered[:size])


def _inventory(searcher: tantivy.Searcher) -> dict[str, IndexedVersion]:
    prints = {"terms": {"field": "fingerprint", "size": _MOST_VALUES}}
    asked = {"versions": {"terms": {"field": "version", "size": _MOST_VALUES}, "aggs": {"prints": prints}}}
    buckets = searcher.aggregate(Query.all_query(), asked)["versions"]["buckets"]
    return {
        bucket["key"]: IndexedVersion(
            bucket["doc_count"], frozenset(inner["key"] for inner in bucket["prints"]["buckets"])
        )
        for bucket in buckets
    }
