"""Both engines find what a plain reading of the units finds: any units, any query, any filter."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.access import INTERNAL, PUBLIC, Access
from index.elastic import ElasticEngine
from index.embedded import EmbeddedEngine
from index.engine import Engine
from index.schema import (
    FACETS,
    And,
    Everything,
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
from tests.index import oracle
from tests.index.units import grouped, unit

TEXTS = st.text(alphabet="茶葉叶园，。\n ab1-/", max_size=14)
SHORT = st.text(alphabet="茶叶园，ab1-/ ", max_size=6)
DAYS = st.none() | st.sampled_from([date(2000, 1, 1), date(2001, 1, 1), date(2001, 1, 2), date(2030, 12, 31)])
LABELS = ("甲", "乙", "a")


@st.composite
def _units(draw: st.DrawFn) -> list[SearchUnit]:
    made: list[SearchUnit] = []
    for number in range(draw(st.integers(0, 7))):
        version = f"cn/{draw(st.sampled_from(LABELS))}@{draw(st.integers(1, 2))}"
        values: dict[str, object] = {name: draw(TEXTS) for name in ("title", "label", "heading", "text")}
        values |= {
            name: draw(DAYS) for name in ("version_on", "adopted", "valid_to", "follows_on", "repealed")
        }
        values |= {name: tuple(draw(st.lists(SHORT, max_size=2))) for name in ("names", "path")}
        values |= {
            name: tuple(draw(st.lists(st.sampled_from(LABELS), max_size=2)))
            for name in ("issuers", "subjects")
        }
        values |= {
            "document_number": draw(st.none() | SHORT),
            "kind": draw(st.sampled_from(("law", "treaty"))),
            "access": draw(st.sampled_from((PUBLIC, PUBLIC, INTERNAL, "group"))),
        }
        made.append(unit(version, number, **values))
    return made


_LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.builds(Word, SHORT, st.none() | st.sampled_from(Field)),
    st.builds(Phrase, SHORT, st.none() | st.sampled_from(Field)),
    st.just(Everything()),
)
QUERIES: st.SearchStrategy[Node] = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.builds(And, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)
REQUESTS = st.builds(
    SearchRequest,
    query=QUERIES,
    access=st.sampled_from((Access.public(), Access.of(INTERNAL), Access.everything())),
    as_of=DAYS,
    filters=st.dictionaries(
        st.sampled_from(FACETS),
        st.frozensets(st.sampled_from((*LABELS, "law", "CN", "2001")), max_size=2),
        max_size=2,
    ),
    facets=st.lists(st.sampled_from(FACETS), unique=True).map(tuple),
    works=st.none() | st.frozensets(st.sampled_from([f"cn/{label}" for label in LABELS])),
    exclude=st.frozensets(st.sampled_from(["cn/甲@1#0", "cn/乙@2#1"])),
    sort=st.sampled_from(Sort),
    limit=st.just(50),
    facet_size=st.integers(1, 3),
)


@pytest.fixture(scope="module")
def embedded() -> Iterator[Engine]:
    with EmbeddedEngine(None) as engine:
        yield engine


@pytest.fixture(scope="module")
def elastic(elasticsearch_url: str) -> Iterator[Engine]:
    from elasticsearch import Elasticsearch

    prefix = f"zhiku-test-{uuid.uuid4().hex[:10]}"
    with ElasticEngine(elasticsearch_url, prefix) as engine:
        yield engine
    with Elasticsearch(elasticsearch_url) as client:
        client.indices.delete(index=f"{prefix}-first")


def _check(engine: Engine, units: list[SearchUnit], requests: list[SearchRequest]) -> None:
    versions = grouped(units)
    engine.replace({**dict.fromkeys(engine.inventory(), ()), **versions})
    for request in requests:
        page = engine.search(request)
        expected = oracle.found(units, request)
        assert {hit.unit.id for hit in page.hits} == {each.id for each in expected}
        assert page.total == len(expected)
        assert page.facets == oracle.counts(units, request)
        if request.sort is not Sort.RELEVANCE:
            assert [hit.unit for hit in page.hits] == expected
        else:
            order = [(-hit.score, hit.unit.version, hit.unit.order) for hit in page.hits]
            assert order == sorted(order)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(_units(), st.lists(REQUESTS, min_size=3, max_size=8))
def test_embedded(embedded: Engine, units: list[SearchUnit], requests: list[SearchRequest]) -> None:
    _check(embedded, units, requests)


@pytest.mark.elasticsearch
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(_units(), st.lists(REQUESTS, min_size=3, max_size=8))
def test_elastic(elastic: Engine, units: list[SearchUnit], requests: list[SearchRequest]) -> None:
    _check(elastic, units, requests)
