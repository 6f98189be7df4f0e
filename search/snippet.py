"""The part of a provision that a hit shows, with the places to mark as offsets into it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.highlight import marks
from index.schema import Node, SearchUnit

LENGTH = 180
"""Characters of a snippet."""

_BEFORE = 30  # characters of context before the first mark
_LONGEST_WORD = 24
_BREAKS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text without line feeds; ``marks`` are ``[start, end)`` in it, in order, apart from each other."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(unit: SearchUnit, query: Node, from_start: bool = False) -> Snippet:
    """The window of a unit's text with the most marked characters, with an ellipsis where it is cut.

    Args:
        unit: the provision.
        query: what to mark.
        from_start: show the beginning, wherever the marks are: for a provision that was asked for by its number.
    """
    whole = _BREAKS.sub(" ", f"{unit.label} {unit.heading}\n{unit.text}".strip())
    found = marks(query, whole)
    start = 0 if from_start else _best_start(found, len(whole))
    end = min(start + LENGTH, len(whole))
    start, end = _whole_words(whole, start, end)
    before = "…" if start else ""
    after = "…" if end < len(whole) else ""
    shift = len(before) - start
    inside = tuple((max(s, start) + shift, min(e, end) + shift) for s, e in found if s < end and e > start)
    return Snippet(f"{before}{whole[start:end]}{after}", inside)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The window without pieces of words at its ends, where words are set apart by blanks."""
    if start > 0 and text[start - 1 : start + 1].isascii() and text[start - 1 : start + 1].isalnum():
        blank = text.find(" ", start, start + _LONGEST_WORD)
        start = blank + 1 if blank >= 0 else start
    if end < len(text) and text[end - 1 : end + 1].isascii() and text[end - 1 : end + 1].isalnum():
        blank = text.rfind(" ", end - _LONGEST_WORD, end)
        end = blank if blank > start else end
    return start, end


def _best_start(found: tuple[tuple[int, int], ...], length: int) -> int:
    """Where the window begins: at 0 if that shows all marks, else a little before the densest part."""
    if not found or length <= LENGTH or found[-1][1] <= LENGTH:
        return 0
    best, most = 0, -1
    last = 0
    covered = 0
    for first, (start, _) in enumerate(found):
        while last < len(found) and found[last][1] <= start + LENGTH - _BEFORE:
            covered += found[last][1] - found[last][0]
            last += 1
        if covered > most:
            best, most = start, covered
        if last > first:
            covered -= found[first][1] - found[first][0]
        else:
            last, covered = first + 1, 0
    return min(max(best - _BEFORE, 0), length - LENGTH)
