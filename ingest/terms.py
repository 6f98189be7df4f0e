"""The pairs of terms that a document lists, in its order."""

from __future__ import annotations

from corpus.model import Document, Reading
from corpus.records import Term


def terms_of(document: Document, reading: Reading) -> tuple[Term, ...]:
    """The pairs of terms that a document lists, in its order."""
    return ()
