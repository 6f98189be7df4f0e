"""What the meeting that the document records came to, ``None`` for other documents."""

from __future__ import annotations

from corpus.model import Document, Reading
from corpus.records import Minutes


def minutes_of(document: Document, reading: Reading) -> Minutes | None:
    """What the meeting that the document records came to, ``None`` for other documents."""
    return None
