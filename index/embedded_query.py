"""Plans and filters as tantivy queries."""

from __future__ import annotations

from collections.abc import Iterable

from tantivy import FieldType, Occur, Query

from corpus.access import Access
from index.embedded_schema import schema
from index.fields import FIRST_DAY, LAST_DAY
from index.plan import AllOf, AnyOf, Nothing, Plan, Sequence, Term, Whole
from index.schema import Field, SearchRequest
from index.suggestions import Beginning

_TITLE = Field.TITLE.value
_MUST, _SHOULD, _MUST_NOT = Occur.Must, Occur.Should, Occur.MustNot


def scoring(plan: Plan) -> Query:
    """A plan as a query."""
    match plan:
        case Term(field, token, boost):
            return _boosted(Query.term_query(schema(), field, token, "freq"), boost)
        case Sequence(field, tokens, _, boost):
            return _boosted(Query.phrase_query(schema(), field, list(tokens)), boost)
        case AnyOf(parts):
            return Query.boolean_query([(_SHOULD, scoring(part)) for part in parts])
        case AllOf(must, also, without):
            clauses = [(_MUST, scoring(part)) for part in must or (Whole(),)]
            clauses += [(_SHOULD, scoring(part)) for part in also]
            clauses += [(_MUST_NOT, scoring(part)) for part in without]
            return Query.boolean_query(clauses)
        case Whole():
            return silent(Query.all_query())
        case Nothing():
            return Query.empty_query()
        case _:
            raise TypeError(f"not a plan: {plan!r}")


def _boosted(query: Query, boost: float) -> Query:
    return query if boost == 1.0 else Query.boost_query(query, boost)


def silent(query: Query) -> Query:
    """The same units without a score."""
    return Query.const_score_query(query, 0.0)


def any_value(field: str, values: Iterable[str]) -> Query:
    """Units with one of ``values``; none where there are no values."""
    wanted = sorted(values)
    if not wanted:
        return Query.empty_query()
    if len(wanted) == 1:
        return silent(Query.term_query(schema(), field, wanted[0], "basic"))
    return silent(Query.term_set_query(schema(), field, wanted))


def visible(access: Access) -> list[tuple[Occur, Query]]:
    """What a reader may see, as clauses of a boolean query."""
    return [] if access.labels is None else [(_MUST, any_value("access", access.labels))]


def conditions(request: SearchRequest) -> list[tuple[Occur, Query]]:
    """Everything a request asks for besides its query and its facet filters."""
    clauses = visible(request.access)
    if request.as_of is not None:
        day = request.as_of.toordinal()
        clauses.append((_MUST, silent(_between("since", FIRST_DAY, day))))
        clauses.append((_MUST, silent(_between("until", day + 1, LAST_DAY))))
    if request.works is not None:
        clauses.append((_MUST, any_value("work", request.works)))
    if request.versions is not None:
        clauses.append((_MUST, any_value("version", request.versions)))
    if request.exclude:
        clauses.append((_MUST_NOT, any_value("id", request.exclude)))
    return clauses


def _between(field: str, first: int, last: int) -> Query:
    return Query.range_query(schema(), field, FieldType.Unsigned, first, last)


def joined(query: Query, clauses: list[tuple[Occur, Query]]) -> Query:
    """A query under conditions that do not score."""
    return Query.boolean_query([(_MUST, query), *clauses]) if clauses else query


def filtered(request: SearchRequest, without: str | None = None) -> list[tuple[Occur, Query]]:
    """The facet filters of a request, but for the one on ``without``."""
    return [(_MUST, any_value(name, values)) for name, values in request.filters.items() if name != without]


def beginning(found: Beginning, access: Access) -> Query:
    """Units that stand for a title or name which may begin with what was typed."""
    clauses = [(_MUST, Query.term_query(schema(), _TITLE, term, "freq")) for term in found.terms]
    if found.last is not None:
        clauses.append((_MUST, Query.regex_query(schema(), _TITLE, f"{found.last}.*")))
    clauses.append((_MUST, Query.term_query(schema(), "first", True)))
    return Query.boolean_query([*clauses, *visible(access)])
