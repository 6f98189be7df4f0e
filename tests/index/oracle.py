"""What a search must find, by the plainest possible reading of the units: no index, no plan."""

from __future__ import annotations

from collections import Counter

from index.analysis import BREAK, MARK, Run, analyse, analyse_words, stream
from index.schema import (
    And,
    Everything,
    FacetCount,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    SearchRequest,
    SearchUnit,
    Sort,
    Word,
)


def found(units: list[SearchUnit], request: SearchRequest) -> list[SearchUnit]:
    """The units that answer a request, in the order of a search without scores."""
    matching = [unit for unit in units if _asked(unit, request) and _chosen(unit, request, None)]
    return sorted(matching, key=lambda unit: (_day(unit, request.sort), unit.version, unit.order))


def counts(units: list[SearchUnit], request: SearchRequest) -> dict[str, tuple[FacetCount, ...]]:
    """The facets of a request."""
    counted = {}
    for name in request.facets:
        values = Counter(
            value
            for unit in units
            if _asked(unit, request) and _chosen(unit, request, name)
            for value in _values(unit, name)
        )
        ordered = sorted(values.items(), key=lambda item: (-item[1], item[0]))
        counted[name] = tuple(FacetCount(*item) for item in ordered[: request.facet_size])
    return counted


def _day(unit: SearchUnit, sort: Sort) -> tuple[bool, int]:
    if sort is Sort.RELEVANCE:
        return False, 0
    day = unit.version_on.toordinal() if unit.version_on else 0
    return unit.version_on is None, -day if sort is Sort.NEWEST else day


def _asked(unit: SearchUnit, request: SearchRequest) -> bool:
    return (
        request.access.sees(unit.access)
        and unit.id not in request.exclude
        and (request.works is None or unit.work in request.works)
        and (request.versions is None or unit.version in request.versions)
        and _in_time(unit, request)
        and _holds(unit, request.query)
    )


def _in_time(unit: SearchUnit, request: SearchRequest) -> bool:
    day = request.as_of
    if day is None or unit.follows_on is None:
        return True
    if (unit.valid_to is not None and unit.valid_to <= day) or (
        unit.repealed is not None and unit.repealed <= day
    ):
        return False
    if unit.follows_on <= day:
        return True
    announced = unit.adopted if unit.adopted is not None else unit.version_on
    return announced is not None and announced <= day


def _chosen(unit: SearchUnit, request: SearchRequest, without: str | None) -> bool:
    return all(_values(unit, name) & values for name, values in request.filters.items() if name != without)


def _values(unit: SearchUnit, facet: str) -> set[str]:
    if facet == "issuer":
        return set(unit.issuers)
    if facet == "subject":
        return set(unit.subjects)
    value = getattr(unit, facet)
    return set() if value is None else {value}


def _holds(unit: SearchUnit, query: Node) -> bool:
    match query:
        case Word(text, field):
            terms = {token.text for run in analyse_words(text) for token in run.terms}
            held = {token for each in _texts(unit, field) for token in stream(each).split()}
            return bool(terms) and terms <= held
        case Phrase(text, field):
            runs = analyse(text)
            return bool(runs) and any(
                f" {_piece(runs)} " in f" {stream(each)} " for each in _texts(unit, field)
            )
        case And(parts):
            return all(_holds(unit, part) for part in parts)
        case Or(parts):
            return any(_holds(unit, part) for part in parts)
        case Not(part):
            return not _holds(unit, part)
        case Everything():
            return True
        case _:
            raise TypeError(query)


def _piece(runs: tuple[Run, ...]) -> str:
    tokens = {token.position: token.text for run in runs for token in run.tokens}
    return " ".join(tokens.get(position, MARK) for position in range(min(tokens), max(tokens) + 1))


def _texts(unit: SearchUnit, field: Field | None) -> list[str]:
    by_field = {
        Field.TEXT: [unit.text],
        Field.HEADING: [*unit.path, unit.label, unit.heading],
        Field.TITLE: [unit.title, *unit.names],
        Field.NUMBER: [unit.document_number or ""],
    }
    assert BREAK not in unit.text
    return by_field[field] if field else [text for texts in by_field.values() for text in texts]
