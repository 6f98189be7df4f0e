"""A line of a page and its place on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its left and right edge and its base in points, its font size, and its page from 0."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
