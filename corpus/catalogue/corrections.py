"""Corrections of what was read: made, taken back, and listed. Each change is one transaction.

What is stored is always what was read with the corrections that hold. So a correction that is made or taken back
stores the version anew at once, without its file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update

from corpus import ids
from corpus.access import PUBLIC, Access
from corpus.catalogue import tables
from corpus.catalogue.amending import (
    Amended,
    amended,
    correction,
    corrections_of,
    joined,
    joins_for,
    note_keys,
    note_versions,
    read_of,
    recognised,
)
from corpus.catalogue.arrival import Confirmed, Stored
from corpus.catalogue.belongings import empty
from corpus.catalogue.connect import translated
from corpus.catalogue.ended import touched
from corpus.catalogue.moved import follow, move
from corpus.catalogue.recognition import Recognised
from corpus.catalogue.rows import identity, version_values
from corpus.catalogue.writes import CatalogueWrites
from corpus.corrections import Change, Correction, Part, case_keys, corrected, value_of
from corpus.corrections.fields import WORK
from corpus.corrections.shapes import refused
from corpus.errors import NotFoundError, UsageError
from corpus.same_work import other_language

_LONGEST_NAME = 200
_PARAMETERS = 400

T = TypeVar("T")


class _Undone(Exception):
    """Ends a transaction of which nothing is to stay."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a version by corrections.

    Attributes:
        before, version: its id before and after.
        corrections: those that were made or taken back.
    """

    before: str
    version: str
    corrections: tuple[Correction, ...]


class CorrectionWrites(CatalogueWrites):
    """Makes corrections and takes them back."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        super().__init__(engine, clock)
        self._engine = engine

    def correct(
        self, version: str, changes: Sequence[Change], by: str, access: Access, dry_run: bool = False
    ) -> Outcome:
        """Set values of a version, or confirm those it has.

        Args:
            version: its id, or one that it had.
            changes: checked values; ``corpus.corrections.parsed`` makes them.
            by: who corrects.
            access: what they may see.
            dry_run: keep nothing of it; the numbers mean nothing then.

        Raises:
            NotFoundError: if there is no such version, or it may not be seen.
            UsageError: if it has no such part, or a value cannot be.
            UnavailableError: if the database fails; nothing is changed then.
        """

        def make(connection: Connection) -> Outcome:
            row = visible_row(connection, version, access)
            made = [self._made(connection, row, change, _who(by)) for change in changes]
            now = self._renew(connection, row.id)
            return Outcome(row.id, now, tuple(self._shown(connection, made)))

        return self._attempt(make, dry_run)

    def store_corrected(self, confirmed: Confirmed, by: str) -> Stored:
        """Take a document in with corrections of it: the same as ``store``, then ``correct``, at once.

        Raises:
            UsageError: if the document has no such part, or a value cannot be.
            UnavailableError: if the database fails. In both cases nothing is stored.
        """
        return self._attempt(lambda connection: self._take_confirmed(connection, confirmed, by), False)

    def try_out(self, batch: Sequence[Confirmed], by: str) -> list[Stored]:
        """What would become of documents if they were stored one after the other; nothing is.

        Raises:
            UsageError, UnavailableError: as ``store_corrected``.
        """

        def take(connection: Connection) -> list[Stored]:
            return [self._take_confirmed(connection, each, by) for each in batch]

        return self._attempt(take, True)

    def join(self, work: str, into: str, by: str, access: Access, dry_run: bool = False) -> Outcome:
        """Let all versions of a work, also later ones, belong to another work.

        Raises:
            NotFoundError: if one of them has no version that may be seen.
            UsageError: if they are one work already.
            UnavailableError: if the database fails.
        """

        def make(connection: Connection) -> Outcome:
            label = self._label_of_join(connection, work, into, access)
            joins = joins_for(connection, label)
            if joined(into, joins) == joined(work, joins):
                raise UsageError(f"{work} and {into} are one work already.", "Nothing is to be done.")
            number = self._insert_correction(
                connection, Change(WORK, into, Part.WORK, work), work, _who(by), label
            )
            moved = [self._renew(connection, each) for each in self._of_work(connection, work, label)]
            made = self._shown(connection, [number])
            return Outcome(work, into, tuple(_about(each, moved) for each in made))

        return self._attempt(make, dry_run)

    def withdraw(self, number: int, by: str, access: Access, dry_run: bool = False) -> Outcome:
        """Take a correction back: what was read, or what an earlier correction says, shows again.

        Raises:
            NotFoundError: if there is no such correction, or it may not be seen.
            UsageError: if it was taken back before.
            UnavailableError: if the database fails.
        """

        def take_back(connection: Connection) -> Outcome:
            found = self._visible(connection, number, access)
            if found.withdrawn is not None:
                raise UsageError(
                    f"Correction {number} was taken back before, by {found.withdrawn_by}.",
                    "See `zhiku correct --list`.",
                )
            # Which versions a join concerns is known only while it holds.
            concerned = found.versions
            if found.part is Part.WORK:
                into = joined(found.key, joins_for(connection, found.access))
                concerned = tuple(self._of_work(connection, into, found.access))
            c = tables.corrections
            values = {"withdrawn": self._stamp(), "withdrawn_by": _who(by)}
            connection.execute(update(c).where(c.c.number == number).values(**values))
            now = [self._renew(connection, version) for version in concerned]
            before = concerned[0] if concerned else found.key
            shown = self._shown(connection, [number])
            return Outcome(before, now[0] if now else found.key, tuple(shown))

        return self._attempt(take_back, dry_run)

    def _take_confirmed(self, connection: Connection, confirmed: Confirmed, by: str) -> Stored:
        stored = self._take_in(connection, confirmed.document, confirmed.source, confirmed.label)
        if not confirmed.changes:
            return stored
        row = visible_row(connection, stored.version, Access.everything())
        for change in confirmed.changes:
            self._made(connection, row, change, _who(by))
        return Stored(stored.status, self._renew(connection, row.id), stored.provisions, stored.note)

    # --- the steps ---------------------------------------------------------------------------------------------

    def _attempt(self, steps: Callable[[Connection], T], dry_run: bool) -> T:
        """Do the steps in one transaction; as a trial, undo them in the end."""
        done: list[T] = []
        try:
            with self._transaction() as connection:
                done.append(steps(connection))
                if dry_run:
                    raise _Undone
        except _Undone:
            pass
        return done[0]

    def _made(self, connection: Connection, row: Row[Any], change: Change, by: str) -> int:
        """Note a correction of a version, with all by which its document will be known again."""
        read = read_of(connection, row)
        known = corrections_of(connection, row.id)
        now = amended(read, known, joins_for(connection, row.access))
        if change.field == WORK and change.part is Part.DOCUMENT:
            before = now.work
            self._require_work(connection, str(change.value), row.access)
        else:
            shown = replace(now.document, identity=identity(row))  # with what copies say
            before = value_of(shown, change.field, change.part, change.key, read.document)
        number = self._insert_correction(connection, change, before, by, row.access)
        knowledge = recognised(read, row.text_checksum, row.access)
        note_keys(connection, [number], self._keys(connection, row.id, knowledge))
        note_versions(connection, row.id, {number}, only=False)
        return number

    def _insert_correction(
        self, connection: Connection, change: Change, before: Any, by: str, access: str
    ) -> int:
        values = {
            "part": str(change.part),
            "key": change.key,
            "field": change.field,
            "value": change.value,
            "before": before,
            "by": by,
            "made": self._stamp(),
            "access": access,
        }
        key = connection.execute(insert(tables.corrections).values(**values)).inserted_primary_key
        if key is None:
            raise RuntimeError("the database gave the correction no number")
        return int(key[0])

    def _keys(self, connection: Connection, version: str, known: Recognised) -> frozenset[str]:
        s = tables.sources
        found = connection.execute(select(s.c.location, s.c.checksum).where(s.c.version == version))
        return frozenset(key for row in found for key in known.keys(row.location, row.checksum))

    def _renew(self, connection: Connection, version: str) -> str:
        """Store a version anew as its corrections want it, without its file; the id that it has then."""
        v = tables.versions
        row = connection.execute(select(v).where(v.c.id == version)).one()
        read = read_of(connection, row)
        now = amended(read, corrections_of(connection, version), joins_for(connection, row.access))
        if now.content == row.content_checksum and now.work == row.work:
            return version
        target = self._target(connection, row, now)
        values = {
            **version_values(now.document),
            "work": now.work,
            "content_checksum": now.content,
            "read": now.read,
            "fingerprint": "",
        }
        depending = touched(connection, version)
        if target != version:
            connection.execute(insert(v).values({**row._mapping, **values, "id": target}))
            move(connection, version, target)
            self._mark(connection, version, None)
        else:
            connection.execute(update(v).where(v.c.id == version).values(values))
        connection.execute(delete(tables.names).where(tables.names.c.version == target))
        empty(connection, target)
        self._describe(connection, now.document, target)
        self._complete(connection, target)
        works = {(work, row.access) for work in (row.work, now.work)}
        self._derive_others(connection, works | depending | touched(connection, target))
        return target

    def _target(self, connection: Connection, row: Row[Any], now: Amended) -> str:
        """The id that a version gets: the one it has, unless its work, day or language is another one now."""
        day, language = now.document.identity.version_on, other_language(now.document.identity)
        if (now.work, day, language) == (row.work, row.version_on, other_language(identity(row))):
            return str(row.id)
        natural = ids.version_id(now.work, day, row.text_checksum, row.access, language)
        variant = ids.variant_id(natural, row.text_checksum)
        v = tables.versions
        for target in (natural, variant, *(f"{variant}-{n}" for n in range(2, 100))):
            held = connection.execute(select(v.c.id).where(v.c.id == target)).first()
            if held is None or target == row.id:
                return target
        raise UsageError(f"{natural} is taken.", "Give it another date.")

    def _require_work(self, connection: Connection, work: str, label: str) -> None:
        """See that a work is known to everybody who may see the version that is to belong to it."""
        v = tables.versions
        query = select(v.c.id).where(v.c.work == work, v.c.access.in_({PUBLIC, label})).limit(1)
        if connection.execute(query).first() is None:
            raise refused(WORK, work, "Write the id of a work as `zhiku list` shows it, such as cn/专利法.")

    def _label_of_join(self, connection: Connection, work: str, into: str, access: Access) -> str:
        """Whom a join concerns: everybody where both works are public, else those who see what is not."""
        v = tables.versions
        labels = []
        for each in (work, into):
            found = set(connection.execute(select(v.c.access).where(v.c.work == each)).scalars())
            seen = sorted(label for label in found if access.sees(label))
            if not seen:
                raise NotFoundError(f"There is no work {each!r}.", "See `zhiku list` for the works.")
            labels.append(PUBLIC if PUBLIC in seen else seen[0])
        if PUBLIC not in labels and labels[0] != labels[1]:
            raise UsageError(
                f"{work} ({labels[0]}) and {into} ({labels[1]}) are not for the same readers.",
                "Give their documents one label.",
            )
        return next((label for label in labels if label != PUBLIC), PUBLIC)

    def _of_work(self, connection: Connection, work: str, label: str) -> list[str]:
        """The versions of a work that a join with a label concerns."""
        v = tables.versions
        query = select(v.c.id).where(v.c.work == work).order_by(v.c.id)
        if label != PUBLIC:
            query = query.where(v.c.access == label)
        return list(connection.execute(query).scalars())

    def _visible(self, connection: Connection, number: int, access: Access) -> Correction:
        found = self._shown(connection, [number])
        if not found or not may_see(connection, found[0], access):
            raise NotFoundError(f"There is no correction {number}.", "See `zhiku correct --list`.")
        return found[0]

    def _shown(self, connection: Connection, numbers: Sequence[int]) -> list[Correction]:
        c = tables.corrections
        query = select(c).where(c.c.number.in_(numbers)).order_by(c.c.number)
        return _with_versions(connection, list(connection.execute(query)))


class CorrectionReads:
    """Questions about corrections. Each takes the access of the one who asks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def corrections(self, access: Access, version: str | None = None) -> list[Correction]:
        """The corrections that may be seen, newest first, those that were taken back among them.

        Args:
            access: what the one who asks may see.
            version: only those of this version; joins of works are of no single one.

        Raises:
            NotFoundError: if there is no such version, or it may not be seen.
        """
        c, t = tables.corrections, tables.correction_versions
        query = select(c).order_by(c.c.number.desc())
        with translated(self._engine), self._engine.connect() as connection:
            if version is not None:
                now = visible_row(connection, version, access).id
                query = query.where(c.c.number.in_(select(t.c.correction).where(t.c.version == now)))
            found = _with_versions(connection, list(connection.execute(query)))
            return [each for each in found if may_see(connection, each, access)]

    def value(self, version: str, field: str, part: Part, key: str, access: Access) -> Any:
        """The value that a field of a version shows now, as JSON.

        Raises:
            NotFoundError: if there is no such version, or it may not be seen.
            UsageError: if it has no such part or field.
        """
        with translated(self._engine), self._engine.connect() as connection:
            row = visible_row(connection, version, access)
            if (part, field) == (Part.DOCUMENT, WORK):
                return row.work
            read = read_of(connection, row).document
            now = corrected(read, corrections_of(connection, row.id))
            now = replace(now, identity=identity(row))  # with what copies say
            return value_of(now, field, part, key, read)

    def cases(self, version: str, access: Access) -> tuple[str, ...]:
        """The keys of a version's cases in order, by which corrections of them are made.

        Raises:
            NotFoundError: if there is no such version, or it may not be seen.
        """
        with translated(self._engine), self._engine.connect() as connection:
            row = visible_row(connection, version, access)
            return case_keys(read_of(connection, row).document.digests)


def visible_row(connection: Connection, version: str, access: Access) -> Row[Any]:
    """The row of a version, by its id or one that it had.

    Raises:
        NotFoundError: if there is none, or it may not be seen.
    """
    v = tables.versions
    now = follow(connection, version)
    row = connection.execute(select(v).where(v.c.id == now)).one_or_none()
    if row is None or not access.sees(row.access):
        raise NotFoundError(f"There is no version {version!r}.", "See `zhiku list`.")
    return row


def may_see(connection: Connection, correction: Correction, access: Access) -> bool:
    """Whether somebody may see a correction: its document's label when it was made, and those it has now."""
    v = tables.versions
    now = connection.execute(select(v.c.access).where(v.c.id.in_(correction.versions))).scalars()
    return access.sees(correction.access) and all(access.sees(label) for label in now)


def _with_versions(connection: Connection, found: Iterable[Row[Any]]) -> list[Correction]:
    t = tables.correction_versions
    listed = list(found)
    versions: dict[int, list[str]] = defaultdict(list)
    numbers = [row.number for row in listed]
    for start in range(0, len(numbers), _PARAMETERS):
        part = t.c.correction.in_(numbers[start : start + _PARAMETERS])
        for row in connection.execute(select(t).where(part).order_by(t.c.version)):
            versions[row.correction].append(row.version)
    return [correction(row, versions[row.number]) for row in listed]


def _about(made: Correction, versions: Sequence[str]) -> Correction:
    return replace(made, versions=tuple(versions))


def _who(by: str) -> str:
    """A person's name.

    Raises:
        UsageError: if it is none.
    """
    plain = " ".join(by.split())
    if not plain or len(plain) > _LONGEST_NAME or not plain.isprintable():
        raise UsageError("Nobody is named who corrects.", "Name yourself: --by NAME.", code="nobody")
    return plain
