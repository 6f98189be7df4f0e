"""One open catalogue: its reads and its writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from corpus.catalogue.agreed import AgreedReads
from corpus.catalogue.connect import connect
from corpus.catalogue.corrections import CorrectionReads, CorrectionWrites
from corpus.catalogue.doubts import DoubtReads
from corpus.catalogue.reads import CatalogueReads
from corpus.catalogue.records import RecordReads
from corpus.closing import Closing


def _now() -> datetime:
    return datetime.now(UTC)


class Catalogue(Closing):
    """An open catalogue.

    Attributes:
        reads: every question to it; each takes an ``Access``.
        records: every question about digests, meetings, endings and terms.
        corrections: every question about what people corrected.
        doubts: what a person should look at.
        agreed: what meetings agreed, and what became of it.
        writes: every change to it; each is one transaction.
    """

    def __init__(self, url: str, clock: Callable[[], datetime] = _now) -> None:
        """Open the catalogue at an SQLAlchemy URL, making its tables where they are missing.

        Raises:
            UsageError: if the URL cannot be used.
            UnavailableError: if the database does not answer or cannot be written.
        """
        self._engine = connect(url)
        self.reads = CatalogueReads(self._engine)
        self.records = RecordReads(self._engine)
        self.corrections = CorrectionReads(self._engine)
        self.doubts = DoubtReads(self._engine)
        self.agreed = AgreedReads(self._engine, self.records)
        self.writes = CorrectionWrites(self._engine, clock)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()
