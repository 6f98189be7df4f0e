"""Between what was read of a document and what is stored of it: the corrections that hold are applied here alone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from sqlalchemy import Connection, Date, Row, delete, insert, select

from corpus.access import PUBLIC
from corpus.catalogue import contents, rows, tables
from corpus.catalogue.arrival import Arrival, work_of
from corpus.catalogue.belongings import kept, revived
from corpus.catalogue.copies import own_identity
from corpus.catalogue.recognition import Recognised
from corpus.corrections import Correction, Part, corrected
from corpus.corrections.apply import holding
from corpus.corrections.fields import WORK
from corpus.ids import checksum
from corpus.model import Document, Format, SourceFile
from corpus.records import Digest, Ending, Minutes, Term


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a document, before anybody corrected it."""

    document: Document
    work: str
    content: str

    def kept(self) -> dict[str, Any]:
        """The part of it that corrections may change, as JSON."""
        values = rows.version_values(self.document)
        return {
            "work": self.work,
            "content": self.content,
            "values": {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()},
            "digests": [kept(digest) for digest in self.document.digests],
            "minutes": kept(self.document.minutes) if self.document.minutes else None,
        }


@dataclass(frozen=True, slots=True)
class Amended:
    """A document as it is stored: ``read`` is empty where no correction holds."""

    document: Document
    work: str
    content: str
    read: Mapping[str, Any] | None


def amended(read: Read, corrections: Iterable[Correction], joins: Mapping[str, str]) -> Amended:
    """What a document becomes by the corrections of it and the joins of works.

    Args:
        read: what was read of it.
        corrections: all that are about it.
        joins: works that were joined to others, for its label.
    """
    held = holding(corrections)
    document = corrected(read.document, held)
    before = work_of(read.document)
    own = work_of(document)
    # The catalogue may know better than the title which work was read; a corrected title decides anew.
    work = read.work if own == before else own
    work = next((str(c.value) for c in held if (c.part, c.field) == (Part.DOCUMENT, WORK)), work)
    work = joined(work, joins)
    if not held and work == read.work:
        return Amended(read.document, read.work, read.content, None)
    said = [(c.number, c.part, c.key, c.field, c.value, c.by, c.made) for c in held]
    content = checksum(f"{read.content} {json.dumps(said, sort_keys=True)}".encode())
    return Amended(document, work, content, read.kept())


def joined(work: str, joins: Mapping[str, str]) -> str:
    """The work that a work was joined to, be it by way of others; of a circle (of several labels) always the same."""
    passed = [work]
    while (into := joins.get(work)) is not None:
        if into in passed:
            return min(passed[passed.index(into) :])
        work = into
        passed.append(work)
    return work


def arrive(
    connection: Connection, document: Document, source: SourceFile, access: str
) -> tuple[Arrival, frozenset[int]]:
    """A document on its way in, with the corrections that are known of it, and the numbers of those."""
    plain = Arrival(document, source, access)
    known = Recognised(
        plain.work, document.identity.version_on, plain.text, contents.tells_apart(document), access
    )
    keys = known.keys(source.location, source.checksum)
    found = matching(connection, keys)
    joins = joins_for(connection, access)
    if not found and plain.work not in joins:
        return plain, frozenset()
    made = amended(Read(document, plain.work, plain.content), found, joins)
    note_keys(connection, [c.number for c in found], keys)
    arrival = Arrival(made.document, source, access, made.content, made.work, made.read)
    return arrival, frozenset(c.number for c in found)


def matching(connection: Connection, keys: Collection[str]) -> list[Correction]:
    """The corrections of documents that are known by one of the keys, taken back or not."""
    c, k = tables.corrections, tables.correction_keys
    numbers = select(k.c.correction).where(k.c.key.in_(sorted(keys)))
    return [correction(row) for row in connection.execute(select(c).where(c.c.number.in_(numbers)))]


def joins_for(connection: Connection, access: str) -> dict[str, str]:
    """The works that were joined to others, as documents with a label see it: only public joins are for all."""
    c = tables.corrections
    query = select(c).where(c.c.part == str(Part.WORK), c.c.access.in_({PUBLIC, access}))
    held = holding(correction(row) for row in connection.execute(query))
    return {each.key: str(each.value) for each in held}


def note_keys(connection: Connection, numbers: Iterable[int], keys: Collection[str]) -> None:
    """Let corrections know documents by more keys."""
    k = tables.correction_keys
    for number in numbers:
        have = set(connection.execute(select(k.c.key).where(k.c.correction == number)).scalars())
        fresh = [{"correction": number, "key": key} for key in sorted(set(keys) - have)]
        if fresh:
            connection.execute(insert(k), fresh)


def note_versions(connection: Connection, version: str, numbers: Collection[int], only: bool) -> None:
    """Note which corrections are about a version; with ``only``, that no others are."""
    t = tables.correction_versions
    have = set(connection.execute(select(t.c.correction).where(t.c.version == version)).scalars())
    fresh = [{"correction": number, "version": version} for number in sorted(set(numbers) - have)]
    if fresh:
        connection.execute(insert(t), fresh)
    if only and (stale := have - set(numbers)):
        connection.execute(delete(t).where(t.c.version == version, t.c.correction.in_(sorted(stale))))


def corrections_of(connection: Connection, version: str) -> list[Correction]:
    """The corrections of a version, taken back or not."""
    c, t = tables.corrections, tables.correction_versions
    query = select(c).join(t, t.c.correction == c.c.number).where(t.c.version == version).order_by(c.c.number)
    return [correction(row) for row in connection.execute(query)]


def correction(row: Row[Any], versions: Sequence[str] = ()) -> Correction:
    """A correction from its row."""
    return Correction(
        number=row.number,
        part=Part(row.part),
        key=row.key,
        field=row.field,
        value=row.value,
        before=row.before,
        by=row.by,
        made=row.made,
        withdrawn=row.withdrawn,
        withdrawn_by=row.withdrawn_by,
        access=row.access,
        versions=tuple(versions),
    )


def read_of(connection: Connection, row: Row[Any]) -> Read:
    """What was read of a version, from its row and all that belongs to it."""
    held: Mapping[str, Any] | None = row.read
    p = tables.provisions
    provisions = connection.execute(select(p).where(p.c.version == row.id).order_by(p.c.order))
    digests = _records(connection, tables.digests, row.id) if held is None else held["digests"]
    minutes = _records(connection, tables.meetings, row.id) if held is None else [held["minutes"]]
    t = tables.terms
    terms = connection.execute(select(t).where(t.c.version == row.id).order_by(t.c.order))
    document = Document(
        identity=own_identity(row) if held is None else rows.identity(_row(held["values"])),
        provisions=tuple(rows.provision(each) for each in provisions),
        format=Format(row.format),
        digests=tuple(revived(Digest, each) for each in digests),
        minutes=next((revived(Minutes, each) for each in minutes if each), None),
        endings=tuple(revived(Ending, each) for each in _records(connection, tables.endings, row.id)),
        terms=tuple(Term(r.language, r.term, r.other_language, r.other_term, r.start, r.end) for r in terms),
        confidence=row.confidence,
    )
    if held is None:
        return Read(document, row.work, row.content_checksum)
    return Read(document, held["work"], held["content"])


def recognised(read: Read, text: str, access: str) -> Recognised:
    """By what a stored document is known."""
    known = read.document
    return Recognised(read.work, known.identity.version_on, text, contents.tells_apart(known), access)


def _row(values: Mapping[str, Any]) -> Row[Any]:
    """Kept values in the form of a version's row."""
    columns = tables.versions.c
    shaped = {
        name: date.fromisoformat(value) if value and isinstance(columns[name].type, Date) else value
        for name, value in values.items()
    }
    return cast(Row[Any], SimpleNamespace(**shaped))


def _records(connection: Connection, table: Any, version: str) -> list[Any]:
    query = select(table.c.record).where(table.c.version == version)
    if "order" in table.c:
        query = query.order_by(table.c.order)
    return list(connection.execute(query).scalars())
