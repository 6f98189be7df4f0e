"""From an outline to provisions: the tree, its fragments, and each line's characters in exactly one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.model import BlockKind, Level, Provision
from ingest.cut.lines import Line
from ingest.cut.marks import ARTICLE_RANK, Mark
from ingest.cut.names import Namer
from ingest.cut.outline import Outline

_LOOSE_RANK = 60
"""Rank of a heading that no rule knows: inside every numbered division, around articles."""
_HEAD = Mark(Level.BODY, None, "", "", "", 0, prefix="head")


@dataclass(slots=True)
class _Node:
    mark: Mark
    parent: _Node | None
    level: int
    fragment: str
    article: str | None
    heading: str
    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


class Builder:
    """Takes marks and lines in document order and gives the provisions."""

    def __init__(self) -> None:
        self._nodes: list[_Node] = []
        self._open: list[_Node] = []
        self._namer = Namer()

    def open(self, mark: Mark, line: Line, heading: Line | None = None) -> None:
        """Open a unit at ``line``, with its heading on a line of its own where it has one."""
        self._close_for(mark, line)
        node = self._append(mark, line.level, heading.text if heading else mark.heading)
        node.lines.extend(
            [line] if heading is None else sorted([line, heading], key=lambda each: each.piece.start)
        )
        if mark.rest:
            node.texts.append(mark.rest)

    def head(self, line: Line) -> None:
        """Open what stands before the first unit; its first line is the title where the source says so."""
        node = self._append(_HEAD, line.level, line.text if line.is_heading else "")
        node.lines.append(line)
        if not line.is_heading:
            node.texts.append(line.text)

    def loose(self, line: Line) -> None:
        """A heading of no known kind: a division of its own, or, below an article's own heading, part of its text."""
        while self._open and self._ends_before(self._open[-1], line):
            self._open.pop()
        if self._open and self._open[-1].mark.rank >= ARTICLE_RANK:
            self.text(line)
            return
        mark = Mark(Level.DIVISION, None, "", line.text, "", _LOOSE_RANK)
        node = self._append(mark, line.level, line.text)
        node.lines.append(line)

    def text(self, line: Line) -> None:
        """A line of the innermost open unit."""
        if not self._open:
            self.head(line)
            return
        self._open[-1].lines.append(line)
        self._open[-1].texts.append(line.text)

    def leaf(self, mark: Mark, lines: Iterable[Line]) -> None:
        """A unit without children and without effect on what is open: a paragraph, a table, a footnote."""
        lines = list(lines)
        if self._open and self._open[-1].mark is _HEAD:
            self._open.pop()
        node = self._append(mark, 0, mark.heading)
        self._open.pop()
        node.lines.extend(lines)
        own = [line.text for line in lines]
        if mark.label:
            own[0] = mark.rest
        node.texts.extend(text for text in own if text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been opened yet."""
        return not self._nodes

    def provisions(self) -> tuple[Provision, ...]:
        """All units, in order."""
        return tuple(_provision(order, node) for order, node in enumerate(self._nodes))

    def _close_for(self, mark: Mark, line: Line) -> None:
        while self._open:
            top = self._open[-1]
            if top.mark.level is Level.BODY:
                self._open.pop()
                continue
            if top.mark.rank == _LOOSE_RANK and mark.rank < ARTICLE_RANK:
                inside = line.level > top.level > 0 and not mark.scope
                if inside:
                    return
            elif (top.mark.rank != 0 and top.mark.rank < mark.rank) or top.mark.rank == _LOOSE_RANK:
                return
            self._open.pop()

    @staticmethod
    def _ends_before(node: _Node, line: Line) -> bool:
        mark = node.mark
        if mark.level is Level.BODY or (mark.level is Level.PREAMBLE and node.level == 0):
            return True
        if mark.scope:
            # Only a heading of a higher order than its own ends an annex, and nothing ends a language.
            return mark.family != "language" and 0 < line.level < node.level
        if mark.rank >= ARTICLE_RANK:
            return node.level == 0 or line.level <= node.level
        return 0 < line.level <= node.level

    def _append(self, mark: Mark, level: int, heading: str) -> _Node:
        parent = self._open[-1] if self._open else None
        fragment = self._namer.name(mark, parent.fragment if parent else None, self._prefix())
        article = mark.number if mark.is_article else (parent.article if parent else None)
        node = _Node(mark, parent, level, fragment, article, heading)
        self._nodes.append(node)
        self._open.append(node)
        return node

    def _prefix(self) -> str:
        scope = next((node for node in reversed(self._open) if node.mark.scope), None)
        return scope.fragment if scope else ""


def build(found: Outline) -> tuple[Provision, ...]:
    """The provisions of an outline."""
    builder = Builder()
    owners = {heading: unit for unit, heading in found.adopted.items()}
    first = min(found.marks, default=0)
    for index, line in enumerate(found.lines):
        if index in found.repeats or index in owners:
            continue
        mark = found.marks.get(index)
        if mark is not None:
            adopted = found.adopted.get(index)
            builder.open(mark, line, None if adopted is None else found.lines[adopted])
        elif line.piece.kind is BlockKind.FOOTNOTE:
            builder.leaf(Mark(Level.FOOTNOTE, None, "", "", "", 99, prefix="fn"), [line])
        elif index in found.plain or not line.is_heading or index < first:
            builder.text(line)
        else:
            builder.loose(line)
    return builder.provisions()


def _provision(order: int, node: _Node) -> Provision:
    mark = node.mark
    return Provision(
        fragment=node.fragment,
        parent=node.parent.fragment if node.parent else None,
        order=order,
        level=mark.level,
        number=mark.number,
        label=mark.label,
        heading=node.heading,
        text="\n".join(node.texts),
        start=min(line.piece.start for line in node.lines),
        end=max(line.piece.end for line in node.lines),
        article=node.article,
    )
