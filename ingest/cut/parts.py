"""Parts of an article, and the cutting of a line before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.model import Level
from ingest.cut.lines import Line
from ingest.cut.numbering import Numbering


@dataclass(slots=True)
class Part:
    """A unit below an article, or the article itself.

    Attributes:
        level, number: as in a provision; ``name`` is its piece of the fragment.
        head: the lines of its label and heading.
        own: the lines of its own text.
    """

    level: Level
    number: str | None = None
    name: str = ""
    head: list[Line] = field(default_factory=list)
    label: str = ""
    heading: str = ""
    own: list[Line] = field(default_factory=list)
    children: list[Part] = field(default_factory=list)

    def append(self, line: Line) -> None:
        """Add a line behind all that it holds: closing words where units stand before it."""
        if not self.children:
            self.own.append(line)
            return
        last = self.children[-1]
        if last.level is Level.BODY and not last.children:
            last.own.append(line)
            return
        count = sum(1 for child in self.children if child.level is Level.BODY)
        self.children.append(Part(Level.BODY, name=f"p{count + 1}", own=[line]))

    def last(self) -> Part:
        """The innermost part at its end."""
        part = self
        while part.children:
            part = part.children[-1]
        return part


def parted(line: Line, at: int) -> tuple[Line, Line | None]:
    """The label of a line and what follows it."""
    if not line.text[at:].strip():
        return line, None
    left, right = line.parts(at)
    return left, right


_LABEL_AHEAD = re.compile(r"\n\s*(?=\(?[0-9A-Za-z]{1,4}(?:\)|\.(?:\s|$)))")


def at_breaks(line: Line, numberings: Sequence[Numbering]) -> Iterator[Line]:
    """A line that the source broke, parted where it goes on with a label: such a break is no wrapping."""
    if "\n" not in line.piece.text:
        yield line
        return
    cuts = [match.end() for match in _LABEL_AHEAD.finditer(line.piece.text)]
    cuts = [at for at in cuts if any(numbering.read(line.text[at : at + 20]) for numbering in numberings)]
    pieces: list[Line] = []
    for at in reversed(cuts):
        line, rest = line.parts(at)
        pieces.append(rest)
    yield line
    yield from reversed(pieces)


def with_items(line: Line, inline: re.Pattern[str], numbering: Numbering, following: str) -> Iterator[Line]:
    """A line parted before the items that stand in it one behind the other, the last of them before a next line."""
    first = numbering.read(line.text)
    last = first.value[0] if first else 0
    cuts: list[int] = []
    for match in inline.finditer(line.text):
        label = numbering.read(match["label"])
        if label is not None and label.value[0] == last + 1:
            cuts.append(match.start("label"))
            last += 1
    later = numbering.read(following)
    is_lone = len(cuts) == 1 and first is None and (later is None or later.value[0] != 2)
    pieces: list[Line] = []
    for at in reversed([] if is_lone else cuts):
        line, rest = line.parts(at)
        pieces.append(rest)
    yield line
    yield from reversed(pieces)
