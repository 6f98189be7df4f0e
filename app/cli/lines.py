"""The JSON forms that scripts rely on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from app.cli.record_lines import digest_line, ending_line, evidence_lines, iso, minutes_line, term_line
from corpus.catalogue.records import Ends
from corpus.ids import provision_id
from corpus.model import Document, Identity, Provision, Version
from corpus.tree import below, joined_text
from corpus.whole import whole_of
from index.sync import Drift
from search.service import Hit


def identity_line(identity: Identity) -> dict[str, Any]:
    """What a document is."""
    return {
        "title": identity.title,
        "kind": str(identity.kind),
        "issuers": list(identity.issuers),
        "document_number": identity.document_number,
        "adopted": iso(identity.adopted),
        "promulgated": iso(identity.promulgated),
        "effective": iso(identity.effective),
        "repealed": iso(identity.repealed),
        "language": identity.language,
        "jurisdiction": identity.jurisdiction,
        "region": identity.region,
        "areas": list(identity.areas),
        "subjects": list(identity.subjects),
        "names": list(identity.names),
        "events": [{"kind": e.kind, "on": iso(e.on), "by": e.by} for e in identity.events],
    }


def read_line(source: str, document: Document) -> dict[str, Any]:
    """What a file comes to."""
    paths = provision_paths(document.provisions)
    return {
        "source": source,
        **identity_line(document.identity),
        "version_on": iso(document.identity.version_on),
        "articles": document.articles,
        "provisions": [
            {
                "path": " ".join(paths[p.fragment]),
                "fragment": p.fragment,
                "level": str(p.level),
                "number": p.number,
                "label": p.label,
                "heading": p.heading,
                "text": p.text,
                "start": p.start,
                "end": p.end,
                "deleted": p.deleted,
                "language": p.language or document.identity.language,
            }
            for p in document.provisions
        ],
        "digests": [digest_line(digest) for digest in document.digests],
        "minutes": minutes_line(document.minutes) if document.minutes else None,
        "endings": [ending_line(ending) for ending in document.endings],
        "terms": [term_line(term) for term in document.terms],
        "evidence": evidence_lines(document.identity.evidence),
        "confidence": document.confidence,
        "warnings": list(dict.fromkeys((*document.identity.warnings, *document.warnings))),
    }


def provision_paths(provisions: Iterable[Provision]) -> dict[str, tuple[str, ...]]:
    """Captions from the outermost container down to each provision, by fragment."""
    paths: dict[str, tuple[str, ...]] = {}
    for provision in provisions:
        above = paths.get(provision.parent, ()) if provision.parent else ()
        paths[provision.fragment] = (*above, provision.caption) if provision.caption else above
    return paths


def version_line(
    version: Version, today: date, ends: Sequence[Ends] = (), held: Collection[str] = ()
) -> dict[str, Any]:
    """A version in the catalogue, with how another document ends it, which documents it ends, and its whole.

    Args:
        version: the version.
        today: the day for which its status is told.
        ends: the documents that it ends.
        held: the works among the wholes of parts that may be seen.
    """
    whole = whole_of(version.identity)
    return {
        "id": version.id,
        "work": version.work,
        **identity_line(version.identity),
        "articles": version.articles,
        "provisions": version.provisions,
        "sources": [source.location for source in version.sources],
        "status": str(version.status(today)),
        "valid_from": iso(version.valid_from),
        "valid_to": iso(version.valid_to),
        "ended_by": {
            "version": version.ended.by,
            "relation": str(version.ended.relation),
            "on": iso(version.ended.on),
        }
        if version.ended
        else None,
        "part_of": {"title": whole.title, "work": whole.work if whole.work in held else None}
        if whole
        else None,
        "ends": [{**ending_line(each.ending), "work": each.work} for each in ends],
        "access": version.access,
        "warnings": list(version.identity.warnings),
    }


def show_line(
    version: Version, provision: Provision | None, all_of_it: Sequence[Provision]
) -> dict[str, Any]:
    """A version or one of its provisions with what stands below it. References are not read yet: ``null``."""
    paths = provision_paths(all_of_it)
    shown = all_of_it if provision is None else below(provision, all_of_it)
    return {
        "id": version.id if provision is None else provision_id(version.id, provision.fragment),
        "title": version.identity.title,
        "path": "" if provision is None else " ".join(paths[provision.fragment]),
        "text": joined_text(shown),
        "version": version.id,
        "cites": None,
        "cited_by": None,
    }


def hit_line(hit: Hit) -> dict[str, Any]:
    """A hit."""
    sources = [source.location for source in hit.sources]
    return {
        "id": hit.unit.id,
        "work": hit.unit.title,
        "version": iso(hit.unit.version_on),
        "article": hit.unit.article,
        "path": " ".join(hit.unit.path),
        "source": sources[0] if sources else None,
        "sources": sources,
        "score": round(hit.score, 4),
        "snippet": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "status": str(hit.status),
    }


def drift_line(drift: Drift) -> dict[str, Any]:
    """How the index differs from the catalogue."""
    return {"missing": len(drift.missing), "stale": len(drift.stale), "orphaned": len(drift.orphaned)}
