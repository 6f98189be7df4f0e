"""Where values come from: spans of a source text, and the evidence for a value. All are immutable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self


class Immutable:
    """A value that never changes: a deep copy of it is itself (Haystack copies the inputs of each component)."""

    __slots__ = ()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


@dataclass(frozen=True, slots=True)
class Span(Immutable):
    """Half-open range of characters ``[start, end)`` in the source text of a reading."""

    start: int
    end: int


PERSON = "person"
"""The origin of a value that somebody set: the surface says who, and when."""


@dataclass(frozen=True, slots=True)
class Evidence(Immutable):
    """Where a value of an identity comes from.

    Attributes:
        field: the name of the identity's field.
        surface: the characters as they stand in the source, or the metadata entry or file name.
        origin: ``text``, ``metadata``, ``name``, or ``person`` for a value that somebody set.
        start, end: the span in the source text where origin is ``text``; else ``None``.
        source: the location of the copy that says it, where it is not the file that the version was read from.
    """

    field: str
    surface: str
    origin: str
    start: int | None = None
    end: int | None = None
    source: str | None = None
