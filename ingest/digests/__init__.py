"""The cases of a document, in its order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from corpus.model import Document, Kind, Reading, SourceFile
from corpus.records import Digest
from ingest.digests.draft import Draft
from ingest.digests.foreign import decision_of, forum_of, is_decision
from ingest.digests.judgments import is_judgment, judgment_of
from ingest.digests.listed import exception_draft, listed_drafts
from ingest.digests.segmented import cases_in, digest_of, marked_cases
from ingest.digests.sheet import Sheet

_NEVER = frozenset(
    {
        Kind.LAW,
        Kind.ADMINISTRATIVE_REGULATION,
        Kind.DEPARTMENT_RULE,
        Kind.LOCAL_REGULATION,
        Kind.STATUTE,
        Kind.TREATY,
        Kind.MINUTES,
        Kind.FORM,
        Kind.GLOSSARY,
    }
)
"""Kinds of documents that tell of no case."""
_PRESS = frozenset({Kind.TYPICAL_CASE, Kind.GUIDING_CASE, Kind.POLICY, Kind.OTHER, Kind.JUDGMENT})
"""Kinds of documents in which cases may stand one after the other without headings in them."""


def digests_of(document: Document, reading: Reading, source: SourceFile | None = None) -> tuple[Digest, ...]:
    """What each case of a document comes to, in the order of its text; none where it tells of no case.

    The structure decides, not the kind: headings under which cases are told, the form of a judgment, the head of a
    forum, a list whose rows name cases. Only kinds that never tell of cases are left out.

    Args:
        source: the file, for the files that describe it (coded holdings).
    """
    if document.identity.kind in _NEVER:
        exception = exception_draft(reading, Sheet(reading), document)
        return (exception.digest(document.identity.jurisdiction),) if exception else ()
    sheet = Sheet(reading)
    jurisdiction = document.identity.jurisdiction
    told = cases_in(sheet) or (marked_cases(sheet) if document.identity.kind in _PRESS else [])
    if told:
        drafts = [(case.start, digest_of(sheet, case, document, reading, len(told) > 1)) for case in told]
        places = _Fragments(document, sheet) if len(told) > 1 else None
        return tuple(
            replace(draft.digest(jurisdiction), fragment=places.of(start) if places else None)
            for start, draft in drafts
        )
    rows = listed_drafts(reading, sheet, document)
    if rows:
        places = _Fragments(document, sheet)
        return tuple(replace(row.digest(jurisdiction), fragment=places.of(row.begins)) for row in rows)
    single = _single(document, reading, sheet, source)
    return (single.digest(jurisdiction),) if single else ()


def _single(document: Document, reading: Reading, sheet: Sheet, source: SourceFile | None) -> Draft | None:
    exception = exception_draft(reading, sheet, document)
    if exception is not None:
        return exception
    if document.identity.kind is Kind.QA:
        return None
    forum = forum_of(sheet, document)
    if is_judgment(sheet) and (forum is None or document.identity.jurisdiction == "CN"):
        return judgment_of(sheet, document)
    if is_decision(sheet, document, forum):
        return decision_of(sheet, document, reading, forum, source)
    return judgment_of(sheet, document) if is_judgment(sheet) else None


class _Fragments:
    """Finds the provision in which a case begins."""

    def __init__(self, document: Document, sheet: Sheet) -> None:
        self._sheet = sheet
        self._provisions = sorted(document.provisions, key=lambda p: (p.start, p.order))
        self._starts = [provision.start for provision in self._provisions]

    def of(self, position: int) -> str | None:
        """The fragment at a place of the sheet; ``None`` before the first."""
        at = bisect_right(self._starts, self._sheet.source(position))
        return self._provisions[at - 1].fragment if at else None
