"""The records that belong to a version: digests, minutes, endings, terms. Between their rows and their values."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Table, delete, insert

from corpus.catalogue import tables
from corpus.model import Document
from corpus.names import name_key
from corpus.records import Brief, Digest, Ending, Minutes, brief_of

T = TypeVar("T")

_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {
    kind: TypeAdapter(kind) for kind in (Digest, Brief, Minutes, Ending)
}
_TABLES = (tables.digests, tables.meetings, tables.endings, tables.terms)


def fill(connection: Connection, version: str, document: Document) -> None:
    """Insert what a document came to beside its provisions."""
    for table, values in _rows(document):
        if values:
            own = [{"version": version, **value} for value in values]
            connection.execute(insert(table), own)


def empty(connection: Connection, version: str) -> None:
    """Delete all records of a version."""
    for table in _TABLES:
        connection.execute(delete(table).where(table.c.version == version))


def _rows(document: Document) -> list[tuple[Table, list[dict[str, Any]]]]:
    digests = [
        {
            "order": i,
            "jurisdiction": d.jurisdiction,
            "date": d.date,
            "brief": kept(brief_of(d)),
            "record": kept(d),
        }
        for i, d in enumerate(document.digests)
    ]
    minutes = document.minutes
    meetings = [{"date": minutes.date, "record": kept(minutes)}] if minutes is not None else []
    endings = [
        {
            "order": i,
            "title_key": name_key(e.title) if e.title else None,
            "number_key": name_key(e.document_number) if e.document_number else None,
            "on": e.on,
            "record": kept(e),
        }
        for i, e in enumerate(document.endings)
    ]
    terms = [
        {
            "order": i,
            "language": t.language,
            "term": t.term,
            "other_language": t.other_language,
            "other_term": t.other_term,
            "start": t.start,
            "end": t.end,
        }
        for i, t in enumerate(document.terms)
    ]
    return [
        (tables.digests, digests),
        (tables.meetings, meetings),
        (tables.endings, endings),
        (tables.terms, terms),
    ]


def kept(record: object) -> Any:
    """A record as JSON. Halves of surrogate pairs and NUL, which PostgreSQL refuses, are replaced."""
    return _storable(_adapter(type(record)).dump_python(record, mode="json"))


def revived(kind: type[T], value: Any) -> T:
    """A record from its JSON."""
    found: T = _adapter(kind).validate_python(value)
    return found


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return _ADAPTERS[kind]


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, dict):
        return {key: _storable(each) for key, each in value.items()}
    return value
