"""Between rows and the model's values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, insert

from corpus.catalogue import tables
from corpus.evidence import Evidence
from corpus.model import Document, Ended, Event, Format, Identity, Kind, Level, Provision, Source, Version
from corpus.names import name_key
from corpus.notes import kept, revived
from corpus.records import Relation

_LONGEST_NAME = (
    500  # longer ones are no names by which anybody asks, and too long for an index of the database
)


def details(identity: Identity, warnings: Iterable[str]) -> dict[str, Any]:
    """The part of an identity that is kept as JSON."""
    return {
        "names": list(identity.names),
        "issuers": list(identity.issuers),
        "subjects": list(identity.subjects),
        "areas": list(identity.areas),
        "events": [
            {"kind": event.kind, "on": event.on.isoformat(), "by": event.by, "surface": event.surface}
            for event in identity.events
        ],
        "evidence": [
            {
                "field": e.field,
                "surface": e.surface,
                "origin": e.origin,
                "start": e.start,
                "end": e.end,
                **({"source": e.source} if e.source else {}),
            }
            for e in identity.evidence
        ],
        "warnings": [kept(warning) for warning in dict.fromkeys((*identity.warnings, *warnings))],
    }


def version_values(document: Document) -> dict[str, Any]:
    """The columns of a version that come from its document alone."""
    identity = document.identity
    return {
        "title": _storable(identity.title),
        "kind": str(identity.kind),
        "language": identity.language,
        "jurisdiction": identity.jurisdiction,
        "document_number": identity.document_number,
        "number_key": (name_key(identity.document_number) or None) if identity.document_number else None,
        "adopted": identity.adopted,
        "promulgated": identity.promulgated,
        "effective": identity.effective,
        "repealed": identity.repealed,
        "version_on": identity.version_on,
        "region": identity.region,
        "confidence": document.confidence,
        "details": details(identity, document.warnings),
        "format": str(document.format),
        "articles": document.articles,
        "provisions": len(document.provisions),
    }


def identity(row: Row[Any]) -> Identity:
    """The identity that a version's row holds."""
    held: Mapping[str, Any] = row.details
    return Identity(
        title=row.title,
        kind=Kind(row.kind),
        language=row.language,
        jurisdiction=row.jurisdiction,
        names=tuple(held["names"]),
        issuers=tuple(held["issuers"]),
        document_number=row.document_number,
        adopted=row.adopted,
        promulgated=row.promulgated,
        effective=row.effective,
        repealed=row.repealed,
        events=tuple(
            Event(e["kind"], date.fromisoformat(e["on"]), e["by"], e["surface"]) for e in held["events"]
        ),
        subjects=tuple(held["subjects"]),
        region=row.region,
        areas=tuple(held.get("areas", ())),
        version_on=row.version_on,
        evidence=tuple(Evidence(**e) for e in held["evidence"]),
        warnings=tuple(revived(warning) for warning in held["warnings"]),
    )


def version(row: Row[Any], sources: Iterable[Source]) -> Version:
    """A version with its sources."""
    return Version(
        id=row.id,
        work=row.work,
        identity=identity(row),
        access=row.access,
        sources=tuple(sources),
        articles=row.articles,
        provisions=row.provisions,
        fingerprint=row.fingerprint,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        follows_on=row.follows_on,
        added=row.added,
        confidence=row.confidence,
        ended=Ended(row.ended_on, row.ended_by, Relation(row.ended_how)) if row.ended_on else None,
    )


def source(row: Row[Any]) -> Source:
    """A source file."""
    return Source(row.location, row.checksum, Format(row.format), row.size)


def provision_values(version_id: str, provision: Provision) -> dict[str, Any]:
    """The row of a provision."""
    return {
        "version": version_id,
        "fragment": provision.fragment,
        "parent": provision.parent,
        "order": provision.order,
        "level": str(provision.level),
        "number": provision.number,
        "label": _storable(provision.label),
        "heading": _storable(provision.heading),
        "text": _storable(provision.text),
        "start": provision.start,
        "end": provision.end,
        "article": provision.article,
        "deleted": provision.deleted,
        "language": provision.language,
    }


def insert_names(connection: Connection, version_id: str, identity: Identity) -> None:
    """Insert the names by which a version is asked for."""
    named = [
        {"version": version_id, "name": name, "key": name_key(name)}
        for name in dict.fromkeys((identity.title, *identity.names))
        if name_key(name) and len(name) <= _LONGEST_NAME
    ]
    if named:
        connection.execute(insert(tables.names), named)


def insert_provisions(connection: Connection, version_id: str, provisions: Sequence[Provision]) -> None:
    """Insert the provisions of a version.

    They are most of what is stored, and of types that every driver takes as they are: SQLAlchemy, which looks at each
    value of each row, would take longer than the database.
    """
    if not provisions:
        return
    values = [provision_values(version_id, each) for each in provisions]
    compiled = insert(tables.provisions).compile(dialect=connection.dialect, column_keys=list(values[0]))
    if compiled.positional:
        order = itemgetter(*(compiled.positiontup or ()))
        connection.exec_driver_sql(str(compiled), [order(row) for row in values])
    else:
        connection.exec_driver_sql(str(compiled), values)


def provision(row: Row[Any]) -> Provision:
    """A provision from its row."""
    return Provision(
        fragment=row.fragment,
        parent=row.parent,
        order=row.order,
        level=Level(row.level),
        number=row.number,
        label=row.label,
        heading=row.heading,
        text=row.text,
        start=row.start,
        end=row.end,
        article=row.article,
        deleted=row.deleted,
        language=row.language,
    )


def _storable(text: str) -> str:
    """Text without characters that PostgreSQL refuses: NUL, and halves of surrogate pairs."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
