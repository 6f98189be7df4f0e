"""The server: its address, its failures as errors that a person can act on, patience, and checked bulk writes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from elasticsearch import ApiError, Elasticsearch, TransportError

from corpus.errors import UnavailableError, UsageError

ATTEMPTS = 6
"""How often a request is made that the server answers with "not now" (429 or 503)."""

FIRST_PAUSE = 0.1
"""Seconds before the second attempt; each further pause is twice as long, up to ``LONGEST_PAUSE``."""

LONGEST_PAUSE = 2.0

_NOT_NOW = frozenset({429, 503})
_READ_SECONDS = 15.0
_WRITE_SECONDS = 120.0
_BULK_UNITS = 1000
_BULK_BYTES = 8_000_000

Action = tuple[str, str, dict[str, Any] | None]
"""``index`` or ``delete``, the id of a document, and the document."""

T = TypeVar("T")


class Server:
    """A client with bounded patience.

    Args:
        url: address; user and password in it are used and never shown.
        pause: how to wait, for tests.

    Raises:
        UsageError: if ``url`` is no address.
    """

    def __init__(self, url: str, pause: Callable[[float], None] = time.sleep) -> None:
        self.address, credentials = _address(url)
        self._pause = pause
        self._client = Elasticsearch(
            self.address,
            basic_auth=credentials,
            request_timeout=_READ_SECONDS,
            max_retries=0,
            retry_on_timeout=False,
        )

    def ask(self, request: Callable[[Elasticsearch], T], writing: bool = False) -> T:
        """The answer to a request.

        Raises:
            UnavailableError: if the server is away, too busy for too long, or refuses.
        """
        client = self._client.options(request_timeout=_WRITE_SECONDS) if writing else self._client
        pause = FIRST_PAUSE
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return request(client)
            except ApiError as error:
                if error.meta.status not in _NOT_NOW or attempt == ATTEMPTS:
                    raise self._refused(error) from None
            except TransportError as error:
                raise self._away(error) from None
            self._pause(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        raise AssertionError

    def find(self, request: Callable[[Elasticsearch], T]) -> T | None:
        """Like ``ask``, but ``None`` where the index does not exist."""

        def tolerant(client: Elasticsearch) -> T | None:
            try:
                return request(client)
            except ApiError as error:
                if error.meta.status == 404:
                    return None
                raise

        return self.ask(tolerant)

    def bulk(self, index: str, actions: Iterable[Action]) -> dict[str, str]:
        """Write, and look at the answer to each item; items that the server is too busy for are tried again.

        ``index`` has to be an alias, so that no index comes into being by a write to one that was removed.

        Returns:
            The reason for each document that was refused, by its id. Deleting what is not there is no refusal.
        """
        refused: dict[str, str] = {}
        for chunk in _chunks(actions):
            pause = FIRST_PAUSE
            for attempt in range(1, ATTEMPTS + 1):
                chunk, failed = self._written(index, chunk, last=attempt == ATTEMPTS)
                refused |= failed
                if not chunk:
                    break
                self._pause(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
        return refused

    def _written(self, index: str, chunk: list[Action], last: bool) -> tuple[list[Action], dict[str, str]]:
        """What is left to try again, and what was refused."""
        operations: list[Any] = []
        for kind, id_, document in chunk:
            operations.append({kind: {"_id": id_}})
            if document is not None:
                operations.append(document)
        answer = self.ask(
            lambda client: client.bulk(index=index, operations=operations, require_alias=True), writing=True
        )
        again: list[Action] = []
        refused: dict[str, str] = {}
        for action, item in zip(chunk, answer["items"], strict=True):
            result = item[action[0]]
            status = int(result["status"])
            if status in _NOT_NOW and not last:
                again.append(action)
            elif status >= 300 and not (action[0] == "delete" and status == 404):
                refused[action[1]] = _reason(result.get("error"))
        return again, refused

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def _away(self, error: TransportError) -> UnavailableError:
        what = "did not answer in time" if "imeout" in type(error).__name__ else "does not answer"
        return UnavailableError(
            f"Elasticsearch at {self.address} {what}.",
            "Start it or correct ZHIKU_ELASTICSEARCH_URL; then run zhiku verify --repair to index what it missed.",
            code="index_away",
        )

    def _refused(self, error: ApiError) -> UnavailableError:
        status = error.meta.status
        if status in {401, 403}:
            cure = "Put a user and password that may write to the index into ZHIKU_ELASTICSEARCH_URL."
        elif status in _NOT_NOW:
            cure = "It has too much to do: try again later."
        else:
            cure = "Run zhiku rebuild; if it persists, see the server's log."
        reason = _reason(error.body.get("error")) if isinstance(error.body, dict) else str(error.message)
        message = f"Elasticsearch at {self.address} refused ({status}): {reason}."
        return UnavailableError(message, cure, code="index_refused")


def _address(url: str) -> tuple[str, tuple[str, str] | None]:
    """The address without credentials but with its port, and the credentials."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host:
        raise UsageError("ZHIKU_ELASTICSEARCH_URL is no address.", "Write it as http://localhost:9200.")
    port = port or (443 if parts.scheme == "https" else 9200)
    named = f"[{host}]" if ":" in host else host
    credentials = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return f"{parts.scheme}://{named}:{port}{parts.path.rstrip('/')}", credentials


def _chunks(actions: Iterable[Action]) -> Iterator[list[Action]]:
    chunk: list[Action] = []
    size = 0
    for action in actions:
        # Characters of the longest parts; three bytes each in Chinese.
        weight = 3 * sum(len(value) for value in (action[2] or {}).values() if isinstance(value, str))
        if chunk and (len(chunk) >= _BULK_UNITS or size + weight > _BULK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(action)
        size += weight
    if chunk:
        yield chunk


def _reason(error: object) -> str:
    """The innermost cause that the server names."""
    if not isinstance(error, dict):
        return str(error)
    cause = error.get("caused_by")
    inner = f" ({_reason(cause)})" if isinstance(cause, dict) else ""
    return f"{error.get('reason') or error.get('type') or json.dumps(error)}{inner}"
