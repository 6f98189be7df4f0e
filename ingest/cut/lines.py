"""The lines of a reading: what the grammars look at.

A line is a block, for readers give a paragraph a block. A line feed inside a block is the wrapping of Latin text and
counts as a blank; in Chinese, Japanese and Korean text, which wraps without blanks, it parts lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Block, BlockKind, Reading

NO_TEXT = frozenset({BlockKind.COMMENT, BlockKind.FURNITURE})
"""Kinds of block that are no text of the document."""


_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or row, without white space at its ends.

    Attributes:
        text: its characters.
        piece: the part of the block, with its place in the source.
        continued: whether it goes on with the block of the line before.
    """

    text: str
    piece: Block
    continued: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether the source itself marks it as a heading."""
        return self.piece.kind is BlockKind.HEADING

    @property
    def level(self) -> int:
        """Depth of the heading in the source, 0 for other lines."""
        return self.piece.level if self.is_heading else 0

    def parts(self, at: int) -> tuple[Line, Line]:
        """The line cut in two before character ``at``."""
        left, right = self.text[:at].rstrip(), self.text[at:].lstrip()
        begin = len(self.text) - len(right)
        return (
            Line(left, self.piece.part(0, len(left)), self.continued),
            Line(right, self.piece.part(begin, len(self.text)), True),
        )


def lines_of(reading: Reading) -> list[Line]:
    """The lines of all blocks that are text of the document, in order; blank ones are left out."""
    return [line for block in reading.blocks if block.kind not in NO_TEXT for line in _split(block)]


def _split(block: Block) -> Iterator[Line]:
    if ("\n" not in block.text and "\r" not in block.text) or not _EAST_ASIAN.search(block.text):
        line = _line(block, 0, len(block.text), continued=False)
        if line is not None:
            yield line
        return
    position, continued = 0, False
    for raw in block.text.splitlines(keepends=True):
        line = _line(block, position, position + len(raw), continued)
        position += len(raw)
        if line is not None:
            continued = True
            yield line


def _line(block: Block, start: int, end: int, continued: bool) -> Line | None:
    raw = block.text[start:end]
    text = raw.strip()
    if not text:
        return None
    first = start + len(raw) - len(raw.lstrip())
    whole = len(text) == len(block.text)
    piece = block if whole else block.part(first, first + len(text))
    return Line(text.replace("\n", " "), piece, continued)
