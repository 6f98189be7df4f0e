"""A query that cannot be understood: the message names the place and the cure."""

from __future__ import annotations

from corpus.errors import UsageError


class QueryProblem(UsageError):
    """A wrong query.

    Attributes:
        code: which problem, for translation on the pages: ``unbalanced_quote``, ``unbalanced_parenthesis``,
            ``nothing_to_join``, ``too_long``, ``too_deep``, ``unknown_field``, ``unknown_value``, ``filter_inside``,
            ``empty_field``, ``bad_date``.
        position: where in the query, counted from 0.
        surface: the characters there.
    """

    def __init__(self, code: str, position: int, surface: str, message: str, cure: str) -> None:
        super().__init__(message, cure)
        self.code = code
        self.position = position
        self.surface = surface
