"""Word documents: a walk of our own, because ordinary readers leave out chunks, text boxes, notes and numbers."""

from __future__ import annotations

from corpus.model import BlockKind, Format, Reading, SourceFile
from ingest.read.base import TextBuilder
from ingest.read.docx.body import Body
from ingest.read.docx.package import Package

__all__ = ["read_docx"]


def read_docx(source: SourceFile) -> Reading:
    """Read a Word document.

    Paragraphs come with the numbers that Word shows before them, tables row by row, footnotes after their paragraph;
    deleted text is left out and inserted text kept; headers and footers are furniture.

    Raises:
        UnreadableError: if the package is damaged or holds no text.
    """
    with Package(source) as package:
        builder = TextBuilder()
        body = Body(package, builder)
        for header in package.related("header"):
            body.furniture(header)
        body.write(package.main)
        for footer in package.related("footer"):
            body.furniture(footer)
        metadata = package.properties()
        warnings = (*package.warnings, *body.warnings)
    _drop_repeated(builder)
    return builder.reading(source, Format.DOCX, metadata, None, warnings)


def _drop_repeated(builder: TextBuilder) -> None:
    """The same header on first, odd and even pages is told once."""
    seen: set[str] = set()
    kept = []
    for block in builder.blocks:
        if block.kind is BlockKind.FURNITURE and block.text in seen:
            continue
        if block.kind is BlockKind.FURNITURE:
            seen.add(block.text)
        kept.append(block)
    builder.blocks[:] = kept
