"""What a document comes to beside its provisions: digests of cases, minutes, endings of other documents, terms."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Document, Reading, SourceFile
from ingest.digests import digests_of
from ingest.endings import endings_of
from ingest.minutes import minutes_of
from ingest.terms import terms_of


def with_records(document: Document, reading: Reading, source: SourceFile | None = None) -> Document:
    """The document with the records that its text holds; what it does not hold stays empty.

    Args:
        source: the file, for what files beside it say of it.
    """
    return replace(
        document,
        digests=digests_of(document, reading, source),
        minutes=minutes_of(document, reading),
        endings=endings_of(document, reading),
        terms=terms_of(document, reading),
    )
