"""In what a text differs from another copy of the same day: which articles, and a few words of both."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.catalogue.contents import worded
from corpus.model import Level, Provision

_MOST_SHOWN = 5
_BEFORE, _AFTER = 8, 24
_NONE = "∅"


@dataclass(frozen=True, slots=True)
class Difference:
    """How many units differ, and the first of them: number, words here, words there (``∅``: it is not there)."""

    count: int
    shown: tuple[tuple[str, str, str], ...]

    def __str__(self) -> str:
        """The units with their words in one line: ``3: “…甲…” / “…乙…”; 7: …``."""
        listed = "; ".join(f"{number}: “{new}” / “{old}”" for number, new, old in self.shown)
        more = self.count - len(self.shown)
        return f"{listed}; +{more}" if more else listed


def difference(new: Sequence[Provision], old: Sequence[Provision]) -> Difference:
    """What the articles of ``new`` (of a text without articles: its units) say otherwise than those of ``old``.

    Width, case, spaces and marks do not count.
    """
    here, there = dict(_units(new)), dict(_units(old))
    found = []
    for key in dict.fromkeys((*here, *there)):
        mine, other = here.get(key), there.get(key)
        if mine is None or other is None:
            found.append((key, _excerpt(mine or "", 0) or _NONE, _excerpt(other or "", 0) or _NONE))
            continue
        places = _first_difference(mine, other)
        if places is not None:
            found.append((key, _excerpt(mine, places[0]), _excerpt(other, places[1])))
    return Difference(len(found), tuple(found[:_MOST_SHOWN]))


def _units(provisions: Sequence[Provision]) -> Iterator[tuple[str, str]]:
    """The text of each article with all below it; where numbers begin anew, later ones are marked by a prime."""
    whole = any(p.level is Level.ARTICLE for p in provisions)
    texts: dict[str, list[str]] = {}
    times: dict[str, int] = {}
    current = ""
    for provision in provisions:
        if whole and provision.level is not Level.ARTICLE and not provision.is_part:
            continue
        if provision.level is Level.ARTICLE or not whole:
            number = (provision.article if whole else None) or provision.fragment
            times[number] = times.get(number, 0) + 1
            current = number + "′" * (times[number] - 1)
        texts.setdefault(current, []).append(worded(provision))
    yield from ((number, "".join(parts)) for number, parts in texts.items())


def _first_difference(one: str, other: str) -> tuple[int, int] | None:
    """Where two texts first differ in a word, as places in both."""
    mine, others = list(_words(one)), list(_words(other))
    for (char, place), (another, elsewhere) in zip(mine, others, strict=False):
        if char != another:
            return place, elsewhere
    if len(mine) == len(others):
        return None
    shorter = min(len(mine), len(others))
    return (
        mine[shorter][1] if len(mine) > shorter else len(one),
        others[shorter][1] if len(others) > shorter else len(other),
    )


def _words(text: str) -> Iterable[tuple[str, int]]:
    for place, char in enumerate(text):
        for plain in unicodedata.normalize("NFKC", char).casefold():
            if plain.isalnum():
                yield plain, place


def _excerpt(text: str, place: int) -> str:
    start, end = max(0, place - _BEFORE), place + _AFTER
    shown = " ".join(text[start:end].split())
    return f"{'…' if start and shown else ''}{shown}{'…' if end < len(text) else ''}"
