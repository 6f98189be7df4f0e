"""Errors that a person can act on: each names the thing that is wrong and the cure."""

from __future__ import annotations


class ZhikuError(Exception):
    """Something failed that a person can mend.

    Args:
        message: what is wrong, naming the file, id or address.
        cure: what to do about it, or an empty string where the message says it.
    """

    def __init__(self, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure

    def __str__(self) -> str:
        return f"{self.message} {self.cure}".strip()

    def __reduce__(self) -> tuple[type[ZhikuError], tuple[str, str]]:
        # Errors cross the border between worker processes and the writer.
        return type(self), (self.message, self.cure)


class UsageError(ZhikuError):
    """The caller asked for something that has no meaning (exit status 2)."""


class NotFoundError(UsageError):
    """An id that is not in the catalogue, or not visible with the caller's access: the two look alike."""


class UnreadableError(ZhikuError):
    """A file that cannot be read into text; the rest of a run goes on."""


class UnavailableError(ZhikuError):
    """A server or a store that does not answer now; asking again later may succeed."""
