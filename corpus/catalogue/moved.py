"""Ids that versions had before a correction gave them another one: links to them go on working."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from corpus.catalogue import tables

_PARAMETERS = 400
_OF_A_VERSION = (
    tables.names,
    tables.provisions,
    tables.digests,
    tables.meetings,
    tables.endings,
    tables.terms,
    tables.sources,
    tables.correction_versions,
    tables.moved,
)


def follow(connection: Connection, version: str) -> str:
    """The id that a version has now."""
    return followed(connection, [version]).get(version, version)


def followed(connection: Connection, versions: Iterable[str]) -> dict[str, str]:
    """The ids that versions have now, for those of ``versions`` that are ids of former days."""
    m, v = tables.moved, tables.versions
    wanted = list(dict.fromkeys(versions))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _PARAMETERS):
        part = wanted[start : start + _PARAMETERS]
        # Where another document has got the id meanwhile, the id means that one.
        query = (
            select(m.c.id, m.c.version)
            .outerjoin(v, v.c.id == m.c.id)
            .where(m.c.id.in_(part), v.c.id.is_(None))
        )
        found |= {row.id: row.version for row in connection.execute(query)}
    return found


def move(connection: Connection, version: str, target: str) -> None:
    """Let all that belongs to a version belong to ``target``, which is there already, and lead to it from now on."""
    for table in _OF_A_VERSION:
        connection.execute(update(table).where(table.c.version == version).values(version=target))
    v, m = tables.versions, tables.moved
    connection.execute(delete(v).where(v.c.id == version))
    connection.execute(delete(m).where(m.c.id == target, m.c.version == target))
    # Where another version had the id before this one, links to it are that one's.
    if connection.execute(select(m.c.id).where(m.c.id == version)).first() is None:
        connection.execute(insert(m).values(id=version, version=target))
