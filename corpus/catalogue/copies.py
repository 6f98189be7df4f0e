"""What copies of a version say that the one it was read from leaves open: derived, whatever came first.

Each source keeps what was read from it alone. What the version's own text says stands; what it leaves open is filled from
the first copy, by location, that says it, with evidence that names the copy. Copies that contradict it are reported.
What a person set is neither filled nor held against copies. A copy has the label of its version, so that nothing
internal fills what is public.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from corpus.catalogue import rows, tables
from corpus.catalogue.arrival import Arrival
from corpus.evidence import PERSON, Evidence
from corpus.model import Identity
from corpus.names import name_key
from corpus.notes import Note

_DAYS = ("adopted", "promulgated", "effective", "repealed", "version_on")
_COMPARED = ("adopted", "promulgated", "effective", "repealed", "document_number")
_SINGLE = (*_DAYS, "document_number")
_DISAGREE = "copies_disagree"


def facts(arrival: Arrival) -> dict[str, Any]:
    """What a file says by itself, before anybody corrected it, as JSON."""
    values = arrival.read["values"] if arrival.read else rows.version_values(arrival.document)
    held = values["details"]
    said = {name: _plain(values[name]) for name in _SINGLE if values[name]}
    said |= {name: held[name] for name in ("names", "issuers") if held[name]}
    fields = {*said, *_DAYS} if said else set()
    return {**said, "evidence": [each for each in held["evidence"] if each["field"] in fields]}


def own_identity(row: Row[Any]) -> Identity:
    """The identity that a version's row holds, without what copies filled in and without what contradicts them."""
    identity = rows.identity(row)
    filled: Mapping[str, Any] = row.details.get("filled", {})
    empty: dict[str, Any] = {name: None for name in _SINGLE if name in filled}
    if "issuers" in filled:
        empty["issuers"] = ()
    if "names" in filled:
        empty["names"] = tuple(name for name in identity.names if name not in filled["names"])
    return replace(
        identity,
        **empty,
        evidence=tuple(e for e in identity.evidence if e.source is None),
        warnings=tuple(w for w in identity.warnings if getattr(w, "code", "") != _DISAGREE),
    )


def completed(connection: Connection, version: str) -> tuple[Identity, dict[str, Any]] | None:
    """What a version is with all that its copies say.

    Args:
        connection: an open transaction.
        version: its id.

    Returns:
        Its identity and the columns that hold it, or ``None`` where it has no copies or is complete as it is.
    """
    s, v = tables.sources, tables.versions
    query = select(s.c.location, s.c.facts).where(s.c.version == version).order_by(s.c.location, s.c.checksum)
    copies = [(row.location, row.facts) for row in connection.execute(query)]
    row = connection.execute(select(v).where(v.c.id == version)).one()
    if len(copies) < 2 and "filled" not in row.details:
        return None
    before = own_identity(row)
    identity, filled = _filled(before, [(location, said) for location, said in copies if said])
    details = rows.details(identity, ())
    if identity != before:
        details["filled"] = filled
    number = identity.document_number
    values = {
        **{name: getattr(identity, name) for name in _SINGLE},
        "number_key": (name_key(number) or None) if number else None,
        "details": details,
    }
    return None if all(getattr(row, name) == value for name, value in values.items()) else (identity, values)


def mark(row: Row[Any]) -> str:
    """What changes with what copies fill in; empty where they fill in nothing."""
    filled = row.details.get("filled")
    return "" if filled is None else json.dumps([filled, row.details["warnings"]], sort_keys=True)


def _filled(
    identity: Identity, copies: Iterable[tuple[str, Mapping[str, Any]]]
) -> tuple[Identity, dict[str, Any]]:
    """An identity with what copies add to it, and what that is, as JSON."""
    set_by_hand = {e.field for e in identity.evidence if e.origin == PERSON}
    filled: dict[str, Any] = {}
    for location, said in copies:
        for name in (*_SINGLE, "issuers", "names"):
            value = said.get(name)
            if not value or name in set_by_hand:
                continue
            mine = getattr(identity, name)
            if name == "names":
                known = {name_key(each) for each in (identity.title, *mine)}
                value = [each for each in value if name_key(each) not in known]
            elif mine:
                if name in _COMPARED and _differs(mine, value):
                    identity = _warned(identity, name, value, location)
                continue
            evidence = _evidence(name, said, location) if value else ()
            if not evidence:
                continue
            filled[name] = [*filled.get(name, ()), *value] if name == "names" else value
            identity = _with(identity, name, value, evidence)
    return identity, filled


def _with(identity: Identity, name: str, value: Any, evidence: tuple[Evidence, ...]) -> Identity:
    if name in _DAYS:
        value = date.fromisoformat(value)
    elif isinstance(value, list):
        value = (*getattr(identity, name), *value)
    changes: dict[str, Any] = {name: value, "evidence": (*identity.evidence, *evidence)}
    return replace(identity, **changes)


def _evidence(name: str, said: Mapping[str, Any], location: str) -> tuple[Evidence, ...]:
    """Where a copy says a value. The day that names a version is one of its other days."""
    fields = [name]
    if name == "version_on":
        fields += [day for day in _DAYS if said.get(day) == said[name]]
    for field in fields:
        found = [each for each in said["evidence"] if each["field"] == field and not each.get("source")]
        if found:
            return tuple(Evidence(**{**each, "field": name, "source": location}) for each in found)
    return ()


def _warned(identity: Identity, name: str, value: str, location: str) -> Identity:
    mine = _plain(getattr(identity, name))
    copy = location.rsplit("/", 1)[-1]
    note = Note(
        f"{name} is {mine} here, but {value} in a copy, {copy}",
        code="copies_disagree",
        field=name,
        day=mine,
        other=value,
        copy=copy,
    )
    return identity if note in identity.warnings else replace(identity, warnings=(*identity.warnings, note))


def _differs(mine: Any, value: str) -> bool:
    if isinstance(mine, date):
        return mine.isoformat() != value
    return name_key(mine) != name_key(value)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
