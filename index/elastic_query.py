"""Plans, filters and facets as requests of Elasticsearch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corpus.access import Access
from index.elastic_schema import narrowed
from index.plan import AllOf, AnyOf, Nothing, Plan, Sequence, Term, Whole, plan, scores
from index.schema import Field, SearchRequest, Sort
from index.suggestions import Beginning

Body = dict[str, Any]

_MOST_VALUES = 60_000  # of one facet that a shard looks at, so that counts are exact


def scoring(wanted: Plan) -> Body:
    """A plan as a query."""
    match wanted:
        case Term(field, token, boost):
            return {"term": {field: {"value": token, "boost": boost}}}
        case Sequence(field, _, stream, boost):
            return {"match_phrase": {field: {"query": narrowed(stream), "boost": boost}}}
        case AnyOf(parts):
            return {"bool": {"should": [scoring(part) for part in parts], "minimum_should_match": 1}}
        case AllOf(must, also, without):
            return {
                "bool": {
                    "must": [scoring(part) for part in must or (Whole(),)],
                    "should": [scoring(part) for part in also],
                    "must_not": [scoring(part) for part in without],
                }
            }
        case Whole():
            return {"constant_score": {"filter": {"match_all": {}}, "boost": 0.0}}
        case Nothing():
            return {"match_none": {}}
        case _:
            raise TypeError(f"not a plan: {wanted!r}")


def any_value(field: str, values: Iterable[str]) -> Body:
    """Units with one of ``values``."""
    return {"terms": {field: sorted(values)}}


def visible(access: Access) -> list[Body]:
    """What a reader may see, as filters."""
    return [] if access.labels is None else [any_value("access", access.labels)]


def search_body(request: SearchRequest) -> Body:
    """Query, facets and order of a request, without its page. The whole answer is one round trip.

    Facet filters act after the counting (``post_filter``), and each facet counts under the filters of the others.
    """
    wanted = plan(request.query)
    chosen = {name: any_value(name, values) for name, values in request.filters.items()}
    query: Body = {"must": [scoring(wanted)], "filter": _conditions(request)}
    if request.exclude:
        query["must_not"] = [any_value("id", request.exclude)]
    made: Body = {"track_total_hits": True, "sort": _sort(request.sort, scores(wanted)), "_source": ["unit"]}
    if request.facets:
        made["aggs"] = {name: _facet(name, chosen, request.facet_size) for name in request.facets}
        if chosen:
            made["post_filter"] = {"bool": {"filter": list(chosen.values())}}
    else:
        query["filter"] += chosen.values()
    return made | {"query": {"bool": query}}


def _conditions(request: SearchRequest) -> list[Body]:
    filters = visible(request.access)
    if request.as_of is not None:
        day = request.as_of.toordinal()
        filters += [{"range": {"since": {"lte": day}}}, {"range": {"until": {"gt": day}}}]
    if request.works is not None:
        filters.append(any_value("work", request.works))
    if request.versions is not None:
        filters.append(any_value("version", request.versions))
    return filters


def _sort(sort: Sort, scored: bool) -> list[Body]:
    if sort is not Sort.RELEVANCE:
        return [{sort.value: "asc"}]
    return [{"_score": "desc"}, {"natural": "asc"}] if scored else [{"natural": "asc"}]


def _facet(name: str, chosen: dict[str, Body], size: int) -> Body:
    others = [condition for facet, condition in chosen.items() if facet != name]
    order = [{"_count": "desc"}, {"_key": "asc"}]
    terms = {"field": name, "size": max(size, 1), "shard_size": _MOST_VALUES, "order": order}
    return {"filter": {"bool": {"filter": others}}, "aggs": {"values": {"terms": terms}}}


def beginning_body(found: Beginning, access: Access) -> Body:
    """A request for units that stand for a title or name which may begin with what was typed."""
    title = Field.TITLE.value
    filters: list[Body] = [{"term": {title: term}} for term in found.terms]
    if found.last is not None:
        filters.append({"prefix": {title: found.last}})
    filters.append({"term": {"first": True}})
    return {
        "query": {"bool": {"filter": [*filters, *visible(access)]}},
        "sort": [{"newest": "asc"}],
        "_source": ["unit"],
        "track_total_hits": False,
    }
