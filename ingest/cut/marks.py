"""Marks: what a grammar sees at the beginning of a line, and the rules by which it sees it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.model import Level

CERTAIN, FORMED, RUN_ON, DOUBTFUL, QUOTED = 10.0, 2.0, 0.8, 0.3, 0.05
"""How far a line is believed to open a unit: marked as a heading by the source, printed in the usual form, without a
space between number and text, with the words of a reference behind it, or inside a quotation."""

ARTICLE_RANK = 90


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that opens a unit: ``label`` + ``heading`` + ``rest`` is the line.

    Attributes:
        level, number, label, heading: as in a provision.
        rest: what follows on the line and belongs to the unit's own text.
        rank: how deep it nests; a unit ends where one of the same or a lower rank begins.
        weight: how far it is believed.
        family: units with the same family count on from each other (articles and rules of one treaty do not).
        scope: a part that numbers its articles anew (annex, supplementary provisions, another language).
        prefix: the name of a scope in fragments.
        anew: whether articles may count from 1 again in each such part; if they do, it is a scope.
        takes_next: whether a heading that stands alone on the next line is the unit's own.
        language: of a scope in another language than the document, BCP 47.
    """

    level: Level
    number: str | None
    label: str
    heading: str
    rest: str
    rank: int
    weight: float = FORMED
    family: str = ""
    scope: bool = False
    prefix: str = ""
    takes_next: bool = False
    anew: bool = False
    language: str | None = None

    @property
    def is_article(self) -> bool:
        """Whether it opens a unit by which the jurisdiction cites."""
        return self.level is Level.ARTICLE


Number = Callable[[str], str | None]
Belief = Callable[[re.Match[str], str], float]


def formed(match: re.Match[str], rest: str) -> float:
    """The belief in a line that matches at all."""
    return FORMED


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of unit in a house style, as data.

    Attributes:
        level, rank, family, scope, prefix, takes_next, anew: what the mark gets.
        pattern: matches at the beginning of a line; groups ``label``, and if there ``number`` and ``heading``. It has
            to be linear: lines come from strangers.
        number: makes the number out of the group ``number`` (or ``label``).
        belief: how far the match is believed, given what follows; 0 means not at all.
        longest: longest line that can be one, for units that stand alone on their line.
        headings_only: whether only lines that the source marks as headings can be one.
    """

    level: Level
    rank: int
    pattern: re.Pattern[str]
    number: Number = lambda text: None
    belief: Belief = formed
    family: str = ""
    scope: bool = False
    prefix: str = ""
    takes_next: bool = False
    longest: int | None = None
    headings_only: bool = False
    anew: bool = False

    def mark(self, text: str, is_heading: bool) -> Mark | None:
        """The mark of a line, ``None`` where the rule does not fit it."""
        if self.headings_only and not is_heading:
            return None
        if self.longest is not None and len(text) > self.longest * (3 if is_heading else 1):
            return None
        match = self.pattern.match(text)
        if match is None:
            return None
        groups = match.groupdict()
        rest = text[match.end() :].strip()
        weight = self.belief(match, rest)
        number = self.number(groups.get("number") or match["label"])
        if weight <= 0 or (self.level is Level.ARTICLE and number is None):
            return None
        weight = CERTAIN if is_heading else weight
        return Mark(
            self.level,
            number,
            match["label"].strip(),
            (groups.get("heading") or "").strip(),
            rest,
            self.rank,
            weight,
            self.family or self.level.value,
            self.scope,
            self.prefix,
            self.takes_next,
            self.anew,
        )
