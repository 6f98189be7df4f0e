"""A line of a page and its place on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its left and right edge and its base in points, its font size, and its page from 0.

    A row of a table that is drawn with rules is a line with ``cells``, and ``columns`` and ``covered`` as in a block.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    cells: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()
    covered: tuple[int, ...] = ()
