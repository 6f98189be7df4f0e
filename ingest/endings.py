"""The clauses by which a document ends others, in its order."""

from __future__ import annotations

from corpus.model import Document, Reading
from corpus.records import Ending


def endings_of(document: Document, reading: Reading) -> tuple[Ending, ...]:
    """The clauses by which a document ends others, in its order."""
    return ()
