"""Documents that come page by page, of PDF or of pictures: lines become paragraphs, what every page repeats furniture."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.paged.furniture import furniture_lines
from ingest.read.paged.layout import Layout, join
from ingest.read.paged.lines import Line

__all__ = ["Line", "write_pages"]


def write_pages(pages: Sequence[Sequence[Line]], builder: TextBuilder) -> None:
    """Append the paragraphs and the furniture of all pages."""
    furniture = furniture_lines([[line.text for line in lines] for lines in pages])
    layout = Layout.of([line for lines in pages for line in lines])
    group: list[Line] = []
    waiting: list[str] = []
    for number, lines in enumerate(pages):
        for place, line in enumerate(lines):
            if (number, place) in furniture:
                waiting.append(line.text)
                continue
            if line.cells:
                _flush(group, waiting, layout, builder)
                builder.add_row(line.cells, line.columns, line.covered)
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
