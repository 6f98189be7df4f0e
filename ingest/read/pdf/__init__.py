"""PDF: lines of the text layer become paragraphs; running heads and page numbers are furniture."""

from __future__ import annotations

from corpus.errors import UnreadableError
from corpus.model import BlockKind, Format, Reading, SourceFile
from corpus.notes import Note
from ingest.read.base import TextBuilder, with_text
from ingest.read.contents import mark_contents
from ingest.read.pdf.furniture import furniture_lines
from ingest.read.pdf.layout import Layout, join
from ingest.read.pdf.pages import Line, Pages

__all__ = ["read_pdf"]

_FEWEST_CHARACTERS = 8


def read_pdf(source: SourceFile) -> Reading:
    """Read a PDF with a text layer.

    Raises:
        UnreadableError: if it is damaged, protected by a password, too long, or a scan without text.
    """
    pages = Pages.of(source)
    silent = [number for number, lines in enumerate(pages.lines, 1) if not lines]
    characters = sum(len(line.text) for lines in pages.lines for line in lines)
    if characters < _FEWEST_CHARACTERS * len(pages.lines) and len(silent) * 2 >= len(pages.lines):
        raise UnreadableError(
            f"{source.location}: this is a scan without text ({len(pages.lines)} pages of pictures).",
            "Recognise its text (OCR) and save it as a searchable PDF, or give the text as docx or txt.",
            code="scan",
            pages=len(pages.lines),
        )
    builder = TextBuilder()
    _write(pages.lines, builder)
    warnings = []
    if silent:
        shown = ", ".join(map(str, silent[:10])) + (" ..." if len(silent) > 10 else "")
        warning = f"pages without text, perhaps scanned: {shown}"
        warnings.append(Note(warning, code="pages_without_text", pages=shown))
    reading = builder.reading(source, Format.PDF, pages.metadata, None, warnings)
    return with_text(source, mark_contents(reading))


def _write(pages: list[list[Line]], builder: TextBuilder) -> None:
    furniture = furniture_lines([[line.text for line in lines] for lines in pages])
    layout = Layout.of([line for lines in pages for line in lines])
    group: list[Line] = []
    waiting: list[str] = []
    for number, lines in enumerate(pages):
        for place, line in enumerate(lines):
            if (number, place) in furniture:
                waiting.append(line.text)
                continue
            if group and not layout.continues(group[-1], line):
                _flush(group, waiting, layout, builder)
            group.append(line)
    _flush(group, waiting, layout, builder)


def _flush(group: list[Line], waiting: list[str], layout: Layout, builder: TextBuilder) -> None:
    """Append the paragraph, then the furniture that stood on the page break inside it."""
    if group:
        level = layout.heading(group)
        text = join([line.text for line in group])
        builder.add(BlockKind.HEADING if level else BlockKind.PARAGRAPH, text, level)
    for text in waiting:
        builder.add(BlockKind.FURNITURE, text)
    group.clear()
    waiting.clear()
