"""What documents come to beside their provisions: citations, digests of cases, minutes, registers.

The vocabulary of these records, in the forms of the command line. Reading them out of documents is the next stages'
work; until then ``zhiku read`` gives none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from corpus.model import Immutable, Kind


@dataclass(frozen=True, slots=True)
class Resolved(Immutable):
    """A citation whose target is known: the id of a work, version or provision."""

    target: str


@dataclass(frozen=True, slots=True)
class Ambiguous(Immutable):
    """A citation that may mean several things: their ids."""

    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unresolved(Immutable):
    """A citation whose target is not known, and why."""

    reason: str


class Relation(StrEnum):
    """What the citing text does to the cited one."""

    CITES = "cites"
    INTERPRETS = "interprets"
    IMPLEMENTS = "implements"
    AMENDS = "amends"
    REPEALS = "repeals"
    APPLIES = "applies"
    INCORPORATES = "incorporates"


@dataclass(frozen=True, slots=True)
class Citation(Immutable):
    """A place ``[start, end)`` in a provision's text that refers to something, and what became of it."""

    provision: str
    start: int
    end: int
    surface: str
    outcome: Resolved | Ambiguous | Unresolved
    relation: Relation = Relation.CITES


@dataclass(frozen=True, slots=True)
class Digest(Immutable):
    """What a case comes to. What the text does not say is ``None`` or empty."""

    case_number: str | None
    court: str | None
    court_level: str | None
    jurisdiction: str
    date: Day | None
    parties: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    procedure: str | None = None
    issue: str | None = None
    holding: str | None = None
    reasoning: str | None = None
    rules: tuple[Citation, ...] = ()
    keywords: tuple[str, ...] = ()
    significance: str | None = None


class ItemState(StrEnum):
    """How far an item of minutes is."""

    OPEN = "待落实"
    UNDER_WAY = "落实中"
    SETTLED = "已落实"


@dataclass(frozen=True, slots=True)
class MinutesItem(Immutable):
    """What a meeting agreed, who leads and supports it, until when, and the document that settled it."""

    text: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadline_text: str | None = None
    deadline: Day | None = None
    state: ItemState | None = None
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class Minutes(Immutable):
    """A meeting and its items."""

    meeting: str
    date: Day | None
    place: str | None = None
    chair: str | None = None
    participants: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    items: tuple[MinutesItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Register(Immutable):
    """A dated list of records of one shape: experts, institutions, statistics."""

    title: str
    kind: Kind
    dated: Day | None
    rows: tuple[Mapping[str, str], ...]
