"""A document as a person wants it: what was read, with the corrections that hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from corpus.corrections.fields import FIELDS
from corpus.corrections.parts import case_keys, item_keys
from corpus.corrections.record import Correction, Part
from corpus.evidence import PERSON, Evidence
from corpus.model import Document, Identity
from corpus.names import name_key
from corpus.notes import Note
from corpus.records import Digest, Minutes, MinutesItem
from corpus.works import work_names

Record = TypeVar("Record", Identity, Digest, Minutes, MinutesItem)


def holding(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that hold: not taken back, and the last of each field; in the order of their numbers."""
    last: dict[tuple[Part, str, str], Correction] = {}
    for correction in sorted(corrections, key=lambda c: c.number):
        if correction.withdrawn is None:
            last[correction.place] = correction
    return sorted(last.values(), key=lambda c: c.number)


def corrected(document: Document, corrections: Iterable[Correction]) -> Document:
    """The document with the corrections that hold; those of parts that it no longer has rest."""
    of: dict[tuple[Part, str], list[Correction]] = defaultdict(list)
    for correction in holding(corrections):
        of[correction.part, correction.key].append(correction)
    if not of:
        return document
    identity = document.identity
    if mine := [c for c in of[Part.DOCUMENT, ""] if c.field in FIELDS[Part.DOCUMENT]]:
        identity = _identity(identity, mine)
    digests = tuple(
        _with(digest, of[Part.CASE, key])
        for key, digest in zip(case_keys(document.digests), document.digests, strict=True)
    )
    return replace(document, identity=identity, digests=digests, minutes=_minutes(document.minutes, of))


def _minutes(minutes: Minutes | None, of: Mapping[tuple[Part, str], list[Correction]]) -> Minutes | None:
    if minutes is None:
        return None
    items = tuple(
        _with(item, of.get((Part.ITEM, key), []))
        for key, item in zip(item_keys(minutes.items), minutes.items, strict=True)
    )
    return replace(_with(minutes, of.get((Part.MINUTES, ""), [])), items=items)


def _with(record: Record, corrections: list[Correction]) -> Record:
    """A record with corrected values, and a person as the evidence for them."""
    fields = {c.field: FIELDS[c.part][c.field] for c in corrections if c.field in FIELDS[c.part]}
    values: dict[str, Any] = {
        fields[c.field].attribute: fields[c.field].shape.revive(c.value)
        for c in corrections
        if c.field in fields and fields[c.field].attribute
    }
    if not values:
        return record
    told: tuple[Evidence, ...] = tuple(
        Evidence(fields[c.field].attribute, f"{c.by} {c.made[:16].replace('T', ' ')}", PERSON)
        for c in corrections
        if c.field in fields and fields[c.field].attribute
    )
    read: tuple[Evidence, ...] = tuple(e for e in record.evidence if e.field not in values)
    return replace(record, **values, evidence=(*read, *told))


def _identity(identity: Identity, corrections: list[Correction]) -> Identity:
    changed = _with(identity, corrections)
    fields = {c.field for c in corrections}
    if "title" in fields and "names" not in fields:
        changed = replace(changed, names=_names(identity, changed.title))
    if "version_on" not in fields and _own_day(changed) != _own_day(identity):
        changed = replace(changed, version_on=_own_day(changed))
    # Nobody doubts any more what a person has settled.
    left = tuple(w for w in changed.warnings if not (isinstance(w, Note) and w.facts.get("field") in fields))
    return replace(changed, warnings=left)


def _names(identity: Identity, title: str) -> tuple[str, ...]:
    """Other names under a new title: those that the table gives for the old title go with it."""
    of_old = work_names().names_of(identity.title)
    kept = (*(name for name in identity.names if name not in of_old), *work_names().names_of(title))
    return tuple(name for name in dict.fromkeys(kept) if name_key(name) != name_key(title))


def _own_day(identity: Identity) -> Any:
    """The day that names a version, as far as its dates say: the rule of ``Identity.version_on``."""
    amended = [event.on for event in identity.events if event.kind == "amended"]
    acts = [day for day in (identity.adopted, *amended) if day is not None]
    return max(acts, default=None) or identity.promulgated or identity.effective
