"""Where a text shows what a query asked for, by the same analysis that found it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from index.analysis import Run, Token, analyse, analyse_words, iterate
from index.schema import And, Node, Or, Phrase, Word

LONGEST_TEXT = 60_000
"""Characters of a text that are looked at; what stands behind them is not marked."""

MOST_MARKS = 2_000
"""Places marked in one text."""

Place = tuple[int, int]


def marks(query: Node, text: str) -> tuple[Place, ...]:
    """The places ``[start, end)`` in ``text`` that answer ``query``, in order, not overlapping.

    A phrase is marked where it stands. A run of a word is marked whole where it stands whole; in a text in which it
    stands nowhere whole, its terms are marked. What the query excludes is not marked, and fields are not told apart.
    """
    wanted = list(_positive(query))
    if not wanted:
        return ()
    standing = _Standing(text[:LONGEST_TEXT])
    found: set[Place] = set()
    for node in wanted:
        found.update(islice(_places(node, standing), MOST_MARKS))
    return tuple(_merged(sorted(found)))[:MOST_MARKS]


def _positive(query: Node) -> Iterator[Word | Phrase]:
    if isinstance(query, Word | Phrase):
        yield query
    elif isinstance(query, And | Or):
        for part in query.parts:
            yield from _positive(part)


class _Standing:
    """The tokens of a text by what they say and by where they stand."""

    def __init__(self, text: str) -> None:
        self.by_text: dict[str, list[Token]] = {}
        self.by_position: dict[int, Token] = {}
        for run in iterate(text):
            for token in run.tokens:
                self.by_text.setdefault(token.text, []).append(token)
                self.by_position[token.position] = token

    def sequences(self, tokens: Sequence[Token]) -> Iterator[Place]:
        """Where all tokens stand at their distances. The rarest one is looked up, the others are checked."""
        pivot = min(tokens, key=lambda token: len(self.by_text.get(token.text, ())))
        for place in self.by_text.get(pivot.text, ()):
            shift = place.position - pivot.position
            if all(self._says(token.position + shift, token.text) for token in tokens):
                first, last = tokens[0], tokens[-1]
                yield (
                    self.by_position[first.position + shift].start,
                    self.by_position[last.position + shift].end,
                )

    def _says(self, position: int, text: str) -> bool:
        token = self.by_position.get(position)
        return token is not None and token.text == text


def _places(node: Word | Phrase, standing: _Standing) -> Iterator[Place]:
    if isinstance(node, Phrase):
        tokens = [token for run in analyse(node.text) for token in run.cover]
        if tokens:
            yield from standing.sequences(tokens)
        return
    for run in analyse_words(node.text):
        yield from _run_places(run, standing)


def _run_places(run: Run, standing: _Standing) -> Iterator[Place]:
    whole = list(islice(standing.sequences(run.cover), MOST_MARKS))
    if whole:
        yield from whole
        return
    for term in run.terms:
        yield from ((token.start, token.end) for token in standing.by_text.get(term.text, ()))


def _merged(places: Sequence[Place]) -> Iterator[Place]:
    """Places that touch or overlap become one."""
    if not places:
        return
    start, end = places[0]
    for next_start, next_end in places[1:]:
        if next_start <= end:
            end = max(end, next_end)
        else:
            yield start, end
            start, end = next_start, next_end
    yield start, end
