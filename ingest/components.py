"""The stages of ingestion as Haystack components: each takes typed values and gives typed values."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from haystack import component

from corpus.catalogue import CatalogueWrites, Stored
from corpus.model import Document, Identity, Reading, SourceFile
from ingest.clean import clean
from ingest.cut import cut
from ingest.identify import identify
from ingest.read import read
from ingest.record import with_records


class Timed:
    """A stage that knows how long it took the last time."""

    seconds: float = 0.0

    @contextmanager
    def timing(self) -> Iterator[None]:
        """Measure what happens inside."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds = time.perf_counter() - began


@component
class Read(Timed):
    """Takes a file, gives its source text and the blocks in it."""

    @component.output_types(reading=Reading)
    def run(self, source: SourceFile) -> dict[str, Reading]:
        """Read by sniffed format.

        Raises:
            UnreadableError: naming the file, what is wrong and the cure.
        """
        with self.timing():
            return {"reading": read(source)}


@component
class Clean(Timed):
    """Takes a reading, gives it with page furniture marked and broken paragraphs joined."""

    @component.output_types(reading=Reading)
    def run(self, reading: Reading) -> dict[str, Reading]:
        """Mark what is not text of the document."""
        with self.timing():
            return {"reading": clean(reading)}


@component
class Identify(Timed):
    """Takes a clean reading, gives title, kind, language, jurisdiction, dates and the evidence for each."""

    @component.output_types(identity=Identity)
    def run(self, reading: Reading, source: SourceFile) -> dict[str, Identity]:
        """Say what the document is, as far as its text supports it."""
        with self.timing():
            return {"identity": identify(reading, source)}


@component
class Cut(Timed):
    """Takes a clean reading and its identity, gives the document with its tree of provisions."""

    @component.output_types(document=Document)
    def run(self, reading: Reading, identity: Identity) -> dict[str, Document]:
        """Cut by the grammar of the document's jurisdiction and kind."""
        with self.timing():
            provisions = cut(reading, identity)
            document = Document(
                identity, provisions, reading.format, reading.warnings, confidence=reading.confidence
            )
            return {"document": document}


@component
class Record(Timed):
    """Takes a document and its reading, gives it with the cases, minutes, endings and terms that it holds."""

    @component.output_types(document=Document)
    def run(
        self, reading: Reading, document: Document, source: SourceFile | None = None
    ) -> dict[str, Document]:
        """Read the records out of the document's text, and out of the files that describe it."""
        with self.timing():
            return {"document": with_records(document, reading, source)}


@component
class Store(Timed):
    """Takes a document and its file, puts both into the catalogue in one transaction."""

    def __init__(self, writes: CatalogueWrites) -> None:
        self._writes = writes

    @component.output_types(stored=Stored)
    def run(self, document: Document, source: SourceFile, access: str | None = None) -> dict[str, Stored]:
        """Store the document.

        Raises:
            UnavailableError: if the catalogue fails; nothing of the document is stored then.
        """
        with self.timing():
            return {"stored": self._writes.store(document, source, access)}
