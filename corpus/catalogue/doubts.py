"""The documents of the catalogue that a person should look at, the most doubtful first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, select, true

from corpus.access import Access
from corpus.catalogue import tables
from corpus.catalogue.belongings import revived
from corpus.catalogue.connect import translated
from corpus.catalogue.reads import CatalogueReads
from corpus.catalogue.records import RecordReads
from corpus.corrections import Part, case_keys
from corpus.doubts import Doubt, Unit, doubts
from corpus.model import Level, Version
from corpus.records import Digest, Minutes

_BELOW_ARTICLES = (Level.PARAGRAPH, Level.ITEM, Level.SUBITEM, Level.TABLE, Level.FOOTNOTE, Level.BODY)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A version with the reasons to look at it, the weightiest first; ``cases`` are the keys of its cases in order."""

    version: Version
    reasons: tuple[Doubt, ...]
    cases: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """How doubtful it is."""
        return round(sum(doubt.weight for doubt in self.reasons), 2)


class DoubtReads:
    """Questions about what is doubtful."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reads = CatalogueReads(engine)
        self._records = RecordReads(engine)

    def state(self) -> str:
        """What changes whenever something is stored, removed or corrected: as long as it stays, so does the list."""
        v, c, r = tables.versions, tables.corrections, tables.runs
        query = select(
            select(func.count()).select_from(v).scalar_subquery(),
            select(func.max(v.c.added)).scalar_subquery(),
            select(func.max(c.c.number)).scalar_subquery(),
            select(func.max(c.c.withdrawn)).scalar_subquery(),
            select(func.max(r.c.finished)).scalar_subquery(),
        )
        with translated(self._engine), self._engine.connect() as connection:
            return repr(tuple(connection.execute(query).one()))

    def doubtful(self, access: Access) -> list[Doubtful]:
        """The versions that may be seen and are doubtful, the most doubtful first.

        What a person has corrected or confirmed is doubtful no more.
        """
        digests: dict[str, list[Digest]] = defaultdict(list)
        for entry in sorted(self._records.digests(access), key=lambda entry: entry.order):
            digests[entry.version].append(entry.digest)
        minutes: dict[str, Minutes] = {m.version: m.minutes for m in self._records.meetings(access)}
        with translated(self._engine), self._engine.connect() as connection:
            units = _units(connection, access)
            settled = _settled(connection)
            read = _read_cases(connection)
        found = []
        for version in self._reads.versions(access):
            cases = read.get(version.id) or case_keys(digests[version.id])
            held = tuple(zip(cases, digests[version.id], strict=True))
            reasons = doubts(version, held, minutes.get(version.id), units.get(version.id, ()))
            left = tuple(doubt for doubt in reasons if doubt.place not in settled[version.id])
            if left:
                found.append(Doubtful(version, left, tuple(cases)))
        return sorted(found, key=lambda each: (-each.score, each.version.id))


def _units(connection: Connection, access: Access) -> dict[str, list[Unit]]:
    p, v = tables.provisions, tables.versions
    visible = true() if access.labels is None else v.c.access.in_(sorted(access.labels))
    query = (
        select(p.c.version, p.c.fragment, p.c.parent, p.c.level, p.c.number, p.c.deleted)
        .join(v, v.c.id == p.c.version)
        .where(p.c.level.not_in([str(level) for level in _BELOW_ARTICLES]), visible)
        .order_by(p.c.version, p.c.order)
    )
    found: dict[str, list[Unit]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.version].append(Unit(row.fragment, row.parent, row.level, row.number, row.deleted))
    return found


def _settled(connection: Connection) -> dict[str, set[tuple[Part, str, str]]]:
    """By version, what a person has settled of it."""
    c, t = tables.corrections, tables.correction_versions
    query = (
        select(t.c.version, c.c.part, c.c.key, c.c.field)
        .join(c, c.c.number == t.c.correction)
        .where(c.c.withdrawn.is_(None))
    )
    settled: dict[str, set[tuple[Part, str, str]]] = defaultdict(set)
    for row in connection.execute(query):
        settled[row.version].add((Part(row.part), row.key, row.field))
    return settled


def _read_cases(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The keys of cases of versions that were corrected: they are made of what was read."""
    v = tables.versions
    query = select(v.c.id, v.c.read).where(v.c.read.is_not(None))
    return {
        row.id: case_keys(revived(Digest, each) for each in row.read["digests"])
        for row in connection.execute(query)
    }
