"""Text of a document that knows where each of its characters stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.evidence import Evidence, Immutable
from corpus.model import Block

_LONGEST_SURFACE = 200


@dataclass(frozen=True, slots=True)
class Piece(Immutable):
    """Characters ``[at, at + length)`` of a text, which begin at ``source`` in the source text."""

    at: int
    length: int
    source: int


@dataclass(frozen=True, slots=True)
class Text(Immutable):
    """Characters of a document.

    Attributes:
        text: the characters.
        pieces: where they stand; characters between pieces were put in (a blank between lines).
        scattered: whether other text stands between the pieces, as in a cell of several lines.
        heading: level of the heading that it is, else 0.
        bullet: whether the reader of the file says that it is an item of a list.
    """

    text: str
    pieces: tuple[Piece, ...]
    scattered: bool = False
    heading: int = 0
    bullet: bool = False

    @classmethod
    def of_block(cls, block: Block) -> Text:
        """The text of a block."""
        pieces: list[Piece] = []
        at = 0
        for span in block.spans:
            pieces.append(Piece(at, span.end - span.start, span.start))
            at += span.end - span.start
        return cls(block.text, tuple(pieces))

    @classmethod
    def joined(cls, texts: Iterable[Text], between: str = "\n", scattered: bool = False) -> Text:
        """Several texts one after the other."""
        parts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for text in texts:
            if parts:
                parts.append(between)
                at += len(between)
            pieces += [Piece(at + piece.at, piece.length, piece.source) for piece in text.pieces]
            parts.append(text.text)
            at += len(text.text)
        return cls("".join(parts), tuple(pieces), scattered)

    def part(self, start: int, end: int | None = None) -> Text:
        """The characters ``[start, end)``, without blanks at their ends."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start].isspace():
            start += 1
        while start < stop and self.text[stop - 1].isspace():
            stop -= 1
        pieces = []
        for piece in self.pieces:
            first, last = max(start, piece.at), min(stop, piece.at + piece.length)
            if first < last:
                pieces.append(Piece(first - start, last - first, piece.source + first - piece.at))
        return Text(self.text[start:stop], tuple(pieces), self.scattered, self.heading, self.bullet)

    def lines(self) -> Iterator[Text]:
        """Its lines that show something."""
        start = 0
        for line in self.text.split("\n"):
            if line.strip():
                yield self.part(start, start + len(line))
            start += len(line) + 1

    def evidence(self, field: str, start: int = 0, end: int | None = None) -> tuple[Evidence, ...]:
        """The characters ``[start, end)`` as evidence for a field: one place, or one for each piece if scattered."""
        part = self.part(start, end)
        if not part.pieces:
            return ()
        if part.scattered:
            return tuple(
                Evidence(field, part.text[p.at : p.at + p.length][:_LONGEST_SURFACE], "text", p.source, p.source + p.length)
                for p in part.pieces
            )  # fmt: skip
        first, last = part.pieces[0], part.pieces[-1]
        surface = part.text[:_LONGEST_SURFACE]
        return (Evidence(field, surface, "text", first.source, last.source + last.length),)

    @property
    def start(self) -> int:
        """Where it begins in the source text; -1 where it has no place."""
        return self.pieces[0].source if self.pieces else -1

    def __bool__(self) -> bool:
        return bool(self.text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph."""
    start, depth = 0, 0
    for place, character in enumerate(text):
        depth += (character in "（(《“") - (character in "）)》”")
        latin = (
            character == "."
            and text[place + 1 : place + 2] in (" ", "\n")
            and text[place - 1 : place].isalnum()
            and text[place + 2 : place + 3].isupper()
            and not re.search(r"\b(?:Mr|Ms|Mrs|Dr|No|Prof|Art|[A-Z])$", text[max(place - 5, 0) : place])
        )
        if (character == "。" and depth <= 0) or character == "\n" or latin:
            yield start, place + 1
            start, depth = place + 1, 0
    if start < len(text):
        yield start, len(text)
