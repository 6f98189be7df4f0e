"""Notes that stand at the end of a document, under numbers that its text bears as marks: ``the Council(2)``, ``(2) OJ …``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Block, BlockKind
from ingest.read.base import block_of

_NOTE = re.compile(r"(?:\((?P<round>\d{1,3})\)|\[(?P<square>\d{1,3})\])\s?(?=\S)")
_MARK = re.compile(r"(?<=[^\W\d_]|[\"”’'»).,])(?:\((?P<round>\d{1,3})\)|\[(?P<square>\d{1,3})\])(?![\w(])")
"""A mark stands right behind a word; ``Article 3(2)`` is none."""
_SILENT = (BlockKind.COMMENT, BlockKind.FURNITURE)
_FREE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_FEWEST = 2
_MOST_LINES = 3
"""Lines of one note."""


def with_endnotes(blocks: Sequence[Block], text: str) -> list[Block]:
    """The blocks, with the notes at the end as footnotes: each of them one block, whatever its lines.

    They are notes where they count from 1 without a gap to the end of the document, and where the text before bears
    each number as a mark behind a word.

    Args:
        blocks: the blocks of a reading, in order.
        text: its source text.
    """
    places = [index for index, block in enumerate(blocks) if block.kind not in _SILENT]
    first = _first_note(blocks, places)
    if first is None:
        return list(blocks)
    notes: list[list[int]] = []
    for index in places[first:]:
        number = _number(blocks[index])
        if number is not None and number[1] == len(notes) + 1:
            notes.append([index])
        elif number is None and notes and len(notes[-1]) < _MOST_LINES:
            notes[-1].append(index)
        else:
            return list(blocks)
    style = _number(blocks[places[first]])
    marks = {
        int(match["round"] or match["square"])
        for index in places[:first]
        for match in _MARK.finditer(blocks[index].text)
        if style and (style[0] == "(") == (match["round"] is not None)
    }
    if len(notes) < _FEWEST or not marks.issuperset(range(1, len(notes) + 1)):
        return list(blocks)
    made = {lines[0]: _note(text, [blocks[index] for index in lines]) for lines in notes}
    gone = {index for lines in notes for index in lines[1:]}
    return [made.get(index, block) for index, block in enumerate(blocks) if index not in gone]


def _first_note(blocks: Sequence[Block], places: Sequence[int]) -> int | None:
    """The place of the last block that is numbered 1, if nothing but numbered blocks and a few lines follow it."""
    loose = 0
    for place in range(len(places) - 1, -1, -1):
        block = blocks[places[place]]
        number = _number(block)
        if block.kind not in _FREE or loose > _MOST_LINES:
            return None
        loose = loose + 1 if number is None else 0
        if number is not None and number[1] == 1:
            return place
    return None


def _number(block: Block) -> tuple[str, int] | None:
    """The bracket and the number with which a note begins."""
    match = _NOTE.match(block.text)
    if match is None:
        return None
    return match[0][0], int(match["round"] or match["square"])


def _note(text: str, lines: Sequence[Block]) -> Block:
    """The lines of a note as one footnote, with the line feeds between them."""
    ranges: list[tuple[int, int]] = []
    for line in lines:
        feed = text.find("\n", ranges[-1][1], line.start) if ranges else -1
        if feed >= 0:
            ranges.append((feed, feed + 1))
        ranges.extend((span.start, span.end) for span in line.spans)
    made = block_of(text, BlockKind.FOOTNOTE, ranges)
    return made if made is not None else lines[0]
