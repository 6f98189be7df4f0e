"""Which versions another document ends, by a repeal clause or by taking them over: derived, whatever came first.

A clause ends the versions of the one work of its jurisdiction that bears exactly the name or the number that it gives,
and that began before the day on which it works. Where several works bear the name, it ends none. A clause in a
document that is not public ends only versions with the same label, so that nothing of it shows to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, select

from corpus.access import PUBLIC
from corpus.catalogue import tables
from corpus.catalogue.validity import SUPERSEDING, Dated, begins
from corpus.model import WITHOUT_VALIDITY, Ended, Kind
from corpus.names import name_key
from corpus.records import Relation

_TELLING_NUMBER = re.compile(r"[一-鿿]{2}")
"""A number that names its series (国知发…号) is enough where the name is that of no document; a bare 11/1986 is not."""
_PARAMETERS = 300  # values in one IN list: below every database's limit
_NEVER_ENDED = frozenset(str(kind) for kind in WITHOUT_VALIDITY)
_SUPERSEDING = frozenset(str(kind) for kind in SUPERSEDING)


def dated(row: Row[Any]) -> Dated:
    """What the validity of a version's row depends on."""
    details = getattr(row, "details", None) or {}
    changes = tuple(
        date.fromisoformat(event["on"])
        for event in details.get("events", ())
        if event["kind"] in ("adopted", "amended")
    )
    return Dated(row.id, row.language, row.kind, row.effective, row.version_on, row.repealed, changes)


def touched(connection: Connection, version: str) -> set[tuple[str, str]]:
    """The works (each with a label) whose validity depends on what a version says or on how it is called."""
    e, n, v = tables.endings, tables.names, tables.versions
    said = connection.execute(select(e.c.title_key, e.c.number_key).where(e.c.version == version)).all()
    called = connection.execute(
        select(n.c.key).join(e, e.c.title_key == n.c.key).where(n.c.version == version).distinct()
    ).scalars()
    titles = {row.title_key for row in said if row.title_key} | set(called)
    numbers = {row.number_key for row in said if row.number_key}
    found: set[tuple[str, str]] = set()
    for part in _parts(titles):
        query = (
            select(v.c.work, v.c.access).join(n, n.c.version == v.c.id).where(n.c.key.in_(part)).distinct()
        )
        found.update((row.work, row.access) for row in connection.execute(query))
    for part in _parts(numbers):
        query = select(v.c.work, v.c.access).where(v.c.number_key.in_(part)).distinct()
        found.update((row.work, row.access) for row in connection.execute(query))
    return found


def endings_of(connection: Connection, versions: Sequence[Row[Any]]) -> dict[str, Ended]:
    """How the versions of one work (rows of one label) are ended by other documents, by version."""
    if not versions:
        return {}
    ended: dict[str, Ended] = {}
    for clause in _clauses(connection, versions):
        day = clause.on or begins(dated(clause)) or clause.promulgated
        if day is None or not _means(connection, clause, versions[0]):
            continue
        for row in versions:
            if _ends(clause, row, day):
                current = ended.get(row.id)
                if current is None or (day, len(clause.id), clause.id) < (
                    current.on,
                    len(current.by),
                    current.by,
                ):
                    ended[row.id] = Ended(day, clause.id, Relation(clause.record["relation"]))
    return ended


def _clauses(connection: Connection, versions: Sequence[Row[Any]]) -> Iterator[Any]:
    """The clauses that give a name or number of one of the versions, with the documents in which they stand."""
    e, n, v = tables.endings, tables.names, tables.versions
    begun = (
        v.c.id,
        v.c.work,
        v.c.language,
        v.c.kind,
        v.c.effective,
        v.c.version_on,
        v.c.promulgated,
        v.c.repealed,
    )
    clause = (*begun, e.c.order, e.c.on, e.c.title_key, e.c.number_key, e.c.record)
    own = versions[0]
    visible = and_(v.c.access.in_({PUBLIC, own.access}), v.c.jurisdiction == own.jurisdiction)
    stated = select(*clause).join(v, v.c.id == e.c.version).where(visible)
    seen: set[tuple[str, int]] = set()
    queries = [
        stated.join(n, n.c.key == e.c.title_key).where(n.c.version.in_(part))
        for part in _parts(row.id for row in versions)
    ]
    queries.extend(
        stated.where(e.c.number_key.in_(part))
        for part in _parts({row.number_key for row in versions if row.number_key})
    )
    for query in queries:
        for row in connection.execute(query.order_by(v.c.id, e.c.order)).all():
            if (row.id, row.order) not in seen:
                seen.add((row.id, row.order))
                yield row


def _means(connection: Connection, clause: Any, own: Row[Any]) -> bool:
    """Whether it is the work of this version alone that the clause may mean."""
    labels = {PUBLIC, own.access}
    work = meant(connection, clause.title_key, clause.number_key, own.jurisdiction, labels)
    return work is not None and work == str(own.work)


def meant(
    connection: Connection, title_key: str | None, number_key: str | None, jurisdiction: str, labels: Set[str]
) -> str | None:
    """The one work that a clause means by a name or a number; ``None`` where none or several bear it.

    Args:
        connection: an open transaction.
        title_key, number_key: the name and the number of the clause, in the form in which they are compared.
        jurisdiction: that of the document in which the clause stands.
        labels: documents with one of these labels count.
    """
    n, v = tables.names, tables.versions
    where = and_(v.c.access.in_(sorted(labels)), v.c.jurisdiction == jurisdiction)
    if title_key is None:
        return _numbered(connection, number_key, where)
    query = (
        select(v.c.work, v.c.title, v.c.number_key)
        .join(n, n.c.version == v.c.id)
        .where(n.c.key == title_key, where)
    )
    bearers = connection.execute(query).all()
    if not bearers and number_key and (jurisdiction == "EU" or _TELLING_NUMBER.search(number_key)):
        return _numbered(connection, number_key, where)
    for chosen in (
        {row.work for row in bearers if number_key and row.number_key == number_key},
        {row.work for row in bearers if name_key(row.title) == title_key},
        {row.work for row in bearers},
    ):
        if chosen:
            return next(iter(chosen)) if len(chosen) == 1 else None
    return None


def _numbered(connection: Connection, number_key: str | None, where: ColumnElement[bool]) -> str | None:
    """The one work of which a version bears the number."""
    v = tables.versions
    found = set(
        connection.execute(select(v.c.work).where(v.c.number_key == number_key, where).distinct()).scalars()
    )
    return next(iter(found)) if len(found) == 1 else None


def _ends(clause: Any, row: Row[Any], day: date) -> bool:
    """Whether the clause ends this version of the work that it means."""
    if row.id == clause.id or row.kind in _NEVER_ENDED or row.kind == str(Kind.TYPICAL_CASE):
        return False
    begun = begins(dated(row))
    if row.work == clause.work:
        own = begins(dated(clause))
        if begun is None or own is None or begun >= own:
            return False
    another = clause.number_key and row.number_key and clause.number_key != row.number_key
    if another and row.kind not in _SUPERSEDING:
        return False  # notices of one title are told apart by their numbers
    return begun is None or begun < day


def _parts(values: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(values)
    for start in range(0, len(listed), _PARAMETERS):
        yield listed[start : start + _PARAMETERS]
