"""What all readers share: their protocol, their limits, and the making of blocks with exact spans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from corpus.errors import UnreadableError
from corpus.evidence import Span
from corpus.model import Block, BlockKind, Format, Reading, SourceFile

BLANKS = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
"""Characters that show nothing: a block neither begins nor ends with them."""


BETWEEN_CELLS = " | "
"""What stands between the cells of a table's row."""


class Reader(Protocol):
    """Makes a reading of a file of one format."""

    def __call__(self, source: SourceFile) -> Reading:
        """Read the file.

        Raises:
            UnreadableError: if no text can be taken out of it; names the file, the place and the cure.
        """
        ...


def block_of(text: str, kind: BlockKind, ranges: Iterable[tuple[int, int]], level: int = 0) -> Block | None:
    """A block of the given ranges of ``text``, without blanks at its ends; ``None`` where nothing is left.

    The ranges must be in order and must not overlap; those that touch become one span.
    """
    merged: list[list[int]] = []
    for start, end in ranges:
        if start >= end:
            continue
        if merged and merged[-1][1] == start:
            merged[-1][1] = end
        else:
            merged.append([start, end])
    while merged and not _trim_start(text, merged[0]):
        merged.pop(0)
    while merged and not _trim_end(text, merged[-1]):
        merged.pop()
    if not merged:
        return None
    content = "".join([text[start:end] for start, end in merged])
    return Block(kind, content, tuple([Span(start, end) for start, end in merged]), level)


def _trim_start(text: str, piece: list[int]) -> bool:
    start, end = piece
    while start < end and text[start] in BLANKS:
        start += 1
    piece[0] = start
    return start < end


def _trim_end(text: str, piece: list[int]) -> bool:
    start, end = piece
    while start < end and text[end - 1] in BLANKS:
        end -= 1
    piece[1] = end
    return start < end


class TextBuilder:
    """Builds the source text of formats whose text has to be taken out: one block after the other, a line each."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []

    def add(
        self,
        kind: BlockKind,
        text: str,
        level: int = 0,
        columns: tuple[int, ...] = (),
        covered: tuple[int, ...] = (),
    ) -> None:
        """Append a block; a text that shows nothing is left out."""
        content = text.strip(BLANKS)
        if not content:
            return
        span = Span(self._length, self._length + len(content))
        self.blocks.append(Block(kind, content, (span,), level, columns, covered))
        self._pieces.append(content)
        self._length += len(content) + 1

    def add_row(self, cells: Sequence[str], places: Sequence[int], covered: Iterable[int] = ()) -> None:
        """Append a row of a table: the cells that show something, with strokes between them.

        Args:
            cells: the text of each cell, also of those that show nothing.
            places: the column of each.
            covered: columns that a cell of a row above covers.
        """
        shown = [(cell, place) for cell, place in zip(cells, places, strict=True) if cell]
        text = BETWEEN_CELLS.join(cell for cell, _ in shown)
        self.add(BlockKind.TABLE_ROW, text, 0, tuple(place for _, place in shown), tuple(covered))

    def reading(
        self,
        source: SourceFile,
        form: Format,
        metadata: Mapping[str, str] | None = None,
        encoding: str | None = None,
        warnings: Iterable[str] = (),
        confidence: float | None = None,
    ) -> Reading:
        """The finished reading.

        Raises:
            UnreadableError: if there are no blocks, or only comments.
        """
        text = "".join(piece + "\n" for piece in self._pieces)
        reading = Reading(
            form, text, tuple(self.blocks), dict(metadata or {}), encoding, tuple(warnings), confidence
        )
        return with_text(source, reading)


def with_text(source: SourceFile, reading: Reading) -> Reading:
    """The reading itself, if there is text in it.

    Raises:
        UnreadableError: if there are no blocks, or only comments, or not one letter or digit.
    """
    only_comments = all(block.kind is BlockKind.COMMENT for block in reading.blocks)
    if only_comments or not any(map(str.isalnum, reading.text)):
        raise UnreadableError(
            f"{source.location}: there is no text in this file.",
            "Open it in the program it was made with and save it again with its text.",
            code="no_text",
        )
    return reading


def collapse(text: str) -> str:
    """Text of a markup language as a reader sees it: runs of blanks are one blank, none at the ends."""
    return " ".join(text.split())
