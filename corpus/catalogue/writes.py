"""Every change to the catalogue. A document is stored in one transaction: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Engine, Row, and_, delete, insert, select, text, update

from corpus import ids
from corpus.access import INTERNAL
from corpus.catalogue import contents, rows, tables
from corpus.catalogue.amending import arrive, note_versions
from corpus.catalogue.arrival import (
    Arrival,
    Stored,
    companions_checksum,
    copy_of,
    default_access,
    differs_from,
)
from corpus.catalogue.belongings import empty, fill
from corpus.catalogue.connect import WRITER_LOCK, one_writer, translated
from corpus.catalogue.copies import completed, facts, mark
from corpus.catalogue.differing import difference
from corpus.catalogue.ended import dated, endings_of, touched
from corpus.catalogue.reports import RunEntry
from corpus.catalogue.validity import derive
from corpus.errors import NotFoundError, UnreadableError, UsageError
from corpus.model import Document, SourceFile
from corpus.notes import Note

_PARAMETERS = 400  # values in one IN list: below every database's limit


def _is_known(version: str, arrival: Arrival, before: Sequence[Row[Any]]) -> bool:
    """Whether these very bytes were read as this version before."""
    return any(row.id == version and row.source_checksum == arrival.source.checksum for row in before)


class CatalogueWrites:
    """Changes to the catalogue."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def store(self, document: Document, source: SourceFile, access: str | None = None) -> Stored:
        """Take a document in, or find that it is there.

        A text that the catalogue holds already (whatever the file's name or format) becomes another source of that
        version. A file that was there under the same location with other bytes replaces what was read from it.

        Args:
            document: what the file came to.
            source: the file itself; its bytes are kept.
            access: the label to give it; ``None`` gives minutes ``internal`` and everything else ``public``.

        Raises:
            UnreadableError: if the database cannot take a value that was read from the file.
            UnavailableError: if the database fails. In both cases nothing of the document is stored.
        """
        try:
            return self._store(document, source, access)
        except UsageError as error:
            message = f"{source.location}: what was read from it cannot be stored. {error.message}"
            raise UnreadableError(message, "Give it a shorter name, or report it with the file.") from error

    def _store(self, document: Document, source: SourceFile, access: str | None) -> Stored:
        label = access or default_access(document.identity.kind)
        with self._transaction() as connection:
            return self._take_in(connection, document, source, label)

    def _take_in(self, connection: Connection, document: Document, source: SourceFile, label: str) -> Stored:
        """Store a document as the corrections that are known of it want it."""
        arrival, corrections = arrive(connection, document, source, label)
        before = self._versions_of(connection, source)
        stored = self._place(connection, arrival, before)
        note_versions(connection, stored.version, corrections, only=stored.status in ("added", "changed"))
        self._leave(connection, arrival, before, stored.version)
        self._complete(connection, stored.version)
        return stored

    def remove(self, version: str) -> None:
        """Take a version out, with its provisions and sources.

        Raises:
            NotFoundError: if there is no such version.
            UnavailableError: if the database fails.
        """
        v = tables.versions
        with self._transaction() as connection:
            row = connection.execute(select(v.c.work, v.c.access).where(v.c.id == version)).one_or_none()
            if row is None:
                raise NotFoundError(f"There is no version {version!r}.", "See `zhiku list`.")
            self._drop(connection, version, row.work, row.access)

    # --- the outbox of the index -------------------------------------------------------------------------------

    def settle(self, done: Mapping[str, str | None]) -> None:
        """Note that the index holds these versions with these fingerprints (``None``: it holds them no more).

        What the catalogue holds otherwise by now stays noted, or is noted again: of two processes that write to the
        index, the later one may have read its version before the other one.
        """
        p, v = tables.pending, tables.versions
        listed = list(done)
        with self._transaction() as connection:
            for start in range(0, len(listed), _PARAMETERS):
                part = listed[start : start + _PARAMETERS]
                found = connection.execute(select(v.c.id, v.c.fingerprint).where(v.c.id.in_(part)))
                held = {row.id: row.fingerprint for row in found}
                settled = [version for version in part if held.get(version) == done[version]]
                connection.execute(delete(p).where(p.c.version.in_(settled)))
                for version in set(part).difference(settled):
                    self._mark(connection, version, held.get(version))

    def mark_pending(self, versions: Mapping[str, str | None]) -> None:
        """Note that the index has to take these versions over anew."""
        with self._transaction() as connection:
            for version, fingerprint in versions.items():
                self._mark(connection, version, fingerprint)

    # --- runs --------------------------------------------------------------------------------------------------

    def begin_run(self) -> int:
        """Note that an ingestion run begins; its number."""
        with self._transaction() as connection:
            key = connection.execute(
                insert(tables.runs).values(started=self._stamp(), summary={})
            ).inserted_primary_key
        if key is None:
            raise RuntimeError("the database gave the run no number")
        return int(key[0])

    def end_run(
        self, run: int, summary: Mapping[str, Any], entries: Sequence[RunEntry], access: str | None
    ) -> None:
        """Note how a run ended.

        Args:
            run: its number.
            summary: counts and seconds.
            entries: what became of each file.
            access: the label that the run was given. Without one, names of files that did not become a document
                are kept from everybody but those who may see internal ones: nobody knows what is in them.
        """
        v = tables.versions
        with self._transaction() as connection:
            labels = {row.id: row.access for row in connection.execute(select(v.c.id, v.c.access))}
            values = [
                {
                    "run": run,
                    "order": order,
                    "access": labels.get(entry.version or "", access or INTERNAL),
                    "location": entry.location,
                    "status": entry.status,
                    "version": entry.version,
                    "reason": None if entry.reason is None else str(entry.reason),
                    "note": entry.note,
                }
                for order, entry in enumerate(entries)
            ]
            if values:
                connection.execute(insert(tables.run_entries), values)
            connection.execute(
                update(tables.runs)
                .where(tables.runs.c.id == run)
                .values(finished=self._stamp(), summary=dict(summary))
            )

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """One transaction at a time, whatever the number of processes: all of it happens, or nothing."""
        with translated(self._engine), one_writer(self._engine), self._engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER_LOCK})
            yield connection

    # --- the steps of storing ----------------------------------------------------------------------------------

    def _versions_of(self, connection: Connection, source: SourceFile) -> list[Row[Any]]:
        """The versions that were read from this location before, whatever its bytes were."""
        s, v = tables.sources, tables.versions
        query = (
            select(v, s.c.checksum.label("source_checksum"))
            .join(s, s.c.version == v.c.id)
            .where(s.c.location == source.location)
            .order_by(v.c.id)
        )
        return list(connection.execute(query))

    def _place(self, connection: Connection, arrival: Arrival, before: Sequence[Row[Any]]) -> Stored:
        """Find the version that the document is, make it where there is none, and join the file to it."""
        v = tables.versions
        count = len(arrival.document.provisions)
        own = {row.id for row in before}
        target = self._undated(arrival, before) or arrival.version
        here = connection.execute(select(v).where(v.c.id == target)).one_or_none()
        variant = ids.variant_id(target, arrival.text)
        if (
            here is not None
            and here.text_checksum != arrival.text
            and not self._leads(connection, target, arrival, before)
        ):
            target = variant
            here = connection.execute(select(v).where(v.c.id == target)).one_or_none()
        elif here is None and variant in own:
            target, here = variant, next(row for row in before if row.id == variant)
        if here is None and (twin := self._twin(connection, arrival, own)) is not None:
            self._join(connection, arrival, twin.id)
            if _is_known(twin.id, arrival, before):
                return Stored("unchanged", twin.id, twin.provisions)
            return Stored("copy", twin.id, twin.provisions, copy_of(twin.id))
        if here is None:
            self._insert(connection, arrival, target)
            self._join(connection, arrival, target)
            note = self._difference(connection, arrival) if target != arrival.version else None
            return Stored("changed" if own else "added", target, count, note)
        if target not in own:
            self._join(connection, arrival, target)
            return Stored("copy", target, here.provisions, copy_of(target))
        if here.content_checksum == arrival.content or not self._leads(connection, target, arrival, before):
            self._join(connection, arrival, target)
            return Stored(
                "unchanged" if _is_known(target, arrival, before) else "changed", target, here.provisions
            )
        self._replace(connection, arrival, target)
        self._join(connection, arrival, target)
        return Stored("changed", target, count)

    def _difference(self, connection: Connection, arrival: Arrival) -> Note:
        """Where the arrival's text differs from the version whose title and day it bears."""
        p = tables.provisions
        query = select(p).where(p.c.version == arrival.version).order_by(p.c.order)
        old = [rows.provision(row) for row in connection.execute(query)]
        return differs_from(arrival.version, difference(arrival.document.provisions, old))

    def _undated(self, arrival: Arrival, before: Sequence[Row[Any]]) -> str | None:
        """The version that the file was before, where no day names either: links to it stay good."""
        if arrival.document.identity.version_on is not None:
            return None
        same = (
            r.id
            for r in before
            if r.work == arrival.work and r.access == arrival.access and r.version_on is None
        )
        return next(same, None)

    def _leads(
        self, connection: Connection, version: str, arrival: Arrival, before: Sequence[Row[Any]]
    ) -> bool:
        """Whether a version is what this file says: it is its only source, or the first of several, understood anew.

        Of several copies the first by location leads, so that reading all of them again ends the same in any order.
        """
        if self._sole(connection, version, arrival):
            return True
        s = tables.sources
        locations = connection.execute(select(s.c.location).where(s.c.version == version)).scalars()
        return _is_known(version, arrival, before) and arrival.source.location == min(locations, default="")

    def _sole(self, connection: Connection, version: str, arrival: Arrival) -> bool:
        """Whether every source of a version is the file that arrives: then it may be replaced."""
        s = tables.sources
        locations = set(connection.execute(select(s.c.location).where(s.c.version == version)).scalars())
        return locations == {arrival.source.location}

    def _twin(self, connection: Connection, arrival: Arrival, own: set[str]) -> Row[Any] | None:
        """A version with the same words, label and language, unless the file that arrives is all it was read from."""
        v = tables.versions
        identity = arrival.document.identity
        same = and_(
            v.c.text_checksum == arrival.text, v.c.access == arrival.access, v.c.language == identity.language
        )
        if not contents.tells_apart(arrival.document):
            same = and_(same, v.c.work == arrival.work)
        found = connection.execute(select(v).where(same).order_by(v.c.id)).all()
        return next((r for r in found if r.id not in own or not self._sole(connection, r.id, arrival)), None)

    def _insert(self, connection: Connection, arrival: Arrival, version: str) -> None:
        values = {
            "id": version,
            "work": arrival.work,
            "access": arrival.access,
            "text_checksum": arrival.text,
            "content_checksum": arrival.content,
            "fingerprint": "",
            "added": self._stamp(),
            "read": arrival.read,
            **rows.version_values(arrival.document),
        }
        connection.execute(insert(tables.versions).values(values))
        self._fill(connection, arrival, version)
        self._derive_others(connection, touched(connection, version))

    def _replace(self, connection: Connection, arrival: Arrival, version: str) -> None:
        values = {
            "text_checksum": arrival.text,
            "content_checksum": arrival.content,
            "fingerprint": "",
            "read": arrival.read,
            **rows.version_values(arrival.document),
        }
        before = touched(connection, version)
        connection.execute(update(tables.versions).where(tables.versions.c.id == version).values(values))
        connection.execute(delete(tables.provisions).where(tables.provisions.c.version == version))
        connection.execute(delete(tables.names).where(tables.names.c.version == version))
        empty(connection, version)
        self._fill(connection, arrival, version)
        self._derive_others(connection, before | touched(connection, version))

    def _fill(self, connection: Connection, arrival: Arrival, version: str) -> None:
        rows.insert_provisions(connection, version, arrival.document.provisions)
        self._describe(connection, arrival.document, version)
        self._derive_validity(connection, arrival.work, arrival.access)

    def _describe(self, connection: Connection, document: Document, version: str) -> None:
        """Fill in what a document comes to beside its provisions: names and records."""
        rows.insert_names(connection, version, document.identity)
        fill(connection, version, document)

    def _join(self, connection: Connection, arrival: Arrival, version: str) -> None:
        """Keep the file's bytes and note that it is a source of the version."""
        source = arrival.source
        self._insert_or_pass(
            connection, tables.originals, {"checksum": source.checksum, "content": source.content}
        )
        s = tables.sources
        connection.execute(delete(s).where(s.c.location == source.location, s.c.checksum == source.checksum))
        connection.execute(
            insert(s).values(
                location=source.location,
                checksum=source.checksum,
                version=version,
                format=str(arrival.document.format),
                size=len(source.content),
                companions=companions_checksum(source.companions),
                facts=facts(arrival),
            )
        )

    def _leave(
        self, connection: Connection, arrival: Arrival, before: Sequence[Row[Any]], version: str
    ) -> None:
        """Take away what the file was read as before and is no more.

        A version of another day stays as history, with its bytes; what was read from the same bytes, or replaced in
        the same version, goes.
        """
        s = tables.sources
        for row in before:
            same_bytes = row.source_checksum == arrival.source.checksum
            if row.id == version and not same_bytes:
                connection.execute(
                    delete(s).where(
                        s.c.location == arrival.source.location, s.c.checksum == row.source_checksum
                    )
                )
            elif row.id != version and same_bytes:
                if self._has_sources(connection, row.id):
                    self._complete(connection, row.id)
                else:
                    self._drop(connection, row.id, row.work, row.access)

    def _complete(self, connection: Connection, version: str) -> None:
        """Fill in what the copies of a version say, and work out anew what depends on it."""
        found = completed(connection, version)
        if found is None:
            return
        identity, values = found
        v, n = tables.versions, tables.names
        depending = touched(connection, version)
        connection.execute(update(v).where(v.c.id == version).values(values))
        connection.execute(delete(n).where(n.c.version == version))
        rows.insert_names(connection, version, identity)
        row = connection.execute(select(v.c.work, v.c.access).where(v.c.id == version)).one()
        works = {(row.work, row.access)}
        self._derive_others(connection, works | depending | touched(connection, version))

    def _has_sources(self, connection: Connection, version: str) -> bool:
        s = tables.sources
        return (
            connection.execute(select(s.c.location).where(s.c.version == version).limit(1)).first()
            is not None
        )

    def _drop(self, connection: Connection, version: str, work: str, access: str) -> None:
        s, v = tables.sources, tables.versions
        checksums = set(connection.execute(select(s.c.checksum).where(s.c.version == version)).scalars())
        ended = touched(connection, version)
        connection.execute(delete(v).where(v.c.id == version))
        held = set(connection.execute(select(s.c.checksum).where(s.c.checksum.in_(checksums))).scalars())
        connection.execute(delete(tables.originals).where(tables.originals.c.checksum.in_(checksums - held)))
        self._mark(connection, version, None)
        self._derive_others(connection, {*ended, (work, access)})

    def _derive_others(self, connection: Connection, works: Collection[tuple[str, str]]) -> None:
        for work, access in sorted(works):
            self._derive_validity(connection, work, access)

    def _derive_validity(self, connection: Connection, work: str, access: str) -> None:
        """Work out anew from when to when the work's versions hold, and tell the index of those that changed."""
        v = tables.versions
        found = connection.execute(select(v).where(v.c.work == work, v.c.access == access)).all()
        ended = endings_of(connection, found)
        derived = derive(map(dated, found), {version: ends.on for version, ends in ended.items()})
        for row in found:
            validity, ends = derived[row.id], ended.get(row.id)
            on, by, how = (ends.on, ends.by, str(ends.relation)) if ends else (None, None, None)
            fingerprint = contents.fingerprint(row.content_checksum + mark(row), validity, access, on)
            if fingerprint == row.fingerprint and by == row.ended_by and how == row.ended_how:
                continue
            connection.execute(
                update(v)
                .where(v.c.id == row.id)
                .values(
                    valid_from=validity.valid_from,
                    valid_to=validity.valid_to,
                    follows_on=validity.follows_on,
                    ended_on=on,
                    ended_by=by,
                    ended_how=how,
                    fingerprint=fingerprint,
                )
            )
            self._mark(connection, row.id, fingerprint)

    def _mark(self, connection: Connection, version: str, fingerprint: str | None) -> None:
        connection.execute(delete(tables.pending).where(tables.pending.c.version == version))
        connection.execute(insert(tables.pending).values(version=version, fingerprint=fingerprint))

    def _insert_or_pass(self, connection: Connection, table: Any, values: Mapping[str, Any]) -> None:
        dialect = import_module(f"sqlalchemy.dialects.{connection.dialect.name}")  # one of them is enough
        connection.execute(dialect.insert(table).values(values).on_conflict_do_nothing())

    def _stamp(self) -> str:
        return self._clock().isoformat(timespec="microseconds")
