"""The JSON forms of digests, minutes, endings and terms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from corpus.corrections import item_keys
from corpus.evidence import Evidence
from corpus.records import Digest, Ending, ItemReport, Minutes, MinutesItem, Participants, Term


def iso(day: date | None) -> str | None:
    """A day as scripts read it; ``None`` stays so."""
    return day.isoformat() if day else None


def digest_line(digest: Digest) -> dict[str, Any]:
    """What a case comes to."""
    return {
        "title": digest.title,
        "case_number": digest.case_number,
        "court": digest.court,
        "court_level": digest.court_level,
        "jurisdiction": digest.jurisdiction,
        "date": iso(digest.date),
        "published": iso(digest.published),
        "parties": list(digest.parties),
        "subjects": list(digest.subjects),
        "procedure": digest.procedure,
        "issue": digest.issue,
        "holding": digest.holding,
        "reasoning": digest.reasoning,
        "facts": digest.facts,
        "significance": digest.significance,
        "rules": [{"work": rule.work, "article": rule.article} for rule in digest.rules],
        "keywords": list(digest.keywords),
        "exception_code": digest.exception_code,
        "result": digest.result,
        "year": digest.year,
        "fragment": digest.fragment,
        "evidence": evidence_lines(digest.evidence),
    }


def minutes_line(minutes: Minutes) -> dict[str, Any]:
    """What a meeting came to. ``participants`` names organisations, and people for whom none is given."""
    return {
        "meeting": minutes.meeting,
        "date": iso(minutes.date),
        "place": minutes.place,
        "chair": minutes.chair,
        "participants": [name for each in minutes.participants for name in _names(each)],
        "people": [
            {"organisation": each.organisation, "people": list(each.people)} for each in minutes.participants
        ],
        "agenda": list(minutes.agenda),
        "items": [
            {"key": key, **item_line(item)}
            for key, item in zip(item_keys(minutes.items), minutes.items, strict=True)
        ],
        "reports": [report_line(report) for report in minutes.reports],
        "evidence": evidence_lines(minutes.evidence),
    }


def _names(participants: Participants) -> tuple[str, ...]:
    return (participants.organisation,) if participants.organisation else participants.people


def item_line(item: MinutesItem) -> dict[str, Any]:
    """An item of minutes."""
    return {
        "number": item.number,
        "text": item.text,
        "topic": item.topic,
        "lead": list(item.lead),
        "support": list(item.support),
        "deadline_text": item.deadline_text,
        "deadline": iso(item.deadline),
        "state": str(item.state) if item.state else None,
        "cites": list(item.cites),
        "settled_by": item.settled_by,
        "fragment": item.fragment,
        "evidence": evidence_lines(item.evidence),
    }


def report_line(report: ItemReport) -> dict[str, Any]:
    """What minutes say of an item of an earlier meeting."""
    return {
        "text": report.text,
        "number": report.number,
        "meeting": report.meeting,
        "state": str(report.state) if report.state else None,
        "settled_by": report.settled_by,
        "note": report.note,
        "evidence": evidence_lines(report.evidence),
    }


def ending_line(ending: Ending) -> dict[str, Any]:
    """A clause by which a document ends another."""
    return {
        "relation": str(ending.relation),
        "title": ending.title,
        "document_number": ending.document_number,
        "on": iso(ending.on),
        "surface": ending.surface,
        "start": ending.start,
        "end": ending.end,
    }


def term_line(term: Term) -> dict[str, Any]:
    """A pair of terms."""
    return {
        "language": term.language,
        "term": term.term,
        "other_language": term.other_language,
        "other_term": term.other_term,
        "start": term.start,
        "end": term.end,
    }


def evidence_lines(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Where values come from; ``source`` is there only where a copy says it."""
    return [
        {
            "field": e.field,
            "surface": e.surface,
            "origin": e.origin,
            "start": e.start,
            "end": e.end,
            **({"source": e.source} if e.source else {}),
        }
        for e in evidence
    ]
