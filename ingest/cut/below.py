"""What stands below an article: paragraphs, items and what is quoted, as nested parts.

One machine for all jurisdictions. It goes through the article's lines and keeps the rows of numbers that stand open;
a label is a unit where it counts on in one of them, or begins a new row inside the innermost one. Everything else is
text of what stands open: a wrapped line, a row of a table, a reference at the beginning of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from corpus.model import BlockKind, Level
from ingest.cut.lines import Line
from ingest.cut.numbering import LOWER_CLOSE, LOWER_PAREN, ROMAN_CLOSE, ROMAN_PAREN, Label, Numbering
from ingest.cut.quoted import Quotation, with_quotations

_MOST_LABELS = 5
"""Labels that one line may open, as in ``(1) (a) (i)``."""
_STOP = re.compile(r"[。！？!?.;:；：—–-][”’」』»\"）)\]】]*$|[”’」』\"》][）)]?$")
_SENTENCE = re.compile(r"[。！？!?.;:；：][”’」』»\"）)\]】]*$|[”」]$")
_COLON = re.compile(r"[：:—–-][“\"]?$")
_AMBIGUOUS = {ROMAN_PAREN.name: LOWER_PAREN.name, ROMAN_CLOSE.name: LOWER_CLOSE.name}
"""(i) goes on after (h), or begins a row of its own: what comes next tells."""
_WIDEST_GAP = 30


class Unnumbered(Enum):
    """What a paragraph without a number is."""

    COUNTED = "counted"  # 款, 項, alinéa: the next paragraph
    FIRST = "first"  # Japan: the first paragraph of the row 1, 2, 3, whose number is not printed
    TEXT = "text"  # the article's own words, or closing words behind the items


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a house style divides its articles.

    Attributes:
        paragraphs: numberings that make paragraphs where they stand at the top of an article.
        items: all other numberings, outermost first where two fit.
        unnumbered: what a paragraph without a number is.
        implied: whether an item below an article's only paragraph is named through it (``25.1.4``).
        gaps: whether a row may leave numbers out: repealed ones go in some jurisdictions without a trace.
        inline: where inside a line items may begin; group ``label``.
        notes: lines behind an article that are no paragraph of it.
        quotes: whether the article may quote articles of another text.
    """

    paragraphs: tuple[Numbering, ...]
    items: tuple[Numbering, ...]
    unnumbered: Unnumbered = Unnumbered.TEXT
    implied: bool = False
    gaps: bool = False
    inline: re.Pattern[str] | None = None
    notes: re.Pattern[str] | None = None
    quotes: bool = False

    @property
    def numberings(self) -> tuple[Numbering, ...]:
        """All of them."""
        return tuple(dict.fromkeys((*self.paragraphs, *self.items)))


@dataclass(slots=True)
class Part:
    """A unit below an article, or the article itself.

    Attributes:
        level, number: as in a provision; ``name`` is its piece of the fragment.
        head: the line with its label, and with its heading where it has one.
        heading: whether ``head`` ends with a heading behind the label.
        own: the lines of its own text.
    """

    level: Level
    number: str | None = None
    name: str = ""
    head: Line | None = None
    label: str = ""
    heading: str = ""
    own: list[Line] = field(default_factory=list)
    children: list[Part] = field(default_factory=list)

    def append(self, line: Line) -> None:
        """Add a line behind all that it holds."""
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


@dataclass(slots=True)
class _Row:
    """An open row of numbers."""

    numbering: Numbering | None
    value: tuple[int, int]
    part: Part


class _Divider:
    """Goes through the lines of one article."""

    def __init__(self, scheme: Scheme, lines: Sequence[Line | Quotation]) -> None:
        self._scheme = scheme
        self._lines = lines
        self._root = Part(Level.ARTICLE)
        self._rows: list[_Row] = []
        self._paragraphs = 0
        self._before: Line | None = None
        self._places: dict[tuple[str, int], list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            if isinstance(line, Line):
                for label in self._labels(line):
                    self._places[label.numbering.name, label.value[0]].append(index)

    def divide(self) -> Part:
        for index, line in enumerate(self._lines):
            if isinstance(line, Quotation):
                self._quote(line)
                self._before = line.lines[-1]
                continue
            if line.piece.kind is BlockKind.TABLE_ROW:
                self._root.last().append(line)
            else:
                self._line(index, line)
            self._before = line
        return self._settled()

    def _line(self, index: int, line: Line) -> None:
        rest: Line | None = line
        for depth in range(_MOST_LABELS):
            label = self._chosen(index, rest, nested=depth > 0) if rest is not None else None
            if label is None or rest is None:
                break
            rest = self._open(label, rest)
        else:
            depth = _MOST_LABELS
        if rest is None:
            return
        if rest is line:
            self._unnumbered(index, line)
        else:
            self._rows[-1].part.append(rest)

    def _labels(self, line: Line) -> list[Label]:
        if line.piece.kind is BlockKind.TABLE_ROW:
            return []
        found = (numbering.read(line.text) for numbering in self._scheme.numberings)
        return [label for label in found if label is not None]

    # --- numbered ----------------------------------------------------------------------------------------------

    def _chosen(self, index: int, line: Line, nested: bool) -> Label | None:
        """The label at the beginning of the line that is a unit's, after closing the rows that it ends."""
        labels = self._labels(line)
        if not labels:
            return None
        if not nested:
            for depth in range(len(self._rows) - 1, -1, -1):
                for label in labels:
                    if self._counts_on(self._rows[depth], label) and not self._begins_inside(
                        index, label, labels
                    ):
                        del self._rows[depth + 1 :]
                        return label
        fresh = next((label for label in labels if self._begins(index, label, line, nested)), None)
        if fresh is not None or nested or not self._scheme.gaps:
            return fresh
        return self._after_gap(labels)

    @staticmethod
    def _counts_on(row: _Row, label: Label) -> bool:
        if row.numbering is not label.numbering:
            return False
        (main, more), (last, last_more) = label.value, row.value
        return main == last + 1 or (main == last and more > last_more)

    def _after_gap(self, labels: Sequence[Label]) -> Label | None:
        for depth in range(len(self._rows) - 1, -1, -1):
            row = self._rows[depth]
            for label in labels:
                if row.numbering is label.numbering and 0 < label.value[0] - row.value[0] <= _WIDEST_GAP:
                    del self._rows[depth + 1 :]
                    return label
        at_top = not self._rows and not self._root.own
        return next((each for each in labels if at_top and each.numbering in self._scheme.paragraphs), None)

    def _begins_inside(self, index: int, label: Label, labels: Sequence[Label]) -> bool:
        """Whether a letter that counts on is rather the first of a Roman row: (h), (i), (ii)."""
        for other in labels:
            if other.value[0] == 1 and _AMBIGUOUS.get(other.numbering.name) == label.numbering.name:
                second = self._next(index, other.numbering, 2)
                onward = self._next(index, label.numbering, label.value[0] + 1)
                return second is not None and (onward is None or second < onward)
        return False

    def _begins(self, index: int, label: Label, line: Line, nested: bool) -> bool:
        """Whether a label begins a row of its own: the first number, not yet open, and a second one to come."""
        if label.value[0] != 1 or any(row.numbering is label.numbering for row in self._rows):
            return False
        introduced = (
            nested or line.is_heading or self._before is None or bool(_COLON.search(self._before.text))
        )
        return introduced or self._next(index, label.numbering, 2) is not None

    def _next(self, index: int, numbering: Numbering, main: int) -> int | None:
        places = self._places.get((numbering.name, main), [])
        at = bisect_right(places, index)
        return places[at] if at < len(places) else None

    def _open(self, label: Label, line: Line) -> Line | None:
        """Open the unit of a label; what is left of the line is its text."""
        counts_on = bool(self._rows) and self._rows[-1].numbering is label.numbering
        if counts_on:
            self._rows.pop()
        parent = self._rows[-1].part if self._rows else self._root
        is_paragraph = not self._rows and label.numbering in self._scheme.paragraphs
        head, rest = _parted(line, label.end)
        part = Part(_level(parent, is_paragraph), label.number, label.number, head, head.text)
        if rest is not None and line.is_heading:
            part.head, part.heading, rest = line, rest.text, None
        parent.children.append(part)
        self._rows.append(_Row(label.numbering, label.value, part))
        return rest

    # --- without a number --------------------------------------------------------------------------------------

    def _unnumbered(self, index: int, line: Line) -> None:
        scheme = self._scheme
        begun = self._before is not None
        if begun and self._is_aside(line):
            self._rows.clear()
            self._root.append(line)
            return
        if self._before is not None and not _ends(self._before):
            self._root.last().append(line)
            return
        if not begun and scheme.unnumbered is not Unnumbered.TEXT:
            self._next_paragraph(line)
            return
        depth = self._going_on(index)
        if depth is not None:
            del self._rows[depth + 1 :]
            self._rows[-1].part.append(line)
        elif scheme.unnumbered is Unnumbered.COUNTED and self._is_paragraph(index, line):
            self._next_paragraph(line)
        elif scheme.unnumbered is Unnumbered.COUNTED:
            self._rows.clear()
            self._root.append(line)
        else:
            self._close_items()
            (self._rows[-1].part if self._rows else self._root).append(line)

    def _is_aside(self, line: Line) -> bool:
        return self._scheme.notes is not None and bool(self._scheme.notes.match(line.text))

    def _going_on(self, index: int) -> int | None:
        """The innermost open row that counts on later: the line stands inside its unit."""
        best: tuple[int, int] | None = None
        for depth, row in enumerate(self._rows):
            if row.numbering is None:
                continue
            place = self._next(index, row.numbering, row.value[0] + 1)
            if place is not None and (best is None or place <= best[0]):
                best = (place, depth)
        return None if best is None else best[1]

    def _is_paragraph(self, index: int, line: Line) -> bool:
        """Whether a line is a sentence, or leads on to items: no date, signature or heading."""
        if line.is_heading:
            return False
        return bool(_SENTENCE.search(line.text)) or self._leads_on(index)

    def _leads_on(self, index: int) -> bool:
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        return isinstance(following, Line) and any(each.value[0] == 1 for each in self._labels(following))

    def _next_paragraph(self, line: Line) -> None:
        self._paragraphs += 1
        number = str(self._paragraphs)
        part = Part(Level.PARAGRAPH, number, number, own=[line])
        self._root.children.append(part)
        first = self._scheme.unnumbered is Unnumbered.FIRST
        numbering = self._scheme.paragraphs[0] if first and self._scheme.paragraphs else None
        self._rows = [_Row(numbering, (self._paragraphs, 0), part)]

    def _close_items(self) -> None:
        """Leave the innermost row of items: what follows closes the unit that holds them."""
        if self._rows and self._rows[-1].part.level is not Level.PARAGRAPH:
            self._rows.pop()

    def _quote(self, quotation: Quotation) -> None:
        holder = self._rows[-1].part if self._rows else self._root.last()
        if holder.level is Level.BODY:
            holder = self._root
        for group in quotation.articles():
            count = sum(1 for child in holder.children if child.level is Level.QUOTATION)
            holder.children.append(Part(Level.QUOTATION, name=f"q{count + 1}", own=list(group)))

    # --- at the end --------------------------------------------------------------------------------------------

    def _settled(self) -> Part:
        """The article with what stands below it; its only paragraph, if it has no number, is its own text."""
        root, children = self._root, self._root.children
        paragraphs = [child for child in children if child.level is Level.PARAGRAPH]
        if (
            len(paragraphs) == 1
            and paragraphs[0].head is None
            and children[0] is paragraphs[0]
            and not root.own
        ):
            only = children.pop(0)
            root.own = only.own
            root.children = [*only.children, *children]
            for child in only.children:
                if self._scheme.implied and child.level in {Level.ITEM, Level.SUBITEM}:
                    child.name = f"1.{child.name}"
        elif self._scheme.implied and not paragraphs:
            for child in children:
                if child.level is Level.ITEM:
                    child.name = f"1.{child.name}"
        return root


def _ends(line: Line) -> bool:
    """Whether a sentence or a part of an enumeration ends with the line, so that the next one is no wrapped rest."""
    return line.piece.kind is BlockKind.TABLE_ROW or bool(_STOP.search(line.text))


def _level(parent: Part, is_paragraph: bool) -> Level:
    if is_paragraph:
        return Level.PARAGRAPH
    return Level.ITEM if parent.level in {Level.ARTICLE, Level.PARAGRAPH} else Level.SUBITEM


def _parted(line: Line, at: int) -> tuple[Line, Line | None]:
    """The label of a line and what follows it."""
    if not line.text[at:].strip():
        return line, None
    left, right = line.parts(at)
    return left, right


def _with_items(line: Line, inline: re.Pattern[str], numbering: Numbering, following: str) -> Iterator[Line]:
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


def divide(lines: Sequence[Line], scheme: Scheme) -> Part:
    """What stands in an article.

    Args:
        lines: the lines of its text, without its label and heading.
        scheme: how its house style divides articles.

    Returns:
        The article with its own text and the parts below it; their lines in order are ``lines``.
    """
    given = list(with_quotations(lines)) if scheme.quotes else list(lines)
    seen: list[Line | Quotation] = []
    for index, line in enumerate(given):
        if isinstance(line, Quotation) or scheme.inline is None or line.piece.kind is BlockKind.TABLE_ROW:
            seen.append(line)
            continue
        following = given[index + 1] if index + 1 < len(given) else None
        text = following.text if isinstance(following, Line) else ""
        seen.extend(_with_items(line, scheme.inline, scheme.items[0], text))
    return _Divider(scheme, seen).divide()
