"""A question becomes an answer: known items first, then what the engine finds."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.access import Access
from corpus.catalogue import CatalogueReads
from corpus.errors import UsageError
from corpus.model import Source, Status, Version
from corpus.works import WorkNames
from index.engine import Engine
from index.schema import (
    FACETS,
    And,
    FacetCount,
    Node,
    SearchPage,
    SearchRequest,
    SearchUnit,
    Sort,
    Suggestion,
    Word,
)
from search.known_item import KnownItem, KnownItems
from search.loosen import is_question, loosened, to_mark
from search.query import ParsedQuery, QueryProblem, parse
from search.snippet import Snippet, snippet

LARGEST_PAGE = 1000
_LONGEST_VALUE = 500  # characters of a filter's value, or of the beginning of a name


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        text: as typed.
        access: what the one who asks may see.
        as_of: the day whose law is searched; ``None`` is the service's today.
        all_versions: search every version, whatever the day.
        filters: facet name to accepted values, beside those in the text.
        facets: facets to count.
        sort, limit, offset: the page.
    """

    text: str
    access: Access
    as_of: date | None = None
    all_versions: bool = False
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    limit: int = 10
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision found.

    Attributes:
        unit: the provision with its path and its document's data.
        score: higher is better, comparable within one answer only.
        snippet: what to show of it.
        status: of its version on the day that was searched.
        sources: files that hold the version.
        known: whether the question names it.
    """

    unit: SearchUnit
    score: float
    snippet: Snippet
    status: Status
    sources: tuple[Source, ...]
    known: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of hits, best first.

    Attributes:
        total: how many hits there are on all pages.
        known: works that the question names without a unit; their documents open as a whole.
        loosened: whether hits need not hold all words, because it is a question or nothing held all.
        as_of: the day whose law was searched, ``None`` for all versions.
        query: the question as it was understood.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[FacetCount, ...]]
    known: tuple[KnownItem, ...]
    loosened: bool
    as_of: date | None
    query: ParsedQuery
    milliseconds: float


class SearchService:
    """Answers questions from an engine and the catalogue beside it."""

    def __init__(
        self, reads: CatalogueReads, engine: Engine, today: date, names: WorkNames | None = None
    ) -> None:
        self._reads = reads
        self._engine = engine
        self._today = today
        self._known_items = KnownItems(reads, names or WorkNames.load())

    def search(self, question: Question) -> Answer:
        """Answer a question.

        Raises:
            QueryProblem: if its text cannot be understood; the message names the place and the cure.
            UsageError: if the page that is asked for cannot be.
            UnavailableError: if the engine does not answer.
        """
        began = time.perf_counter()
        if not 1 <= question.limit <= LARGEST_PAGE or question.offset < 0:
            raise UsageError(
                f"There is no page of {question.limit} hits from {question.offset} on.",
                f"A page has 1 to {LARGEST_PAGE} hits and begins at 0 or later.",
            )
        for facet, values in question.filters.items():
            if facet not in FACETS or any(len(value) > _LONGEST_VALUE for value in values):
                raise UsageError(
                    f"There is no {facet[:40]!r} of that name.", f"Filters are: {', '.join(FACETS)}."
                )
        parsed, known = self._understand(question)
        as_of = None if question.all_versions else parsed.as_of or question.as_of or self._today
        request = SearchRequest(
            query=parsed.tree,
            access=question.access,
            as_of=as_of,
            filters=_both(question.filters, parsed.filters),
            facets=question.facets,
            sort=question.sort,
            limit=question.limit,
            offset=question.offset,
        )
        pinned = self._pinned(known, request) if question.sort is Sort.RELEVANCE else []
        page, is_loose = self._find(request, parsed, pinned)
        scored = [
            (unit, True, page.hits[0].score + 1 if page.hits else 1.0) for unit in _on_page(pinned, question)
        ]
        scored += [(hit.unit, False, hit.score) for hit in page.hits]
        day = as_of or self._today
        return Answer(
            hits=self._hits(scored, to_mark(parsed.tree) if is_loose else parsed.tree, day, question.access),
            total=page.total + len(pinned),
            facets=_with_pinned(page.facets, pinned, request),
            known=tuple(item for item in known if item.provision is None),
            loosened=is_loose,
            as_of=as_of,
            query=parsed,
            milliseconds=(time.perf_counter() - began) * 1000,
        )

    def suggest(self, prefix: str, access: Access, limit: int = 8) -> list[Suggestion]:
        """Works whose names begin like what is being typed."""
        if not prefix.strip() or len(prefix) > _LONGEST_VALUE:
            return []
        return self._engine.suggest(prefix, access, limit)

    def _understand(self, question: Question) -> tuple[ParsedQuery, tuple[KnownItem, ...]]:
        """The query tree and what the text names. Marks that mean nothing in a query may belong to a name."""
        on = question.as_of or self._today
        known = self._known_items.find(question.text, on, question.access)
        try:
            return parse(question.text), known
        except QueryProblem:
            if not known:
                raise
            return ParsedQuery(Word(question.text)), known

    def _find(
        self, request: SearchRequest, parsed: ParsedQuery, pinned: Sequence[SearchUnit]
    ) -> tuple[SearchPage, bool]:
        """Ask the engine for what is on the page beside the pinned units; loosen words that nothing holds together."""
        remaining = request.limit - len(pinned[request.offset : request.offset + request.limit])
        beside = replace(
            request,
            exclude=frozenset(unit.id for unit in pinned),
            offset=max(request.offset - len(pinned), 0),
            limit=max(remaining, 1),
        )
        if parsed.plain and is_question(parsed.tree):
            beside = replace(beside, query=loosened(parsed.tree))
            page, is_loose = self._engine.search(beside), True
        else:
            page, is_loose = self._engine.search(beside), False
            if page.total == 0 and not pinned and parsed.plain and isinstance(parsed.tree, Word | And):
                beside = replace(beside, query=loosened(parsed.tree))
                page, is_loose = self._engine.search(beside), True
        hits = page.hits[: max(remaining, 0)]
        return replace(page, hits=hits), is_loose and bool(page.total)

    def _pinned(self, known: Sequence[KnownItem], request: SearchRequest) -> list[SearchUnit]:
        """Units of the provisions that the question names, those that its filters let through."""
        ids = [item.id for item in known if item.provision is not None]
        found = self._engine.fetch(ids, request.access) if ids else {}
        return [found[i] for i in ids if i in found and _passes(found[i], request.filters)]

    def _hits(
        self, scored: Sequence[tuple[SearchUnit, bool, float]], query: Node, on: date, access: Access
    ) -> tuple[Hit, ...]:
        versions = self._versions([unit.version for unit, _, _ in scored], access)
        return tuple(
            Hit(
                unit,
                score,
                snippet(unit, query, known),
                versions[unit.version].status(on),
                versions[unit.version].sources,
                known,
            )
            for unit, known, score in scored
            # The catalogue is the record: what it no longer holds, or hides, is no hit.
            if unit.version in versions
        )

    def _versions(self, ids: Sequence[str], access: Access) -> dict[str, Version]:
        """The versions of hits, by the id that the engine knows: a correction may have given one another id since."""
        found = self._reads.versions_by_id(ids, access)
        if lacking := set(ids) - found.keys():
            moved = self._reads.moved(lacking)
            now = self._reads.versions_by_id(moved.values(), access)
            found |= {before: now[after] for before, after in moved.items() if after in now}
        return found


def _both(
    given: Mapping[str, frozenset[str]], typed: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Filters of the page and of the text; where both name a facet, both must hold."""
    joined = {facet: values for facet, values in given.items() if values}
    for facet, values in typed.items():
        joined[facet] = joined[facet] & values if facet in joined else values
    return joined


def _values(unit: SearchUnit, facet: str) -> frozenset[str]:
    single = {
        "kind": unit.kind,
        "jurisdiction": unit.jurisdiction,
        "language": unit.language,
        "year": unit.year,
    }
    if facet in single:
        value = single[facet]
        return frozenset({value}) if value else frozenset()
    return frozenset(unit.issuers if facet == "issuer" else unit.subjects)


def _passes(unit: SearchUnit, filters: Mapping[str, frozenset[str]], leaving_out: str | None = None) -> bool:
    return all(facet == leaving_out or _values(unit, facet) & accepted for facet, accepted in filters.items())


def _on_page(pinned: Sequence[SearchUnit], question: Question) -> Sequence[SearchUnit]:
    return pinned[question.offset : question.offset + question.limit]


def _with_pinned(
    facets: Mapping[str, tuple[FacetCount, ...]], pinned: Sequence[SearchUnit], request: SearchRequest
) -> dict[str, tuple[FacetCount, ...]]:
    """Counts with the pinned units, which the engine was told to leave out."""
    joined: dict[str, tuple[FacetCount, ...]] = {}
    for facet, counts in facets.items():
        numbers = {count.value: count.count for count in counts}
        for unit in pinned:
            if _passes(unit, request.filters, leaving_out=facet):
                for value in _values(unit, facet):
                    numbers[value] = numbers.get(value, 0) + 1
        ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
        joined[facet] = tuple(FacetCount(value, number) for value, number in ordered)
    return joined
