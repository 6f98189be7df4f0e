"""What a document comes to beside its provisions: digests of cases, minutes, endings of other documents, terms."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Document, Identity, Reading, SourceFile
from corpus.records import Minutes
from ingest.digests import digests_of
from ingest.endings import endings_of
from ingest.minutes import minutes_of
from ingest.terms import terms_of


def with_records(document: Document, reading: Reading, source: SourceFile | None = None) -> Document:
    """The document with the records that its text holds; what it does not hold stays empty.

    Args:
        source: the file, for what files beside it say of it.
    """
    minutes = minutes_of(document, reading)
    return replace(
        document,
        identity=_dated(document.identity, minutes),
        digests=digests_of(document, reading, source),
        minutes=minutes,
        endings=endings_of(document, reading),
        terms=terms_of(document, reading),
    )


def _dated(identity: Identity, minutes: Minutes | None) -> Identity:
    """Minutes are of the day of their meeting, where nothing else dates them."""
    if minutes is None or minutes.date is None or identity.adopted is not None:
        return identity
    told = tuple(replace(place, field="adopted") for place in minutes.evidence if place.field == "date")
    return replace(
        identity,
        adopted=minutes.date,
        version_on=identity.version_on or minutes.date,
        evidence=(*identity.evidence, *told),
    )
