"""PDF: lines of the text layer become paragraphs; pages that are pictures are recognised."""

from __future__ import annotations

from corpus.model import Format, Reading, SourceFile
from corpus.notes import Note
from ingest.read.base import TextBuilder, with_text
from ingest.read.contents import mark_contents
from ingest.read.paged import write_pages
from ingest.read.pdf.pages import Pages
from ingest.read.scan import missing
from ingest.read.scan.recognition import numbers

__all__ = ["read_pdf"]

_FEWEST_CHARACTERS = 8


def read_pdf(source: SourceFile) -> Reading:
    """Read a PDF by its text layer, and by recognition where pages have none.

    Raises:
        UnreadableError: if it is damaged, protected by a password or too long, or a scan that cannot be recognised.
    """
    pages = Pages.of(source)
    silent = [number for number, lines in enumerate(pages.lines, 1) if not lines]
    characters = sum(len(line.text) for lines in pages.lines for line in lines)
    mute = characters < _FEWEST_CHARACTERS * len(pages.lines) and len(silent) * 2 >= len(pages.lines)
    if mute and pages.pictures and pages.recognition is None:
        raise missing(source.location, len(pages.lines))
    builder = TextBuilder()
    write_pages(pages.lines, builder)
    warnings: list[Note] = []
    confidence = None
    if pages.recognition is not None:
        warnings, confidence = pages.recognition.warnings(), pages.recognition.confidence
    elif pages.pictures:
        shown = numbers(pages.pictures)
        warning = f"pages without text, perhaps scanned: {shown}"
        warnings.append(Note(warning, code="pages_without_text", pages=shown))
    reading = builder.reading(source, Format.PDF, pages.metadata, None, warnings, confidence)
    return with_text(source, mark_contents(reading))
