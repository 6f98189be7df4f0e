"""Completing what someone types: which titles and names begin with it, and in which order they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index.analysis import GAP, analyse, is_character
from index.schema import SearchUnit, Suggestion

MOST_TITLES = 1000
"""How many titles an engine looks at for one suggestion, newest versions first."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What was typed, as an engine looks titles up for it; what it finds may be more than ``ranked`` lets through.

    Attributes:
        terms: a title or name of the unit holds all of them.
        last: it also holds a word that begins with this one (letters and digits); ``None`` where the last thing
            typed is a character of Chinese, Japanese or Korean, whole in itself.
    """

    terms: tuple[str, ...]
    last: str | None

    @classmethod
    def of(cls, prefix: str) -> Beginning | None:
        """What to look up for ``prefix``; ``None`` where it holds no letter or digit."""
        runs = analyse(prefix)
        if not runs:
            return None
        last = runs[-1].atoms[-1].text
        if is_character(last):
            return cls(tuple(token.text for run in runs for token in run.terms), None)
        whole = [token.text for run in runs[:-1] for token in run.terms]
        return cls((*whole, *(token.text for token in runs[-1].atoms[:-1])), last)


def ranked(units: Iterable[SearchUnit], prefix: str, limit: int) -> list[Suggestion]:
    """The works of ``units`` with a title or name that begins with ``prefix``, each once, best first.

    Of a work the newest title goes before its other names, and these before older titles. Texts that begin with the
    prefix come before those with it in a later word, then titles before names, then short ones before long ones.
    """
    typed = _words(prefix)
    works: dict[str, list[SearchUnit]] = {}
    for unit in units:
        works.setdefault(unit.work, []).append(unit)
    found: list[tuple[int, int, int, str, str]] = []
    for work, versions in works.items():
        best = _best(_candidates(versions), typed)
        if best is not None:
            place, rank, text = best
            found.append((place, min(rank, 1), len(text), text, work))
    return [Suggestion(text, work) for *_, text, work in sorted(found)[:limit]]


def _candidates(versions: Sequence[SearchUnit]) -> list[str]:
    ordered = sorted(versions, key=lambda unit: (unit.version_on or date.min, unit.version), reverse=True)
    texts = [ordered[0].title]
    texts += (name for unit in ordered for name in unit.names)
    texts += (unit.title for unit in ordered)
    return list(dict.fromkeys(texts))


def _best(candidates: Sequence[str], typed: str) -> tuple[int, int, str] | None:
    """The first candidate that begins with what was typed, else the first with it in a later word."""
    later: tuple[int, int, str] | None = None
    for rank, text in enumerate(candidates):
        words = _words(text)
        if words.startswith(typed):
            return 0, rank, text
        if later is None and f" {typed}" in words:
            later = (1, rank, text)
    return later


def _words(text: str) -> str:
    """Atoms, each after a space, with a mark for punctuation: a beginning of a word is a beginning of this."""
    pieces: list[str] = []
    expected = 0
    for run in analyse(text):
        for place, token in enumerate(run.tokens):
            if token.position > expected and pieces:
                pieces.append(GAP)
            expected = token.position + 1
            if place % 2 == 0:
                pieces.append(token.text)
    return " ".join(pieces)
