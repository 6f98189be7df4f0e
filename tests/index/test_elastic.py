"""What is particular to Elasticsearch: a server that is away, busy or picky."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from corpus.access import Access
from corpus.errors import UnavailableError, UsageError
from index.elastic import ElasticEngine
from index.elastic_schema import document_id
from index.elastic_server import ATTEMPTS, LONGEST_PAUSE, Server
from index.schema import Everything, SearchRequest, SearchUnit
from tests.index.units import BASE, OLD, grouped

ALL = SearchRequest(Everything(), Access.everything(), None, limit=100)


# --- a server of our own, that answers as it is told -----------------------------------------------------------


class Script:
    """Answers in order, and the requests that came."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, dict[str, Any]]] = []
        self.requests: list[str] = []


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def scripted(script: Script) -> Iterator[str]:
    """The address of a server that follows ``script``."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            script.requests.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())
            status, content = script.answers.pop(0)
            self.send_response(status)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8")
            self.end_headers()
            self.wfile.write(json.dumps(content).encode())

        do_GET = do_POST = do_PUT = _answer

        def log_message(self, format: str, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def items(*statuses: int) -> tuple[int, dict[str, Any]]:
    """The answer to a bulk with these items."""
    listed = [
        {
            "index": {
                "_id": str(number),
                "status": status,
                "error": {"type": "t", "reason": f"reason {number}"},
            }
        }
        for number, status in enumerate(statuses)
    ]
    return 200, {"errors": True, "items": listed}


BUSY = {"error": {"type": "es_rejected_execution_exception", "reason": "queue is full"}, "status": 429}


def test_items_that_come_at_a_bad_time_are_tried_again_alone(script: Script, scripted: str) -> None:
    pauses: list[float] = []
    script.answers = [items(201, 429, 503, 400), items(429, 201), items(201)]
    server = Server(scripted, pauses.append)
    actions = [("index", name, {"n": name}) for name in "abcd"]
    assert server.bulk("alias", iter(actions)) == {"d": "reason 3"}
    sent = [[json.loads(line)["index"]["_id"] for line in body.splitlines()[::2]] for body in script.requests]
    assert sent == [["a", "b", "c", "d"], ["b", "c"], ["b"]]
    assert pauses == [0.1, 0.2]
    server.close()


def test_an_item_that_never_fits_is_refused_in_the_end(script: Script, scripted: str) -> None:
    pauses: list[float] = []
    script.answers = [items(429)] * ATTEMPTS
    server = Server(scripted, pauses.append)
    assert server.bulk("alias", [("index", "a", {})]) == {"a": "reason 0"}
    assert len(pauses) == ATTEMPTS - 1
    assert max(pauses) <= LONGEST_PAUSE
    server.close()


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_and_then_named(script: Script, scripted: str, status: int) -> None:
    pauses: list[float] = []
    server = Server(scripted, pauses.append)
    script.answers = [(status, BUSY), (200, {"count": 3})]
    assert server.ask(lambda client: client.count())["count"] == 3
    script.answers = [(status, BUSY)] * ATTEMPTS
    with pytest.raises(UnavailableError, match="queue is full") as caught:
        server.ask(lambda client: client.count())
    assert scripted in str(caught.value)
    assert not script.answers
    server.close()


@pytest.mark.parametrize("status", [400, 401, 403, 500])
def test_other_refusals_are_not_repeated(script: Script, scripted: str, status: int) -> None:
    server = Server(scripted, lambda _: pytest.fail("waited"))
    script.answers = [(status, {"error": {"type": "t", "reason": "no way"}})]
    with pytest.raises(UnavailableError, match="no way") as caught:
        server.ask(lambda client: client.count())
    assert ("password" in caught.value.cure) is (status in {401, 403})
    server.close()


# --- addresses -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url", ["localhost:9200", "", "ftp://host", "http://", "http://host:port", "http://[::1"]
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UsageError, match="ZHIKU_ELASTICSEARCH_URL"):
        ElasticEngine(url)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://host", "http://host:9200"),
        ("https://host/", "https://host:443"),
        ("https://me:s%40cret@host:9201/es/", "https://host:9201/es"),
        ("http://[::1]:9200", "http://[::1]:9200"),
    ],
)
def test_addresses_are_shown_without_credentials(url: str, address: str) -> None:
    server = Server(url)
    assert server.address == address
    server.close()


def test_a_server_that_is_away_is_named_without_its_password(unused_port: int) -> None:
    with ElasticEngine(f"http://me:secret@127.0.0.1:{unused_port}") as engine:
        for attempt in (
            lambda: engine.search(ALL),
            lambda: engine.replace(grouped(BASE)),
            lambda: engine.rebuild(grouped(BASE).items()),
            engine.is_current,
            engine.inventory,
        ):
            with pytest.raises(UnavailableError, match="does not answer") as caught:
                attempt()
            assert f"http://127.0.0.1:{unused_port}" in str(caught.value)
            assert "ZHIKU_ELASTICSEARCH_URL" in caught.value.cure
            assert "secret" not in str(caught.value)


@pytest.fixture
def unused_port() -> int:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        return int(server.server_port)


def test_ids_are_their_own_or_a_checksum() -> None:
    assert document_id("cn/茶@1#1") == "cn/茶@1#1"
    long = "cn/" + "茶" * 170
    assert document_id(long + "a").startswith("sha256:")
    assert document_id(long + "a") != document_id(long + "b")


# --- the real server -------------------------------------------------------------------------------------------


@pytest.fixture
def client(elasticsearch_url: str) -> Iterator[Elasticsearch]:
    with Elasticsearch(elasticsearch_url) as client:
        yield client


@pytest.fixture
def alias(client: Elasticsearch) -> Iterator[str]:
    name = f"zhiku-test-{uuid.uuid4().hex[:10]}"
    yield name
    for index in client.indices.get_alias(index=f"{name}-*"):
        client.indices.delete(index=index)


@pytest.mark.elasticsearch
def test_the_mapping_is_strict(elasticsearch_url: str, alias: str) -> None:
    with ElasticEngine(elasticsearch_url, alias) as engine:
        engine.replace({OLD: BASE[:1]})
        server = Server(elasticsearch_url)
        refused = server.bulk(alias, [("index", "good", {"unit": {}}), ("index", "bad", {"nonsense": 1})])
        assert list(refused) == ["bad"]
        assert "strict" in refused["bad"]
        server.close()


@pytest.mark.elasticsearch
def test_no_index_comes_into_being_by_a_write(
    elasticsearch_url: str, alias: str, client: Elasticsearch
) -> None:
    server = Server(elasticsearch_url)
    assert list(server.bulk(alias, [("index", "a", {})])) == ["a"]
    assert not client.indices.exists(index=alias)
    server.close()


@pytest.mark.elasticsearch
def test_a_rebuild_leaves_one_index(elasticsearch_url: str, alias: str, client: Elasticsearch) -> None:
    with ElasticEngine(elasticsearch_url, alias) as engine:
        engine.replace(grouped(BASE))
        for _ in range(2):
            engine.rebuild(grouped(BASE).items())
        assert len(client.indices.get_alias(index=f"{alias}-*")) == 1
        assert list(client.indices.get_alias(name=alias).body.values()) == [{"aliases": {alias: {}}}]


@pytest.mark.elasticsearch
def test_of_two_rebuilds_the_first_to_finish_wins(elasticsearch_url: str, alias: str) -> None:
    with ElasticEngine(elasticsearch_url, alias) as engine, ElasticEngine(elasticsearch_url, alias) as other:

        def source() -> Iterator[tuple[str, Sequence[SearchUnit]]]:
            yield OLD, BASE[:1]
            other.rebuild(grouped(BASE).items())

        with pytest.raises(UnavailableError):
            engine.rebuild(source())
        assert engine.search(ALL).total == len(BASE)
