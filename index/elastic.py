"""The engine of larger houses: Elasticsearch through the official client."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch

from corpus.access import Access
from corpus.closing import Closing
from corpus.errors import UnavailableError
from index.elastic_query import Body, any_value, beginning_body, search_body
from index.elastic_schema import body, document, document_id
from index.elastic_server import Action, Server
from index.engine import IndexingError
from index.fields import INDEX_FINGERPRINT, indexed, read_unit
from index.schema import (
    FacetCount,
    IndexedVersion,
    Scored,
    SearchPage,
    SearchRequest,
    SearchUnit,
    Suggestion,
)
from index.suggestions import MOST_TITLES, Beginning, ranked

_BATCH = 500
_ALIVE = "1m"


class ElasticEngine(Closing):
    """An index behind an alias of a server.

    The alias always stands for one whole index. Writes go through aliases only, so nothing comes into being beside
    the mapping. While one process rebuilds, what others write goes to the index that is about to be replaced:
    ``verify`` finds and heals that; of two rebuilds at once the first to finish wins and the other one fails.

    Args:
        url: address, with user and password if need be.
        prefix: name of the alias, and the beginning of the names of indexes.
        window: how far paging goes in one request; beyond it, pages are walked.

    Raises:
        UsageError: if ``url`` is no address.
    """

    def __init__(self, url: str, prefix: str = "zhiku", window: int = 10_000) -> None:
        self._server = Server(url)
        self._alias = prefix
        self._window = window

    # --- writing -----------------------------------------------------------------------------------------------

    def replace(self, versions: Mapping[str, Sequence[SearchUnit]]) -> None:
        """See ``Engine.replace``."""
        self._require_current(create=True)
        refused: dict[str, str] = {}
        names = iter(versions)
        while batch := list(islice(names, _BATCH)):
            refused |= self._replace({name: versions[name] for name in batch})
        self._server.ask(lambda client: client.indices.refresh(index=self._alias), writing=True)
        if refused:
            raise IndexingError(refused)

    def _replace(self, versions: Mapping[str, Sequence[SearchUnit]]) -> dict[str, str]:
        """New units first, then what is left of the old ones: at no moment a version is missing."""
        held = set(self._held(list(versions)))
        names: dict[str, str] = {}
        refused = self._server.bulk(self._alias, _additions(versions.items(), names))
        gone = held - (names.keys() - refused.keys())
        self._server.bulk(self._alias, (("delete", id_, None) for id_ in sorted(gone)))
        return {names[id_]: reason for id_, reason in refused.items()}

    def _held(self, versions: Sequence[str]) -> Iterator[str]:
        """Ids of the documents of versions."""
        asked = {"query": any_value("version", versions), "sort": [{"natural": "asc"}], "_source": False}
        for hits in self._walk(asked):
            yield from (str(hit["_id"]) for hit in hits)

    def rebuild(
        self,
        versions: Iterable[tuple[str, Sequence[SearchUnit]]],
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """See ``Engine.rebuild``."""
        name = f"{self._alias}-{uuid.uuid4().hex[:12]}"
        building = f"{name}-building"
        self._create(name, building)
        refused: dict[str, str] = {}
        try:
            source = iter(versions)
            while batch := list(islice(source, 50)):
                names: dict[str, str] = {}
                failed = self._server.bulk(building, _additions(batch, names))
                refused |= {names[id_]: reason for id_, reason in failed.items()}
                if progress is not None:
                    progress(len(batch))
            self._server.ask(lambda client: client.indices.refresh(index=building), writing=True)
            self._swap(name, building)
        except BaseException:
            self._remove(name)
            raise
        if refused:
            raise IndexingError(refused)

    def _swap(self, name: str, building: str) -> None:
        """Hang the alias on the new index and remove all other indexes of this base, in one step."""
        pattern = re.compile(rf"{re.escape(self._alias)}-(first|[0-9a-f]{{12}})")
        found = self._server.find(lambda client: client.indices.get_alias(index=f"{self._alias}-*"))
        others = [
            other for other in (found.body if found else {}) if pattern.fullmatch(other) and other != name
        ]
        actions: list[Body] = [
            {"add": {"index": name, "alias": self._alias}},
            {"remove": {"index": name, "alias": building}},
            *({"remove_index": {"index": other}} for other in others),
        ]
        self._server.ask(lambda client: client.indices.update_aliases(actions=actions), writing=True)

    def _create(self, name: str, alias: str) -> None:
        made = body(self._window)

        def create(client: Elasticsearch) -> None:
            try:
                client.indices.create(
                    index=name, settings=made["settings"], mappings=made["mappings"], aliases={alias: {}}
                )
            except BadRequestError as error:
                if error.error != "resource_already_exists_exception":  # another process was first
                    raise

        self._server.ask(create, writing=True)

    def _remove(self, name: str) -> None:
        try:
            self._server.find(lambda client: client.indices.delete(index=name))
        except UnavailableError:
            return  # the next rebuild that succeeds removes it

    def is_current(self) -> bool:
        """See ``Engine.is_current``. Where nothing was written yet, there is nothing old."""
        return self._fingerprint() in {None, INDEX_FINGERPRINT}

    def is_built(self) -> bool:
        """See ``Engine.is_built``."""
        return self._fingerprint() is not None

    def _fingerprint(self) -> str | None:
        """The fingerprint of the index behind the alias; ``None`` where there is none."""
        found = self._server.find(lambda client: client.indices.get_mapping(index=self._alias))
        if not found:
            return None
        mappings = next(iter(found.body.values()))["mappings"]
        return str(mappings.get("_meta", {}).get("fingerprint"))

    def _require_current(self, create: bool = False) -> None:
        present = self._fingerprint()
        if present is None and create:
            # The name is fixed, so that of two processes that come first only one makes the index.
            self._create(f"{self._alias}-first", self._alias)
        elif present != INDEX_FINGERPRINT:
            raise UnavailableError(
                f"The index {self._alias} at {self._server.address} was built by another release of the program.",
                "Run zhiku rebuild; the documents stay in the catalogue.",
                code="index_release",
            )

    # --- reading -----------------------------------------------------------------------------------------------

    def search(self, request: SearchRequest) -> SearchPage:
        """See ``Engine.search``."""
        asked = search_body(request)
        limit, offset = max(request.limit, 0), max(request.offset, 0)
        deep = offset + limit > self._window
        page = {"size": 0} if deep else {"size": limit, "from_": offset}
        answer = self._search(**asked, **page)
        if answer is None:
            return SearchPage((), 0, dict.fromkeys(request.facets, ()))
        total = int(answer["hits"]["total"]["value"])
        hits = answer["hits"]["hits"]
        if deep:
            hits = list(self._deep(asked, offset, limit)) if limit and offset < total else []
        scored = tuple(Scored(_unit(hit), float(hit["_score"] or 0.0)) for hit in hits)
        return SearchPage(
            scored, total, {name: _counts(answer, name, request.facet_size) for name in request.facets}
        )

    def _deep(self, asked: Body, offset: int, limit: int) -> Iterator[Body]:
        """Hits beyond the window: walked from the first one, with the index held still."""
        place = 0
        for hits in self._walk({key: asked[key] for key in asked if key != "aggs"}):
            yield from hits[max(offset - place, 0) : max(offset + limit - place, 0)]
            place += len(hits)
            if place >= offset + limit:
                return

    def _walk(self, asked: Body) -> Iterator[list[Body]]:
        """All hits of a request in its order, a window at a time, as of one moment."""
        opened = self._server.find(
            lambda client: client.open_point_in_time(index=self._alias, keep_alive=_ALIVE)
        )
        if opened is None:
            return
        moment = str(opened["id"])
        try:
            after: dict[str, Any] = {}
            while True:
                page = {**asked, **after, "size": self._window, "track_total_hits": False}
                page["pit"] = {"id": moment, "keep_alive": _ALIVE}
                hits = self._server.ask(lambda client, page=page: client.search(**page))["hits"]["hits"]  # type: ignore[misc]
                if hits:
                    yield hits
                if len(hits) < self._window:
                    return
                after = {"search_after": hits[-1]["sort"]}
        finally:
            self._server.find(lambda client: client.close_point_in_time(id=moment))

    def _search(self, **asked: Any) -> Body | None:
        """The answer; ``None`` where there is no index yet."""
        answer = self._server.find(lambda client: client.search(index=self._alias, **asked))
        return None if answer is None else dict(answer.body)

    def fetch(self, ids: Sequence[str], access: Access) -> dict[str, SearchUnit]:
        """See ``Engine.fetch``."""
        found: dict[str, SearchUnit] = {}
        rest = iter(dict.fromkeys(ids))
        while batch := [document_id(id_) for id_ in islice(rest, _BATCH)]:
            answer = self._server.find(lambda client, batch=batch: client.mget(index=self._alias, ids=batch))  # type: ignore[misc]
            for entry in answer["docs"] if answer else ():
                if entry.get("found"):
                    unit = _unit(entry)
                    if access.sees(unit.access):
                        found[unit.id] = unit
        return {id_: found[id_] for id_ in ids if id_ in found}

    def suggest(self, prefix: str, access: Access, limit: int = 10) -> list[Suggestion]:
        """See ``Engine.suggest``."""
        beginning = Beginning.of(prefix)
        if beginning is None:
            return []
        size = min(MOST_TITLES, self._window)
        answer = self._search(**beginning_body(beginning, access), size=size)
        hits = answer["hits"]["hits"] if answer else []
        return ranked((_unit(hit) for hit in hits), prefix, limit)

    def inventory(self) -> dict[str, IndexedVersion]:
        """See ``Engine.inventory``."""
        units: dict[str, int] = {}
        prints: dict[str, set[str]] = {}
        sources = [{name: {"terms": {"field": name}}} for name in ("version", "fingerprint")]
        after: Body = {}
        while True:
            composite = {"size": 5000, "sources": sources, **after}
            answer = self._search(size=0, aggs={"versions": {"composite": composite}})
            buckets = answer["aggregations"]["versions"]["buckets"] if answer else []
            for bucket in buckets:
                version = bucket["key"]["version"]
                units[version] = units.get(version, 0) + int(bucket["doc_count"])
                prints.setdefault(version, set()).add(bucket["key"]["fingerprint"])
            if not buckets:
                return {
                    version: IndexedVersion(units[version], frozenset(prints[version])) for version in units
                }
            after = {"after": buckets[-1]["key"]}

    def close(self) -> None:
        """See ``Engine.close``."""
        self._server.close()


def _additions(
    versions: Iterable[tuple[str, Sequence[SearchUnit]]], names: dict[str, str]
) -> Iterator[Action]:
    """Units as actions; ``names`` takes note of the unit behind each document's id."""
    for _, units in versions:
        for entry in indexed(units):
            id_ = document_id(entry.id)
            names[id_] = entry.id
            yield "index", id_, document(entry)


def _unit(hit: Mapping[str, Any]) -> SearchUnit:
    return read_unit(hit["_source"]["unit"]["fields"])


def _counts(answer: Body, facet: str, size: int) -> tuple[FacetCount, ...]:
    buckets = answer["aggregations"][facet]["values"]["buckets"]
    return tuple(FacetCount(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets[:size])
