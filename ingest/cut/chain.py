"""Which of many lines that look like numbered units are the units: the best rising chain of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.numbering import main_number, order_key
from ingest.cut.marks import CERTAIN, FORMED, RUN_ON

_GAP, _DEEPEST_GAP = 0.05, 1.2
"""What a number left out costs, and the most that all numbers left out between two units cost together: a lone
reference far ahead never pays, an excerpt of a law with its true article lines always does."""
_TWICE = 1.0
"""What it costs that a number comes again: misnumbered articles pay it, references at the start of a line do not."""

Key = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may open a numbered unit: its place among the lines, its number, and how far it is believed."""

    index: int
    number: str
    weight: float


class _Best:
    """The best value among the keys up to a rank (a Fenwick tree), with the candidate that has it."""

    def __init__(self, size: int) -> None:
        self._values: list[tuple[float, int]] = [(float("-inf"), -1)] * (size + 1)

    def add(self, rank: int, value: float, which: int) -> None:
        """Note a value at a rank (from 1)."""
        while rank < len(self._values):
            if value > self._values[rank][0]:
                self._values[rank] = (value, which)
            rank += rank & -rank

    def upto(self, rank: int) -> tuple[float, int]:
        """The best at ``rank`` or below."""
        best = (float("-inf"), -1)
        while rank > 0:
            best = max(best, self._values[rank])
            rank -= rank & -rank
        return best


def rising(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The chain of candidates with rising numbers that is believed most, gaps and repetitions counted against it.

    Takes n log n steps.
    """
    keys = [order_key(candidate.number) for candidate in candidates]
    ranks = {key: rank for rank, key in enumerate(sorted(set(keys)), start=1)}
    plain, sloped = _Best(len(ranks)), _Best(len(ranks))
    same: dict[Key, tuple[float, int]] = {}
    before: list[int] = []
    best_end = (float("-inf"), -1)
    for which, (candidate, key) in enumerate(zip(candidates, keys, strict=True)):
        main, rank = main_number(candidate.number), ranks[key]
        value, previous = max(
            (-min(_GAP * max(main - 1, 0), _DEEPEST_GAP), -1),
            _less(plain.upto(rank - 1), _DEEPEST_GAP),
            _less(sloped.upto(rank - 1), _GAP * (main - 1)),
            _less(same.get(key, (float("-inf"), -1)), _TWICE),
        )
        total = value + candidate.weight
        before.append(previous)
        plain.add(rank, total, which)
        sloped.add(rank, total + _GAP * main, which)
        same[key] = max(same.get(key, (float("-inf"), -1)), (total, which))
        best_end = max(best_end, (total, which))
    return _walk(candidates, before, best_end[1])


def chosen(candidates: Sequence[Candidate], any_order: bool) -> list[Candidate]:
    """The units: the rising chain, and with ``any_order`` whatever the source marks as a heading."""
    indexes = {candidate.index for candidate in rising(candidates)}
    return [each for each in candidates if each.index in indexes or (any_order and each.weight >= CERTAIN)]


def restarts(candidates: Sequence[Candidate]) -> list[int]:
    """The line numbers at which the numbers truly begin again: a believed 1 after a believed 2, and then no jump."""
    believed = believed_ones(candidates)
    found: list[int] = []
    highest, count = 0, 0
    for place, candidate in enumerate(believed):
        main = main_number(candidate.number)
        following = believed[place + 1] if place + 1 < len(believed) else None
        leads_on = following is None or main_number(following.number) <= 2
        if main == 1 and candidate.number == believed[0].number and count >= 2 and highest >= 2 and leads_on:
            found.append(candidate.index)
            highest, count = 0, 0
        highest, count = max(highest, main), count + 1
    return found


def believed_ones(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those in the form that most of them have: certain ones, well-formed ones, or whatever there is."""
    for least in (CERTAIN, FORMED, RUN_ON):
        enough = [candidate for candidate in candidates if candidate.weight >= least]
        if enough and 2 * len(enough) >= len(candidates):
            return enough
    return list(candidates)


def without_mentions(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Where the source marks most units as headings, a plain line of the same number is a list or a mention."""
    certain = {candidate.number for candidate in candidates if candidate.weight >= CERTAIN}
    if 2 * len(certain) < len({candidate.number for candidate in candidates}):
        return list(candidates)
    return [each for each in candidates if each.weight >= CERTAIN or each.number not in certain]


def is_weaker(chain: Sequence[Candidate], first: Sequence[Candidate]) -> bool:
    """Whether numbers that begin again are printed in a lesser form than the articles: items of a schedule, a list."""
    strongest = max((candidate.weight for candidate in chain), default=0.0)
    return strongest < FORMED <= max((candidate.weight for candidate in first), default=0.0)


def _less(best: tuple[float, int], cost: float) -> tuple[float, int]:
    return best[0] - cost, best[1]


def _walk(candidates: Sequence[Candidate], before: Sequence[int], end: int) -> list[Candidate]:
    chain: list[Candidate] = []
    while end >= 0:
        chain.append(candidates[end])
        end = before[end]
    return chain[::-1]
