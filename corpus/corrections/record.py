"""A correction as it is kept: what was said of which part of a document, by whom and when, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from corpus.evidence import Immutable


class Part(StrEnum):
    """What of a document a correction is about."""

    DOCUMENT = "document"  # a field of its identity, or the work that it belongs to
    MINUTES = "minutes"  # a field of its minutes
    ITEM = "item"  # an item of its minutes
    CASE = "case"  # one of its digests
    WORK = "work"  # a whole work, which was joined to another one


@dataclass(frozen=True, slots=True)
class Change(Immutable):
    """A value that somebody wants to set.

    Attributes:
        field: the name by which ``corpus.corrections.fields`` knows it.
        value: as JSON, already checked.
        part, key: which part of the document; the key of the item or case, else empty.
    """

    field: str
    value: Any
    part: Part = Part.DOCUMENT
    key: str = ""


@dataclass(frozen=True, slots=True)
class Correction(Immutable):
    """A correction. It holds until it is taken back, or a later one of the same field holds instead.

    Attributes:
        number: by which it is taken back.
        part, key, field, value: as in a change; a join has the joined work as key and the other work as value.
        before: the value that was shown when it was made; equal to ``value`` where somebody confirmed it.
        by, made: who and when (ISO 8601).
        withdrawn, withdrawn_by: when and by whom it was taken back, else ``None``.
        access: the label of the document when it was made.
        versions: ids of the versions that it is about.
    """

    number: int
    part: Part
    key: str
    field: str
    value: Any
    before: Any
    by: str
    made: str
    withdrawn: str | None = None
    withdrawn_by: str | None = None
    access: str = ""
    versions: tuple[str, ...] = ()

    @property
    def confirms(self) -> bool:
        """Whether it says that the value is right as it was."""
        return bool(self.value == self.before)

    @property
    def place(self) -> tuple[Part, str, str]:
        """What it is about: of several corrections of one place the last one holds."""
        return self.part, self.key, self.field
