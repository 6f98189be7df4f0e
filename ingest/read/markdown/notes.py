"""Notes that a Markdown file prints inside the sentence: ``use<sup> 2) "Other use" refers to …</sup>``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from corpus.evidence import Span
from corpus.model import Block, BlockKind

_NOTE = re.compile(
    r"<sup>(?P<note>\s{0,3}\(?(?:\d{1,3}|\*{1,3})\)[^<]{12,4000}(?:<(?!/?sup>)[^<]{0,2000}){0,40})</sup>"
)
_IN_SENTENCES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


def parted(blocks: Iterable[Block], text: str) -> Iterator[Block]:
    """The blocks of a file, each followed by the notes that stood inside it."""
    notes = [match.span("note") for match in _NOTE.finditer(text)]
    starts = [start for start, _ in notes]
    for block in blocks:
        first = bisect_right(starts, block.start - 1)
        inside = [
            (start, min(end, block.end)) for start, end in notes[first : bisect_right(starts, block.end - 1)]
        ]
        if block.kind not in _IN_SENTENCES or not inside:
            yield block
            continue
        rest = _taken(block, block.kind, _outside(inside, block.start, block.end))
        if rest:
            yield rest
        for note in inside:
            own = _taken(block, BlockKind.FOOTNOTE, [note])
            if own:
                yield own


def _outside(notes: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    edges = [start, *(edge for note in notes for edge in note), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _taken(block: Block, kind: BlockKind, ranges: list[tuple[int, int]]) -> Block | None:
    """The part of a block that stands in some ranges of the source, without blanks at its ends."""
    spans: list[Span] = []
    pieces: list[str] = []
    passed = 0
    for span in block.spans:
        for start, end in ranges:
            first, last = max(span.start, start), min(span.end, end)
            if first < last:
                spans.append(Span(first, last))
                pieces.append(block.text[passed + first - span.start : passed + last - span.start])
        passed += span.end - span.start
    text = "".join(pieces)
    if not text.strip():
        return None
    level = block.level if kind is block.kind else 0
    whole = Block(kind, text, tuple(spans), level)
    return whole.part(len(text) - len(text.lstrip()), len(text.rstrip()))
