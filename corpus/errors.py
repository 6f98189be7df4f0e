"""Errors that a person can act on: each names the thing that is wrong and the cure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpus.notes import Fact, Note


class ZhikuError(Exception):
    """Something failed that a person can mend.

    Args:
        message: what is wrong, naming the file, id or address.
        cure: what to do about it, or an empty string where the message says it.
        code: stable name of what is wrong, by which a page says it in its reader's language; may be empty.
        facts: plain values in the message, by name (``size=3, limit=2``).
    """

    def __init__(self, message: str, cure: str = "", /, code: str = "", **facts: Fact) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure
        self.code = code
        self.facts: Mapping[str, Fact] = facts

    def __str__(self) -> str:
        return f"{self.message} {self.cure}".strip()

    @property
    def note(self) -> Note:
        """Message and cure with the code and the facts."""
        return Note(str(self), self.code, **self.facts)

    def __reduce__(self) -> tuple[type[ZhikuError], tuple[str, str], dict[str, Any]]:
        # Errors cross the border between worker processes and the writer; the state brings code and facts.
        return type(self), (self.message, self.cure), vars(self)


class UsageError(ZhikuError):
    """The caller asked for something that has no meaning (exit status 2)."""


class NotFoundError(UsageError):
    """An id that is not in the catalogue, or not visible with the caller's access: the two look alike."""


class UnreadableError(ZhikuError):
    """A file that cannot be read into text; the rest of a run goes on."""


class UnavailableError(ZhikuError):
    """A server or a store that does not answer now; asking again later may succeed."""
