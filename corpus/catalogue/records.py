"""Questions to the catalogue about digests, meetings, endings and terms. Each takes the access of the one who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, select

from corpus.access import PUBLIC, Access
from corpus.catalogue import tables
from corpus.catalogue.belongings import revived
from corpus.catalogue.connect import translated
from corpus.catalogue.ended import meant
from corpus.catalogue.visible import visible
from corpus.errors import NotFoundError
from corpus.records import Brief, Digest, Ending, Minutes, Term


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """A digest and where it stands: ``order`` tells several cases of one version apart, from 0."""

    version: str
    order: int
    title: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """What lists show of a digest, where it stands, and the title of its document."""

    version: str
    order: int
    title: str
    brief: Brief


@dataclass(frozen=True, slots=True)
class Meeting:
    """Minutes, and the version that they were read from."""

    version: str
    title: str
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class Ends:
    """A clause by which a version ends another document, and the work that it means, where the base holds it."""

    ending: Ending
    work: str | None


class RecordReads:
    """Questions about what documents came to beside their provisions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def digests(self, access: Access, version: str | None = None) -> list[CaseEntry]:
        """The digests that may be seen, newest first, undated ones last; those of one version in its order."""
        d, v = tables.digests, tables.versions
        query = (
            select(d.c.version, d.c.order, d.c.record, v.c.title)
            .join(v, v.c.id == d.c.version)
            .where(visible(access))
        )
        if version is not None:
            query = query.where(d.c.version == version).order_by(d.c.order)
        else:
            query = query.order_by(d.c.date.is_(None), d.c.date.desc(), d.c.version, d.c.order)
        with translated(self._engine), self._engine.connect() as connection:
            return [
                CaseEntry(row.version, row.order, row.title, revived(Digest, row.record))
                for row in connection.execute(query)
            ]

    def briefs(self, access: Access) -> list[BriefEntry]:
        """What lists show of the digests that may be seen, newest first, undated ones last. No long text is read."""
        d, v = tables.digests, tables.versions
        query = (
            select(d.c.version, d.c.order, d.c.brief, v.c.title)
            .join(v, v.c.id == d.c.version)
            .where(visible(access))
            .order_by(d.c.date.is_(None), d.c.date.desc(), d.c.version, d.c.order)
        )
        with translated(self._engine), self._engine.connect() as connection:
            return [
                BriefEntry(row.version, row.order, row.title, revived(Brief, row.brief))
                for row in connection.execute(query)
            ]

    def digest(self, version: str, order: int, access: Access) -> CaseEntry:
        """One digest.

        Raises:
            NotFoundError: if the version holds no such case, or may not be seen.
        """
        found = next((e for e in self.digests(access, version) if e.order == order), None)
        if found is None:
            raise NotFoundError(
                f"{version!r} holds no case {order + 1}.", "See `zhiku cases` for those there are."
            )
        return found

    def meetings(self, access: Access, version: str | None = None) -> list[Meeting]:
        """The meetings whose minutes may be seen, newest first, undated ones last."""
        m, v = tables.meetings, tables.versions
        query = (
            select(m.c.version, m.c.record, v.c.title)
            .join(v, v.c.id == m.c.version)
            .where(visible(access))
            .order_by(m.c.date.is_(None), m.c.date.desc(), m.c.version)
        )
        if version is not None:
            query = query.where(m.c.version == version)
        with translated(self._engine), self._engine.connect() as connection:
            return [
                Meeting(row.version, row.title, revived(Minutes, row.record))
                for row in connection.execute(query)
            ]

    def endings(self, access: Access, version: str | None = None) -> dict[str, list[Ends]]:
        """The clauses by which versions end other documents, in the order of their texts, by version."""
        e, v = tables.endings, tables.versions
        query = (
            select(e, v.c.access, v.c.jurisdiction)
            .join(v, v.c.id == e.c.version)
            .where(visible(access))
            .order_by(e.c.version, e.c.order)
        )
        if version is not None:
            query = query.where(e.c.version == version)
        found: dict[str, list[Ends]] = {}
        with translated(self._engine), self._engine.connect() as connection:
            for row in connection.execute(query).all():
                labels = {label for label in (PUBLIC, row.access) if access.sees(label)}
                work = meant(connection, row.title_key, row.number_key, row.jurisdiction, labels)
                found.setdefault(row.version, []).append(Ends(revived(Ending, row.record), work))
        return found

    def terms(self, access: Access, version: str | None = None) -> Sequence[Term]:
        """The pairs of terms that documents list, each once, in the order of versions and texts."""
        t, v = tables.terms, tables.versions
        query = select(t).join(v, v.c.id == t.c.version).where(visible(access))
        if version is not None:
            query = query.where(t.c.version == version)
        query = query.order_by(t.c.version, t.c.order)
        with translated(self._engine), self._engine.connect() as connection:
            return [
                Term(row.language, row.term, row.other_language, row.other_term, row.start, row.end)
                for row in connection.execute(query)
            ]
