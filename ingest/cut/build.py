"""From an outline to provisions: the tree, its fragments, and each line's characters in exactly one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.model import Block, BlockKind, Level, Provision
from ingest.cut.below import divide
from ingest.cut.deleted import is_deleted
from ingest.cut.lines import Line
from ingest.cut.marks import ARTICLE_RANK, Mark
from ingest.cut.names import Namer
from ingest.cut.outline import Outline
from ingest.cut.parts import Part
from ingest.cut.scheme import Scheme

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
    language: str | None = None
    head: list[Block] = field(default_factory=list)
    own: list[Line] = field(default_factory=list)


class Builder:
    """Takes marks and lines in document order and gives the provisions.

    Args:
        scheme: how articles divide below themselves, ``None`` where they keep all of their text.
    """

    def __init__(self, scheme: Scheme | None = None) -> None:
        self._nodes: list[_Node] = []
        self._open: list[_Node] = []
        self._namer = Namer()
        self._scheme = scheme

    def open(self, mark: Mark, line: Line, heading: Line | None = None) -> None:
        """Open a unit at ``line``, with its heading on a line of its own where it has one."""
        self._close_for(mark, line)
        node = self._append(mark, line.level, heading.text if heading else mark.heading)
        label, rest = _parted(line, mark.rest)
        node.head.extend(each.piece for each in (label, heading) if each is not None)
        if rest is not None:
            node.own.append(rest)

    def head(self, line: Line) -> None:
        """Open what stands before the first unit; its first line is the title where the source says so."""
        node = self._append(_HEAD, line.level, line.text if line.is_heading else "")
        if line.is_heading:
            node.head.append(line.piece)
        else:
            node.own.append(line)

    def loose(self, line: Line) -> None:
        """A heading of no known kind: a division of its own, or, below an article's own heading, part of its text."""
        while self._open and self._ends_before(self._open[-1], line):
            self._open.pop()
        if self._open and self._open[-1].mark.rank >= ARTICLE_RANK:
            self.text(line)
            return
        mark = Mark(Level.DIVISION, None, "", line.text, "", _LOOSE_RANK)
        node = self._append(mark, line.level, line.text)
        node.head.append(line.piece)

    def text(self, line: Line) -> None:
        """A line of the innermost open unit."""
        if not self._open:
            self.head(line)
            return
        self._open[-1].own.append(line)

    def leaf(self, mark: Mark, lines: Iterable[Line]) -> None:
        """A unit without children and without effect on what is open: a paragraph, a table, a footnote."""
        lines = list(lines)
        if self._open and self._open[-1].mark is _HEAD:
            self._open.pop()
        node = self._append(mark, 0, mark.heading)
        self._open.pop()
        if mark.label:
            label, rest = _parted(lines[0], mark.rest)
            node.head.extend([label.piece] if label is not None else [])
            lines = [*([rest] if rest is not None else []), *lines[1:]]
        node.own.extend(lines)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been opened yet."""
        return not self._nodes

    def provisions(self) -> tuple[Provision, ...]:
        """All units, in order."""
        found: list[Provision] = []
        for node in self._nodes:
            if self._scheme is None or not node.mark.is_article or not node.own:
                found.append(_provision(len(found), node, node.own))
                continue
            part = divide(node.own, self._scheme)
            found.append(_provision(len(found), node, part.own))
            for order, each in enumerate(self._below(node, node.fragment, part), start=len(found)):
                found.append(replace(each, order=order))
        return tuple(found)

    def _below(self, node: _Node, parent: str, part: Part) -> Iterator[Provision]:
        for child in part.children:
            fragment = self._namer.below(parent, child.name)
            text = "\n".join(line.text for line in child.own)
            pieces = [line.piece for line in (*child.head, *child.own)]
            yield Provision(
                fragment=fragment,
                parent=parent,
                order=0,
                level=child.level,
                number=child.number,
                label=child.label,
                heading=child.heading,
                text=text,
                start=min(piece.start for piece in pieces),
                end=max(piece.end for piece in pieces),
                article=node.article,
                deleted=not child.children and (is_deleted(child.heading) or is_deleted(text)),
                language=node.language,
            )
            yield from self._below(node, fragment, child)

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
        language = mark.language or (parent.language if parent else None)
        node = _Node(mark, parent, level, fragment, article, heading, language)
        self._nodes.append(node)
        self._open.append(node)
        return node

    def _prefix(self) -> str:
        scope = next((node for node in reversed(self._open) if node.mark.scope), None)
        return scope.fragment if scope else ""


def build(found: Outline, scheme: Scheme | None) -> tuple[Provision, ...]:
    """The provisions of an outline, whose articles divide by ``scheme``."""
    builder = Builder(scheme)
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


def _parted(line: Line, rest: str) -> tuple[Line | None, Line | None]:
    """Label and heading of a line, and the text behind them."""
    if not rest:
        return line, None
    at = len(line.text) - len(rest)
    if not line.text[:at].strip():
        return None, line
    return line.parts(at)


def _provision(order: int, node: _Node, own: Sequence[Line]) -> Provision:
    mark = node.mark
    text = "\n".join(line.text for line in own)
    pieces = [*node.head, *(line.piece for line in own)]
    return Provision(
        fragment=node.fragment,
        parent=node.parent.fragment if node.parent else None,
        order=order,
        level=mark.level,
        number=mark.number,
        label=mark.label,
        heading=node.heading,
        text=text,
        start=min(piece.start for piece in pieces),
        end=max(piece.end for piece in pieces),
        article=node.article,
        deleted=mark.is_article and (is_deleted(node.heading) or is_deleted(text)),
        language=node.language,
    )
