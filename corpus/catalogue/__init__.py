"""The catalogue: the record of works, versions, provisions, sources and runs, in SQLite or PostgreSQL."""

from corpus.catalogue.arrival import Confirmed, Stored
from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.corrections import CorrectionReads, CorrectionWrites, Outcome
from corpus.catalogue.doubts import Doubtful
from corpus.catalogue.reads import CatalogueReads, Known, Named, Original, Overview
from corpus.catalogue.records import CaseEntry, Meeting, RecordReads
from corpus.catalogue.reports import RunEntry, RunReport
from corpus.catalogue.writes import CatalogueWrites

__all__ = [
    "CaseEntry",
    "Catalogue",
    "CatalogueReads",
    "CatalogueWrites",
    "Confirmed",
    "CorrectionReads",
    "CorrectionWrites",
    "Doubtful",
    "Known",
    "Meeting",
    "Named",
    "Original",
    "Outcome",
    "Overview",
    "RecordReads",
    "RunEntry",
    "RunReport",
    "Stored",
]
