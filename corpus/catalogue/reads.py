"""Every question to the catalogue. Each takes the access of the one who asks; there is no default."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, func, not_, or_, select, true

from corpus.access import INTERNAL, Access
from corpus.catalogue import rows, tables
from corpus.catalogue.connect import translated
from corpus.catalogue.moved import followed
from corpus.catalogue.reports import RunEntry, RunReport, visible_summary
from corpus.catalogue.visible import visible
from corpus.errors import NotFoundError
from corpus.ids import split_provision_id
from corpus.model import PARTS, WITHOUT_VALIDITY, Kind, Level, Provision, Source, Status, Version, Work
from corpus.names import name_key

_PARAMETERS = 400  # values in one IN list: below every database's limit


@dataclass(frozen=True, slots=True)
class Known:
    """A file that the catalogue holds already."""

    location: str
    checksum: str
    version: str
    access: str
    companions: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name under which a work is known, with the official title that it has there."""

    work: str
    name: str
    title: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a source file as they were given."""

    name: str
    checksum: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Overview:
    """What the base holds: versions by value, the last additions, what is still to come into force."""

    works: int
    versions: int
    provisions: int
    by_kind: Mapping[str, int]
    by_jurisdiction: Mapping[str, int]
    by_language: Mapping[str, int]
    by_year: Mapping[int, int]
    last_added: tuple[Version, ...]
    to_come: tuple[Version, ...]


class CatalogueReads:
    """Questions to the catalogue."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    # --- versions and works ------------------------------------------------------------------------------------

    def version(self, identifier: str, access: Access) -> Version:
        """One version, by its id or one that it had before a correction.

        Raises:
            NotFoundError: if there is none with this id, or it may not be seen.
        """
        now = self.moved([identifier]).get(identifier, identifier)
        found = self.versions_by_id([now], access)
        if now not in found:
            raise NotFoundError(
                f"There is no version {identifier!r}.", "See `zhiku list` for the ids in the catalogue."
            )
        return found[now]

    def moved(self, identifiers: Iterable[str]) -> dict[str, str]:
        """The ids that versions have now, for those that had another one; whoever follows one needs the access."""
        with translated(self._engine), self._engine.connect() as connection:
            return followed(connection, identifiers)

    def versions_by_id(self, identifiers: Iterable[str], access: Access) -> dict[str, Version]:
        """Those of the versions that exist and may be seen, by id."""
        wanted = list(dict.fromkeys(identifiers))
        found: dict[str, Version] = {}
        with translated(self._engine), self._engine.connect() as connection:
            for start in range(0, len(wanted), _PARAMETERS):
                part = tables.versions.c.id.in_(wanted[start : start + _PARAMETERS])
                found |= {v.id: v for v in self._versions(connection, part, access)}
        return found

    def versions(self, access: Access, kind: Kind | None = None, work: str | None = None) -> list[Version]:
        """Versions in the order of their ids."""
        condition: ColumnElement[bool] = true()
        if kind is not None:
            condition = and_(condition, tables.versions.c.kind == str(kind))
        if work is not None:
            condition = and_(condition, tables.versions.c.work == work)
        with translated(self._engine), self._engine.connect() as connection:
            return self._versions(connection, condition, access)

    def work(self, identifier: str, access: Access) -> Work:
        """A work with its visible versions, oldest first; its title is that of the newest.

        Raises:
            NotFoundError: if no version of such a work may be seen.
        """
        found = self.versions(access, work=identifier)
        if not found:
            raise NotFoundError(
                f"There is no work {identifier!r}.", "See `zhiku list` for the works in the catalogue."
            )
        found.sort(key=lambda version: (version.follows_on or date.min, version.id))
        newest = found[-1].identity
        return Work(identifier, newest.title, newest.kind, newest.jurisdiction, tuple(v.id for v in found))

    def held(self, works: Iterable[str], access: Access) -> set[str]:
        """Those of the works of which a version may be seen."""
        v = tables.versions
        wanted = sorted(set(works))
        found: set[str] = set()
        with translated(self._engine), self._engine.connect() as connection:
            for start in range(0, len(wanted), _PARAMETERS):
                part = v.c.work.in_(wanted[start : start + _PARAMETERS])
                found.update(connection.execute(select(v.c.work).where(part, visible(access))).scalars())
        return found

    def current_version(
        self, work: str, on: date, access: Access, language: str | None = None
    ) -> Version | None:
        """The version of a work that is its text on a day: in force, else the nearest; ``None`` without any.

        The nearest is the last one that had begun by then, else the first one to come.
        """
        found = [v for v in self.versions(access, work=work) if language in (None, v.identity.language)]
        in_force = [v for v in found if v.status(on) is Status.IN_FORCE]
        begun = [v for v in found if v.follows_on is None or v.follows_on <= on]
        order = sorted(in_force or begun, key=lambda v: (v.follows_on or date.min, "~" not in v.id, v.id))
        if order:
            return order[-1]
        return min(found, key=lambda v: (v.follows_on or date.max, v.id), default=None)

    # --- provisions --------------------------------------------------------------------------------------------

    def provisions(self, version: str, access: Access) -> tuple[Provision, ...]:
        """All provisions of a version in document order.

        Raises:
            NotFoundError: if there is no such version, or it may not be seen.
        """
        found = self.provisions_of([version], access)
        if version in found:
            return found[version]
        now = self.version(version, access).id  # raises, unless it moved, or is there and holds nothing
        return self.provisions_of([now], access).get(now, ())

    def provisions_of(self, versions: Sequence[str], access: Access) -> dict[str, tuple[Provision, ...]]:
        """All provisions of several versions, each in document order."""
        p = tables.provisions
        found: dict[str, list[Provision]] = defaultdict(list)
        with translated(self._engine), self._engine.connect() as connection:
            for start in range(0, len(versions), _PARAMETERS):
                part = versions[start : start + _PARAMETERS]
                query = (
                    select(p)
                    .join(tables.versions, tables.versions.c.id == p.c.version)
                    .where(p.c.version.in_(part), visible(access))
                    .order_by(p.c.version, p.c.order)
                )
                for row in connection.execute(query):
                    found[row.version].append(rows.provision(row))
        return {version: tuple(listed) for version, listed in found.items()}

    def provision(self, identifier: str, access: Access) -> tuple[Version, Provision]:
        """A provision and its version.

        Raises:
            NotFoundError: if there is none with this id, or it may not be seen.
        """
        version_id, fragment = split_provision_id(identifier)
        version = self.version(version_id, access)
        p = tables.provisions
        with translated(self._engine), self._engine.connect() as connection:
            row = connection.execute(
                select(p).where(p.c.version == version.id, p.c.fragment == (fragment or ""))
            ).one_or_none()
        if row is None:
            raise NotFoundError(
                f"{version_id} has no provision {fragment!r}.",
                f"See `zhiku show {version_id}` for those it has.",
            )
        return version, rows.provision(row)

    def articles(self, version: str, number: str, access: Access) -> list[Provision]:
        """The provisions of a version that are article ``number``: several where annexes number anew."""
        p = tables.provisions
        query = (
            select(p)
            .join(tables.versions, tables.versions.c.id == p.c.version)
            .where(p.c.version == version, p.c.article == number, p.c.level == "article", visible(access))
            .order_by(p.c.order)
        )
        with translated(self._engine), self._engine.connect() as connection:
            return [rows.provision(row) for row in connection.execute(query)]

    # --- names -------------------------------------------------------------------------------------------------

    def named(self, names: Iterable[str], access: Access) -> list[Named]:
        """Works known under one of ``names``, whatever their width, case and marks."""
        keys = sorted({key for name in names if (key := name_key(name))})[:_PARAMETERS]
        n, v = tables.names, tables.versions
        query = (
            select(v.c.work, n.c.name, v.c.title, v.c.jurisdiction)
            .join(v, v.c.id == n.c.version)
            .where(n.c.key.in_(keys), visible(access))
            .distinct()
            .order_by(v.c.work, n.c.name, v.c.title)
        )
        with translated(self._engine), self._engine.connect() as connection:
            return [Named(r.work, r.name, r.title, r.jurisdiction) for r in connection.execute(query)]

    def numbered(self, document_number: str, access: Access) -> list[Version]:
        """Versions with this document number, whatever its brackets and width."""
        wanted = name_key(document_number)
        v = tables.versions
        query = select(v.c.id, v.c.document_number).where(v.c.document_number.is_not(None), visible(access))
        with translated(self._engine), self._engine.connect() as connection:
            ids = [r.id for r in connection.execute(query) if name_key(r.document_number) == wanted]
        found = self.versions_by_id(ids, access)
        return [found[identifier] for identifier in sorted(found)]

    # --- files and runs ----------------------------------------------------------------------------------------

    def original(self, version: str, checksum: str, access: Access) -> Original:
        """The bytes of one of a version's source files.

        Raises:
            NotFoundError: if the version has no such source, or may not be seen.
        """
        held = {source.checksum: source for source in self.version(version, access).sources}
        if checksum not in held:
            raise NotFoundError(
                f"{version} has no source file {checksum!r}.", "See its page for those it has."
            )
        with translated(self._engine), self._engine.connect() as connection:
            content = connection.execute(
                select(tables.originals.c.content).where(tables.originals.c.checksum == checksum)
            ).scalar_one()
        return Original(held[checksum].location.rsplit("/", 1)[-1], checksum, content)

    def known(self, access: Access) -> dict[tuple[str, str], Known]:
        """Every source file in the catalogue, by location and checksum: what a run may pass over."""
        s, v = tables.sources, tables.versions
        query = (
            select(s.c.location, s.c.checksum, s.c.version, s.c.companions, v.c.access)
            .join(v, v.c.id == s.c.version)
            .where(visible(access))
        )
        with translated(self._engine), self._engine.connect() as connection:
            return {
                (r.location, r.checksum): Known(r.location, r.checksum, r.version, r.access, r.companions)
                for r in connection.execute(query)
            }

    def runs(self, access: Access, limit: int = 10) -> list[RunReport]:
        """The last ingestion runs, newest first, with the entries that may be seen, and counts of those alone.

        An entry whose version went, be it because it was given another label, is for those who see internal ones.
        """
        with translated(self._engine), self._engine.connect() as connection:
            listed = connection.execute(
                select(tables.runs).order_by(tables.runs.c.id.desc()).limit(limit)
            ).all()
            e, v = tables.run_entries, tables.versions
            entries: dict[int, list[RunEntry]] = defaultdict(list)
            query = (
                select(e, v.c.access.label("now"))
                .outerjoin(v, v.c.id == e.c.version)
                .where(e.c.run.in_([run.id for run in listed]))
                .order_by(e.c.run, e.c.order)
            )
            for row in connection.execute(query):
                labels = {row.access} if row.version is None else {row.access, row.now or INTERNAL}
                if all(access.sees(label) for label in labels):
                    entries[row.run].append(RunEntry.of(row))
        return [
            RunReport(
                r.id,
                r.started,
                r.finished,
                visible_summary(entries[r.id], r.summary, access),
                tuple(entries[r.id]),
            )
            for r in listed
        ]

    # --- for the index -----------------------------------------------------------------------------------------

    def pending(self) -> dict[str, str | None]:
        """Versions that the index has to take over, with the fingerprint it must hold (``None``: delete)."""
        query = select(tables.pending).order_by(tables.pending.c.version)
        with translated(self._engine), self._engine.connect() as connection:
            return {row.version: row.fingerprint for row in connection.execute(query)}

    def fingerprints(self) -> dict[str, tuple[str, int]]:
        """Fingerprint and number of searchable provisions of every version, for ``verify``."""
        v, p = tables.versions, tables.provisions
        # The same as ``Provision.searchable``.
        is_part = and_(p.c.article.is_not(None), p.c.level.in_([str(level) for level in PARTS]))
        is_found = or_(p.c.level == str(Level.ARTICLE), and_(p.c.text != "", not_(is_part)))
        searchable = func.count(p.c.fragment).filter(is_found)
        query = select(v.c.id, v.c.fingerprint, searchable.label("units")).outerjoin(p).group_by(v.c.id)
        with translated(self._engine), self._engine.connect() as connection:
            return {row.id: (row.fingerprint, row.units) for row in connection.execute(query)}

    # --- overview ----------------------------------------------------------------------------------------------

    def overview(self, access: Access, today: date, last: int = 10) -> Overview:
        """Counts and lists for the overview page."""
        v = tables.versions
        with translated(self._engine), self._engine.connect() as connection:
            counted = connection.execute(
                select(
                    func.count(func.distinct(v.c.work)),
                    func.count(),
                    func.coalesce(func.sum(v.c.provisions), 0),
                ).where(visible(access))
            ).one()
            days = connection.execute(
                select(v.c.version_on).where(visible(access), v.c.version_on.is_not(None))
            )
            years: dict[int, int] = defaultdict(int)
            for (day,) in days:
                years[day.year] += 1
            newest = connection.execute(
                select(v.c.id).where(visible(access)).order_by(v.c.added.desc(), v.c.id).limit(last)
            ).scalars()
            rules = v.c.kind.not_in([str(kind) for kind in WITHOUT_VALIDITY])
            to_come = self._versions(connection, and_(v.c.follows_on > today, rules), access)
            last_added = self._versions(connection, v.c.id.in_(list(newest)), access)
            by = {
                name: self._counts(connection, v.c[name], access)
                for name in ("kind", "jurisdiction", "language")
            }
        return Overview(
            works=counted[0],
            versions=counted[1],
            provisions=int(counted[2]),
            by_kind=by["kind"],
            by_jurisdiction=by["jurisdiction"],
            by_language=by["language"],
            by_year=dict(sorted(years.items())),
            last_added=tuple(sorted(last_added, key=lambda version: version.added, reverse=True)),
            to_come=tuple(sorted(to_come, key=lambda version: (version.follows_on or today, version.id))),
        )

    def _counts(self, connection: Connection, column: ColumnElement[str], access: Access) -> dict[str, int]:
        number = func.count().label("number")
        query = select(column, number).where(visible(access)).group_by(column).order_by(number.desc(), column)
        return {row[0]: row[1] for row in connection.execute(query)}

    def _versions(
        self, connection: Connection, condition: ColumnElement[bool], access: Access
    ) -> list[Version]:
        v, s = tables.versions, tables.sources
        listed: Sequence[Row[Any]] = connection.execute(
            select(v).where(condition, visible(access)).order_by(v.c.id)
        ).all()
        sources: dict[str, list[Source]] = defaultdict(list)
        ids = [row.id for row in listed]
        for start in range(0, len(ids), _PARAMETERS):
            part = s.c.version.in_(ids[start : start + _PARAMETERS])
            for row in connection.execute(select(s).where(part).order_by(s.c.location, s.c.checksum)):
                sources[row.version].append(rows.source(row))
        return [rows.version(row, sources[row.id]) for row in listed]
