"""Documents without articles: headings as divisions, paragraphs as bodies, rows as tables.

A paragraph is a provision; short ones under the same heading are joined up to some six hundred characters, because a
hit on a line of ten characters says nothing and a hit on a whole page says too much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.model import BlockKind, Level, Provision
from ingest.cut.build import Builder
from ingest.cut.lines import Line
from ingest.cut.marks import Mark

_LONGEST_BODY = 600
_LONGEST_TABLE = 3000
_LEAF_RANK = 95


def paragraphs(lines: Sequence[Line]) -> tuple[Provision, ...]:
    """The provisions of a document by its headings and paragraphs."""
    builder = Builder()
    for group in grouped(lines):
        first = group[0]
        if first.is_heading:
            builder.head(first) if builder.is_empty else builder.loose(first)
        else:
            builder.leaf(leaf_mark(first), group)
    return builder.provisions()


def leaf_mark(line: Line) -> Mark:
    """The unit that running text makes of a line's kind."""
    levels = {BlockKind.TABLE_ROW: Level.TABLE, BlockKind.FOOTNOTE: Level.FOOTNOTE}
    return Mark(levels.get(line.piece.kind, Level.BODY), None, "", "", "", _LEAF_RANK)


def grouped(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Headings alone; rows together in tables, paragraphs together in bodies, up to their lengths."""
    group: list[Line] = []
    size = 0
    for line in lines:
        kind = line.piece.kind
        longest = _LONGEST_TABLE if kind is BlockKind.TABLE_ROW else _LONGEST_BODY
        fits = group and _alike(group[-1], line) and (line.continued or size + len(line.text) <= longest)
        if group and not fits:
            yield group
            group, size = [], 0
        group.append(line)
        size += len(line.text)
    if group:
        yield group


def _alike(left: Line, right: Line) -> bool:
    kinds = {left.piece.kind, right.piece.kind}
    if BlockKind.HEADING in kinds or BlockKind.FOOTNOTE in kinds:
        return False
    return BlockKind.TABLE_ROW not in kinds or len(kinds) == 1
