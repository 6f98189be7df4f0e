"""What stands below an article: paragraphs, items and what is quoted, as nested parts.

One machine for all jurisdictions. It goes through the article's lines and keeps the rows of numbers that stand open;
a label is a unit where it counts on in one of them, or begins a new row inside the innermost one. Everything else is
text of what stands open: a wrapped line, a row of a table, a reference at the beginning of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import BlockKind, Level
from ingest.cut.lines import Line
from ingest.cut.numbering import (
    DIGIT_PAREN,
    HAN_PAREN,
    LOWER_CLOSE,
    LOWER_PAREN,
    ROMAN_CLOSE,
    ROMAN_PAREN,
    Label,
    Numbering,
)
from ingest.cut.parts import Part, at_breaks, parted, with_items
from ingest.cut.quoted import Quotation, quoted_number, with_quotations
from ingest.cut.scheme import Scheme, Unnumbered

_MOST_LABELS = 5
"""Labels that one line may open, as in ``(1) (a) (i)``."""
_STOP = re.compile(r"[。！？!?.;:；：—–-][”’」』»\"）)\]】]*$|[”’」』\"》][）)]?$")
_SENTENCE = re.compile(r"[。！？!?.;:；：][”’」』»\"）)\]】]*$|[”」]$")
_COLON = re.compile(r"[：:—–-][“\"]?$")
_AMBIGUOUS = {ROMAN_PAREN.name: LOWER_PAREN.name, ROMAN_CLOSE.name: LOWER_CLOSE.name}
"""(i) goes on after (h), or begins a row of its own: what comes next tells."""
_WIDEST_GAP, _LATEST_START = 30, 4


@dataclass(slots=True)
class _Row:
    """An open row of numbers."""

    numbering: Numbering | None
    value: tuple[int, int]
    part: Part
    parent: Part


class _Divider:
    """Goes through the lines of one article."""

    def __init__(self, scheme: Scheme, lines: Sequence[Line | Quotation]) -> None:
        self._scheme = scheme
        self._lines = lines
        self._root = Part(Level.ARTICLE)
        self._rows: list[_Row] = []
        self._paragraphs = 0
        self._before: Line | None = None
        self._heading: Line | None = None
        self._places: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._numberings = scheme.numberings
        self._read: dict[int, list[Label]] = {}
        for index, line in enumerate(lines):
            if isinstance(line, Line):
                self._read[id(line)] = self._labels(line)
                for label in self._read[id(line)]:
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
        """The labels that may stand at the beginning of a line; those of the article's lines are read once."""
        if line.piece.kind is BlockKind.TABLE_ROW:
            return []
        known = self._read.get(id(line))
        if known is not None:
            return known
        found = (numbering.read(line.text) for numbering in self._numberings)
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
                        del self._rows[self._outer(depth, label) + 1 :]
                        return label
        fresh = next((label for label in labels if self._begins(index, label, line, nested)), None)
        if fresh is not None or nested or not self._scheme.gaps:
            return fresh
        return self._after_gap(index, labels)

    def _outer(self, depth: int, label: Label) -> int:
        """The row of the paragraphs, where a label counts on in it as well and the last item ended with a full stop."""
        if self._before is None or self._before.text[-1] not in ".。":
            return depth
        return next((i for i in range(depth) if self._counts_on(self._rows[i], label)), depth)

    @staticmethod
    def _counts_on(row: _Row, label: Label) -> bool:
        if row.numbering is not label.numbering:
            return False
        (main, more), (last, last_more) = label.value, row.value
        return main == last + 1 or (main == last and more > last_more)

    @staticmethod
    def _counts_on_or_skips(row: _Row, label: Label) -> bool:
        return row.numbering is label.numbering and label.value > row.value

    def _after_gap(self, index: int, labels: Sequence[Label]) -> Label | None:
        for depth in range(len(self._rows) - 1, -1, -1):
            row = self._rows[depth]
            for label in labels:
                if row.numbering is label.numbering and 0 < label.value[0] - row.value[0] <= _WIDEST_GAP:
                    del self._rows[depth + 1 :]
                    return label
        return next((each for each in labels if self._opens_late(index, each)), None)

    def _opens_late(self, index: int, label: Label) -> bool:
        """Whether a row of paragraphs begins behind its first number, which the source lost or left out."""
        if label.numbering not in self._scheme.paragraphs or label.value[0] > _LATEST_START:
            return False
        if any(row.numbering is label.numbering or row.numbering is None for row in self._rows):
            return False
        goes_on = any(
            self._next(index, label.numbering, label.value[0] + step) is not None for step in (1, 2)
        )
        if goes_on or not (self._rows or self._root.own):
            self._rows.clear()
            return True
        return False

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
        if label.value[0] != 1:
            return False
        is_open = any(row.numbering is label.numbering for row in self._rows)
        if is_open and not self._opens_again(label):
            return False
        introduced = (
            nested or line.is_heading or self._before is None or bool(_COLON.search(self._before.text))
        )
        return introduced or self._next(index, label.numbering, 2) is not None

    def _opens_again(self, label: Label) -> bool:
        """Whether items are numbered as the paragraph is that leads on to them: ``2. The request contains:`` 1., 2."""
        if self._before is None or not _COLON.search(self._before.text) or self._rows[-1].value[0] < 2:
            return False
        return sum(1 for row in self._rows if row.numbering is label.numbering) == 1

    def _next(self, index: int, numbering: Numbering, main: int) -> int | None:
        places = self._places.get((numbering.name, main), [])
        at = bisect_right(places, index)
        return places[at] if at < len(places) else None

    def _open(self, label: Label, line: Line) -> Line | None:
        """Open the unit of a label; what is left of the line is its text."""
        counts_on = bool(self._rows) and self._counts_on_or_skips(self._rows[-1], label)
        if label.numbering in self._scheme.paragraphs and self._rows and self._rows[0].numbering is None:
            self._rows.clear()  # numbered paragraphs stand beside those without a number, not in them
        if counts_on:
            parent = self._rows.pop().parent
        else:
            parent = self._introducing(self._rows[-1].part if self._rows else self._root)
        is_paragraph = parent is self._root and label.numbering in self._scheme.paragraphs
        head, rest = parted(line, label.end)
        part = Part(_level(parent, is_paragraph), label.number, label.number, [head], head.text)
        if self._heading is not None:
            part.head, part.heading, self._heading = [self._heading, head], self._heading.text, None
        elif rest is not None and line.is_heading:
            part.head, part.heading, rest = [line], rest.text, None
        parent.children.append(part)
        self._rows.append(_Row(label.numbering, label.value, part, parent))
        return rest

    def _introducing(self, parent: Part) -> Part:
        """The closing words or definition that the line before ended, if items follow it; else ``parent``."""
        last = parent.children[-1] if parent.children else None
        if last is not None and last.level is Level.BODY and last.own and last.own[-1] is self._before:
            return last
        return parent

    # --- without a number --------------------------------------------------------------------------------------

    def _unnumbered(self, index: int, line: Line) -> None:
        scheme = self._scheme
        begun = self._before is not None
        if begun and self._is_aside(line) and self._going_on(index) is None:
            self._rows.clear()
            self._root.append(line)
            return
        if begun and self._is_heading(index, line):
            self._heading = line
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
        elif self._counts_paragraphs and self._is_paragraph(index, line):
            self._next_paragraph(line)
        elif self._counts_paragraphs:
            self._rows.clear()
            self._root.append(line)
        else:
            self._close_items(index)
            (self._rows[-1].part if self._rows else self._root).append(line)

    @property
    def _counts_paragraphs(self) -> bool:
        is_numbered = bool(self._rows) and self._rows[0].numbering in self._scheme.paragraphs
        return self._scheme.unnumbered is Unnumbered.COUNTED and not is_numbered

    def _is_aside(self, line: Line) -> bool:
        return self._scheme.notes is not None and bool(self._scheme.notes.match(line.text))

    def _is_heading(self, index: int, line: Line) -> bool:
        """Whether a line is the heading of the numbered paragraph on the next one."""
        if not self._scheme.headings or len(line.text) > 120 or not line.text[0].isupper():
            return False
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if line.text[-1] in ".;:,—–" or not isinstance(following, Line) or not self._rows:
            return False
        labels = self._labels(following)
        row = self._rows[0]
        return any(
            each.numbering is row.numbering and each.value > row.value and row.part.level is Level.PARAGRAPH
            for each in labels
        )

    def _going_on(self, index: int) -> int | None:
        """The innermost open row that counts on later: the line stands inside its unit."""
        best: tuple[int, int] | None = None
        for depth, row in enumerate(self._rows):
            if row.numbering is None:
                continue
            place = self._next(index, row.numbering, row.value[0] + 1)
            if place is not None and self._restarts_before(index, row.numbering, place):
                place = None
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
        self._rows = [_Row(numbering, (self._paragraphs, 0), part, self._root)]

    def _restarts_before(self, index: int, numbering: Numbering, place: int | None) -> bool:
        """Whether a row begins again at 1 before ``place``: the items of the next definition."""
        again = self._next(index, numbering, 1)
        return again is not None and (place is None or again < place)

    def _close_items(self, index: int) -> None:
        """Leave the innermost row of items: what follows closes the unit that holds them.

        A row of paragraphs is left where it begins again: then it was one of items, and the article is a list of
        definitions.
        """
        row = self._rows[-1] if self._rows else None
        if row is None or row.numbering is None:
            return
        if row.part.level is not Level.PARAGRAPH or self._restarts_before(index, row.numbering, None):
            self._rows.pop()

    def _quote(self, quotation: Quotation) -> None:
        holder = self._rows[-1].part if self._rows else self._root.last()
        if holder.level is Level.BODY:
            holder = self._root
        for group in quotation.articles():
            count = sum(1 for child in holder.children if child.level is Level.QUOTATION)
            number = quoted_number(group[0].text)
            holder.children.append(Part(Level.QUOTATION, number, f"q{count + 1}", own=list(group)))

    # --- at the end --------------------------------------------------------------------------------------------

    def _settled(self) -> Part:
        """The article with what stands below it; its only paragraph, if it has no number, is its own text."""
        root, children = self._root, self._root.children
        paragraphs = [child for child in children if child.level is Level.PARAGRAPH]
        if len(paragraphs) == 1 and not paragraphs[0].head and children[0] is paragraphs[0] and not root.own:
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
    return Level.SUBITEM if parent.level in {Level.ITEM, Level.SUBITEM} else Level.ITEM


def divide(lines: Sequence[Line], scheme: Scheme) -> Part:
    """What stands in an article.

    Args:
        lines: the lines of its text, without its label and heading.
        scheme: how its house style divides articles.

    Returns:
        The article with its own text and the parts below it; their lines in order are ``lines``.
    """
    parted_lines = [part for line in lines for part in at_breaks(line, scheme.numberings)]
    given: list[Line | Quotation] = (
        list(with_quotations(parted_lines)) if scheme.quotes else list(parted_lines)
    )
    seen: list[Line | Quotation] = []
    for index, line in enumerate(given):
        if isinstance(line, Quotation) or scheme.inline is None or line.piece.kind is BlockKind.TABLE_ROW:
            seen.append(line)
            continue
        following = given[index + 1] if index + 1 < len(given) else None
        text = following.text if isinstance(following, Line) else ""
        pieces = [line]
        for numbering in (HAN_PAREN, DIGIT_PAREN):
            pieces = [part for each in pieces for part in with_items(each, scheme.inline, numbering, text)]
        seen.extend(pieces)
    return _Divider(scheme, seen).divide()
