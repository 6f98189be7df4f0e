"""Plain text: the text is the file itself; a line is a block, and wrapped lines are joined to one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from corpus.model import Block, BlockKind, Format, Reading, SourceFile
from ingest.read.base import BETWEEN_CELLS, BLANKS, block_of, with_text
from ingest.read.encoding import decode, normalise_lines
from ingest.read.wrapping import Wrapping, columns, is_cjk

Range = tuple[int, int]
_RULE = re.compile(r"[\s|+:_=\-—─━│┃┌┐└┘├┤┬┴┼*.·]*")
_LONGEST_HEAD = 90
_FEWEST_REPEATS = 8
_NOT_FULL = 0.88
_SENTENCE_ENDS = (".", ";", ":", "。", "；", "：")
_LOST_BREAK = re.compile("(?<=[\u4e00-\u9fff。；：！？）〕”]) (?=[\u4e00-\u9fff（〔“《])")
_RUN_TOGETHER = 600
_FEWEST_BREAKS = 5
_SHORTEST_PART = 25
_PIPE = re.compile(r"[|│┃]")


def read_plain(source: SourceFile) -> Reading:
    """Read a text file.

    ``Reading.text`` is the decoded file with line feeds as line ends (carriage returns and form feeds become line
    feeds). Where a Latin paragraph was wrapped, the line break stays in the block's text and counts as a blank; where
    a Chinese one was, the break is left out of it.

    Raises:
        UnreadableError: if the character set is unknown or there is no text.
    """
    decoded = decode(source.location, source.content)
    text = normalise_lines(decoded.text)
    blocks = tuple(paragraphs(text))
    return with_text(source, Reading(Format.TXT, text, blocks, {}, decoded.encoding, decoded.warnings))


def paragraphs(text: str) -> Iterator[Block]:
    """The paragraphs and table rows of a plain text, in order."""
    lines = list(line_ranges(text))
    wrapping = Wrapping.of(text[start:end] for start, end in lines)
    heads = _running_heads(text, lines, wrapping.width) if wrapping.width is not None else set()
    group: list[Range] = []
    for start, end in lines:
        if start == end or is_row(text[start:end]):
            yield from _paragraph(text, group)
            group = []
            if start < end:
                yield from table_row(text, (start, end), ())
            continue
        alone = bool(heads) and not heads.isdisjoint(
            {text[start:end], text[slice(*group[-1])] if group else ""}
        )
        if group and (alone or not wrapping.continues(text[group[-1][0] : group[-1][1]], text[start:end])):
            yield from _paragraph(text, group)
            group = []
        group.append((start, end))
    yield from _paragraph(text, group)


def _running_heads(text: str, lines: list[Range], width: int) -> set[str]:
    """Lines shorter than the page that come back again and again, such as its head."""
    counts = Counter(text[start:end] for start, end in lines if 3 < end - start <= _LONGEST_HEAD)
    often = (line for line, count in counts.items() if count >= _FEWEST_REPEATS)
    return {line for line in often if not line.endswith(_SENTENCE_ENDS) and columns(line) < width * _NOT_FULL}


def line_ranges(text: str, start: int = 0) -> Iterator[Range]:
    """Start and end of each line without the blanks around it; empty for a line that shows nothing."""
    length = len(text)
    while start < length:
        end = text.find("\n", start)
        end = length if end < 0 else end
        line = text[start:end]
        left = len(line) - len(line.lstrip(BLANKS))
        kept = len(line.rstrip(BLANKS))
        yield (start + left, start + kept) if left < kept else (end, end)
        start = end + 1


def joined(text: str, lines: list[Range]) -> list[Range]:
    """The ranges of a paragraph of several lines: with the line feed between Latin ones, without it in Chinese."""
    ranges: list[Range] = []
    for start, end in lines:
        if ranges:
            last = ranges[-1][1]
            if not (is_cjk(text[max(last - 4, 0) : last]) and is_cjk(text[start : start + 4])):
                feed = text.index("\n", last)
                ranges.append((feed, feed + 1))
        ranges.append((start, end))
    return ranges


def is_row(line: str) -> bool:
    """Whether a line is a row of a table drawn with upright strokes, or a rule of one."""
    return len(line) > 1 and line[0] in "|│┃┌├└+" and line[-1] in "|│┃┐┤┘+"


def table_row(text: str, line: Range, cuts: tuple[Range, ...]) -> Iterator[Block]:
    """The block of a table row: its cells without their padding, with the strokes between them."""
    start, end = line
    if _RULE.fullmatch(text, start, end):
        return
    ranges: list[Range] = []
    for cell_start, cell_end in _cells(text, start, end):
        if ranges:
            ranges.append(_separator(text, ranges[-1][1], cell_start))
        ranges.append((cell_start, cell_end))
    block = block_of(text, BlockKind.TABLE_ROW, without(ranges, cuts))
    if block is not None:
        columns = _columns(text, start, end)
        yield (
            replace(block, columns=columns) if len(columns) == block.text.count(BETWEEN_CELLS) + 1 else block
        )


def without(ranges: list[Range], cuts: tuple[Range, ...] | list[Range]) -> list[Range]:
    """The ranges less the cuts; both in order."""
    if not cuts:
        return ranges
    left: list[Range] = []
    # Of a document with many cuts each paragraph meets a few: those that end before it are not looked at.
    index = bisect_right(cuts, ranges[0][0], key=itemgetter(1)) if ranges else 0
    for start, end in ranges:
        while index < len(cuts) and cuts[index][1] <= start:
            index += 1
        at = index
        while at < len(cuts) and cuts[at][0] < end:
            left.append((start, max(start, cuts[at][0])))
            start = max(start, min(end, cuts[at][1]))
            at += 1
        left.append((start, end))
    return left


def _cells(text: str, start: int, end: int) -> Iterator[Range]:
    for edge in [match.start() for match in _PIPE.finditer(text, start, end)] + [end]:
        cell = text[start:edge]
        content = cell.strip(BLANKS)
        if content:
            left = start + len(cell) - len(cell.lstrip(BLANKS))
            yield left, left + len(content)
        start = edge + 1


def _columns(text: str, start: int, end: int) -> tuple[int, ...]:
    """The column of each cell that shows something; a stroke before the first cell begins none."""
    cells = _PIPE.split(text[start:end])
    first = 1 if not cells[0].strip(BLANKS) else 0
    return tuple(place for place, cell in enumerate(cells[first:]) if cell.strip(BLANKS))


def _separator(text: str, end: int, start: int) -> Range:
    """The stroke between two cells with a blank on each side where there is one."""
    stroke = _PIPE.search(text, end, start)
    if stroke is None:
        return end, start
    at = stroke.start()
    left = at - 1 if at - 1 >= end else at
    right = at + 2 if at + 2 <= start else at + 1
    return left, right


def _paragraph(text: str, lines: list[Range]) -> Iterator[Block]:
    if len(lines) == 1 and lines[0][1] - lines[0][0] >= _RUN_TOGETHER:
        parts = _parted(text, *lines[0])
    else:
        parts = [lines] if lines else []
    for part in parts:
        yield from _block(text, part)


def _parted(text: str, start: int, end: int) -> list[list[Range]]:
    """The paragraphs of a Chinese text that was run together into one line.

    Chinese is written without blanks: where a long line has some all the same, each stands for a lost line break. A
    line with blanks at every other word is left as it is.
    """
    breaks = [match.start() for match in _LOST_BREAK.finditer(text, start, end)]
    if len(breaks) < _FEWEST_BREAKS or (end - start) < len(breaks) * _SHORTEST_PART:
        return [[(start, end)]]
    edges = [start, *breaks, end]
    return [[(left, right)] for left, right in pairwise(edges)]


def _block(text: str, lines: list[Range]) -> Iterator[Block]:
    block = block_of(text, BlockKind.PARAGRAPH, lines if len(lines) == 1 else joined(text, lines))
    if block is not None:
        yield block
