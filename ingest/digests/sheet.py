"""The text of a document as one string, in which cases are found, with the way back to the source text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from corpus.evidence import Evidence, Immutable
from corpus.model import BlockKind, Reading

_SILENT = (BlockKind.COMMENT, BlockKind.FURNITURE)
_LONGEST_SURFACE = 200


@dataclass(frozen=True, slots=True)
class Line(Immutable):
    """A line that shows something: ``text`` is ``[start, end)`` of the sheet; ``level`` is that of a heading, else 0."""

    start: int
    end: int
    text: str
    level: int


class Sheet:
    """A reading's blocks, joined by line feeds.

    Attributes:
        text: their text.
        lines: its lines that show something.
    """

    def __init__(self, reading: Reading) -> None:
        pieces: list[str] = []
        runs: list[tuple[int, int]] = []
        lines: list[Line] = []
        at = 0
        for block in reading.blocks:
            if block.kind in _SILENT:
                continue
            inside = at
            for span in block.spans:
                runs.append((inside, span.start))
                inside += span.end - span.start
            level = block.level if block.kind is BlockKind.HEADING else 0
            lines += _lines(block.text, at, level)
            pieces.append(block.text)
            at += len(block.text) + 1
        self.text = "\n".join(pieces)
        self.lines = tuple(lines)
        self._runs = runs
        self._places = [run[0] for run in runs]
        self._starts = [line.start for line in lines]

    def source(self, position: int) -> int:
        """Where the character at ``position`` stands in the source text."""
        start, place = self._runs[bisect_right(self._places, position) - 1]
        return place + position - start

    def evidence(self, field: str, start: int, end: int) -> Evidence:
        """The characters ``[start, end)`` as evidence; a long surface is cut."""
        surface = self.text[start:end][:_LONGEST_SURFACE]
        return Evidence(field, surface, "text", self.source(start), self.source(end - 1) + 1)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def within(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines that begin in the range."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1)
        return self.lines[first:last]


def _lines(text: str, at: int, level: int) -> list[Line]:
    found: list[Line] = []
    start = 0
    for piece in text.split("\n"):
        shown = piece.strip()
        if shown:
            left = at + start + piece.index(shown)
            found.append(Line(left, left + len(shown), shown, level))
        start += len(piece) + 1
    return found
